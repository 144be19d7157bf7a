"""Who is to be called: the phone list by next call, each with the last line of the log."""

import datetime as dt
from collections.abc import Callable, Sequence

from forumplanner.domain.invitation_chain import QUIET_DAYS
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.copying import call_title
from forumplanner.gui.pages.guests.timeline import said
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import CallLine, Calls, Subject


def key_of(line: CallLine) -> str:
    """What tells the rows apart."""
    return f"{line.subject}:{line.subject_id}"


def columns(
    languages: Callable[[], tuple[str, ...]], today: Callable[[], dt.date], year: Callable[[], int]
) -> tuple[Column[CallLine], ...]:
    """The columns of the phone list; `year` of the forum."""
    return (
        Column(
            "when",
            lambda: _("Next call"),
            lambda row: _when(row, today(), year()),
            width=176,
            cell=Cell.PILL,
            tone=lambda row: _tone(row, today()),
            sort=lambda row: (row.next_on or dt.date.max, -(row.quiet or 0)),
            hits=False,
        ),
        Column("who", lambda: _("Who"), lambda row: call_title(row, languages()), width=310, cell=Cell.STRONG),
        Column("why", lambda: _("What for"), lambda row: row.next_action, width=104, hits=False),
        Column("phone", lambda: _("Call"), _phone, width=136, cell=Cell.MUTED, hits=False),
        Column(
            "last", lambda: _("Last contact"), lambda row: _last(row, year()), stretch=True, cell=Cell.MUTED, hits=False
        ),
    )


def search(languages: Callable[[], tuple[str, ...]]) -> Callable[[CallLine], str]:
    """What a row is found by."""
    return lambda row: fold("\n".join((row.name.zh, row.name.latin, *row.called.texts, call_title(row, languages()))))


def kept(calls: Calls, *, quiet: bool) -> Sequence[CallLine]:
    """Those with a next call and those who are quiet; with `quiet` these alone."""
    silent = calls.quiet(QUIET_DAYS)
    return silent if quiet else [line for line in calls.lines if line.next_on is not None or line in silent]


def _when(row: CallLine, today: dt.date, year: int) -> str:
    if row.next_on is None:
        return _("{n} days without an answer", n=row.quiet or 0)
    day = words.day(row.next_on, year)
    if row.next_on == today:
        return _("Today")
    return _("Overdue since {day}", day=day) if row.next_on < today else day


def _tone(row: CallLine, today: dt.date) -> str:
    if row.next_on is None or row.next_on <= today:
        return "warn"
    return ""


def _phone(row: CallLine) -> str:
    """The number to call; a mail address only where mail may go."""
    spoken = row.subject is Subject.DELEGATION or "@" not in row.contact
    return " · ".join(filter(None, (row.phone, row.contact if spoken else "")))


def _last(row: CallLine, year: int) -> str:
    if row.last is None:
        return ""
    step = words.step_words(row.last.status) if row.last.status else ""
    return " · ".join(filter(None, (words.day(row.last.day, year), step, said(row.last))))

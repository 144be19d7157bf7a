"""Who is to be called: the phone list by next call, each with the last line of the log."""

import datetime as dt
from collections.abc import Callable, Sequence

from forumplanner.domain.invitation_chain import QUIET_DAYS
from forumplanner.gui import texting
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.copying import call_title
from forumplanner.gui.pages.guests.timeline import said
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import CallLine, Calls


def key_of(line: CallLine) -> str:
    """What tells the rows apart."""
    return f"{line.subject}:{line.subject_id}"


def columns(languages: Callable[[], tuple[str, ...]], today: Callable[[], dt.date]) -> tuple[Column[CallLine], ...]:
    """The columns of the phone list."""
    return (
        Column(
            "when",
            lambda: _("Next call"),
            lambda row: _when(row, today()),
            width=160,
            cell=Cell.PILL,
            tone=lambda row: _tone(row, today()),
            sort=lambda row: (row.next_on or dt.date.max, -(row.quiet or 0)),
            hits=False,
        ),
        Column("who", lambda: _("Who"), lambda row: call_title(row, languages()), width=200, cell=Cell.STRONG),
        Column("why", lambda: _("What for"), lambda row: row.next_action, width=130, hits=False),
        Column("phone", lambda: _("Call"), _phone, width=150, cell=Cell.MUTED, hits=False),
        Column("last", lambda: _("Last contact"), _last, stretch=True, cell=Cell.MUTED, hits=False),
    )


def search(languages: Callable[[], tuple[str, ...]]) -> Callable[[CallLine], str]:
    """What a row is found by."""
    return lambda row: fold("\n".join((row.name.zh, row.name.latin, *row.called.texts, call_title(row, languages()))))


def kept(calls: Calls, *, quiet: bool) -> Sequence[CallLine]:
    """Those with a next call and those who are quiet; with `quiet` these alone."""
    silent = calls.quiet(QUIET_DAYS)
    return silent if quiet else [line for line in calls.lines if line.next_on is not None or line in silent]


def _when(row: CallLine, today: dt.date) -> str:
    if row.next_on is None:
        return _("{n} days without an answer", n=row.quiet or 0)
    day = texting.short_day(row.next_on)
    if row.next_on == today:
        return _("Today")
    return _("Overdue since {day}", day=day) if row.next_on < today else day


def _tone(row: CallLine, today: dt.date) -> str:
    if row.next_on is None or row.next_on <= today:
        return "warn"
    return ""


def _phone(row: CallLine) -> str:
    return " · ".join(filter(None, (row.contact, row.phone)))


def _last(row: CallLine) -> str:
    if row.last is None:
        return ""
    step = words.step_words(row.last.status) if row.last.status else ""
    return " · ".join(filter(None, (texting.short_day(row.last.day), step, said(row.last))))

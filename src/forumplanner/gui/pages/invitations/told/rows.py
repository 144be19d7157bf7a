"""The rows and columns of who was told what: sessions with their counts, and the people of one."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from forumplanner import i18n
from forumplanner.domain.telling import Told
from forumplanner.domain.times import conference_day, local_clock
from forumplanner.gui import reading, texting
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.i18n import gettext as _
from forumplanner.invitations.held import in_languages
from forumplanner.snapshots.knowing import Call
from forumplanner.snapshots.telling import Reader
from forumplanner.snapshots.told import Stand, ToldPerson, ToldSession

STANDS: dict[Stand, tuple[Callable[[], str], str]] = {
    Stand.ACCEPTED: (lambda: _("Accepted"), "ok"),
    Stand.TENTATIVE: (lambda: _("Maybe"), "warn"),
    Stand.DECLINED: (lambda: _("Declined"), "danger"),
    Stand.SILENT: (lambda: _("No answer"), ""),
    Stand.UNTOLD: (lambda: _("Not told yet"), ""),
}
"""Word and tone of each answer."""

_WIDTHS = {Stand.ACCEPTED: 74, Stand.TENTATIVE: 58, Stand.DECLINED: 72, Stand.SILENT: 82, Stand.UNTOLD: 90}
"""Every answer has a column, so that a line adds up to its people."""

_ORDER = {stand: place for place, stand in enumerate(Stand)}


@dataclass(frozen=True)
class Row:
    """One person of the session that is chosen."""

    session: ToldSession
    person: ToldPerson
    reader: Reader
    call: Call
    languages: tuple[str, ...]

    @property
    def key(self) -> str:
        """What the row is found by."""
        return self.person.participant_id

    def name(self) -> str:
        """As the reader of the window calls them."""
        return self.reader.name.shown(i18n.interface_language())

    def group(self) -> str:
        """Their delegation."""
        return reading.line(self.reader.delegation, self.languages)

    def calendar(self) -> str:
        """What they go by instead; where that is true, whether they answered something else."""
        told = self.person.told
        if told is None:
            return ""
        if self.person.behind and told.start and told.end:
            heard = self._heard(told, told.start, told.end)
            return heard if told.mailbox else _("told by mouth: {what} (old)", what=heard)
        if not told.mailbox:
            return _("told by word of mouth")
        return _("answered an earlier time or place") if self.person.outdated else ""

    def _heard(self, told: Told, start: dt.datetime, end: dt.datetime) -> str:
        """The time where it is another, the place where that is."""
        parts = []
        if (start, end) != (self.session.start, self.session.end) or self.session.gone:
            parts.append(_clocks_beside(self.session, start, end, told.zone))
        if told.location != self.session.location:
            parts.append(reading.line(in_languages(told.location, len(self.languages)), self.languages))
        return " · ".join(filter(None, parts)) or _("stands there, though it should not")

    def cells(self) -> tuple[str, ...]:
        """What a copied list says of them."""
        return self.name(), self.group(), STANDS[self.person.stand][0](), self.calendar(), self.call.phone


def when(session: ToldSession) -> str:
    """When a session is, as the list shows it."""
    return clocks(session.start, session.end, session.zone) if session.start and session.end else ""


def clocks(start: dt.datetime, end: dt.datetime, zone: str) -> str:
    """Such as "14 Nov 14:00–16:00"."""
    return f"{texting.short_day(conference_day(start, zone))} {local_clock(start, zone)}–{local_clock(end, zone)}"


def _clocks_beside(session: ToldSession, start: dt.datetime, end: dt.datetime, zone: str) -> str:
    """The day only where it is another than the session's: that stands above."""
    same = session.start and conference_day(session.start, session.zone) == conference_day(start, zone)
    hours = f"{local_clock(start, zone)}–{local_clock(end, zone)}"
    return hours if same and not session.gone else clocks(start, end, zone)


def sessions(languages: Callable[[], tuple[str, ...]]) -> tuple[Column[ToldSession], ...]:
    """The upper list."""
    return (
        Column("title", lambda: _("Session"), lambda one: reading.line(one.title, languages()), stretch=True,
               cell=Cell.STRONG, faint=lambda one: one.gone),
        Column("when", lambda: _("When"), when, width=138, cell=Cell.MUTED, hits=False,
               sort=lambda one: one.start.timestamp() if one.start else 0.0),
        _count("people", lambda: _("People"), lambda one: len(one.people), 58),
        *(_count(str(stand), STANDS[stand][0], partial(ToldSession.count, stand=stand), width)
          for stand, width in _WIDTHS.items()),
        Column("behind", lambda: _("Out of date"), lambda one: texting.number(one.behind()) if one.behind() else "",
               width=86, cell=Cell.PILL, tone=lambda _one: "warn", sort=ToldSession.behind, hits=False),
    )  # fmt: skip


def _count(key: str, title: Callable[[], str], number: Callable[[ToldSession], int], width: int) -> Column[ToldSession]:
    return Column(
        key,
        title,
        lambda one: texting.number(number(one)) if number(one) else "–",
        width=width,
        right=True,
        sort=number,
        hits=False,
    )


def people() -> tuple[Column[Row], ...]:
    """The people of one session."""
    return (
        Column("name", lambda: _("Name"), Row.name, width=206, cell=Cell.STRONG),
        Column("group", lambda: _("Delegation"), Row.group, width=172, cell=Cell.MUTED, hide_below=620),
        Column("stand", lambda: _("Answer"), lambda row: STANDS[row.person.stand][0](), width=100, cell=Cell.PILL,
               tone=lambda row: STANDS[row.person.stand][1], sort=lambda row: _ORDER[row.person.stand]),
        Column("calendar", lambda: _("What they go by"), Row.calendar, stretch=True),
        Column("phone", lambda: _("Phone"), lambda row: row.call.phone, width=148, cell=Cell.MUTED, hide_below=520),
    )  # fmt: skip

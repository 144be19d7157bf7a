"""The columns of the lists: changes, people by mail, the phone list, the texts for chats, what was said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from forumplanner.domain.times import zone as clock_of
from forumplanner.gui import reading, texting
from forumplanner.gui.authors import author
from forumplanner.gui.pages.invitations.knowing.people import Group, Row
from forumplanner.gui.widgets.columns import Cell, Column, ticks
from forumplanner.i18n import gettext as _
from forumplanner.invitations.word_of_mouth import Spoken
from forumplanner.snapshots.knowing import SaidTo
from forumplanner.snapshots.must_know import News, What

ALL = "all"
"""Key of the row that stands for every change."""

WHATS: dict[What, tuple[Callable[[], str], str]] = {
    What.MOVED: (lambda: _("Moved"), "info"),
    What.PART: (lambda: _("Own part"), "info"),
    What.NEW: (lambda: _("New"), "ok"),
    What.CANCELLED: (lambda: _("Cancelled"), "danger"),
    What.OPEN: (lambda: _("Time open"), "danger"),
    What.LEFT: (lambda: _("No longer in it"), "danger"),
}
"""Word and tone of what became of a session."""


@dataclass(frozen=True)
class Line:
    """A change in the upper list; `news` None for all of them together."""

    key: str
    news: News | None
    mail: int
    chat: int
    phone: int
    spoken: Spoken

    def title(self) -> str:
        """Which session it is."""
        if self.news is None:
            return _("All changes")
        return reading.line(self.news.title, self.spoken.plan.languages)

    def change(self) -> str:
        """What was, and what is now."""
        if self.news is None:
            return ""
        languages = self.spoken.plan.languages
        was, now = self.spoken.short(self.news, languages[reading.place(languages)])
        return f"{was} → {now}" if was and now and was != now else now or was


def _number(pick: Callable[[Line], int]) -> Callable[[Line], str]:
    return lambda line: texting.number(pick(line)) if pick(line) else "–"


def changes() -> tuple[Column[Line], ...]:
    """The upper list."""
    counts: tuple[tuple[str, Callable[[], str], Callable[[Line], int]], ...] = (
        ("mail", lambda: _("By mail"), lambda line: line.mail),
        ("chat", lambda: _("Chats"), lambda line: line.chat),
        ("phone", lambda: _("Phone"), lambda line: line.phone),
    )
    return (
        Column("title", lambda: _("Session"), Line.title, width=210, cell=Cell.STRONG),
        Column(
            "what",
            lambda: _("What"),
            lambda line: WHATS[line.news.what][0]() if line.news else "",
            width=104,
            cell=Cell.PILL,
            tone=lambda line: WHATS[line.news.what][1] if line.news else "",
        ),
        Column("change", lambda: _("Was → is"), Line.change, stretch=True),
        *(Column(key, title, _number(pick), width=64, right=True, sort=pick) for key, title, pick in counts),
    )


def by_mail() -> tuple[Column[Row], ...]:
    """People who get a mail."""
    return (
        Column("name", lambda: _("Name"), Row.name, width=190, cell=Cell.STRONG),
        Column("group", lambda: _("Delegation"), Row.group, width=180, cell=Cell.MUTED, hide_below=560),
        Column("about", lambda: _("What about"), Row.titles, stretch=True),
        Column(
            "state",
            lambda: _("Mail"),
            lambda row: _("No mail yet") if row.concerned.unwritten else _("Mail is due"),
            width=126,
            cell=Cell.PILL,
            tone=lambda row: "warn" if row.concerned.unwritten else "info",
        ),
    )


def by_phone() -> tuple[Column[Row], ...]:
    """The phone list."""
    return (
        ticks(),
        Column("caller", lambda: _("Who calls"), lambda row: row.caller() or "–", width=130, cell=Cell.MUTED),
        Column("name", lambda: _("Whom"), Row.name, width=176, cell=Cell.STRONG),
        Column("phone", lambda: _("Phone"), lambda row: row.number() or _("no number"), width=150,
               faint=lambda row: not row.number()),
        Column("say", lambda: _("What to say"), Row.sentence, stretch=True),
    )  # fmt: skip


def groups() -> tuple[Column[Group], ...]:
    """Whose chat a text is for."""
    return (
        Column("name", lambda: _("Chat of"), lambda group: group.name, stretch=True, cell=Cell.STRONG),
        Column("people", lambda: _("People"), lambda group: texting.number(len(group.rows)), width=64, right=True,
               sort=lambda group: len(group.rows)),
    )  # fmt: skip


def said(
    zone: Callable[[], str], titles: Callable[[Sequence[str]], str], name: Callable[[SaidTo], str]
) -> tuple[Column[SaidTo], ...]:
    """What was told by mouth; `titles` of sessions by their keys, `name` as the window's reader calls somebody."""
    return (
        Column("at", lambda: _("When"), lambda one: moment(one, zone()), width=112, sort=lambda one: one.at),
        Column("name", lambda: _("Whom"), name, width=180, cell=Cell.STRONG),
        Column("how", lambda: _("How"), lambda one: reading.word(one.channel), width=90),
        Column("about", lambda: _("What about"), lambda one: titles(one.sessions), stretch=True),
        Column("author", lambda: _("Noted by"), lambda one: author(one.author), width=110, cell=Cell.MUTED),
    )  # fmt: skip


def moment(one: SaidTo, zone: str) -> str:
    """Day and clock of the forum."""
    here = one.at.astimezone(clock_of(zone))
    return f"{texting.short_day(here.date())} {here:%H:%M}"

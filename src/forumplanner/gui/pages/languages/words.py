"""What the page calls kinds and states of texts, and the columns of its list."""

from collections.abc import Callable

from forumplanner import i18n
from forumplanner.domain.languages import language_name
from forumplanner.gui import reading
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.completeness import Gap, TextKind

_KINDS: dict[TextKind, Callable[[], str]] = {
    TextKind.FORUM: lambda: _("Forum card"),
    TextKind.SESSION: lambda: _("Sessions and halves"),
    TextKind.ITEM: lambda: _("Talks and other items"),
    TextKind.LABEL: lambda: _("Places to be named"),
    TextKind.SCRIPT: lambda: _("Host script"),
    TextKind.ROOM: lambda: _("Rooms"),
    TextKind.TRACK: lambda: _("Parallel forums"),
    TextKind.INSTITUTION: lambda: _("Institutions"),
    TextKind.POST: lambda: _("Posts"),
    TextKind.DELEGATION: lambda: _("Delegations"),
    TextKind.CONSULAR_POST: lambda: _("Consular posts"),
    TextKind.CONSULAR_GUEST: lambda: _("Titles of consular guests"),
    TextKind.ALLIANCE: lambda: _("Alliance registers"),
    TextKind.WORDS: lambda: _("The forum’s own words"),
    TextKind.LETTER: lambda: _("Texts of letters"),
}
_COLUMNS: dict[str, Callable[[], str]] = {
    "titles": lambda: _("Title"),
    "title": lambda: _("Title"),
    "name": lambda: _("Name"),
    "short_title": lambda: _("Short title"),
    "short_name": lambda: _("Short name"),
    "theme": lambda: _("Theme"),
    "series": lambda: _("Series"),
    "umbrella": lambda: _("Part of"),
    "city": lambda: _("City"),
    "venue": lambda: _("Venue"),
    "place": lambda: _("Place"),
    "summary": lambda: _("Summary"),
    "abstract": lambda: _("Abstract"),
    "building": lambda: _("Building"),
    "label": lambda: _("Words instead of a name"),
    "script": lambda: _("Host script"),
    "district": lambda: _("Consular district"),
    "address": lambda: _("Address"),
    "hotel": lambda: _("Hotel"),
    "occasion": lambda: _("Occasion"),
    "resolution": lambda: _("Resolution as adopted"),
    "words": lambda: _("Own words"),
}


def kind(code: TextKind) -> str:
    """The name of a kind of text."""
    return _KINDS[code]()


def place(gap: Gap) -> str:
    """Where a text stands: what it is, and of what ("Title · Keynotes")."""
    index = reading.place(("zh-Hans", "en"))
    return " · ".join(filter(None, [_COLUMNS[gap.ref.column](), gap.belongs.best(index)]))


def language(tag: str) -> str:
    """The name of a language for the reader."""
    return language_name(tag)[i18n.interface_language()]


def state(gap: Gap) -> str:
    """What is open, in a word."""
    if gap.missing:
        return _("Suggested") if gap.suggested else _("Missing")
    return _("Needs review")


def tone(gap: Gap) -> str:
    """Suggested is news, missing and due for review want work."""
    return "info" if gap.suggested else "warn"


def columns(languages: tuple[str, ...]) -> tuple[Column[Gap], ...]:
    """The list's columns; both texts in their own fonts, an empty side shows what is suggested."""
    return (
        Column("place", lambda: _("Where"), place, width=210, cell=Cell.MUTED, hide_below=700),
        *(_side(number, tag) for number, tag in enumerate(languages)),
        Column("state", lambda: _("State"), state, width=112, cell=Cell.PILL, tone=tone, hits=False),
    )


def _side(number: int, tag: str) -> Column[Gap]:
    return Column(
        f"side{number}", lambda: language(tag), lambda gap: _in_one_line(gap, number), width=200, stretch=True, tag=tag
    )


def _in_one_line(gap: Gap, number: int) -> str:
    """A row is one line high; letters and scripts have several."""
    return " ".join(gap.text.side(number).split()) if gap.in_lines else gap.text.side(number)

"""Words that several registers use: codes in drop-downs, names by language, days, and columns of them."""

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from forumplanner import i18n
from forumplanner.gui import reading
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.wordings import NameForms, Pair

R = TypeVar("R")


def choices(kind: type[StrEnum], *, empty: Text | None = None) -> list[tuple[str, Text]]:
    """The members of a list as a drop-down shows them, with an empty one in front if it has words."""
    members: list[tuple[str, Text]] = [(str(member), _worded(member)) for member in kind]
    return [("", empty), *members] if empty is not None else members


def _worded(member: StrEnum) -> Callable[[], str]:
    return lambda: reading.word(member)


def who(name: NameForms, place: Pair, languages: tuple[str, ...]) -> str:
    """A person, else an institution, for the reader."""
    return name.shown(i18n.interface_language()) or reading.words(place, languages)


def when(day: dt.date | None, year: int | None = None) -> str:
    """A day as a list writes it, or the year alone."""
    return day.isoformat() if day else str(year or "")


def term(since: dt.date | None, until: dt.date | None) -> str:
    """From when until when; an open end is a dash."""
    return f"{when(since)} – {when(until)}".strip() if since or until else ""


def term_words(since: dt.date | None, until: dt.date | None) -> str:
    """From when until when, as a sentence says it."""
    if since and until:
        return _("from {since} to {until}", since=when(since), until=when(until))
    if since:
        return _("since {day}", day=when(since))
    return _("until {day}", day=when(until)) if until else _("without dates")


def names(
    of: Callable[[R], Pair], languages: Callable[[], tuple[str, ...]], *, title: Text | None = None
) -> list[Column[R]]:
    """The reader's language first and stretched, the forum's other language beside it where there is room."""
    first = lambda row: reading.words(of(row), languages())  # noqa: E731 - two columns from one function
    second = lambda row: _other(of(row), languages())  # noqa: E731 - as above
    chinese = i18n.interface_language() == "zh-Hans"
    other: Text = (lambda: _("English")) if chinese else (lambda: _("Chinese"))
    return [
        Column("name", title or (lambda: _("Institution")), first, stretch=True, cell=Cell.TEXT),
        Column(
            "other",
            other,
            second,
            width=188,
            cell=Cell.MUTED,
            tag="en" if chinese else "zh-Hans",
            hide_below=620,
        ),
    ]


def _other(pair: Pair, languages: tuple[str, ...]) -> str:
    """The text in the language that isn't the reader's; nothing where it would be the same again."""
    place = reading.place(languages)
    return next((text for n, text in enumerate(pair.texts) if n != place and text and text != pair.best(place)), "")


def both_languages(said: Sequence[str]) -> str:
    """Sentences of several languages as lines, each once."""
    return "\n".join(dict.fromkeys(filter(None, said)))

"""From localized values and raw name columns to what snapshots show."""

from typing import Any

from sqlalchemy import Row

from forumplanner.domain.text import LocalizedText
from forumplanner.queries.columns import Name
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair

AnyRow = Row[*tuple[Any, ...]]
"""A row of columns whose names the query next to it gives."""


def pair(text: LocalizedText | None, languages: tuple[str, ...]) -> Pair:
    """One text per language, in that order, with the sides that need review; the shared empty pair for no text."""
    if not text:
        return NO_TEXT
    return Pair(text.lines(languages), tuple(text.needs_review(tag) for tag in languages))


def name_forms(name: Name | None) -> NameForms:
    """The three forms of a name column read as `columns.Name`."""
    return NameForms(name.zh, name.latin, name.native) if name else NO_NAME

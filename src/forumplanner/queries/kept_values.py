"""Values as the journal keeps them, in words: a key as a name, a code as its label, a time on the forum's clock."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Date, DateTime, Enum, Table, TypeDecorator
from sqlalchemy.orm import Session as Db

from forumplanner.domain.columns import HIDDEN, field_word
from forumplanner.domain.countries import country_name
from forumplanner.domain.labels import label
from forumplanner.domain.times import day_short, local_clock, zone
from forumplanner.i18n import LANGUAGES, in_language
from forumplanner.snapshots.history import FieldChange, Words
from forumplanner.store.naming import Names, spoken
from forumplanner.store.schema import records_schema

EMPTY: Words = dict.fromkeys(LANGUAGES, "")


class KeptValues:
    """Puts values into words within one reading of the file; `zone_name`: the clock that instants are shown on."""

    def __init__(self, db: Db, *, zone_name: str) -> None:
        self.schema = records_schema()
        self.names = Names(db.connection(), self.schema)
        self._zone = zone_name

    def called(self, table: str, key: str) -> Words:
        """What an entry is and its name, e.g. "session “Opening”"."""
        return {tag: self.names.called(table, key, tag) for tag in LANGUAGES}

    def fields(self, table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
        """The fields that differ for a reader; keys and sort keys don't."""
        known = self.schema.tables[table]
        found = []
        for name in after:
            if name in HIDDEN or name not in known.columns:
                continue
            pair = self._pair(known, name, before.get(name), after[name])
            if pair[0] != pair[1]:
                found.append(FieldChange({tag: field_word(name, tag) for tag in LANGUAGES}, *pair))
        return tuple(found)

    def _pair(self, table: Table, name: str, before: Any, after: Any) -> tuple[Words, Words]:
        column = table.columns[name]
        if isinstance(before, dict) and isinstance(after, dict) and _by_language(column):
            changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
            return _texts(before, changed), _texts(after, changed)
        return (
            {tag: self._words(column, before, tag) for tag in LANGUAGES},
            {tag: self._words(column, after, tag) for tag in LANGUAGES},
        )

    def _words(self, column: Column[Any], value: Any, tag: str) -> str:
        if value in (None, "", [], {}):
            return ""
        for foreign in column.foreign_keys:
            return self.names.name(foreign.column.table.name, str(value), tag) or "…"
        if isinstance(value, str) and _keeps_instants(column):
            return self._instant(value, tag)
        if isinstance(column.type, Enum):
            return _code(column.type, value, tag)
        return _plain(column, value, tag)

    def _instant(self, text: str, tag: str) -> str:
        at = dt.datetime.fromisoformat(text)
        return f"{day_short(at.astimezone(zone(self._zone)).date(), tag)} {local_clock(at, self._zone)}"


def _by_language(column: Column[Any]) -> bool:
    return isinstance(column.type, TypeDecorator) and type(column.type).__name__ in {"Localized", "Named"}


def _texts(kept: Mapping[str, Any], keys: set[str]) -> Words:
    """Those of the languages or forms of a name that changed, the same for every reader."""
    texts = [str(one[0] if isinstance(one, list) else one) for key, one in sorted(kept.items()) if key in keys]
    return dict.fromkeys(LANGUAGES, " / ".join(filter(None, texts)))


def _code(kind: Enum, value: Any, tag: str) -> str:
    """The label of a code; the code itself where users never see it or this program doesn't know it."""
    members = kind.enum_class.__members__ if kind.enum_class is not None else {}
    member = members.get(value)
    if not isinstance(member, StrEnum):
        return str(value)
    try:
        return label(member, tag)
    except KeyError:
        return str(value)


def _keeps_instants(column: Column[Any]) -> bool:
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return isinstance(kind, DateTime)


def _plain(column: Column[Any], value: Any, tag: str) -> str:
    if isinstance(value, bool):
        return in_language(tag, "yes") if value else in_language(tag, "no")
    if isinstance(value, list):
        return ", ".join(spoken(one, tag) for one in value)
    if isinstance(value, dict):
        return spoken(value, tag) if _by_language(column) else ", ".join(f"{k}: {v}" for k, v in value.items())
    if column.name == "country":
        return country_name(str(value), tag)
    if isinstance(column.type, Date):
        return f"{day_short(dt.date.fromisoformat(value), tag)} {value[:4]}"
    return str(value)

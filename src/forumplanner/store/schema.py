"""Which tables the journal follows, and what replay must know of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Self

from sqlalchemy import MetaData, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase

from forumplanner.store import capture


@dataclass(frozen=True)
class Schema:
    """The journalled tables by name; `unique` are those columns of each that a UNIQUE covers."""

    metadata: MetaData
    tables: Mapping[str, Table]
    unique: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, base: type[DeclarativeBase], *, not_journalled: Iterable[str]) -> Self:
        """Every table of `base` but `not_journalled`; from now on its records can be written inside a step only."""
        capture.watch(base, frozenset(not_journalled))
        left_out = set(not_journalled)
        tables = {name: table for name, table in base.metadata.tables.items() if name not in left_out}
        return cls(base.metadata, tables, {name: _unique_columns(table) for name, table in tables.items()})


def _unique_columns(table: Table) -> frozenset[str]:
    constraints = [c.columns for c in table.constraints if isinstance(c, UniqueConstraint)]
    indexes = [i.columns for i in table.indexes if i.unique]
    return frozenset(column.name for columns in (*constraints, *indexes) for column in columns)


@cache
def records_schema() -> Schema:
    """The schema of the program's own records."""
    from forumplanner import records  # noqa: PLC0415 - declares every table; tests of other tables do without

    return Schema.of(records.Base, not_journalled=records.NOT_JOURNALLED)

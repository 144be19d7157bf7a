"""Short words for tables and columns in migrations: plain SQLAlchemy, so that a migration stays what it was.

A released migration speaks them, so what a word means never changes; a new meaning gets a new word.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

Columns = list[sa.Column[Any]]


def table(
    name: str,
    *columns: Columns,
    unique: tuple[str, ...] = (),
    index: tuple[str, ...] = (),
    checks: tuple[tuple[str, str], ...] = (),
) -> None:
    """A table with everything by its usual name; `unique` and `index` name columns, several joined by a comma."""
    parts: list[Any] = [column for group in columns for column in group]
    references = [(column.name, column.info["to"]) for column in parts if "to" in column.info]
    parts.append(sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    parts += [_reference(f"fk_{name}_{column}", column, to) for column, to in references]
    parts += [sa.UniqueConstraint(*names.split(","), name=_named("uq", name, names)) for names in unique]
    parts += [sa.CheckConstraint(rule, name=f"ck_{name}_{title}") for title, rule in checks]
    op.create_table(name, *parts)
    for names in index:
        op.create_index(_named("ix", name, names), name, names.split(","))


def _reference(name: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, deferrable=True, initially="DEFERRED")


def _named(kind: str, table: str, names: str) -> str:
    return f"{kind}_{table}_{names.replace(',', '_')}"


def _columns(kind: Any, names: tuple[str, ...], null: bool) -> Columns:
    return [sa.Column(name, kind, nullable=null) for name in names]


def to(table: str, *names: str, null: bool = False, kind: Any = None) -> Columns:
    """A reference to `table`."""
    return [sa.Column(name, kind or sa.Uuid(), nullable=null, info={"to": table}) for name in names]


def key(*names: str, null: bool = False) -> Columns:
    """A UUID."""
    return _columns(sa.Uuid(), names, null)


def text(*names: str, null: bool = False, length: int = 200) -> Columns:
    """A short text."""
    return _columns(sa.String(length), names, null)


def code(*names: str, null: bool = False) -> Columns:
    """A code of one of the closed lists."""
    return text(*names, null=null, length=40)


def prose(*names: str, null: bool = False) -> Columns:
    """A text of any length."""
    return _columns(sa.Text(), names, null)


def json(*names: str, null: bool = False) -> Columns:
    """JSON: texts in several languages, names, lists."""
    return _columns(sa.JSON(), names, null)


def number(*names: str, null: bool = False) -> Columns:
    """A whole number."""
    return _columns(sa.Integer(), names, null)


def flag(*names: str, null: bool = False) -> Columns:
    """A truth value."""
    return _columns(sa.Boolean(), names, null)


def instant(*names: str, null: bool = False) -> Columns:
    """An instant, kept in UTC."""
    return _columns(sa.DateTime(timezone=True), names, null)


def day(*names: str, null: bool = False) -> Columns:
    """A calendar day."""
    return _columns(sa.Date(), names, null)


def bytes_(*names: str, null: bool = False, length: int | None = None) -> Columns:
    """Bytes."""
    return _columns(sa.LargeBinary(length), names, null)

"""What every record shares: a client-made key, a version number, column types with one exact meaning.

Schema rules that the journal relies on (a test over the metadata asserts them): UUID keys, foreign keys deferred and
without ON DELETE or ON UPDATE, no `secondary=`, UNIQUE on identity only, JSON null stored as NULL.
"""

import datetime as dt
import enum
import uuid
from typing import Any

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, ForeignKey, MetaData, String, TypeDecorator, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText, Wording

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Utc(TypeDecorator[dt.datetime]):
    """An instant: aware in Python, UTC in the database (SQLite keeps it without a zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Refuse a naive time; store the instant in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone can't be kept")
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Give the instant back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Localized(TypeDecorator[LocalizedText]):
    """LocalizedText as JSON `{tag: [text, revision]}`; no text at all is `{}`."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: LocalizedText | None, dialect: Dialect) -> Any:
        """Turn the value into plain JSON."""
        return localized_to_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> LocalizedText | None:
        """Turn JSON back into the value."""
        return localized_from_json(value)


class LocalizedList(TypeDecorator[tuple[LocalizedText, ...]]):
    """Several LocalizedTexts in order, e.g. the titles of a forum that 暨 joins."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: tuple[LocalizedText, ...] | None, dialect: Dialect) -> Any:
        """Turn the values into a JSON list."""
        return None if value is None else [localized_to_json(text) for text in value]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[LocalizedText, ...]:
        """Turn a JSON list back into a tuple of values."""
        return tuple(localized_from_json(text) for text in value or ())


def localized_to_json(value: LocalizedText | None) -> dict[str, list[str | int]] | None:
    """`{tag: [text, revision]}`; None only for None."""
    if value is None:
        return None
    return {tag: [w.text, w.revision] for tag, w in value.wordings.items()}


def localized_from_json(value: dict[str, Any] | None) -> LocalizedText:
    """The reverse of `localized_to_json`."""
    return LocalizedText({tag: Wording(text, revision) for tag, (text, revision) in (value or {}).items()})


class Named(TypeDecorator[PersonName]):
    """PersonName as a JSON object of those of its fields that are set."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: PersonName | None, dialect: Dialect) -> Any:
        """Turn the value into plain JSON."""
        return None if value is None else value.to_json()

    def process_result_value(self, value: Any, dialect: Dialect) -> PersonName | None:
        """Turn JSON back into the value."""
        return PersonName.from_json(value or {})


class Texts(TypeDecorator[tuple[str, ...]]):
    """A frozen list of short texts: language tags, e-mail addresses, notes."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> Any:
        """Store a list."""
        return None if value is None else list(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """Give a tuple back."""
        return tuple(value or ())


def _codes(kind: type[enum.Enum]) -> list[str]:
    """The database keeps an enum's code ("onsite"), which files use too, not its Python name."""
    return [str(member.value) for member in kind]


class Base(DeclarativeBase):
    """The root of all records."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it once, nobody writes it
        uuid.UUID: Uuid(),
        dt.datetime: Utc(),
        dt.date: Date(),
        str: String(200),
        LocalizedText: Localized(),
        PersonName: Named(),
        tuple[str, ...]: Texts(),
        tuple[LocalizedText, ...]: LocalizedList(),
        enum.Enum: Enum(enum.Enum, native_enum=False, length=40, values_callable=_codes),
    }


class Versioned:
    """The optimistic lock: a writer with an old copy is refused, never wins silently."""

    version: Mapped[int] = mapped_column(nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        return {"version_id_col": cls.version}


class Keyed(Versioned):
    """A record with a UUID key of its own; verbs may give the key, else one is made."""

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4, sort_order=-10)


def refers_to(table: str) -> ForeignKey:
    """A foreign key to `table.id`, checked at COMMIT, never cascading: the journal must see every change itself."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")

"""Cheap readings of columns for lists of thousands: a key as text, a name and a localized text as plain values.

The full types build a UUID, a PersonName or a LocalizedText per row; at 10,000 people that is most of the time.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Dialect
from sqlalchemy.types import UserDefinedType

Reading = Callable[[Any], Any]


class Name(msgspec.Struct, frozen=True):
    """The forms of a name that a list shows; a form that is not set is ""."""

    zh: str = ""
    latin: str = ""
    native: str = ""
    native_language: str = ""
    family: str = ""


NO_NAME = Name()
_read_name = msgspec.json.Decoder(Name).decode
_read_texts = lru_cache(maxsize=8192)(msgspec.json.Decoder(dict[str, tuple[str, int]]).decode)
"""Titles repeat: one reading serves all rows that hold the same text, and nobody writes into it."""


class KeyText(UserDefinedType[str]):
    """A UUID key as its canonical text, "" for none; SQLite keeps 32 digits, other databases give a UUID."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Reading:  # noqa: ARG002 - SQLAlchemy's signature
        """Put the hyphens in."""
        return _hyphened


def _hyphened(value: Any) -> str:
    if not value:
        return ""
    text: str = value if isinstance(value, str) else value.hex
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class RawKey(UserDefinedType[Any]):
    """A UUID key as the database gives it, to be looked up among others of the same query and never shown."""

    cache_ok = True


class NameText(UserDefinedType[Name]):
    """A name column as a `Name`."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Reading:  # noqa: ARG002 - SQLAlchemy's signature
        """Read the JSON text, or take what a driver has read."""
        return lambda value: (
            _read_name(value) if isinstance(value, str) else msgspec.convert(value, Name) if value else NO_NAME
        )


class Texts(UserDefinedType[dict[str, tuple[str, int]]]):
    """A localized column as `{tag: (text, revision)}`."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Reading:  # noqa: ARG002 - SQLAlchemy's signature
        """Read the JSON text, or take what a driver has read."""
        return lambda value: _read_texts(value) if isinstance(value, str) else value or {}


KEY = KeyText()
RAW_KEY = RawKey()
NAME = NameText()
TEXTS = Texts()

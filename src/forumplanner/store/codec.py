"""One spelling for every kept value: rows to JSON images and back, the same on every database."""

import base64
import datetime as dt
import decimal
import enum
import json
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Column, Enum, LargeBinary, Table, TypeDecorator
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import JSON

Json = str | int | float | bool | list[Any] | dict[str, Any] | None
Image = dict[str, Json]
"""A row, or the fields of it that a step changed, as plain JSON values by column name."""

Key = tuple[Any, ...]
"""A primary key as Python values, in the order of the table's key columns."""

_NEUTRAL = sqlite.dialect()
"""For column types of our own that ask for a dialect; JSON types don't look at it."""


def encode_row(table: Table, row: Mapping[str, Any]) -> Image:
    """A row of Python values as an image. Raises `TypeError` for a value that has no spelling here."""
    return {column.name: encode(column, row[column.name]) for column in table.columns}


def decode_image(table: Table, image: Image) -> dict[str, Any]:
    """The fields of an image as Python values, ready for INSERT or UPDATE by Core."""
    return {name: decode(table.columns[name], value) for name, value in image.items()}


def encode(column: Column[Any], value: Any) -> Json:
    """One value in its canonical spelling."""
    if _is_own_json(column):
        value = column.type.process_bind_param(value, _NEUTRAL)  # type: ignore[attr-defined]  # a TypeDecorator
    if isinstance(value, enum.Enum):
        return value.name
    if value is None or isinstance(value, (bool, int, float, str, list, dict)):
        return value
    return _spelled(value)


def _spelled(value: Any) -> str:
    match value:
        case uuid.UUID() | decimal.Decimal():
            return str(value)
        case dt.datetime() if value.tzinfo is not None:
            return value.astimezone(dt.UTC).isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
    raise TypeError(f"the journal has no spelling for {type(value).__name__}")


def decode(column: Column[Any], value: Json) -> Any:
    """The reverse of `encode`."""
    if _is_own_json(column):
        return column.type.process_result_value(value, _NEUTRAL)  # type: ignore[attr-defined]  # a TypeDecorator
    if value is None or isinstance(column.type, JSON):
        return value
    if isinstance(column.type, Enum):
        return column.type.enum_class[value] if column.type.enum_class else value  # type: ignore[index]  # typed as str or Enum
    return _reader(column)(value)


def _is_own_json(column: Column[Any]) -> bool:
    return isinstance(column.type, TypeDecorator) and isinstance(column.type.impl_instance, JSON)


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    if isinstance(column.type, LargeBinary):
        return base64.b64decode
    plain = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    kind = plain.python_type
    readers: dict[type, Callable[[Any], Any]] = {
        uuid.UUID: uuid.UUID,
        decimal.Decimal: decimal.Decimal,
        dt.datetime: dt.datetime.fromisoformat,
        dt.date: dt.date.fromisoformat,
        dt.time: dt.time.fromisoformat,
    }
    return readers.get(kind, _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value


def key_text(table: Table, key: Key) -> str:
    """A key as one text, e.g. "6f1e…|03ab…" for a key of two columns."""
    return "|".join(str(encode(column, part)) for column, part in zip(table.primary_key, key, strict=True))


def key_from_text(table: Table, text: str) -> Key:
    """The reverse of `key_text`."""
    return tuple(_key_part(column, part) for column, part in zip(table.primary_key, text.split("|"), strict=True))


def _key_part(column: Column[Any], part: str) -> Any:
    return int(part) if column.type.python_type is int else decode(column, part)


def canonical(value: Json) -> str:
    """JSON with sorted keys and no spaces; not-a-number and infinities are refused with `ValueError`."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


def plain(value: Json) -> str:
    """JSON that keeps the order of keys: a text's languages come back from undo in the order they were written."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def image_text(image: Image | None) -> str | None:
    """An image as it stands in the journal."""
    return None if image is None else plain(image)


def image_from_text(text: str | None) -> Image | None:
    """The reverse of `image_text`."""
    return None if text is None else json.loads(text)

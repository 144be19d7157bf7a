"""Texts with `{fields}` that users may write themselves: filled from a closed list of fields, never run as anything."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

GAP: Final = "____"
"""Stands where something isn't known yet: nothing is ever guessed."""

_FIELD: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled text, the fields whose value is missing, and names in braces that are no field; each named once."""

    text: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def fill(text: str, values: Mapping[str, str], fields: Container[str]) -> Filled:
    """Put values into a template; what is missing becomes a gap, and what is no field stays as it was written."""
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name not in fields:
            unknown[name] = None
            return found[0]
        if not values.get(name):
            missing[name] = None
            return GAP
        return values[name]

    return Filled(_FIELD.sub(value, text), tuple(missing), tuple(unknown))


def unknown_fields(text: str, fields: Container[str]) -> Iterator[str]:
    """Names in braces that are none of these fields."""
    return (name for name in _FIELD.findall(text) if name not in fields)

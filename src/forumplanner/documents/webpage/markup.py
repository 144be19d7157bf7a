"""HTML built of elements: whatever somebody wrote is escaped, only what is built here is markup."""

import re
from html import escape
from typing import Final

_VOID: Final = frozenset({"meta", "input", "br"})
_SAFE_LINK: Final = re.compile(r"^https?://[^\s\"'<>]+$", re.IGNORECASE)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Somebody's words as they stand: no character of them is markup, and none that HTML forbids is left."""
    return Markup(escape(_CONTROLS.sub("", words), quote=True))


def element(name: str, /, *children: str, **attributes: str | bool) -> Markup:
    """An element. Children that are no `Markup` are escaped; `class_` is `class`, `data_room` is `data-room`.

    An attribute that is True stands without a value; one that is False or "" is left out, but for an empty `value`.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value or key == "value")
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    inside = "".join(child if isinstance(child, Markup) else text(child) for child in children)
    return Markup(f"<{name}{given}>{inside}</{name}>")


def join(*pieces: str) -> Markup:
    """Several pieces one after the other."""
    return Markup("".join(piece if isinstance(piece, Markup) else text(piece) for piece in pieces))


def safe_link(url: str) -> str:
    """An address that may be linked to; "" for anything that is no plain web address."""
    return url if _SAFE_LINK.match(url) else ""


def _attribute(key: str, value: str | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'

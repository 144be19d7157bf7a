"""Content lines of RFC 5545 as bytes: text escaped, parameters quoted, lines folded at 75 octets."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit

OCTETS: Final = 75
"""A line is no longer than this, its line break aside (RFC 5545 3.1)."""

_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_PLAIN = re.compile(r"[ !#-\[\]-~]*")


def text(value: str) -> str:
    """A TEXT value (RFC 5545 3.3.11): any line break is backslash-n, control characters are left out."""
    return _cleaned(value).translate(_ESCAPES)


def parameter(value: str) -> str:
    """A quoted parameter value (RFC 5545 3.2): a double quote, which none can hold, becomes a single one."""
    clean = _cleaned(value).replace("\n", " ").replace('"', "'")
    return f'"{clean}"'


def _cleaned(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    broken = _BREAKS.sub("\n", value)
    return "".join(c for c in broken if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"}).replace(
        "\ufeff", ""
    )


def web_address(value: str) -> str:
    """The same http(s) link in ASCII as a URI value (RFC 3986); "" for what is no such link."""
    try:
        parts = urlsplit(value.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):  # a broken port or host: then it is no link, and stays in the text
        return ""
    if parts.scheme not in {"http", "https"} or not host or parts.username:
        return ""
    rest = parts._replace(scheme=parts.scheme, netloc=host + port)
    kept = {name: quote(getattr(rest, name), safe="/?:@!$&'()*+,;=-._~%") for name in ("path", "query", "fragment")}
    return rest._replace(**kept).geturl()


def line(content: str) -> bytes:
    """One content line in UTF-8, folded where it is too long, with its CRLF; never cut inside a character."""
    data = content.encode()
    if len(data) <= OCTETS:
        return data + b"\r\n"
    pieces = []
    start, room = 0, OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # a continuation byte of UTF-8
            end -= 1
        pieces.append(data[start:end])
        start, room = end, OCTETS - 1  # the space that opens a continuation counts
    pieces.append(data[start:])
    return b"\r\n ".join(pieces) + b"\r\n"

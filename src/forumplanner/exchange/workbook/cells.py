"""One cell to one value and back: a reader and a writer for each kind of column that needs no other row.

References, times of a session's day and journeys need other rows; `context` adds them.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfoNotFoundError

from forumplanner.domain import times
from forumplanner.domain.names import tidy_latin, tidy_zh
from forumplanner.domain.text import tidy
from forumplanner.exchange.workbook import days
from forumplanner.exchange.workbook.columns import Column, Kind
from forumplanner.exchange.workbook.words import (
    NO,
    YES,
    canonical_tag,
    choice_meant,
    choice_text,
    country_meant,
    country_text,
    yes_or_no,
)
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Texts, Value

MAX_SHORT: Final = 200
"""Letters that a short field keeps."""

MAX_LONG: Final = 20_000
"""Letters that a title, a note or an abstract keeps; a spreadsheet's cell holds 32,767."""

_SEPARATORS: Final = re.compile(r"[;；,，、\s]+")
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_BEIJING: Final = frozenset({"北京时间", "北京", "中国标准时间", "beijing", "beijing time", "china"})


@dataclass(frozen=True, slots=True)
class Read:
    """A cell that was understood: its value, how it is shown, and why that is not what stands in the cell, if so."""

    value: Value
    shown: str
    why: Texts | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that was not understood, and why."""

    why: Texts


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands in a cell that holds no value of its own: a formula never calculated, or a formula's error."""

    text: str
    why: Texts


def as_text(raw: object) -> str:  # noqa: PLR0911 - one line a type reads best
    """What a cell shows: whole numbers without ".0", days and times in ISO form, text trimmed."""
    match raw:
        case None:
            return ""
        case bool():
            return "TRUE" if raw else "FALSE"
        case float() if raw == int(raw):
            return str(int(raw))
        case dt.datetime():
            day_only = raw.time() == dt.time()
            return raw.date().isoformat() if day_only else raw.isoformat(" ", "seconds").removesuffix(":00")
        case dt.date():
            return raw.isoformat()
        case dt.time() | dt.timedelta():
            return days.clock_text(days.seconds_of(raw) or 0)
        case Refused():
            return raw.text
        case _:
            return str(raw).strip()


def read_cell(column: Column, raw: object, *, around: dt.date | None) -> Read | Unread:
    """Understand a cell of `column`; `around` is the forum's first day."""
    if isinstance(raw, Refused):
        return Unread(raw.why)
    return _READERS[column.kind](column, raw, around)


def write_cell(column: Column, value: Value) -> str | int:
    """The value as the workbook writes it; the reader gives the same value back."""
    match column.kind:
        case Kind.CHOICE:
            member = choice_meant(column.choices, str(value)) if column.choices else None
            return choice_text(member) if member else str(value)
        case Kind.COUNTRY:
            return country_text(str(value))
        case Kind.YES_NO:
            return YES if value else NO
        case Kind.NUMBER:
            return value if isinstance(value, int) else str(value)
        case Kind.MAILS | Kind.TAGS:
            return "; ".join(value) if isinstance(value, tuple) else str(value)
        case _:
            return str(value)


Reader = Callable[[Column, object, dt.date | None], Read | Unread]


def _plain(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    text = as_text(raw)
    if isinstance(raw, float) and abs(raw) >= 1e15:
        return Unread(localized("A spreadsheet keeps 15 digits of a number; the last ones are lost. Write it as text."))
    narrow = " ".join(tidy(unicodedata.normalize("NFKC", text)).split())
    return _capped(narrow, MAX_SHORT, _if_changed(text, narrow, localized("full-width letters, digits or spaces")))


def _kept(limit: int) -> Reader:
    """A reader of text that is kept as it is written."""

    def read(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
        text = as_text(raw).replace("\r\n", "\n").replace("\r", "\n")
        clean = tidy(text)
        why = _if_changed(unicodedata.normalize("NFC", text), clean, localized("control characters"))
        return _capped(clean, limit, why)

    return read


def _name(tidied: Callable[[str], str]) -> Reader:
    """A reader of a form of a name."""

    def read(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
        text = as_text(raw)
        clean = tidied(tidy(_without_full_width(text)))
        why = localized("spaces, dots or full-width letters in a name")
        return _capped(clean, MAX_SHORT, _if_changed(unicodedata.normalize("NFC", text), clean, why))

    return read


def _without_full_width(text: str) -> str:
    """Full-width letters, digits and spaces as ASCII ones; full-width punctuation stays."""
    narrow = ((c, unicodedata.normalize("NFKC", c)) for c in text)
    return "".join(n if c == "\u3000" or ("\uff01" <= c <= "\uff5e" and n.isalnum()) else c for c, n in narrow)


def _capped(text: str, limit: int, why: Texts | None) -> Read | Unread:
    if len(text) > limit:
        why_not = localized("{n} letters do not fit; at most {limit} are kept here.", n=len(text), limit=limit)
        return Unread(why_not)
    return Read(text, text, why)


def _if_changed(before: str, after: str, why: Texts) -> Texts | None:
    return None if before.strip() == after else why


def _country(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    text = as_text(raw)
    code = country_meant(text)
    if code is None:
        return Unread(localized("“{text}” is no country we know; write its name or two-letter code.", text=text))
    return Read(code, country_text(code))


def _choice(column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    text = as_text(raw)
    member = choice_meant(column.choices, text) if column.choices else None
    if member is None or column.choices is None:
        known = ", ".join(column.choices or ())
        return Unread(localized("“{text}” is none of the codes here: {known}.", text=text, known=known))
    return Read(str(member.value), choice_text(member))


def _yes_no(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    text = as_text(raw)
    meant = yes_or_no(text)
    if meant is None:
        return Unread(localized("“{text}” is neither yes nor no.", text=text))
    return Read(meant, YES if meant else NO)


def _number(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    text = as_text(raw)
    narrow = unicodedata.normalize("NFKC", text)
    found = re.fullmatch(r"(-?\d{1,9})\s*(?:\.0+)?\s*(人|座|位|分钟|分|个|min|minutes|people|seats)?", narrow)
    if found is None or isinstance(raw, bool):
        return Unread(localized("“{text}” is no whole number.", text=text))
    number = int(found[1])
    return Read(number, str(number), _if_changed(text, str(number), localized("a number with other characters")))


def _day(_column: Column, raw: object, around: dt.date | None) -> Read | Unread:
    day = days.day_of(raw, around)
    if day is None:
        return Unread(localized("“{text}” is no day we can read; write it as 2026-11-14.", text=as_text(raw)))
    text = day.isoformat()
    return Read(text, text, _if_changed(as_text(raw), text, localized("a day written in another way")))


def _zone(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    text = as_text(raw)
    name = "Asia/Shanghai" if text.casefold() in _BEIJING else text
    try:
        times.zone(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Unread(localized("“{text}” is no time zone; write it as Asia/Shanghai.", text=text))
    return Read(name, name, _if_changed(text, name, localized("a time zone written in another way")))


def _mails(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    text = as_text(raw)
    narrow = unicodedata.normalize("NFKC", text)
    mails = tuple(dict.fromkeys(part for part in _SEPARATORS.split(narrow) if part))
    wrong = next((mail for mail in mails if not _MAIL.fullmatch(mail)), None)
    if wrong is not None or len(mails) > 20 or any(len(mail) > MAX_SHORT for mail in mails):
        return Unread(localized("“{text}” is no e-mail address; look for a missing @ or dot.", text=wrong or text))
    why = _if_changed(_SEPARATORS.sub("", text), "".join(mails), localized("full-width letters in an address"))
    return Read(mails, "; ".join(mails), why)


def _tags(_column: Column, raw: object, _around: dt.date | None) -> Read | Unread:
    words = [word for word in _SEPARATORS.split(as_text(raw)) if word]
    tags = tuple(dict.fromkeys(canonical_tag(word) for word in words))
    if "" in tags:
        wrong = next(word for word in words if not canonical_tag(word))
        return Unread(localized("“{text}” is no language; write it as en, zh-Hans or ru.", text=wrong))
    return Read(tags, "; ".join(tags))


_READERS: Final[dict[Kind, Reader]] = {
    Kind.CODE: _plain,
    Kind.PLAIN: _plain,
    Kind.TEXT: _kept(MAX_SHORT),
    Kind.LONG: _kept(MAX_LONG),
    Kind.NAME_ZH: _name(tidy_zh),
    Kind.NAME: _name(tidy_latin),
    Kind.COUNTRY: _country,
    Kind.CHOICE: _choice,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
    Kind.ZONE: _zone,
    Kind.MAILS: _mails,
    Kind.TAGS: _tags,
}

READABLE_ALONE: Final = frozenset(_READERS)
"""Kinds of cells that need no other row to be understood."""

"""Reads a calendar with libical, the C library behind the calendars of many desktops and servers, through ctypes."""

import ctypes
import ctypes.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


class _Time(ctypes.Structure):
    """`struct icaltimetype` of libical 3; the zone is a pointer into the calendar that it was read from."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


@dataclass(frozen=True, slots=True)
class Read:
    """An event as libical understands it; start and end in seconds since 1970."""

    uid: str
    sequence: int
    summary: str
    start: float
    end: float


_POINTER, _TEXT, _WHOLE = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
_FUNCTIONS = {
    "icalparser_parse_string": (_POINTER, _TEXT),
    "icalcomponent_string_to_kind": (_WHOLE, _TEXT),
    "icalcomponent_get_first_component": (_POINTER, _POINTER, _WHOLE),
    "icalcomponent_get_next_component": (_POINTER, _POINTER, _WHOLE),
    "icalcomponent_get_uid": (_TEXT, _POINTER),
    "icalcomponent_get_sequence": (_WHOLE, _POINTER),
    "icalcomponent_get_summary": (_TEXT, _POINTER),
    "icalcomponent_get_dtstart": (_Time, _POINTER),
    "icalcomponent_get_dtend": (_Time, _POINTER),
    "icaltime_as_timet_with_zone": (ctypes.c_long, _Time, _POINTER),
    "icalcomponent_count_errors": (_WHOLE, _POINTER),
    "icalrestriction_check": (_WHOLE, _POINTER),
    "icalcomponent_free": (None, _POINTER),
}


@cache
def _library() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError:
        return None
    for name, (gives, *takes) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    return library


def is_there() -> bool:
    """Whether this machine has it."""
    return _library() is not None


def read(data: bytes) -> list[Read]:
    """The events of a calendar, in its order; fails where libical finds a fault or misses what iTIP asks for."""
    library = _library()
    assert library
    calendar = library.icalparser_parse_string(data)
    assert calendar, "libical reads no calendar at all"
    try:
        kept = library.icalrestriction_check(calendar)
        faults = library.icalcomponent_count_errors(calendar)
        assert (kept, faults) == (1, 0)
        return list(_events(library, calendar))
    finally:
        library.icalcomponent_free(calendar)


def _events(library: ctypes.CDLL, calendar: int) -> Iterator[Read]:
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event:
        start, end = library.icalcomponent_get_dtstart(event), library.icalcomponent_get_dtend(event)
        yield Read(
            library.icalcomponent_get_uid(event).decode(),
            library.icalcomponent_get_sequence(event),
            library.icalcomponent_get_summary(event).decode(),
            library.icaltime_as_timet_with_zone(start, start.zone),
            library.icaltime_as_timet_with_zone(end, end.zone),
        )
        event = library.icalcomponent_get_next_component(calendar, kind)

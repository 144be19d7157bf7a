"""What the two readers in Python make of our zones: the instants of the zone database, like the readers in C and JS."""

from collections.abc import Callable
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from readers.made import ZONES, Instants, calendars


def by_vobject(data: bytes) -> Instants:
    events = vobject.readOne(data.decode()).vevent_list
    return [(one.dtstart.value.timestamp(), one.dtend.value.timestamp()) for one in events]


def by_icalendar(data: bytes) -> Instants:
    calendar: Any = Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    return [(one["DTSTART"].dt.timestamp(), one["DTEND"].dt.timestamp()) for one in events]


@pytest.mark.parametrize("read", [by_vobject, by_icalendar])
@pytest.mark.parametrize("zone", ZONES)
def test_every_wall_clock_from_2024_to_2030_is_the_instant_of_the_zone_database(
    zone: str, read: Callable[[bytes], Instants]
) -> None:
    for data, instants in calendars(zone):
        assert read(data) == instants

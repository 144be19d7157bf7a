"""Small snapshots for checks: one line a session, times as a Beijing clock on the test's day."""

import datetime as dt
from itertools import count
from typing import Any

from factories import DAY, at, text
from forumplanner.checks import Check, run
from forumplanner.domain.kinds import Direction, ItemKind, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.snapshots.checks import (
    CheckedAppearance,
    CheckedForum,
    CheckedItem,
    CheckedJourney,
    CheckedPart,
    CheckedPerson,
    CheckedRoom,
    CheckedSession,
)
from forumplanner.snapshots.findings import Finding

ROOM_A = CheckedRoom("A", text("A厅", "Room A"), capacity=120)
ROOM_B = CheckedRoom("B", text("B厅", "Room B"), capacity=150)
RAHMAN = CheckedPerson("rahman", PersonName(zh="拉赫曼", latin="Karim Rahman"), "BD")
PERERA = CheckedPerson("perera", PersonName(zh="佩雷拉", latin="Nimal Perera"), "LK")

_numbers = count(1)


def forum(*sessions: CheckedSession, **fields: Any) -> CheckedForum:
    """A forum with two rooms and two people, in which nothing but its sessions can be amiss."""
    values = {
        "titles": (text("云岭论坛", "Yunling Forum"),),
        "mailbox": "office@yunling.example",
        "rooms": (ROOM_A, ROOM_B),
        "people": (RAHMAN, PERERA),
        **fields,
    }
    return CheckedForum(id="forum", sessions=sessions, **values)


def session(
    name: str,
    start: str | None,
    end: str | None,
    *parts: CheckedPart,
    room: str = "",
    day: dt.date = DAY,
    **fields: Any,
) -> CheckedSession:
    """A session called 场次X / Session X with the id X; a reception, unless a kind is given."""
    values = {
        "kind": SessionKind.RECEPTION,
        "title": text(f"场次{name}", f"Session {name}"),
        "rooms": (room,) if room else (),
        "day": day,
        **fields,
    }
    return CheckedSession(id=name, start=at(start, day), end=at(end, day), parts=parts, **values)


def part(
    *items: CheckedItem,
    start: str | None = None,
    end: str | None = None,
    title: LocalizedText = EMPTY,
    **people: Role,
) -> CheckedPart:
    """A part; `rahman=Role.CHAIR` has that person chair it."""
    return CheckedPart(
        f"part{next(_numbers)}",
        title=title,
        start=at(start),
        end=at(end),
        items=items,
        appearances=tuple(appears(person, role) for person, role in people.items()),
    )


def talk(
    *appearances: CheckedAppearance,
    start: str | None = None,
    minutes: int | None = 20,
    name: str = "Talk",
    **fields: Any,
) -> CheckedItem:
    """A report called 报告Talk / Talk with the id Talk."""
    values = {"kind": ItemKind.REPORT, "title": text(f"报告{name}", name), **fields}
    return CheckedItem(id=name, start=at(start), minutes=minutes, appearances=appearances, **values)


def appears(person: str | None, role: Role = Role.SPEAKER, **fields: Any) -> CheckedAppearance:
    """Somebody in an item or part."""
    return CheckedAppearance(f"appearance{next(_numbers)}", role, person, **fields)


def arrives(clock: str | None) -> CheckedJourney:
    """An arrival on the test's day."""
    return CheckedJourney(Direction.ARRIVAL, at(clock))


def leaves(clock: str | None) -> CheckedJourney:
    """A departure on the test's day."""
    return CheckedJourney(Direction.DEPARTURE, at(clock))


def found(snapshot: CheckedForum, *checks: Check) -> list[Finding]:
    """What these checks find, or all of them."""
    return run(snapshot, checks=checks) if checks else run(snapshot)


def told(snapshot: CheckedForum, *checks: Check) -> list[tuple[str, str]]:
    """Their messages, Chinese and English."""
    return [(finding.message["zh-Hans"], finding.message["en"]) for finding in found(snapshot, *checks)]

"""Applying a way out of a finding: its verb with its plain values, as one step that can be undone."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final
from uuid import UUID

from forumplanner.actions.answering import ask_again
from forumplanner.actions.appearances import Who, set_appearance_mode, set_provisional, set_who
from forumplanner.actions.items import set_item_minutes, set_item_start
from forumplanner.actions.parts import start_part
from forumplanner.actions.planning import place_session
from forumplanner.actions.sessions import end_session, put_in_room
from forumplanner.actions.swapping import swap_items
from forumplanner.domain.ids import AppearanceId, ItemId, ParticipantId, PartId, RoomId, SessionId
from forumplanner.domain.kinds import Mode
from forumplanner.snapshots.findings import Cure, WayOut
from forumplanner.store import Store

Given = Mapping[str, str | int | None]


def apply(store: Store, way: WayOut) -> None:
    """Do what the way out says; where its verb refuses (`found.NoLongerThere` ...) nothing is changed."""
    _VERBS[way.cure](store, dict(way.values))


def _place_session(store: Store, given: Given) -> None:
    room = given.get("room_id")
    place_session(
        store,
        session_id=SessionId(_key(given, "session_id")),
        day=dt.date.fromisoformat(str(given["day"])),
        start=_number(given, "start"),
        room_id=RoomId(UUID(str(room))) if room else None,
    )


def _put_in_room(store: Store, given: Given) -> None:
    put_in_room(store, session_id=SessionId(_key(given, "session_id")), room_id=RoomId(_key(given, "room_id")))


def _end_session(store: Store, given: Given) -> None:
    end_session(store, session_id=SessionId(_key(given, "session_id")), end=_number(given, "end"))


def _start_part(store: Store, given: Given) -> None:
    start_part(store, part_id=PartId(_key(given, "part_id")), start=_number(given, "start"))


def _start_item(store: Store, given: Given) -> None:
    start = given["start"]
    set_item_start(store, item_id=ItemId(_key(given, "item_id")), start=None if start is None else int(start))


def _set_minutes(store: Store, given: Given) -> None:
    set_item_minutes(store, item_id=ItemId(_key(given, "item_id")), minutes=_number(given, "minutes"))


def _confirm_appearance(store: Store, given: Given) -> None:
    set_provisional(store, appearance_id=AppearanceId(_key(given, "appearance_id")), provisional=False)


def _set_person(store: Store, given: Given) -> None:
    who = Who(participant_id=ParticipantId(_key(given, "participant_id")))
    set_who(store, appearance_id=AppearanceId(_key(given, "appearance_id")), who=who)


def _swap_items(store: Store, given: Given) -> None:
    swap_items(store, first=ItemId(_key(given, "item_id")), second=ItemId(_key(given, "other_id")))


def _set_mode(store: Store, given: Given) -> None:
    mode = Mode(str(given["mode"]))
    set_appearance_mode(store, appearance_id=AppearanceId(_key(given, "appearance_id")), mode=mode)


def _open_place(store: Store, given: Given) -> None:
    set_who(store, appearance_id=AppearanceId(_key(given, "appearance_id")), who=Who())


def _ask_again(store: Store, given: Given) -> None:
    participant, session = _key(given, "participant_id"), _key(given, "session_id")
    ask_again(store, participant_id=ParticipantId(participant), session_id=SessionId(session))


def _key(given: Given, name: str) -> UUID:
    return UUID(str(given[name]))


def _number(given: Given, name: str) -> int:
    return int(given[name] or 0)


_VERBS: Final[Mapping[Cure, Callable[[Store, Given], None]]] = {
    Cure.PLACE_SESSION: _place_session,
    Cure.PUT_IN_ROOM: _put_in_room,
    Cure.END_SESSION: _end_session,
    Cure.START_PART: _start_part,
    Cure.START_ITEM: _start_item,
    Cure.SET_MINUTES: _set_minutes,
    Cure.CONFIRM_APPEARANCE: _confirm_appearance,
    Cure.SET_PERSON: _set_person,
    Cure.SET_MODE: _set_mode,
    Cure.SWAP_ITEMS: _swap_items,
    Cure.OPEN_PLACE: _open_place,
    Cure.ASK_AGAIN: _ask_again,
}

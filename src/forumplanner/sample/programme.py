"""The sample's programme but for the parallel forums: rooms, ceremonies, keynotes, meals, meeting, visit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forumplanner.domain.kinds import Access, Interpretation, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.text import EMPTY
from forumplanner.records import Appearance, Item, Part, Room, Session, SessionRoom
from forumplanner.sample import draft as drafts
from forumplanner.sample.draft import FORUM, Draft
from forumplanner.sample.tables import ZONE, at, bilingual, day, key, minutes, pair, table

Row = Mapping[str, Any]

PARALLEL_ENDS = 16 * 60 + 30
"""When the parallel forums end in the table of sessions; what stands after them moves with their real end."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the appearances of a record belong: an item or a part, and the code theirs start with."""

    item: str = ""
    part: str = ""

    @property
    def code(self) -> str:
        """The code of the item or part."""
        return self.item or self.part


def add_rooms(draft: Draft) -> None:
    """The rooms of the table; parallel forums beyond the fourth get theirs in `parallel`."""
    for number, row in enumerate(table("programme")["rooms"]):
        draft.add(
            Room(
                id=key("room", row["code"]),
                forum_id=FORUM,
                code=row["code"],
                name=bilingual(row["zh"], row["en"]),
                building=pair(row["building"]),
                floor=row["floor"],
                capacity=row["capacity"],
                layout=row.get("layout", ""),
                equipment=row.get("equipment", ""),
                booths=row.get("booths"),
                position=number,
            )
        )


def add_sessions(draft: Draft, *, participants: int, parallel_ends: int) -> None:
    """Every session of the table; `parallel_ends` in minutes since midnight moves those that wait for the forums."""
    for number, row in enumerate(table("programme")["sessions"]):
        late = max(0, parallel_ends - PARALLEL_ENDS - row.get("slack", 0)) if row.get("after_parallel") else 0
        _add_session(draft, row, number, late, participants)


def _add_session(draft: Draft, row: Row, number: int, late: int, participants: int) -> None:
    code = row["code"]
    timed = "start" in row
    start, end = (minutes(row["start"]) + late, minutes(row["end"]) + late) if timed else (0, 0)
    draft.add(
        Session(
            id=key("session", code),
            forum_id=FORUM,
            code=code,
            kind=SessionKind(row["kind"]),
            title=bilingual(row["zh"], row["en"]),
            summary=pair(row["summary"]) if "summary" in row else EMPTY,
            day=day(row["day"]),
            starts_at=at(row["day"], start) if timed else None,
            ends_at=at(row["day"], end) if timed else None,
            zone=ZONE,
            place=pair(row["place"]) if "place" in row else EMPTY,
            access=Access(row.get("access", "open")),
            url="https://live.qlmu.example/forum2027" if row.get("live") else "",
            expected=round(participants * 0.9) if row.get("expected_all") else row.get("expected"),
            position=number,
        )
    )
    for place, room in enumerate([*([row["room"]] if "room" in row else []), *row.get("relay", ())]):
        add_room_use(draft, code, room, place)
    for place, part in enumerate(row.get("parts", ({},)), start=1):
        _add_part(draft, row, part, place, late)


def add_room_use(draft: Draft, session: str, room: str, place: int) -> None:
    """A room that a session uses, or relays it."""
    draft.add(
        SessionRoom(
            id=key("session_room", f"{session}/{room}"),
            session_id=key("session", session),
            room_id=key("room", room),
            position=place,
        )
    )


def _add_part(draft: Draft, session: Row, row: Row, number: int, late: int) -> None:
    code = f"{session['code']}-{number}"
    clock = {edge: row.get(edge, session.get(edge)) for edge in ("start", "end")}
    edges = {edge: at(session["day"], minutes(text) + late) if text else None for edge, text in clock.items()}
    draft.add(
        Part(
            id=key("part", code),
            session_id=key("session", session["code"]),
            code=code,
            title=bilingual(row.get("zh", ""), row.get("en", "")),
            starts_at=edges["start"],
            ends_at=edges["end"],
            position=number - 1,
        )
    )
    for place, chair in enumerate(row.get("chairs", ())):
        who = {"p": chair} if isinstance(chair, str) else chair
        add_appearance(draft, Place(part=code), {"role": "chair", **who}, place)
    for place, item in enumerate(row.get("items", ()), start=1):
        starts = minutes(item["start"]) + late if "start" in item else None
        add_item(draft, code, item, place, day_number=session["day"], starts=starts)


def add_item(draft: Draft, part: str, row: Row, number: int, *, day_number: int, starts: int | None) -> Item:
    """One row of the agenda with its people; `starts` in minutes, None where it flows from the one before."""
    code = f"{part}-{number:02d}"
    item = draft.add(
        Item(
            id=key("item", code),
            part_id=key("part", part),
            code=code,
            kind=ItemKind(row["kind"]),
            title=bilingual(row["zh"], row["en"]),
            starts_at=None if starts is None else at(day_number, starts),
            minutes=row["minutes"],
            languages=tuple(row.get("languages", ("zh-Hans",))),
            interpretation=Interpretation(row.get("interpretation", "none")),
            channel=row.get("channel", ""),
            media=row.get("media", ""),
            position=number - 1,
        )
    )
    for place, who in enumerate(row.get("who", ())):
        add_appearance(draft, Place(item=code), who, place)
    return item


def add_appearance(draft: Draft, where: Place, who: Row, number: int) -> None:
    """A person `p`, an institution `i` or only words `l`, in an item or a part."""
    draft.add(
        Appearance(
            id=key("appearance", f"{where.code}/{number}"),
            code=f"{where.code}-{'abcdefghijklmnop'[number]}",
            item_id=key("item", where.item) if where.item else None,
            part_id=key("part", where.part) if where.part else None,
            participant_id=drafts.participant(who["p"]) if "p" in who else None,
            institution_id=drafts.institution(who["i"]) if "i" in who else None,
            label=pair(table("programme")["labels"][who["l"]]) if "l" in who else EMPTY,
            role=Role(who.get("role", "speaker")),
            mode=Mode(who["mode"]) if "mode" in who else Mode.ON_SITE if "p" in who else None,
            post_id=drafts.post(who["p"], 1) if who.get("also") else None,
            provisional=bool(who.get("provisional")),
            position=number,
        )
    )

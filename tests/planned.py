"""A forum to plan in: an opening that small rooms relay, forums in rooms with tea and lunch, talks with own starts."""

from dataclasses import dataclass

from factories import (
    DAY,
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    make_track,
)
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, ItemId, PartId, RoomId, SessionId
from forumplanner.domain.kinds import ItemKind, SessionKind
from forumplanner.domain.times import clock
from forumplanner.queries import programme
from forumplanner.snapshots.programme import Programme, SessionLine
from forumplanner.store import Store
from planner_file import Filling

ROOMS = (("报告厅", "Hall"), ("301", "Room 301"), ("302", "Room 302"))


@dataclass
class Plan:
    """Keys by English name, and what the programme says about them."""

    store: Store
    forum_id: ForumId
    sessions: dict[str, SessionId]
    rooms: dict[str, RoomId]
    parts: dict[str, PartId]
    items: dict[str, ItemId]

    def programme(self) -> Programme:
        with self.store.read() as db:
            return programme.load(db, forum_id=self.forum_id)

    def line(self, name: str) -> SessionLine:
        return next(line for line in self.programme().sessions if line.id == str(self.sessions[name]))

    def when(self, name: str) -> str:
        """Start and end: "09:00-10:00", "-" for none."""
        line = self.line(name)
        return f"{_clock(line.start)}-{_clock(line.end)}"

    def where(self, name: str) -> list[str]:
        """The rooms, the place first."""
        names = {str(key): room for room, key in self.rooms.items()}
        return [names[room] for room in self.line(name).room_ids]

    def starts(self, name: str) -> list[str]:
        """When each item of a session begins."""
        return [_clock(item.begins) for part in self.line(name).parts for item in part.items]

    def said(self, tag: str = "en") -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)

    def steps(self) -> int:
        return len(self.store.history())


def _clock(minutes: int | None) -> str:
    return "" if minutes is None else ("+" if minutes >= 1440 else "") + clock(minutes)


def make_plan(store: Store, filling: Filling) -> Plan:
    """09:00 opening, relayed; tea in the hall, keynotes, lunch for everybody; two forums, talks; one session waits."""
    with filling() as db:
        forum = make_forum(db)
        rooms = {en: make_room(db, forum, zh, en, position=n) for n, (zh, en) in enumerate(ROOMS)}
        hall, one, two = rooms.values()
        days = [
            ("Opening", "09:00", "10:00", SessionKind.OPENING, (hall, one)),
            ("Tea", "10:00", "10:30", SessionKind.BREAK, (hall,)),
            ("Keynotes", "10:30", "12:00", SessionKind.KEYNOTES, (hall,)),
            ("Lunch", "12:00", "13:00", SessionKind.MEAL, ()),
            ("Forum A", "13:30", "15:30", SessionKind.PARALLEL, (one,)),
            ("Forum B", "13:30", "15:00", SessionKind.PARALLEL, (two,)),
            ("Talks", "16:00", "17:00", SessionKind.OTHER, (one,)),
            ("Waiting", None, None, SessionKind.OTHER, ()),
        ]
        made = {
            en: make_session(
                db, forum, f"{en}场", en, start=start, end=end, day=DAY if start else None, kind=kind, rooms=places
            )
            for en, start, end, kind, places in days
        }
        made["Forum A"].track_id = make_track(db, forum, "A").id
        parts = {name: make_part(db, made[name]) for name in ("Opening", "Talks", "Waiting")}
        parts["A1"] = make_part(db, made["Forum A"], start="13:30", end="14:30", position=0)
        parts["A2"] = make_part(db, made["Forum A"], start="14:30", end="15:30", position=1)
        items = {
            "Address": make_item(db, parts["Opening"], "致辞", "Address", start="09:10", minutes=28),
            "Speech": make_item(db, parts["Opening"], "讲话", "Speech", minutes=10, position=1),
            "Talk": make_item(db, parts["A1"], "报告", "Talk", minutes=15),
            "Discussion": make_item(
                db, parts["A1"], "讨论", "Discussion", minutes=20, position=1, kind=ItemKind.DISCUSSION
            ),
            "Other": make_item(db, parts["Waiting"], "待定", "Waiting talk", minutes=20),
        }
        shen = make_participant(db, forum, make_person(db, "沈怀瑾", "Shen Huaijin"))
        make_appearance(db, items["Other"], shen)
    return Plan(
        store,
        ForumId(forum.id),
        sessions={name: SessionId(row.id) for name, row in made.items()},
        rooms={name: RoomId(room.id) for name, room in rooms.items()},
        parts={name: PartId(part.id) for name, part in parts.items()},
        items={name: ItemId(item.id) for name, item in items.items()},
    )

"""A forum of 1,000 people with 30 parallel forums: what a drag says, and what a cancelled talk leaves where it was."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from sqlalchemy import select

from forumplanner import sample
from forumplanner.checks.live import LiveChecks
from forumplanner.domain.ids import ForumId
from forumplanner.queries import checks as query
from forumplanner.records import Forum, Session
from forumplanner.snapshots.checks import CheckedForum, CheckedSession
from forumplanner.store import Store

DAY = dt.date(2027, 10, 24)


@dataclass
class Set:
    """Set K in a file, with its sessions by code."""

    store: Store

    @cached_property
    def forum_id(self) -> ForumId:
        with self.store.read() as db:
            return ForumId(db.execute(select(Forum.id)).scalar_one())

    @cached_property
    def snapshot(self) -> CheckedForum:
        with self.store.read() as db:
            return query.load(db, forum_id=self.forum_id)

    @cached_property
    def live(self) -> LiveChecks:
        return LiveChecks(self.snapshot)

    @cached_property
    def _codes(self) -> dict[str, uuid.UUID]:
        with self.store.read() as db:
            return {code: key for key, code in db.execute(select(Session.id, Session.code))}

    def session(self, code: str) -> CheckedSession:
        key = str(self._codes[code])
        return next(session for session in self.snapshot.sessions if session.id == key)

    def drag(self, code: str, clock: str, room_of: str = "") -> list[str]:
        """What is said in English while a session hovers over a time of the day, in another session's room."""
        session = self.session(code)
        assert session.start is not None
        assert session.end is not None
        start = dt.datetime.fromisoformat(f"{DAY}T{clock}:00+08:00")
        rooms = self.session(room_of).rooms[:1] if room_of else None
        end = start + (session.end - session.start)
        findings = self.live.moved(session.id, day=DAY, start=start, end=end, rooms=rooms)
        return sorted(finding.message["en"] for finding in findings)


@pytest.fixture(scope="module")
def k(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Set]:
    path: Path = tmp_path_factory.mktemp("k") / "k.forumplanner"
    with Store.create(path, actor="Lin") as store:
        sample.write(store, 1000, talks=300, rooms=30)
        yield Set(store)


OPENING = "“Opening Ceremony” (Qinglan Hall)"
CLOSING = "“Closing Ceremony” (Qinglan Hall)"
WORK = "“Work Meeting of the Alliance” (Council Room)"
TRINH = "Trinh Thi Thu Ha chairs Forum C, Second half (Room 305)"
BOTH = "both “Opening Ceremony” and “Keynote Session” are in"

DRAGS = {
    "two on the stage of the opening lead the work meeting": (
        ("WORK", "09:30"),
        [
            f"For 10 minutes from 09:52 on Sun 24 Oct, Ouyang Ruoshui chairs {WORK} and presents in {OPENING}.",
            f"For 5 minutes from 09:45 on Sun 24 Oct, Shen Yan speaks in {WORK} and presents in {OPENING}.",
        ],
    ),
    "two chairs of forums are wanted at the closing": (
        ("CLOSE", "14:00"),
        [
            f"For 12 minutes from 14:00 on Sun 24 Oct, {chair} has the floor in {CLOSING}."
            for chair in (
                "Li Song chairs Forum A, First half (Room 301) and",
                "Mu Zhao chairs Forum D, First half (Lecture Hall) and",
            )
        ],
    ),
    "the hall and the room that relays it are taken": (
        ("KEY", "09:30"),
        [f"For 32 minutes from 09:30 on Sun 24 Oct, {BOTH} {room}." for room in ("Lecture Hall", "Qinglan Hall")],
    ),
    "two forums in one room": (
        ("PF-E", "13:30", "PF-F"),
        ["For 210 minutes from 13:30 on Sun 24 Oct, both Forum F and Forum E are in Classroom P06."],
    ),
    "a briefing in a forum's room": (
        ("BRIEF", "14:00", "PF-G"),
        ["For 40 minutes from 14:00 on Sun 24 Oct, both Forum G and “Interpreters’ briefing” are in Classroom P07."],
    ),
    "a speaker on her way, a chair at the closing": (
        ("PF-C", "15:00"),
        [
            "Ayesha Khattak arrives on Sun 24 Oct 15:40, but is due in Forum C, First half on Sun 24 Oct 15:15.",
            f"For 12 minutes from 17:15 on Sun 24 Oct, {TRINH} and has the floor in {CLOSING}.",
        ],
    ),
}
"""Clashes by a drag: what is dragged where, and what must be said, naming both sides, rooms and minutes."""


@pytest.mark.parametrize("case", DRAGS)
def test_a_drag_says_with_whom_where_and_for_how_long(k: Set, case: str) -> None:
    dragged, said = DRAGS[case]

    assert k.drag(*dragged) == said


def test_a_drag_to_a_free_place_says_nothing(k: Set) -> None:
    assert k.drag("BRIEF", "19:00", "PF-G") == []

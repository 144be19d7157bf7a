"""Accepting a finding: kept with its reason, open again when the facts change, when the day is over, when undone."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from factories import make_forum, make_part, make_room, make_session
from forumplanner import checks
from forumplanner.actions.acknowledgements import NoReason, accept_finding, reopen_finding
from forumplanner.actions.sessions import end_session
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, SessionId
from forumplanner.queries import checks as query
from forumplanner.snapshots.checks import Acknowledged
from forumplanner.snapshots.findings import Finding, FindingKind
from forumplanner.store import Store
from planner_file import filling_of

TODAY = dt.date(2026, 11, 1)
NOON = dt.datetime(2026, 11, 1, 4, tzinfo=dt.UTC)


class Clash:
    """A planner file with one room taken twice for 30 minutes."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.create(folder / "clash.forumplanner", actor="Lin")
        with filling_of(self.store) as db:
            forum = make_forum(db, mailbox="office@yunling.example")
            room = make_room(db, forum)
            for start, end in (("09:00", "10:00"), ("09:30", "10:30")):
                self.last = make_session(db, forum, "会议", "Meeting", start=start, end=end, rooms=(room,))
                make_part(db, self.last)
            self.forum_id, self.session_id = ForumId(forum.id), SessionId(self.last.id)

    def found(self, today: dt.date = TODAY) -> tuple[list[Finding], list[Finding]]:
        with self.store.read() as db:
            snapshot = query.load(db, forum_id=self.forum_id)
        clashes = [finding for finding in checks.run(snapshot) if finding.kind is FindingKind.ROOM_OVERLAP]
        return checks.accepted(clashes, snapshot.acknowledged, today=today)

    def accept(self, reason: str = "只有二十分钟", until: dt.date | None = None) -> None:
        finding = [*self.found()[0], *self.found()[1]][0]
        accept_finding(self.store, forum_id=self.forum_id, finding=finding, reason=reason, until=until, now=NOON)


@pytest.fixture
def clash(tmp_path: Path) -> Iterator[Clash]:
    made = Clash(tmp_path)
    yield made
    made.store.close()


def test_an_accepted_finding_says_by_whom_and_why(clash: Clash) -> None:
    clash.accept("  有意安排 ")

    open_, (accepted,) = clash.found()
    assert open_ == []
    assert accepted.acknowledged == Acknowledged(
        accepted.id, accepted.fingerprint, "有意安排", by="Lin", at=NOON, language="en"
    )
    assert accepted.as_json()["acknowledged"] == {"reason": "有意安排", "by": "Lin", "until": None}


def test_it_is_open_again_when_its_facts_change_and_accepted_when_they_are_as_before(clash: Clash) -> None:
    clash.accept()

    end_session(clash.store, session_id=clash.session_id, end=11 * 60)
    assert [len(part) for part in clash.found()] == [1, 0]

    clash.store.undo()
    assert [len(part) for part in clash.found()] == [0, 1]


@pytest.mark.parametrize(("day", "numbers"), [(1, [0, 1]), (2, [0, 1]), (3, [1, 0])])
def test_it_is_open_again_after_its_day(clash: Clash, day: int, numbers: list[int]) -> None:
    clash.accept(until=dt.date(2026, 11, 2))

    assert [len(part) for part in clash.found(dt.date(2026, 11, day))] == numbers


def test_accepting_again_replaces_the_reason(clash: Clash) -> None:
    clash.accept("第一次")
    clash.accept("第二次")

    (accepted,) = clash.found()[1]
    assert accepted.acknowledged is not None
    assert accepted.acknowledged.reason == "第二次"


def test_it_can_be_reopened_and_both_can_be_undone(clash: Clash) -> None:
    clash.accept()
    (accepted,) = clash.found()[1]

    reopen_finding(clash.store, forum_id=clash.forum_id, finding=accepted)
    assert [len(part) for part in clash.found()] == [1, 0]

    clash.store.undo()
    assert [len(part) for part in clash.found()] == [0, 1]
    clash.store.undo()
    assert [len(part) for part in clash.found()] == [1, 0]


def test_reopening_what_nobody_accepted_makes_no_step(clash: Clash) -> None:
    before = clash.store.head()

    reopen_finding(clash.store, forum_id=clash.forum_id, finding=clash.found()[0][0])

    assert clash.store.head() == before


def test_a_reason_is_asked_for(clash: Clash) -> None:
    with pytest.raises(NoReason, match="reason"):
        clash.accept("  ")

    assert [len(part) for part in clash.found()] == [1, 0]


def test_the_history_tells_it_in_both_languages(clash: Clash) -> None:
    clash.accept("有意安排")

    step = clash.store.history()[0]
    assert sentence(step.kind, step.values, "en") == "Accepted “Yunling Hall is taken twice at once”: 有意安排"
    assert sentence(step.kind, step.values, "zh-Hans") == "已知悉“云岭厅同一时间安排了两场”：有意安排"

"""What the checks of a forum reckon with is set in one undoable step, and reaches the snapshot of the checks."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from factories import make_forum, text
from forumplanner.actions import check_settings as verbs
from forumplanner.actions.found import NotPossible
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Severity
from forumplanner.domain.planning import PlanningRules
from forumplanner.queries import checks as query
from forumplanner.records import SpecialDay
from forumplanner.snapshots.checks import CheckedDay, CheckedForum, CheckedWalk, CheckSeverity
from forumplanner.snapshots.findings import FindingKind
from forumplanner.store import Store
from planner_file import filling_of


class Ruled:
    """A planner file with one forum."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.create(folder / "rules.forumplanner", actor="Lin")
        with filling_of(self.store) as db:
            self.forum_id = ForumId(make_forum(db).id)

    def read(self) -> CheckedForum:
        with self.store.read() as db:
            return query.load(db, forum_id=self.forum_id)


@pytest.fixture
def ruled(tmp_path: Path) -> Iterator[Ruled]:
    made = Ruled(tmp_path)
    yield made
    made.store.close()


def test_a_severity_is_set_changed_and_given_back(ruled: Ruled) -> None:
    for severity in (Severity.OFF, Severity.NOTE):
        verbs.set_severity(ruled.store, forum_id=ruled.forum_id, kind=FindingKind.OVER_LUNCH, severity=severity)
        assert ruled.read().severities == (CheckSeverity("over_lunch", severity),)

    verbs.set_severity(ruled.store, forum_id=ruled.forum_id, kind=FindingKind.OVER_LUNCH, severity=None)
    assert ruled.read().severities == ()
    ruled.store.undo()
    assert ruled.read().severities == (CheckSeverity("over_lunch", Severity.NOTE),)


def test_planning_rules_change_one_by_one(ruled: Ruled) -> None:
    verbs.set_planning(ruled.store, forum_id=ruled.forum_id, walk=15)
    verbs.set_planning(ruled.store, forum_id=ruled.forum_id, prayer_from=12 * 60, prayer_to=13 * 60)

    assert ruled.read().planning == PlanningRules(walk=15, prayer_from=12 * 60, prayer_to=13 * 60)
    ruled.store.undo()
    assert ruled.read().planning == PlanningRules(walk=15)


@pytest.mark.parametrize("numbers", [{"meal_from": 14 * 60}, {"walk": -1}])
def test_a_rule_that_cannot_be_is_refused(ruled: Ruled, numbers: dict[str, int]) -> None:
    with pytest.raises(verbs.NoSuchRule, match="Nothing was changed"):
        verbs.set_planning(ruled.store, forum_id=ruled.forum_id, **numbers)

    assert ruled.read().planning == PlanningRules()


def test_a_rule_of_another_name_is_a_mistake_of_the_caller(ruled: Ruled) -> None:
    with pytest.raises(TypeError, match="sleep"):
        verbs.set_planning(ruled.store, forum_id=ruled.forum_id, sleep=8)


def test_a_walk_is_the_same_either_way(ruled: Ruled) -> None:
    verbs.set_walk(ruled.store, forum_id=ruled.forum_id, building="图书馆", other="会议中心", minutes=12)
    verbs.set_walk(ruled.store, forum_id=ruled.forum_id, building="会议中心", other="图书馆", minutes=8)

    assert ruled.read().walks == (CheckedWalk("会议中心", "图书馆", 8),)
    verbs.set_walk(ruled.store, forum_id=ruled.forum_id, building="图书馆", other="会议中心", minutes=None)
    assert ruled.read().walks == ()


def test_own_days_are_added_and_removed(ruled: Ruled) -> None:
    day = dt.date(2026, 11, 24)
    verbs.add_special_day(
        ruled.store, forum_id=ruled.forum_id, day=day, name={"zh-Hans": "水灯节", "en": "Loy Krathong"}, country="TH"
    )
    assert ruled.read().days == (CheckedDay(day, text("水灯节", "Loy Krathong"), "TH"),)

    with ruled.store.read() as db:
        key = db.query(SpecialDay).one().id
    verbs.remove_special_day(ruled.store, day_id=key)
    assert ruled.read().days == ()


def test_a_day_needs_a_name(ruled: Ruled) -> None:
    with pytest.raises(NotPossible, match="name"):
        verbs.add_special_day(ruled.store, forum_id=ruled.forum_id, day=dt.date(2026, 11, 24), name={"en": " "})

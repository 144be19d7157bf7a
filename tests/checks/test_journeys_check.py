"""Who lands after the own talk or leaves before its end; an hour lies between journey and stage."""

from dataclasses import replace

import pytest

from checked_forum import RAHMAN, appears, arrives, forum, found, leaves, part, session, talk
from forumplanner.checks import journeys
from forumplanner.domain.kinds import Mode, Role, Severity
from forumplanner.snapshots.checks import CheckedForum, CheckedJourney
from forumplanner.snapshots.findings import FindingKind, Page, Place

TALK = session("1", "09:00", "10:00", part(talk(appears("rahman"), start="09:20", minutes=20)))


def with_journeys(*trips: CheckedJourney, mode: Mode | None = None) -> CheckedForum:
    return forum(TALK, people=(replace(RAHMAN, journeys=trips, mode=mode),))


def test_an_arrival_after_the_own_talk_is_an_error() -> None:
    (late,) = found(with_journeys(arrives("09:50")), journeys.arrivals)

    assert (late.kind, late.severity, late.minutes) == (FindingKind.ARRIVES_AFTER, Severity.ERROR, 30)
    assert late.place == Place(Page.PEOPLE, "rahman")
    assert [subject.id for subject in late.subjects] == ["rahman", "1"]
    assert late.message == {
        "zh-Hans": "拉赫曼 11月14日 周六 09:50 才到，11月14日 周六 09:20 就要在“场次1”出场。",
        "en": "Karim Rahman arrives on Sat 14 Nov 09:50, but is due in “Session 1” on Sat 14 Nov 09:20.",
    }


@pytest.mark.parametrize(
    ("clock", "kinds"),
    [
        ("08:20", []),
        ("08:21", [FindingKind.ARRIVES_CLOSE]),
        ("09:20", [FindingKind.ARRIVES_CLOSE]),
        ("09:21", [FindingKind.ARRIVES_AFTER]),
        (None, []),
    ],
)
def test_an_hour_lies_between_arrival_and_talk(clock: str | None, kinds: list[FindingKind]) -> None:
    assert [f.kind for f in found(with_journeys(arrives(clock)), journeys.arrivals)] == kinds


@pytest.mark.parametrize(
    ("clock", "kinds"),
    [
        ("10:40", []),
        ("10:39", [FindingKind.LEAVES_CLOSE]),
        ("09:40", [FindingKind.LEAVES_CLOSE]),
        ("09:39", [FindingKind.LEAVES_BEFORE]),
        (None, []),
    ],
)
def test_an_hour_lies_between_talk_and_departure(clock: str | None, kinds: list[FindingKind]) -> None:
    assert [f.kind for f in found(with_journeys(leaves(clock)), journeys.departures)] == kinds


def test_little_time_after_landing_is_a_warning_with_its_minutes() -> None:
    (close,) = found(with_journeys(arrives("08:40")), journeys.arrivals)

    assert (close.severity, close.minutes) == (Severity.WARNING, 40)
    assert close.message == {
        "zh-Hans": "拉赫曼 11月14日 周六 08:40 到达，40 分钟后就要在“场次1”出场。",
        "en": "Karim Rahman arrives on Sat 14 Nov 08:40 and is due in “Session 1” 40 minutes later.",
    }


def test_a_departure_before_the_end_says_until_when_one_is_needed() -> None:
    (early,) = found(with_journeys(leaves("09:30")), journeys.departures)

    assert (early.severity, early.minutes) == (Severity.ERROR, 10)
    assert early.message == {
        "zh-Hans": "拉赫曼 11月14日 周六 09:30 离开，而“场次1”要到 11月14日 周六 09:40 才结束。",
        "en": "Karim Rahman leaves on Sat 14 Nov 09:30, but is needed in “Session 1” until Sat 14 Nov 09:40.",
    }


def test_of_two_legs_the_last_arrival_and_the_first_departure_count() -> None:
    legs = arrives("06:00"), arrives("09:30"), leaves("09:30"), leaves("23:00")

    assert [f.minutes for f in found(with_journeys(*legs), journeys.arrivals, journeys.departures)] == [10, 10]


def test_who_appears_online_or_by_video_may_be_anywhere() -> None:
    assert found(with_journeys(arrives("12:00"), mode=Mode.ONLINE), journeys.arrivals) == []
    assert found(with_journeys(arrives("12:00"), mode=Mode.VIDEO), journeys.arrivals) == []


def test_the_earliest_missed_talk_is_told_and_all_are_subjects() -> None:
    second = session("2", "10:00", "11:00", part(rahman=Role.CHAIR))
    late = forum(second, TALK, people=(replace(RAHMAN, journeys=(arrives("12:00"),)),))

    (finding,) = found(late, journeys.arrivals)

    assert [subject.id for subject in finding.subjects] == ["rahman", "1", "2"]
    assert "“Session 1”" in finding.message["en"]

"""Who leads, who is still to be named, who has not said yes."""

import pytest

from checked_forum import appears, forum, found, part, session, talk, told
from factories import text
from forumplanner.checks import roles
from forumplanner.domain.kinds import Role, SessionKind, Severity
from forumplanner.snapshots.checks import CheckedPart
from forumplanner.snapshots.findings import FindingKind


def test_a_part_that_nobody_leads_is_found() -> None:
    halves = session(
        "1", "14:00", "17:00", part(rahman=Role.CHAIR), part(talk(appears("perera"))), kind=SessionKind.PARALLEL
    )

    assert told(forum(halves), roles.without_chair) == [
        (
            "“场次1”第 2 节无人主持，日程上主持人一栏是空的。",
            "Nobody leads “Session 1”, part 2; the chair's cell in the agenda stays empty.",
        )
    ]


@pytest.mark.parametrize("role", [Role.CHAIR, Role.MODERATOR, Role.MC])
@pytest.mark.parametrize("place", ["part", "item"])
def test_a_chair_moderator_or_mc_leads_even_unnamed(role: Role, place: str) -> None:
    leader = appears(None, role, label=text("待定"))
    led = CheckedPart("p", appearances=(leader,)) if place == "part" else part(talk(leader))

    assert found(forum(session("1", "14:00", "15:00", led, kind=SessionKind.PARALLEL)), roles.without_chair) == []


@pytest.mark.parametrize("kind", [SessionKind.BANQUET, SessionKind.REGISTRATION, SessionKind.MEAL, SessionKind.VISIT])
def test_meals_and_registration_need_no_chair(kind: SessionKind) -> None:
    assert found(forum(session("1", "14:00", "15:00", part(), kind=kind)), roles.without_chair) == []


def test_places_to_be_filled_are_counted_by_session() -> None:
    gaps = part(talk(appears(None, label=text("待定")), name="One"), talk(appears(None, Role.PANELIST), name="Two"))

    (finding,) = found(forum(session("1", "14:00", "15:00", gaps)), roles.unsettled)

    assert (finding.kind, finding.severity) == (FindingKind.PLACEHOLDER_OPEN, Severity.NOTE)
    assert [subject.id for subject in finding.subjects] == ["1", "One", "Two"]
    assert finding.title == {"zh-Hans": "场次1还有 2 处人选待定", "en": "Session 1: 2 people to be named"}
    assert finding.message == {
        "zh-Hans": "“场次1”人选待定：“报告One”的报告人、“报告Two”的讨论嘉宾。",
        "en": "Still to be named in “Session 1”: Speaker of “One”, Panellist of “Two”.",
    }


def test_an_organisation_fills_a_place() -> None:
    ministry = part(talk(appears(None, institution_id="ministry")))

    assert found(forum(session("1", "14:00", "15:00", ministry)), roles.unsettled) == []


def test_people_who_have_not_confirmed_are_listed_by_session() -> None:
    unsure = part(talk(appears("rahman", provisional=True)), talk(appears("perera")))

    (finding,) = found(forum(session("1", "14:00", "15:00", unsure)), roles.unsettled)

    assert (finding.kind, finding.severity) == (FindingKind.APPEARANCE_PROVISIONAL, Severity.NOTE)
    assert finding.title["en"] == "Session 1: 1 person not confirmed"
    assert finding.message == {
        "zh-Hans": "“场次1”待确认：拉赫曼。",
        "en": "Not confirmed yet in “Session 1”: Karim Rahman.",
    }


def test_of_many_places_four_are_named() -> None:
    gaps = part(*(talk(appears(None), name=f"T{n}") for n in range(7)))

    (finding,) = found(forum(session("1", "14:00", "15:00", gaps)), roles.unsettled)

    assert finding.message["en"] == (
        "Still to be named in “Session 1”: "
        "Speaker of “T0”, Speaker of “T1”, Speaker of “T2”, Speaker of “T3” and 3 more."
    )
    assert finding.message["zh-Hans"].endswith("“报告T3”的报告人，另有 3 项。")

"""Somebody who declined and stands on the programme: what is said in both languages, and what can be done."""

from dataclasses import replace

from checked_forum import PERERA, RAHMAN, appears, forum, found, part, session, talk, told
from forumplanner.checks import declining, roles
from forumplanner.checks.ways import Ways
from forumplanner.domain.kinds import Role
from forumplanner.domain.names import PersonName
from forumplanner.snapshots.checks import CheckedDecline, CheckedForum, CheckedPerson
from forumplanner.snapshots.findings import Cure, WayOut

DEPUTY = CheckedPerson("deputy", PersonName(zh="木昭", latin="Mu Zhao"), "CN")


def programme(*declines: CheckedDecline) -> CheckedForum:
    """Rahman speaks in one session and chairs another, in which Perera moderates later."""
    return forum(
        session("1", "09:00", "10:00", part(talk(appears("rahman"), name="a")), room="A"),
        session("2", "14:00", "15:00", part(rahman=Role.CHAIR), room="A"),
        session("3", "16:00", "17:00", part(perera=Role.MODERATOR), room="B"),
        people=(RAHMAN, PERERA, DEPUTY),
        declines=declines,
    )


def ways(snapshot: CheckedForum, number: int = 0) -> tuple[WayOut, ...]:
    return Ways(snapshot).of(found(snapshot, declining.on_programme)[number])


def test_a_declined_session_is_named_with_the_task_in_it() -> None:
    assert told(programme(CheckedDecline("rahman", "1")), declining.on_programme) == [
        (
            "拉赫曼已婉拒“场次1”，日程上仍有其任务：报告人（“报告a”）。",
            "Karim Rahman declined “Session 1”, yet is still down for it: Speaker, “a”.",
        )
    ]


def test_who_is_not_coming_is_named_for_every_session() -> None:
    assert told(programme(CheckedDecline("rahman")), declining.on_programme) == [
        (
            "拉赫曼不来参会，“场次1”里仍有其任务：报告人（“报告a”）。",
            "Karim Rahman is not coming, yet is still down for “Session 1”: Speaker, “a”.",
        ),
        (
            "拉赫曼不来参会，“场次2”里仍有其任务：主持（“场次2”）。",
            "Karim Rahman is not coming, yet is still down for “Session 2”: Chair, “Session 2”.",
        ),
    ]


def test_a_speaker_is_recorded_asked_again_or_left_open() -> None:
    told_ways = [(way.cure, way.words["en"]) for way in ways(programme(CheckedDecline("rahman", "1")))]

    assert told_ways == [
        (Cure.SET_MODE, "Play a recording"),
        (Cure.ASK_AGAIN, "Ask again"),
        (Cure.OPEN_PLACE, "Leave the place open"),
    ]


def test_whoever_comes_instead_takes_the_task_over() -> None:
    (first, *_others) = ways(programme(CheckedDecline("rahman", successor="deputy")))

    assert (first.cure, first.words, first.effect["en"]) == (
        Cure.SET_PERSON,
        {"zh-Hans": "改请木昭任报告人", "en": "Other speaker: Mu Zhao"},
        "Mu Zhao comes in their place",
    )
    assert dict(first.values)["participant_id"] == "deputy"


def test_a_chair_is_followed_by_somebody_who_leads_and_is_free() -> None:
    snapshot = programme(CheckedDecline("rahman"))

    assert [(way.cure, way.words["en"]) for way in ways(snapshot, 1)] == [
        (Cure.SET_PERSON, "Other chair: Nimal Perera"),
        (Cure.ASK_AGAIN, "Ask again"),
        (Cure.OPEN_PLACE, "Leave the place open"),
    ]
    both = replace(snapshot, declines=(*snapshot.declines, CheckedDecline("perera")))
    assert [way.cure for way in ways(both, 1)] == [Cure.ASK_AGAIN, Cure.OPEN_PLACE]


def test_another_answer_reopens_what_was_accepted() -> None:
    one, whole = (
        found(programme(decline), declining.on_programme)[0]
        for decline in (CheckedDecline("rahman", "1"), CheckedDecline("rahman"))
    )

    assert one.id == whole.id
    assert one.fingerprint != whole.fingerprint


def test_who_declined_is_not_counted_among_those_who_may_still_confirm() -> None:
    unsure = forum(
        session(
            "1", "09:00", "10:00", part(talk(appears("rahman", provisional=True), appears("perera", provisional=True)))
        )
    )

    assert [f.message["en"] for f in found(replace(unsure, declines=(CheckedDecline("rahman"),)), roles.unsettled)] == [
        "Not confirmed yet in “Session 1”: Nimal Perera."
    ]

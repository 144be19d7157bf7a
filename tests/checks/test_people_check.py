"""Nobody can be in two rooms at once: found to the minute, with both rooms and roles, never in the own session."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checked_forum import PERERA, RAHMAN, appears, forum, found, part, session, talk
from factories import text
from forumplanner.checks import people
from forumplanner.domain.kinds import ItemKind, Mode, Role
from forumplanner.domain.text import LocalizedText
from forumplanner.snapshots.checks import CheckedForum
from forumplanner.snapshots.findings import FindingKind

CHAIRS_ONE = session("1", "14:00", "15:30", part(rahman=Role.CHAIR), room="A")


def speaks_in_two(start: str, minutes: int = 20) -> CheckedForum:
    return forum(
        CHAIRS_ONE,
        session("2", "14:00", "16:00", part(talk(appears("rahman"), start=start, minutes=minutes)), room="B"),
    )


def test_sentences_name_parallel_forums_by_their_letters() -> None:
    first = part(title=text("上半场", "First half"), end="15:00", rahman=Role.CHAIR)
    chairs = session("1", "14:00", "16:00", first, part(), room="A", letter="A")
    speaks = session("2", "14:00", "16:00", part(talk(appears("rahman"))), room="B", letter="B")

    (clash,) = found(forum(chairs, speaks), people.overlaps)

    assert clash.message == {
        "zh-Hans": "11月14日 周六 14:00 起 20 分钟内，拉赫曼既主持分论坛A上半场（A厅），又在分论坛B（B厅）作报告。",
        "en": "For 20 minutes from 14:00 on Sat 14 Nov, Karim Rahman chairs Forum A, First half (Room A) "
        "and speaks in Forum B (Room B).",
    }


def test_a_chair_who_speaks_elsewhere_at_the_same_time_is_found() -> None:
    (clash,) = found(speaks_in_two("15:10"), people.overlaps)

    assert clash.kind is FindingKind.PERSON_OVERLAP
    assert clash.minutes == 20
    assert [subject.id for subject in clash.subjects] == ["rahman", "1", "2"]
    assert clash.title == {"zh-Hans": "拉赫曼同时在两个会场", "en": "Karim Rahman is in two rooms at once"}
    assert clash.message == {
        "zh-Hans": "11月14日 周六 15:10 起 20 分钟内，拉赫曼既主持“场次1”（A厅），又在“场次2”（B厅）作报告。",
        "en": "For 20 minutes from 15:10 on Sat 14 Nov, Karim Rahman chairs “Session 1” (Room A) "
        "and speaks in “Session 2” (Room B).",
    }


@pytest.mark.parametrize(
    ("start", "minutes", "shared"),
    [("15:29", 20, [1]), ("15:30", 20, []), ("13:40", 20, []), ("13:41", 20, [1]), ("14:00", 90, [90])],
)
def test_only_shared_minutes_count(start: str, minutes: int, shared: list[int]) -> None:
    assert [clash.minutes for clash in found(speaks_in_two(start, minutes), people.overlaps)] == shared


def test_a_single_minute_is_one_minute() -> None:
    (clash,) = found(speaks_in_two("15:29"), people.overlaps)

    assert clash.message["zh-Hans"].startswith("11月14日 周六 15:29 起 1 分钟内，")
    assert clash.message["en"].startswith("For 1 minute from 15:29 on Sat 14 Nov, ")


def test_a_chair_may_speak_in_the_own_part() -> None:
    own = session("1", "14:00", "15:30", part(talk(appears("rahman"), start="14:00"), rahman=Role.CHAIR), room="A")

    assert found(forum(own), people.overlaps) == []


def test_the_chair_of_a_part_is_free_in_the_other_part() -> None:
    halves = session(
        "1", "14:00", "17:00", part(start="14:00", end="15:30", rahman=Role.CHAIR), part(start="15:50", end="17:00")
    )
    later = session("2", "15:30", "17:00", part(talk(appears("rahman"), start="16:00")))

    assert found(forum(halves, later), people.overlaps) == []


@pytest.mark.parametrize("role", Role)
def test_every_role_takes_the_person(role: Role) -> None:
    elsewhere = session("2", "14:00", "14:30", part(talk(appears("rahman", role), start="14:10")), room="B")
    (clash,) = found(forum(CHAIRS_ONE, elsewhere), people.overlaps)

    assert clash.minutes == 20
    assert clash.message["en"].endswith(" “Session 2” (Room B).")
    assert "“场次2”（B厅）" in clash.message["zh-Hans"]


@pytest.mark.parametrize(
    ("kind", "chinese", "english"),
    [
        (ItemKind.KEYNOTE, "又在“场次2”（B厅）作报告。", "and speaks in “Session 2” (Room B)."),
        (ItemKind.WELCOME, "又在“场次2”（B厅）致辞。", "and gives an address in “Session 2” (Room B)."),
        (ItemKind.DECLARATION, "又在“场次2”（B厅）发言。", "and has the floor in “Session 2” (Room B)."),
    ],
)
def test_a_speaker_reports_greets_or_has_the_floor(kind: ItemKind, chinese: str, english: str) -> None:
    elsewhere = session("2", "14:00", "14:30", part(talk(appears("rahman"), kind=kind)), room="B")
    (clash,) = found(forum(CHAIRS_ONE, elsewhere), people.overlaps)

    assert clash.message["zh-Hans"].endswith(chinese)
    assert clash.message["en"].endswith(english)


def test_who_speaks_twice_there_is_one_clash_of_all_minutes() -> None:
    two = part(talk(appears("rahman"), start="14:10"), talk(appears("rahman"), start="15:00"))

    (clash,) = found(forum(CHAIRS_ONE, session("2", "14:00", "16:00", two, room="B")), people.overlaps)

    assert clash.minutes == 40
    assert clash.message["en"].startswith("For 40 minutes in all, first at 14:10 on Sat 14 Nov, Karim Rahman chairs")


def test_items_without_a_start_of_their_own_flow_into_a_clash() -> None:
    flowing = part(talk(minutes=28), talk(minutes=2), talk(appears("rahman"), minutes=15))

    (clash,) = found(forum(CHAIRS_ONE, session("2", "14:30", "16:00", flowing, room="B")), people.overlaps)

    assert clash.minutes == 15
    assert clash.message["en"].startswith("For 15 minutes from 15:00")


def test_a_recorded_video_needs_nobody_in_the_room() -> None:
    video = appears("rahman", mode=Mode.VIDEO)

    assert (
        found(forum(CHAIRS_ONE, session("2", "14:00", "16:00", part(talk(video, start="15:10")))), people.overlaps)
        == []
    )


def test_two_tasks_in_one_place_are_called_so() -> None:
    beside = session("2", "15:00", "16:00", part(talk(appears("rahman"), start="15:00")), room="A")

    (clash,) = found(forum(CHAIRS_ONE, beside), people.overlaps)

    assert clash.title["en"] == "Karim Rahman has two tasks at once"


def test_others_at_the_same_time_and_places_without_a_person_are_no_clash() -> None:
    others = part(talk(appears("perera"), start="15:10"), talk(appears(None), start="15:10"))

    assert found(forum(CHAIRS_ONE, session("2", "14:00", "16:00", others)), people.overlaps) == []


def test_across_midnight_the_day_is_the_conference_day() -> None:
    late = [session(n, "23:30", "25:00", part(talk(appears("rahman"), start="24:30")), room=n) for n in "AB"]

    (clash,) = found(forum(*late), people.overlaps)

    assert clash.message["en"].startswith("For 20 minutes from 00:30 on Sat 14 Nov")


def test_the_id_lasts_and_the_fingerprint_follows_the_facts() -> None:
    (before,) = found(speaks_in_two("15:10"), people.overlaps)
    renamed = replace(CHAIRS_ONE, title=LocalizedText.of({"en": "Other name"}))
    other = session("2", "14:00", "16:00", part(talk(appears("rahman"), start="15:00")), room="B")
    (moved,) = found(forum(renamed, other), people.overlaps)

    assert moved.id == before.id
    assert moved.fingerprint != before.fingerprint


CLOCKS = st.integers(8 * 60, 20 * 60)
STRETCHES = st.lists(st.tuples(CLOCKS, st.integers(1, 180)), min_size=2, max_size=7)


@given(STRETCHES)
def test_the_sweep_finds_what_comparing_every_pair_finds(stretches: list[tuple[int, int]]) -> None:
    sessions = [
        session(str(n), _clock(start), _clock(start + minutes), part(talk(appears("rahman"), minutes=minutes)))
        for n, (start, minutes) in enumerate(stretches)
    ]
    expected = {
        (str(a), str(b)): shared
        for a, (first, length) in enumerate(stretches)
        for b, (second, other) in enumerate(stretches[a + 1 :], start=a + 1)
        if (shared := min(first + length, second + other) - max(first, second)) > 0
    }

    clashes = found(forum(*sessions), people.overlaps)

    assert {tuple(sorted(subject.id for subject in c.subjects[1:])): c.minutes for c in clashes} == expected


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def test_people_who_are_apart_in_time_and_place_leave_no_finding() -> None:
    assert found(forum(CHAIRS_ONE, people=(RAHMAN, PERERA)), people.overlaps) == []

"""Ways out: what each button says, what moves, and the verb with its values; the best stands first."""

from dataclasses import replace

from checked_forum import PERERA, RAHMAN, appears, arrives, forum, found, part, session, talk
from factories import at
from forumplanner.checks import filling, journeys, online, people, roles, rooms
from forumplanner.checks.ways import Ways, with_ways
from forumplanner.domain.kinds import ItemKind, Mode, Role
from forumplanner.domain.names import PersonName
from forumplanner.snapshots.checks import CheckedAppearance, CheckedForum, CheckedPerson
from forumplanner.snapshots.findings import Cure, Finding, WayOut

SOMEBODY = CheckedPerson("mu", PersonName(zh="木昭", latin="Mu Zhao"), "CN")


def ways(snapshot: CheckedForum, finding: Finding) -> tuple[WayOut, ...]:
    return Ways(snapshot).of(finding)


def test_two_sessions_in_one_room_have_another_room_and_another_time() -> None:
    snapshot = forum(
        session("1", "09:00", "10:00", part(perera=Role.CHAIR), room="A"),
        session("2", "09:30", "10:30", part(rahman=Role.CHAIR), room="A"),
    )
    (clash,) = found(snapshot, rooms.overlaps)

    first, *_others = ways(snapshot, clash)

    assert first == WayOut(
        "put_in_room:2:B",
        {"zh-Hans": "“场次2”改到B厅（空闲，150 座）", "en": "Move “Session 2” to Room B (free, 150 seats)"},
        {"zh-Hans": "移动 1 场，需告知 1 人", "en": "Moves 1 session, 1 person to be told"},
        Cure.PUT_IN_ROOM,
        (("session_id", "2"), ("room_id", "B")),
    )


def test_somebody_in_two_rooms_can_be_met_later_or_replaced_by_who_is_free() -> None:
    snapshot = forum(
        session("1", "14:00", "15:00", part(talk(appears("rahman"), minutes=60)), room="A"),
        session("2", "14:30", "15:30", part(rahman=Role.CHAIR, mu=Role.CHAIR), room="B"),
        session("3", "16:00", "17:00", part(mu=Role.CHAIR, perera=Role.MODERATOR), room="A"),
        people=(RAHMAN, PERERA, SOMEBODY),
    )
    (clash,) = found(snapshot, people.overlaps)

    told = [(way.cure, way.words["en"], way.effect["en"]) for way in ways(snapshot, clash)]

    assert told == [
        (Cure.PLACE_SESSION, "Start “Session 1” at 13:30", "Moves 1 session, 1 person to be told"),
        (
            Cure.SET_PERSON,
            "Other chair: Nimal Perera",
            "Nimal Perera is free then; 2 people to be told, in “Session 2”",
        ),
    ]


def test_overlapping_items_follow_each_other_or_the_first_is_shorter() -> None:
    snapshot = forum(
        session(
            "1",
            "09:00",
            "10:00",
            part(talk(start="09:00", minutes=30, name="a"), talk(start="09:20", minutes=20, name="b")),
            room="A",
        )
    )
    (clash,) = found(snapshot, filling.item_overlaps)

    assert [(way.words["en"], way.values) for way in ways(snapshot, clash)] == [
        ("Let “b” follow at once", (("item_id", "b"), ("start", None))),
        ("Shorten “a” to 20 minutes", (("item_id", "a"), ("minutes", 20))),
    ]


def test_an_overfull_session_gets_a_shorter_last_item_or_a_later_end() -> None:
    snapshot = forum(
        session("1", "09:00", "10:00", part(talk(minutes=40, name="a"), talk(minutes=35, name="b")), room="A")
    )
    (full,) = found(snapshot, filling.overruns)

    assert [(way.words["en"], way.values) for way in ways(snapshot, full)] == [
        ("Shorten “b” to 20 minutes", (("item_id", "b"), ("minutes", 20))),
        ("End “Session 1” at 10:15", (("session_id", "1"), ("end", 10 * 60 + 15))),
    ]


def test_a_later_end_is_not_offered_where_the_room_is_taken_then() -> None:
    snapshot = forum(
        session("1", "09:00", "10:00", part(talk(minutes=65)), room="A"), session("2", "10:00", "11:00", room="A")
    )
    (full,) = found(snapshot, filling.overruns)

    assert [way.cure for way in ways(snapshot, full)] == [Cure.SET_MINUTES]


def test_the_second_part_starts_when_the_first_is_over() -> None:
    first = replace(part(), id="P", start=at("14:00"), end=at("15:10"))
    second = replace(part(), id="Q", start=at("15:00"), end=at("16:00"))
    snapshot = forum(session("1", "14:00", "16:00", first, second, room="A"))
    (clash,) = found(snapshot, filling.part_overlaps)

    assert [(way.words["en"], way.values) for way in ways(snapshot, clash)] == [
        ("Start part 2 at 15:10", (("part_id", "Q"), ("start", 15 * 60 + 10)))
    ]


def test_who_is_not_confirmed_can_be_confirmed_one_by_one() -> None:
    unsure = (appears("rahman", provisional=True), appears("perera", provisional=True))
    snapshot = forum(session("1", "09:00", "10:00", part(talk(*unsure)), room="A"))
    (note,) = found(snapshot, roles.unsettled)

    assert [way.words["en"] for way in ways(snapshot, note)] == ["Confirm Karim Rahman", "Confirm Nimal Perera"]


def test_an_early_online_speaker_can_send_a_recording() -> None:
    snapshot = forum(
        session("1", "08:00", "09:00", part(talk(appears("rahman"), start="08:00", kind=ItemKind.REPORT)), room="A"),
        people=(replace(RAHMAN, mode=Mode.ONLINE),),
    )
    (early,) = found(snapshot, online.waking_hours)

    first = ways(snapshot, early)[0]

    assert (first.cure, first.words["en"]) == (Cure.SET_MODE, "Play a recording")


LATE = replace(RAHMAN, journeys=(arrives("10:10"),))


def two_talks(*later: CheckedAppearance, minutes: int = 20) -> CheckedForum:
    """Rahman, who lands at 10:10, speaks at 10:00; another talk is at 11:30."""
    talks = part(
        talk(appears("rahman"), start="10:00", name="a"), talk(*later, start="11:30", minutes=minutes, name="b")
    )
    return forum(session("1", "10:00", "12:00", talks, room="A"), people=(LATE, PERERA, SOMEBODY))


def swaps_of(snapshot: CheckedForum) -> list[tuple[str, str]]:
    (late,) = found(snapshot, journeys.arrivals)
    return [(w.words["en"], w.effect["en"]) for w in ways(snapshot, late) if w.cure is Cure.SWAP_ITEMS]


def test_who_lands_late_swaps_with_a_later_talk_of_the_same_length() -> None:
    assert swaps_of(two_talks(appears("perera"))) == [("Swap with “b” at 11:30", "Moves 2 items, 2 people to be told")]


def test_no_swap_where_the_other_is_longer_or_busy() -> None:
    busy = two_talks(appears("perera"))
    elsewhere = session("2", "09:50", "10:05", part(perera=Role.CHAIR), room="B")

    assert swaps_of(two_talks(appears("perera"), minutes=25)) == []
    assert swaps_of(replace(busy, sessions=(*busy.sessions, elsewhere))) == []


def test_only_so_many_findings_get_their_ways_at_once() -> None:
    snapshot = forum(
        *(
            session(str(n), "09:00", "10:00", part(talk(appears("rahman", provisional=True))), room="A")
            for n in range(3)
        )
    )
    findings = found(snapshot, roles.unsettled)

    assert [len(finding.ways) for finding in with_ways(findings, snapshot, most=2)] == [1, 1, 0]

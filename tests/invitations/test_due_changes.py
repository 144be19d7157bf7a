"""What people must be told, change by change: who, how many, what differs, and what is left out."""

from pathlib import Path

import pytest

from forumplanner.actions import telling
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.telling import Change
from forumplanner.records import Item, OutboxMessage
from forumplanner.snapshots.changes_to_tell import ChangeToTell, Sort
from forumplanner.store import Store
from told_forum import SENT, ToldForum


@pytest.fixture
def house(tmp_path: Path) -> ToldForum:
    return ToldForum(Store.create(tmp_path / "told.forumplanner", actor="Lin"))


def brief(rows: tuple[ChangeToTell, ...]) -> list[tuple[str, str, tuple[str, ...], int, int]]:
    """Title, change, sorts, people, mails."""
    return [
        (row.title.partition(" / ")[2], str(row.change), tuple(map(str, row.sorts)), row.people, len(row.mails))
        for row in rows
    ]


def test_whoever_was_told_nothing_is_no_change(house: ToldForum) -> None:
    sums = house.sums()

    assert (sums.rows, house.names(sums.strangers)) == ((), ["Hung", "Perera", "Siri"])
    assert (house.names(sums.by_hand), sums.in_peace, sums.last_at) == ([], 0, None)
    assert (len(sums.told), len(sums.untold)) == (0, 6)


def test_nothing_is_due_once_all_were_told(house: ToldForum) -> None:
    house.tell()
    sums = house.sums()

    assert (sums.rows, sums.strangers, sums.by_hand, sums.in_peace) == ((), (), (), 3)
    assert (house.names(sums.told), len(sums.untold)) == (["Hung", "Perera", "Siri"], 3)
    assert sums.last_at == SENT


def test_a_session_that_moves_is_one_row_for_those_who_have_it(house: ToldForum) -> None:
    house.tell()
    house.move("14:20", "16:20")
    sums = house.sums()

    assert brief(sums.rows) == [("Forum 3", "update", ("time",), 2, 2)]
    assert (house.names(sums.by_hand), sums.people(), sums.in_peace) == ([], 2, 1)


def test_time_place_and_title_of_one_session_are_one_mail(house: ToldForum) -> None:
    house.tell()
    house.move("15:00", "16:00")
    house.put_into("301")
    house.change(lambda one: setattr(one, "title", one.title.edited("en", "Forum three")))
    house.change(lambda one: setattr(one, "url", "https://live.yunling.example/3"))

    assert brief(house.sums().rows) == [("Forum three", "update", ("time", "place", "title", "link"), 2, 2)]


def test_a_talk_that_is_renamed_changes_what_the_session_holds_and_what_its_speaker_does(house: ToldForum) -> None:
    house.tell()
    with house.store.step(StepKind.OTHER) as db:
        talk = next(one for one in db.query(Item) if one.title.get("en") == "Talk of Siri")
        talk.title = talk.title.edited("en", "Another talk")
    (row,) = house.sums().rows

    assert (row.sorts, row.people) == ((Sort.CONTENT, Sort.PART), 2)


def test_moving_a_session_does_not_pretend_that_it_holds_something_else(house: ToldForum) -> None:
    house.tell()
    house.move("09:00", "10:00")
    house.put_into("301")
    (row,) = house.sums().rows

    assert row.sorts == (Sort.TIME, Sort.PLACE)


def test_people_who_leave_and_sessions_that_go_are_cancelled(house: ToldForum) -> None:
    house.tell()
    house.leave("Siri")
    rows = house.sums().rows

    assert [(row.change, row.sorts, row.people) for row in rows if row.change is Change.CANCEL] == [
        (Change.CANCEL, (Sort.LEFT,), 1)
    ]


def test_somebody_taken_off_the_list_is_cancelled_what_they_knew(house: ToldForum) -> None:
    house.tell()
    house.take_off("Siri")
    cancelled = [row for row in house.sums().rows if row.change is Change.CANCEL]

    assert [(row.sorts, row.people, row.mails[0].mailbox) for row in cancelled] == [
        ((Sort.LEFT,), 1, "siri@menam.example")
    ] * 2


def test_a_corrected_address_is_one_row_of_the_person(house: ToldForum) -> None:
    house.tell()
    house.write_to("Siri", "siri@new.example")
    (row,) = house.sums().rows

    assert (row.sorts, row.people, house.count(row.mails)) == ((Sort.ADDRESS,), 1, {"cancel": 2, "new": 2})


def test_a_session_that_moves_while_an_address_is_corrected_is_not_told_twice(house: ToldForum) -> None:
    house.tell()
    house.write_to("Siri", "siri@new.example")
    house.move("14:20", "16:20")
    rows = house.sums().rows

    assert [(row.sorts[0], row.people) for row in rows] == [(Sort.TIME, 1), (Sort.ADDRESS, 1)]


def test_what_some_know_otherwise_is_counted(house: ToldForum) -> None:
    house.tell()
    house.move("14:20", "16:20")
    house.tell([mail for mail in house.mails() if mail.participant_id == str(house.people["Siri"])])
    house.move("14:40", "16:40")
    (row,) = house.sums().rows

    assert (row.people, row.unlike) == (2, 1)


def test_a_minor_change_stays_a_row_until_the_next_one(house: ToldForum) -> None:
    house.tell()
    house.move("14:05", "16:05")
    telling.mark_minor(house.store, forum_id=house.forum, session_id=house.talk)
    minor = house.sums().rows[0].minor
    house.move("14:20", "16:20")

    assert (minor, house.sums().rows[0].minor) == (True, False)


@pytest.mark.parametrize("state", [OutboxState.QUEUED, OutboxState.RETRY, OutboxState.REFUSED])
def test_nobody_gets_a_second_mail_while_the_first_waits(house: ToldForum, state: OutboxState) -> None:
    house.tell()
    house.move("14:20", "16:20")
    house.tell(state=state)
    sums = house.sums()

    assert (sums.rows, house.names(sums.waiting)) == ((), ["Perera", "Siri"])


def test_a_refused_mail_is_due_again_at_a_corrected_address(house: ToldForum) -> None:
    house.tell([mail for mail in house.mails() if mail.participant_id == str(house.people["Hung"])])
    house.tell([mail for mail in house.mails() if mail.session_id == str(house.talk)], state=OutboxState.REFUSED)
    before = house.names(house.sums().waiting)
    house.write_to("Siri", "siri@new.example")

    assert (before, house.names(house.sums().strangers)) == (["Perera", "Siri"], ["Perera", "Siri"])


def test_what_was_told_by_mouth_and_goes_is_due_without_a_mailbox(house: ToldForum) -> None:
    house.tell()
    house.write_to("Siri", "")
    house.leave("Siri")
    sums = house.sums()

    assert [mail for row in sums.rows for mail in row.mails if mail.participant_id == str(house.people["Siri"])] == []
    assert "Siri" in house.names(sums.by_hand)


def test_mail_that_came_back_waits_for_nobody_once_it_was_looked_at(house: ToldForum) -> None:
    house.tell()
    with house.store.step(StepKind.OTHER) as db:
        for row in db.query(OutboxMessage).filter(OutboxMessage.to_name == "Hung"):
            row.state, row.content = OutboxState.REFUSED, None
    sums = house.sums()

    assert (sums.waiting, house.names(sums.strangers)) == ((), ["Hung"])

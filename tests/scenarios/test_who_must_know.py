"""The evening before: changes of plan, and exactly who must know of them, by mail, in a chat or on the phone."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from evening import CHATTING, LISTENING, MAILED, Evening, evening_in
from factories import text
from forumplanner.actions import knowing
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import Mode, SessionKind, StepKind
from forumplanner.invitations.itip import Method
from forumplanner.invitations.word_of_mouth import Spoken
from forumplanner.records import Item, Participant, Person, Session
from forumplanner.snapshots.must_know import MustKnow, Way, What


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = evening_in(tmp_path)
    with made.store:
        yield made


def test_nobody_must_know_anything_while_nothing_changed(evening: Evening) -> None:
    assert evening.known() == MustKnow(nothing=MAILED + CHATTING + LISTENING + 2)


def test_another_room_concerns_those_in_it_each_in_their_own_way(evening: Evening) -> None:
    evening.move_room()
    known = evening.known()

    assert {way: len(known.by(way)) for way in Way} == {Way.MAIL: MAILED, Way.CHAT: CHATTING, Way.PHONE: 0}
    assert known.nothing == LISTENING + 2
    (reason,) = known.reasons
    assert (reason.news.what, len(reason.people)) == (What.MOVED, MAILED + CHATTING)
    assert Spoken(evening.plan()).short(reason.news, "en") == ("Room 203", "Room 301")


def test_the_calendar_mails_are_exactly_those_updates(evening: Evening) -> None:
    before = {(one.participant_id, one.session_id): one for one in evening.plan().told}
    evening.move_room()
    mails = evening.send()

    assert len(mails) == MAILED
    assert {mail.method for mail in mails} == {Method.REQUEST}
    for mail in mails:
        (told,) = mail.tells
        last = before[mail.participant_id, told["session"]]
        assert (told["uid"], told["sequence"]) == (last.uid, last.sequence + 1)
    assert [mail for mail in evening.due() if mail.mailbox] == []


def test_a_typing_mistake_in_a_biography_or_an_abstract_concerns_nobody(evening: Evening) -> None:
    with evening.store.step(StepKind.EDIT_PERSON) as db:
        person = db.get_one(Person, db.get_one(Participant, evening.people["Speaker00"]).person_id)
        person.notes = "Born in 1960, not in 1906."
        for item in db.query(Item):
            item.abstract = text("摘要", "Abstract")

    assert evening.known().people == ()


def test_taking_all_changes_back_empties_every_list(evening: Evening) -> None:
    evening.move_room()
    evening.start_opening("09:30")
    assert evening.known().nothing == 0
    evening.store.undo()
    evening.store.undo()

    assert evening.known() == MustKnow(nothing=MAILED + CHATTING + LISTENING + 2)


def test_a_guest_of_honour_whom_nobody_told_anything_holds_the_released_programme(evening: Evening) -> None:
    evening.start_opening("09:30")

    assert evening.names(Way.PHONE) == ["Consul", "Governor"]
    (governor,) = [one for one in evening.known().people if one.participant_id == str(evening.people["Governor"])]
    plan = evening.plan()
    (reader,) = [one for one in plan.readers if one.participant_id == governor.participant_id]
    said = Spoken(plan).call(governor, reader)
    assert said["en"] == (
        "“Opening” is now on Sat 14 Nov 09:30–10:00 instead of 09:00–10:00; the place stays: "
        "International Conference Centre, Yunling Medical University."
    )


def test_whoever_was_told_by_phone_leaves_the_list_until_the_next_change(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.say("Governor")
    assert evening.names(Way.PHONE) == ["Consul"]

    evening.start_opening("09:40")
    assert evening.names(Way.PHONE) == ["Consul", "Governor"]

    evening.say("Governor", "Consul")
    assert evening.names(Way.PHONE) == []
    evening.start_opening("09:00")
    assert evening.names(Way.PHONE) == ["Consul", "Governor"]


def test_what_was_said_by_mistake_is_taken_back_with_its_line_in_the_log(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.say("Governor")
    (said,) = evening.facts().said
    assert (said.participant_id, said.sessions, said.channel) == (
        str(evening.people["Governor"]), (str(evening.opening),), Channel.PHONE,
    )  # fmt: skip

    taken = knowing.take_back(evening.store, messages=[UUID(said.message_id)])
    assert (taken, evening.facts().said, evening.names(Way.PHONE)) == (1, (), ["Consul", "Governor"])


def test_a_dropped_session_is_told_once_and_for_all(evening: Evening) -> None:
    with evening.store.step(StepKind.REMOVE_SESSION) as db:
        session = db.get_one(Session, evening.opening)
        session.kind = SessionKind.OTHER
        session.starts_at = session.ends_at = None
    news = {what for one in evening.known().by(Way.PHONE) for what in [item.what for item in one.news]}
    assert news == {What.OPEN}

    evening.say("Governor", "Consul")
    assert evening.names(Way.PHONE) == []


def test_a_newer_issue_in_their_hands_settles_what_it_says(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.hand_out("V3.1")

    assert evening.names(Way.PHONE) == []
    assert len(evening.known("V3.0").by(Way.PHONE)) == 2


def test_the_text_for_a_chat_is_polite_and_in_both_languages(evening: Evening) -> None:
    with evening.store.step(StepKind.EDIT_PARTICIPANTS) as db:
        for name in ("Speaker40", "Speaker41"):
            db.get_one(Participant, evening.people[name]).mode = Mode.ONLINE
    evening.move_room()
    plan = evening.plan()
    readers = {one.participant_id: one for one in plan.readers}
    told = Spoken(plan).group(evening.known().by(Way.CHAT), readers.get)
    chinese, english = told.split("\n\n")

    assert english == (
        "Dear all,\nthe programme of Yunling International Medical Education Forum has changed:\n"
        "“Forum 3” moves from Room 203 to Room 301; the time stays: "
        "Sat 14 Nov 14:00–16:00 (Bangkok 13:00–15:00).\n"
        "All else stays as it is. Thank you; please ask us if anything is unclear."
    )
    assert "“第三分论坛”由203会议室改到301会议室" in chinese
    assert "@" not in told

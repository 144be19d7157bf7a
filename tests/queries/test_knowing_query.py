"""Reading who must know: slots of both issues, calls, what was said; one person's correspondence."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from consular_stand import make_consulate
from evening import CHATTING, MAILED, NOW, Evening, evening_in
from factories import (
    make_delegation,
    make_forum,
    make_participant,
    make_person,
    make_session,
    new_database,
)
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.queries import correspondence, knowing
from forumplanner.records import ConsularGuest, ReceivedReply
from forumplanner.snapshots.correspondence import AnswerLine, SentLine
from forumplanner.snapshots.knowing import Call
from forumplanner.snapshots.wordings import NameForms
from planner_file import filling_of


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = evening_in(tmp_path)
    with made.store:
        yield made


def test_the_newest_issue_is_in_peoples_hands_unless_another_is_named(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.hand_out("V3.1")

    newest, named = evening.facts().since, evening.facts("V3.0").since
    assert newest is not None
    assert named is not None
    assert [(newest.name, newest.slots[0].start), (named.name, named.slots[0].start)] == [
        ("V3.1", dt.datetime(2026, 11, 14, 1, 30, tzinfo=dt.UTC)),
        ("V3.0", dt.datetime(2026, 11, 14, 1, tzinfo=dt.UTC)),
    ]
    assert [name for name, _issued in evening.facts().issues] == ["V3.1", "V3.0"]


def test_a_slot_knows_who_has_which_part_in_it(evening: Evening) -> None:
    opening, third = evening.facts().now

    assert (opening.for_all, third.for_all) == (True, False)
    assert {person for person, _code in opening.parts} == {str(evening.people["Governor"])}
    assert len(third.parts) == MAILED + CHATTING
    assert third.place == ("203会议室", "Room 203")


def test_nobody_holds_a_programme_that_was_never_issued() -> None:
    with new_database() as db:
        forum = make_forum(db)
        make_session(db, forum, "开幕式", "Opening", start="09:00", end="10:00")
        db.flush()
        facts = knowing.load(db, forum_id=forum.id)

    assert (facts.since, facts.issues, len(facts.now)) == (None, (), 1)


def test_a_call_is_made_by_the_liaison_officer_and_goes_to_the_post_where_the_guest_has_no_number() -> None:
    with new_database() as db:
        forum = make_forum(db)
        officer = make_participant(db, forum, make_person(db, "陈静", phone="0871-2"), Category.STAFF)
        group = make_delegation(db, forum, liaison_id=officer.id, contact="Ms Wang")
        guest = make_participant(db, forum, make_person(db, latin="Guest", phone="0871-3"), delegation_id=group.id)
        consul = make_participant(db, forum, make_person(db, latin="Consul"), Category.CONSULAR)
        post = make_consulate(db, "MM", "缅甸驻昆明总领馆", "Consulate-General of Myanmar in Kunming")
        post.phone, post.contact = "0871-4", "Daw Khin"
        db.add(ConsularGuest(forum_id=forum.id, consular_post_id=post.id, participant_id=consul.id))
        db.flush()
        calls = {call.participant_id: call for call in knowing.calls(db, forum_id=forum.id)}

        assert calls[str(guest.id)] == Call(str(guest.id), "0871-3", NameForms("陈静"), "0871-2", "Ms Wang")
        assert calls[str(consul.id)] == Call(str(consul.id), "0871-4", contact="Daw Khin")


def statements(db: Db, forum: ForumId) -> int:
    asked: list[str] = []
    connection = db.connection()

    def note(*arguments: object) -> None:
        asked.append(str(arguments[2]))

    event.listen(connection, "before_cursor_execute", note)
    knowing.load(db, forum_id=forum)
    event.remove(connection, "before_cursor_execute", note)
    return len(asked)


def test_a_hundred_people_cost_as_many_statements_as_one() -> None:
    counts = []
    for people in (1, 100):
        with new_database() as db:
            forum = make_forum(db)
            for n in range(people):
                make_participant(db, forum, make_person(db, latin=f"Person {n}"))
            db.flush()
            counts.append(statements(db, ForumId(forum.id)))

    assert counts[0] == counts[1]


def test_a_persons_correspondence_runs_backwards_with_both_sides(evening: Evening) -> None:
    person = evening.people["Speaker00"]
    with filling_of(evening.store) as db:
        db.add(
            ReceivedReply(
                forum_id=evening.forum,
                participant_id=person,
                session_id=evening.third,
                participation=Participation.ACCEPTED,
                comment="With pleasure",
                from_mailbox="p0@menam.example",
                received_at=NOW + dt.timedelta(hours=1),
                verdict=Verdict.TAKEN,
            )
        )
    with evening.store.read() as db:
        found = correspondence.load(db, forum_id=evening.forum, participant_id=person)
    answer, mail = found.lines

    assert isinstance(answer, AnswerLine)
    assert (answer.about, answer.participation, answer.comment) == (
        "第三分论坛 / Forum 3", Participation.ACCEPTED, "With pleasure",
    )  # fmt: skip
    assert isinstance(mail, SentLine)
    assert (mail.kind, mail.state, mail.channel) == (MailKind.PROGRAMME, OutboxState.HANDED_OVER, None)
    assert found.zone == "Asia/Shanghai"


def test_a_call_stands_in_it_with_its_words(evening: Evening) -> None:
    evening.start_opening("09:30")
    evening.say("Governor")
    with evening.store.read() as db:
        (line,) = correspondence.load(db, forum_id=evening.forum, participant_id=evening.people["Governor"]).lines

    assert isinstance(line, SentLine)
    assert (line.channel, line.words, line.author, line.mailbox) == (Channel.PHONE, "said to Governor", "Lin", "")

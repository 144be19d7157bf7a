"""The evening before: four changes of plan, and exactly who must know of them, by mail, in a chat or on the phone."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from factories import (
    at,
    make_appearance,
    make_delegation,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    text,
)
from forumplanner.actions import knowing, outbox, releases, telling
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId, ParticipantId, SessionId
from forumplanner.domain.kinds import Category, Mode, ReleaseKind, SessionKind, StepKind
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.telling import Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.due_changes import everything_due
from forumplanner.invitations.held import to_keep
from forumplanner.invitations.itip import Method
from forumplanner.invitations.who_must_know import who_must_know
from forumplanner.invitations.word_of_mouth import Spoken
from forumplanner.queries import knowing as reading
from forumplanner.queries import telling as telling_query
from forumplanner.records import Item, Participant, Person, Session
from forumplanner.snapshots.knowing import KnowingFacts
from forumplanner.snapshots.must_know import MustKnow, Way, What
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import TellingPlan
from forumplanner.snapshots.told_by_mouth import ByMouth
from forumplanner.store import Store
from planner_file import filling_of

NOW = dt.datetime(2026, 11, 13, 11, 40, tzinfo=dt.UTC)
MAILED, CHATTING, LISTENING = 38, 36, 60
"""In the third forum: by mail, in the chat of their delegation; in no parallel forum."""


class Evening:
    """A forum of 140 people whose programme was mailed to those with an address and handed out as V3.0."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.people: dict[str, ParticipantId] = {}
        with filling_of(store) as db:
            forum = make_forum(db, mailbox="office@yunling.example")
            self.room, self.other = (
                make_room(db, forum, f"{number}会议室", f"Room {number}").id for number in ("203", "301")
            )
            rooms = (db.get_one(type(make_room(db, forum)), self.room),)
            opening = make_session(db, forum, "开幕式", "Opening", kind=SessionKind.OPENING, start="09:00", end="10:00")
            third = make_session(
                db, forum, "第三分论坛", "Forum 3", kind=SessionKind.PARALLEL, start="14:00", end="16:00", rooms=rooms
            )
            address, talks = make_part(db, opening), make_part(db, third)
            group = make_delegation(db, forum, name=text("槟榔代表团", "Areca Delegation"))
            listeners = [make_item(db, talks, f"报告{n}", f"Talk {n}", minutes=1) for n in range(MAILED + CHATTING)]
            for n, item in enumerate(listeners):
                mailbox = (f"p{n}@menam.example",) if n < MAILED else ()
                person = make_person(db, latin=f"Speaker{n:02}", country="TH", emails=mailbox)
                made = make_participant(db, forum, person, Category.SPEAKER, delegation_id=group.id)
                make_appearance(db, item, made)
                self.people[f"Speaker{n:02}"] = ParticipantId(made.id)
            for n in range(LISTENING):
                person = make_person(db, latin=f"Delegate{n:02}", emails=(f"d{n}@menam.example",))
                made = make_participant(db, forum, person)
                self.people[f"Delegate{n:02}"] = ParticipantId(made.id)
            governor = make_participant(db, forum, make_person(db, latin="Governor", phone="0871-1"), Category.GUEST)
            make_appearance(db, make_item(db, address, "致辞", "Address", minutes=10), governor)
            self.people["Governor"] = ParticipantId(governor.id)
            consul = make_participant(db, forum, make_person(db, latin="Consul"), Category.CONSULAR)
            self.people["Consul"] = ParticipantId(consul.id)
            self.forum, self.opening, self.third = ForumId(forum.id), SessionId(opening.id), SessionId(third.id)

    def hand_out(self, name: str = "V3.0") -> None:
        releases.issue_release(self.store, forum_id=self.forum, name=name, kind=ReleaseKind.FINAL)

    def mail_programmes(self) -> None:
        book, programmes = telling.prepare_programmes(
            self.store, forum_id=self.forum, people=list(self.people.values()), now=NOW
        )
        written = list(Assembler(self.plan(), NOW).programmes(book, programmes))
        outbox.queue(
            self.store, forum_id=self.forum, kind=MailKind.PROGRAMME, mails=written, account="", handed_over=True
        )

    def plan(self) -> TellingPlan:
        with self.store.read() as db:
            return telling_query.load(db, forum_id=self.forum)

    def facts(self, since: str = "") -> KnowingFacts:
        with self.store.read() as db:
            return reading.load(db, forum_id=self.forum, since=since)

    def due(self) -> tuple[Due, ...]:
        return everything_due(self.plan())

    def known(self, since: str = "") -> MustKnow:
        return who_must_know(self.plan(), self.due(), self.facts(since))

    def names(self, way: Way) -> list[str]:
        by_key = {str(key): name for name, key in self.people.items()}
        return [by_key[one.participant_id] for one in self.known().by(way)]

    def move_room(self) -> None:
        with self.store.step(StepKind.MOVE_SESSION) as db:
            db.get_one(Session, self.third).rooms[0].room_id = self.other

    def start_opening(self, clock: str) -> None:
        with self.store.step(StepKind.MOVE_SESSION) as db:
            db.get_one(Session, self.opening).starts_at = at(clock)

    def say(self, *names: str, channel: Channel = Channel.PHONE) -> None:
        plan, known = self.plan(), self.known()
        keys = {str(self.people[name]): name for name in names}
        told = [
            ByMouth(
                one.participant_id, keys[one.participant_id], to_keep(one, plan), f"said to {keys[one.participant_id]}"
            )
            for one in known.people
            if one.participant_id in keys
        ]
        knowing.tell(self.store, forum_id=self.forum, told=told, channel=channel, now=NOW)

    def send(self) -> list[Written]:
        prepared = telling.prepare(
            self.store, forum_id=self.forum, mails=[mail for mail in self.due() if mail.mailbox], now=NOW
        )
        written = list(Assembler(self.plan(), NOW).changes(prepared))
        outbox.queue(self.store, forum_id=self.forum, kind=MailKind.CHANGE, mails=written, account="", handed_over=True)
        return written


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    with Store.create(tmp_path / "evening.forumplanner", actor="Lin") as store:
        made = Evening(store)
        made.mail_programmes()
        made.hand_out()
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

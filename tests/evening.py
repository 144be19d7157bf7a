"""The evening before a forum: everybody holds a programme, by mail or as the released issue, and then it changes."""

import datetime as dt
from copy import copy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

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
from forumplanner.domain.kinds import Category, ReleaseKind, SessionKind, StepKind
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.telling import Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.due_changes import everything_due
from forumplanner.invitations.held import to_keep
from forumplanner.invitations.who_must_know import who_must_know
from forumplanner.queries import knowing as reading
from forumplanner.queries import telling as telling_query
from forumplanner.records import Session
from forumplanner.snapshots.knowing import KnowingFacts
from forumplanner.snapshots.must_know import MustKnow, Way
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import TellingPlan
from forumplanner.snapshots.told_by_mouth import ByMouth
from forumplanner.store import Store
from planner_file import filling_of

NOW = dt.datetime(2026, 11, 13, 11, 40, tzinfo=dt.UTC)
MAILED, CHATTING, LISTENING = 38, 36, 20
"""In the third forum: by mail, in the chat of their delegation; in no parallel forum."""


@cache
def _model() -> tuple[bytes, "Evening"]:
    """A file and its keys, made once a process: only copies of it are worked on."""
    with TemporaryDirectory() as scratch, Store.create(Path(scratch) / "model.forumplanner", actor="Lin") as store:
        model = Evening(store)
        model.mail_programmes()
        model.hand_out()
        store.close()
        return store.path.read_bytes(), model


def evening_in(folder: Path) -> "Evening":
    """An evening in a file of its own; everybody holds the programme, by mail or as V3.0."""
    content, model = _model()
    path = folder / "evening.forumplanner"
    path.write_bytes(content)
    made = copy(model)
    made.store = Store.open(path, actor="Lin", writable=True)
    return made


class Evening:
    """A forum of 96 people whose programme was mailed to those with an address and handed out as V3.0."""

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
            self.store,
            forum_id=self.forum,
            kind=MailKind.PROGRAMME,
            mails=written,
            account="",
            handed_over=True,
            now=NOW,
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
        outbox.queue(
            self.store, forum_id=self.forum, kind=MailKind.CHANGE, mails=written, account="", handed_over=True, now=NOW
        )
        return written

    def _passed_on(self, kind: MailKind, mails: list[Written]) -> None:
        outbox.queue(self.store, forum_id=self.forum, kind=kind, mails=mails, account="", handed_over=True, now=NOW)

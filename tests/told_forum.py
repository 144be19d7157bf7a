"""A forum whose people were told their programme by mail, in a file, with verbs for what changes afterwards."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from factories import (
    DAY,
    at,
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
)
from forumplanner.actions import outbox, telling
from forumplanner.domain.ids import ForumId, ParticipantId, PersonId, SessionId
from forumplanner.domain.kinds import Category, SessionKind, StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.telling import Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.due_changes import everything_due, to_tell
from forumplanner.invitations.who_must_know import who_must_know
from forumplanner.queries import knowing
from forumplanner.queries import telling as reading
from forumplanner.records import Appearance, OutboxMessage, Participant, Person, Room, Session
from forumplanner.snapshots.changes_to_tell import ToTell
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import TellingPlan
from forumplanner.store import Store
from planner_file import filling_of

SENT: Final = dt.datetime(2026, 10, 9, 1, tzinfo=dt.UTC)
ACCOUNT: Final = "office@127.0.0.1"
PEOPLE: Final = (
    ("Siri", "TH", Category.SPEAKER, "siri@menam.example"),
    ("Perera", "LK", Category.SPEAKER, "perera@mahaweli.example"),
    ("Hung", "VN", Category.DELEGATE, "hung@redriver.example"),
    ("Chen", "CN", Category.DELEGATE, "chen@qq,example"),
    ("Nobody", "NP", Category.SPEAKER, ""),
    ("Consul", "MM", Category.CONSULAR, "consul@mission.example"),
)


@dataclass
class ToldForum:
    """Keynotes for everybody and a forum with three speakers, of whom one has no address."""

    store: Store
    forum: ForumId = field(init=False)
    keynotes: SessionId = field(init=False)
    talk: SessionId = field(init=False)
    people: dict[str, ParticipantId] = field(default_factory=dict)
    persons: dict[str, PersonId] = field(default_factory=dict)
    clock: dt.datetime = SENT

    def __post_init__(self) -> None:
        with filling_of(self.store) as db:
            forum = make_forum(db, mailbox="office@yunling.example")
            hall = make_room(db, forum, "大厅", "Hall", code="H")
            make_room(db, forum, "301 会议室", "Room 301", code="301")
            keynotes = make_session(
                db, forum, "主旨报告", "Keynotes", kind=SessionKind.KEYNOTES, start="10:00", end="12:00", rooms=(hall,)
            )
            talk = make_session(
                db, forum, "第三分论坛", "Forum 3", kind=SessionKind.PARALLEL, start="14:00", end="16:00", rooms=(hall,)
            )
            part = make_part(db, talk)
            for name, country, category, mailbox in PEOPLE:
                person = make_person(db, latin=name, country=country, emails=(mailbox,) if mailbox else ())
                made = make_participant(db, forum, person, category)
                self.people[name], self.persons[name] = ParticipantId(made.id), PersonId(person.id)
                if category is Category.SPEAKER:
                    make_appearance(db, make_item(db, part, "报告", f"Talk of {name}", minutes=20), made)
            self.forum, self.keynotes, self.talk = ForumId(forum.id), SessionId(keynotes.id), SessionId(talk.id)

    def plan(self) -> TellingPlan:
        with self.store.read() as db:
            return reading.load(db, forum_id=self.forum)

    def sums(self) -> ToTell:
        """What the page would list now."""
        with self.store.read() as db:
            plan, messages = reading.load(db, forum_id=self.forum), reading.messages(db, forum_id=self.forum)
            facts = knowing.load(db, forum_id=self.forum)
        must = who_must_know(plan, everything_due(plan), facts, messages)
        return to_tell(plan, everything_due(plan, minor=frozenset()), messages, must)

    def mails(self) -> tuple[Due, ...]:
        return tuple(mail for mail in everything_due(self.plan()) if mail.mailbox)

    def written(self, mails: Sequence[Due], now: dt.datetime = SENT) -> list[Written]:
        prepared = telling.prepare(self.store, forum_id=self.forum, mails=mails, now=now)
        return list(Assembler(self.plan(), now).changes(prepared))

    def tell(self, mails: Sequence[Due] | None = None, state: OutboxState = OutboxState.SENT) -> None:
        """Write to everybody whom `mails` concern, all that is due if none are given; they end in `state`."""
        made = self.written(self.mails() if mails is None else mails)
        outbox.queue(self.store, forum_id=self.forum, kind=MailKind.CHANGE, mails=made, account=ACCOUNT, now=SENT)
        with self.store.step(StepKind.OTHER) as db:
            for row in db.query(OutboxMessage).filter(OutboxMessage.state == OutboxState.QUEUED):
                row.state = state
                row.settled_at = self.clock if state is OutboxState.SENT else None
        self.clock += dt.timedelta(hours=1)

    def change(self, alter: Callable[[Session], object], session: SessionId | None = None) -> None:
        """Alter a session, the forum of three talks if none is given."""
        with self.store.step(StepKind.EDIT_SESSION) as db:
            alter(db.get_one(Session, session or self.talk))

    def move(self, start: str, end: str) -> None:
        def alter(one: Session) -> None:
            one.starts_at, one.ends_at = at(start), at(end)

        self.change(alter)

    def move_to_next_day(self) -> None:
        def alter(one: Session) -> None:
            assert one.starts_at
            assert one.ends_at
            day = dt.timedelta(days=1)
            one.day, one.starts_at, one.ends_at = DAY + day, one.starts_at + day, one.ends_at + day

        self.change(alter)

    def put_into(self, code: str) -> None:
        with self.store.step(StepKind.EDIT_SESSION) as db:
            session, room = db.get_one(Session, self.talk), db.query(Room).filter(Room.code == code).one()
            session.rooms[0].room_id = room.id

    def leave(self, name: str) -> None:
        """Somebody no longer speaks."""
        with self.store.step(StepKind.OTHER) as db:
            for row in db.query(Appearance).filter(Appearance.participant_id == self.people[name]):
                db.delete(row)

    def write_to(self, name: str, mailbox: str) -> None:
        """Somebody's address is corrected."""
        with self.store.step(StepKind.OTHER) as db:
            db.get_one(Person, self.persons[name]).emails = (mailbox,) if mailbox else ()

    def take_off(self, name: str) -> None:
        with self.store.step(StepKind.OTHER) as db:
            for row in db.query(Appearance).filter(Appearance.participant_id == self.people[name]):
                db.delete(row)
            db.delete(db.get_one(Participant, self.people[name]))

    def names(self, ids: Sequence[str]) -> list[str]:
        by_id = {str(key): name for name, key in self.people.items()}
        return sorted(by_id[one] for one in ids)

    def count(self, mails: Sequence[Due]) -> Counter[str]:
        return Counter(str(mail.change) for mail in mails)

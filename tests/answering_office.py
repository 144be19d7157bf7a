"""A forum of two people, one of them invited by mail, and what comes back: for tests of answers."""

import datetime as dt
import uuid
from dataclasses import replace

from sqlalchemy import select

from factories import make_forum, make_participant, make_person
from forumplanner.actions import outbox, replies, settling
from forumplanner.actions.contacts import log
from forumplanner.domain import times
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.replies import Answer, Participation, Verdict
from forumplanner.queries import replies as reading
from forumplanner.queries import telling
from forumplanner.records import CalendarIdentity, OutboxMessage, Participant, Person
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import Reader, ReplyLine
from forumplanner.store import Store
from planner_file import filling_of

AT = dt.datetime(2026, 10, 12, 1, tzinfo=dt.UTC)
SESSION = str(uuid.uuid4())
STAY = "stay@y.example"
UID = "session@y.example"
YES = Answer("REPLY", UID, 0, AT, (("siri@menam.example", Participation.ACCEPTED),), "Gladly")


def said(participation: Participation, *, uid: str = UID, sequence: int = 0) -> Answer:
    """What Siri answers, from the address that was written to."""
    return replace(YES, uid=uid, sequence=sequence, attendees=(("siri@menam.example", participation),))


class Office:
    """Siri was invited to her stay and to one session; her twin record to nothing."""

    uids = (UID, STAY)

    def __init__(self, store: Store) -> None:
        self.store = store
        with filling_of(store) as db:
            forum = make_forum(db)
            person = make_person(db, latin="Siri", emails=("siri@new.example", "siri@menam.example"))
            twin = make_person(db, latin="Siriporn", emails=("siri@menam.example",))
            guest, other = make_participant(db, forum, person), make_participant(db, forum, twin)
            for uid, session in ((UID, SESSION), (STAY, str(forum.id))):
                db.add(_identity(forum.id, uuid.UUID(session), guest.id, uid))
        self.forum, self.guest, self.twin = ForumId(forum.id), ParticipantId(guest.id), ParticipantId(other.id)
        self.person, self.twin_person = person.id, twin.id
        for uid, session in ((UID, SESSION), (STAY, str(forum.id))):
            self.mail(uid, session, "REQUEST", 1)

    def mail(
        self,
        uid: str,
        session: str,
        method: str,
        sequence: int,
        to: str = "Siri@Menam.example",
        at: dt.datetime = AT,
        **says: str,
    ) -> None:
        """Put a mail to Siri into the outbox, as handed over; to no address where she was told by word of mouth."""
        told = {"session": session, "uid": uid, "sequence": sequence, "fingerprint": "f", **says}
        key = f"{sequence}.{uid}"
        guest, kind = str(self.guest), MailKind.SESSION
        mail = Written(guest, kind, method, "Siri", to, "s", "w", key, b"x", (told,))
        outbox.queue(self.store, forum_id=self.forum, kind=kind, mails=[mail], account="", handed_over=True, now=at)

    def cancel(self) -> None:
        """Take the session back."""
        self.mail(UID, SESSION, "CANCEL", 2)

    def take(self, *answers: Answer, after: dt.timedelta = dt.timedelta(hours=3)) -> list[Verdict]:
        """Take answers in, and say what became of them."""
        taken = replies.take(self.store, forum_id=self.forum, source="a.eml", answers=answers, now=AT + after)
        return [one.verdict for one in taken]

    def note(self, participation: Participation, at: dt.datetime) -> None:
        """What Siri says by phone about her stay."""
        settling.note(
            self.store, forum_id=self.forum, participant_id=self.guest, session_id=None, said=participation,
            channel=Channel.PHONE, now=at,
        )  # fmt: skip

    def log(self, status: InvitationStatus, at: dt.datetime) -> None:
        """A step of the invitation that somebody saw."""
        here = at.astimezone(times.zone("Asia/Shanghai"))
        log(
            self.store, forum_id=self.forum, about=About(participant_id=self.guest), day=here.date(),
            minute=here.hour * 60 + here.minute, channel=Channel.IN_PERSON, status=status, today=here.date(),
        )  # fmt: skip

    def status(self, participant: ParticipantId | None = None) -> InvitationStatus | None:
        """How far the invitation has come."""
        with self.store.read() as db:
            guest = db.get(Participant, participant or self.guest)
            assert guest
            return guest.status

    def emails(self) -> tuple[str, ...]:
        """Siri's addresses."""
        with self.store.read() as db:
            person = db.get(Person, self.person)
            assert person
            return person.emails

    def answers(self) -> dict[str, Participation]:
        """What counts, by session."""
        with self.store.read() as db:
            return {session: one for (_p, session), one in reading.answers(db, forum_id=self.forum).items()}

    def lines(self) -> tuple[ReplyLine, ...]:
        """All that was kept."""
        with self.store.read() as db:
            return telling.replies(db, forum_id=self.forum)

    def reader(self) -> Reader:
        """Siri as a reader of mail."""
        with self.store.read() as db:
            plan = telling.load(db, forum_id=self.forum)
        return next(one for one in plan.readers if one.participant_id == str(self.guest))

    def write_to(self, *emails: str) -> None:
        """Siri's addresses are others now."""
        with self.store.step(StepKind.OTHER) as db:
            db.get_one(Person, self.person).emails = emails

    def stand(self, uid: str, whose: ParticipantId, session: str = SESSION) -> None:
        """The session stands in that person's calendar under that UID, a minute later than what stood there first."""
        with self.store.step(StepKind.OTHER) as db:
            made = _identity(uuid.UUID(str(self.forum)), uuid.UUID(session), uuid.UUID(str(whose)), uid)
            made.sequence, made.created_at = 0, AT + dt.timedelta(minutes=0 if uid == UID else 1)
            db.add(made)

    def renew(self, uid: str, session: str = SESSION) -> None:
        """The session stands in Siri's calendar under another UID, as after a corrected address."""
        self.stand(uid, self.guest, session)
        self.mail(uid, session, "REQUEST", 0, to="siri@new.example", at=AT + dt.timedelta(minutes=1))

    def update(self, sequence: int, **says: str) -> None:
        """Tell Siri of another revision of the session; `says`: start, end, location."""
        with self.store.step(StepKind.OTHER) as db:
            made = _identity(uuid.UUID(str(self.forum)), uuid.UUID(SESSION), uuid.UUID(str(self.guest)), UID)
            made.sequence, made.stamped_at = sequence, AT + dt.timedelta(minutes=sequence)
            db.add(made)
        self.mail(UID, SESSION, "REQUEST", sequence, at=made.stamped_at, **says)

    def set_state(self, uid: str, state: OutboxState) -> None:
        """What the outbox knows of the mail with that UID."""
        with self.store.step(StepKind.OTHER) as db:
            for row in db.execute(select(OutboxMessage)).scalars():
                if row.tells[0]["uid"] == uid:
                    row.state = state

    def states(self) -> dict[str, OutboxState]:
        """The same, read back."""
        with self.store.read() as db:
            return {row.tells[0]["uid"]: row.state for row in db.execute(select(OutboxMessage)).scalars()}


def _identity(forum: uuid.UUID, session: uuid.UUID, guest: uuid.UUID, uid: str) -> CalendarIdentity:
    return CalendarIdentity(
        forum_id=forum, session_id=session, participant_id=guest, uid=uid, sequence=1, stamped_at=AT, created_at=AT,
        fingerprint="f",
    )  # fmt: skip


_HOUR = dt.timedelta(hours=1)

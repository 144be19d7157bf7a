"""The sample's mail: programmes that went out, the answers to them, and a few sessions that have changed since."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import Category, InvitationStatus, StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.mailboxes import Mailbox, read_mailbox
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.domain.telling import Change, Due
from forumplanner.invitations.wording import Words
from forumplanner.queries import telling
from forumplanner.queries.calendar_facts import facts_of, fingerprint
from forumplanner.records import Base, CalendarIdentity, MailRound, OutboxMessage, ReceivedReply
from forumplanner.sample.draft import FORUM
from forumplanner.sample.tables import key
from forumplanner.snapshots.calendar import Attendance, Attendee, CalendarEvent, CalendarPlan, Entry
from forumplanner.snapshots.outbox import Prepared
from forumplanner.snapshots.telling import Reach, Reader, TellingPlan
from forumplanner.snapshots.told_facts import house, told
from forumplanner.store import Store

SENT_AT: Final = dt.datetime(2026, 10, 12, 10, 20, tzinfo=dt.UTC)
"""When the programmes went out."""

_ROUND = key("mail_round", "programmes")
_ROUND_TABLE = str(key("session", "ROUND-TABLE"))
"""A session that was told and has been dropped since."""

_MOVED, _ELSEWHERE, _RENAMED = (str(key("session", f"PF-{code}")) for code in ("A", "C", "B"))
_JOINED = str(key("session", "PF-D"))
_ANSWERS: Final = {
    InvitationStatus.ACCEPTED: Participation.ACCEPTED,
    InvitationStatus.DECLINED: Participation.DECLINED,
    InvitationStatus.SUBSTITUTE_NAMED: Participation.DECLINED,
}
_BY_MOUTH: Final = {Reach.PHONE: Channel.PHONE, Reach.CHAT: Channel.CHAT}
_SILENT: Final = 7
"""One in so many has not answered the mail."""


def tell(store: Store) -> int:
    """Put a round of programme mails into a file that holds the sample, as if sent; how many.

    No step of the history comes of it, since what has left the house is not undone.
    """
    with store.read() as db:
        plan = telling.load(db, forum_id=FORUM)
    records = list(_Told(plan).records())
    with store.step(StepKind.OTHER, count=1) as db:
        db.add_all(records)
    return sum(isinstance(record, OutboxMessage) for record in records)


def _earlier(plan: CalendarPlan) -> CalendarPlan:
    """The plan as it was told: one forum began earlier, one had another room, one another title."""
    events = [_as_it_was(event) for event in plan.events]
    model = next(event for event in plan.events if event.session_id == _MOVED)
    events.append(replace(model, session_id=_ROUND_TABLE, summary="圆桌：谁来评卷 / Round table: who marks?"))
    everybody = [_had(person, place) for place, person in enumerate(plan.people)]
    return replace(plan, events=tuple(events), people=tuple(everybody))


def _as_it_was(event: CalendarEvent) -> CalendarEvent:
    if event.session_id == _MOVED:
        sooner = dt.timedelta(minutes=20)
        return replace(event, start=event.start - sooner, end=event.end - sooner)
    if event.session_id == _ELSEWHERE:
        return replace(event, location=event.location.replace("305", "304"))
    if event.session_id == _RENAMED:
        return replace(event, summary="行为健康 / Health and behaviour")
    return event


def _had(person: Attendee, place: int) -> Attendee:
    """Some had no part in one forum yet, and some of those in the moved forum were in the round table too."""
    late = place % 4 == 0
    sessions = [own for own in person.sessions if not (late and own.session_id == _JOINED)]
    if any(own.session_id == _MOVED for own in sessions) and place % 3 == 0:
        sessions.append(Attendance(_ROUND_TABLE))
    return replace(person, sessions=tuple(sessions))


class _Told:
    """The records of the round, from the plan as it was then."""

    def __init__(self, plan: TellingPlan) -> None:
        self._plan = plan
        self._then = _earlier(plan.plan)
        self._facts = facts_of(self._then)
        self._stays = dict(plan.stay_events)
        self._stay_says = {one.participant_id: one.fingerprint for one in plan.wanted_stays}
        self._now = {event.session_id: event for event in plan.plan.events}
        self._events = {event.session_id: event for event in self._then.events}
        self._domain = plan.plan.mailbox.partition("@")[2]
        self._words = Words(replace(plan, plan=self._then), MailKind.PROGRAMME)

    def records(self) -> Iterator[Base]:
        """The round, its mails, the identities in them, the answers."""
        yield MailRound(id=_ROUND, forum_id=FORUM, kind=MailKind.PROGRAMME, made_at=SENT_AT, made_by="周莉")
        known = {person.participant_id: person for person in self._then.people}
        for place, reader in enumerate(_reached(self._plan.readers)):
            person = known[reader.participant_id]
            tells = [self._stay(reader), *(self._tells(own, person) for own in person.sessions)]
            yield self._message(reader, tells, place)
            yield from (self._identity(one, reader) for one in tells)
            participation = _answer(reader, place)
            if participation and reader.reach not in _BY_MOUTH:
                yield self._reply(reader, tells[0], participation, place)

    def _stay(self, reader: Reader) -> dict[str, Any]:
        """What changed since left everybody's first and last day as they were."""
        person = reader.participant_id
        return self._told(self._stays[person], person, self._stay_says[person])

    def _tells(self, own: Attendance, person: Attendee) -> dict[str, Any]:
        event = self._events[own.session_id]
        return self._told(event, person.participant_id, fingerprint(self._facts[own.session_id], own.note), own.note)

    def _told(self, event: CalendarEvent, person: str, said: str, note: str = "") -> dict[str, Any]:
        """What it holds is what it holds now: only time, room and title were others then."""
        uid = f"{key('uid', f'{event.session_id}/{person}')}@{self._domain}"
        entry = Entry(event.session_id, uid, 0, SENT_AT, SENT_AT, note)
        mail = Due(person, event.session_id, Change.NEW, "")
        then = told(Prepared(mail, event, entry, said), house(self._then))
        now = told(Prepared(mail, self._now.get(event.session_id, event), entry, said))
        return then | {"about": now["about"], "part": now["part"]}

    def _message(self, reader: Reader, tells: list[dict[str, Any]], place: int) -> OutboxMessage:
        name = reader.participant_id
        channel = _BY_MOUTH.get(reader.reach)
        state, code, answer = (OutboxState.HANDED_OVER, 0, "") if channel else _outcome(place)
        events = [self._events[one["session"]] for one in tells[1:]]
        return OutboxMessage(
            id=key("outbox_message", name),
            forum_id=FORUM,
            round_id=_ROUND,
            participant_id=uuid.UUID(name),
            kind=MailKind.PROGRAMME,
            method="" if channel else "REQUEST",
            to_name=reader.name.shown(reader.language),
            to_mailbox="" if channel else f"old.{_mailbox(reader)}" if place == _CORRECTED else _mailbox(reader),
            subject=self._words.subject(reader),
            words=self._words.body(reader, programme=events),
            message_id=f"{key('message_id', name)}@{self._domain}",
            tells=tells,
            state=state,
            account=str(channel or ""),
            attempts=0 if channel else 1,
            position=place,
            queued_at=SENT_AT,
            settled_at=SENT_AT + dt.timedelta(seconds=3 * place),
            code=code or None,
            answer=answer,
        )

    def _identity(self, one: Mapping[str, Any], reader: Reader) -> CalendarIdentity:
        return CalendarIdentity(
            id=key("identity", one["uid"]),
            forum_id=FORUM,
            session_id=uuid.UUID(one["session"]),
            participant_id=uuid.UUID(reader.participant_id),
            uid=one["uid"],
            sequence=0,
            stamped_at=SENT_AT,
            created_at=SENT_AT,
            fingerprint=one["fingerprint"],
        )

    def _reply(self, reader: Reader, stay: Mapping[str, Any], said: Participation, place: int) -> ReceivedReply:
        at = SENT_AT + dt.timedelta(hours=2 + place % 60)
        strange = place == _FROM_ANOTHER
        return ReceivedReply(
            id=key("received_reply", reader.participant_id),
            forum_id=FORUM,
            participant_id=uuid.UUID(reader.participant_id),
            session_id=FORUM,
            uid=stay["uid"],
            participation=said,
            from_mailbox=f"office.{_mailbox(reader)}" if strange else _mailbox(reader),
            stamped_at=at,
            received_at=at,
            source="answer.eml",
            verdict=Verdict.ANOTHER_SENDER if strange else Verdict.TAKEN,
        )


_CORRECTED, _FROM_ANOTHER, _REFUSED, _IN_DOUBT = 40, 31, 44, 58
"""Places in the round: an address corrected since, an answer from another mailbox, a mail refused, one in doubt."""


def _outcome(place: int) -> tuple[OutboxState, int, str]:
    if place == _REFUSED:
        return OutboxState.REFUSED, 550, "5.1.1 Mailbox not found"
    if place == _IN_DOUBT:
        return OutboxState.UNKNOWN, 0, ""
    return OutboxState.SENT, 250, "2.0.0 Ok: queued"


def _reached(readers: tuple[Reader, ...]) -> list[Reader]:
    """Whoever was invited and can be reached, those who declined since among them."""
    return [
        reader
        for reader in readers
        if (reader.reach in _BY_MOUTH or (reader.reach in {Reach.MAIL, Reach.NOT_COMING} and _mailbox(reader)))
        and reader.status is not None
        and reader.category not in {Category.GUEST, Category.CONSULAR, Category.STAFF}
    ]


def _mailbox(reader: Reader) -> str:
    """Where they were written to, before some of them declined."""
    read = read_mailbox(reader.written)
    return read.address if isinstance(read, Mailbox) else ""


def _answer(reader: Reader, place: int) -> Participation | None:
    if place % _SILENT == 0 or place == _REFUSED or reader.status is None:
        return None
    return _ANSWERS.get(reader.status)

"""Reads what decides who is told what: the plan in words, the outbox's last word to each, how each can be reached."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import defer

from forumplanner.domain.addressing import address
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.invitation_chain import comes, reached_by
from forumplanner.domain.mail_kinds import TOLD, UNSETTLED, OutboxState
from forumplanner.domain.mailboxes import AddressFault, Mailbox, read_mailbox
from forumplanner.domain.replies import Verdict
from forumplanner.domain.telling import Told, Wanted, Whose
from forumplanner.domain.times import day_range
from forumplanner.domain.zones import clock_place
from forumplanner.i18n import nearest
from forumplanner.queries import calendar, heard, identities, paper, stays
from forumplanner.queries.calendar_facts import facts_of, fingerprint
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import (
    Delegation,
    Forum,
    MinorChange,
    OutboxMessage,
    Participant,
    Person,
    ReceivedReply,
)
from forumplanner.snapshots.calendar import CalendarPlan
from forumplanner.snapshots.telling import MessageLine, Reach, Reader, ReplyLine, Revision, TellingPlan
from forumplanner.snapshots.wordings import NameForms

_CHATS = {Channel.CHAT: Reach.CHAT}
_CHINESE = frozenset({"CN", "HK", "MO", "TW"})


def load(db: Db, *, forum_id: uuid.UUID) -> TellingPlan:
    """Everything that decides who is told what; as many statements for one person as for a thousand.

    Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    plan = calendar.plan(db, forum_id=forum_id)
    own = stays.of(plan, forum)
    made = TellingPlan(
        forum_id=str(forum.id),
        languages=forum.languages,
        zone=forum.zone,
        plan=plan,
        readers=readers(db, forum),
        wanted=wanted(plan),
        told=(),
        minor=_minor(db, forum_id),
        facts=tuple(_facts(forum)),
        wanted_stays=stays.wanted(plan, own),
        stay_events=tuple(own.items()),
        words=tuple((code, tag, text) for code, texts in (forum.words or {}).items() for tag, text in texts.items()),
    )
    return with_told(db, made)


def with_told(db: Db, plan: TellingPlan) -> TellingPlan:
    """The plan with what was told as it now stands; the rest is as it was read."""
    forum_id = uuid.UUID(plan.forum_id)
    known = heard.load(db, forum_id=forum_id)
    people = {one.participant_id for one in (*known.told, *known.stays)}
    declined = heard.decliners(db, forum_id=forum_id, participants=people)
    return replace(plan, told=known.told, stays=known.stays, strays=known.strays, declined=declined)


def _facts(forum: Forum) -> Iterator[tuple[str, str, str]]:
    """What mails may say of the forum, in each of its languages."""
    title = forum.titles[0] if forum.titles else forum.short_title
    for tag in forum.languages:
        yield tag, "forum", title.best(tag)
        yield tag, "dates", day_range(forum.starts_on, forum.ends_on, tag)
        yield tag, "city", forum.city.best(tag)
        yield tag, "venue", forum.venue.best(tag)
        yield tag, "theme", forum.theme.best(tag)
        yield tag, "mailbox", forum.mailbox
        yield tag, "phone", forum.phone


def wanted(plan: CalendarPlan) -> tuple[Wanted, ...]:
    """What each person's calendar says now, by person and start."""
    facts = facts_of(plan)
    shared = {session: fingerprint(fact, "") for session, fact in facts.items()}
    return tuple(
        Wanted(
            person.participant_id, own.session_id, fingerprint(facts[own.session_id], own.note), shared[own.session_id]
        )
        for person in plan.people
        for own in person.sessions
    )


def told(db: Db, *, forum_id: uuid.UUID) -> dict[Whose, Told]:
    """The newest thing that each person was told of each session, their stay as a whole aside."""
    return {(one.participant_id, one.session_id): one for one in heard.load(db, forum_id=forum_id).told}


def heirs(db: Db, *, forum_id: uuid.UUID) -> dict[str, str]:
    """See `identities.heirs`."""
    return identities.heirs(db, forum_id=forum_id)


def _minor(db: Db, forum_id: uuid.UUID) -> frozenset[tuple[str, str]]:
    rows = db.execute(select(MinorChange.session_id, MinorChange.fingerprint).where(MinorChange.forum_id == forum_id))
    return frozenset((str(row.session_id), row.fingerprint) for row in rows)


def readers(db: Db, forum: Forum) -> tuple[Reader, ...]:
    """Everybody in the forum as a reader of mail, by Latin name; three statements."""
    rows = db.execute(
        select(Participant, Person, Delegation.name.label("delegation"))
        .join(Person, Person.id == Participant.person_id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .where(Participant.forum_id == forum.id)
        .order_by(Person.sort_latin, Person.sort_pinyin, Participant.id)
    )
    bounced = _bounced(db, forum.id)
    return tuple(_reader(row, forum, bounced) for row in rows)


def _bounced(db: Db, forum_id: uuid.UUID) -> frozenset[str]:
    """Addresses in lower case from which mail came back, until somebody has looked at it."""
    rows = db.execute(
        select(ReceivedReply.from_mailbox).where(
            ReceivedReply.forum_id == forum_id,
            ReceivedReply.verdict == Verdict.BOUNCED,
            ReceivedReply.settled_by == "",
        )
    )
    return frozenset(row.from_mailbox.lower() for row in rows)


def _reader(row: AnyRow, forum: Forum, bounced: frozenset[str]) -> Reader:
    participant, person = row.Participant, row.Person
    written = person.emails[0] if person.emails else ""
    mailbox = read_mailbox(written)
    if isinstance(mailbox, Mailbox) and mailbox.address.lower() in bounced:
        mailbox = AddressFault.BOUNCED
    reach = _reach(participant, mailbox)
    return Reader(
        participant_id=str(participant.id),
        name=NameForms(person.name.zh, person.name.latin, person.name.native),
        category=participant.category,
        reach=reach,
        mailbox=mailbox.address if isinstance(mailbox, Mailbox) and reach is Reach.MAIL else "",
        written=written,
        fault=mailbox if isinstance(mailbox, AddressFault) and written else None,
        channel=participant.contact_by,
        address=tuple(address(person.name, person.country, tag) for tag in forum.languages),
        language=_language(person, forum.languages),
        zone=_zone(person, forum),
        country=person.country,
        mode=participant.mode,
        status=participant.status,
        delegation_id=str(participant.delegation_id or ""),
        delegation=row.delegation.lines(forum.languages) if row.delegation else (),
    )


def _reach(participant: Participant, mailbox: Mailbox | AddressFault) -> Reach:
    """By the person's own rule, else the category's; a mailbox that can't be used is said, never guessed."""
    if not comes(participant.status):
        return Reach.NOT_COMING
    channel = reached_by(participant.category, participant.contact_by)
    if channel is not Channel.EMAIL:
        return _CHATS.get(channel, Reach.PHONE)
    if isinstance(mailbox, Mailbox):
        return Reach.MAIL
    return Reach.NO_ADDRESS if mailbox is AddressFault.EMPTY else Reach.BAD_ADDRESS


def _language(person: Person, languages: tuple[str, ...]) -> str:
    """The forum's language that this person reads first: one they speak, else Chinese at home and English abroad."""
    for spoken in person.languages:
        for tag in languages:
            if nearest(tag) == nearest(spoken) and tag.split("-")[0] == spoken.split("-")[0]:
                return tag
    chinese = person.country in _CHINESE or not person.name.latin
    wished = [tag for tag in languages if tag.startswith("zh") is chinese]
    return next(iter((*wished, *languages)), "")


def _zone(person: Person, forum: Forum) -> str:
    place = clock_place(person.country) if person.country else None
    return place.zone if place and place.zone != forum.zone else ""


def messages(db: Db, *, forum_id: uuid.UUID, participant_id: uuid.UUID | None = None) -> tuple[MessageLine, ...]:
    """The outbox and the log, the newest round first and in each the order of sending; one statement."""
    query = select(OutboxMessage).where(OutboxMessage.forum_id == forum_id)
    if participant_id is not None:
        query = query.where(OutboxMessage.participant_id == participant_id)
    order = OutboxMessage.queued_at.desc(), OutboxMessage.position, OutboxMessage.id
    kept = OutboxMessage.content.is_not(None).label("kept")
    rows = db.execute(query.order_by(*order).options(defer(OutboxMessage.content)).add_columns(kept))
    return tuple(line_of(row.OutboxMessage, kept=row.kept) for row in rows)


def line_of(row: OutboxMessage, *, kept: bool = True) -> MessageLine:
    """One message as it stands; `kept`: its bytes are there."""
    open_ = row.state in UNSETTLED
    return MessageLine(
        id=str(row.id),
        round_id=str(row.round_id),
        participant_id=str(row.participant_id or ""),
        kind=row.kind,
        method=row.method,
        to_name=row.to_name,
        to_mailbox=row.to_mailbox,
        subject=row.subject,
        state=row.state,
        attempts=row.attempts,
        queued_at=row.queued_at,
        next_at=row.next_at,
        settled_at=row.settled_at,
        code=row.code,
        answer=row.answer,
        tells=tuple(str(one["session"]) for one in row.tells),
        says=tuple(_revision(one) for one in row.tells) if open_ else (),
        kept=kept,
    )


def _revision(one: dict[str, Any]) -> Revision:
    said = {name: one.get(name) or "" for name in ("start", "end", "location")}
    return Revision(str(one["session"]), one["uid"], one["sequence"], one["fingerprint"], **said)


def any_told(db: Db, *, forum_id: uuid.UUID) -> bool:
    """Whether anybody was told anything yet; one statement."""
    query = select(OutboxMessage.id).where(OutboxMessage.forum_id == forum_id, OutboxMessage.state.in_(TOLD))
    return db.execute(query.limit(1)).first() is not None


def sent_today(db: Db, *, account: str, since: dt.datetime) -> int:
    """How many mails went through an account since an instant; what is in doubt counts, the server may have it."""
    counted = (OutboxState.SENT, OutboxState.UNKNOWN)
    query = select(func.count()).where(
        OutboxMessage.account == account, OutboxMessage.settled_at >= since, OutboxMessage.state.in_(counted)
    )
    return int(db.execute(query).scalar_one())


def replies(db: Db, *, forum_id: uuid.UUID) -> tuple[ReplyLine, ...]:
    """All answers that came in, the newest first; one statement."""
    rows = db.execute(
        select(ReceivedReply)
        .where(ReceivedReply.forum_id == forum_id)
        .order_by(ReceivedReply.received_at.desc(), ReceivedReply.id)
    ).scalars()
    return tuple(
        ReplyLine(
            id=str(row.id),
            participant_id=str(row.participant_id or ""),
            session_id=str(row.session_id or ""),
            participation=row.participation,
            comment=row.comment,
            from_mailbox=row.from_mailbox,
            received_at=row.received_at,
            source=row.source,
            verdict=row.verdict,
            settled_by=row.settled_by,
        )
        for row in rows
    )

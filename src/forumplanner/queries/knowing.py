"""Reads who must know beside the mail: the programme in people's hands, whom to call, what was told by mouth."""

import datetime as dt
import uuid
from collections.abc import Iterator

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import Access
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.times import instant
from forumplanner.queries import agenda, editions, paper
from forumplanner.queries.calendar import FOR_ALL
from forumplanner.queries.calendar_text import joined
from forumplanner.queries.columns import KEY, NAME
from forumplanner.queries.wordings import AnyRow, name_forms
from forumplanner.records import (
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    MailRound,
    OutboxMessage,
    Participant,
    Person,
    Release,
)
from forumplanner.snapshots.agenda import AgendaItem, AgendaPaper, AgendaPart, AgendaPerson, AgendaSession
from forumplanner.snapshots.knowing import Call, InHands, KnowingFacts, SaidTo, Slot
from forumplanner.snapshots.paper import Lines

BY_MOUTH = frozenset({str(Channel.PHONE), str(Channel.CHAT), str(Channel.IN_PERSON)})
"""Stands for the account of what no server took: it was said."""


def load(db: Db, *, forum_id: uuid.UUID, since: str = "") -> KnowingFacts:
    """All of it; the same number of statements for one person as for a thousand.

    `since`: name of the issue in people's hands, "" for the newest whose content is kept. Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    issues = [release for release in reversed(editions.in_order(db, forum.id)) if release.content]
    chosen = next((one for one in issues if one.name == since), next(iter(issues), None))
    return KnowingFacts(
        now=_slots(agenda.load(db, forum_id=forum_id), forum),
        since=_in_hands(db, chosen, forum) if chosen else None,
        issues=tuple((release.name, editions.printed(release.issued_at, forum)) for release in issues),
        calls=calls(db, forum_id=forum_id),
        said=said(db, forum_id=forum_id),
    )


def _in_hands(db: Db, release: Release, forum: Forum) -> InHands:
    programme = editions.content_of(db, release).programme
    return InHands(release.name, editions.printed(release.issued_at, forum), _slots(programme, forum))


def _slots(programme: AgendaPaper, forum: Forum) -> tuple[Slot, ...]:
    return tuple(_slot(session, day.date, programme, forum) for day in programme.days for session in day.sessions)


def _slot(session: AgendaSession, day: dt.date | None, programme: AgendaPaper, forum: Forum) -> Slot:
    ends = (
        instant(day, minute, forum.zone) if day is not None and minute is not None else None
        for minute in (session.start, session.end)
    )
    start, end = ends
    return Slot(
        session_id=session.id,
        title=_best(session.title, session.kind_label),
        start=start,
        end=end,
        zone=forum.zone,
        place=_place(session, programme),
        url=session.url,
        for_all=session.kind in FOR_ALL and session.access is Access.OPEN and not session.track,
        parts=tuple(sorted(set(_parts(session)))),
    )


def _place(session: AgendaSession, programme: AgendaPaper) -> Lines:
    """The rooms, or the place in words; the venue where neither is known."""
    names = [_best(room.name) for room in session.rooms]
    if not any(map(any, names)):
        return _best(programme.venue)
    columns = zip(programme.languages, zip(*names, strict=True), strict=True)
    return tuple(joined(column, tag) for tag, column in columns)


def _best(lines: Lines, instead: Lines = ()) -> Lines:
    """A text for each language: its own, else `instead`, else another language's."""
    other = next(filter(None, lines), "")
    if not other:
        return instead or lines
    return tuple(text or other for text in lines)


def _parts(session: AgendaSession) -> Iterator[tuple[str, str]]:
    for part in session.parts:
        for person in (*part.chairs, *part.people):
            yield from _code(person, part, None, session)
        for item in part.items:
            for person in (*item.people, *(one for act in item.acts for one in act.people)):
                yield from _code(person, part, item, session)


def _code(
    person: AgendaPerson, part: AgendaPart, item: AgendaItem | None, session: AgendaSession
) -> Iterator[tuple[str, str]]:
    if not person.who or person.organisation:
        return
    if item is None:
        yield person.who, f"{part.id} {person.role}"
        return
    from_start = (
        minute - session.start if minute is not None and session.start is not None else ""
        for minute in (item.start, item.end)
    )
    yield person.who, " ".join(map(str, (item.id, person.role, *from_start)))


def calls(db: Db, *, forum_id: uuid.UUID) -> tuple[Call, ...]:
    """How to call each participant, and the liaison officer of their delegation who makes the call; two statements."""
    liaison, officer = aliased(Participant), aliased(Person)
    rows = db.execute(
        select(
            type_coerce(Participant.id, KEY).label("id"),
            Person.phone,
            type_coerce(officer.name, NAME).label("by"),
            officer.phone.label("by_phone"),
            Delegation.contact,
        )
        .join(Person, Person.id == Participant.person_id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .outerjoin(liaison, liaison.id == Delegation.liaison_id)
        .outerjoin(officer, officer.id == liaison.person_id)
        .where(Participant.forum_id == forum_id)
    )
    posts = _posts(db, forum_id)
    return tuple(_call(row, *posts.get(row.id, ("", ""))) for row in rows)


def _call(row: AnyRow, post_phone: str, post_contact: str) -> Call:
    contact = post_contact or row.contact or ""
    return Call(row.id, row.phone or post_phone, name_forms(row.by), row.by_phone or "", contact)


def _posts(db: Db, forum_id: uuid.UUID) -> dict[str, tuple[str, str]]:
    """Number and contact of the post that sends a consular guest, by participant."""
    rows = db.execute(
        select(type_coerce(ConsularGuest.participant_id, KEY).label("id"), ConsularPost.phone, ConsularPost.contact)
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(ConsularGuest.forum_id == forum_id, ConsularGuest.participant_id.is_not(None))
    )
    return {row.id: (row.phone, row.contact) for row in rows}


def said(db: Db, *, forum_id: uuid.UUID) -> tuple[SaidTo, ...]:
    """What was told by word of mouth, the newest first; one statement."""
    rows = db.execute(
        select(OutboxMessage, MailRound.made_by)
        .join(MailRound, MailRound.id == OutboxMessage.round_id)
        .where(
            OutboxMessage.forum_id == forum_id,
            OutboxMessage.state == OutboxState.HANDED_OVER,
            OutboxMessage.account.in_(BY_MOUTH),
            OutboxMessage.participant_id.is_not(None),
        )
        .order_by(OutboxMessage.settled_at.desc(), OutboxMessage.position, OutboxMessage.id)
    )
    return tuple(_said(row.OutboxMessage, row.made_by) for row in rows)


def _said(row: OutboxMessage, author: str) -> SaidTo:
    return SaidTo(
        message_id=str(row.id),
        participant_id=str(row.participant_id),
        name=row.to_name,
        sessions=tuple(str(one["session"]) for one in row.tells),
        at=row.settled_at or row.queued_at,
        channel=Channel(row.account),
        author=author,
        words=row.words,
    )

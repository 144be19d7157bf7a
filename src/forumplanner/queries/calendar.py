"""Reads what calendar files say: sessions in words, and who has which of them.

The programme is read as the checks read it. In everybody's calendar stand the sessions that gather the whole forum
and are open to all; of the others each person has those in which they appear.
"""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import Access, BadgeState, SessionKind
from forumplanner.domain.mailboxes import is_mailbox
from forumplanner.domain.text import LocalizedText
from forumplanner.queries import checks, paper
from forumplanner.queries.calendar_text import Wording
from forumplanner.records import Appearance, Badge, Forum, Institution, Participant
from forumplanner.snapshots.calendar import Attendance, Attendee, CalendarEvent, CalendarPlan, LeftOut
from forumplanner.snapshots.checks import CheckedForum, CheckedPerson, CheckedSession

FOR_ALL: Final = frozenset(
    {SessionKind.OPENING, SessionKind.CLOSING, SessionKind.KEYNOTES, SessionKind.BANQUET, SessionKind.RECEPTION}
)
"""Kinds of session that gather the whole forum, where they belong to no parallel forum and are open."""

BESIDE: Final = frozenset({SessionKind.REGISTRATION, SessionKind.EXHIBITION, SessionKind.BREAK})
"""Sessions that don't make anybody busy: one drops in."""


def plan(db: Db, *, forum_id: uuid.UUID) -> CalendarPlan:
    """What every calendar of a forum will say; as many statements for one session as for a thousand.

    Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    entered = checks.programme(db, forum_id=forum_id)
    wording = Wording(entered, _institutions(db))
    timed = [session for session in entered.sessions if session.start and session.end and session.start < session.end]
    events = sorted(
        (_event(session, wording, _url(session, forum)) for session in timed),
        key=lambda event: (event.start, event.end, event.session_id),
    )
    kept = {event.session_id for event in events}
    mailbox = forum.mailbox.strip()
    return CalendarPlan(
        forum_id=str(forum.id),
        title=_title(forum),
        mailbox=mailbox if is_mailbox(mailbox) else "",
        events=tuple(events),
        people=_people(db, entered, timed, wording, [event.session_id for event in events]),
        left_out=tuple(
            LeftOut(session.id, tuple(wording.title(session, tag) for tag in forum.languages), session.day)
            for session in entered.sessions
            if session.id not in kept
        ),
    )


def _title(forum: Forum) -> tuple[str, ...]:
    title = forum.short_title or (forum.titles[0] if forum.titles else LocalizedText())
    return tuple(dict.fromkeys(filter(None, title.lines(forum.languages))))


def _event(session: CheckedSession, wording: Wording, url: str) -> CalendarEvent:
    if session.start is None or session.end is None:
        raise ValueError("only a session with a start and an end can stand in a calendar")
    return CalendarEvent(
        session_id=session.id,
        start=session.start,
        end=session.end,
        zone=session.zone,
        summary=wording.summary(session),
        location=wording.location(session),
        description=wording.description(session, url),
        url=url,
        busy=session.kind not in BESIDE,
    )


def _url(session: CheckedSession, forum: Forum) -> str:
    """The session's own link; the forum's live link stands in for it where everybody gathers."""
    return session.url or (forum.live_url if is_for_all(session) else "")


def is_for_all(session: CheckedSession) -> bool:
    """True for what stands in every participant's calendar."""
    return session.kind in FOR_ALL and session.access is Access.OPEN and session.track_id is None


def _people(
    db: Db, entered: CheckedForum, timed: list[CheckedSession], wording: Wording, order: list[str]
) -> tuple[Attendee, ...]:
    own: defaultdict[str, dict[str, Attendance]] = defaultdict(dict)
    for session in timed:
        for person, note in wording.notes(session).items():
            own[person][session.id] = Attendance(session.id, note)
    shared = {session.id: Attendance(session.id) for session in timed if is_for_all(session)}
    numbers = _numbers(db, uuid.UUID(entered.id))
    return tuple(_attendee(person, numbers, {**shared, **own[person.id]}, order) for person in entered.people)


def _attendee(
    person: CheckedPerson, numbers: Mapping[str, str], sessions: Mapping[str, Attendance], order: list[str]
) -> Attendee:
    return Attendee(
        participant_id=person.id,
        number=numbers.get(person.id, ""),
        name=person.name.shown(),
        sessions=tuple(sessions[session] for session in order if session in sessions),
    )


def _numbers(db: Db, forum_id: uuid.UUID) -> dict[str, str]:
    """The printed number of each participant's valid badge, else the code of the participant list."""
    codes = db.execute(select(Participant.id, Participant.code).where(Participant.forum_id == forum_id))
    badges = db.execute(
        select(Badge.participant_id, Badge.number)
        .where(Badge.forum_id == forum_id, Badge.state == BadgeState.VALID, Badge.participant_id.is_not(None))
        .order_by(Badge.number.desc())
    )
    return {str(key): number for key, number in (*codes, *badges) if number}


def _institutions(db: Db) -> dict[str, LocalizedText]:
    """Names of the organisations that appear anywhere: few, and the directory is shared by all forums."""
    rows = db.execute(
        select(Institution.id, Institution.name).where(
            Institution.id.in_(select(Appearance.institution_id).where(Appearance.institution_id.is_not(None)))
        )
    )
    return {str(row.id): row.name for row in rows}

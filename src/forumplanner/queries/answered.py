"""Reads the answers that were taken: of all that a person said about one session, which counts."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.mail_kinds import TOLD
from forumplanner.domain.replies import Participation, Verdict, Weight
from forumplanner.domain.telling import Whose
from forumplanner.queries import telling
from forumplanner.queries.calendar_facts import CANCELLED
from forumplanner.records import CalendarIdentity, OutboxMessage, Participant, ReceivedReply


class Given(NamedTuple):
    """One answer that was taken. `stamped_at`: as it says itself; `at`: when it was given, never after it came in.

    `by_hand`: somebody noted or settled it.
    """

    whose: Whose
    uid: str
    sequence: int
    stamped_at: dt.datetime
    at: dt.datetime
    said: Participation
    by_hand: bool

    @property
    def weight(self) -> Weight:
        """By which the newer of two answers to one UID is told."""
        return self.sequence, self.at, self.stamped_at


def given(db: Db, *, forum_id: uuid.UUID) -> Iterator[Given]:
    """All answers that were taken, in the order of their coming in; three statements.

    What was told to a record that another has taken in since is answered by the one who stayed. Answers to a UID that
    another has replaced in the same calendar are left out: it stood at an address that is theirs no longer.
    """
    heirs, old = telling.heirs(db, forum_id=forum_id), replaced(db, forum_id=forum_id)
    rows = db.execute(
        select(
            ReceivedReply.participant_id,
            ReceivedReply.session_id,
            ReceivedReply.uid,
            ReceivedReply.sequence,
            ReceivedReply.stamped_at,
            ReceivedReply.received_at,
            ReceivedReply.participation,
            ReceivedReply.settled_by,
        )
        .where(ReceivedReply.forum_id == forum_id, ReceivedReply.verdict == Verdict.TAKEN)
        .order_by(ReceivedReply.received_at, ReceivedReply.id)
    )
    for row in rows:
        if row.participation and row.participant_id and (row.settled_by or row.uid not in old):
            whose = heirs.get(row.uid, str(row.participant_id)), str(row.session_id)
            stamped = row.stamped_at or row.received_at
            at = min(stamped, row.received_at)
            yield Given(whose, row.uid, row.sequence, stamped, at, row.participation, by_hand=bool(row.settled_by))


def counting(answers: Iterable[Given]) -> dict[Whose, Given]:
    """By participant and session: the answer that counts.

    Of answers to one UID the highest SEQUENCE, then the latest (RFC 5546 2.1.5); between that and what somebody noted
    by hand the latest.
    """
    mailed: dict[tuple[Whose, str], Given] = {}
    noted: list[Given] = []
    for one in answers:
        if one.by_hand:
            noted.append(one)
            continue
        key = one.whose, one.uid
        mailed[key] = max(mailed.get(key, one), one, key=lambda each: each.weight)
    newest: dict[Whose, Given] = {}
    for one in (*mailed.values(), *noted):
        newest[one.whose] = max(newest.get(one.whose, one), one, key=lambda each: each.at)
    return newest


def replaced(db: Db, *, forum_id: uuid.UUID) -> frozenset[str]:
    """UIDs instead of which the same session stands under a newer one in the same person's calendar; one statement."""
    whose = CalendarIdentity.session_id, CalendarIdentity.participant_id
    there = select(Participant.id).where(Participant.forum_id == forum_id)
    theirs = CalendarIdentity.forum_id == forum_id, CalendarIdentity.participant_id.in_(there)
    several = (
        select(*whose)
        .where(*theirs)
        .group_by(*whose)
        .having(func.min(CalendarIdentity.uid) != func.max(CalendarIdentity.uid))
        .subquery()
    )
    uids = select(CalendarIdentity.uid).join(
        several, and_(several.c.session_id == whose[0], several.c.participant_id == whose[1])
    )
    rows = db.execute(
        select(*whose, CalendarIdentity.uid, CalendarIdentity.created_at, CalendarIdentity.fingerprint)
        .where(*theirs, CalendarIdentity.uid.in_(uids))
        .order_by(CalendarIdentity.sequence)
    )
    born: defaultdict[tuple[uuid.UUID, uuid.UUID], dict[str, tuple[bool, dt.datetime]]] = defaultdict(dict)
    for row in rows:
        born[row.session_id, row.participant_id][row.uid] = row.fingerprint != CANCELLED, row.created_at
    now = {max(own, key=own.__getitem__) for own in born.values()}
    return frozenset(uid for own in born.values() for uid in own if uid not in now)


def outdated(db: Db, *, forum_id: uuid.UUID) -> frozenset[Whose]:
    """By participant and session: whose answer that counts was given to another time or place than the last one told.

    It counts all the same (RFC 5546 3.2.3). Three statements where nobody answered an older revision.
    """
    counts = [one for one in counting(given(db, forum_id=forum_id)).values() if one.uid]
    asked = CalendarIdentity.uid.in_(select(ReceivedReply.uid).where(ReceivedReply.forum_id == forum_id))
    later = CalendarIdentity.participant_id.is_not(None), CalendarIdentity.sequence > 0
    ours = CalendarIdentity.forum_id == forum_id, *later, asked
    rows = db.execute(
        select(CalendarIdentity.uid, CalendarIdentity.participant_id, func.max(CalendarIdentity.sequence).label("last"))
        .where(*ours)
        .group_by(CalendarIdentity.uid, CalendarIdentity.participant_id)
    ).all()
    last: dict[str, int] = {}
    for row in rows:
        last[row.uid] = max(last.get(row.uid, 0), row.last)
    late = {one.uid: one for one in counts if one.sequence < last.get(one.uid, 0)}
    told = _told(db, forum_id, {row.participant_id for row in rows if row.uid in late}, late)
    return frozenset(one.whose for uid, one in late.items() if _has_moved(told.get(uid, {}), one.sequence))


_Spot = tuple[object, ...]
"""Start, end and place."""


def _told(
    db: Db, forum_id: uuid.UUID, people: Iterable[uuid.UUID], uids: Container[str]
) -> defaultdict[str, dict[int, _Spot]]:
    """By UID and revision: when and where a session was said to be."""
    told: defaultdict[str, dict[int, _Spot]] = defaultdict(dict)
    for some in _portions(sorted(people)):
        mails = select(OutboxMessage.tells).where(
            OutboxMessage.forum_id == forum_id,
            OutboxMessage.participant_id.in_(some),
            OutboxMessage.state.in_(TOLD),
            OutboxMessage.method != "CANCEL",
        )
        for tells in db.execute(mails).scalars():
            for one in tells:
                if one["uid"] in uids:
                    told[one["uid"]][one["sequence"]] = one.get("start"), one.get("end"), one.get("location")
    return told


def _portions(keys: Sequence[uuid.UUID]) -> Iterator[Sequence[uuid.UUID]]:
    """SQLite takes only so many values in one statement."""
    return (keys[start : start + 400] for start in range(0, len(keys), 400))


def _has_moved(told: Mapping[int, _Spot], answered: int) -> bool:
    """Whether the last revision told says another time or place than the one that was answered, or the next below."""
    then = max((revision for revision in told if revision <= answered), default=min(told, default=0))
    return bool(told) and told[then] != told[max(told)]

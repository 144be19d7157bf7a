"""Taking answers in: what is clear counts at once, all else waits for a look; the same answer twice changes nothing."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.answering import answered_stay, arrived
from forumplanner.actions.settling import settle
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.replies import PASSED_OVER, Answer, Invited, Verdict, judge
from forumplanner.queries import replies
from forumplanner.records import ReceivedReply
from forumplanner.store import Store

__all__ = ["Delivered", "Judged", "settle", "take", "take_all"]

Delivered = tuple[str, Sequence[Answer]]
"""The name of a file or mail, and what it answers."""

_Known = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer and what became of it; `known`: what it answers, None where nobody knows."""

    answer: Answer
    verdict: Verdict
    known: Invited | None = None


def take(
    store: Store,
    *,
    forum_id: ForumId,
    source: str,
    answers: Sequence[Answer],
    ours_only: bool = False,
    now: dt.datetime | None = None,
) -> tuple[Judged, ...]:
    """The same as `take_all` for one file or mail."""
    (judged,) = take_all(store, forum_id=forum_id, delivery=[(source, answers)], ours_only=ours_only, now=now)
    return judged


def take_all(
    store: Store,
    *,
    forum_id: ForumId,
    delivery: Sequence[Delivered],
    ours_only: bool = False,
    now: dt.datetime | None = None,
) -> tuple[tuple[Judged, ...], ...]:
    """Judge answers in their order and keep them; those about the whole stay move the person's invitation on.

    `delivery`: of each file or mail its name and what it answers; what came of each stands in the same place.
    `ours_only`: keep nothing that no mail of the forum asked for. Older and repeated ones are passed over and not kept.
    An answer shows that the mail it answers has arrived, whatever the outbox knew of it. One step.
    """
    if not any(answers for _source, answers in delivery):
        return tuple(() for _one in delivery)
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    with store.read() as db:
        judging = _Judging(replies.invited(db, forum_id=forum_id), _looked_at(db, forum_id), at)
    judged = tuple(tuple(map(judging.judged, answers)) for _source, answers in delivery)
    kept = [
        (one, source)
        for (source, _answers), found in zip(delivery, judged, strict=True)
        for one in found
        if one.verdict not in PASSED_OVER and (one.known or not ours_only)
    ]
    if kept:
        with store.step(StepKind.TAKE_ANSWERS, count=len(kept)) as db:
            db.add_all(_record(one, forum_id, source, at) for one, source in kept)
            _follow(db, forum_id, [one for one, _source in kept], store.actor, at)
    return judged


def _follow(db: Db, forum_id: ForumId, kept: Iterable[Judged], author: str, at: dt.datetime) -> None:
    """What follows from the answers that were taken."""
    taken = [one for one in kept if one.verdict is Verdict.TAKEN]
    arrived(db, forum_id, [one.answer for one in taken], at)
    for one in taken:
        if one.known:
            answered_stay(db, forum_id, one.known, one.answer, author=author, at=at)


@dataclass
class _Judging:
    """Judges the answers of a delivery one after the other; what is taken counts for those that follow."""

    invited: dict[str, Invited]
    looked_at: set[_Known]
    at: dt.datetime

    def judged(self, answer: Answer) -> Judged:
        """What becomes of it; one that waits for a look, or was settled, says nothing new when it comes again."""
        verdict, known, key = (
            judge(answer, self.invited, received_at=self.at),
            self.invited.get(answer.uid),
            _key(answer),
        )
        if verdict in PASSED_OVER:
            return Judged(answer, verdict, known)
        if key in self.looked_at:
            return Judged(answer, Verdict.REPEATED, known)
        if verdict is not Verdict.TAKEN:
            self.looked_at.add(key)
        elif known and answer.stamped_at:
            self.invited[answer.uid] = known.after(answer, self.at)
        return Judged(answer, verdict, known)


def _key(answer: Answer) -> _Known:
    said = [participation for _mailbox, participation in answer.attendees]
    return answer.uid, answer.sequence, answer.stamped_at, said[0] if len(said) == 1 else None, _sender(answer)


def _looked_at(db: Db, forum_id: ForumId) -> set[_Known]:
    """Answers that wait for a look, or that somebody has settled: coming again they say nothing new."""
    rows = db.execute(
        select(
            ReceivedReply.uid,
            ReceivedReply.sequence,
            ReceivedReply.stamped_at,
            ReceivedReply.participation,
            ReceivedReply.from_mailbox,
        ).where(ReceivedReply.forum_id == forum_id, ReceivedReply.verdict != Verdict.TAKEN)
    )
    return {tuple(row) for row in rows}


def _sender(answer: Answer) -> str:
    return answer.from_mailbox or ", ".join(mailbox for mailbox, _said in answer.attendees)


def _record(one: Judged, forum_id: ForumId, source: str, at: dt.datetime) -> ReceivedReply:
    uid, sequence, stamped_at, participation, sender = _key(one.answer)
    return ReceivedReply(
        forum_id=forum_id,
        participant_id=uuid.UUID(one.known.participant_id) if one.known else None,
        session_id=uuid.UUID(one.known.session_id) if one.known else None,
        uid=uid,
        participation=participation,
        comment=one.answer.comment,
        from_mailbox=sender,
        sequence=sequence,
        stamped_at=stamped_at,
        received_at=at,
        source=source[:200],
        verdict=one.verdict,
    )

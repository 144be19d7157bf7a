"""Taking answers in: what is clear counts at once, all else waits for a look; the same answer twice changes nothing."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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

__all__ = ["Judged", "settle", "take"]

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
    """Judge answers in their order and keep them; those about the whole stay move the person's invitation on.

    `source`: the file or mailbox they came from. `ours_only`: keep nothing that no mail of the forum asked for.
    Older and repeated ones are passed over and not kept. An answer shows that the mail it answers has arrived, whatever
    the outbox knew of it. One step.
    """
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    with store.read() as db:
        judged = _judged(answers, replies.invited(db, forum_id=forum_id), _looked_at(db, forum_id))
    kept = [one for one in judged if one.verdict not in PASSED_OVER and (one.known or not ours_only)]
    if not kept:
        return tuple(judged)
    with store.step(StepKind.TAKE_ANSWERS, count=len(kept)) as db:
        db.add_all(_record(one, forum_id, source, at) for one in kept)
        for one in kept:
            if one.verdict is Verdict.TAKEN and one.known:
                arrived(db, forum_id, one.answer, at)
                answered_stay(db, forum_id, one.known, one.answer, author=store.actor, at=at)
    return tuple(judged)


def _judged(answers: Iterable[Answer], invited: dict[str, Invited], looked_at: set[_Known]) -> list[Judged]:
    judged: list[Judged] = []
    for answer in answers:
        verdict = judge(answer, invited)
        known = invited.get(answer.uid)
        if verdict is Verdict.TAKEN and known and answer.stamped_at and _key(answer) not in looked_at:
            invited[answer.uid] = replace(known, answered=(answer.sequence, answer.stamped_at))
        elif verdict not in PASSED_OVER and _key(answer) in looked_at:
            verdict = Verdict.REPEATED
        elif verdict not in PASSED_OVER:
            looked_at.add(_key(answer))
        judged.append(Judged(answer, verdict, known))
    return judged


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

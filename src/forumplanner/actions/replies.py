"""Taking answers in: what is clear counts at once, all else waits for a look; the same answer twice changes nothing."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from forumplanner.actions import contacts
from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.replies import PASSED_OVER, Answer, Invited, Participation, Verdict, judge
from forumplanner.domain.times import conference_day
from forumplanner.i18n import gettext as _
from forumplanner.queries import replies
from forumplanner.records import Forum, Participant, ReceivedReply
from forumplanner.store import Store

_STATUS = {
    Participation.ACCEPTED: InvitationStatus.ACCEPTED,
    Participation.DECLINED: InvitationStatus.DECLINED,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer and what became of it."""

    answer: Answer
    verdict: Verdict


def take(
    store: Store, *, forum_id: ForumId, source: str, answers: Sequence[Answer], now: dt.datetime | None = None
) -> tuple[Judged, ...]:
    """Judge answers in their order and keep them; those about the whole stay move the person's invitation on.

    `source`: the file or mailbox they came from. Older and repeated ones are passed over and not kept.
    """
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    with store.read() as db:
        invited = replies.invited(db, forum_id=forum_id)
    judged: list[Judged] = []
    for answer in answers:
        verdict = judge(answer, invited)
        judged.append(Judged(answer, verdict))
        if verdict is Verdict.TAKEN and answer.stamped_at:
            known = invited[answer.uid]
            invited[answer.uid] = replace(known, answered=(answer.sequence, answer.stamped_at))
    kept = [one for one in judged if one.verdict not in PASSED_OVER]
    if kept:
        with store.step(StepKind.OTHER, count=len(kept)) as db:
            db.add_all(_record(one, invited.get(one.answer.uid), forum_id, source, at) for one in kept)
    for one in kept:
        if one.verdict is Verdict.TAKEN:
            _move_on(store, forum_id, invited[one.answer.uid], one.answer, at)
    return tuple(judged)


def _record(one: Judged, known: Invited | None, forum_id: ForumId, source: str, at: dt.datetime) -> ReceivedReply:
    said = [participation for _mailbox, participation in one.answer.attendees]
    return ReceivedReply(
        forum_id=forum_id,
        participant_id=uuid.UUID(known.participant_id) if known else None,
        session_id=uuid.UUID(known.session_id) if known else None,
        uid=one.answer.uid,
        participation=said[0] if len(said) == 1 else None,
        comment=one.answer.comment,
        from_mailbox=one.answer.from_mailbox or ", ".join(mailbox for mailbox, _said in one.answer.attendees),
        sequence=one.answer.sequence,
        stamped_at=one.answer.stamped_at,
        received_at=at,
        source=source[:200],
        verdict=one.verdict,
    )


def _move_on(store: Store, forum_id: ForumId, known: Invited, answer: Answer, at: dt.datetime) -> None:
    """An answer about the stay as a whole is one about the invitation; about one session it is not."""
    status = _STATUS.get(answer.attendees[0][1] or Participation.NEEDS_ACTION)
    if status is None or known.session_id != str(forum_id):
        return
    person = ParticipantId(uuid.UUID(known.participant_id))
    with store.read() as db:
        participant = db.get(Participant, person)
        zone = found(db, Forum, forum_id).zone
    if participant is None or participant.status is status:
        return
    contacts.log(
        store,
        forum_id=forum_id,
        about=About(participant_id=person),
        day=conference_day(at, zone),
        channel=Channel.EMAIL,
        contact=answer.from_mailbox,
        text=answer.comment,
        status=status,
        today=conference_day(at, zone),
    )


def settle(store: Store, *, reply_id: uuid.UUID, meaning: Participation | None) -> None:
    """Somebody looked at an answer: it means that, or nothing (None). Raises `NotPossible` for one that counts."""
    with store.step(StepKind.OTHER, count=1) as db:
        row = found(db, ReceivedReply, reply_id)
        if row.verdict is Verdict.TAKEN:
            raise NotPossible(_("This answer counts already. Nothing was changed."))
        row.settled_by = store.actor
        if meaning is not None and row.participant_id and row.session_id:
            row.participation, row.verdict = meaning, Verdict.TAKEN

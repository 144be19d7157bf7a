"""What follows from an answer: the mail has arrived, and an answer about the stay is a step of the invitation."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.contacts import Noted, log, moment, write_note
from forumplanner.actions.found import found
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId, ParticipantId, SessionId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.replies import Answer, Invited, Participation
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import OutboxMessage, Participant, Session
from forumplanner.store import Store

_STEPS: Final = {
    Participation.ACCEPTED: InvitationStatus.ACCEPTED,
    Participation.DECLINED: InvitationStatus.DECLINED,
    Participation.TENTATIVE: InvitationStatus.RECEIVED,
}
_ARRIVED: Final = {
    OutboxState.UNKNOWN: OutboxState.SENT,
    OutboxState.RETRY: OutboxState.SENT,
    OutboxState.REFUSED: OutboxState.SENT,
    OutboxState.DRAFT: OutboxState.HANDED_OVER,
}
"""What a mail becomes once somebody has answered it; one that is being sent is settled by the run that sends it."""


def step_of(said: Participation | None, now: InvitationStatus | None) -> InvitationStatus | None:
    """The step that an answer about the stay makes, None for none.

    “Maybe” takes a yes or a no back. Who came has come, and who sends somebody else need not decline as well.
    """
    step = _STEPS.get(said or Participation.NEEDS_ACTION)
    settled = now is InvitationStatus.ATTENDED
    replaced = now is InvitationStatus.SUBSTITUTE_NAMED and step is InvitationStatus.DECLINED
    return None if settled or replaced or step is now else step


def arrived(db: Db, forum_id: ForumId, answers: Iterable[Answer], at: dt.datetime) -> None:
    """Whoever answers a mail has got it: one in doubt, refused or never marked as sent is in doubt no longer."""
    said = {(answer.uid, answer.sequence) for answer in answers}
    if not said:
        return
    ours = OutboxMessage.forum_id == forum_id, OutboxMessage.state.in_(list(_ARRIVED))
    open_ = db.execute(select(OutboxMessage.id, OutboxMessage.tells).where(*ours))
    for key in [row.id for row in open_ if not said.isdisjoint((one["uid"], one["sequence"]) for one in row.tells)]:
        row = found(db, OutboxMessage, key)
        row.state, row.content, row.next_at = _ARRIVED[row.state], None, None
        row.settled_at = row.settled_at or at


def answered_stay(
    db: Db, forum_id: ForumId, known: Invited, answer: Answer, *, author: str, at: dt.datetime
) -> InvitationStatus | None:
    """Let an answer about the stay move the invitation on; one about a session counts for that session alone."""
    if known.session_id != str(forum_id):
        return None
    person = ParticipantId(uuid.UUID(known.participant_id))
    said = answer.attendees[0][1] if answer.attendees else None
    return note_stay(
        db,
        forum_id,
        person,
        said,
        Channel.EMAIL,
        contact=answer.from_mailbox,
        text=answer.comment,
        author=author,
        at=at,
    )


def note_stay(
    db: Db,
    forum_id: ForumId,
    person: ParticipantId,
    said: Participation | None,
    channel: Channel | None,
    *,
    contact: str = "",
    text: str = "",
    author: str,
    at: dt.datetime,
) -> InvitationStatus | None:
    """Log what somebody answered about the stay, with the step it makes; None where it makes none."""
    participant = db.get(Participant, person)
    step = step_of(said, participant.status) if participant else None
    if step is None:
        return None
    here = moment(db, forum_id, at)
    noted = Noted(here.day, here.minute, channel, contact[:200], text, step)
    write_note(db, forum_id=forum_id, about=About(participant_id=person), author=author, noted=noted)
    return step


def ask_again(store: Store, *, participant_id: ParticipantId, session_id: SessionId) -> None:
    """Put somebody who declined on today's list of calls; the programme stays as it is. One step.

    Raises `NoLongerThere`.
    """
    with store.read() as db:
        forum_id = ForumId(found(db, Participant, participant_id).forum_id)
        title = found(db, Session, session_id).title.best(interface_language())
        today = moment(db, forum_id).day
    log(
        store,
        forum_id=forum_id,
        about=About(participant_id=participant_id),
        day=today,
        next_on=today,
        next_action=_("Ask again: {session}", session=title),
    )

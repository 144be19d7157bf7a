"""Whoever an invitation went out to has been invited: their status says so, so that answers can be waited for."""

import datetime as dt
from typing import Final

from sqlalchemy import or_, select

from forumplanner.actions import people
from forumplanner.domain.ids import ParticipantId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.records import OutboxMessage, Participant
from forumplanner.store import Store

_BEFORE: Final = (InvitationStatus.NOT_INVITED, InvitationStatus.APPROVED)
_OUT: Final = (OutboxState.SENT, OutboxState.HANDED_OVER)


def note_invited(store: Store, *, since: dt.datetime) -> int:
    """Move on to "sent" whoever got an invitation since an instant and stood before that step; how many.

    One step for all of them, which can be undone; none where nobody was. Whoever still waits for an approval stays
    there: the letter went too early, and the status goes on saying so.
    """
    query = (
        select(Participant.id)
        .join(OutboxMessage, OutboxMessage.participant_id == Participant.id)
        .where(
            OutboxMessage.kind == MailKind.INVITATION,
            OutboxMessage.state.in_(_OUT),
            OutboxMessage.settled_at >= since,
            or_(Participant.status.is_(None), Participant.status.in_(_BEFORE)),
        )
        .distinct()
    )
    with store.read() as db:
        invited = [ParticipantId(key) for key in db.execute(query).scalars()]
    if invited:
        people.set_status(store, participants=invited, status=InvitationStatus.SENT)
    return len(invited)

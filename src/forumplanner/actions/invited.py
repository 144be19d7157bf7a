"""Whoever an invitation went out to has been invited: their status says so, so that answers can be waited for."""

import datetime as dt
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import func, or_, select

from forumplanner.actions import people
from forumplanner.domain.ids import ParticipantId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.records import OutboxMessage, Participant
from forumplanner.store import Store

_BEFORE: Final = (InvitationStatus.NOT_INVITED, InvitationStatus.APPROVED)
_OUT: Final = (OutboxState.SENT, OutboxState.HANDED_OVER)
_TABLE: Final = Participant.__tablename__


def note_arrived(store: Store) -> int:
    """Move on to "sent" whoever got an invitation and stood before that step; how many.

    One step for all of them, which can be undone; none where nobody was. The file itself knows of whom it was noted:
    nobody is moved whose status was changed after the mail went, be it by this step and its undo. So a mail counts
    that a run sent before the program was killed, or that was found among the sent ones. Whoever still waits for an
    approval stays there: the letter went too early, and the status goes on saying so.
    """
    query = (
        select(Participant.id, func.max(OutboxMessage.settled_at).label("at"))
        .join(OutboxMessage, OutboxMessage.participant_id == Participant.id)
        .where(
            OutboxMessage.kind == MailKind.INVITATION,
            OutboxMessage.state.in_(_OUT),
            or_(Participant.status.is_(None), Participant.status.in_(_BEFORE)),
        )
        .group_by(Participant.id)
    )
    with store.read() as db:
        went = {str(row.id): row.at for row in db.execute(query) if row.at is not None}
    invited = [ParticipantId(UUID(key)) for key in sorted(went.keys() - _decided(store, went))]
    if invited:
        people.set_status(store, participants=invited, status=InvitationStatus.SENT)
    return len(invited)


def _decided(store: Store, went: Mapping[str, dt.datetime]) -> set[str]:
    """Of these people those whose status was changed since their mail went."""
    changes = store.history_of_rows([(_TABLE, key) for key in went])
    return {
        one.key
        for one in changes
        if one.before is not None and one.after is not None and "status" in one.after and one.step.at >= went[one.key]
    }

"""Reads who declined what: the whole stay by the state of the invitation, single sessions by the answers."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.replies import Participation
from forumplanner.queries import replies
from forumplanner.records import Participant
from forumplanner.snapshots.checks import CheckedDecline

_DECLINED = (InvitationStatus.DECLINED, InvitationStatus.SUBSTITUTE_NAMED)


def load(db: Db, forum_id: uuid.UUID) -> tuple[CheckedDecline, ...]:
    """Everybody who declined, the stay before single sessions; five statements."""
    stays = db.execute(
        select(Participant.id)
        .where(Participant.forum_id == forum_id, Participant.status.in_(_DECLINED))
        .order_by(Participant.position, Participant.id)
    ).scalars()
    standing_in = db.execute(
        select(Participant.stands_for_id, Participant.id)
        .where(Participant.forum_id == forum_id, Participant.stands_for_id.is_not(None))
        .order_by(Participant.position, Participant.id)
    )
    successors = {row.stands_for_id: row.id for row in standing_in}
    whole = [CheckedDecline(str(key), successor=str(successors.get(key, ""))) for key in stays]
    single = [
        CheckedDecline(person, session)
        for (person, session), one in sorted(replies.taken(db, forum_id=forum_id).items(), key=lambda one: one[0])
        if one.said is Participation.DECLINED and session != str(forum_id)
    ]
    return (*whole, *single)

"""What the guest side keeps about a participant: log, materials, places by hand, letters, whose place it is."""

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ParticipantId
from forumplanner.records import ContactNote, Letter, Material, OrderOverride, Participant


def forget_participant(db: Db, participant_id: ParticipantId) -> None:
    """Let go of it where a participant leaves the forum, inside that step; the register of letters keeps its texts."""
    for record in (ContactNote, Material, OrderOverride):
        for row in db.execute(select(record).where(record.participant_id == participant_id)).scalars():
            db.delete(row)
    for letter in db.execute(select(Letter).where(Letter.participant_id == participant_id)).scalars():
        letter.participant_id = None
    for other in db.execute(select(Participant).where(Participant.stands_for_id == participant_id)).scalars():
        other.stands_for_id = None

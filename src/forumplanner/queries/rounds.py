"""Reads what a round of mail weighs people by: chairs, speakers, heads of delegations, and who looks after whom."""

import uuid
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import CHAIRING_ROLES, Role
from forumplanner.queries import paper
from forumplanner.records import Appearance, Delegation, Participant, Person
from forumplanner.snapshots.rounds import Duties, Duty, Liaison

SPEAKING = frozenset({Role.SPEAKER, Role.PANELIST, Role.DISCUSSANT, Role.PRESENTER})
"""Roles of those who have something to say in the programme."""


def load(db: Db, *, forum_id: uuid.UUID) -> Duties:
    """Three statements, for one person as for a thousand. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    found: defaultdict[str, set[Duty]] = defaultdict(set)
    roles = db.execute(
        select(Appearance.participant_id, Appearance.role)
        .join(Participant, Participant.id == Appearance.participant_id)
        .where(Participant.forum_id == forum.id)
        .distinct()
    )
    for participant_id, role in roles:
        if role in CHAIRING_ROLES:
            found[str(participant_id)].add(Duty.CHAIR)
        elif role in SPEAKING:
            found[str(participant_id)].add(Duty.SPEAKER)
    phones: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    groups: dict[str, uuid.UUID] = {}
    people = db.execute(
        select(Participant.id, Participant.role_in_delegation, Participant.delegation_id, Person.phone, Person.name)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum.id)
    )
    for row in people:
        key = str(row.id)
        phones[key] = row.phone
        names[key] = tuple(row.name.shown(tag) for tag in forum.languages)
        if row.delegation_id:
            groups[key] = row.delegation_id
        if row.role_in_delegation == "head":
            found[key].add(Duty.HEAD)
    looked_after = db.execute(
        select(Delegation.id, Delegation.liaison_id).where(
            Delegation.forum_id == forum.id, Delegation.liaison_id.is_not(None)
        )
    )
    liaisons = {
        row.id: Liaison(names.get(str(row.liaison_id), ()), phones.get(str(row.liaison_id), "")) for row in looked_after
    }
    return Duties(
        of={key: frozenset(duties) for key, duties in found.items()},
        phones={key: phone for key, phone in phones.items() if phone},
        liaisons={key: liaisons[group] for key, group in groups.items() if group in liaisons},
    )

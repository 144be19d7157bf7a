"""What a person's card chooses from and is placed in: the delegations of the forum, and who looks after them."""

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.delegations import role_of
from forumplanner.domain.ids import ForumId
from forumplanner.domain.sorting import latin_key
from forumplanner.queries.columns import NAME
from forumplanner.queries.wordings import name_forms, pair
from forumplanner.records import Delegation, Forum, Institution, Participant, Person
from forumplanner.snapshots.people import DelegationChoice, PlaceInDelegation


def place_of(db: Db, participant: Participant, languages: tuple[str, ...]) -> PlaceInDelegation | None:
    """The delegation that somebody travels with, in one statement; None outside one."""
    if participant.delegation_id is None:
        return None
    liaison = aliased(Participant)
    row = db.execute(
        select(Delegation.id, Delegation.name, Institution.name.label("institution"), Person.phone)
        .add_columns(type_coerce(Person.name, NAME).label("liaison"))
        .outerjoin(Institution, Institution.id == Delegation.institution_id)
        .outerjoin(liaison, liaison.id == Delegation.liaison_id)
        .outerjoin(Person, Person.id == liaison.person_id)
        .where(Delegation.id == participant.delegation_id)
    ).one()
    return PlaceInDelegation(
        id=str(row.id),
        name=pair(row.name or row.institution, languages),
        role=role_of(participant.role_in_delegation),
        liaison=name_forms(row.liaison),
        liaison_phone=row.phone or "",
    )


def delegations(db: Db, *, forum_id: ForumId) -> tuple[DelegationChoice, ...]:
    """The forum's delegations to choose from, by Latin name, in one statement."""
    rows = db.execute(
        select(Delegation.id, Delegation.name, Delegation.country, Forum.languages)
        .add_columns(Institution.name.label("institution"))
        .join(Forum, Forum.id == Delegation.forum_id)
        .outerjoin(Institution, Institution.id == Delegation.institution_id)
        .where(Delegation.forum_id == forum_id)
    )
    found = [
        DelegationChoice(str(row.id), pair(row.name or row.institution, row.languages), row.country) for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (latin_key(one.name.best(-1)), one.id)))

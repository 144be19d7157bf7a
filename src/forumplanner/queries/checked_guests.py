"""Reads delegations and consular guests as the checks look at them: four statements for any forum."""

import uuid

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import country_name
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import LANGUAGES
from forumplanner.queries import orders
from forumplanner.queries.columns import NAME
from forumplanner.records import ConsularGuest, ConsularPost, Delegation, Forum, Institution, Participant, Person
from forumplanner.snapshots.checked_guests import CheckedDelegation, CheckedEnvoy


def delegations(db: Db, forum: Forum) -> tuple[CheckedDelegation, ...]:
    """All delegations with who leads them; one statement."""
    rows = db.execute(
        select(
            Delegation.id,
            Delegation.name,
            Delegation.country,
            Institution.name.label("institution"),
            Participant.id.label("participant"),
            Participant.role_in_delegation,
            type_coerce(Person.name, NAME).label("person"),
        )
        .outerjoin(Institution, Institution.id == Delegation.institution_id)
        .outerjoin(Participant, Participant.delegation_id == Delegation.id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .where(Delegation.forum_id == forum.id)
        .order_by(Delegation.position, Delegation.id, Participant.position, Participant.id)
    )
    names: dict[uuid.UUID, LocalizedText] = {}
    heads: dict[uuid.UUID, list[LocalizedText]] = {}
    named: dict[uuid.UUID, int] = {}
    for row in rows:
        country = {tag: country_name(row.country, tag, forum.words) for tag in LANGUAGES if row.country}
        names[row.id] = row.name or row.institution or LocalizedText.of(country)
        named[row.id] = named.get(row.id, 0) + (row.participant is not None)
        led = heads.setdefault(row.id, [])
        if row.participant is not None and row.role_in_delegation == DelegationRole.HEAD:
            shown = row.person.zh or row.person.latin, row.person.latin or row.person.zh
            led.append(LocalizedText.of(dict(zip(LANGUAGES, shown, strict=True))))
    return tuple(CheckedDelegation(str(key), name, tuple(heads[key]), named[key]) for key, name in names.items())


def envoys(db: Db, forum: Forum) -> tuple[CheckedEnvoy, ...]:
    """Consular guests who have not declined, in the order of protocol; three statements."""
    rows = db.execute(
        select(ConsularGuest.id, ConsularGuest.participant_id, ConsularPost.country)
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(ConsularGuest.forum_id == forum.id)
    )
    known = {str(row.id): row for row in rows}
    return tuple(
        CheckedEnvoy(
            id=line.key,
            name=line.rank.name or line.rank.post_name,
            post=line.rank.post_name,
            country=known[line.key].country,
            exequatur_on=line.rank.exequatur_on,
            participant_id=str(known[line.key].participant_id) if known[line.key].participant_id else None,
            proof=line.proof,
            basis=line.basis,
        )
        for line in orders.consular(db, forum_id=forum.id)
    )

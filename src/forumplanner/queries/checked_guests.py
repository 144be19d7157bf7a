"""Reads delegations, consular guests and their texts as the checks look at them: ten statements for any forum."""

import uuid
from typing import Final

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain import captions, own_words
from forumplanner.domain.countries import country_name
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.i18n import LANGUAGES
from forumplanner.queries import guest_texts, orders
from forumplanner.queries.columns import NAME
from forumplanner.queries.guest_texts import ReadText
from forumplanner.records import ConsularGuest, ConsularPost, Delegation, Forum, Institution, Participant, Person
from forumplanner.snapshots.checked_guests import CheckedDelegation, CheckedEnvoy, CheckedText, TextGroup
from forumplanner.snapshots.completeness import TextKind

_GROUPS: Final = {
    TextKind.CONSULAR_POST: TextGroup.POSTS,
    TextKind.CONSULAR_GUEST: TextGroup.TITLES,
    TextKind.DELEGATION: TextGroup.DELEGATIONS,
    TextKind.ALLIANCE: TextGroup.REGISTERS,
    TextKind.WORDS: TextGroup.RANKS,
    TextKind.LETTER: TextGroup.LETTERS,
}

_NAMED_BY_OWNER: Final = frozenset({"resolution", "occasion", "hotel"})


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


def texts(db: Db, forum: Forum) -> tuple[CheckedText, ...]:
    """Texts of the guest side that somebody wrote in any language; six statements."""
    return tuple(
        CheckedText(
            group=TextGroup.CAPTION if read.ref.code == captions.CODE else _GROUPS[read.kind],
            owner=read.ref.id,
            text=read.text,
            called=_called(read, forum.languages),
            column=read.ref.column,
            target=read.target,
        )
        for read in guest_texts.load(db, forum)
        if read.text
    )


def _called(read: ReadText, languages: tuple[str, ...]) -> LocalizedText:
    """Own words by what they are, resolutions, hotels and titles by what they belong to; the rest names itself."""
    if read.ref.code:
        return LocalizedText.of(own_words.called(read.ref.code))
    if read.kind is TextKind.CONSULAR_GUEST or read.ref.column in _NAMED_BY_OWNER:
        return LocalizedText.of(dict(zip(languages, read.belongs.texts, strict=False)))
    return EMPTY

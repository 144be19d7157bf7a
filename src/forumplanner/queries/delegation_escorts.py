"""Who looks after delegations, and who could: staff, volunteers and interpreters with what they speak."""

from collections import Counter

from sqlalchemy import ColumnElement, or_, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category
from forumplanner.domain.sorting import initials
from forumplanner.queries.columns import KEY, NAME
from forumplanner.records import Delegation, Participant, Person
from forumplanner.snapshots.delegations import Escort
from forumplanner.snapshots.wordings import NameForms

SERVING = (Category.STAFF, Category.VOLUNTEER, Category.INTERPRETER)
"""Who is usually asked to look after guests."""


def escorts(db: Db, *, forum_id: ForumId) -> dict[str, Escort]:
    """Everybody who looks after a delegation of the forum, by participant's key; in two statements."""
    serving = db.execute(
        select(type_coerce(Delegation.liaison_id, KEY), type_coerce(Delegation.interpreter_id, KEY)).where(
            Delegation.forum_id == forum_id
        )
    ).all()
    groups = Counter(liaison for liaison, _interpreter in serving)
    liaisons = select(Delegation.liaison_id).where(Delegation.forum_id == forum_id)
    interpreters = select(Delegation.interpreter_id).where(Delegation.forum_id == forum_id)
    return _read(db, or_(Participant.id.in_(liaisons), Participant.id.in_(interpreters)), groups)


def candidates(db: Db, *, forum_id: ForumId) -> tuple[Escort, ...]:
    """Everybody who could look after a delegation, fewest delegations first; in two statements."""
    serving = db.execute(
        select(type_coerce(Delegation.liaison_id, KEY)).where(Delegation.forum_id == forum_id)
    ).scalars()
    groups = Counter(serving)
    here = Participant.forum_id == forum_id
    found = _read(db, here & Participant.category.in_(SERVING), groups)
    return tuple(sorted(found.values(), key=lambda one: (one.groups, one.keys)))


def _read(db: Db, wanted: ColumnElement[bool], groups: Counter[str]) -> dict[str, Escort]:
    rows = db.execute(
        select(
            type_coerce(Participant.id, KEY).label("id"),
            type_coerce(Participant.delegation_id, KEY).label("delegation_id"),
            Participant.category,
            Person.languages,
            Person.phone,
            Person.sort_pinyin,
            Person.sort_latin,
            type_coerce(Person.name, NAME).label("name"),
        )
        .join(Person, Person.id == Participant.person_id)
        .where(wanted)
    )
    return {
        row.id: Escort(
            participant_id=row.id,
            name=NameForms(row.name.zh, row.name.latin, row.name.native),
            languages=row.languages,
            phone=row.phone,
            groups=groups[row.id],
            category=row.category,
            delegation_id=row.delegation_id,
            keys="\n".join((row.name.zh, row.sort_pinyin.replace(" ", ""), initials(row.sort_pinyin), row.sort_latin)),
        )
        for row in rows
    }

"""Who appears where in a programme, in which act of a ceremony, and the posts they may appear with."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import CHAIRING_ROLES
from forumplanner.queries.columns import NAME
from forumplanner.queries.wordings import AnyRow, name_forms, pair
from forumplanner.records import Act, Appearance, Institution, Item, Part, Participant, Person, Post, Session
from forumplanner.snapshots.programme import ActLine, AppearanceLine, HeldPost


@dataclass(slots=True)
class AppearingPeople:
    """Who appears, by item or part, and the acts of each item."""

    at: dict[uuid.UUID, list[AppearanceLine]]
    acts: dict[uuid.UUID, list[AnyRow]]
    languages: tuple[str, ...]

    def acts_of(self, item: uuid.UUID) -> tuple[ActLine, ...]:
        """The acts of an item, each with those who belong to it."""
        lines = self.at[item]
        return tuple(
            ActLine(
                id=str(act.id),
                title=pair(act.title, self.languages),
                people=tuple(line for line in lines if line.act_id == str(act.id)),
            )
            for act in self.acts.get(item, ())
        )


def load(db: Db, *, forum_id: ForumId, languages: tuple[str, ...]) -> AppearingPeople:
    """Everybody in the programme of a forum; two statements."""
    return AppearingPeople(_appearances(db, forum_id, languages), _acts(db, forum_id), languages)


def posts(db: Db, *, forum_id: ForumId, languages: tuple[str, ...]) -> tuple[HeldPost, ...]:
    """Every post of everybody who takes part; the usual one is that which the forum's papers print."""
    rows = db.execute(
        select(Post.id, Post.person_id, Post.title, Institution.name.label("institution"), Participant.post_id)
        .join(Participant, Participant.person_id == Post.person_id)
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Post.position, Post.id)
    )
    first: dict[uuid.UUID, uuid.UUID] = {}
    return tuple(
        HeldPost(
            id=str(row.id),
            person_id=str(row.person_id),
            title=pair(row.title, languages),
            institution=pair(row.institution, languages),
            usual=row.id == (row.post_id or first.setdefault(row.person_id, row.id)),
        )
        for row in rows
    )


def _acts(db: Db, forum_id: ForumId) -> dict[uuid.UUID, list[AnyRow]]:
    rows = db.execute(
        select(Act.id, Act.item_id, Act.title)
        .join(Item, Item.id == Act.item_id)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(Act.position, Act.id)
    )
    found: dict[uuid.UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        found[row.item_id].append(row)
    return found


def _appearances(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> dict[uuid.UUID, list[AppearanceLine]]:
    """By item or part; in their order, but those who lead first."""
    parts = select(Part.id).join(Session, Session.id == Part.session_id).where(Session.forum_id == forum_id)
    items = select(Item.id).where(Item.part_id.in_(parts))
    rows = db.execute(
        select(
            Appearance.id,
            Appearance.item_id,
            Appearance.part_id,
            Appearance.role,
            Appearance.participant_id,
            Appearance.institution_id,
            Appearance.label,
            Appearance.mode,
            Appearance.provisional,
            Appearance.minutes,
            Appearance.post_id,
            Appearance.act_id,
            Participant.mode.label("own_mode"),
            Participant.person_id,
            type_coerce(Person.name, NAME).label("person_name"),
            Institution.name.label("institution_name"),
        )
        .outerjoin(Participant, Participant.id == Appearance.participant_id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .outerjoin(Institution, Institution.id == Appearance.institution_id)
        .where(Appearance.part_id.in_(parts) | Appearance.item_id.in_(items))
        .order_by(Appearance.position, Appearance.id)
    )
    found: dict[uuid.UUID, list[AppearanceLine]] = defaultdict(list)
    for row in rows:
        found[row.item_id or row.part_id].append(_appearance(row, languages))
    for lines in found.values():
        lines.sort(key=lambda line: line.role not in CHAIRING_ROLES)
    return found


def _appearance(row: AnyRow, languages: tuple[str, ...]) -> AppearanceLine:
    return AppearanceLine(
        id=str(row.id),
        role=row.role,
        participant_id=str(row.participant_id or ""),
        person_id=str(row.person_id or ""),
        name=name_forms(row.person_name),
        institution_id=str(row.institution_id or ""),
        institution=pair(row.institution_name, languages),
        label=pair(row.label, languages),
        mode=row.mode,
        provisional=row.provisional,
        minutes=row.minutes,
        post_id=str(row.post_id or ""),
        act_id=str(row.act_id or ""),
        own_mode=row.own_mode,
    )

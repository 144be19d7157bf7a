"""Reads what the checks of a forum reckon with, for the page of settings: seven statements for any forum."""

import uuid
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.text import EN, ZH
from forumplanner.queries import paper, planning
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Participant, Person, Room, SpecialDay
from forumplanner.snapshots.check_settings import CheckSettings, OwnCountry, OwnDay


def load(db: Db, *, forum_id: uuid.UUID) -> CheckSettings:
    """The settings of one forum. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    rooms = db.scalars(select(Room.building).where(Room.forum_id == forum_id).order_by(Room.position, Room.id))
    countries = select(Person.country).join(Participant, Participant.person_id == Person.id)
    coming = set(db.scalars(countries.where(Participant.forum_id == forum_id).distinct()))
    posts = select(ConsularPost.country).join(ConsularGuest, ConsularGuest.consular_post_id == ConsularPost.id)
    coming.update(db.scalars(posts.where(ConsularGuest.forum_id == forum_id).distinct()))
    days = db.scalars(select(SpecialDay).where(SpecialDay.forum_id == forum_id).order_by(SpecialDay.day, SpecialDay.id))
    return CheckSettings(
        rules=PlanningRules.of(forum.planning),
        severities=planning.severities(db, forum_id),
        buildings=tuple(dict.fromkeys(filter(None, (building.best(*forum.languages) for building in rooms)))),
        walks=planning.walks(db, forum_id),
        days=tuple(OwnDay(str(day.id), day.day, day.name, day.country) for day in days),
        countries=tuple(sorted(filter(None, coming))),
        protocol=ProtocolRules.of(forum.protocol),
        names=tuple(_own_names(forum)),
        host=forum.country,
    )


def _own_names(forum: Forum) -> Iterator[OwnCountry]:
    """Countries that the forum names in its own way, by code."""
    for code, words in sorted((forum.words or {}).items()):
        what, _dot, country = code.partition(".")
        if what == "country":
            yield OwnCountry(country, words.get(ZH, ""), words.get(EN, ""))

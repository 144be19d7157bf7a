"""Reads what the checks of a forum reckon with, for the page of settings: six statements for any forum."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.planning import PlanningRules
from forumplanner.queries import paper, planning
from forumplanner.records import Participant, Person, Room, SpecialDay
from forumplanner.snapshots.check_settings import CheckSettings, OwnDay


def load(db: Db, *, forum_id: uuid.UUID) -> CheckSettings:
    """The settings of one forum. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    rooms = db.scalars(select(Room.building).where(Room.forum_id == forum_id).order_by(Room.position, Room.id))
    countries = select(Person.country).join(Participant, Participant.person_id == Person.id)
    coming = db.scalars(countries.where(Participant.forum_id == forum_id).distinct())
    days = db.scalars(select(SpecialDay).where(SpecialDay.forum_id == forum_id).order_by(SpecialDay.day, SpecialDay.id))
    return CheckSettings(
        rules=PlanningRules.of(forum.planning),
        severities=planning.severities(db, forum_id),
        buildings=tuple(dict.fromkeys(filter(None, (building.best(*forum.languages) for building in rooms)))),
        walks=planning.walks(db, forum_id),
        days=tuple(OwnDay(str(day.id), day.day, day.name, day.country) for day in days),
        countries=tuple(sorted(filter(None, coming))),
    )

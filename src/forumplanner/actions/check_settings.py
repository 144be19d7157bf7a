"""What a forum's checks reckon with: how much each kind matters, planning rules, walks, days of its own."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Final

from sqlalchemy import select

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.ids import ForumId, new_id
from forumplanner.domain.kinds import Severity, StepKind
from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.records import CheckSetting, Forum, SpecialDay, Walk
from forumplanner.snapshots.findings import FindingKind
from forumplanner.store import Store

RULES: Final = frozenset(field.name for field in fields(PlanningRules))
_PAIRS: Final = (("prayer_from", "prayer_to"), ("meal_from", "meal_to"), ("online_from", "online_to"))


class NoSuchRule(NotPossible):
    """A planning rule that can't be: an end before its start, or fewer minutes than none."""


def set_severity(store: Store, *, forum_id: ForumId, kind: FindingKind, severity: Severity | None) -> None:
    """Say how much a kind of finding matters in this forum; None goes back to what the program thinks."""
    here = CheckSetting.forum_id == forum_id, CheckSetting.kind == str(kind)
    with store.step(StepKind.SET_CHECKS, kind=str(kind)) as db:
        found(db, Forum, forum_id)
        row = db.execute(select(CheckSetting).where(*here)).scalar_one_or_none()
        if severity is None:
            if row:
                db.delete(row)
            return
        if row is None:
            row = CheckSetting(id=new_id(), forum_id=forum_id, kind=str(kind))
        row.severity = severity
        db.add(row)


def set_planning(store: Store, *, forum_id: ForumId, **numbers: int) -> None:
    """Change some of the forum's planning rules, named as in `PlanningRules`, in minutes; all others stay.

    Raises `NoSuchRule` where a stretch would end before it starts, or minutes are fewer than none, and TypeError for
    a name that is none of theirs.
    """
    if unknown := set(numbers) - RULES:
        raise TypeError(f"no planning rule is called {sorted(unknown)}")
    with store.read() as db:
        rules = replace(PlanningRules.of(found(db, Forum, forum_id).planning), **numbers)
    if any(getattr(rules, first) > getattr(rules, last) for first, last in _PAIRS):
        raise NoSuchRule(_("That time would end before it starts. Nothing was changed; enter the other end first."))
    if any(number < 0 for number in numbers.values()):
        raise NoSuchRule(_("Minutes can't be fewer than none. Nothing was changed."))
    with store.step(StepKind.SET_PLANNING, **numbers) as db:
        found(db, Forum, forum_id).planning = rules.to_keep()


def set_walk(store: Store, *, forum_id: ForumId, building: str, other: str, minutes: int | None) -> None:
    """Say how long the walk between two buildings takes, either way; None: as long as the forum's usual one.

    Buildings by their names in the forum's first language.
    """
    if minutes is not None and minutes < 0:
        raise NoSuchRule(_("Minutes can't be fewer than none. Nothing was changed."))
    one, two = sorted((building, other))
    with store.step(StepKind.SET_PLANNING, walk=minutes or 0) as db:
        found(db, Forum, forum_id)
        either = Walk.building.in_((one, two)) & Walk.other.in_((one, two)) & (Walk.building != Walk.other)
        rows = list(db.scalars(select(Walk).where(Walk.forum_id == forum_id, either)))
        for row in rows[1:] if minutes is not None else rows:
            db.delete(row)
        if minutes is not None:
            kept = rows[0] if rows else Walk(id=new_id(), forum_id=forum_id)
            kept.building, kept.other, kept.minutes = one, two, minutes
            db.add(kept)


def add_special_day(
    store: Store, *, forum_id: ForumId, day: dt.date, name: Mapping[str, str], country: str = ""
) -> uuid.UUID:
    """Add a national day or holiday that the table doesn't know; `country` "" is for everybody."""
    text = LocalizedText.of(name)
    if not text:
        raise NotPossible(_("The day needs a name. Nothing was added; type one."))
    key = new_id()
    with store.step(StepKind.SET_PLANNING, day=day.isoformat()) as db:
        found(db, Forum, forum_id)
        db.add(SpecialDay(id=key, forum_id=forum_id, day=day, name=text, country=country))
    return key


def remove_special_day(store: Store, *, day_id: uuid.UUID) -> None:
    """Take back a day of the secretariat's own."""
    with store.step(StepKind.SET_PLANNING) as db:
        db.delete(found(db, SpecialDay, day_id))

"""Applies an import plan in one step: everything the plan says, or nothing."""

import datetime as dt
import enum
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import JSON, Date, Enum, Uuid, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import StepKind
from forumplanner.domain.names import NameOrder, PersonName
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.records import Base, Person, SessionRoom
from forumplanner.records.base import Localized, LocalizedList, Named, Texts, Utc
from forumplanner.snapshots.import_plan import Count, ImportPlan, Value, Write
from forumplanner.store import Reason, Store

_CLASSES: Final = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
_PART: Final = re.compile(
    r"(?P<attribute>\w+)(?:\[(?P<at>\d+)\](?=\[|$))?(?:\[(?P<tag>.*)\]|\.(?P<form>\w+))?", re.DOTALL
)
_ROOMS: Final = "rooms"
_CHUNK: Final = 400


class PlanOutdated(PlannerError):
    """What a plan would change is no longer there; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was done: the forum's key, and the plan's counts by sheet. `done` is False where there was nothing to do."""

    forum_id: str
    counts: tuple[Count, ...]
    done: bool

    @property
    def added(self) -> int:
        """Rows that made something new."""
        return sum(count.added for count in self.counts)

    @property
    def changed(self) -> int:
        """Rows that changed something known."""
        return sum(count.changed for count in self.counts)


def apply(store: Store, plan: ImportPlan) -> Imported:
    """Do what a plan says, as one step that can be undone; a plan with nothing to do leaves no step.

    A file that holds work is backed up first. Raises `PlanOutdated` where a record to change was removed since the
    workbook was read, and as `Store.backup` and `Store.step`.
    """
    result = Imported(plan.forum_id, plan.counts, done=not plan.nothing_to_do)
    if plan.nothing_to_do:
        return result
    steps, _hash = store.head()
    if steps:
        store.backup(Reason.IMPORT)
    added, changed = result.added, result.changed
    with store.step(
        StepKind.IMPORT_WORKBOOK, file=plan.source, added=added, changed=changed, forum=plan.forum_slug
    ) as db:
        write_all(db, list(plan.writes()))
    return result


def write_all(db: Db, writes: list[Write]) -> None:
    """Make and change records in a session; several writes to one record are laid over each other."""
    records = _known(db, [write for write in writes if not write.new])
    for write in writes:
        record = records.get((write.table, write.key))
        if record is None:
            if not write.new:
                raise PlanOutdated(
                    _("Something in the plan was removed meanwhile. Read the file once more; nothing was changed.")
                )
            record = _CLASSES[write.table](id=uuid.UUID(write.key))
            records[write.table, write.key] = record
            db.add(record)
        _fill(record, {path: value for path, value in write.values.items() if path != _ROOMS})
    _set_rooms(db, {w.key: w.values[_ROOMS] for w in writes if _ROOMS in w.values})


def _known(db: Db, writes: Iterable[Write]) -> dict[tuple[str, str], Any]:
    """The records to change, a few statements a table."""
    keys: dict[str, list[uuid.UUID]] = {}
    for write in writes:
        keys.setdefault(write.table, []).append(uuid.UUID(write.key))
    found = {}
    for table, wanted in keys.items():
        kind = _CLASSES[table]
        for start in range(0, len(wanted), _CHUNK):
            for record in db.scalars(select(kind).where(kind.id.in_(wanted[start : start + _CHUNK]))):
                found[table, str(record.id)] = record
    return found


def _fill(record: Any, values: dict[str, Value]) -> None:
    """Set the attributes of a record; those that name a part of a value together make one new value."""
    parts: dict[str, list[tuple[re.Match[str], Value]]] = {}
    for path, value in values.items():
        found = _PART.fullmatch(path)
        if found is None:
            raise ValueError(f"{path} names no attribute")
        parts.setdefault(found["attribute"], []).append((found, value))
    for attribute, given in parts.items():
        column = record.__table__.c[attribute]
        setattr(record, attribute, _value(column.type, getattr(record, attribute, None), given))
    if isinstance(record, Person) and "name" in parts:
        record.sort_pinyin = pinyin_key(record.name.zh)
        record.sort_latin = latin_key(record.name.latin)


def _value(kind: Any, old: Any, given: list[tuple[re.Match[str], Value]]) -> Any:
    """The new value of a column of type `kind`."""
    if isinstance(kind, Localized):
        return localized_with(old or EMPTY, {part["tag"]: str(value) for part, value in given})
    if isinstance(kind, Named):
        forms = {part["form"]: NameOrder(str(v)) if part["form"] == "order" else v for part, v in given}
        return replace(old or PersonName(), **forms)
    if isinstance(kind, LocalizedList):
        return _several(old or (), given)
    if isinstance(kind, Texts) and given[0][0]["at"] is not None:
        return _listed(old or (), given)
    if isinstance(kind, JSON):
        return {**(old or {}), **{part["tag"] or part["at"]: str(value) for part, value in given}}
    return _single(kind, given[0][1])


def localized_with(old: LocalizedText, texts: dict[str, str]) -> LocalizedText:
    """A text with some sides rewritten together: they fit each other, so only the other sides then need review."""
    new = old
    for tag, text in texts.items():
        new = new.edited(tag, text)
    for tag in texts:
        new = new.confirmed(tag)
    return new


def _several(old: tuple[LocalizedText, ...], given: list[tuple[re.Match[str], Value]]) -> tuple[LocalizedText, ...]:
    texts: dict[int, dict[str, str]] = {}
    for part, value in given:
        texts.setdefault(int(part["at"]), {})[part["tag"]] = str(value)
    length = max(len(old), *(at + 1 for at in texts))
    padded = [*old, *[EMPTY] * (length - len(old))]
    written = (localized_with(text, texts.get(at, {})) for at, text in enumerate(padded))
    return tuple(text for text in written if text)


def _listed(old: tuple[str, ...], given: list[tuple[re.Match[str], Value]]) -> tuple[str, ...]:
    entries = dict(enumerate(old)) | {int(part["at"]): str(value) for part, value in given}
    return tuple(text for _, text in sorted(entries.items()) if text)


def _single(kind: Any, value: Value) -> Any:
    if value is None or isinstance(value, bool | int | tuple):
        return value
    text = str(value)
    if isinstance(kind, Enum):
        return _member(kind, text)
    if isinstance(kind, Uuid):
        return uuid.UUID(text)
    if isinstance(kind, Utc):
        return dt.datetime.fromisoformat(text)
    return dt.date.fromisoformat(text) if isinstance(kind, Date) else text


def _member(kind: Enum, code: str) -> enum.Enum:
    if kind.enum_class is None:
        raise ValueError(f"{code} is of no list")
    return kind.enum_class(code)


def _set_rooms(db: Db, wanted: dict[str, Value]) -> None:
    """The rooms of each session in their order; a room that stays keeps its record."""
    db.flush()
    sessions = [uuid.UUID(key) for key in wanted]
    known: dict[tuple[str, str], SessionRoom] = {}
    for start in range(0, len(sessions), _CHUNK):
        chunk = sessions[start : start + _CHUNK]
        for used in db.scalars(select(SessionRoom).where(SessionRoom.session_id.in_(chunk))):
            known[str(used.session_id), str(used.room_id)] = used
    for session, rooms in wanted.items():
        for position, room in enumerate(rooms if isinstance(rooms, tuple) else ()):
            key = (session, room)
            used = known.pop(key) if key in known else _room_used(session, room)
            used.position = position
            db.add(used)
    for unused in known.values():
        db.delete(unused)


def _room_used(session: str, room: str) -> SessionRoom:
    return SessionRoom(id=uuid.uuid4(), session_id=uuid.UUID(session), room_id=uuid.UUID(room))

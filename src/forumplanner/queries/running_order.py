"""Reads the running orders of a forum's sessions with the words a host would say, in twelve statements.

Six more where a host introduces guests.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.colours import accent_colour
from forumplanner.domain.flow import Stretch, flow
from forumplanner.domain.kinds import CHAIRING_ROLES, CueKind, Interpretation, ItemKind, Mode, SessionKind
from forumplanner.domain.labels import label
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.queries import agenda, paper
from forumplanner.queries.running_guests import Invited, guests_of, introduced
from forumplanner.queries.running_people import OnStage, Stage, people_of
from forumplanner.queries.running_words import Scripted, scripted
from forumplanner.records import Act, Cue, Forum, Item, Part, Room, Session, SessionRoom
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.running_order import (
    RunningAct,
    RunningCue,
    RunningItem,
    RunningOrder,
    RunningSession,
)

_CEREMONIES = frozenset({SessionKind.OPENING, SessionKind.CLOSING})
_CEREMONIAL = frozenset(
    {
        ItemKind.SIGNING,
        ItemKind.UNVEILING,
        ItemKind.PLAQUE,
        ItemKind.AWARD,
        ItemKind.APPOINTMENT,
        ItemKind.CONFERMENT,
    }
)
_LATE = dt.datetime.max.replace(tzinfo=dt.UTC)


def load(db: Db, *, forum_id: uuid.UUID) -> RunningOrder:
    """Every session that has items, as it stands; shown as the release of the programme that still holds.

    Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    read = _Read.of(db, forum)
    return RunningOrder(
        slug=forum.slug,
        languages=forum.languages,
        short_title=_short(forum).lines(forum.languages),
        phone=forum.phone,
        edition=agenda.edition(db, forum),
        accent=accent_colour(forum.accent),
        sessions=tuple(read.sessions()),
    )


def _short(forum: Forum) -> LocalizedText:
    return forum.short_title or (forum.titles[0] if forum.titles else EMPTY)


@dataclass(frozen=True, slots=True)
class _Read:
    """All rows of a forum's programme, read at once."""

    forum: Forum
    records: Sequence[Session]
    parts: dict[uuid.UUID, list[Part]]
    items: dict[uuid.UUID, list[Item]]
    acts: dict[uuid.UUID, list[Act]]
    cues: dict[uuid.UUID, list[Cue]]
    rooms: dict[uuid.UUID, LocalizedText]
    stage: Stage
    invited: Invited

    @classmethod
    def of(cls, db: Db, forum: Forum) -> "_Read":
        """Read them."""
        here = Session.forum_id == forum.id
        of_items = (Item, Item.part_id == Part.id), (Session, Session.id == Part.session_id)
        records = db.scalars(select(Session).where(here)).all()
        parts: defaultdict[uuid.UUID, list[Part]] = defaultdict(list)
        for part in db.scalars(select(Part).join(Session).where(here).order_by(Part.position, Part.id)):
            parts[part.session_id].append(part)
        items: defaultdict[uuid.UUID, list[Item]] = defaultdict(list)
        for item in db.scalars(select(Item).join(Part).join(Session).where(here).order_by(Item.position, Item.id)):
            items[item.part_id].append(item)
        acts: defaultdict[uuid.UUID, list[Act]] = defaultdict(list)
        act_rows = select(Act).join(Item, Item.id == Act.item_id).join(Part, of_items[0][1]).join(*of_items[1])
        for act in db.scalars(act_rows.where(here).order_by(Act.position, Act.id)):
            acts[act.item_id].append(act)
        cues: defaultdict[uuid.UUID, list[Cue]] = defaultdict(list)
        cue_rows = select(Cue).join(Item, Item.id == Cue.item_id).join(Part, of_items[0][1]).join(*of_items[1])
        for cue in db.scalars(cue_rows.where(here).order_by(Cue.position, Cue.id)):
            cues[cue.item_id].append(cue)
        stage = people_of(db, forum)
        introduces = any(item.kind is ItemKind.INTRODUCTION for listed in items.values() for item in listed)
        invited = guests_of(db, forum, stage) if introduces else Invited()
        return cls(forum, records, parts, items, acts, cues, _rooms(db, forum), stage, invited)

    def sessions(self) -> list[RunningSession]:
        """Sessions with items, by start; what has no time yet last."""
        ordered = sorted(self.records, key=lambda s: (s.starts_at or _LATE, s.position, s.code, str(s.id)))
        closing = next((s.id for s in reversed(ordered) if s.kind is SessionKind.CLOSING), None)
        return [
            self._session(record, closes=record.id == closing)
            for record in ordered
            if any(self.items.get(part.id) for part in self.parts.get(record.id, ()))
        ]

    def _session(self, record: Session, *, closes: bool) -> RunningSession:
        tags = self.forum.languages
        parts = self.parts[record.id]
        hosts = [one for part in parts for one in self.stage.of(part.id) if one.role in CHAIRING_ROLES]
        steps = [step for part in parts for step in self._steps(record, part, whole=len(parts) == 1)]
        title = record.title or LocalizedText.of({tag: label(record.kind, tag) for tag in tags})
        texts = scripted(
            self.forum,
            [Scripted(item, span, self.stage.of(item.id), self.acts.get(item.id, [])) for item, span in steps],
            session=title,
            hosts=hosts,
            guests=self._guests(record, hosts, [item for item, _span in steps]),
            known=self.stage.known,
            closes=closes,
            clock=_Clock(_day(record), record.zone),
        )
        shown = tuple(
            self._item(record, item, span, number, words)
            for number, ((item, span), words) in enumerate(zip(steps, texts, strict=True), start=1)
        )
        clock = _Clock(_day(record), record.zone)
        return RunningSession(
            id=str(record.id),
            kind=record.kind,
            title=title.lines(tags),
            day=_day(record),
            start=clock.minute(record.starts_at),
            end=clock.minute(record.ends_at),
            room=(self.rooms.get(record.id) or record.place).lines(tags),
            hosts=tuple(one.shown(tags) for one in dict.fromkeys(hosts)),
            items=shown,
            code=record.code,
            ceremonial=record.kind in _CEREMONIES or any(item.kind in _CEREMONIAL for item, _span in steps),
        )

    def _guests(self, record: Session, hosts: Sequence[OnStage], items: Sequence[Item]) -> tuple[OnStage, ...]:
        """Who is introduced, where an item does that."""
        if all(item.kind is not ItemKind.INTRODUCTION for item in items):
            return ()
        on_stage = [one for item in items for one in self.stage.of(item.id)]
        return introduced(self.invited, on_stage, hosts, ceremony=record.kind in _CEREMONIES)

    def _steps(self, record: Session, part: Part, *, whole: bool) -> list[tuple[Item, Stretch]]:
        items = self.items.get(part.id, [])
        start = part.starts_at or (record.starts_at if whole else None)
        end = part.ends_at or (record.ends_at if whole else None)
        told = len(items) == 1 or any(item.starts_at or item.minutes is not None for item in items)
        stretches = flow(
            [(i.starts_at, i.minutes) for i in items], start=start if told else None, end=end if told else None
        )
        return list(zip(items, stretches, strict=True))

    def _item(
        self, record: Session, item: Item, span: Stretch, number: int, words: tuple[Lines, tuple[str, ...]]
    ) -> RunningItem:
        tags = self.forum.languages
        clock = _Clock(_day(record), record.zone)
        start, end = clock.minute(span[0]), clock.minute(span[1])
        people = self.stage.of(item.id)
        template, stale = words
        return RunningItem(
            id=str(item.id),
            number=number,
            kind=item.kind,
            kind_label=tuple(label(item.kind, tag) for tag in tags),
            title=item.title.lines(tags),
            start=start,
            end=end,
            minutes=item.minutes if item.minutes is not None else _between(start, end),
            mode=_shared_mode(item.kind, people),
            own=item.script.lines(tags),
            template=template,
            review=tuple(item.script.needs_review(tag) for tag in tags),
            stale=stale,
            people=tuple(one.shown(tags) for one in people),
            acts=tuple(RunningAct(str(act.id), act.title.lines(tags)) for act in self.acts.get(item.id, ())),
            cues=tuple(self._cues(item)),
        )

    def _cues(self, item: Item) -> list[RunningCue]:
        """The item's cues, and those that its file and interpretation imply where nobody wrote one."""
        tags = self.forum.languages
        written = self.cues.get(item.id, [])
        texts = " ".join(cue.text.get(tag) for cue in written for tag in cue.text)
        implied: list[RunningCue] = []
        if item.media and item.media not in texts:
            implied.append(RunningCue("", CueKind.SCREEN, tuple(item.media for _tag in tags)))
        if item.interpretation is not Interpretation.NONE and all(c.kind is not CueKind.INTERPRETER for c in written):
            how = tuple(" ".join(filter(None, (label(item.interpretation, tag), item.channel))) for tag in tags)
            implied.append(RunningCue("", CueKind.INTERPRETER, how))
        return [*implied, *(RunningCue(str(cue.id), cue.kind, cue.text.lines(tags)) for cue in written)]


@dataclass(frozen=True, slots=True)
class _Clock:
    """Reads instants as minutes of one conference day."""

    day: dt.date | None
    zone: str

    def minute(self, at: dt.datetime | None) -> int | None:
        """Minutes since midnight."""
        return minutes_of(at, self.day, self.zone) if at and self.day else None


def _day(record: Session) -> dt.date | None:
    if record.day or not record.starts_at:
        return record.day
    return conference_day(record.starts_at, record.zone)


def _between(start: int | None, end: int | None) -> int | None:
    return end - start if start is not None and end is not None else None


def _shared_mode(kind: ItemKind, people: Sequence[OnStage]) -> Mode | None:
    if kind is ItemKind.VIDEO_ADDRESS:
        return Mode.VIDEO
    modes = {one.mode for one in people}
    return modes.pop() if len(modes) == 1 else None


def _rooms(db: Db, forum: Forum) -> dict[uuid.UUID, LocalizedText]:
    """The first room of each session."""
    rows = db.execute(
        select(SessionRoom.session_id, Room.name)
        .join(Room, Room.id == SessionRoom.room_id)
        .where(Room.forum_id == forum.id)
        .order_by(SessionRoom.position.desc(), SessionRoom.id.desc())
    )
    return {session: name for session, name in rows}  # noqa: C416 - a row is no pair for `dict`

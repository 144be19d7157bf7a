"""Talks that have no time yet: pasted rows, an item that goes back to wait, a waiting talk that is put into a half."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import selectinload

from forumplanner.actions.found import found, titled
from forumplanner.actions.whole import contents_of, next_position, whole_part, whole_session
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, ItemId, PartId, SessionId, new_id
from forumplanner.domain.kinds import ItemKind, Mode, Role, SessionKind, StepKind
from forumplanner.domain.patterns import letter
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.talks import Pasted, TalkRow
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import count_in_language, localized
from forumplanner.records import Appearance, Forum, Item, Part, Participant, Person, Session, Track
from forumplanner.store import Store

TALK_MINUTES = 15
"""What a talk is reckoned with while nobody said how long it is."""
CLOSING = frozenset({ItemKind.DISCUSSION, ItemKind.QA, ItemKind.TEA, ItemKind.PHOTO, ItemKind.MEAL, ItemKind.SUMMARY})
"""What stays at the end of a half when talks are added to it."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(slots=True)
class _Half:
    """A part that talks are added to: its items in order, and the minutes that are left; None where nobody knows.

    `waiting`: of a session that was made for the talk.
    """

    part_id: uuid.UUID
    items: list[Item] = field(default_factory=list)
    left: int | None = None
    waiting: bool = False

    def add(self, item: Item) -> None:
        place = len(self.items)
        while place and self.items[place - 1].kind in CLOSING:
            place -= 1
        self.items.insert(place, item)
        for number, entry in enumerate(self.items):
            entry.position = number
        if self.left is not None:
            self.left -= _length(item.minutes)


@dataclass(slots=True)
class _Result:
    """What `Pasted` is made of."""

    sessions: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    unknown: list[tuple[int, str]] = field(default_factory=list)
    nowhere: list[tuple[int, str]] = field(default_factory=list)


def add_to_tray(store: Store, *, forum_id: ForumId, rows: Sequence[TalkRow]) -> Pasted:
    """Add talks: into a half of their parallel forum, in the order given and without times, else without a day.

    A talk goes into the first half that has minutes left, the last half takes the rest; discussion and tea stay at
    the end. A speaker is the participant whose name is written like that in any script; others become placeholders,
    and so does a name that two people have. No rows are no step.
    """
    if not rows:
        return Pasted()
    words = {tag: count_in_language(tag, "{n} new talk", "{n} new talks", len(rows)) for tag in (ZH, EN)}
    result = _Result()
    with store.step(StepKind.ADD_TO_TRAY, **by_language("talks", zh=words[ZH], en=words[EN])) as db:
        zone = found(db, Forum, forum_id).zone
        halves, people = _halves(db, forum_id), _people(db, forum_id)
        position = next_position(db, Session.position, Session.forum_id == forum_id)
        for row in rows:
            half = _half_for(row, _halves_of(row.forum, halves))
            if half is None:
                if row.forum:
                    result.nowhere.append((row.row, row.forum))
                half = _waiting(db, forum_id, row.title, zone, position + len(result.sessions), result)
            _add_talk(db, half, row, people, result)
    return Pasted(tuple(result.sessions), tuple(result.items), tuple(result.unknown), tuple(result.nowhere))


def item_to_tray(store: Store, *, item_id: ItemId) -> SessionId:
    """Take an item out of its session: it waits as a session of its own, without a day; who appears stays with it."""
    with store.read() as db:
        title = found(db, Item, item_id).title
    result = _Result()
    with store.step(StepKind.UNSCHEDULE_SESSION, **titled(title)) as db:
        item = found(db, Item, item_id)
        source = whole_part(db, PartId(item.part_id))
        staying = [entry for entry in source.items if entry is not item]
        forum_id = ForumId(source.session.forum_id)
        position = next_position(db, Session.position, Session.forum_id == forum_id)
        half = _waiting(db, forum_id, item.title, source.session.zone, position, result)
        item.part_id, item.starts_at, item.position = half.part_id, None, 0
        for number, entry in enumerate(staying):
            entry.position = number
    return SessionId(uuid.UUID(result.sessions[0]))


def put_into_part(store: Store, *, session_id: SessionId, part_id: PartId, place: int) -> int:
    """Put the items of a waiting session into a part, from a place counted from 0; the session itself goes.

    Who appears in them stays. Returns how many items moved; 0 for a session without items, which stays as it is.
    """
    with store.read() as db:
        row, target = whole_session(db, session_id), whole_part(db, part_id).session
        values = {**titled(row.title), **by_language("session", zh=target.title.best(ZH), en=target.title.best(EN))}
        if target.id == row.id or not any(part.items for part in row.parts):
            return 0
    with store.step(StepKind.MOVE_ITEM, **values) as db:
        session, part = whole_session(db, session_id), whole_part(db, part_id)
        moving = [item for old in session.parts for item in old.items]
        order = [*part.items[:place], *moving, *part.items[place:]]
        for number, item in enumerate(order):
            item.part_id, item.position = part_id, number
        for item in moving:
            item.starts_at = None
        for gone in (*contents_of(db, [old.id for old in session.parts], []), *session.parts, *session.rooms, session):
            db.delete(gone)
    return len(moving)


def _halves(db: Db, forum_id: ForumId) -> dict[str, list[_Half]]:
    """The parts of each parallel forum's session, by the code of the forum."""
    query = (
        select(Track.code, Session)
        .join(Session, Session.track_id == Track.id)
        .where(Track.forum_id == forum_id)
        .order_by(Session.starts_at, Session.position, Session.id)
        .options(selectinload(Session.parts).selectinload(Part.items))
    )
    halves: dict[str, list[_Half]] = defaultdict(list)
    for code, session in db.execute(query):
        for part in session.parts:
            start, end = part.starts_at or session.starts_at, part.ends_at or session.ends_at
            own = len(session.parts) == 1 or (part.starts_at and part.ends_at)
            used = sum(_length(item.minutes) for item in part.items)
            left = round((end - start).total_seconds() / 60) - used if start and end and own else None
            halves[code.upper()].append(_Half(part.id, list(part.items), left))
    return halves


def _halves_of(forum: str, halves: Mapping[str, list[_Half]]) -> list[_Half]:
    """The halves of a forum by its code, else by its number: 1 may mean A, and A may mean 1."""
    code = forum.upper()
    other = letter(int(code) - 1) if code.isdecimal() and 0 < int(code) <= len(LETTERS) else str(LETTERS.find(code) + 1)
    return halves.get(code) or (halves.get(other, []) if len(code) <= 2 else [])


def _half_for(row: TalkRow, halves: Sequence[_Half]) -> _Half | None:
    if row.half is not None:
        return halves[row.half - 1] if 0 < row.half <= len(halves) else None
    fitting = (half for half in halves if half.left is None or half.left >= _length(row.minutes))
    return next(fitting, halves[-1] if halves else None)


def _waiting(db: Db, forum_id: ForumId, title: LocalizedText, zone: str, position: int, result: _Result) -> _Half:
    """A session without a day, with one part."""
    session, part = new_id(), new_id()
    made = Session(id=session, forum_id=forum_id, title=title, zone=zone, kind=SessionKind.OTHER, position=position)
    db.add_all((made, Part(id=part, session_id=session)))
    result.sessions.append(str(session))
    return _Half(part, waiting=True)


def _add_talk(db: Db, half: _Half, row: TalkRow, people: Mapping[str, set[uuid.UUID]], result: _Result) -> None:
    item = Item(id=new_id(), part_id=half.part_id, kind=ItemKind.REPORT, title=row.title, minutes=row.minutes)
    db.add(item)
    half.add(item)
    if not half.waiting:
        result.items.append(str(item.id))
    for place, speaker in enumerate(row.speakers):
        made = Appearance(id=new_id(), item_id=item.id, role=Role.SPEAKER, position=place, mode=speaker.mode)
        known = people.get(_key(speaker.name), set()) if speaker.name else set()
        if len(known) == 1:
            made.participant_id, made.mode = next(iter(known)), speaker.mode or Mode.ON_SITE
        elif speaker.name:
            result.unknown.append((row.row, speaker.name))
            made.label = LocalizedText.of({ZH if _han(speaker.name) else EN: speaker.name})
        else:
            made.label = LocalizedText.of(localized("To be announced"))
        db.add(made)


def _people(db: Db, forum_id: ForumId) -> dict[str, set[uuid.UUID]]:
    """Participants by every form of their name, as `_key` makes it."""
    query = select(Participant.id, Person.name).join(Person).where(Participant.forum_id == forum_id)
    people: dict[str, set[uuid.UUID]] = defaultdict(set)
    for participant, name in db.execute(query):
        family_last = f"{name.given} {name.family}" if name.family and name.given else ""
        family, *given = pinyin_key(name.zh).split() or ("",)
        for form in (name.zh, name.latin, name.native, family_last, f"{family} {''.join(given)}".strip()):
            if form:
                people[_key(form)].add(participant)
    return people


def _key(name: str) -> str:
    """A name without spaces, marks, accents and letter case; words in any order for Latin names."""
    if _han(name):
        return "".join(letter for letter in name if letter.isalnum())
    return " ".join(sorted(latin_key(name).split()))


def _han(text: str) -> bool:
    return any("\u3400" <= letter <= "\u9fff" for letter in text)


def _length(minutes: int | None) -> int:
    return TALK_MINUTES if minutes is None else minutes

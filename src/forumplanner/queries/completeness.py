"""How complete one forum is in its languages: every text of it is read, only the gaps are handed on."""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import CompoundSelect, RowMapping, select, union
from sqlalchemy.orm import Session as Db

from forumplanner.domain.glossary import Glossary, terms
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import BREAK_ITEMS, BREAK_SESSIONS
from forumplanner.domain.text import EMPTY, EN, ZH
from forumplanner.queries import guest_texts
from forumplanner.queries.guest_texts import ReadText
from forumplanner.queries.wordings import AnyRow, pair
from forumplanner.records import (
    Appearance,
    Delegation,
    Forum,
    Institution,
    Item,
    Organiser,
    Part,
    Participant,
    Person,
    Post,
    Room,
    Session,
    Track,
)
from forumplanner.snapshots.completeness import Completeness, Gap, Tally, TextKind, TextRef
from forumplanner.snapshots.wordings import NO_TEXT, Pair


def load(db: Db, *, forum_id: ForumId) -> Completeness:
    """Count the texts of a forum and list those with a gap; always the same number of statements.

    Texts that nobody wrote in any language are no gap. Breaks are left out: papers have fixed words for them. An
    unknown forum gives an empty answer in no language.
    """
    forum = db.get(Forum, forum_id)
    if forum is None:
        return Completeness(())
    languages: tuple[str, ...] = forum.languages
    texts = [read for read in _texts(db, forum, languages) if read.text]
    glossary = Glossary.of(read.text for read in texts)
    for term in terms():
        glossary.add({tag: term.get(tag) for tag in term})
    tallies = {kind: [0, 0, 0] for kind in TextKind}
    gaps = []
    for read in texts:
        tally = tallies[read.kind]
        tally[0] += 1
        missing = bool(read.text.missing(languages))
        if missing or any(read.text.needs_review(tag) for tag in languages):
            tally[1 if missing else 2] += 1
            gaps.append(_gap(read, languages, glossary))
    return Completeness(
        languages, tuple(Tally(kind, *numbers) for kind, numbers in tallies.items() if numbers[0]), tuple(gaps)
    )


def _gap(read: ReadText, languages: tuple[str, ...], glossary: Glossary) -> Gap:
    offers = tuple("" if read.text.get(tag) else glossary.suggest(read.text, tag) for tag in languages)
    return Gap(read.ref, read.kind, pair(read.text, languages), offers, read.belongs, read.page, read.target)


def _texts(db: Db, forum: Forum, languages: tuple[str, ...]) -> Iterator[ReadText]:
    yield from _card(forum)
    yield from _programme(db, forum.id, languages)
    directories = (
        (select(Room.id, Room.name, Room.building), Room, TextKind.ROOM, "programme"),
        (select(Track.id, Track.title), Track, TextKind.TRACK, "programme"),
    )
    for query, record, kind, page in directories:
        rows = db.execute(query.where(record.forum_id == forum.id).order_by(record.position, record.id))
        yield from _directory(rows.mappings(), record.__tablename__, kind, page)
    institutions = select(Institution.id, Institution.name, Institution.short_name, Institution.city)
    rows = db.execute(institutions.where(Institution.id.in_(_institutions(forum.id))).order_by(Institution.id))
    yield from _directory(rows.mappings(), "institution", TextKind.INSTITUTION, "people")
    yield from _posts(db, forum.id)
    yield from guest_texts.load(db, forum)


def _card(forum: Forum) -> Iterator[ReadText]:
    for index, title in enumerate(forum.titles):
        yield ReadText(TextRef("forum", str(forum.id), "titles", index), TextKind.FORUM, title, page="overview")
    for column in ("short_title", "theme", "series", "umbrella", "city", "venue"):
        text = getattr(forum, column)
        yield ReadText(TextRef("forum", str(forum.id), column), TextKind.FORUM, text, page="overview")


def _programme(db: Db, forum_id: uuid.UUID, languages: tuple[str, ...]) -> Iterator[ReadText]:
    sessions = db.execute(
        select(Session.id, Session.kind, Session.title, Session.summary, Session.place)
        .where(Session.forum_id == forum_id)
        .order_by(Session.day, Session.starts_at, Session.position, Session.id)
    ).all()
    titles = {row.id: pair(row.title, languages) for row in sessions}
    yield from _sessions(sessions)
    parts = db.execute(
        select(Part.id, Part.session_id, Part.title)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(Part.position, Part.id)
    ).all()
    for row in parts:
        ref = TextRef("part", str(row.id), "title")
        yield ReadText(ref, TextKind.SESSION, row.title, titles[row.session_id], "programme", str(row.session_id))
    session_of = {row.id: row.session_id for row in parts}
    items = db.execute(
        select(Item.id, Item.part_id, Item.kind, Item.title, Item.abstract, Item.script)
        .where(Item.part_id.in_(select(Part.id).join(Session).where(Session.forum_id == forum_id)))
        .order_by(Item.position, Item.id)
    ).all()
    yield from _items(items, {key: titles[session] for key, session in session_of.items()})
    place = {row.id: (str(row.id), pair(row.title, languages) or titles[session_of[row.part_id]]) for row in items}
    place |= {row.id: (str(row.session_id), titles[row.session_id]) for row in parts}
    yield from _labels(db, forum_id, place)


def _sessions(rows: Iterable[AnyRow]) -> Iterator[ReadText]:
    for row in rows:
        columns = ("summary", "place") if row.kind in BREAK_SESSIONS else ("title", "summary", "place")
        for column in columns:
            ref = TextRef("session", str(row.id), column)
            yield ReadText(ref, TextKind.SESSION, getattr(row, column), NO_TEXT, "programme", str(row.id))


def _items(rows: Iterable[AnyRow], session_title: dict[uuid.UUID, Pair]) -> Iterator[ReadText]:
    for row in rows:
        texts = {"title": EMPTY if row.kind in BREAK_ITEMS else row.title, "abstract": row.abstract}
        for column, text in texts.items():
            ref = TextRef("item", str(row.id), column)
            yield ReadText(ref, TextKind.ITEM, text, session_title[row.part_id], "programme", str(row.id))
        ref = TextRef("item", str(row.id), "script")
        yield ReadText(ref, TextKind.SCRIPT, row.script, session_title[row.part_id], "programme", str(row.id))


def _labels(db: Db, forum_id: uuid.UUID, places: dict[uuid.UUID, tuple[str, Pair]]) -> Iterator[ReadText]:
    """Words that stand where nobody is named yet."""
    parts = select(Part.id).join(Session).where(Session.forum_id == forum_id)
    items = select(Item.id).where(Item.part_id.in_(parts))
    rows = db.execute(
        select(Appearance.id, Appearance.label, Appearance.item_id, Appearance.part_id)
        .where(Appearance.item_id.in_(items) | Appearance.part_id.in_(parts))
        .where(Appearance.participant_id.is_(None))
        .order_by(Appearance.position, Appearance.id)
    )
    for row in rows:
        target, belongs = places[row.item_id or row.part_id]
        ref = TextRef("appearance", str(row.id), "label")
        yield ReadText(ref, TextKind.LABEL, row.label, belongs, "programme", target)


def _directory(rows: Iterable[RowMapping], table: str, kind: TextKind, page: str) -> Iterator[ReadText]:
    """Rows of a key and texts."""
    for row in rows:
        for column, text in row.items():
            if column != "id":
                yield ReadText(TextRef(table, str(row["id"]), column), kind, text, NO_TEXT, page)


def _posts(db: Db, forum_id: uuid.UUID) -> Iterator[ReadText]:
    rows = db.execute(
        select(Post.id, Post.title, Person.name, Participant.id.label("participant_id"))
        .join(Person, Person.id == Post.person_id)
        .join(Participant, Participant.person_id == Person.id)
        .where(Participant.forum_id == forum_id)
        .order_by(Person.sort_pinyin, Person.id, Post.position)
    )
    for row in rows:
        belongs = Pair((row.name.shown(ZH), row.name.shown(EN)))
        target = str(row.participant_id)
        yield ReadText(TextRef("post", str(row.id), "title"), TextKind.POST, row.title, belongs, "people", target)


def _institutions(forum_id: uuid.UUID) -> CompoundSelect[Any]:
    """Keys of the institutions that a forum names."""
    people = select(Participant.person_id).where(Participant.forum_id == forum_id)
    parts = select(Part.id).join(Session).where(Session.forum_id == forum_id)
    items = select(Item.id).where(Item.part_id.in_(parts))
    return union(
        select(Post.institution_id).where(Post.person_id.in_(people)),
        select(Organiser.institution_id).where(Organiser.forum_id == forum_id),
        select(Delegation.institution_id).where(Delegation.forum_id == forum_id),
        select(Track.convener_id).where(Track.forum_id == forum_id),
        select(Appearance.institution_id).where(Appearance.item_id.in_(items) | Appearance.part_id.in_(parts)),
    )

"""People of one forum: the list of all in four statements, one person's card in six, whatever their number."""

import datetime as dt
import unicodedata
from typing import Any

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.sorting import initials, latin_key, text_keys
from forumplanner.domain.text import ZH
from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.queries.columns import KEY, NAME, RAW_KEY, TEXTS
from forumplanner.queries.person_choices import place_of
from forumplanner.queries.wordings import AnyRow, pair
from forumplanner.records import (
    Appearance,
    Forum,
    Institution,
    Item,
    Journey,
    Part,
    Participant,
    Person,
    Post,
    Session,
)
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.people import (
    Gap,
    InstitutionLine,
    JourneyLine,
    People,
    PersonAppearance,
    PersonCard,
    PersonLine,
    PostLine,
)
from forumplanner.snapshots.wordings import NO_TEXT, NameForms

_Posts = dict[Any, tuple[Lines, Any]]
"""Title and institution key of a post, by the key of the post or of the person."""


def load(db: Db, *, forum_id: ForumId) -> People:
    """Everybody in the forum by Latin name, each with the post used here, else their first."""
    languages = languages_of(db, forum_id)
    institutions = institution_names(db, languages)
    posts, first = _posts(db, forum_id, languages)
    rows = db.connection().execute(  # a connection, since a session looks for entities in each of thousands of rows
        select(
            type_coerce(Participant.id, KEY).label("id"),
            type_coerce(Participant.person_id, KEY).label("person_id"),
            Participant.category,
            Participant.mode,
            Participant.status,
            Person.country,
            Person.phone,
            Person.sort_pinyin,
            Person.sort_latin,
            type_coerce(Person.name, NAME).label("name"),
            type_coerce(Participant.post_id, RAW_KEY).label("post_id"),
            type_coerce(Participant.person_id, RAW_KEY).label("owner"),
        )
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Person.sort_latin, Person.sort_pinyin, Participant.id)
    )
    nothing: tuple[Lines, Any] = (("",) * len(languages), None)
    lines = []
    for row in rows:
        title, institution_id = posts.get(row.post_id) or first.get(row.owner) or nothing
        institution, keys = institutions.get(institution_id, (nothing[0], ""))
        lines.append(line_of(row, languages, title, institution, keys))
    return People(str(forum_id), languages, tuple(lines))


def line_of(
    row: AnyRow, languages: tuple[str, ...], title: Lines, institution: Lines, keys: str, *, here: bool = True
) -> PersonLine:
    """One row of the list, with what it is found by; `keys`: of the institution."""
    kept = row.name
    name = NameForms(kept.zh, kept.latin, kept.native)
    return PersonLine(
        participant_id=row.id,
        person_id=row.person_id,
        name=name,
        native_language=kept.native_language,
        category=row.category,
        country=row.country,
        institution=institution,
        post=title,
        mode=row.mode,
        status=row.status,
        gaps=_gaps(name, row.country, title, languages) if here else (),
        sort_pinyin=row.sort_pinyin,
        sort_latin=row.sort_latin,
        keys=_keys(name, row.sort_pinyin, row.sort_latin, row.phone, keys),
        here=here,
    )


def _gaps(name: NameForms, country: str, title: Lines, languages: tuple[str, ...]) -> tuple[Gap, ...]:
    """What a badge and the list of participants would have to leave blank."""
    found = []
    if not name.zh and ZH in languages:
        found.append(Gap.CHINESE_NAME)
    if not name.latin and languages != (ZH,):
        found.append(Gap.LATIN_NAME)
    if not country:
        found.append(Gap.COUNTRY)
    if not any(title):
        found.append(Gap.POST)
    return tuple(found)


def _keys(name: NameForms, pinyin: str, latin: str, phone: str, institution: str) -> str:
    """What a person is found by: names in any script, pinyin, initials, the end of a phone number.

    The institution follows a tab, since one or two letters ask for a name only.
    """
    native = _folded(name.native) if name.native else ""
    return "\n".join(
        (
            "",
            name.zh,
            pinyin.replace(" ", ""),
            initials(pinyin),
            latin,
            initials(latin),
            native,
            phone[-4:] + institution,
        )
    )


def _folded(text: str) -> str:
    """Lower case without accents; the marks of Asian scripts stay, since they are letters there."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in split if not "\u0300" <= c <= "\u036f")


def languages_of(db: Db, forum_id: ForumId) -> tuple[str, ...]:
    """The languages of a forum's papers."""
    return db.execute(select(Forum.languages).where(Forum.id == forum_id)).scalar_one_or_none() or ()


def lines_of(texts: dict[str, tuple[str, int]], languages: tuple[str, ...]) -> Lines:
    """A raw text column, one line per language."""
    return tuple([texts[tag][0] if tag in texts else "" for tag in languages])


def institution_names(db: Db, languages: tuple[str, ...]) -> dict[Any, tuple[Lines, str]]:
    """Names and what they are found by, by raw key."""
    rows = db.execute(
        select(type_coerce(Institution.id, RAW_KEY).label("id"), type_coerce(Institution.name, TEXTS).label("name"))
    )
    found = {}
    for row in rows:
        lines = lines_of(row.name, languages)
        found[row.id] = (lines, "\t" + _folded("\n".join(lines)))
    return found


def _posts(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> tuple[_Posts, _Posts]:
    """Title and institution by post, and those of the first post by person."""
    rows = db.connection().execute(
        select(
            type_coerce(Post.id, RAW_KEY),
            type_coerce(Post.person_id, RAW_KEY),
            type_coerce(Post.institution_id, RAW_KEY),
            type_coerce(Post.title, TEXTS),
        )
        .join(Participant, Participant.person_id == Post.person_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Post.position, Post.id)
    )
    by_post: _Posts = {}
    by_person: _Posts = {}
    for post, person, institution, title in rows:
        found = (lines_of(title, languages), institution)
        by_post[post] = found
        by_person.setdefault(person, found)
    return by_post, by_person


def card(db: Db, *, participant_id: ParticipantId) -> PersonCard | None:
    """One person in full; None where the participant is gone."""
    row = db.execute(
        select(Participant, Person, Forum.languages, Forum.zone, Forum.starts_on)
        .join(Person, Person.id == Participant.person_id)
        .join(Forum, Forum.id == Participant.forum_id)
        .where(Participant.id == participant_id)
    ).one_or_none()
    if row is None:
        return None
    participant, person = row.Participant, row.Person
    place = place_of(db, participant, row.languages)
    return PersonCard(
        participant_id=str(participant.id),
        person_id=str(person.id),
        languages=row.languages,
        name=person.name,
        country=person.country,
        category=participant.category,
        mode=participant.mode,
        status=participant.status,
        emails=person.emails,
        phone=person.phone,
        speaks=person.languages,
        notes=person.notes,
        delegation=place.name if place else NO_TEXT,
        place=place,
        photo=person.photo,
        contact_by=participant.contact_by,
        protocol_group=participant.protocol_group,
        protocol_level=participant.protocol_level,
        posts=_post_lines(db, participant, row.languages, row.starts_on),
        appearances=_appearances(db, participant_id, row.languages),
        journeys=_journeys(db, participant_id, row.zone),
    )


def _post_lines(
    db: Db, participant: Participant, languages: tuple[str, ...], starts_on: dt.date | None
) -> tuple[PostLine, ...]:
    rows = db.execute(
        select(Post.id, Post.title, Post.institution_id, Post.since, Post.until)
        .add_columns(Institution.name.label("institution"))
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .where(Post.person_id == participant.person_id)
        .order_by(Post.position, Post.id)
    ).all()
    used = participant.post_id or (rows[0].id if rows else None)
    return tuple(
        PostLine(
            id=str(row.id),
            title=pair(row.title, languages),
            institution_id=str(row.institution_id or ""),
            institution=pair(row.institution, languages),
            used=row.id == used,
            since=row.since,
            until=row.until,
            ended=bool(row.until and starts_on and row.until < starts_on),
        )
        for row in rows
    )


def _appearances(db: Db, participant_id: ParticipantId, languages: tuple[str, ...]) -> tuple[PersonAppearance, ...]:
    """By time; items that flow from the one before show the start of their part or session."""
    own = aliased(Part)
    part = aliased(Part)
    rows = db.execute(
        select(
            Appearance.id,
            Appearance.role,
            Appearance.mode,
            Appearance.provisional,
            Appearance.item_id,
            part.id.label("part_id"),
            part.starts_at.label("part_at"),
            Item.title.label("item"),
            Item.starts_at.label("item_at"),
            Session.id.label("session_id"),
            Session.title.label("session"),
            Session.day,
            Session.zone,
            Session.starts_at,
        )
        .outerjoin(Item, Item.id == Appearance.item_id)
        .outerjoin(own, own.id == Appearance.part_id)
        .join(part, (part.id == Item.part_id) | (part.id == own.id))
        .join(Session, Session.id == part.session_id)
        .where(Appearance.participant_id == participant_id)
    ).all()
    return tuple(sorted((_appearance(row, languages) for row in rows), key=_when))


def _when(line: PersonAppearance) -> tuple[bool, Any, bool, int]:
    return line.day is None, line.day, line.start is None, line.start or 0


def _appearance(row: AnyRow, languages: tuple[str, ...]) -> PersonAppearance:
    at = row.item_at or row.part_at or row.starts_at
    day = row.day or (conference_day(at, row.zone) if at else None)
    return PersonAppearance(
        id=str(row.id),
        session_id=str(row.session_id),
        item_id=str(row.item_id or ""),
        part_id=str(row.part_id),
        role=row.role,
        mode=row.mode,
        provisional=row.provisional,
        session=pair(row.session, languages),
        item=pair(row.item, languages) if row.item else NO_TEXT,
        day=day,
        start=minutes_of(at, day, row.zone) if at and day else None,
    )


def _journeys(db: Db, participant_id: ParticipantId, zone: str) -> tuple[JourneyLine, ...]:
    rows = db.execute(
        select(Journey.id, Journey.direction, Journey.at, Journey.carrier, Journey.place, Journey.as_written)
        .where(Journey.participant_id == participant_id)
        .order_by(Journey.position, Journey.id)
    )
    lines = []
    for row in rows:
        day = conference_day(row.at, zone) if row.at else None
        start = minutes_of(row.at, day, zone) if row.at and day else None
        lines.append(JourneyLine(str(row.id), row.direction, day, start, row.carrier, row.place, row.as_written))
    return tuple(lines)


def institutions(db: Db, *, forum_id: ForumId) -> tuple[InstitutionLine, ...]:
    """The directory's institutions to choose from, by Latin name, with short names among their keys."""
    languages = languages_of(db, forum_id)
    rows = db.execute(select(Institution.id, Institution.name, Institution.short_name, Institution.country))
    lines = [
        InstitutionLine(
            id=str(row.id),
            name=pair(row.name, languages),
            country=row.country,
            keys="\n".join(text_keys(*row.name.lines(languages), *row.short_name.lines(languages))),
            short=row.short_name.lines(languages),
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: (latin_key(line.name.best(-1)), line.id)))

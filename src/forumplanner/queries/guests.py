"""Guests of a forum: both lists in fourteen statements whatever their length, one guest's card in about as many."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, func, select, type_coerce
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category
from forumplanner.domain.precedence import Ranked
from forumplanner.domain.sorting import initials
from forumplanner.queries import calls, orders
from forumplanner.queries.columns import KEY, NAME
from forumplanner.queries.wordings import AnyRow, name_forms, pair
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Institution, Participant, Person, Post
from forumplanner.snapshots.contacts import CallLine, Calls, Subject
from forumplanner.snapshots.guests import GuestLine, Guests, MissionLine
from forumplanner.snapshots.wordings import NO_TEXT, NameForms, Pair

_Urgent = Mapping[tuple[Subject, str], CallLine]


def load(db: Db, *, forum_id: ForumId, today: dt.date, known: Calls | None = None) -> Guests:
    """Consular guests and guests of honour in their orders; who doesn't come stands at the end without a place.

    `known`: the calls of the forum, where they were read already.
    """
    forum = db.get(Forum, forum_id)
    if forum is None:
        return Guests(str(forum_id), ())
    known = known or calls.load(db, forum_id=forum_id, today=today)
    urgent = {(line.subject, line.subject_id): line for line in known.lines}
    seen = _Seen(forum.languages, urgent)
    consular = [_consular_line(row, seen) for row in db.execute(_CONSULAR.where(ConsularGuest.forum_id == forum_id))]
    invited = {line.post_id for line in consular}
    sent, everybody = orders.both(db, forum_id=forum_id)
    return Guests(
        forum_id=str(forum_id),
        languages=forum.languages,
        last_day=forum.ends_on or forum.starts_on,
        consular=_in_order(consular, sent),
        honour=_in_order(_honour(db, forum_id, seen), everybody),
        missions=_missions(db, forum.languages, invited),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What every row is made with."""

    languages: tuple[str, ...]
    urgent: _Urgent


_AbsentGuest, _Absentee, _AbsentPerson = aliased(ConsularGuest), aliased(Participant), aliased(Person)

_CONSULAR = (
    select(
        type_coerce(ConsularGuest.id, KEY).label("id"),
        type_coerce(ConsularGuest.participant_id, KEY).label("participant_id"),
        type_coerce(ConsularGuest.consular_post_id, KEY).label("post_id"),
        type_coerce(ConsularGuest.stands_for_id, KEY).label("stands_for_id"),
        type_coerce(Participant.person_id, KEY).label("person_id"),
        ConsularGuest.consular_class,
        ConsularGuest.role,
        ConsularGuest.honorary,
        ConsularGuest.diplomatic_rank,
        func.coalesce(Participant.status, ConsularGuest.status).label("status"),
        ConsularGuest.position,
        ConsularPost.name.label("post"),
        ConsularPost.country,
        Person.sort_pinyin,
        Person.sort_latin,
        type_coerce(Person.name, NAME).label("name"),
        type_coerce(_AbsentPerson.name, NAME).label("absentee"),
        _AbsentGuest.consular_class.label("absent_class"),
    )
    .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
    .outerjoin(Participant, Participant.id == ConsularGuest.participant_id)
    .outerjoin(Person, Person.id == Participant.person_id)
    .outerjoin(_AbsentGuest, _AbsentGuest.id == ConsularGuest.stands_for_id)
    .outerjoin(_Absentee, _Absentee.id == _AbsentGuest.participant_id)
    .outerjoin(_AbsentPerson, _AbsentPerson.id == _Absentee.person_id)
    .order_by(ConsularGuest.position, ConsularGuest.id)
)


def _consular_line(row: AnyRow, seen: _Seen) -> GuestLine:
    name, post = name_forms(row.name), pair(row.post, seen.languages)
    call = seen.urgent.get((Subject.GUEST, row.id))
    return GuestLine(
        id=row.id,
        consular=True,
        participant_id=row.participant_id,
        person_id=row.person_id,
        post_id=row.post_id,
        name=name,
        post=post,
        country=row.country,
        consular_class=row.consular_class,
        role=row.role,
        honorary=row.honorary,
        diplomatic_rank=row.diplomatic_rank,
        status=row.status,
        stands_for=name_forms(row.absentee),
        is_substitute=bool(row.stands_for_id),
        absent_class=row.absent_class,
        due=call.next_on if call else None,
        quiet=call.quiet if call else None,
        keys=_keys(name, row.sort_pinyin or "", row.sort_latin or "", post),
    )


_HONOURED = (
    select(
        type_coerce(Participant.id, KEY).label("id"),
        type_coerce(Participant.person_id, KEY).label("person_id"),
        type_coerce(Participant.post_id, KEY).label("post_id"),
        type_coerce(Participant.stands_for_id, KEY).label("stands_for_id"),
        Participant.protocol_group,
        Participant.protocol_level,
        Participant.status,
        Person.country,
        Person.sort_pinyin,
        Person.sort_latin,
        type_coerce(Person.name, NAME).label("name"),
        type_coerce(_AbsentPerson.name, NAME).label("absentee"),
    )
    .join(Person, Person.id == Participant.person_id)
    .outerjoin(_Absentee, _Absentee.id == Participant.stands_for_id)
    .outerjoin(_AbsentPerson, _AbsentPerson.id == _Absentee.person_id)
    .order_by(Participant.position, Participant.id)
)


def is_honoured(forum_id: ForumId) -> ColumnElement[bool]:
    """Participants who are guests of honour: of a protocol group or the category, and not sent by a post."""
    consular = select(ConsularGuest.participant_id).where(
        ConsularGuest.forum_id == forum_id, ConsularGuest.participant_id.is_not(None)
    )
    honoured = Participant.protocol_group.is_not(None) | (Participant.category == Category.GUEST)
    return (Participant.forum_id == forum_id) & honoured & Participant.id.not_in(consular)


def _honour(db: Db, forum_id: ForumId, seen: _Seen) -> list[GuestLine]:
    """Two statements: the people, and their posts."""
    rows = db.execute(_HONOURED.where(is_honoured(forum_id))).all()
    posts = _posts(db, forum_id, seen.languages)
    lines = []
    for row in rows:
        title, place = posts.get(row.post_id) or posts.get(row.person_id) or (NO_TEXT, NO_TEXT)
        name, call = name_forms(row.name), seen.urgent.get((Subject.PARTICIPANT, row.id))
        lines.append(
            GuestLine(
                id=row.id,
                consular=False,
                participant_id=row.id,
                person_id=row.person_id,
                name=name,
                post=title,
                institution=place,
                country=row.country,
                group=row.protocol_group,
                level=row.protocol_level,
                status=row.status,
                stands_for=name_forms(row.absentee),
                is_substitute=bool(row.stands_for_id),
                due=call.next_on if call else None,
                quiet=call.quiet if call else None,
                keys=_keys(name, row.sort_pinyin, row.sort_latin, title, place),
            )
        )
    return lines


def _posts(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> dict[str, tuple[Pair, Pair]]:
    """Title and institution by post, and those of the first post by person."""
    people = select(Participant.person_id).where(is_honoured(forum_id))
    rows = db.execute(
        select(
            type_coerce(Post.id, KEY).label("id"),
            type_coerce(Post.person_id, KEY).label("person_id"),
            Post.title,
            Institution.name,
        )
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .where(Post.person_id.in_(people))
        .order_by(Post.position, Post.id)
    )
    found: dict[str, tuple[Pair, Pair]] = {}
    for row in rows:
        both = pair(row.title, languages), pair(row.name, languages)
        found[row.id] = both
        found.setdefault(row.person_id, both)
    return found


def _in_order(lines: Iterable[GuestLine], order: Iterable[Ranked]) -> tuple[GuestLine, ...]:
    """Those of the order by place, counted anew within this list; then those who don't come, as they were entered."""
    left = {line.id: line for line in lines}
    coming = [(one, left.pop(one.key)) for one in order if one.key in left]
    placed = [replace(line, place=place, ranked=one) for place, (one, line) in enumerate(coming, start=1)]
    return (*placed, *left.values())


def _missions(db: Db, languages: tuple[str, ...], invited: Collection[str]) -> tuple[MissionLine, ...]:
    """The posts of the directory by the office's list."""
    rows = db.execute(
        select(type_coerce(ConsularPost.id, KEY).label("id"), ConsularPost.name, ConsularPost.country).order_by(
            ConsularPost.list_order.is_(None), ConsularPost.list_order, ConsularPost.country, ConsularPost.id
        )
    )
    return tuple(MissionLine(row.id, pair(row.name, languages), row.country, row.id in invited) for row in rows)


def _keys(name: NameForms, pinyin: str, latin: str, *places: Pair) -> str:
    """What a guest is found by: every form of the name, pinyin and initials, the post."""
    forms = (name.zh, latin, name.native, pinyin.replace(" ", ""), initials(pinyin), initials(latin))
    texts = (text for place in places for text in place.texts)
    return "\n".join(filter(None, (*forms, *texts))).casefold()

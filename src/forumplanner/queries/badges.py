"""Reads badges as they are printed: cards with names, posts, countries, and the day for the back; seven statements."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.colours import accent_colour
from forumplanner.domain.countries import country_name
from forumplanner.domain.kinds import BREAK_SESSIONS, Access, BadgeState, Category
from forumplanner.domain.labels import label
from forumplanner.domain.name_rules import styled
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import day_range, minutes_of
from forumplanner.queries import agenda, paper
from forumplanner.queries.agenda import day_of
from forumplanner.records import Badge, Delegation, Forum, Participant, Person, Room, Session, SessionRoom
from forumplanner.snapshots.badges import BackDay, BackLine, BadgeBatch, BadgeCard
from forumplanner.snapshots.paper import Lines


class _Held(NamedTuple):
    """A session as a line on the back holds it."""

    title: LocalizedText
    place: Lines
    is_break: bool


def load(
    session: Db,
    *,
    forum_id: uuid.UUID,
    badge_ids: Collection[uuid.UUID] | None = None,
    categories: Collection[Category] | None = None,
) -> BadgeBatch:
    """The valid badges of a forum by number: all, or those chosen by key or by category.

    Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(session, forum_id)
    tags = forum.languages
    cards = (
        card
        for card in _cards(session, forum)
        if (badge_ids is None or uuid.UUID(card.id) in badge_ids)
        and (categories is None or card.category in categories)
    )
    return BadgeBatch(
        slug=forum.slug,
        languages=tags,
        forum=(forum.short_title or (forum.titles[0] if forum.titles else forum.short_title)).lines(tags),
        place_date=tuple(_place_date(forum, tag) for tag in tags),
        edition=agenda.edition(session, forum),
        accent=accent_colour(forum.accent),
        phone=forum.phone,
        country=forum.country,
        days=_days(session, forum),
        badges=tuple(cards),
    )


def _place_date(forum: Forum, tag: str) -> str:
    return " · ".join(filter(None, (forum.city.get(tag), day_range(forum.starts_on, forum.ends_on, tag))))


def _cards(session: Db, forum: Forum) -> Iterator[BadgeCard]:
    posts, style = paper.posts(session, forum.id), paper.name_style(forum)
    rows = session.execute(
        select(
            Badge.id,
            Badge.token,
            Badge.number,
            Badge.category,
            Badge.participant_id,
            Participant.category,
            Participant.post_id,
            Person.id,
            Person.name,
            Person.sort_latin,
            Person.sort_pinyin,
            Person.country,
            Delegation.name,
        )
        .outerjoin(Participant, Participant.id == Badge.participant_id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .where(Badge.forum_id == forum.id, Badge.state == BadgeState.VALID)
        .order_by(Badge.number)
    )
    words = {category: tuple(label(category, tag) for tag in forum.languages) for category in Category}
    for key, token, number, chosen, owner, usual, post_id, person_id, name, latin, pinyin, country, delegation in rows:
        category = chosen or usual or Category.DELEGATE
        if owner is None:
            yield BadgeCard(str(key), token, number, category, words[category])
            continue
        post = posts.used(person_id, post_id)
        yield _named(
            BadgeCard(str(key), token, number, category, words[category]),
            styled(name, style),
            post=tuple(_post(post, tag) for tag in forum.languages),
            country=tuple(country_name(country or post.country, tag, forum.words) for tag in forum.languages),
            delegation=delegation.best(*forum.languages),
            sort_key=latin or pinyin,
        )


def _named(
    card: BadgeCard, name: PersonName, *, post: Lines, country: Lines, delegation: str, sort_key: str
) -> BadgeCard:
    return BadgeCard(
        card.id,
        card.token,
        card.number,
        card.category,
        card.words,
        zh=name.zh,
        latin=name.latin_with_capitals(),
        courtesy=name.courtesy_en,
        suffix=name.suffix_en,
        native=name.native,
        native_language=name.native_language,
        post=post,
        country=country,
        latin_first=name.latin_first or not name.zh,
        delegation=delegation,
        sort_key=sort_key,
    )


def _post(post: paper.HeldPost, tag: str) -> str:
    between = "\u3000" if paper.is_chinese(tag) else ", "
    return between.join(filter(None, (post.title.get(tag), post.institution.get(tag))))


def _days(session: Db, forum: Forum) -> tuple[BackDay, ...]:
    """Sessions with a day and a time by day, but for closed ones; parallel forums that start together share a line."""
    places = _places(session, forum)
    days: defaultdict[dt.date, dict[tuple[int, str], list[_Held]]] = defaultdict(dict)
    for record in session.scalars(
        select(Session)
        .where(Session.forum_id == forum.id, Session.access != Access.CLOSED)
        .order_by(Session.starts_at, Session.position, Session.id)
    ):
        day = day_of(record)
        if day and record.starts_at:
            start = minutes_of(record.starts_at, day, record.zone)
            same = "track" if record.track_id else str(record.id)
            place = places.get(record.id, record.place.lines(forum.languages))
            days[day].setdefault((start, same), []).append(_Held(record.title, place, record.kind in BREAK_SESSIONS))
    return tuple(BackDay(day, tuple(_lines(days[day], forum.languages))) for day in sorted(days))


def _lines(day: dict[tuple[int, str], list[_Held]], tags: Lines) -> Iterator[BackLine]:
    for (start, same), sessions in day.items():
        if same == "track" and len(sessions) > 1:
            titles = tuple(paper.parallel_words(len(sessions), tag) for tag in tags)
        else:
            titles = sessions[0].title.lines(tags)
        places = [held.place for held in sessions]
        yield BackLine(
            start,
            titles,
            tuple(" ".join(filter(None, same)) for same in zip(*places, strict=True)),
            sessions[0].is_break,
        )


def _places(session: Db, forum: Forum) -> dict[uuid.UUID, Lines]:
    """The first room of each session with its floor."""
    rows = session.execute(
        select(SessionRoom.session_id, Room.name, Room.floor)
        .join(Room, Room.id == SessionRoom.room_id)
        .where(Room.forum_id == forum.id)
        .order_by(SessionRoom.position, SessionRoom.id)
    )
    places: dict[uuid.UUID, Lines] = {}
    for key, name, floor in rows:
        places.setdefault(key, tuple(" ".join(filter(None, (text, floor))) for text in name.lines(forum.languages)))
    return places

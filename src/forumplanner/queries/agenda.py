"""Reads a forum's whole programme as the agenda prints it, in thirteen statements where there is no release."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.colours import accent_colour, track_colour
from forumplanner.domain.countries import country_name
from forumplanner.domain.kinds import BREAK_SESSIONS, Access, OrganiserRole
from forumplanner.domain.labels import label
from forumplanner.domain.role_words import role_word
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import conference_day, day_long, day_range, minutes_of, zone_label
from forumplanner.queries import agenda_items, editions, paper, photos
from forumplanner.records import Forum, Institution, Organiser, Room, Session, SessionRoom, Track
from forumplanner.snapshots.agenda import (
    AgendaDay,
    AgendaPaper,
    AgendaRoom,
    AgendaSession,
    AgendaTrack,
    OrganiserGroup,
)
from forumplanner.snapshots.paper import Edition, Lines


class _Organising(NamedTuple):
    """An organiser with the name and logo of its institution."""

    organiser: Organiser
    name: LocalizedText
    logo: str


def load(session: Db, *, forum_id: uuid.UUID, release_id: uuid.UUID | None = None) -> AgendaPaper:
    """The agenda of a forum: as that release froze it, else as it stands.

    What stands is shown as the newest release if that froze the very same, else as the draft at the newest step.
    Raises `paper.NoSuchForum`, `paper.NoSuchRelease`.
    """
    forum = paper.forum_of(session, forum_id)
    if release_id is not None:
        release = editions.release_of(session, forum, release_id)
        frozen = editions.content_of(session, release).programme
        return replace(frozen, edition=editions.of_release(release, forum))
    programme = _programme(session, forum)
    return replace(programme, edition=editions.of_now(session, forum, lambda: programme))


def logos(session: Db, programme: AgendaPaper) -> dict[str, bytes]:
    """The pictures that the agenda's logos name, by their hash, in one statement; one that wasn't kept is missing."""
    keys = [key for group in programme.organisers for key in group.logos]
    keys += [key for track in programme.tracks for key in track.logos]
    return {key: one.data for key, one in photos.photos(session, keys).items()}


def edition(session: Db, forum: Forum) -> Edition:
    """Which issue papers other than the agenda show: that of the programme as it stands."""
    return editions.of_now(session, forum, lambda: _programme(session, forum))


def _programme(session: Db, forum: Forum) -> AgendaPaper:
    tags = forum.languages
    organisers = _organisers(session, forum)
    return AgendaPaper(
        slug=forum.slug,
        languages=tags,
        titles=tuple(title.lines(tags) for title in forum.titles),
        short_title=_short_title(forum).lines(tags),
        banner=(forum.umbrella or forum.series).lines(tags),
        theme=forum.theme.lines(tags),
        organisers=_groups(organisers, forum),
        dates=tuple(_dates(forum, tag) for tag in tags),
        city=tuple(_city(forum, tag) for tag in tags),
        venue=forum.venue.lines(tags),
        live_url=forum.live_url,
        replay_url=forum.replay_url,
        zone_label=tuple(zone_label(forum.zone, forum.starts_on or dt.date(2026, 1, 1), tag) for tag in tags),
        edition=Edition(),
        accent=accent_colour(forum.accent),
        tracks=_tracks(session, forum, organisers),
        days=_days(session, forum),
    )


def _short_title(forum: Forum) -> LocalizedText:
    return forum.short_title or (forum.titles[0] if forum.titles else forum.short_title)


def _dates(forum: Forum, tag: str) -> str:
    if forum.starts_on and forum.ends_on in {None, forum.starts_on}:
        return day_long(forum.starts_on, tag)
    return day_range(forum.starts_on, forum.ends_on, tag)


def _city(forum: Forum, tag: str) -> str:
    city = forum.city.get(tag)
    if not city:
        return ""
    country = country_name(forum.country, tag, forum.words)
    return f"{country}·{city}" if paper.is_chinese(tag) else f"{city}, {country}"


def _organisers(session: Db, forum: Forum) -> Sequence[_Organising]:
    rows = session.execute(
        select(Organiser, Institution.name, Institution.logo)
        .join(Institution, Institution.id == Organiser.institution_id)
        .where(Organiser.forum_id == forum.id)
        .order_by(Organiser.position, Organiser.id)
    )
    return [_Organising(organiser, name, logo) for organiser, name, logo in rows]


def _groups(organisers: Iterable[_Organising], forum: Forum) -> tuple[OrganiserGroup, ...]:
    """Organisers of the forum itself by rank, the ranks in the order of their kind, in the forum's own words."""
    tags = forum.languages
    ranks: defaultdict[OrganiserRole, list[_Organising]] = defaultdict(list)
    for one in organisers:
        if one.organiser.track_id is None:
            ranks[one.organiser.role].append(one)
    return tuple(
        OrganiserGroup(
            role,
            tuple(role_word(forum.words, role, tag) for tag in tags),
            tuple(one.name.lines(tags) for one in ranks[role]),
            _shown(one.logo for one in ranks[role]),
        )
        for role in OrganiserRole
        if ranks[role]
    )


def _shown(hashes: Iterable[str]) -> tuple[str, ...]:
    """Nothing at all where nobody has a logo, as releases froze it before there were any."""
    found = tuple(hashes)
    return found if any(found) else ()


def _tracks(session: Db, forum: Forum, organisers: Iterable[_Organising]) -> tuple[AgendaTrack, ...]:
    tags = forum.languages
    own: defaultdict[uuid.UUID | None, list[tuple[Lines, str]]] = defaultdict(list)
    for one in organisers:
        own[one.organiser.track_id].append((one.name.lines(tags), one.logo))
    rows = session.execute(
        select(Track, Institution.name, Institution.logo)
        .outerjoin(Institution, Institution.id == Track.convener_id)
        .where(Track.forum_id == forum.id)
        .order_by(Track.position, Track.code, Track.id)
    )
    tracks = []
    for place, (track, convener, logo) in enumerate(rows):
        conveners = own.get(track.id) or ([(convener.lines(tags), logo)] if convener else [])
        tracks.append(
            AgendaTrack(
                id=str(track.id),
                code=track.code,
                title=track.title.lines(tags),
                colour=track_colour(place, track.colour),
                conveners=tuple(name for name, _logo in conveners),
                contact=track.contact,
                logos=_shown(logo for _name, logo in conveners),
            )
        )
    return tuple(tracks)


def _days(session: Db, forum: Forum) -> tuple[AgendaDay, ...]:
    rooms = _rooms(session, forum)
    parts = agenda_items.load(session, forum)
    days: defaultdict[dt.date | None, list[tuple[Session, AgendaSession]]] = defaultdict(list)
    for record in session.scalars(select(Session).where(Session.forum_id == forum.id)):
        day = day_of(record)
        shown = _session(record, day, forum.languages, rooms.get(record.id, ()), parts)
        days[day].append((record, shown))
    known = sorted(day for day in days if day)
    order = [*known, None] if None in days else known
    return tuple(AgendaDay(day, tuple(_in_order(days[day]))) for day in order)


def _in_order(sessions: list[tuple[Session, AgendaSession]]) -> list[AgendaSession]:
    """By start; what has no time yet follows in its own order."""
    ordered = sorted(sessions, key=lambda s: (s[1].start is None, s[1].start or 0, s[0].position, s[0].code, s[1].id))
    return [shown for _record, shown in ordered]


def day_of(record: Session) -> dt.date | None:
    """The conference day of a session: its own, else that of its start."""
    if record.day or not record.starts_at:
        return record.day
    return conference_day(record.starts_at, record.zone)


def _session(
    record: Session,
    day: dt.date | None,
    tags: Lines,
    rooms: tuple[AgendaRoom, ...],
    parts: agenda_items.PartsOfSessions,
) -> AgendaSession:
    start = minutes_of(record.starts_at, day, record.zone) if record.starts_at and day else None
    end = minutes_of(record.ends_at, day, record.zone) if record.ends_at and day else None
    shown = parts.of(record, day)
    return AgendaSession(
        id=str(record.id),
        kind=record.kind,
        kind_label=tuple(label(record.kind, tag) for tag in tags),
        title=record.title.lines(tags),
        summary=record.summary.lines(tags),
        rooms=rooms or ((AgendaRoom(record.place.lines(tags)),) if record.place else ()),
        start=start,
        end=end,
        access=record.access,
        access_label=tuple(label(record.access, tag) if record.access is not Access.OPEN else "" for tag in tags),
        is_break=record.kind in BREAK_SESSIONS and not any(part.items for part in shown),
        track=str(record.track_id) if record.track_id else "",
        parts=shown,
        url=record.url,
    )


def _rooms(session: Db, forum: Forum) -> dict[uuid.UUID, tuple[AgendaRoom, ...]]:
    tags = forum.languages
    rows = session.execute(
        select(SessionRoom.session_id, Room.id, Room.name, Room.floor, Room.building)
        .join(Room, Room.id == SessionRoom.room_id)
        .where(Room.forum_id == forum.id)
        .order_by(SessionRoom.position, SessionRoom.id)
    )
    places: defaultdict[uuid.UUID, list[AgendaRoom]] = defaultdict(list)
    for key, room, name, floor, building in rows:
        places[key].append(AgendaRoom(name.lines(tags), floor, building.lines(tags), str(room)))
    return {key: tuple(rooms) for key, rooms in places.items()}

"""Puts a session into the words of a calendar entry: title, place and description in every language of the forum."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from forumplanner.domain.flow import flow
from forumplanner.domain.kinds import CHAIRING_ROLES, ItemKind, Role
from forumplanner.domain.labels import label
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import conference_day, day_long, local_clock, zone_label
from forumplanner.i18n import in_language, nearest
from forumplanner.snapshots.checks import (
    CheckedAppearance,
    CheckedForum,
    CheckedItem,
    CheckedPerson,
    CheckedRoom,
    CheckedSession,
)

BETWEEN_LANGUAGES = " / "
"""A title of one line holds its languages side by side: several calendars cut a title at its first line break."""


@dataclass(frozen=True, slots=True)
class Row:
    """An agenda item and when it runs, as far as that is known."""

    item: CheckedItem
    start: dt.datetime | None
    end: dt.datetime | None


class Wording:
    """Words for the sessions of one forum. `institutions`: names by id, for organisations that speak."""

    def __init__(self, forum: CheckedForum, institutions: Mapping[str, LocalizedText]) -> None:
        self._forum = forum
        self._tags = forum.languages
        self._rooms: dict[str, CheckedRoom] = {room.id: room for room in forum.rooms}
        self._people: dict[str, CheckedPerson] = {person.id: person for person in forum.people}
        self._institutions = institutions

    def summary(self, session: CheckedSession) -> str:
        """The title in each language: 开幕式 / Opening Ceremony."""
        return side_by_side(self.title(session, tag) for tag in self._tags)

    def title(self, session: CheckedSession, tag: str) -> str:
        """The title in one language, else in another, else what kind of session it is."""
        return session.title.best(tag, *self._tags) or label(session.kind, tag)

    def location(self, session: CheckedSession) -> str:
        """Room, venue and city in each language that names the place; where no room is chosen, the place in words."""
        texts = [self._rooms[room].name for room in session.rooms if room in self._rooms] or [session.place]
        named = [tag for tag in self._tags if any(text.get(tag) for text in texts)]
        return side_by_side(self._place(session, tag) for tag in named)

    def _place(self, session: CheckedSession, tag: str) -> str:
        rooms = [self._rooms[room].name.best(tag) for room in session.rooms if room in self._rooms]
        spots = [joined(rooms, tag), self._forum.venue.get(tag)] if any(rooms) else [session.place.best(tag)]
        city = self._forum.city.get(tag)
        if any(spots) and not any(city in spot for spot in spots):
            spots.append(city)
        known = [spot for spot in spots if spot]
        return " ".join(reversed(known)) if nearest(tag) == "zh-Hans" else ", ".join(known)

    def description(self, session: CheckedSession, url: str) -> str:
        """A block of lines per language - forum, day and time with its zone, place, chairs, agenda - then the link."""
        rows = rows_of(session)
        blocks = ["\n".join(filter(None, self._block(session, rows, tag))) for tag in self._tags]
        return "\n\n".join([*blocks, url] if url else blocks)

    def _block(self, session: CheckedSession, rows: Mapping[str, list[Row]], tag: str) -> Iterator[str]:
        yield " · ".join(title.best(tag) for title in self._forum.titles)
        yield self._when(session, tag)
        yield self._place(session, tag)
        yield session.summary.get(tag)
        for part in session.parts:
            yield part.title.best(tag)
            chairs = [self._who(a, tag) for a in part.appearances if a.role in CHAIRING_ROLES]
            if any(chairs):
                yield in_language(tag, "Chair: {names}", names=joined(chairs, tag))
            for row in rows[part.id]:
                yield self._agenda_line(session, row, tag)

    def _when(self, session: CheckedSession, tag: str) -> str:
        if session.start is None or session.end is None:
            return ""
        day = session.day or conference_day(session.start, session.zone)
        start, end = local_clock(session.start, session.zone), local_clock(session.end, session.zone)
        return f"{day_long(day, tag)} {start}–{end} {zone_label(session.zone, day, tag)}"

    def _agenda_line(self, session: CheckedSession, row: Row, tag: str) -> str:
        clock = f"{local_clock(row.start, session.zone)} " if row.start else ""
        people = joined([self._who(a, tag) for a in row.item.appearances], tag)
        return f"{clock}{self._item_title(row.item, tag)}" + (f" — {people}" if people else "")

    def _item_title(self, item: CheckedItem, tag: str) -> str:
        return item.title.best(tag, *self._tags) or label(item.kind, tag)

    def _who(self, appearance: CheckedAppearance, tag: str) -> str:
        person = self._people.get(appearance.participant_id or "")
        if person:
            return person.name.shown(tag)
        institution = self._institutions.get(appearance.institution_id or "")
        return institution.best(tag) if institution else appearance.label.best(tag)

    def notes(self, session: CheckedSession) -> dict[str, str]:
        """By participant: what they do in this session and when, a line per task and language."""
        tasks: dict[str, list[tuple[CheckedAppearance, Row | None]]] = {}
        rows = rows_of(session)
        for part in session.parts:
            for appearance in part.appearances:
                tasks.setdefault(appearance.participant_id or "", []).append((appearance, None))
            for row in rows[part.id]:
                for appearance in row.item.appearances:
                    tasks.setdefault(appearance.participant_id or "", []).append((appearance, row))
        return {
            person: "\n".join(self._task(session, *task, tag) for tag in self._tags for task in own)
            for person, own in tasks.items()
            if person in self._people
        }

    def _task(self, session: CheckedSession, appearance: CheckedAppearance, row: Row | None, tag: str) -> str:
        if row is None:
            return in_language(tag, "You: {role}", role=label(appearance.role, tag))
        clock = "–".join(local_clock(at, session.zone) for at in (row.start, row.end) if at)
        what = " ".join(filter(None, (clock, _deed(appearance.role, row.item, tag))))
        title = self._item_title(row.item, tag)
        if title == label(row.item.kind, tag):
            return in_language(tag, "You: {role}", role=what)
        return in_language(tag, "You: {role}, “{title}”", role=what, title=title)


def _deed(role: Role, item: CheckedItem, tag: str) -> str:
    """What a speaker's item is (address, keynote ...) says more than "speaker"."""
    return label(item.kind if role is Role.SPEAKER and item.kind is not ItemKind.OTHER else role, tag)


def rows_of(session: CheckedSession) -> dict[str, list[Row]]:
    """The items of each part with their times; a part without a start follows the one before."""
    rows: dict[str, list[Row]] = {}
    cursor = session.start
    for part in session.parts:
        end = part.end or (session.end if part is session.parts[-1] else None)
        stretches = flow([(item.start, item.minutes) for item in part.items], start=part.start or cursor, end=end)
        rows[part.id] = [Row(item, *stretch) for item, stretch in zip(part.items, stretches, strict=True)]
        cursor = end or (stretches[-1][1] if stretches else None)
    return rows


def side_by_side(texts: Iterable[str]) -> str:
    """Different texts on one line; a text that is the same in two languages stands once."""
    return BETWEEN_LANGUAGES.join(dict.fromkeys(filter(None, texts)))


def joined(names: Iterable[str], tag: str) -> str:
    """Names in a row, as the language separates them."""
    return ("、" if nearest(tag) == "zh-Hans" else ", ").join(filter(None, names))

"""Where everything stands in a programme, by id: sessions with their day, items with their part and session."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from forumplanner.domain.times import clock, day_short
from forumplanner.i18n import in_language, nearest
from forumplanner.snapshots.agenda import AgendaItem, AgendaPaper, AgendaPart, AgendaPerson, AgendaSession
from forumplanner.snapshots.paper import Lines


@dataclass(frozen=True, slots=True)
class SessionPlace:
    """A session on its day; `track`: the letter of its parallel forum."""

    session: AgendaSession
    day: dt.date | None
    track: str

    @property
    def title(self) -> Lines:
        """Its title, else what kind of session it is."""
        return filled(self.session.title, self.session.kind_label)


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """An item in its part and session."""

    item: AgendaItem
    part: AgendaPart
    home: SessionPlace

    @property
    def title(self) -> Lines:
        """Its title, else what kind of item it is."""
        return filled(self.item.title, self.item.kind_label)

    @property
    def people(self) -> tuple[AgendaPerson, ...]:
        """Everybody in it, its acts included."""
        return (*self.item.people, *(person for act in self.item.acts for person in act.people))


@dataclass(frozen=True, slots=True)
class Places:
    """A whole programme by id, in its order."""

    paper: AgendaPaper
    sessions: dict[str, SessionPlace]
    items: dict[str, ItemPlace]
    parts: dict[str, tuple[AgendaPart, SessionPlace]]

    @classmethod
    def of(cls, paper: AgendaPaper) -> "Places":
        """Look everything up once."""
        letters = {track.id: track.code for track in paper.tracks}
        found = cls(paper, {}, {}, {})
        for day in paper.days:
            for session in day.sessions:
                home = SessionPlace(session, day.date, letters.get(session.track, ""))
                found.sessions[session.id] = home
                for part in session.parts:
                    found.parts[part.id] = (part, home)
                    found.items.update({item.id: ItemPlace(item, part, home) for item in part.items})
        return found


def filled(lines: Lines, instead: Lines) -> Lines:
    """A text with the other one where a language lacks it, and where both do, whatever there is."""
    whole = tuple(text or other for text, other in zip(lines, instead, strict=False)) or instead
    anything = next(filter(None, whole), "–")
    return tuple(text or anything for text in whole)


def when(tags: Lines, day: dt.date | None, start: int | None, end: int | None, *, with_day: bool) -> Lines:
    """A time as the change notice writes it: "10:05", with the day where that matters; "to be announced" for none."""
    if day is None:
        return tuple(in_language(tag, "Date to be announced") for tag in tags)
    span = "–".join(clock(minute) for minute in dict.fromkeys((start, end)) if minute is not None)
    hours = [span or in_language(tag, "time to be announced") for tag in tags]
    return tuple(f"{day_short(day, tag)} {text}" if with_day else text for tag, text in zip(tags, hours, strict=True))


def rooms_of(session: AgendaSession, tags: Lines) -> Lines:
    """The names of a session's rooms."""
    if not session.rooms:
        return tuple(in_language(tag, "place to be announced") for tag in tags)
    names = [filled(room.name, room.name) for room in session.rooms]
    return listed(names, tags)


def listed(texts: Sequence[Lines], tags: Lines) -> Lines:
    """Several names as one text: 甲、乙 / A, B."""
    return tuple(
        ("、" if nearest(tag) == "zh-Hans" else ", ").join(filter(None, (text[place] for text in texts)))
        for place, tag in enumerate(tags)
    )


def joined(tags: Lines, *texts: Lines) -> Lines:
    """Several facts as one text: 甲，乙 / A, B; what is empty is left out."""
    return tuple(
        ("，" if nearest(tag) == "zh-Hans" else ", ").join(filter(None, (text[place] for text in texts)))
        for place, tag in enumerate(tags)
    )

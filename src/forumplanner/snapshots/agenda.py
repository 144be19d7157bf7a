"""The programme as the agenda prints it: a forum's days, their sessions, parts and items, all texts and times resolved.

Times are minutes since midnight of the conference day in the forum's zone (over 1440 past midnight), None where
nobody knows them yet. A gap stays a gap: an empty title, no room, an appearance without a name.
"""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.kinds import Access, ItemKind, Mode, OrganiserRole, Role, SessionKind
from forumplanner.snapshots.paper import Edition, Lines


@dataclass(frozen=True, slots=True)
class OrganiserGroup:
    """The institutions of one rank, in their order.

    `logos`: content hashes of their logos in the same order, "" for one without; empty where none has one.
    """

    role: OrganiserRole
    label: Lines
    names: tuple[Lines, ...]
    logos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaRoom:
    """A place: its name, floor ("3F") and building."""

    name: Lines
    floor: str = ""
    building: Lines = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class AgendaTrack:
    """A parallel forum; `colour` is "#RRGGBB", dark enough for white on it; `logos` are its conveners', as above."""

    id: str
    code: str
    title: Lines
    colour: str
    conveners: tuple[Lines, ...] = ()
    contact: str = ""
    logos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaPerson:
    """Somebody who appears: a person, an organisation, or only words ("speaker to be announced").

    `shown`: a form of the name for the case that a language has none; "" where nothing at all is known.
    `posts`: post, institution and (abroad) country as one text. `minutes`: of their own within the item.
    `institution`: of the post used; `organisation`: True where an institution appears itself. `id`: of the appearance;
    `who`: of the participant or institution, "" for words.
    """

    names: Lines
    shown: str
    posts: Lines
    role: Role
    role_label: Lines
    mode: Mode | None = None
    provisional: bool = False
    placeholder: bool = False
    minutes: int | None = None
    institution: Lines = ()
    organisation: bool = False
    id: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class AgendaAct:
    """One act of a ceremony: what is signed, conferred or adopted, by or to which institutions, and the persons in it.

    `parties`: institutions as one text, those who sign with each other as "A and B".
    """

    title: Lines
    parties: Lines
    people: tuple[AgendaPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One row: `mode` is the mode of its speakers where they share one; `url` its own stream or replay.

    `held_in`: languages and interpretation where they are worth saying. Those in `acts` are not among its `people`.
    """

    kind: ItemKind
    kind_label: Lines
    title: Lines
    abstract: Lines
    start: int | None
    end: int | None
    mode: Mode | None
    is_break: bool
    people: tuple[AgendaPerson, ...] = ()
    url: str = ""
    held_in: Lines = ()
    acts: tuple[AgendaAct, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """A stretch of a session under the same chairs; `label` is empty where a session has only one."""

    label: Lines
    start: int | None
    end: int | None
    chairs: tuple[AgendaPerson, ...]
    people: tuple[AgendaPerson, ...]
    items: tuple[AgendaItem, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class AgendaSession:
    """One stretch of the programme in one place; `is_break`: drawn as a break row, it has no items of its own.

    `url`: its stream or replay.
    """

    id: str
    kind: SessionKind
    kind_label: Lines
    title: Lines
    summary: Lines
    rooms: tuple[AgendaRoom, ...]
    start: int | None
    end: int | None
    access: Access
    access_label: Lines
    is_break: bool
    track: str = ""
    parts: tuple[AgendaPart, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A conference day; `date` is None for what has no day yet."""

    date: dt.date | None
    sessions: tuple[AgendaSession, ...]


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """Everything an agenda prints. `banner`: the series or umbrella programme that stands above the titles."""

    slug: str
    languages: Lines
    titles: tuple[Lines, ...]
    short_title: Lines
    banner: Lines
    theme: Lines
    organisers: tuple[OrganiserGroup, ...]
    dates: Lines
    city: Lines
    venue: Lines
    live_url: str
    replay_url: str
    zone_label: Lines
    edition: Edition
    accent: str
    tracks: tuple[AgendaTrack, ...]
    days: tuple[AgendaDay, ...]

"""People of a forum as their list and their card show them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.guest_kinds import Channel, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, Mode, Role
from forumplanner.domain.names import PersonName
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


class Gap(StrEnum):
    """What a badge and a list of participants need and a person lacks."""

    CHINESE_NAME = "chinese_name"
    LATIN_NAME = "latin_name"
    COUNTRY = "country"
    POST = "post"


class PersonLine(NamedTuple):
    """One row of the list. `keys`: all it can be found by, folded, a line each, the post's institution after a tab.

    `here` is False for somebody of the file who is not in this forum; `participant_id` then holds the person's key.
    A named tuple, since thousands are made at once.
    """

    participant_id: str
    person_id: str
    name: NameForms
    native_language: str
    category: Category
    country: str
    institution: Lines
    post: Lines
    mode: Mode | None
    status: InvitationStatus | None
    gaps: tuple[Gap, ...]
    sort_pinyin: str
    sort_latin: str
    keys: str
    here: bool = True


@dataclass(frozen=True, slots=True)
class People:
    """All people of one forum, by Latin name."""

    forum_id: str
    languages: tuple[str, ...]
    lines: tuple[PersonLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post of a person; `used` where this forum's papers print it, `ended` where it was over before this forum."""

    id: str
    title: Pair
    institution_id: str = ""
    institution: Pair = NO_TEXT
    used: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class PersonAppearance:
    """What a person does in the programme: where, when, as what."""

    id: str
    session_id: str
    item_id: str
    part_id: str
    role: Role
    mode: Mode | None
    provisional: bool
    session: Pair
    item: Pair
    day: dt.date | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """An arrival or departure as its card shows it; `day` and `start` on the forum city's clock."""

    id: str
    direction: Direction
    day: dt.date | None
    start: int | None
    carrier: str
    place: str
    as_written: str


@dataclass(frozen=True, slots=True)
class PlaceInDelegation:
    """The delegation somebody travels with: its name, what they are in it, and who looks after it."""

    id: str
    name: Pair
    role: DelegationRole
    liaison: NameForms = NO_NAME
    liaison_phone: str = ""


@dataclass(frozen=True, slots=True)
class DelegationChoice:
    """A delegation to choose by type-ahead: its own name, else its institution's; `country` a code."""

    id: str
    name: Pair
    country: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person in full, as the inspector edits it. `photo`: content hash. `place`: None outside a delegation."""

    participant_id: str
    person_id: str
    languages: tuple[str, ...]
    name: PersonName
    country: str
    category: Category
    mode: Mode | None
    status: InvitationStatus | None
    emails: tuple[str, ...]
    phone: str
    speaks: tuple[str, ...]
    notes: str
    delegation: Pair = NO_TEXT
    place: PlaceInDelegation | None = None
    photo: str = ""
    contact_by: Channel | None = None
    protocol_group: ProtocolGroup | None = None
    protocol_level: ProtocolLevel | None = None
    posts: tuple[PostLine, ...] = ()
    appearances: tuple[PersonAppearance, ...] = ()
    journeys: tuple[JourneyLine, ...] = ()


@dataclass(frozen=True, slots=True)
class InstitutionLine:
    """An institution to choose by type-ahead; `short`: its short names."""

    id: str
    name: Pair
    country: str
    keys: str
    short: Lines = ()

"""The programme as its list shows it: days, sessions, parts, items and who appears; times in minutes of the day."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.kinds import Access, Interpretation, ItemKind, Mode, Role, SessionKind
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class AppearanceLine:
    """Who does what in an item or part: a participant, an institution, or only a label ("to be announced").

    `post_id`: the post that this appearance uses, "" for the one the forum prints. `own_mode`: how the participant
    takes part, which holds where `mode` says nothing. `act_id`: the act of its item's ceremony.
    """

    id: str
    role: Role
    participant_id: str = ""
    person_id: str = ""
    name: NameForms = NO_NAME
    institution_id: str = ""
    institution: Pair = NO_TEXT
    label: Pair = NO_TEXT
    mode: Mode | None = None
    provisional: bool = False
    minutes: int | None = None
    post_id: str = ""
    act_id: str = ""
    own_mode: Mode | None = None

    @property
    def placeholder(self) -> bool:
        """True where nobody is named yet: neither a person nor an institution."""
        return not self.participant_id and not self.institution_id


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of a ceremony: an agreement, an honour, a document, with those who sign, present, receive, witness."""

    id: str
    title: Pair
    people: tuple[AppearanceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One row of the agenda. `begins`: shown start, own or flowing; `start`: only its own. Minutes since midnight.

    `people` holds everybody, also those of its `acts`. `media`: a video's file name or link; `url`: stream or replay.
    `script`: what the host says, where somebody wrote it.
    """

    id: str
    kind: ItemKind
    title: Pair
    begins: int | None = None
    start: int | None = None
    minutes: int | None = None
    languages: tuple[str, ...] = ()
    interpretation: Interpretation = Interpretation.NONE
    channel: str = ""
    people: tuple[AppearanceLine, ...] = ()
    abstract: Pair = NO_TEXT
    media: str = ""
    url: str = ""
    notes: str = ""
    acts: tuple[ActLine, ...] = ()
    script: Pair = NO_TEXT


@dataclass(frozen=True, slots=True)
class PartLine:
    """A stretch of a session with its chairs. `begins`, `ends`: shown times, its own or those of its items."""

    id: str
    title: Pair
    begins: int | None = None
    ends: int | None = None
    start: int | None = None
    end: int | None = None
    chairs: tuple[AppearanceLine, ...] = ()
    items: tuple[ItemLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One stretch of the programme; `start`, `end` in minutes since midnight of `day`, over 1440 past midnight."""

    id: str
    kind: SessionKind
    title: Pair
    day: dt.date | None = None
    start: int | None = None
    end: int | None = None
    zone: str = "Asia/Shanghai"
    track_id: str = ""
    room_ids: tuple[str, ...] = ()
    place: Pair = NO_TEXT
    access: Access = Access.OPEN
    expected: int | None = None
    notes: str = ""
    parts: tuple[PartLine, ...] = ()
    summary: Pair = NO_TEXT
    url: str = ""


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A room to choose."""

    id: str
    name: Pair
    capacity: int | None = None
    building: Pair = NO_TEXT
    floor: str = ""


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post of somebody who takes part: what an appearance may print instead of the usual one."""

    id: str
    person_id: str
    title: Pair
    institution: Pair = NO_TEXT
    usual: bool = False


@dataclass(frozen=True, slots=True)
class TrackLine:
    """A parallel forum; `place` counts from 0 and decides its colour where none was chosen."""

    id: str
    code: str
    title: Pair
    place: int = 0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """All of one forum's programme; sessions sorted by day, start, room and position, unscheduled ones last."""

    forum_id: str
    languages: tuple[str, ...]
    zone: str
    days: tuple[dt.date, ...] = ()
    rooms: tuple[RoomLine, ...] = ()
    tracks: tuple[TrackLine, ...] = ()
    sessions: tuple[SessionLine, ...] = ()
    posts: tuple[HeldPost, ...] = ()

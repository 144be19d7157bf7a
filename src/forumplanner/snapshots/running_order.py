"""The running order of a ceremony: every item with its people, acts, the host's words and what the crew does.

Times are minutes since midnight of the conference day, None where nobody knows them yet.
"""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.kinds import CueKind, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.times import clock
from forumplanner.i18n import nearest
from forumplanner.snapshots.paper import Edition, Lines


@dataclass(frozen=True, slots=True)
class RunningPerson:
    """Somebody on the stage. `spoken`: as the host names them, courtesy included. `courtesy`: behind a Chinese name.

    `pronunciation`: how the name is said, as the record has it. `abroad`: from another country than the host's.
    `act`: the id of the act they are in, "" for the whole item.
    """

    names: Lines
    shown: str
    posts: Lines
    spoken: Lines
    courtesy: str
    role: Role
    role_label: Lines
    pronunciation: str = ""
    abroad: bool = False
    mode: Mode | None = None
    provisional: bool = False
    placeholder: bool = False
    institution: bool = False
    act: str = ""


@dataclass(frozen=True, slots=True)
class RunningAct:
    """One act of a ceremony: the title of the agreement, honour or post."""

    id: str
    title: Lines


@dataclass(frozen=True, slots=True)
class RunningCue:
    """What the crew does; `id` is "" for a cue that the item's own data imply (its file, its interpretation)."""

    id: str
    kind: CueKind
    text: Lines


@dataclass(frozen=True, slots=True)
class RunningItem:
    """One step. `own`: words that somebody wrote or filled in; `template`: what the program would say instead.

    `review`: per language, whether the other side was edited later. `stale`: names that own words still say although
    they belong to nobody in this session.
    """

    id: str
    number: int
    kind: ItemKind
    kind_label: Lines
    title: Lines
    start: int | None
    end: int | None
    minutes: int | None
    mode: Mode | None
    own: Lines
    template: Lines
    review: tuple[bool, ...]
    stale: tuple[str, ...] = ()
    people: tuple[RunningPerson, ...] = ()
    acts: tuple[RunningAct, ...] = ()
    cues: tuple[RunningCue, ...] = ()

    @property
    def words(self) -> Lines:
        """What the host says: own words, else the template's."""
        return tuple(own or made for own, made in zip(self.own, self.template, strict=True))

    @property
    def lagging(self) -> tuple[bool, ...]:
        """Per language, whether its words may not say what the other side does: older, or still the template's."""
        written = any(self.own)
        return tuple(old or (written and not own) for old, own in zip(self.review, self.own, strict=True))

    @property
    def is_video(self) -> bool:
        """Whether the hall looks at a film here."""
        return self.kind is ItemKind.VIDEO_ADDRESS or self.mode is Mode.VIDEO


@dataclass(frozen=True, slots=True)
class RunningSession:
    """A ceremony, or any other session with items; `hosts`: who leads it; `ceremonial`: offered first."""

    id: str
    kind: SessionKind
    title: Lines
    day: dt.date | None
    start: int | None
    end: int | None
    room: Lines
    hosts: tuple[RunningPerson, ...]
    items: tuple[RunningItem, ...]
    ceremonial: bool = False
    code: str = ""

    def heading(self, tag: str, languages: Lines) -> str:
        """Its title for a reader of `tag` and when it begins, which tells two of one name apart: 开幕式 09:00."""
        own = [title for title, other in zip(self.title, languages, strict=True) if nearest(other) == nearest(tag)]
        title = next(filter(None, (*own, *self.title)), "–")
        return f"{title} {clock(self.start)}" if self.start is not None else title


@dataclass(frozen=True, slots=True)
class RunningOrder:
    """The running orders of a forum, in the order of the day. `phone`: of the secretariat; internal papers only."""

    slug: str
    languages: Lines
    short_title: Lines
    phone: str
    edition: Edition
    accent: str
    sessions: tuple[RunningSession, ...]

    def ceremonies(self) -> tuple[RunningSession, ...]:
        """Those that are ceremonies; all where none is."""
        return tuple(session for session in self.sessions if session.ceremonial) or self.sessions

    def session(self, key: str) -> RunningSession | None:
        """The session of that id."""
        return next((session for session in self.sessions if session.id == key), None)

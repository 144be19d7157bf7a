"""What the checks look at: a forum's programme as it was entered, its people with their journeys, every language kept.

Times are instants in UTC, as entered: an item without a start flows from the one before it (`domain.flow`).
"""

import datetime as dt
from dataclasses import dataclass, field

from forumplanner.domain.kinds import (
    Access,
    Category,
    Direction,
    ForumMode,
    Interpretation,
    ItemKind,
    Mode,
    OrganiserRole,
    ReleaseKind,
    Role,
    SessionKind,
    Severity,
)
from forumplanner.domain.names import PersonName
from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.text import DEFAULT_LANGUAGES, EMPTY, LocalizedText
from forumplanner.snapshots.approval import NO_APPROVAL, CheckedApproval
from forumplanner.snapshots.checked_guests import CheckedDelegation, CheckedEnvoy, CheckedText


@dataclass(frozen=True, slots=True)
class CheckedAppearance:
    """Somebody in an item or part: a participant, an institution, or only words (`label`)."""

    id: str
    role: Role = Role.SPEAKER
    participant_id: str | None = None
    institution_id: str | None = None
    label: LocalizedText = EMPTY
    mode: Mode | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """One row of the agenda; `minutes` long; `media`, `url`: file name or link of a video."""

    id: str
    kind: ItemKind = ItemKind.OTHER
    title: LocalizedText = EMPTY
    abstract: LocalizedText = EMPTY
    start: dt.datetime | None = None
    minutes: int | None = None
    appearances: tuple[CheckedAppearance, ...] = ()
    interpretation: Interpretation = Interpretation.NONE
    channel: str = ""
    media: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A stretch of a session with its own chairs; `start` and `end` only where somebody entered them."""

    id: str
    title: LocalizedText = EMPTY
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    items: tuple[CheckedItem, ...] = ()
    appearances: tuple[CheckedAppearance, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedSession:
    """A session; `rooms`: ids, the first is the place, the others relay it.

    `letter`: the code of its parallel forum, where that names this session alone.
    """

    id: str
    title: LocalizedText = EMPTY
    kind: SessionKind = SessionKind.OTHER
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    day: dt.date | None = None
    track_id: str | None = None
    letter: str = ""
    rooms: tuple[str, ...] = ()
    parts: tuple[CheckedPart, ...] = ()
    summary: LocalizedText = EMPTY
    place: LocalizedText = EMPTY
    access: Access = Access.OPEN
    url: str = ""
    expected: int | None = None
    zone: str = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class CheckedClosure:
    """A stretch in which a room can't be used."""

    start: dt.datetime
    end: dt.datetime
    reason: LocalizedText = EMPTY


@dataclass(frozen=True, slots=True)
class CheckedRoom:
    """A room, how many it seats, in which building it lies, when it is closed."""

    id: str
    name: LocalizedText = EMPTY
    capacity: int | None = None
    building: LocalizedText = EMPTY
    closures: tuple[CheckedClosure, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedWalk:
    """Minutes on foot between two buildings, either way; each by its name in the forum's first language."""

    building: str
    other: str
    minutes: int


@dataclass(frozen=True, slots=True)
class CheckedTrack:
    """A parallel forum."""

    id: str
    title: LocalizedText = EMPTY
    code: str = ""


@dataclass(frozen=True, slots=True)
class CheckedJourney:
    """An arrival at the forum's city or a departure from it; `at` in UTC where the time is known."""

    direction: Direction
    at: dt.datetime | None = None
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class CheckedPerson:
    """A participant; `city`: that of the institution of the post used here; `post`: the title of that post.

    `heads`: the delegation that the person leads, by its name or its country; empty for everybody else.
    """

    id: str
    name: PersonName
    country: str = ""
    city: LocalizedText = EMPTY
    post: LocalizedText = EMPTY
    category: Category = Category.DELEGATE
    mode: Mode | None = None
    journeys: tuple[CheckedJourney, ...] = ()
    heads: LocalizedText = EMPTY


@dataclass(frozen=True, slots=True)
class CheckedDecline:
    """A participant who declined one session, or the whole stay (`session_id` ""); `successor`: who comes instead."""

    participant_id: str
    session_id: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class CheckedOrganiser:
    """An institution in a rank of organisers: of the forum, or of the parallel forum `track_id`."""

    institution_id: str
    name: LocalizedText
    role: OrganiserRole
    track_id: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedDay:
    """A national day or holiday that the secretariat added; `country`: ISO 3166-1 alpha-2, "" for everybody."""

    day: dt.date
    name: LocalizedText = EMPTY
    country: str = ""


@dataclass(frozen=True, slots=True)
class CheckedRelease:
    """An issue of the programme that left the house."""

    name: str
    kind: ReleaseKind
    issued_at: dt.datetime


@dataclass(frozen=True, slots=True)
class CheckSeverity:
    """How much a kind of finding matters in this forum; `kind` may be one of a newer program."""

    kind: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A finding (its id) that somebody accepted while its facts had the fingerprint `facts`."""

    finding: str
    facts: str
    reason: str
    by: str = ""
    at: dt.datetime | None = None
    language: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CheckedForum:
    """One forum as the checks see it; `languages` is the ordered pair that its papers print.

    `releases`: newest first. `envoys`: in the order of protocol. `texts`: of the guest side.
    `severities`, `acknowledged`: what the secretariat decided about findings.
    """

    id: str
    zone: str = "Asia/Shanghai"
    languages: tuple[str, ...] = DEFAULT_LANGUAGES
    titles: tuple[LocalizedText, ...] = ()
    theme: LocalizedText = EMPTY
    city: LocalizedText = EMPTY
    venue: LocalizedText = EMPTY
    mailbox: str = ""
    mode: ForumMode | None = None
    sessions: tuple[CheckedSession, ...] = ()
    rooms: tuple[CheckedRoom, ...] = ()
    tracks: tuple[CheckedTrack, ...] = ()
    people: tuple[CheckedPerson, ...] = ()
    planning: PlanningRules = field(default_factory=PlanningRules)
    walks: tuple[CheckedWalk, ...] = ()
    days: tuple[CheckedDay, ...] = ()
    organisers: tuple[CheckedOrganiser, ...] = ()
    releases: tuple[CheckedRelease, ...] = ()
    approval: CheckedApproval = NO_APPROVAL
    delegations: tuple[CheckedDelegation, ...] = ()
    envoys: tuple[CheckedEnvoy, ...] = ()
    texts: tuple[CheckedText, ...] = ()
    declines: tuple[CheckedDecline, ...] = ()
    ends_on: dt.date | None = None
    severities: tuple[CheckSeverity, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()

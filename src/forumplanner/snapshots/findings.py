"""What a check found: one frozen value, the same for the window, the command line and a printed list."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from forumplanner.domain.kinds import Severity
from forumplanner.snapshots.checks import Acknowledged

Words = dict[str, str]
"""One text in each language of the program: `{"zh-Hans": ..., "en": ...}`."""


class FindingKind(StrEnum):
    """What is amiss; its heading and default severity stand in `checks.kinds`."""

    ENDS_BEFORE_START = "ends_before_start"
    PART_OUTSIDE_SESSION = "part_outside_session"
    ITEM_OUTSIDE_SESSION = "item_outside_session"
    SESSION_WITHOUT_TIME = "session_without_time"
    PERSON_OVERLAP = "person_overlap"
    ROOM_OVERLAP = "room_overlap"
    ROOM_TOO_SMALL = "room_too_small"
    SESSION_WITHOUT_ROOM = "session_without_room"
    PART_WITHOUT_CHAIR = "part_without_chair"
    PLACEHOLDER_OPEN = "placeholder_open"
    NAME_FORM_MISSING = "name_form_missing"
    TRANSLATION_MISSING = "translation_missing"
    TRANSLATION_STALE = "translation_stale"
    APPEARANCE_PROVISIONAL = "appearance_provisional"
    ARRIVES_AFTER = "arrives_after"
    ARRIVES_CLOSE = "arrives_close"
    LEAVES_BEFORE = "leaves_before"
    LEAVES_CLOSE = "leaves_close"
    ONLINE_AT_NIGHT = "online_at_night"
    FORUM_WITHOUT_MAILBOX = "forum_without_mailbox"
    HEAD_OVERLAP = "head_overlap"
    ROOM_CLOSED = "room_closed"
    SESSION_OVERRUN = "session_overrun"
    ITEM_OVERLAP = "item_overlap"
    PART_OVERLAP = "part_overlap"
    SESSION_GAP = "session_gap"
    WALK_SHORT = "walk_short"
    CHAIR_PRESENTS = "chair_presents"
    VIDEO_WITHOUT_FILE = "video_without_file"
    INTERPRETATION_OPEN = "interpretation_open"
    RELEASED_UNCONFIRMED = "released_unconfirmed"
    RELEASED_PLACEHOLDER = "released_placeholder"
    NUMBERS_DIFFER = "numbers_differ"
    ORGANISER_TWICE = "organiser_twice"
    FRIDAY_PRAYER = "friday_prayer"
    NATIONAL_DAY = "national_day"
    OVER_LUNCH = "over_lunch"
    APPROVAL_DEVIATES = "approval_deviates"
    APPROVAL_OVERDUE = "approval_overdue"
    NAME_REFUSED = "name_refused"
    EVENT_TOO_LONG = "event_too_long"
    DELEGATION_WITHOUT_HEAD = "delegation_without_head"
    DELEGATION_TWO_HEADS = "delegation_two_heads"
    POST_WITHOUT_COUNTRY = "post_without_country"
    EXEQUATUR_LATE = "exequatur_late"
    ORDER_UNPROVEN = "order_unproven"
    DECLINED_ON_PROGRAMME = "declined_on_programme"


class SubjectKind(StrEnum):
    """What a finding is about."""

    FORUM = "forum"
    TRACK = "track"
    SESSION = "session"
    PART = "part"
    ITEM = "item"
    ROOM = "room"
    PARTICIPANT = "participant"
    INSTITUTION = "institution"
    DELEGATION = "delegation"
    CONSULAR_GUEST = "consular_guest"


class Page(StrEnum):
    """The page of the window that leads to a remedy."""

    OVERVIEW = "overview"
    PROGRAMME = "programme"
    PEOPLE = "people"
    FORUM = "forum"
    APPROVAL = "approval"
    DELEGATIONS = "delegations"
    GUESTS = "guests"
    ALLIANCE = "alliance"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a finding is about; `start` and `end` (UTC) where the finding is about a stretch of time."""

    type: SubjectKind
    id: str
    label: Words = field(hash=False)
    start: dt.datetime | None = None
    end: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the remedy is: a page and what to select there; `id` is empty for the page itself."""

    page: Page
    id: str = ""


class Cure(StrEnum):
    """What a way out does; `actions.cures` does it in one step. Values that each takes stand beside it.

    Days are ISO dates, times minutes since midnight of the session's day.
    """

    PLACE_SESSION = "place_session"  # session_id, day, start, and where it changes room_id
    PUT_IN_ROOM = "put_in_room"  # session_id, room_id
    END_SESSION = "end_session"  # session_id, end
    START_PART = "start_part"  # part_id, start
    START_ITEM = "start_item"  # item_id, start (None: it flows)
    SET_MINUTES = "set_minutes"  # item_id, minutes
    CONFIRM_APPEARANCE = "confirm_appearance"  # appearance_id
    SET_PERSON = "set_person"  # appearance_id, participant_id
    SWAP_ITEMS = "swap_items"  # item_id, other_id
    SET_MODE = "set_mode"  # appearance_id, mode
    OPEN_PLACE = "open_place"  # appearance_id
    ASK_AGAIN = "ask_again"  # participant_id, session_id


@dataclass(frozen=True, slots=True)
class WayOut:
    """A cure that one press applies: its button, what it moves and whom that concerns, the verb with plain values.

    `id` is stable and unique within its finding.
    """

    id: str
    words: Words = field(hash=False)
    effect: Words = field(hash=False)
    cure: Cure
    values: tuple[tuple[str, str | int | None], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that needs attention.

    `id` is stable: kind and subjects, in a form that survives any edit of names and times. `fingerprint` is a hash of
    the facts: an acknowledgement counts only while it is the same. `title`: a heading without a full stop;
    `message`: what is wrong, where and when; `remedy`: what to do. `minutes`: how long two things clash, or how far
    something is off, where the kind has such a figure. `acknowledged`: who accepted it, why and until when. `ways`: at
    most three cures, the best first.
    """

    id: str
    kind: FindingKind
    severity: Severity
    subjects: tuple[Subject, ...]
    title: Words = field(hash=False)
    message: Words = field(hash=False)
    remedy: Words = field(hash=False)
    fingerprint: str
    place: Place
    minutes: int | None = None
    acknowledged: Acknowledged | None = None
    ways: tuple[WayOut, ...] = ()

    def about(self, identity: str) -> bool:
        """True where `identity` (a session, a person ...) is among the subjects."""
        return any(subject.id == identity for subject in self.subjects)

    def as_json(self) -> dict[str, Any]:
        """The finding in the shape that `check --json` prints."""
        return {
            "id": self.id,
            "kind": str(self.kind),
            "severity": str(self.severity),
            "subjects": [{"type": str(s.type), "id": s.id, "label": s.label} for s in self.subjects],
            "minutes": self.minutes,
            "title": self.title,
            "message": self.message,
            "remedy": self.remedy,
            "place": {"page": str(self.place.page), "id": self.place.id},
            "fingerprint": self.fingerprint,
            "acknowledged": _accepted(self.acknowledged),
            "ways": [_way(way) for way in self.ways],
        }


def _accepted(acknowledged: Acknowledged | None) -> dict[str, Any] | None:
    if acknowledged is None:
        return None
    until = acknowledged.until.isoformat() if acknowledged.until else None
    return {"reason": acknowledged.reason, "by": acknowledged.by, "until": until}


def _way(way: WayOut) -> dict[str, Any]:
    return {"id": way.id, "words": way.words, "effect": way.effect, "cure": str(way.cure), "values": dict(way.values)}

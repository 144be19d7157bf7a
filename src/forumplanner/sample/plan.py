"""The whole sample forum as records: the same arguments always give the same records, keys and texts."""

from dataclasses import dataclass
from random import Random

from forumplanner.domain.kinds import Category, StepKind
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.records import Base
from forumplanner.sample import alliance, ceremonies, delegations, directory, guests, parallel, people, programme
from forumplanner.sample.attendees import Attendee, Crowd, cast
from forumplanner.sample.draft import Draft
from forumplanner.sample.tables import LARGE, SLUG
from forumplanner.store import Store

FEWEST, MOST = 150, 20_000
"""How many participants the sample can have: the cast needs some company, and an office computer has an end."""

DEFAULT = 240


class SampleRefused(PlannerError):
    """A sample of that size can't be made."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    participants: int
    talks: int
    rooms: int

    @property
    def large(self) -> bool:
        """True for a forum whose consular guests are known by name, with many provisional speakers."""
        return self.participants >= LARGE

    @property
    def provisional(self) -> int:
        """How many talks have a speaker who says "probably"."""
        return 17 if self.large else 5


@dataclass(frozen=True, slots=True)
class Plan:
    """Records that are in no file yet; `numbers`: printed code of a participant by its code in the tables."""

    size: Size
    records: tuple[Base, ...]
    numbers: dict[str, str]


def size_of(participants: int = DEFAULT, *, talks: int | None = None, rooms: int = 4) -> Size:
    """Check and complete a wished size; 32 talks for a small forum, 60 for a large one.

    Raises `SampleRefused` with the limits.
    """
    if not FEWEST <= participants <= MOST:
        raise SampleRefused(
            _(
                "A sample forum can't have {number} participants. Choose a number from {fewest} to {most}.",
                number=participants,
                fewest=FEWEST,
                most=MOST,
            )
        )
    talks = (60 if participants >= LARGE else 32) if talks is None else talks
    if not 4 <= rooms <= 60 or not rooms * 4 <= talks <= rooms * 20:
        raise SampleRefused(
            _(
                "{talks} talks don't fit {rooms} parallel forums. Choose 4 to 60 forums with 4 to 20 talks each.",
                talks=talks,
                rooms=rooms,
            )
        )
    return Size(participants, talks, rooms)


def build(participants: int = DEFAULT, *, talks: int | None = None, rooms: int = 4) -> Plan:
    """Make the records of a sample forum of `participants` people and `talks` talks in `rooms` parallel forums.

    Raises `SampleRefused` for a size that can't be.
    """
    size = size_of(participants, talks=talks, rooms=rooms)
    random = Random(f"{SLUG}/{size.participants}/{size.talks}/{size.rooms}")
    known = cast(size.participants)
    crowd = Crowd(random, known)
    speakers = crowd.speakers(size.talks - parallel.special_talks(size.rooms) + parallel.chairs_needed(size.rooms))
    missing = size.participants - len(known) - len(speakers)
    if missing < 0:
        raise SampleRefused(
            _("{talks} talks need more than {number} participants.", talks=size.talks, number=size.participants)
        )
    attendees = [*known, *speakers, *crowd.others(missing, participants=size.participants)]
    draft = Draft()
    directory.add_forum(draft)
    directory.add_institutions(draft)
    people.add_people(draft, attendees)
    directory.add_delegations(
        draft, liaisons=_codes(attendees, Category.STAFF), interpreters=_codes(attendees, Category.INTERPRETER)
    )
    delegations.complete_delegations(draft)
    directory.add_consulates(draft, large=size.large)
    guests.add_guest_side(draft)
    people.add_journeys(draft, attendees, random)
    timetable = parallel.Timetable.of(size.talks, size.rooms)
    programme.add_rooms(draft)
    programme.add_sessions(draft, participants=size.participants, parallel_ends=timetable.end)
    ceremonies.add_ceremonies(draft)
    alliance.add_alliance(draft)
    parallel.add_forums(draft, timetable, speakers, provisional=size.provisional)
    directory.add_track_organisers(draft)
    people.add_badges(draft, attendees, random)
    return Plan(size, tuple(draft.records), draft.numbers)


def _codes(attendees: list[Attendee], category: Category) -> list[str]:
    return [attendee.code for attendee in attendees if attendee.category is category]


def write(store: Store, participants: int = DEFAULT, *, talks: int | None = None, rooms: int = 4) -> Plan:
    """Put a sample forum into an open planner file, in one step that one undo takes back.

    Raises `SampleRefused` for a size that can't be, and what the store raises.
    """
    plan = build(participants, talks=talks, rooms=rooms)
    with store.step(StepKind.MAKE_SAMPLE, people=plan.size.participants) as session:
        session.add_all(plan.records)
    return plan

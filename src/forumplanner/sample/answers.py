"""The answer key of a sample: counts, and the faults that were planted on purpose."""

from collections import Counter
from dataclasses import dataclass

from forumplanner.domain.kinds import Category, ItemKind, SessionKind
from forumplanner.domain.text import DEFAULT_LANGUAGES
from forumplanner.records import (
    Appearance,
    Badge,
    Base,
    ConsularPost,
    Delegation,
    Institution,
    Item,
    Participant,
    Person,
    Room,
    Session,
    Track,
)
from forumplanner.sample.draft import RecordT
from forumplanner.sample.plan import DEFAULT, Plan, build


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault on purpose, by codes of who and where, and minutes (0: no figure).

    `kind`: "head_twice" (the head of a delegation in two places), "room_twice", "arrives_late" or "not_interpreted".
    """

    kind: str
    person: str
    where: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """What a reader of the sample must find; codes are those of the records.

    `missing_english`, `needs_review`: items whose English title is missing or older than the Chinese one.
    `placeholders`: talks with no person, only an institution or words.
    """

    participants: int
    categories: dict[Category, int]
    countries: tuple[str, ...]
    institutions: int
    delegations: int
    consular_posts: int
    parallel_forums: int
    rooms: int
    sessions: int
    talks: int
    provisional: int
    placeholders: int
    missing_english: tuple[str, ...]
    needs_review: tuple[str, ...]
    badges: int
    blanks: int
    native_languages: tuple[str, ...]
    planted: tuple[Planted, ...]


def answer_key(participants: int = DEFAULT, *, talks: int | None = None, rooms: int = 4) -> AnswerKey:
    """The answers for the sample that `write` makes of the same arguments."""
    return of_plan(build(participants, talks=talks, rooms=rooms))


def of_plan(plan: Plan) -> AnswerKey:
    """The answers for a plan."""
    everything = plan.records
    people, badges = _of(everything, Person), _of(everything, Badge)
    items, appearances = _of(everything, Item), _of(everything, Appearance)
    parallel = {s.id for s in _of(everything, Session) if s.kind is SessionKind.PARALLEL}
    reports = {i.id for i in items if i.kind is ItemKind.REPORT and i.code.startswith("PF-")}
    speakers = [a for a in appearances if a.item_id in reports]
    return AnswerKey(
        participants=len(_of(everything, Participant)),
        categories=dict(Counter(p.category for p in _of(everything, Participant))),
        countries=tuple(sorted({p.country for p in people})),
        institutions=len(_of(everything, Institution)),
        delegations=len(_of(everything, Delegation)),
        consular_posts=len(_of(everything, ConsularPost)),
        parallel_forums=min(len(parallel), len(_of(everything, Track))),
        rooms=len(_of(everything, Room)),
        sessions=len(_of(everything, Session)),
        talks=len(reports),
        provisional=sum(a.provisional for a in speakers),
        placeholders=sum(a.participant_id is None for a in speakers),
        missing_english=tuple(sorted(i.code for i in items if i.title.missing(DEFAULT_LANGUAGES))),
        needs_review=tuple(sorted(i.code for i in items if i.title.needs_review("en"))),
        badges=sum(b.participant_id is not None for b in badges),
        blanks=sum(b.participant_id is None for b in badges),
        native_languages=tuple(sorted({p.name.native_language for p in people} - {""})),
        planted=_planted(plan),
    )


def _planted(plan: Plan) -> tuple[Planted, ...]:
    return (
        Planted("head_twice", plan.numbers["h-bd"], ("PF-A-2", "PF-B-2-01"), 20),
        Planted("room_twice", "", ("BRIEF", "PF-A"), 10),
        Planted("arrives_late", plan.numbers["s-pk"], ("PF-C-1-02",), 0),
        Planted("not_interpreted", "", ("OPEN",), 0),
    )


def _of(records: tuple[Base, ...], kind: type[RecordT]) -> list[RecordT]:
    return [record for record in records if isinstance(record, kind)]

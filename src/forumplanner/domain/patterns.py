"""A day from a pattern: a few numbers give opening, keynotes, parallel forums in halves and the breaks between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from forumplanner.domain.kinds import ItemKind, SessionKind
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.domain.times import clock
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import localized, ngettext

LUNCH = 12 * 60
LUNCH_MINUTES = 90
EARLY = 11 * 60
"""A morning that ends before this goes on with the forums, if they end before the lunch would."""
STEP = 5
MOST_FORUMS = 40


class PatternRefused(PlannerError):
    """Numbers that give no day."""


@dataclass(frozen=True, slots=True)
class DayPattern:
    """The numbers of a day. `start`, `end` in minutes since midnight, the others in minutes or how many.

    `opening`: the opening ceremony, 0 for none. `keynotes`: how many, `keynote` minutes each. `parallel`: how many
    forums at once, in `halves` with a tea break of `tea` minutes in between, the same in all rooms. `talk` and
    `discussion`: a talk and what is said about it; the discussion stands as one block at the end of each half.
    `rooms`: in how many rooms; the first is the hall, the forums take the others and the hall last.
    """

    start: int = 9 * 60
    opening: int = 60
    keynotes: int = 4
    keynote: int = 25
    talk: int = 15
    discussion: int = 5
    tea: int = 20
    end: int = 17 * 60 + 30
    parallel: int = 4
    halves: int = 2
    rooms: int = 5


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """A row of the agenda: `start` in minutes since midnight where it does not flow."""

    kind: ItemKind
    title: LocalizedText
    minutes: int
    start: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A stretch of a session; `talks`: how many fit into it beside its items."""

    start: int
    end: int
    title: LocalizedText = EMPTY
    items: tuple[PlannedItem, ...] = ()
    talks: int = 0


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of the day. `room`: counted from 0, None for everybody; `forum`: which parallel forum, from 0."""

    kind: SessionKind
    title: LocalizedText
    start: int
    end: int
    parts: tuple[PlannedPart, ...]
    room: int | None = None
    forum: int | None = None


def plan_day(pattern: DayPattern) -> tuple[PlannedSession, ...]:
    """The sessions of that day in order; the same numbers always give the same day. Raises `PatternRefused`."""
    _check(pattern)
    sessions = list(_morning(pattern))
    done = sessions[-1].end if sessions else pattern.start
    if pattern.parallel:
        sessions += _afternoon(pattern, done)
    if not sessions:
        raise PatternRefused(_("A day needs an opening, keynotes or parallel forums. Choose at least one of them."))
    last = max(session.end for session in sessions)
    if last > pattern.end:
        raise PatternRefused(
            _(
                "The day would end at {last}, after {end}. End it later or shorten something.",
                last=clock(last),
                end=clock(pattern.end),
            )
        )
    return tuple(sessions)


def _check(pattern: DayPattern) -> None:
    numbers = (pattern.opening, pattern.keynotes, pattern.keynote, pattern.tea, pattern.parallel, pattern.discussion)
    if min(numbers) < 0 or pattern.talk < 1 or pattern.halves < 1 or pattern.start < 0:
        raise PatternRefused(_("A number of the day is below zero, or a talk has no minutes. Please look again."))
    if pattern.end <= pattern.start:
        raise PatternRefused(
            _(
                "{end} isn't later than the start {start}. Nothing was changed.",
                start=clock(pattern.start),
                end=clock(pattern.end),
            )
        )
    if pattern.parallel > MOST_FORUMS:
        raise PatternRefused(_("At most {most} parallel forums fit a day.", most=MOST_FORUMS))
    if pattern.parallel > pattern.rooms:
        raise PatternRefused(
            ngettext(
                "{n} parallel forum needs a room of its own, but there are {rooms}.",
                "{n} parallel forums need {n} rooms, but there are {rooms}.",
                pattern.parallel,
                rooms=pattern.rooms,
            )
        )


def _morning(pattern: DayPattern) -> Iterator[PlannedSession]:
    """Opening, photo with tea, keynotes."""
    cursor = pattern.start
    if pattern.opening:
        yield _simple(SessionKind.OPENING, _words("Opening ceremony"), cursor, pattern.opening, room=0)
        cursor += pattern.opening
    if pattern.keynotes and pattern.keynote:
        if pattern.opening and pattern.tea:
            yield _simple(SessionKind.BREAK, _words("Group photo and tea break"), cursor, pattern.tea)
            cursor += pattern.tea
        items = tuple(
            PlannedItem(ItemKind.KEYNOTE, _words("Keynote {n}", n=number + 1), pattern.keynote)
            for number in range(pattern.keynotes)
        )
        minutes = pattern.keynotes * pattern.keynote
        part = PlannedPart(cursor, cursor + minutes, items=items)
        yield PlannedSession(SessionKind.KEYNOTES, _words("Keynotes"), cursor, cursor + minutes, (part,), room=0)


def _afternoon(pattern: DayPattern, done: int) -> Iterator[PlannedSession]:
    """Lunch, if the morning reaches that far, and the parallel forums."""
    begins = done
    morning = done > pattern.start
    if morning and (done >= EARLY or pattern.end > LUNCH + LUNCH_MINUTES):
        lunch = max(LUNCH, done)
        yield _simple(SessionKind.MEAL, _words("Lunch"), lunch, LUNCH_MINUTES)
        begins = lunch + LUNCH_MINUTES
    elif morning and pattern.tea:
        yield _simple(SessionKind.BREAK, _words("Tea break"), begins, pattern.tea)
        begins += pattern.tea
    parts = _halves(pattern, begins)
    for number in range(pattern.parallel):
        title = _words("Parallel forum {code}", code=letter(number))
        room = (number + 1) % pattern.rooms
        yield PlannedSession(SessionKind.PARALLEL, title, begins, pattern.end, parts, room, number)


def _halves(pattern: DayPattern, begins: int) -> tuple[PlannedPart, ...]:
    """Equal halves to five minutes, the first takes what is left over; tea ends all but the last; each holds a talk."""
    whole = pattern.end - begins - pattern.tea * (pattern.halves - 1)
    share = whole // pattern.halves // STEP * STEP
    if share < max(STEP, pattern.talk + pattern.discussion):
        raise PatternRefused(
            _(
                "Only {minutes} minutes are left for the parallel forums. End the day later or shorten the morning.",
                minutes=max(0, pattern.end - begins),
            )
        )
    parts, cursor = [], begins
    for number in range(pattern.halves):
        minutes = whole - share * (pattern.halves - 1) if number == 0 else share
        tea = pattern.tea if number < pattern.halves - 1 else 0
        talks = minutes // (pattern.talk + pattern.discussion)
        items = []
        if talks and pattern.discussion:
            items.append(PlannedItem(ItemKind.DISCUSSION, _words("Discussion"), talks * pattern.discussion))
        if tea:
            items.append(PlannedItem(ItemKind.TEA, _words("Tea break"), tea, cursor + minutes))
        parts.append(PlannedPart(cursor, cursor + minutes + tea, _half_title(pattern, number), tuple(items), talks))
        cursor += minutes + tea
    return tuple(parts)


def _half_title(pattern: DayPattern, number: int) -> LocalizedText:
    if pattern.halves == 1:
        return EMPTY
    if pattern.halves == 2:
        return _words("First half") if number == 0 else _words("Second half")
    return _words("Part {n}", n=number + 1)


def _simple(
    kind: SessionKind, title: LocalizedText, start: int, minutes: int, room: int | None = None
) -> PlannedSession:
    return PlannedSession(kind, title, start, start + minutes, (PlannedPart(start, start + minutes),), room)


def _words(message: str, /, **values: object) -> LocalizedText:
    return LocalizedText.of(localized(message, **values))


def letter(number: int) -> str:
    """The code of a parallel forum: A, B ... Z, AA, AB ..."""
    return ("" if number < 26 else letter(number // 26 - 1)) + chr(65 + number % 26)

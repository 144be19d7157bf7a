"""Ways out of a finding: at most three cures, each with its button, what it moves, and the verb that applies it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from forumplanner.checks.facts import Engagement, TimedItem, TimedPart, TimedSession
from forumplanner.checks.live import LiveChecks
from forumplanner.checks.places import Offer, offers
from forumplanner.checks.standing_in import instead
from forumplanner.checks.substitutes import substitutes, swaps
from forumplanner.checks.wording import item_name, person_name, role_name, room_name, session_called
from forumplanner.domain import times
from forumplanner.domain.kinds import CHAIRING_ROLES, Mode
from forumplanner.i18n import LANGUAGES, count_localized, localized
from forumplanner.snapshots.checks import CheckedAppearance, CheckedForum
from forumplanner.snapshots.findings import Cure, Finding, FindingKind, SubjectKind, WayOut, Words

WAYS: Final = 3
WITH_WAYS: Final = 24
"""So many findings get their ways out at once; of the others `Ways.of` is asked when somebody looks at them."""


def with_ways(findings: Iterable[Finding], snapshot: CheckedForum, *, most: int = WITH_WAYS) -> list[Finding]:
    """The findings, the first `most` of those that have ways out with them."""
    ways = Ways(snapshot)
    done: list[Finding] = []
    left = most
    for finding in findings:
        found = ways.of(finding) if left and finding.kind in _MAKERS else ()
        left -= bool(found)
        done.append(replace(finding, ways=found) if found else finding)
    return done


class Ways:
    """The ways out of findings of one forum, each worked out when it is asked for."""

    def __init__(self, snapshot: CheckedForum) -> None:
        self.live = LiveChecks(snapshot)
        self.facts = self.live.facts

    def of(self, finding: Finding) -> tuple[WayOut, ...]:
        """At most three, the best first; none where only a person can tell what to do."""
        maker = _MAKERS.get(finding.kind)
        return tuple(islice(maker(self, finding), WAYS)) if maker else ()

    def session(self, finding: Finding) -> TimedSession | None:
        """The last session that a finding is about: of two that clash the later one."""
        ids = [subject.id for subject in finding.subjects if subject.type is SubjectKind.SESSION]
        return self.facts.timed.get(ids[-1]) if ids else None

    def row(self, finding: Finding, number: int = 0) -> tuple[TimedSession, TimedPart, TimedItem] | None:
        """One of the items that a finding is about, with its part and session."""
        ids = [subject.id for subject in finding.subjects if subject.type is SubjectKind.ITEM]
        timed = self.session(finding)
        if timed is None or number >= len(ids):
            return None
        rows = ((timed, part, row) for part in timed.parts for row in part.items)
        return next((found for found in rows if found[2].item.id == ids[number]), None)

    def minute(self, timed: TimedSession, at: dt.datetime) -> int:
        """Minutes since midnight of the session's day."""
        zone = self.facts.forum.zone
        day = timed.session.day or times.conference_day(timed.session.start or at, zone)
        return times.minutes_of(at, day, zone)


Maker = Callable[[Ways, Finding], Iterator[WayOut]]


def _way(cure: Cure, words: Words, effect: Words, **values: str | int | None) -> WayOut:
    identity = ":".join([str(cure), *(str(value) for value in values.values())])
    return WayOut(identity, words, effect, cure, tuple(values.items()))


# --- sessions elsewhere or at another time


def _other_room(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    if timed := ways.session(finding):
        for offer in offers(ways.live, timed.session.id, slots=False):
            yield _placed(ways, timed, offer)


def _other_place(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    """Another room at the same time or another time, of either session; what fewer people notice stands first."""
    sessions = [subject.id for subject in finding.subjects if subject.type is SubjectKind.SESSION]
    found = [
        (len(offer.concerned), -place, offer)
        for place, session in enumerate(sessions)
        for rooms in (True, False)
        for offer in offers(ways.live, session, rooms=rooms, slots=not rooms, most=1)
    ]
    for _people, _place, offer in sorted(found, key=lambda one: one[:2]):
        yield _placed(ways, ways.facts.timed[offer.session_id], offer)


def _other_time(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    if timed := ways.session(finding):
        for offer in offers(ways.live, timed.session.id, rooms=False):
            yield _placed(ways, timed, offer)


def _placed(ways: Ways, timed: TimedSession, offer: Offer) -> WayOut:
    told: dict[str, object] = {"session": session_called(timed.session), "time": times.clock(offer.start)}
    effect = _moves(len(offer.concerned))
    room = ways.facts.rooms.get(offer.room)
    same_room = offer.room == (timed.session.rooms[0] if timed.session.rooms else "")
    if offer.shift == 0 and room:
        words = (
            localized(
                "Move {session} to {room} (free, {seats} seats)", **told, room=room_name(room), seats=room.capacity
            )
            if room.capacity
            else localized("Move {session} to {room} (free)", **told, room=room_name(room))
        )
        return _way(Cure.PUT_IN_ROOM, words, effect, session_id=timed.session.id, room_id=room.id)
    told["day"] = {tag: times.day_short(offer.day, tag) for tag in LANGUAGES}
    if offer.shift is None:
        words = localized("Move {session} to {day} {time}", **told)
    else:
        words = localized("Start {session} at {time}", **told)
    values: dict[str, str | int | None] = {"day": offer.day.isoformat(), "start": offer.start}
    if room and not same_room:
        words = localized("{way}, {room}", way=words, room=room_name(room))
        values["room_id"] = room.id
    return _way(Cure.PLACE_SESSION, words, effect, session_id=timed.session.id, **values)


def _moves(people: int) -> Words:
    if not people:
        return localized("Moves 1 session in which nobody appears yet")
    return count_localized("Moves 1 session, {n} person to be told", "Moves 1 session, {n} people to be told", people)


# --- people


def _somebody_else(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    """Two talks change places; another chair where a task is to lead; another time for the later session."""
    yield from islice(_swapped(ways, finding), 1)
    yield from islice(_other_time(ways, finding), 1)
    for engagement in _clashing(ways, finding):
        if engagement.appearance.role in CHAIRING_ROLES:
            for person in substitutes(ways.facts, engagement):
                yield _way(
                    Cure.SET_PERSON,
                    localized(
                        "Other {role}: {person}",
                        role={tag: word.lower() for tag, word in role_name(engagement.appearance.role).items()},
                        person=person_name(person),
                    ),
                    localized(
                        "{person} is free then; 2 people to be told, in {session}",
                        person=person_name(person),
                        session=session_called(engagement.timed.session),
                    ),
                    appearance_id=engagement.appearance.id,
                    participant_id=person.id,
                )


def _swapped(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    """Talks of the same length that could change places with the one in question."""
    for engagement in _clashing(ways, finding):
        for swap in swaps(ways.facts, engagement):
            if engagement.item and swap.other.start:
                yield _way(
                    Cure.SWAP_ITEMS,
                    localized(
                        "Swap with “{item}” at {time}",
                        item=item_name(swap.other.item),
                        time=times.clock(ways.minute(swap.session, swap.other.start)),
                    ),
                    count_localized(
                        "Moves 2 items, {n} person to be told",
                        "Moves 2 items, {n} people to be told",
                        len(swap.concerned),
                    ),
                    item_id=engagement.item.id,
                    other_id=swap.other.item.id,
                )


def _swap_or_other_time(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    yield from islice(_swapped(ways, finding), 2)
    yield from _other_time(ways, finding)


def _clashing(ways: Ways, finding: Finding) -> list[Engagement]:
    """The engagements that a clash of one person is about, those at the very times it names."""
    people = [subject.id for subject in finding.subjects if subject.type is SubjectKind.PARTICIPANT]
    stretches = {(s.id, s.start, s.end) for s in finding.subjects if s.type is SubjectKind.SESSION}
    of_person = ways.facts.engagements.get(people[0], ()) if people else ()
    return [e for e in of_person if (e.timed.session.id, e.start, e.end) in stretches]


def _confirm(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    if timed := ways.session(finding):
        for appearance in _appearances(timed):
            person = ways.facts.people.get(appearance.participant_id or "")
            if appearance.provisional and person:
                yield _way(
                    Cure.CONFIRM_APPEARANCE,
                    localized("Confirm {person}", person=person_name(person)),
                    localized("Papers print the name without a mark"),
                    appearance_id=appearance.id,
                )


def _appearances(timed: TimedSession) -> Iterator[CheckedAppearance]:
    for part in timed.parts:
        yield from part.part.appearances
        for row in part.items:
            yield from row.item.appearances


def _recording(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    for engagement in _clashing(ways, finding):
        yield _way(
            Cure.SET_MODE,
            localized("Play a recording"),
            localized("{person} sends a video; nothing moves", person=person_name(engagement.person)),
            appearance_id=engagement.appearance.id,
            mode=str(Mode.VIDEO),
        )
    yield from _swap_or_other_time(ways, finding)


# --- what fills a session


def _follow(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    """The later item follows the one before it; or the first is as short as it has to be."""
    found = ways.row(finding, 1) or ways.row(finding)
    if found is None:
        return
    _timed, _part, row = found
    yield _way(
        Cure.START_ITEM,
        localized("Let “{item}” follow at once", item=item_name(row.item)),
        localized("It starts when the item before it ends; the rest flows"),
        item_id=row.item.id,
        start=None,
    )
    first = ways.row(finding)
    if finding.kind is FindingKind.ITEM_OVERLAP and first and first[2].item.minutes and finding.minutes:
        yield from _shorten(first[2], finding.minutes)


def _shorten(row: TimedItem, by: int) -> Iterator[WayOut]:
    left = (row.item.minutes or 0) - by
    if left > 0:
        yield _way(
            Cure.SET_MINUTES,
            count_localized(
                "Shorten “{item}” to {n} minute", "Shorten “{item}” to {n} minutes", left, item=item_name(row.item)
            ),
            localized("Nothing else moves"),
            item_id=row.item.id,
            minutes=left,
        )


def _make_room(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    """The last item shorter, or a later end of the part or session."""
    found = ways.row(finding)
    if found is None or not finding.minutes:
        return
    timed, part, row = found
    yield from _shorten(row, finding.minutes)
    end = row.end
    if end is None:
        return
    told = {"time": times.clock(ways.minute(timed, end)), "session": session_called(timed.session)}
    if part.number == len(timed.parts) and not part.part.end:
        moved = ways.live.moved(timed.session.id, start=timed.session.start, end=end)
        if not any(other.kind in _CLASHES for other in moved):
            yield _way(
                Cure.END_SESSION,
                localized("End {session} at {time}", **told),
                localized("Its room and its people are free then"),
                session_id=timed.session.id,
                end=ways.minute(timed, end),
            )


_CLASHES: Final = frozenset({FindingKind.ROOM_OVERLAP, FindingKind.PERSON_OVERLAP, FindingKind.HEAD_OVERLAP})


def _later_part(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    timed = ways.session(finding)
    parts = [subject.id for subject in finding.subjects if subject.type is SubjectKind.PART]
    if timed is None or len(parts) < 2:
        return
    first, second = (next(part for part in timed.parts if part.part.id == key) for key in parts[:2])
    if first.part.end:
        start = ways.minute(timed, first.part.end)
        yield _way(
            Cure.START_PART,
            localized("Start part {number} at {time}", number=second.number, time=times.clock(start)),
            localized("Its items without a start of their own move along"),
            part_id=second.part.id,
            start=start,
        )


def _minutes(_ways: Ways, finding: Finding) -> Iterator[WayOut]:
    for subject in finding.subjects:
        if subject.type is SubjectKind.ITEM:
            yield _way(
                Cure.SET_MINUTES,
                localized("Set {n} minutes", n=_USUAL),
                localized("What follows in its part moves along"),
                item_id=subject.id,
                minutes=_USUAL,
            )


_USUAL: Final = 15


def _instead(ways: Ways, finding: Finding) -> Iterator[WayOut]:
    yield from instead(ways.facts, finding)


_MAKERS: Final[Mapping[FindingKind, Maker]] = {
    FindingKind.ROOM_OVERLAP: _other_place,
    FindingKind.ROOM_CLOSED: _other_place,
    FindingKind.ROOM_TOO_SMALL: _other_room,
    FindingKind.SESSION_WITHOUT_ROOM: _other_room,
    FindingKind.PERSON_OVERLAP: _somebody_else,
    FindingKind.HEAD_OVERLAP: _somebody_else,
    FindingKind.WALK_SHORT: _somebody_else,
    FindingKind.ARRIVES_AFTER: _swap_or_other_time,
    FindingKind.ARRIVES_CLOSE: _swap_or_other_time,
    FindingKind.LEAVES_BEFORE: _swap_or_other_time,
    FindingKind.LEAVES_CLOSE: _swap_or_other_time,
    FindingKind.ONLINE_AT_NIGHT: _recording,
    FindingKind.OVER_LUNCH: _other_time,
    FindingKind.ITEM_OVERLAP: _follow,
    FindingKind.ITEM_OUTSIDE_SESSION: _follow,
    FindingKind.SESSION_GAP: _follow,
    FindingKind.SESSION_OVERRUN: _make_room,
    FindingKind.PART_OVERLAP: _later_part,
    FindingKind.ENDS_BEFORE_START: _minutes,
    FindingKind.DECLINED_ON_PROGRAMME: _instead,
    FindingKind.APPEARANCE_PROVISIONAL: _confirm,
    FindingKind.RELEASED_UNCONFIRMED: _confirm,
}

"""What each person holds of the programme against what the plan says now, as news in words of both languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.telling import Change, Due, Told, Wanted, step
from forumplanner.invitations.differences import House
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.knowing import InHands, KnowingFacts, Slot
from forumplanner.snapshots.must_know import Concerned, News, Spot, What
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.telling import TellingPlan

_BETWEEN: Final = " / "
"""Stands between the languages of a calendar entry's title and place."""

_WHATS: Final = {Change.UPDATE: What.MOVED, Change.NEW: What.NEW, Change.CANCEL: What.CANCELLED}

_GONE: Final = frozenset({What.CANCELLED, What.LEFT, What.OPEN})

Around = tuple[tuple[str, str], ...]
"""What a calendar writes before and after the room, by language: venue and city, which say nothing in a change."""


@dataclass(frozen=True)
class Sheet:
    """The plan by its keys: what each was told, and each session as it is and as people hold it."""

    house: House
    around: Around
    events: Mapping[str, CalendarEvent]
    wanted: Mapping[str, Sequence[Wanted]]
    told: Mapping[str, Mapping[str, Told]]
    notes: frozenset[tuple[str, str]]
    minor: frozenset[tuple[str, str]]
    now: Mapping[str, Slot]
    held: Mapping[str, Slot]
    parts: Mapping[str, Mapping[str, frozenset[str]]]
    held_parts: Mapping[str, Mapping[str, frozenset[str]]]

    @classmethod
    def of(cls, plan: TellingPlan, facts: KnowingFacts) -> "Sheet":
        """Everything looked up once."""
        wanted: defaultdict[str, list[Wanted]] = defaultdict(list)
        for want in plan.wanted:
            wanted[want.participant_id].append(want)
        told: defaultdict[str, dict[str, Told]] = defaultdict(dict)
        for last in plan.told:
            told[last.participant_id][last.session_id] = last
        held = _slots(facts.since)
        now = {slot.session_id: slot for slot in facts.now}
        events = {event.session_id: event for event in plan.plan.events}
        return cls(
            house=House(plan),
            around=_around(events.values(), now, len(plan.languages)),
            events=events,
            wanted=wanted,
            told=told,
            notes=frozenset(
                (person.participant_id, own.session_id)
                for person in plan.plan.people
                for own in person.sessions
                if own.note
            ),
            minor=plan.minor,
            now=now,
            held=held,
            parts=_parts(now.values()),
            held_parts=_parts(held.values()),
        )

    def of_due(self, one: Due) -> News:
        """The news of a mail."""
        now = self._now(one.session_id) if one.change is not Change.CANCEL else None
        was = self._was(one.was) if one.was is not None and one.change is not Change.NEW else None
        what = _WHATS[one.change]
        if what is What.MOVED and _is_same(was, now):
            what = What.PART
        if what is What.CANCELLED:
            what = self._gone(one.session_id)
        return News(one.session_id, what, self._title(one.session_id, one.was), was, now)

    def by_mouth(self, person: str) -> Iterator[News]:
        """What somebody must be told by mouth, in the order of the programme, what is gone last."""
        wanted, told = self.wanted.get(person, ()), self.told.get(person, {})
        present = {want.session_id for want in wanted}
        for want in wanted:
            last = told.get(want.session_id)
            change = step(last.fingerprint, want.fingerprint) if last else step("", want.shared)
            if (want.session_id, change) not in self.minor:
                yield from self._since_told(want, last) if last else self._since_held(person, want.session_id)
        for session, last in told.items():
            if session not in present and not last.over:
                yield News(session, self._gone(session), self._title(session, last), self._was(last), None)
        for session, slot in self.held.items():
            if session not in present and session not in told and self._held_it(person, slot):
                yield News(session, self._gone(session), slot.title, _spot(slot), None)

    def _since_told(self, want: Wanted, last: Told) -> Iterator[News]:
        session, now = want.session_id, self._now(want.session_id)
        if last.over:
            yield News(session, What.NEW, self._title(session), None, now)
            return
        known = Due(want.participant_id, session, Change.UPDATE, "", was=last)
        if last.fingerprint == want.fingerprint or self.house.is_all(known):
            return
        was = self._was(last)
        if not _is_same(was, now):
            yield News(session, What.MOVED, self._title(session), was, now)
        elif (want.participant_id, session) in self.notes:  # what only others do there is no reason for a call
            yield News(session, What.PART, self._title(session), was, now)

    def _since_held(self, person: str, session: str) -> Iterator[News]:
        slot, held = self.now.get(session), self.held.get(session)
        if slot is None or not self.held:
            return
        now = self._now(session)
        has, had = (parts.get(person, {}).get(session, frozenset()) for parts in (self.parts, self.held_parts))
        if held is None or _spot(held) is None or not (had or held.for_all):
            if held is None or has or _spot(held) is None:
                yield News(session, What.NEW, slot.title, None, now)
            return
        if (held.start, held.end, held.place) != (slot.start, slot.end, slot.place):
            yield News(session, What.MOVED, slot.title, _spot(held), now)
        elif has != had or (has and held.url != slot.url):
            yield News(session, What.PART, slot.title, _spot(held), now)

    def _held_it(self, person: str, slot: Slot) -> bool:
        """Whether a session stood in the programme that this person holds, with a time."""
        mine = slot.for_all or bool(self.held_parts.get(person, {}).get(slot.session_id))
        return mine and _spot(slot) is not None

    def _gone(self, session: str) -> What:
        """Why a session no longer stands in somebody's programme."""
        slot = self.now.get(session)
        if slot is None:
            return What.CANCELLED
        return What.LEFT if session in self.events else What.OPEN

    def _now(self, session: str) -> Spot | None:
        event, slot = self.events.get(session), self.now.get(session)
        if event is None:
            return _spot(slot) if slot else None
        place = slot.place if slot else _bare(event.location, self.around)
        return Spot(event.start, event.end, event.zone, place)

    def _was(self, last: Told) -> Spot | None:
        if last.start is None or last.end is None:
            return None
        event, slot = self.events.get(last.session_id), self.now.get(last.session_id)
        stays = event is not None and slot is not None and event.location == last.location
        place = slot.place if stays and slot else _bare(last.location, self.around)
        return Spot(last.start, last.end, last.zone, place)

    def _title(self, session: str, last: Told | None = None) -> Lines:
        slot = self.now.get(session) or self.held.get(session)
        if slot is not None:
            return slot.title
        event = self.events.get(session)
        return in_languages(event.summary if event else last.summary if last else "", len(self.around))


def _slots(hands: InHands | None) -> dict[str, Slot]:
    return {slot.session_id: slot for slot in hands.slots} if hands else {}


def _parts(slots: Iterable[Slot]) -> dict[str, dict[str, frozenset[str]]]:
    """Who has which parts in which session."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for slot in slots:
        for person, code in slot.parts:
            found[person][slot.session_id].add(code)
    return {
        person: {session: frozenset(codes) for session, codes in sessions.items()} for person, sessions in found.items()
    }


def _spot(slot: Slot) -> Spot | None:
    return Spot(slot.start, slot.end, slot.zone, slot.place) if slot.start and slot.end else None


def _is_same(was: Spot | None, now: Spot | None) -> bool:
    return was is not None and now is not None and (was.start, was.end, was.place) == (now.start, now.end, now.place)


def in_languages(text: str, languages: int) -> Lines:
    """One text per language out of the line that a calendar shows; the whole line where it can't be told apart."""
    parts = text.split(_BETWEEN)
    return tuple(parts) if len(parts) == languages else (text,) * languages


def _around(events: Iterable[CalendarEvent], now: Mapping[str, Slot], languages: int) -> Around:
    """Found where an entry names the room as the programme does; ("", "") for a language without."""
    found = [("", "")] * languages
    for event in events:
        slot = now.get(event.session_id)
        for place, line in enumerate(in_languages(event.location, languages)):
            room = slot.place[place] if slot and slot.place else ""
            before, hit, after = line.partition(room) if room else ("", "", "")
            if hit and len(before) + len(after) > sum(map(len, found[place])):
                found[place] = before, after
    return tuple(found)


def _bare(location: str, around: Around) -> Lines:
    """The place without what is the same everywhere."""
    lines = in_languages(location, len(around))
    return tuple(
        line.removeprefix(before).removesuffix(after) for line, (before, after) in zip(lines, around, strict=True)
    )


def to_keep(concerned: Concerned, plan: TellingPlan) -> tuple[Due, ...]:
    """What is to be kept once somebody was told by mouth: the same as a mail would, without a mailbox."""
    told = {one.session_id: one for one in plan.told if one.participant_id == concerned.participant_id}
    kept = (_kept(concerned.participant_id, news, told.get(news.session_id)) for news in concerned.news)
    return tuple(one for one in kept if one)


def _kept(person: str, news: News, last: Told | None) -> Due | None:
    if news.what not in _GONE:
        return Due(person, news.session_id, Change.NEW if news.what is What.NEW else Change.UPDATE, "", was=last)
    if last is None:
        if news.was is None:
            return None
        # Nobody's calendar ever held it under this UID, so no answer to it can come.
        uid = f"{news.session_id}.{person}@told.invalid"
        title, place = (_BETWEEN.join(dict.fromkeys(lines)) for lines in (news.title, news.was.place))
        was = news.was
        last = Told(person, news.session_id, uid, 0, "", "", title, place, was.start, was.end, was.zone)
    return Due(person, news.session_id, Change.CANCEL, "", was=last)

"""Puts together the rows of each itinerary: sessions for all, own sessions with the tasks in them, journeys."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from forumplanner.domain.kinds import Access, Direction, ItemKind, Role, SessionKind
from forumplanner.domain.labels import label
from forumplanner.domain.times import conference_day, instant, local_clock, minutes_of, zone
from forumplanner.i18n import in_language
from forumplanner.queries.calendar import is_for_all
from forumplanner.queries.calendar_text import Row, joined, rows_of
from forumplanner.snapshots.checks import CheckedAppearance, CheckedForum, CheckedSession
from forumplanner.snapshots.itinerary import Stop, StopKind
from forumplanner.snapshots.paper import Lines

IN_PERSON: Final = frozenset(
    {
        SessionKind.REGISTRATION,
        SessionKind.MEAL,
        SessionKind.BANQUET,
        SessionKind.RECEPTION,
        SessionKind.TRANSFER,
        SessionKind.VISIT,
    }
)
"""Sessions that nobody can attend from afar; they stand on the card of everybody who comes."""

SPEECHES: Final = frozenset(
    {
        ItemKind.ADDRESS,
        ItemKind.VIDEO_ADDRESS,
        ItemKind.KEYNOTE,
        ItemKind.REPORT,
        ItemKind.SUMMARY,
    }
)
TURNS: Final = frozenset({ItemKind.WELCOME, ItemKind.INTRODUCTION, ItemKind.DECLARATION})
"""Items that whoever speaks in them gives, and items that they do: Chinese names the latter by a verb."""


class Held(NamedTuple):
    """A stop with its instants and link. `session`: of which session it is; `in_person`: nobody attends from afar."""

    stop: Stop
    session: str
    at: dt.datetime | None
    end: dt.datetime | None
    url: str
    in_person: bool


class Trip(NamedTuple):
    """A journey as it stands on a card, and its instant where that is known."""

    stop: Stop
    at: dt.datetime | None


class Plan:
    """All stops of a forum's programme. `rooms`: name and floor by id; `live`: the link where everybody gathers."""

    def __init__(self, entered: CheckedForum, rooms: Mapping[str, Lines], live: str) -> None:
        self._tags = entered.languages
        self._rooms = rooms
        self._live = live
        self._letters = {track.id: track.code for track in entered.tracks}
        self._sessions: dict[str, Held] = {}
        self._common: list[str] = []
        self._tasks: defaultdict[str, list[Held]] = defaultdict(list)
        for session in entered.sessions:
            self._sessions[session.id] = self._held(session)
            if _gathers(session):
                self._common.append(session.id)
            for person, task in self._tasks_of(session):
                self._tasks[person].append(task)

    def stops(self, participant_id: str, journeys: Iterable[Trip], *, clock: str | None = None) -> tuple[Stop, ...]:
        """Everything on a person's card by time; `clock`: of somebody online, the own zone ("" where it is unknown).

        What everybody attends is left out where it ends before the person lands or begins after they have left.
        """
        tasks, trips = self._tasks.get(participant_id, []), list(journeys)
        said = {(task.session, task.stop.start, task.stop.title) for task in tasks}
        common = self._common if clock is not None else [key for key in self._common if self._is_there(key, trips)]
        keys = dict.fromkeys((*common, *(task.session for task in tasks)))
        held = [self._sessions[key] for key in keys]
        held = [one for one in held if (one.session, one.stop.start, one.stop.title) not in said]
        if clock is None:
            stops = [*(trip.stop for trip in trips), *(one.stop for one in (*held, *tasks))]
        else:
            stops = [_from_afar(one, clock) for one in (*held, *tasks) if not one.in_person]
        return tuple(sorted(stops, key=_place_in_time))

    def _is_there(self, key: str, trips: Sequence[Trip]) -> bool:
        held = self._sessions[key]
        lands = min((trip.at for trip in trips if trip.at and trip.stop.kind is StopKind.ARRIVAL), default=None)
        leaves = max((trip.at for trip in trips if trip.at and trip.stop.kind is StopKind.DEPARTURE), default=None)
        too_early = lands is not None and held.end is not None and held.end <= lands
        return not too_early and not (leaves is not None and held.at is not None and held.at >= leaves)

    def _held(self, session: CheckedSession) -> Held:
        titles = tuple(session.title.get(tag) for tag in self._tags)
        title = titles if any(titles) else tuple(label(session.kind, tag) for tag in self._tags)
        day, start = _when(session, session.start)
        stop = Stop(StopKind.SESSION, day, start, title, self._place(session))
        url = session.url or (self._live if is_for_all(session) else "")
        return Held(stop, session.id, session.start, session.end, url, session.kind in IN_PERSON)

    def _place(self, session: CheckedSession) -> Lines:
        """All rooms with their floors, as the mails name them too, behind the letter of a parallel forum."""
        rooms = [self._rooms[room] for room in session.rooms if room in self._rooms]
        spot = tuple(joined((room[place] for room in rooms), tag) for place, tag in enumerate(self._tags))
        spot = spot if any(spot) else tuple(session.place.get(tag) for tag in self._tags)
        letter = self._letters.get(session.track_id or "", "")
        if not letter:
            return spot
        forums = (in_language(tag, "Forum {letter}", letter=letter) for tag in self._tags)
        return tuple(
            ("\u3000" if tag.startswith("zh") else ", ").join(filter(None, (forum, room)))
            for tag, forum, room in zip(self._tags, forums, spot, strict=True)
        )

    def _tasks_of(self, session: CheckedSession) -> Iterator[tuple[str, Held]]:
        rows = rows_of(session)
        for part in session.parts:
            items = rows[part.id]
            start = part.start or next((row.start for row in items if row.start), session.start)
            titles = tuple(part.title.get(tag) for tag in self._tags)
            for one in part.appearances:
                if one.participant_id:
                    yield one.participant_id, self._task(session, one, start, titles, None)
            for row in items:
                titles = tuple(row.item.title.get(tag) for tag in self._tags)
                for one in row.item.appearances:
                    if one.participant_id:
                        yield one.participant_id, self._task(session, one, row.start, titles, row)

    def _task(
        self, session: CheckedSession, one: CheckedAppearance, at: dt.datetime | None, titles: Lines, row: Row | None
    ) -> Held:
        whole = self._sessions[session.id]
        kind, deed = _deed(one.role, row)
        day, start = _when(session, at)
        lasts = row.item.minutes or _between(row) if row is not None and one.role is Role.SPEAKER else None
        stop = Stop(
            kind,
            day,
            start,
            titles if any(titles) else whole.stop.title,
            whole.stop.place,
            tuple(label(deed, tag) for tag in self._tags),
            minutes=lasts,
        )
        url = (row.item.url if row is not None else "") or whole.url
        return Held(stop, session.id, at, row.end if row is not None else None, url, in_person=False)


def _deed(role: Role, row: Row | None) -> tuple[StopKind, ItemKind | Role]:
    """What a speaker's item is (address, keynote) says more than "speaker"."""
    if row is None or role is not Role.SPEAKER or row.item.kind not in SPEECHES | TURNS:
        return StopKind.PART, role
    return StopKind.SPEECH if row.item.kind in SPEECHES else StopKind.TURN, row.item.kind


def _gathers(session: CheckedSession) -> bool:
    """Whether everybody is expected: what stands in all calendars, and meals, coaches and visits open to all."""
    together = session.kind in IN_PERSON and session.access is Access.OPEN and session.track_id is None
    return is_for_all(session) or together


def _when(session: CheckedSession, at: dt.datetime | None) -> tuple[dt.date | None, int | None]:
    day = session.day or (conference_day(at, session.zone) if at else None)
    return day, minutes_of(at, day, session.zone) if at and day else None


def _between(row: Row) -> int | None:
    return round((row.end - row.start).total_seconds() / 60) if row.start and row.end else None


def _from_afar(held: Held, clock: str) -> Stop:
    """The stop with its link and, where the own zone is known, what a clock there shows."""
    stop = held.stop
    local = local_clock(held.at, clock) if held.at and clock else ""
    if local and held.at and stop.day and stop.start is not None:
        there = held.at.astimezone(zone(clock)).date()
        if there != stop.day + dt.timedelta(days=stop.start // (24 * 60)):
            local = f"{there:%m-%d} {local}"
    return Stop(
        stop.kind,
        stop.day,
        stop.start,
        stop.title,
        stop.place,
        stop.deed,
        stop.minutes,
        url=held.url,
        local=local,
    )


def _place_in_time(stop: Stop) -> tuple[bool, dt.date, bool, int, bool]:
    """By day and time; what has none comes last, a session before what the person does in it."""
    return stop.day is None, stop.day or dt.date.min, stop.start is None, stop.start or 0, stop.own


def journey(
    direction: Direction, at: dt.datetime | None, zone_name: str, carrier: str, place: str, written: str, tags: Lines
) -> Trip:
    """An arrival or departure by calendar and clock of the forum's city, since tickets know no conference day."""
    wall = at.astimezone(zone(zone_name)) if at else None
    kind = StopKind.ARRIVAL if direction is Direction.ARRIVAL else StopKind.DEPARTURE
    day, start = (wall.date(), wall.hour * 60 + wall.minute) if wall else (None, None)
    return Trip(Stop(kind, day, start, place=(place,) * len(tags), carrier=carrier, as_written=written), at)


def ahead(zone_name: str, other: str, on: dt.date) -> int:
    """By how many minutes a clock in `other` is ahead of one in `zone_name` at noon of a day."""
    noon = instant(on, 12 * 60, zone_name)
    there = noon.astimezone(zone(other)).replace(tzinfo=None) - noon.astimezone(zone(zone_name)).replace(tzinfo=None)
    return round(there.total_seconds() / 60)

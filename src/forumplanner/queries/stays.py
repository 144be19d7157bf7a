"""Reads people's stays as calendars show them: the days from each one's first session to their last."""

from collections.abc import Iterable, Mapping
from typing import Final

from forumplanner.domain.telling import Wanted
from forumplanner.domain.times import conference_day, instant
from forumplanner.queries.calendar_facts import facts_of_event, fingerprint
from forumplanner.records import Forum
from forumplanner.snapshots.calendar import Attendance, CalendarEvent, CalendarPlan

_WHOLE_DAY: Final = 24 * 60


def of(plan: CalendarPlan, forum: Forum) -> dict[str, CalendarEvent]:
    """By participant: the stay, for whoever has a session with a time. It makes nobody busy.

    Whole days, so that a session moved within its day is one mail and not two.
    """
    events = {event.session_id: event for event in plan.events}
    title, place = " / ".join(plan.title), _place(forum)

    def stay(own: Iterable[Attendance]) -> CalendarEvent:
        times = [events[one.session_id] for one in own]
        first, last = min(event.start for event in times), max(event.end for event in times)
        start = instant(conference_day(first, forum.zone), 0, forum.zone)
        end = max(last, instant(conference_day(last, forum.zone), _WHOLE_DAY, forum.zone))
        return CalendarEvent(plan.forum_id, start, end, forum.zone, title, place, busy=False)

    return {person.participant_id: stay(person.sessions) for person in plan.people if person.sessions}


def wanted(plan: CalendarPlan, stays: Mapping[str, CalendarEvent]) -> tuple[Wanted, ...]:
    """What each person's calendar says now of their stay."""
    said = {event: fingerprint(facts_of_event(event, plan), "") for event in set(stays.values())}
    return tuple(Wanted(person, plan.forum_id, said[event], said[event]) for person, event in stays.items())


def _place(forum: Forum) -> str:
    """Where the forum takes place, in its languages."""
    lines = [", ".join(filter(None, (forum.venue.get(tag), forum.city.get(tag)))) for tag in forum.languages]
    return " / ".join(dict.fromkeys(filter(None, lines)))

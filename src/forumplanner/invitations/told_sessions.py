"""Each session with what was told of it: who answered how, and who still goes by another time or place."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.replies import Participation
from forumplanner.domain.telling import Told, Whose
from forumplanner.invitations.held import in_languages
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.telling import TellingPlan
from forumplanner.snapshots.told import Stand, ToldPerson, ToldSession

_STEPS = {
    InvitationStatus.ACCEPTED: Stand.ACCEPTED,
    InvitationStatus.ATTENDED: Stand.ACCEPTED,
    InvitationStatus.DECLINED: Stand.DECLINED,
    InvitationStatus.SUBSTITUTE_NAMED: Stand.DECLINED,
}
_STANDS = {
    Participation.ACCEPTED: Stand.ACCEPTED,
    Participation.TENTATIVE: Stand.TENTATIVE,
    Participation.DECLINED: Stand.DECLINED,
}


def told_sessions(
    plan: TellingPlan, answers: Mapping[Whose, Participation], outdated: Container[Whose] = frozenset()
) -> tuple[ToldSession, ...]:
    """All sessions that stand in anybody's calendar, by start; after them what is gone and still stands in somebody's.

    `answers`: by participant and session. Where nothing was answered to a session, the step that the invitation as a
    whole has reached speaks for it, else the answer to the stay (the forum's own id).
    `outdated`: whose answer to a session was to an earlier time or place.
    """
    steps = {one.participant_id: _STEPS[one.status] for one in plan.readers if one.status in _STEPS}
    told = {(one.participant_id, one.session_id): one for one in plan.told}
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for want in plan.wanted:
        wanted[want.session_id].append(want.participant_id)
    present = {(want.participant_id, want.session_id) for want in plan.wanted}
    left: defaultdict[str, list[str]] = defaultdict(list)
    for one in plan.told:
        if not one.over and one.mailbox and (one.participant_id, one.session_id) not in present:
            left[one.session_id].append(one.participant_id)
    events = {event.session_id: event for event in plan.plan.events}
    made = []
    for session in [*events, *(key for key in left if key not in events)]:
        event = events.get(session)
        people = [
            _person((person, session), told, _stand((person, session), answers, steps, plan.forum_id), event)
            for person in (*wanted[session], *left.get(session, ()))
        ]
        if not people:
            continue
        people = _stay(people, frozenset(wanted[session]))
        people = [replace(one, outdated=(one.participant_id, session) in outdated) for one in people]
        made.append(_session(session, event, people, plan, told))
    return tuple(made)


def _stay(people: Iterable[ToldPerson], wanted: frozenset[str]) -> list[ToldPerson]:
    """Whoever is no longer in a session has it in their calendar all the same."""
    return [one if one.participant_id in wanted else replace(one, behind=True) for one in people]


def _stand(whose: Whose, answers: Mapping[Whose, Participation], steps: Mapping[str, Stand], stay: str) -> Stand:
    own, whole = answers.get(whose), answers.get((whose[0], stay))
    if own is not None:
        return _STANDS.get(own, Stand.SILENT)
    if whose[0] in steps:
        return steps[whose[0]]
    return _STANDS.get(whole, Stand.SILENT) if whole else Stand.SILENT


def _person(whose: Whose, told: Mapping[Whose, Told], stand: Stand, event: CalendarEvent | None) -> ToldPerson:
    last = told.get(whose)
    if last is None or last.over:
        return ToldPerson(whose[0], Stand.UNTOLD)
    return ToldPerson(whose[0], stand, last, behind=_is_behind(last, event))


def _is_behind(last: Told, event: CalendarEvent | None) -> bool:
    """By mail or by word of mouth: whoever heard another time or place goes by that."""
    return event is None or (last.start, last.end, last.location) != (event.start, event.end, event.location)


def _session(
    session: str, event: CalendarEvent | None, people: list[ToldPerson], plan: TellingPlan, told: Mapping[Whose, Told]
) -> ToldSession:
    if event is not None:
        title = in_languages(event.summary, len(plan.languages))
        return ToldSession(session, title, event.start, event.end, event.zone, tuple(people), event.location)
    last = told[people[0].participant_id, session]
    title = in_languages(last.summary, len(plan.languages))
    return ToldSession(session, title, last.start, last.end, last.zone, tuple(people), last.location, gone=True)

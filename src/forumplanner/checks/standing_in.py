"""Ways out where somebody declined: who stands in, a recording, an open place, or asking once more."""

from collections.abc import Iterator

from forumplanner.checks.declining import Task, tasks
from forumplanner.checks.facts import Engagement, Facts, TimedSession
from forumplanner.checks.substitutes import substitutes
from forumplanner.checks.wording import person_name, role_name, session_called
from forumplanner.domain.kinds import CHAIRING_ROLES, Mode, Role
from forumplanner.i18n import localized
from forumplanner.snapshots.checks import CheckedPerson
from forumplanner.snapshots.findings import Cure, Finding, SubjectKind, WayOut, Words


def instead(facts: Facts, finding: Finding) -> Iterator[WayOut]:
    """What can be done about the first task: somebody else, a recording or nobody yet, and a call."""
    person, session = (subject.id for subject in finding.subjects[:2])
    timed = facts.timed.get(session)
    own = [task for task in tasks(timed) if task[2].participant_id == person] if timed else []
    if timed is None or not own or finding.subjects[0].type is not SubjectKind.PARTICIPANT:
        return
    yield from _somebody(facts, timed, own[0], person)
    if own[0][2].role in _RECORDED:
        yield _recording(facts, own[0], person)
    yield _ask_again(timed, person)
    yield _open(own[0])


_RECORDED = frozenset({Role.SPEAKER, Role.PRESENTER})


def _way(cure: Cure, words: Words, effect: Words, **values: str) -> WayOut:
    return WayOut(":".join([str(cure), *values.values()]), words, effect, cure, tuple(values.items()))


def _somebody(facts: Facts, timed: TimedSession, task: Task, person: str) -> Iterator[WayOut]:
    """Who comes in their place, else for a chair somebody who leads elsewhere and is free."""
    decline = facts.declined(person, timed.session.id)
    successor = facts.people.get(decline.successor) if decline else None
    found = [successor] if successor else _free(facts, task, person)
    for other in found[:1]:
        yield _way(
            Cure.SET_PERSON,
            localized("Other {role}: {person}", role=_lowered(task[2].role), person=person_name(other)),
            localized("{person} comes in their place", person=person_name(other))
            if successor
            else localized(
                "{person} is free then; ask before you decide, in {session}",
                person=person_name(other),
                session=session_called(timed.session),
            ),
            appearance_id=task[2].id,
            participant_id=other.id,
        )


def _free(facts: Facts, task: Task, person: str) -> list[CheckedPerson]:
    appearance = task[2]
    if appearance.role not in CHAIRING_ROLES:
        return []
    engaged: list[Engagement] = [e for e in facts.engagements.get(person, ()) if e.appearance.id == appearance.id]
    free = [other for one in engaged for other in substitutes(facts, one, most=4)]
    return [other for other in free if (other.id, "") not in facts.declines]


def _lowered(role: Role) -> Words:
    return {tag: word.lower() for tag, word in role_name(role).items()}


def _recording(facts: Facts, task: Task, person: str) -> WayOut:
    return _way(
        Cure.SET_MODE,
        localized("Play a recording"),
        localized("{person} sends a video; nothing moves", person=person_name(facts.people[person])),
        appearance_id=task[2].id,
        mode=str(Mode.VIDEO),
    )


def _ask_again(timed: TimedSession, person: str) -> WayOut:
    return _way(
        Cure.ASK_AGAIN,
        localized("Ask again"),
        localized("Puts a call on today’s list; the programme stays"),
        participant_id=person,
        session_id=timed.session.id,
    )


def _open(task: Task) -> WayOut:
    return _way(
        Cure.OPEN_PLACE,
        localized("Leave the place open"),
        localized("The agenda prints “to be announced”"),
        appearance_id=task[2].id,
    )

"""Check of answers: somebody who declined a session, or to come at all, and still stands on the programme."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts, TimedPart, TimedSession
from forumplanner.checks.wording import (
    finding,
    item_name,
    listed,
    part_called,
    person_name,
    person_subject,
    role_name,
    session_called,
    session_name,
    session_subject,
)
from forumplanner.domain.kinds import Mode
from forumplanner.i18n import localized
from forumplanner.snapshots.checks import CheckedAppearance, CheckedDecline, CheckedItem
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Words

Task = tuple[TimedPart, CheckedItem | None, CheckedAppearance]
"""What somebody has to do: in an item, or in the whole part."""


def on_programme(facts: Facts) -> Iterator[Finding]:
    """People with a task in what they declined, one finding for each person and session, confirmed or not.

    Whoever declined to come may still send a recording, or appear online where that is entered for the task.
    """
    if not facts.forum.declines:
        return
    for timed in facts.sessions:
        by_person: dict[str, list[Task]] = {}
        for task in tasks(timed):
            participant = task[2].participant_id or ""
            decline = facts.declined(participant, timed.session.id)
            if decline and participant in facts.people and not _from_afar(facts, decline, task[2]):
                by_person.setdefault(participant, []).append(task)
        for participant, found in by_person.items():
            decline = facts.declined(participant, timed.session.id)
            if decline:
                yield _finding(facts, timed, decline, found)


def tasks(timed: TimedSession) -> Iterator[Task]:
    """Everybody with a task in a session, in the order of its agenda."""
    for part in timed.parts:
        yield from ((part, None, appearance) for appearance in part.part.appearances)
        for row in part.items:
            yield from ((part, row.item, appearance) for appearance in row.item.appearances)


def _from_afar(facts: Facts, decline: CheckedDecline, appearance: CheckedAppearance) -> bool:
    mode = appearance.mode or facts.people[decline.participant_id].mode
    online = not decline.session_id and appearance.mode is Mode.ONLINE
    return mode is Mode.VIDEO or online


def _finding(facts: Facts, timed: TimedSession, decline: CheckedDecline, found: list[Task]) -> Finding:
    person = facts.people[decline.participant_id]
    told: dict[str, object] = {
        "person": person_name(person),
        "session": session_called(timed.session),
        "list": listed([_task(timed, task) for task in found]),
    }
    return finding(
        FindingKind.DECLINED_ON_PROGRAMME,
        [person_subject(person), session_subject(timed.session)],
        title=localized(
            "{person} declined, yet stands in {session}",
            person=person_name(person),
            session=session_name(timed.session),
        ),
        message=localized("{person} declined {session}, yet is still down for it: {list}.", **told)
        if decline.session_id
        else localized("{person} is not coming, yet is still down for {session}: {list}.", **told),
        remedy=localized("Name somebody else, leave the place open, or ask again."),
        place=Place(Page.PROGRAMME, _where(found[0])),
        facts=[decline.session_id, *sorted(appearance.id for _part, _item, appearance in found)],
    )


def _task(timed: TimedSession, task: Task) -> Words:
    part, item, appearance = task
    what = localized("“{item}”", item=item_name(item)) if item else part_called(timed.session, part)
    return localized("{role}, {what}", role=role_name(appearance.role), what=what)


def _where(task: Task) -> str:
    part, item, _appearance = task
    return item.id if item else part.part.id

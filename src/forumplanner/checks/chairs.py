"""Check of chairs: who leads a part and gives a talk in it, which is usual but needs somebody to hand over to."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts, TimedItem, TimedPart, TimedSession
from forumplanner.checks.wording import finding, item_name, part_called, person_name, person_subject, session_subject
from forumplanner.domain.kinds import ItemKind, Role
from forumplanner.i18n import localized
from forumplanner.snapshots.checks import CheckedPerson
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind

_LEADING = frozenset({Role.CHAIR, Role.MODERATOR})
_TALKS = frozenset({ItemKind.REPORT, ItemKind.KEYNOTE})


def presenting(facts: Facts) -> Iterator[Finding]:
    """Chairs and moderators of a part who give a talk in that part; one finding a person and part."""
    for timed in facts.sessions:
        for part in timed.parts:
            chairs = {a.participant_id for a in part.part.appearances if a.role in _LEADING and a.participant_id}
            if not chairs:
                continue
            for row in part.items:
                if row.item.kind in _TALKS:
                    for appearance in row.item.appearances:
                        if appearance.participant_id in chairs and appearance.role is Role.SPEAKER:
                            chairs.discard(appearance.participant_id)
                            if person := facts.people.get(appearance.participant_id or ""):
                                yield _finding(timed, part, row, person)


def _finding(timed: TimedSession, part: TimedPart, row: TimedItem, person: CheckedPerson) -> Finding:
    name = person_name(person)
    return finding(
        FindingKind.CHAIR_PRESENTS,
        [
            person_subject(person),
            Subject(SubjectKind.ITEM, row.item.id, item_name(row.item), row.start, row.end),
            session_subject(timed.session),
        ],
        key=(person.id, part.part.id),
        title=localized("{person} leads the part and speaks in it", person=name),
        message=localized(
            "{person} leads {part} and speaks in it: “{item}”.",
            person=name,
            part=part_called(timed.session, part),
            item=item_name(row.item),
        ),
        remedy=localized("No clash; agree who takes over the chair for that talk."),
        place=Place(Page.PROGRAMME, row.item.id),
        facts=(person.id, part.part.id, row.item.id),
    )

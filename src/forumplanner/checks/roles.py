"""Checks of roles: parts that nobody leads, places still to be filled, appearances not confirmed."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts, TimedPart, TimedSession
from forumplanner.checks.wording import (
    finding,
    item_name,
    listed,
    part_name,
    person_name,
    role_name,
    session_name,
    session_subject,
)
from forumplanner.domain.kinds import CHAIRING_ROLES, SessionKind
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.checks import CheckedAppearance
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words

LED = frozenset(
    {
        SessionKind.OPENING,
        SessionKind.CLOSING,
        SessionKind.KEYNOTES,
        SessionKind.PARALLEL,
        SessionKind.WORK_MEETING,
        SessionKind.ROUND_TABLE,
        SessionKind.WORKSHOP,
    }
)
"""Sessions that somebody leads from the front."""

Named = tuple[str, CheckedAppearance, Words]
"""Id of the item or part, the appearance there, and what to call the place."""


def without_chair(facts: Facts) -> Iterator[Finding]:
    """Parts in which neither the part nor any of its items has an MC, chair or moderator, not even an unnamed one."""
    for timed in facts.sessions:
        if timed.session.kind in LED:
            yield from (_no_chair(timed, part) for part in timed.parts if not _is_led(part))


def _is_led(part: TimedPart) -> bool:
    leading = (*part.part.appearances, *(a for row in part.items for a in row.item.appearances))
    return any(appearance.role in CHAIRING_ROLES for appearance in leading)


def _no_chair(timed: TimedSession, part: TimedPart) -> Finding:
    name = part_name(timed.session, part)
    return finding(
        FindingKind.PART_WITHOUT_CHAIR,
        [Subject(SubjectKind.PART, part.part.id, name, part.start, part.end)],
        title=localized("{part} has no chair", part=name),
        message=localized("Nobody leads {part}; the chair's cell in the agenda stays empty.", part=name),
        remedy=localized("Name a chair, or write “to be announced”."),
        place=Place(Page.PROGRAMME, part.part.id),
        facts=(timed.session.kind,),
    )


def placeholders(facts: Facts) -> Iterator[Finding]:
    """Sessions with places that hold neither a person nor an organisation, only words or a role."""
    for timed in facts.sessions:
        open_places = [n for n in _appearances(timed) if not n[1].participant_id and not n[1].institution_id]
        if open_places:
            name = session_name(timed.session)
            yield finding(
                FindingKind.PLACEHOLDER_OPEN,
                _subjects(timed, open_places),
                key=(timed.session.id,),
                title=count_localized(
                    "{session}: {n} place still open",
                    "{session}: {n} places still open",
                    len(open_places),
                    session=name,
                ),
                message=localized("Still to be named: {list}.", list=listed([_place(n) for n in open_places])),
                remedy=localized("Name somebody, or leave it: the agenda prints the words as they stand."),
                place=Place(Page.PROGRAMME, open_places[0][0]),
                facts=[appearance.id for _, appearance, _ in open_places],
            )


def provisional(facts: Facts) -> Iterator[Finding]:
    """Sessions with people who have not confirmed yet."""
    for timed in facts.sessions:
        unsure = [n for n in _appearances(timed) if n[1].provisional and (n[1].participant_id or "") in facts.people]
        if unsure:
            people = [person_name(facts.people[n[1].participant_id or ""]) for n in unsure]
            yield finding(
                FindingKind.APPEARANCE_PROVISIONAL,
                _subjects(timed, unsure),
                key=(timed.session.id,),
                title=count_localized(
                    "{session}: {n} person not confirmed",
                    "{session}: {n} people not confirmed",
                    len(unsure),
                    session=session_name(timed.session),
                ),
                message=localized("Not confirmed yet: {list}.", list=listed(people)),
                remedy=localized("Ask again, and mark them as confirmed when they agree."),
                place=Place(Page.PROGRAMME, unsure[0][0]),
                facts=[appearance.id for _, appearance, _ in unsure],
            )


def _appearances(timed: TimedSession) -> Iterator[Named]:
    for part in timed.parts:
        for appearance in part.part.appearances:
            yield part.part.id, appearance, part_name(timed.session, part)
        for row in part.items:
            for appearance in row.item.appearances:
                yield row.item.id, appearance, item_name(row.item)


def _place(named: Named) -> Words:
    _, appearance, name = named
    return localized("{role} of “{what}”", role=role_name(appearance.role), what=name)


def _subjects(timed: TimedSession, named: list[Named]) -> list[Subject]:
    parts = {part.part.id for part in timed.parts}
    places = {
        place: Subject(SubjectKind.PART if place in parts else SubjectKind.ITEM, place, name)
        for place, _, name in named
    }
    return [session_subject(timed.session), *places.values()]

"""Checks of roles: parts that nobody leads, places still to be filled, appearances not confirmed."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts, TimedPart, TimedSession
from forumplanner.checks.wording import (
    finding,
    item_name,
    listed,
    part_called,
    part_name,
    person_name,
    role_name,
    session_called,
    session_name,
    session_subject,
)
from forumplanner.domain.kinds import CHAIRING_ROLES, ReleaseKind, SessionKind
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.checks import CheckedAppearance, CheckedItem, CheckedRelease
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

Spot = tuple[TimedPart, CheckedItem | None, CheckedAppearance]
"""An appearance and where it stands: in an item, or in the part itself."""


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
        message=localized(
            "Nobody leads {part}; the chair's cell in the agenda stays empty.", part=part_called(timed.session, part)
        ),
        remedy=localized("Name a chair, or write “to be announced”."),
        place=Place(Page.PROGRAMME, part.part.id),
        facts=(timed.session.kind,),
    )


def unsettled(facts: Facts) -> Iterator[Finding]:
    """Sessions with places that hold only words or a role, and sessions with people who have not confirmed yet.

    Notes while the programme is a draft, kinds of their own once it left the house as final or as an on-site update;
    an issue for comments marks them and is none.
    """
    release = released(facts)
    for timed in facts.sessions:
        unfilled: list[Spot] = []
        unsure: list[Spot] = []
        for spot in _spots(timed):
            appearance = spot[2]
            if not appearance.participant_id:
                if not appearance.institution_id:
                    unfilled.append(spot)
            elif appearance.provisional and _may_come(facts, timed, appearance.participant_id):
                unsure.append(spot)
        if unfilled:
            yield _unfilled(timed, unfilled, release)
        if unsure:
            yield _unsure(facts, timed, unsure, release)


def _may_come(facts: Facts, timed: TimedSession, participant: str) -> bool:
    """True for somebody on the list who hasn't declined: what is certain is told by a check of its own."""
    return participant in facts.people and facts.declined(participant, timed.session.id) is None


def released(facts: Facts) -> CheckedRelease | None:
    """The newest issue of the programme that guests rely on; None while there are drafts alone."""
    firm = (release for release in facts.forum.releases if release.kind in _FIRM)
    return max(firm, key=lambda release: release.issued_at, default=None)


_FIRM = frozenset({ReleaseKind.FINAL, ReleaseKind.ON_SITE})


def _unfilled(timed: TimedSession, spots: list[Spot], release: CheckedRelease | None) -> Finding:
    told: dict[str, object] = {
        "session": session_called(timed.session),
        "list": listed([_place(timed, spot) for spot in spots]),
        "release": release.name if release else "",
    }
    return finding(
        FindingKind.RELEASED_PLACEHOLDER if release else FindingKind.PLACEHOLDER_OPEN,
        _subjects(timed, spots),
        key=(timed.session.id,),
        title=count_localized(
            "{session}: {n} person to be named",
            "{session}: {n} people to be named",
            len(spots),
            session=session_name(timed.session),
        ),
        message=localized("Released as {release}, yet still to be named in {session}: {list}.", **told)
        if release
        else localized("Still to be named in {session}: {list}.", **told),
        remedy=localized("Name somebody, or leave it: the agenda prints the words as they stand."),
        place=Place(Page.PROGRAMME, _where(timed, spots[0]).id),
        facts=[appearance.id for _part, _item, appearance in spots],
    )


def _unsure(facts: Facts, timed: TimedSession, spots: list[Spot], release: CheckedRelease | None) -> Finding:
    people = [person_name(facts.people[appearance.participant_id or ""]) for _part, _item, appearance in spots]
    told: dict[str, object] = {
        "session": session_called(timed.session),
        "list": listed(people),
        "release": release.name if release else "",
    }
    return finding(
        FindingKind.RELEASED_UNCONFIRMED if release else FindingKind.APPEARANCE_PROVISIONAL,
        _subjects(timed, spots),
        key=(timed.session.id,),
        title=count_localized(
            "{session}: {n} person not confirmed",
            "{session}: {n} people not confirmed",
            len(spots),
            session=session_name(timed.session),
        ),
        message=localized("Released as {release}, yet not confirmed in {session}: {list}.", **told)
        if release
        else localized("Not confirmed yet in {session}: {list}.", **told),
        remedy=localized("Ask again, and mark them as confirmed when they agree."),
        place=Place(Page.PROGRAMME, _where(timed, spots[0]).id),
        facts=[appearance.id for _part, _item, appearance in spots],
    )


def _spots(timed: TimedSession) -> Iterator[Spot]:
    for part in timed.parts:
        for appearance in part.part.appearances:
            yield part, None, appearance
        for row in part.items:
            for appearance in row.item.appearances:
                yield part, row.item, appearance


def _where(timed: TimedSession, spot: Spot) -> Subject:
    part, item, _appearance = spot
    if item:
        return Subject(SubjectKind.ITEM, item.id, item_name(item))
    return Subject(SubjectKind.PART, part.part.id, part_name(timed.session, part))


def _place(timed: TimedSession, spot: Spot) -> Words:
    return localized("{role} of “{what}”", role=role_name(spot[2].role), what=_where(timed, spot).label)


def _subjects(timed: TimedSession, spots: list[Spot]) -> list[Subject]:
    places = {subject.id: subject for subject in (_where(timed, spot) for spot in spots)}
    return [session_subject(timed.session), *places.values()]

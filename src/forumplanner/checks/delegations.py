"""Check of delegations: somebody has to lead each, and only one."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import finding, listed, plain, words
from forumplanner.i18n import localized
from forumplanner.snapshots.checked_guests import CheckedDelegation
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words


def heads(facts: Facts) -> Iterator[Finding]:
    """Delegations with people but nobody to lead them, and those that two or more lead."""
    for one in facts.forum.delegations:
        if one.named and not one.heads:
            yield _headless(one)
        if len(one.heads) > 1:
            yield _many_headed(one)


def _called(one: CheckedDelegation) -> Words:
    return words(one.name) if one.name else plain("?")


def _subject(one: CheckedDelegation) -> Subject:
    return Subject(SubjectKind.DELEGATION, one.id, _called(one))


def _headless(one: CheckedDelegation) -> Finding:
    return finding(
        FindingKind.DELEGATION_WITHOUT_HEAD,
        [_subject(one)],
        title=localized("Nobody leads the delegation “{delegation}”", delegation=_called(one)),
        message=localized(
            "{n} people of the delegation “{delegation}” are known, but none is its head.",
            n=one.named,
            delegation=_called(one),
        ),
        remedy=localized("Ask the delegation, and say who leads it."),
        place=Place(Page.DELEGATIONS, one.id),
        facts=(one.id,),
    )


def _many_headed(one: CheckedDelegation) -> Finding:
    return finding(
        FindingKind.DELEGATION_TWO_HEADS,
        [_subject(one)],
        title=localized("Several people lead the delegation “{delegation}”", delegation=_called(one)),
        message=localized(
            "{people} are all entered as heads of the delegation “{delegation}”.",
            people=listed([words(name) for name in one.heads]),
            delegation=_called(one),
        ),
        remedy=localized("Keep one head; make the others deputies or members."),
        place=Place(Page.DELEGATIONS, one.id),
        facts=(one.id, *(name.best("en") for name in one.heads)),
    )

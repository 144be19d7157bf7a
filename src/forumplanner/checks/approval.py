"""Checks of approval: a forum other than approved, dates that passed, words and lengths that rules don't want."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import finding, plain, words
from forumplanner.domain import approval_words
from forumplanner.domain.regimes import RULES
from forumplanner.i18n import LANGUAGES, localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words


def _forum(facts: Facts) -> Subject:
    titles = facts.forum.titles
    return Subject(SubjectKind.FORUM, facts.forum.id, words(titles[0]) if titles else plain(""))


def deviating(facts: Facts) -> Iterator[Finding]:
    """Names, dates, places, numbers and people that are not as the newest approval has them; one finding each."""
    for one in facts.forum.approval.deviations:
        people = [person.person_id for person in one.people]
        yield finding(
            FindingKind.APPROVAL_DEVIATES,
            [_forum(facts)],
            key=(facts.forum.id, str(one.kind), one.was.best("zh-Hans")),
            title=_heading(facts),
            message={tag: approval_words.said(one, tag, facts.forum.approval.words) for tag in LANGUAGES},
            remedy=localized(
                "Ask the authority about the change, or record the approval of it. Confirm with the office."
            ),
            place=Place(Page.APPROVAL, str(one.kind)),
            facts=(str(one.kind), one.now.best("zh-Hans"), *one.days, *(one.numbers or ()), *people),
        )


def _heading(facts: Facts) -> Words:
    number = facts.forum.approval.reference
    return (
        localized("Other than approved: {reference}", reference=number) if number else localized("Other than approved")
    )


def overdue(facts: Facts) -> Iterator[Finding]:
    """An application that was to be filed, a summary that was to be sent."""
    approval = facts.forum.approval
    for one in approval.overdue:
        regime = approval.rules.regime
        what = {tag: approval_words.due(one.kind, tag) for tag in LANGUAGES}
        yield finding(
            FindingKind.APPROVAL_OVERDUE,
            [_forum(facts)],
            key=(facts.forum.id, str(one.kind)),
            title=localized("Was due on {day}: {what}", day=one.day.isoformat(), what=what),
            message=localized(
                "By these rules it was due on {day}. {source}",
                day=one.day.isoformat(),
                source={tag: approval_words.source(regime, tag) for tag in LANGUAGES},
            ),
            remedy=localized("Record the approval once it is there, or accept this with the reason."),
            place=Place(Page.APPROVAL, str(one.kind)),
            facts=(str(one.kind), one.day),
        )


def refused_words(facts: Facts) -> Iterator[Finding]:
    """Words in the Chinese name that the rules don't want, while no approval is recorded."""
    approval = facts.forum.approval
    for one in approval.refused:
        yield finding(
            FindingKind.NAME_REFUSED,
            [_forum(facts)],
            key=(facts.forum.id, one.word, one.title),
            title=localized("“{word}” in the name", word=one.word),
            message={tag: approval_words.refusal(one, approval.rules.regime, tag) for tag in LANGUAGES},
            remedy=localized("Ask the authority before the application is filed, or choose another name."),
            place=Place(Page.APPROVAL),
            facts=(one.word, one.title),
        )


def too_long(facts: Facts) -> Iterator[Finding]:
    """More days than the rules allow for the whole event."""
    approval = facts.forum.approval
    if approval.days is None or approval.most_days is None or approval.days <= approval.most_days:
        return
    rule = RULES[approval.rules.regime].source
    days, most = approval.days, approval.most_days
    yield finding(
        FindingKind.EVENT_TOO_LONG,
        [_forum(facts)],
        title=localized("The forum takes {days} days", days=days),
        message={tag: approval_words.too_long(days, most, tag) for tag in LANGUAGES},
        remedy=localized("Shorten it, or ask the authority. These are the rules of {rule}.", rule=words(rule)),
        place=Place(Page.APPROVAL),
        facts=(days, most),
    )

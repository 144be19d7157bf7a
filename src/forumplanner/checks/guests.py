"""Checks of consular guests: a post without a country, an exequatur that can't be, a place that nothing proves."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import finding, plain, words
from forumplanner.domain.ranks import Proof
from forumplanner.i18n import localized
from forumplanner.snapshots.checked_guests import CheckedEnvoy
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words


def _called(one: CheckedEnvoy) -> Words:
    return words(one.name) if one.name else plain("?")


def _subject(one: CheckedEnvoy) -> Subject:
    return Subject(SubjectKind.CONSULAR_GUEST, one.id, _called(one))


def without_country(facts: Facts) -> Iterator[Finding]:
    """Guests whose post has no country: they stand under no flag, in no order and on no badge."""
    for one in facts.forum.envoys:
        if not one.country:
            yield finding(
                FindingKind.POST_WITHOUT_COUNTRY,
                [_subject(one)],
                title=localized("No country for the post of {guest}", guest=_called(one)),
                message=localized(
                    "Nobody has entered which country the consular post of {guest} belongs to.", guest=_called(one)
                ),
                remedy=localized("Enter the sending state of the post."),
                place=Place(Page.GUESTS, one.id),
                facts=(one.id,),
            )


def exequaturs(facts: Facts) -> Iterator[Finding]:
    """Exequaturs granted after the forum is over: probably a slip of the year, and the order goes by it."""
    last = facts.forum.ends_on
    for one in facts.forum.envoys:
        if last and one.exequatur_on and one.exequatur_on > last:
            yield finding(
                FindingKind.EXEQUATUR_LATE,
                [_subject(one)],
                title=localized("Exequatur of {guest} after the forum", guest=_called(one)),
                message=localized(
                    "The exequatur of {guest} is entered as {day}, but the forum ends on {end}.",
                    guest=_called(one),
                    day=one.exequatur_on.isoformat(),
                    end=last.isoformat(),
                ),
                remedy=localized("Check the date with the foreign affairs office; the order of protocol goes by it."),
                place=Place(Page.GUESTS, one.id),
                facts=(one.id, one.exequatur_on, last),
            )


def unproven(facts: Facts) -> Iterator[Finding]:
    """Consular guests on the programme whose place in the order of protocol is not proven."""
    doubtful = [one for one in facts.forum.envoys if one.proof is Proof.UNPROVEN and one.participant_id is not None]
    appearing = set(_appearing(facts)) if doubtful else set()
    for one in doubtful:
        if one.participant_id in appearing:
            yield finding(
                FindingKind.ORDER_UNPROVEN,
                [_subject(one)],
                title=localized("Place of {guest} unproven", guest=_called(one)),
                message=localized(
                    "{guest} is on the programme, but what is known doesn’t decide the place among the other consular "
                    "guests ({basis}).",
                    guest=_called(one),
                    basis=words(one.basis),
                ),
                remedy=localized(
                    "Confirm the order with the foreign affairs office, then enter the date or the place."
                ),
                place=Place(Page.GUESTS, one.id),
                facts=(one.id, one.basis.best("en")),
            )


def _appearing(facts: Facts) -> Iterator[str | None]:
    """Participants who appear in an item or a part."""
    for session in facts.forum.sessions:
        for part in session.parts:
            items = [appearance for item in part.items for appearance in item.appearances]
            yield from (appearance.participant_id for appearance in (*part.appearances, *items))

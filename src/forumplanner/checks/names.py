"""Check of names: whether each person has the form of the name that the forum's papers print."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import finding, person_name, person_subject
from forumplanner.domain.languages import base, language_name
from forumplanner.domain.names import PersonName
from forumplanner.i18n import localized
from forumplanner.snapshots.checks import CheckedPerson
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place


def missing_forms(facts: Facts) -> Iterator[Finding]:
    """People whom papers in one of the forum's languages can't name; one finding a person and language.

    Chinese papers print a Chinese name, or a Latin one. Others print the Latin name, or the native one where it is
    in the paper's own language.
    """
    for person in facts.forum.people:
        for tag in facts.forum.languages:
            if not can_be_named(person.name, tag):
                yield _finding(person, tag)


def can_be_named(name: PersonName, tag: str) -> bool:
    """True where a paper in the language `tag` has a form of the name to print."""
    if name.latin:
        return True
    if base(tag) == "zh":
        return bool(name.zh)
    return bool(name.native) and base(name.native_language) == base(tag)


def _finding(person: CheckedPerson, tag: str) -> Finding:
    told = {"person": person_name(person), "language": language_name(tag)}
    chinese = base(tag) == "zh"
    return finding(
        FindingKind.NAME_FORM_MISSING,
        [person_subject(person)],
        key=(person.id, tag),
        title=localized("{person} has neither a Chinese nor a Latin name", **told)
        if chinese
        else localized("{person} has no Latin name", **told),
        message=localized("Badge and agenda in {language} have no name to print for {person}.", **told),
        remedy=localized("Enter the name in Chinese, or as in the passport.")
        if chinese
        else localized("Enter the name as in the passport."),
        place=Place(Page.PEOPLE, person.id),
        facts=(person.name.zh, person.name.latin, person.name.native),
    )

"""Same thing, same word: the program's words and the glossary agree for every code they share, but for good reasons."""

import csv
from enum import StrEnum

import pytest

from forumplanner import paths
from forumplanner.domain import guest_kinds, kinds
from forumplanner.domain.labels import label

GROUPS: dict[type[StrEnum], tuple[str, ...]] = {
    kinds.ForumMode: ("Statuses",),
    kinds.Mode: ("Statuses",),
    kinds.OrganiserRole: ("Organisers",),
    kinds.Standing: ("Organisers",),
    kinds.Category: ("Categories",),
    kinds.InvitationStatus: ("Statuses",),
    kinds.ConsularClass: ("Diplomatic",),
    kinds.ConsularRole: ("Diplomatic",),
    kinds.SessionKind: ("Sessions",),
    kinds.ItemKind: ("Sessions",),
    kinds.Role: ("People roles",),
    kinds.BadgeState: ("Statuses",),
    kinds.ReleaseKind: ("Statuses",),
    guest_kinds.AllianceOffice: ("Organisers", "Titles"),
    guest_kinds.AgreementKind: ("Documents",),
    guest_kinds.AppointmentKind: ("Documents",),
    guest_kinds.DiplomaticRank: ("Diplomatic",),
    guest_kinds.MaterialKind: ("Documents",),
}
"""Where in the glossary the words of each closed list stand; lists that are not here have none there."""

_BEFORE_NAMES = "a label that stands before names: “Hosted by”"
_SHORT = "the head of a narrow column"
EXCEPTIONS: dict[StrEnum, str] = {
    kinds.OrganiserRole.HOST: _BEFORE_NAMES,
    kinds.OrganiserRole.COHOST: _BEFORE_NAMES,
    kinds.OrganiserRole.ORGANIZER: _BEFORE_NAMES,
    kinds.OrganiserRole.COORGANIZER: _BEFORE_NAMES,
    kinds.OrganiserRole.SUPPORTER: _BEFORE_NAMES,
    kinds.OrganiserRole.SPONSOR: _BEFORE_NAMES,
    kinds.OrganiserRole.INITIATOR: _BEFORE_NAMES,
    kinds.Mode.VIDEO: "a mark beside a time has room for one word",
    kinds.Standing.OBSERVER: "an institution; people who observe are another list",
    kinds.ConsularClass.ATTACHE: "of a consulate; the glossary’s code means an embassy’s, its own is cattache",
    kinds.ConsularRole.ACTING: "of any class; the glossary names an acting consul-general",
    kinds.SessionKind.BREAK: "breaks of a programme are tea breaks",
    kinds.ItemKind.WELCOME: "an item names the act, the glossary the text",
    kinds.ItemKind.QA: "spelled out on papers",
    kinds.ReleaseKind.ON_SITE: "a kind of release, no way of taking part",
    guest_kinds.MaterialKind.INVITATION: _SHORT,
    guest_kinds.MaterialKind.REPLY: _SHORT,
}
"""Words that differ on purpose, and why."""


def glossary() -> dict[tuple[str, str], tuple[str, str]]:
    with paths.resource("glossary", "glossary.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len({(row["group"], row["code"]) for row in rows}) == len(rows)
    return {(row["group"], row["code"]): (row["zh"], row["en"]) for row in rows}


TERMS = glossary()
SHARED = [
    (member, TERMS[group, member.value])
    for kind, groups in GROUPS.items()
    for member in kind
    for group in groups
    if (group, member.value) in TERMS
]


def alternatives(text: str) -> set[str]:
    """What a term may be called: "报到/签到" is either; what stands in brackets explains; capitals don't matter."""
    plain = text.partition("(")[0].strip() if not text.startswith("(") else text
    return {part.strip().casefold() for part in plain.split("/")}


def agrees(member: StrEnum, term: tuple[str, str]) -> bool:
    return all(
        label(member, tag).casefold() in alternatives(side) for tag, side in zip(("zh-Hans", "en"), term, strict=True)
    )


@pytest.mark.parametrize(("member", "term"), SHARED, ids=lambda value: repr(value)[:40])
def test_the_program_calls_it_what_the_glossary_does(member: StrEnum, term: tuple[str, str]) -> None:
    assert agrees(member, term) != any(member is exception for exception in EXCEPTIONS)


def test_the_lists_that_everybody_speaks_of_stand_in_the_glossary() -> None:
    complete = (kinds.Category, kinds.Role, kinds.InvitationStatus)
    missing = [
        member for kind in complete for member in kind if not any((g, member.value) in TERMS for g in GROUPS[kind])
    ]

    assert missing == []


def test_every_exception_says_why_and_is_one() -> None:
    shared = [member for member, _term in SHARED]

    assert all(EXCEPTIONS.values())
    assert all(any(exception is member for member in shared) for exception in EXCEPTIONS)

"""Check of organisers: an institution that stands in two ranks."""

from collections import defaultdict
from collections.abc import Iterator

from forumplanner.checks.facts import Facts
from forumplanner.checks.wording import finding, listed, words
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.domain.labels import label
from forumplanner.i18n import LANGUAGES, localized
from forumplanner.snapshots.checks import CheckedOrganiser
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words


def in_two_ranks(facts: Facts) -> Iterator[Finding]:
    """Institutions with several ranks in the forum, or in one of its parallel forums; each is a list of its own."""
    ranks: defaultdict[tuple[str, str], list[CheckedOrganiser]] = defaultdict(list)
    for organiser in facts.forum.organisers:
        ranks[organiser.institution_id, organiser.track_id or ""].append(organiser)
    for (_institution, track), rows in ranks.items():
        roles = sorted({row.role for row in rows}, key=list(OrganiserRole).index)
        if len(roles) > 1:
            yield _finding(facts, rows[0], roles, track)


def _finding(facts: Facts, row: CheckedOrganiser, roles: list[OrganiserRole], track: str) -> Finding:
    name = words(row.name)
    found = next((one for one in facts.forum.tracks if one.id == track), None)
    within = localized("“{track}”", track=words(found.title)) if found else localized("the forum")
    return finding(
        FindingKind.ORGANISER_TWICE,
        [Subject(SubjectKind.INSTITUTION, row.institution_id, name)],
        key=(row.institution_id, track),
        title=localized("{institution} stands in several ranks", institution=name),
        message=localized(
            "{institution} is listed for {within} under: {ranks}.",
            institution=name,
            within=within,
            ranks=listed([_rank(role) for role in roles]),
        ),
        remedy=localized("Keep the highest rank, or confirm with the institutions that both are meant."),
        place=Place(Page.ALLIANCE, "organisers"),
        facts=(row.institution_id, *roles),
    )


def _rank(role: OrganiserRole) -> Words:
    return {tag: label(role, tag) for tag in LANGUAGES}

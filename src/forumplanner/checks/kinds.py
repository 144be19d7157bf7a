"""Every kind of finding with its heading and how much it matters unless a forum says otherwise."""

from typing import Final

from forumplanner.domain.kinds import Severity
from forumplanner.i18n import localized
from forumplanner.snapshots.findings import FindingKind, Words

DEFAULT_SEVERITIES: Final[dict[FindingKind, Severity]] = {
    FindingKind.PERSON_OVERLAP: Severity.ERROR,
    FindingKind.HEAD_OVERLAP: Severity.ERROR,
    FindingKind.ROOM_OVERLAP: Severity.ERROR,
    FindingKind.ROOM_CLOSED: Severity.ERROR,
    FindingKind.ENDS_BEFORE_START: Severity.ERROR,
    FindingKind.SESSION_OVERRUN: Severity.ERROR,
    FindingKind.ITEM_OUTSIDE_SESSION: Severity.ERROR,
    FindingKind.PART_OUTSIDE_SESSION: Severity.ERROR,
    FindingKind.PART_OVERLAP: Severity.ERROR,
    FindingKind.ITEM_OVERLAP: Severity.ERROR,
    FindingKind.ARRIVES_AFTER: Severity.ERROR,
    FindingKind.LEAVES_BEFORE: Severity.ERROR,
    FindingKind.ARRIVES_CLOSE: Severity.WARNING,
    FindingKind.LEAVES_CLOSE: Severity.WARNING,
    FindingKind.WALK_SHORT: Severity.WARNING,
    FindingKind.ONLINE_AT_NIGHT: Severity.WARNING,
    FindingKind.ROOM_TOO_SMALL: Severity.WARNING,
    FindingKind.SESSION_WITHOUT_ROOM: Severity.WARNING,
    FindingKind.PART_WITHOUT_CHAIR: Severity.WARNING,
    FindingKind.DECLINED_ON_PROGRAMME: Severity.WARNING,
    FindingKind.RELEASED_PLACEHOLDER: Severity.WARNING,
    FindingKind.RELEASED_UNCONFIRMED: Severity.WARNING,
    FindingKind.VIDEO_WITHOUT_FILE: Severity.WARNING,
    FindingKind.INTERPRETATION_OPEN: Severity.WARNING,
    FindingKind.NUMBERS_DIFFER: Severity.WARNING,
    FindingKind.NAME_FORM_MISSING: Severity.WARNING,
    FindingKind.TRANSLATION_MISSING: Severity.WARNING,
    FindingKind.TRANSLATION_STALE: Severity.WARNING,
    FindingKind.ORGANISER_TWICE: Severity.WARNING,
    FindingKind.DELEGATION_WITHOUT_HEAD: Severity.WARNING,
    FindingKind.DELEGATION_TWO_HEADS: Severity.WARNING,
    FindingKind.POST_WITHOUT_COUNTRY: Severity.WARNING,
    FindingKind.EXEQUATUR_LATE: Severity.WARNING,
    FindingKind.ORDER_UNPROVEN: Severity.WARNING,
    FindingKind.FORUM_WITHOUT_MAILBOX: Severity.WARNING,
    FindingKind.APPROVAL_DEVIATES: Severity.WARNING,
    FindingKind.APPROVAL_OVERDUE: Severity.WARNING,
    FindingKind.PLACEHOLDER_OPEN: Severity.NOTE,
    FindingKind.APPEARANCE_PROVISIONAL: Severity.NOTE,
    FindingKind.SESSION_WITHOUT_TIME: Severity.NOTE,
    FindingKind.SESSION_GAP: Severity.NOTE,
    FindingKind.CHAIR_PRESENTS: Severity.NOTE,
    FindingKind.OVER_LUNCH: Severity.NOTE,
    FindingKind.FRIDAY_PRAYER: Severity.NOTE,
    FindingKind.NATIONAL_DAY: Severity.NOTE,
    FindingKind.NAME_REFUSED: Severity.NOTE,
    FindingKind.EVENT_TOO_LONG: Severity.NOTE,
}
"""In the order in which findings are listed: what guests would notice first stands first."""

_HEADINGS: Final[dict[FindingKind, Words]] = {}


def heading(kind: FindingKind) -> Words:
    """The name of a kind, for lists that gather findings by kind."""
    if not _HEADINGS:
        _HEADINGS.update(_all_headings())
    return _HEADINGS[kind]


def _all_headings() -> dict[FindingKind, Words]:
    return {
        FindingKind.PERSON_OVERLAP: localized("Person in two places"),
        FindingKind.ROOM_OVERLAP: localized("Room taken twice"),
        FindingKind.ENDS_BEFORE_START: localized("End before start"),
        FindingKind.ITEM_OUTSIDE_SESSION: localized("Item outside its session"),
        FindingKind.PART_OUTSIDE_SESSION: localized("Part outside its session"),
        FindingKind.ARRIVES_AFTER: localized("Arrival too late"),
        FindingKind.LEAVES_BEFORE: localized("Departure too early"),
        FindingKind.ARRIVES_CLOSE: localized("Arrival with little time"),
        FindingKind.LEAVES_CLOSE: localized("Departure with little time"),
        FindingKind.ONLINE_AT_NIGHT: localized("Online speaker early or late"),
        FindingKind.ROOM_TOO_SMALL: localized("Room capacity"),
        FindingKind.SESSION_WITHOUT_ROOM: localized("Session without a room"),
        FindingKind.PART_WITHOUT_CHAIR: localized("Part without a chair"),
        FindingKind.NAME_FORM_MISSING: localized("Missing form of a name"),
        FindingKind.TRANSLATION_MISSING: localized("Missing translation"),
        FindingKind.TRANSLATION_STALE: localized("Translation to review"),
        FindingKind.FORUM_WITHOUT_MAILBOX: localized("Forum without a mailbox"),
        FindingKind.HEAD_OVERLAP: localized("Head in two places"),
        FindingKind.ROOM_CLOSED: localized("Room closed"),
        FindingKind.SESSION_OVERRUN: localized("More items than time"),
        FindingKind.ITEM_OVERLAP: localized("Items at the same time"),
        FindingKind.PART_OVERLAP: localized("Parts at the same time"),
        FindingKind.SESSION_GAP: localized("Empty minutes"),
        FindingKind.WALK_SHORT: localized("Too little time to walk"),
        FindingKind.CHAIR_PRESENTS: localized("Chair who speaks"),
        FindingKind.VIDEO_WITHOUT_FILE: localized("Video without a file"),
        FindingKind.INTERPRETATION_OPEN: localized("Interpretation open"),
        FindingKind.RELEASED_UNCONFIRMED: localized("Released, not confirmed"),
        FindingKind.RELEASED_PLACEHOLDER: localized("Released without a name"),
        FindingKind.NUMBERS_DIFFER: localized("Different numbers"),
        FindingKind.ORGANISER_TWICE: localized("Organiser in two ranks"),
        FindingKind.DELEGATION_WITHOUT_HEAD: localized("Delegation without a head"),
        FindingKind.DELEGATION_TWO_HEADS: localized("Delegation with several heads"),
        FindingKind.POST_WITHOUT_COUNTRY: localized("Consular post without a country"),
        FindingKind.EXEQUATUR_LATE: localized("Exequatur after the forum"),
        FindingKind.ORDER_UNPROVEN: localized("Order of protocol unproven"),
        FindingKind.FRIDAY_PRAYER: localized("Friday prayer"),
        FindingKind.NATIONAL_DAY: localized("National day"),
        FindingKind.DECLINED_ON_PROGRAMME: localized("Declined, still planned"),
        FindingKind.APPROVAL_DEVIATES: localized("Other than approved"),
        FindingKind.APPROVAL_OVERDUE: localized("Approval overdue"),
        FindingKind.NAME_REFUSED: localized("Word not wanted in the name"),
        FindingKind.EVENT_TOO_LONG: localized("More days than allowed"),
        FindingKind.OVER_LUNCH: localized("Over lunchtime"),
        FindingKind.PLACEHOLDER_OPEN: localized("On stage, to be named"),
        FindingKind.APPEARANCE_PROVISIONAL: localized("Not confirmed"),
        FindingKind.SESSION_WITHOUT_TIME: localized("Session without a time"),
    }

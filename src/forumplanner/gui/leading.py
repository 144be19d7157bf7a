"""Where a finding leads, and how it looks: its page and place, its icon and its tone."""

from forumplanner.domain.kinds import Severity
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.findings import Finding, FindingKind, Page

_PAGES = {
    Page.OVERVIEW: "overview",
    Page.PROGRAMME: "programme",
    Page.PEOPLE: "people",
    Page.FORUM: "overview",
    Page.APPROVAL: "approval",
    Page.DELEGATIONS: "delegations",
    Page.GUESTS: "guests",
    Page.ALLIANCE: "alliance",
    Page.LETTERS: "letters",
}
_ICONS = {
    FindingKind.PERSON_OVERLAP: "users",
    FindingKind.HEAD_OVERLAP: "users",
    FindingKind.ROOM_OVERLAP: "door-open",
    FindingKind.ROOM_CLOSED: "door-open",
    FindingKind.SESSION_OVERRUN: "clock",
    FindingKind.ITEM_OVERLAP: "layers",
    FindingKind.PART_OVERLAP: "layers",
    FindingKind.SESSION_GAP: "clock",
    FindingKind.WALK_SHORT: "map-pin",
    FindingKind.CHAIR_PRESENTS: "user",
    FindingKind.VIDEO_WITHOUT_FILE: "video",
    FindingKind.INTERPRETATION_OPEN: "languages",
    FindingKind.DECLINED_ON_PROGRAMME: "user-minus",
    FindingKind.RELEASED_UNCONFIRMED: "circle-question-mark",
    FindingKind.RELEASED_PLACEHOLDER: "circle-dashed",
    FindingKind.NUMBERS_DIFFER: "languages",
    FindingKind.ORGANISER_TWICE: "list-tree",
    FindingKind.APPROVAL_DEVIATES: "stamp",
    FindingKind.APPROVAL_OVERDUE: "stamp",
    FindingKind.NAME_REFUSED: "stamp",
    FindingKind.EVENT_TOO_LONG: "stamp",
    FindingKind.DELEGATION_WITHOUT_HEAD: "flag",
    FindingKind.DELEGATION_TWO_HEADS: "flag",
    FindingKind.POST_WITHOUT_COUNTRY: "landmark",
    FindingKind.EXEQUATUR_LATE: "landmark",
    FindingKind.ORDER_UNPROVEN: "list-ordered",
    FindingKind.FRIDAY_PRAYER: "calendar-check",
    FindingKind.NATIONAL_DAY: "calendar-check",
    FindingKind.OVER_LUNCH: "utensils",
    FindingKind.ROOM_TOO_SMALL: "armchair",
    FindingKind.SESSION_WITHOUT_ROOM: "map-pin",
    FindingKind.PART_WITHOUT_CHAIR: "user-plus",
    FindingKind.NAME_FORM_MISSING: "type",
    FindingKind.TRANSLATION_MISSING: "languages",
    FindingKind.TRANSLATION_STALE: "languages",
    FindingKind.ARRIVES_AFTER: "plane-landing",
    FindingKind.LEAVES_BEFORE: "plane-landing",
    FindingKind.ARRIVES_CLOSE: "plane-landing",
    FindingKind.LEAVES_CLOSE: "plane-landing",
    FindingKind.ONLINE_AT_NIGHT: "moon",
    FindingKind.FORUM_WITHOUT_MAILBOX: "mail",
    FindingKind.PLACEHOLDER_OPEN: "circle-dashed",
    FindingKind.APPEARANCE_PROVISIONAL: "circle-dashed",
    FindingKind.SESSION_WITHOUT_TIME: "clock",
}
_TONES = {Severity.ERROR: "danger", Severity.WARNING: "warn", Severity.NOTE: "info"}


def place(finding: Finding) -> tuple[str, str]:
    """The page's key and what to select there."""
    return _PAGES[finding.place.page], finding.place.id


def way(page: str) -> str:
    """What a button says that leads to that page."""
    return {"programme": _("To the programme"), "people": _("To the person")}.get(page, _("Show"))


def icon(kind: FindingKind) -> str:
    """The picture beside a finding; the words say it too."""
    return _ICONS.get(kind, "triangle-alert")


def tone(severity: Severity) -> str:
    """The colour's name: danger, warn or info."""
    return _TONES.get(severity, "info")

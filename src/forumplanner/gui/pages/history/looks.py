"""How a step looks in the list: the picture of its kind, and which chip it belongs to."""

from enum import StrEnum

from forumplanner.domain.kinds import StepKind


class Group(StrEnum):
    """What a chip narrows the steps to."""

    PROGRAMME = "programme"
    PEOPLE = "people"
    IMPORTS = "imports"
    REMOVED = "removed"


_PEOPLE = frozenset(
    (
        StepKind.ADD_PERSON,
        StepKind.EDIT_PERSON,
        StepKind.REMOVE_PARTICIPANT,
        StepKind.EDIT_PARTICIPANTS,
        StepKind.ISSUE_BADGES,
    )
)
_IMPORTS = frozenset((StepKind.IMPORT_WORKBOOK, StepKind.MAKE_SAMPLE, StepKind.ADD_TO_TRAY))

_WORDS = ("session", "part", "item", "appearance", "break", "day", "tray", "room", "act", "cue", "script")
"""Words in the codes of kinds that are about the programme."""

_ICONS: dict[StepKind, str] = {
    StepKind.IMPORT_WORKBOOK: "file-input",
    StepKind.MAKE_SAMPLE: "sparkles",
    StepKind.ISSUE_BADGES: "id-card",
    StepKind.ADD_PERSON: "user-plus",
    StepKind.EDIT_PERSON: "user",
    StepKind.EDIT_PARTICIPANTS: "users",
    StepKind.TAKE_BACK: "undo-2",
    StepKind.GO_BACK: "history",
    StepKind.BRING_BACK: "archive-restore",
    StepKind.MIGRATE: "hard-drive",
    StepKind.ACCEPT_FINDING: "check",
    StepKind.REOPEN_FINDING: "circle-alert",
    StepKind.SET_CHECKS: "shield-check",
    StepKind.SET_PLANNING: "shield-check",
}

_BY_WORD = (
    ("remove", "trash-2"),
    ("translation", "languages"),
    ("room", "door-open"),
    ("appearance", "user"),
    ("script", "type"),
    ("cue", "type"),
    ("forum", "layout-dashboard"),
)


def icon(kind: StepKind) -> str:
    """The picture of a kind; the sentence says it too."""
    if kind in _ICONS:
        return _ICONS[kind]
    code = kind.value
    found = next((picture for word, picture in _BY_WORD if word in code), "")
    return found or ("calendar-days" if group(kind) is Group.PROGRAMME else "layers")


def group(kind: StepKind) -> Group | None:
    """Which chip a kind belongs to, None for none."""
    if kind in _PEOPLE:
        return Group.PEOPLE
    if kind in _IMPORTS:
        return Group.IMPORTS
    return Group.PROGRAMME if any(word in kind.value.split("_") for word in _plural()) else None


def _plural() -> tuple[str, ...]:
    return (*_WORDS, *(f"{word}s" for word in _WORDS))

"""The words for kinds of changes."""

from typing import Final

from forumplanner.i18n import in_language
from forumplanner.snapshots.changes import ChangeKind

_WORDS: Final[dict[ChangeKind, str]] = {
    ChangeKind.ADDED: "Added",
    ChangeKind.CANCELLED: "Cancelled",
    ChangeKind.TIME: "Time",
    ChangeKind.ROOM: "Room",
    ChangeKind.TITLE: "Title",
    ChangeKind.PERSON: "People",
    ChangeKind.CHAIR: "Chair",
    ChangeKind.OTHER: "Details",
}


def kind_word(kind: ChangeKind, tag: str) -> str:
    """The word for a kind of change in the language nearest to `tag`."""
    return in_language(tag, _WORDS[kind])

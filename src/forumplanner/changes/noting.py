"""Making a change: its id, so that the same two texts always give the same one."""

import hashlib

from forumplanner.snapshots.changes import Change, ChangeKind
from forumplanner.snapshots.paper import Lines


def change(
    kind: ChangeKind, subject: str, what: Lines, was: Lines, now: Lines, *, at: int | None = None, minor: bool = False
) -> Change:
    """A change of `subject` (an id, with a word behind it where one thing can change in several ways)."""
    said = "\x1f".join((*was, "\x1e", *now)).encode()
    key = f"{kind.value}:{subject}:{hashlib.sha256(said).hexdigest()[:12]}"
    return Change(key, kind, what, was, now, -1 if at is None else at, minor)

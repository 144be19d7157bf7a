"""Making a change, with an id that the same two texts always give; and what of it is worth showing."""

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


def differing(one: Change) -> tuple[Lines, Lines]:
    """Was and now: of a title only in the languages in which it reads otherwise, of all else in every language."""
    pairs = list(zip(one.was, one.now, strict=True))
    if one.kind is not ChangeKind.TITLE or all(was == now for was, now in pairs):
        return one.was, one.now
    kept = [pair if pair[0] != pair[1] else ("", "") for pair in pairs]
    return tuple(was for was, _now in kept), tuple(now for _was, now in kept)

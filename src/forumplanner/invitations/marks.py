"""How far mailboxes were read, as one text for the settings: a line each, the newest first."""

from typing import Final

Reach = tuple[int, int]
"""UIDVALIDITY and the last UID that was read (RFC 9051 2.3.1.1)."""

_MOST: Final = 40
"""Mailboxes kept in mind; of a forgotten one all answers are read again, which changes nothing."""


def marks_of(text: str) -> dict[str, Reach]:
    """By forum and mailbox: how far it was read; lines that mean nothing are passed over."""
    found: dict[str, Reach] = {}
    for line in text.splitlines():
        key, _tab, numbers = line.partition("\t")
        validity, _space, uid = numbers.partition(" ")
        if validity.isdecimal() and uid.isdecimal():
            found.setdefault(key, (int(validity), int(uid)))
    return found


def marked(text: str, key: str, reach: Reach) -> str:
    """The text with that mailbox read so far. A forum has a mark of its own: two may share a mailbox."""
    others = {other: far for other, far in marks_of(text).items() if other != key}
    kept = [(" ".join(key.split()), reach), *others.items()][:_MOST]
    return "\n".join(f"{one}\t{validity} {uid}" for one, (validity, uid) in kept)

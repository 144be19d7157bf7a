"""Several mail addresses in one field, as people write them: each put right or kept with the reason against it."""

import re
from dataclasses import dataclass

from forumplanner.domain.mailboxes import AddressFault, Mailbox, read_mailbox

_APART = re.compile(r"[,，;；、\n]+")


@dataclass(frozen=True, slots=True)
class Mailboxes:
    """`addresses`: all of them, also those that are none; `faults`: what was written and why no mail reaches it."""

    addresses: tuple[str, ...] = ()
    faults: tuple[tuple[str, AddressFault], ...] = ()


def read_mailboxes(written: str) -> Mailboxes:
    """The addresses in a field, parted by commas, semicolons or lines; by spaces only where each piece is one.

    Full-width signs are put right; nothing is lost: what is no address stays as it was written.
    """
    addresses: list[str] = []
    faults = []
    for piece in (piece for part in _APART.split(written) for piece in _pieces(part.strip())):
        read = read_mailbox(piece)
        if not isinstance(read, Mailbox):
            faults.append((piece, read))
        addresses.append(read.address if isinstance(read, Mailbox) else piece)
    return Mailboxes(tuple(dict.fromkeys(addresses)), tuple(faults))


def _pieces(part: str) -> list[str]:
    words = part.split()
    if len(words) > 1 and all(isinstance(read_mailbox(word), Mailbox) for word in words):
        return words
    return [part] if part else []

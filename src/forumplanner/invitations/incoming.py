"""What comes in from outside, from files, folders or a mailbox: answers to invitations, and mail that came back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from forumplanner.domain.replies import Answer
from forumplanner.files import PlannerError, read_capped
from forumplanner.i18n import gettext as _
from forumplanner.invitations import bounces, replies
from forumplanner.invitations.bounces import Bounce

ENDINGS: Final = frozenset({".eml", ".ics"})
_READ_AT_MOST: Final = 25_000_000
"""Bytes; what is larger is not even read."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file or mail called `name`: what it answers, what it says came back, or why nothing can be taken of it."""

    name: str
    answers: tuple[Answer, ...] = ()
    returned: tuple[Bounce, ...] = ()
    refused: str = ""


def read(name: str, data: bytes) -> Incoming:
    """What a mail or calendar file holds; whatever is broken is refused in one sentence, nothing is ever raised."""
    returned = bounces.read(data)
    if returned:
        return Incoming(name, returned=returned)
    try:
        return Incoming(name, replies.read(name, data))
    except PlannerError as refusal:
        return Incoming(name, refused=str(refusal))


def read_files(paths: Iterable[Path]) -> Iterator[Incoming]:
    """Each file in turn; of a folder its mails and calendar files by name, and a refusal where it has none."""
    for path in paths:
        files = sorted(_within(path)) if path.is_dir() else [path]
        if not files:
            yield Incoming(path.name, refused=_nothing_in(path))
        for file in files:
            try:
                data = read_capped(file, limit=_READ_AT_MOST)
            except PlannerError as refusal:
                yield Incoming(file.name, refused=str(refusal))
            else:
                yield read(file.name, data)


def _nothing_in(folder: Path) -> str:
    return _("The folder “{name}” holds no mail (.eml) and no calendar file (.ics).", name=folder.name)


def _within(folder: Path) -> Iterator[Path]:
    return (file for file in folder.iterdir() if file.suffix.lower() in ENDINGS)

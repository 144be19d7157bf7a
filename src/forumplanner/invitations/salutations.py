"""How a mail addresses its reader: with a title where one is known, and never a Chinese reader by the bare name."""

from collections.abc import Iterable, Sequence
from typing import Final

from forumplanner.domain.titles import without_titles
from forumplanner.i18n import nearest
from forumplanner.snapshots.telling import Reader

_TEACHER: Final = "老师"
"""What anybody at a university is called where no title is known."""


def salutation(reader: Reader, languages: Sequence[str], tag: str) -> str:
    """The form of address in a mail's part in `tag`, one of the forum's `languages`; the whole name for want of one."""
    known = dict(zip(languages, reader.address, strict=False)).get(tag, "") or reader.name.shown(tag)
    bare = nearest(tag) == "zh-Hans" and reader.country == "CN" and known == reader.name.zh
    return f"{known}{_TEACHER}" if bare and known else known


def untitled(readers: Iterable[Reader]) -> tuple[Reader, ...]:
    """Those of whom no title is known in any language: they are addressed by their whole names."""
    return tuple(reader for reader in readers if _is_bare(reader))


def _is_bare(reader: Reader) -> bool:
    titled = without_titles(reader.name.latin, reader.country).titles
    return not titled and all(one in {"", reader.name.zh, reader.name.latin} for one in reader.address)

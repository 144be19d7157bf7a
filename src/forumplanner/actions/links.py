"""What is kept as a link: something a phone can open."""

import re

from forumplanner.actions.found import NotPossible
from forumplanner.i18n import gettext as _

_LINK = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?")


def tidy_link(text: str) -> str:
    """A link as it is kept; "forum.example/live" gets its "https://". Raises `NotPossible` for what is none."""
    plain = text.strip()
    if not plain or _LINK.fullmatch(plain):
        return plain
    if _BARE.fullmatch(plain):
        return f"https://{plain}"
    raise NotPossible(_("“{text}” is no link. Copy the whole address, beginning with https://.", text=plain))

"""What a forum calls the ranks of its organisers on its papers: its own words where it has some, else the usual."""

import re
from collections.abc import Mapping
from typing import Final

from forumplanner.domain.kinds import OrganiserRole
from forumplanner.domain.labels import label

OwnWords = Mapping[str, Mapping[str, str]]
"""A forum's own words as its record keeps them: `{code: {tag: text}}`."""

_MONEY: Final = re.compile(r"\bco-?sponsor|\bsponsor|赞助", re.IGNORECASE)
_OF_MONEY: Final = frozenset({OrganiserRole.SPONSOR})


def code_of(role: OrganiserRole) -> str:
    """Under which code `Forum.words` keeps the words of a rank."""
    return f"organiser.{role}"


def own_role_word(words: OwnWords | None, role: OrganiserRole, tag: str) -> str:
    """The forum's own words for a rank in exactly that language, "" where it has none."""
    return str((words or {}).get(code_of(role), {}).get(tag, ""))


def role_word(words: OwnWords | None, role: OrganiserRole, tag: str) -> str:
    """What papers print over the institutions of a rank."""
    return own_role_word(words, role, tag) or label(role, tag)


def speaks_of_money(role: OrganiserRole, text: str) -> bool:
    """True where words for a rank that gives its name, not money, say that it pays: 主办 is no sponsor."""
    return role not in _OF_MONEY and _MONEY.search(text) is not None

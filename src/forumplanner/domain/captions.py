"""The caption under a list, which says what its order means and what it doesn't."""

from typing import Final

from forumplanner.domain.countries import Words
from forumplanner.domain.protocol import DelegationOrder, ProtocolRules
from forumplanner.i18n import in_language

CODE: Final = "caption.delegations"
"""Under this code a forum keeps a caption of its own (`Forum.words`)."""

_CAPTIONS: Final[dict[DelegationOrder, str]] = {
    DelegationOrder.COUNTRY: "Countries in English alphabetical order; no ranking is implied",
    DelegationOrder.PROTOCOL: "In order of protocol",
    DelegationOrder.CONFIRMED: "In order of confirmation; no ranking is implied",
    DelegationOrder.PINYIN: "In order of the Chinese names in pinyin; no ranking is implied",
    DelegationOrder.STROKES: "In order of the strokes of the heads’ Chinese family names",
    DelegationOrder.HAND: "In no particular order",
}


def caption(rules: ProtocolRules, tag: str, words: Words | None = None) -> str:
    """What stands under every list of delegations in the language of `tag`: the forum's own words, else the usual."""
    own = (words or {}).get(CODE, {}).get(tag, "")
    return own or in_language(tag, _CAPTIONS[rules.delegations])

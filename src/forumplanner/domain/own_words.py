"""A forum's own words as texts in several languages: what it wrote itself, and beside it what the program says.

`Forum.words` keeps plain words by code and language. Where a forum has words of its own in one language, the other
side still says the program's: that side is due for review until somebody writes or confirms it.
"""

from typing import Final

from forumplanner.domain import captions
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.domain.labels import label
from forumplanner.domain.letter_templates import NAMES
from forumplanner.domain.letters import preset
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.role_words import OwnWords, code_of
from forumplanner.domain.text import LocalizedText, Wording
from forumplanner.i18n import LANGUAGES, localized

_ROLES: Final = {code_of(role): role for role in OrganiserRole}
CODES: Final = (*_ROLES, captions.CODE, *NAMES)
"""The words that papers print in both languages; names of countries and prefixes of numbers stand for themselves."""


def own_text(words: OwnWords | None, code: str, tags: tuple[str, ...], rules: ProtocolRules) -> LocalizedText:
    """The words of a code in these languages; the empty text where the forum has none of its own.

    The program's words on the other side are one revision behind.
    """
    own = {tag: text for tag, text in (words or {}).get(code, {}).items() if text}
    if not own:
        return LocalizedText()
    usual = {tag: text for tag in tags if tag not in own and (text := usual_words(code, tag, rules))}
    sides = {tag: Wording(text, 2) for tag, text in own.items()} | {tag: Wording(text) for tag, text in usual.items()}
    return LocalizedText(sides)


def kept_words(words: OwnWords | None, code: str, before: LocalizedText, after: LocalizedText) -> dict[str, str]:
    """What a forum keeps under that code once `before` became `after`: what was its own, and what changed."""
    own = (words or {}).get(code, {})
    sides = after.wordings
    return {tag: side.text for tag, side in sides.items() if tag in own or side != before.wordings.get(tag)}


def usual_words(code: str, tag: str, rules: ProtocolRules) -> str:
    """What the program says where a forum has no words of its own; "" where it says nothing."""
    if code in _ROLES:
        return label(_ROLES[code], tag)
    return captions.caption(rules, tag) if code == captions.CODE else preset(code, tag)


def called(code: str) -> dict[str, str]:
    """What the words of a code are called, in each language of the program."""
    if code in _ROLES:
        return {tag: label(_ROLES[code], tag) for tag in LANGUAGES}
    if code == captions.CODE:
        return localized("Caption of the delegations")
    return dict(zip(LANGUAGES, NAMES[code], strict=True))


def is_letter(code: str) -> bool:
    """True for a text that letters draw on."""
    return code in NAMES

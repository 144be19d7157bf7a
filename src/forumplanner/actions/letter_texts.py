"""A forum's own texts for its letters: templates, the foreign affairs office's name, the purpose, number prefixes."""

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.labels import label
from forumplanner.domain.letter_templates import NAMES, OFFICE, PURPOSE, TEMPLATES
from forumplanner.domain.letters import preset, require_known_fields
from forumplanner.domain.text import EN, ZH, tidy
from forumplanner.i18n import gettext as _
from forumplanner.queries.letters import prefix_code
from forumplanner.records import Forum
from forumplanner.store import Store

WORDS = (OFFICE, PURPOSE, *(prefix_code(kind) for kind in LetterKind))
"""Short texts that letters draw on; their fields are no templates."""


def set_letter_text(store: Store, *, forum_id: ForumId, code: str, tag: str, text: str) -> bool:
    """Write a text in one language; "" or the program's own words take the forum's wording back.

    False where nothing changes. Raises `UnknownField` for a `{field}` that letters don't have, `NotPossible` for a
    code that is no text of letters.
    """
    if code not in TEMPLATES and code not in WORDS:
        raise NotPossible(_("Letters have no text “{code}”.", code=code))
    clean = tidy(text)
    if code in TEMPLATES:
        require_known_fields(clean)
        clean = "" if clean == preset(code, tag) else clean
    with store.read() as db:
        kept = found(db, Forum, forum_id).words or {}
        if kept.get(code, {}).get(tag, "") == clean:
            return False
    with store.step(StepKind.EDIT_LETTER_TEXT, **_called(code)) as db:
        forum = found(db, Forum, forum_id)
        own = {**(forum.words or {}).get(code, {}), tag: clean}
        words = {**(forum.words or {}), code: {language: said for language, said in own.items() if said}}
        forum.words = {name: texts for name, texts in words.items() if texts} or None
    return True


def _called(code: str) -> dict[str, str]:
    """What a text is called, as the step's values keep it."""
    if code in NAMES:
        zh, en = NAMES[code]
        return by_language("title", zh=zh, en=en)
    kind = next(kind for kind in LetterKind if prefix_code(kind) == code)
    return by_language("title", zh=f"{label(kind, ZH)}字号前缀", en=f"Number prefix, {label(kind, EN)}")

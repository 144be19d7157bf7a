"""A forum's own texts for its mails: subject and body of each kind, in each language, instead of the program's."""

from forumplanner.actions.found import found
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import ACCEPTED, FIELDS, NAMES, code, preset
from forumplanner.domain.templates import unknown_fields
from forumplanner.domain.text import tidy
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.records import Forum
from forumplanner.store import Store


class UnknownMailField(PlannerError):
    """A text names a field that mails don't have."""


def set_mail_text(store: Store, *, forum_id: ForumId, kind: MailKind, part: str, tag: str, text: str) -> bool:
    """Write a subject or a body (`part`) in one language; "" or the program's own words take the forum's back.

    One step; False where nothing changes. Raises `UnknownMailField` for a `{field}` that mails don't have.
    """
    clean = tidy(text) if part == "body" else " ".join(tidy(text).split())
    _require_known(clean)
    clean = "" if clean == preset(kind, part, tag) else clean
    name = code(kind, part)
    with store.read() as db:
        if (found(db, Forum, forum_id).words or {}).get(name, {}).get(tag, "") == clean:
            return False
    zh, en = NAMES[kind]
    with store.step(StepKind.EDIT_MAIL_TEXT, **by_language("title", zh=zh, en=en)) as db:
        forum = found(db, Forum, forum_id)
        own = {**(forum.words or {}).get(name, {}), tag: clean}
        words = {**(forum.words or {}), name: {language: said for language, said in own.items() if said}}
        forum.words = {key: texts for key, texts in words.items() if texts} or None
    return True


def _require_known(text: str) -> None:
    for name in unknown_fields(text, ACCEPTED):
        known = ", ".join(f"{{{field}}}" for field in FIELDS)
        named = f"{{{name}}}"
        raise UnknownMailField(
            _("Mails have no field {name}. They know {known}. Nothing was changed.", name=named, known=known)
        )

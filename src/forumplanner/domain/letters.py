"""Texts of letters: a template filled with what is known, gaps left to be seen, and the parts that a page sets."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forumplanner.domain import templates
from forumplanner.domain.letter_templates import FIELDS, TEMPLATES
from forumplanner.domain.templates import Filled
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import nearest


class UnknownField(PlannerError):
    """A template names a field that letters don't have."""


@dataclass(frozen=True, slots=True)
class LetterParts:
    """A text as a page sets it: title, whom it addresses ("" where it opens in the third person), body, signers."""

    title: str
    addressed: str
    paragraphs: tuple[str, ...]
    signers: tuple[str, ...]


def template(code: str, tag: str, words: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """The text of that code in a language: the forum's own words if it has some, else the program's; "" for neither."""
    own = (words or {}).get(code, {}).get(tag, "")
    return own or preset(code, tag)


def preset(code: str, tag: str) -> str:
    """The program's own text; "" in a language in which it writes no letters."""
    texts = TEMPLATES.get(code)
    if texts is None or tag.partition("-")[0] not in {"zh", "en"}:
        return ""
    return texts[0 if nearest(tag) == "zh-Hans" else 1]


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Put values into a letter; what is missing becomes a gap, and what is no field stays as it was written."""
    return templates.fill(text, values, FIELDS)


def require_known_fields(text: str) -> None:
    """Raise `UnknownField` with a sentence that names the first field that letters don't have."""
    for name in templates.unknown_fields(text, FIELDS):
        known = ", ".join(f"{{{field}}}" for field in FIELDS)
        named = f"{{{name}}}"
        raise UnknownField(
            _("Letters have no field {name}. They know {known}. Nothing was changed.", name=named, known=known)
        )


def parts(text: str) -> LetterParts:
    """Take a text apart at its empty lines: the first part is the title, the last one says who signs."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \u3000]*\n", text.strip()) if block.strip()]
    if not blocks:
        return LetterParts("", "", (), ())
    if len(blocks) == 1:
        return LetterParts("", "", tuple(_lines(blocks[0])), ())
    signers = tuple(_lines(blocks[-1])) if len(blocks) > 2 else ()
    body = [line for block in (blocks[1:-1] if signers else blocks[1:]) for line in _lines(block)]
    addressed = body.pop(0) if body and _addresses(body[0]) else ""
    return LetterParts(" ".join(_lines(blocks[0])), addressed, tuple(body), signers)


def with_lines(text: str, lines: Iterable[str]) -> str:
    """A text with more lines at the end of its body, before who signs."""
    more = "\n".join(lines)
    if not more:
        return text
    body, gap, signers = text.rstrip().rpartition("\n\n")
    return f"{body}\n{more}\n\n{signers}" if gap and "\n\n" in body else f"{text.rstrip()}\n{more}"


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.split("\n") if line.strip()]


def _addresses(line: str) -> bool:
    """A line that names whom the letter goes to: "越南驻昆明总领事馆：", "To: ...", "Dear ...,"."""
    return line.endswith(("：", ":")) or line.startswith(("To:", "Dear ", "致："))


def field_words(name: str, tag: str) -> str:
    """What a field is called for a reader of `tag`; an unknown one by its name in braces."""
    words = FIELDS.get(name)
    return words[0 if nearest(tag) == "zh-Hans" else 1] if words else f"{{{name}}}"

"""Languages in words as somebody types them, to the tags that are kept, and back."""

import re

from forumplanner import i18n
from forumplanner.domain.languages import language_name, tag_of
from forumplanner.gui import reading

_APART = re.compile(r"[\s,，、;；/+&]+")


def shown(tags: tuple[str, ...]) -> str:
    """Such as "Lao, English" or 老挝文、英文."""
    return reading.listed(language_name(tag)[i18n.interface_language()] for tag in tags)


def read(text: str) -> tuple[str, ...] | None:
    """The tags of languages typed by name in any language, or as tags; None where one isn't known."""
    found = [tag_of(word) for word in _APART.split(text.strip()) if word]
    return None if "" in found else tuple(dict.fromkeys(found))

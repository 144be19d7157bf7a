"""The program's own words: gettext catalogues, several languages at once, one of them the interface's.

Message ids are English. `gettext` speaks the interface's language; `in_language` any; `localized` all of them.
"""

import gettext as _gettext
import locale
import os
from functools import cache

from forumplanner import paths

LANGUAGES = ("zh-Hans", "en")
"""Languages that the program itself speaks, as BCP 47 tags."""

_interface = "en"


@cache
def _catalogue(tag: str) -> _gettext.NullTranslations:
    if tag == "en":
        return _gettext.NullTranslations()
    file = paths.translations() / f"{tag.replace('-', '_')}.mo"
    with file.open("rb") as handle:
        return _gettext.GNUTranslations(handle)


def nearest(tag: str) -> str:
    """The language of ours that serves a reader of `tag` best: Chinese for any Chinese, else English."""
    return "zh-Hans" if tag.replace("_", "-").split("-")[0].lower() in {"zh", "chinese"} else "en"


def system_language() -> str:
    """The language of this computer's user, as one of `LANGUAGES`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value and not value.startswith(("C", "POSIX")):
            return nearest(value)
    return nearest(locale.getlocale()[0] or "en")


def use(tag: str) -> None:
    """Make `tag` the language of the interface from now on."""
    global _interface  # noqa: PLW0603 - one program speaks one interface language at a time
    _interface = nearest(tag)


def interface_language() -> str:
    """The language of the interface, one of `LANGUAGES`."""
    return _interface


def in_language(tag: str, message: str, /, **values: object) -> str:
    """`message` in the language nearest to `tag`, with `{names}` filled in."""
    text = _catalogue(nearest(tag)).gettext(message)
    return text.format(**values) if values else text


def gettext(message: str, /, **values: object) -> str:
    """`message` in the interface's language, with `{names}` filled in."""
    return in_language(_interface, message, **values)


def count_in_language(tag: str, singular: str, plural: str, n: int, /, **values: object) -> str:
    """A message about `n` things in the language nearest to `tag`; `{n}` is filled in too."""
    return _catalogue(nearest(tag)).ngettext(singular, plural, n).format(n=n, **values)


def ngettext(singular: str, plural: str, n: int, /, **values: object) -> str:
    """A message about `n` things in the interface's language; `{n}` is filled in too."""
    return count_in_language(_interface, singular, plural, n, **values)


def localized(message: str, /, **values: object) -> dict[str, str]:
    """`message` in every language of ours, by tag; a value that is itself such a dict speaks to each in its own."""
    return {tag: in_language(tag, message, **_said(values, tag)) for tag in LANGUAGES}


def count_localized(singular: str, plural: str, n: int, /, **values: object) -> dict[str, str]:
    """A message about `n` things in every language of ours, by tag; values as for `localized`."""
    return {tag: count_in_language(tag, singular, plural, n, **_said(values, tag)) for tag in LANGUAGES}


def _said(values: dict[str, object], tag: str) -> dict[str, object]:
    return {name: value[tag] if isinstance(value, dict) else value for name, value in values.items()}

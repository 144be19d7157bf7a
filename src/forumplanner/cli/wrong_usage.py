"""Sentences for a wrong call, in the reader's language, in place of the argument parser's own English."""

import re
from collections.abc import Callable

from forumplanner.i18n import gettext as _

_Say = Callable[[re.Match[str]], str]


def sentence(message: str) -> str:
    """What the parser complains about, in words of ours; its own words where it is none of the usual complaints."""
    for pattern, say in _COMPLAINTS:
        if found := pattern.search(message):
            return say(found)
    return message


_COMPLAINTS: tuple[tuple[re.Pattern[str], _Say], ...] = (
    (
        re.compile(r"^the following arguments are required: (.+)$"),
        lambda m: _("Still needed: {names}.", names=m[1]),
    ),
    (
        re.compile(r"^unrecognized arguments: (.+)$"),
        lambda m: _("Not understood here: {names}.", names=m[1]),
    ),
    (
        re.compile(r"^argument (.+): invalid choice: (.+?) \(choose from (.+)\)$"),
        lambda m: _("{name} can't be {value}; choose one of {choices}.", name=m[1], value=m[2], choices=m[3]),
    ),
    (
        re.compile(r"^argument (.+): invalid (?:int|whole number) value: (.+)$"),
        lambda m: _("{name} needs a whole number; {value} is none.", name=m[1], value=m[2]),
    ),
    (
        re.compile(r"^argument (.+): expected (?:one|at least one) argument$"),
        lambda m: _("{name} needs something after it.", name=m[1]),
    ),
    (
        re.compile(r"^ambiguous option: (\S+) could match (.+)$"),
        lambda m: _("{name} is short for several options: {choices}.", name=m[1], choices=m[2]),
    ),
)

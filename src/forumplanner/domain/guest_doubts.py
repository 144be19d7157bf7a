"""What about a guest deserves a second look: odd names and dates are kept as they are given, and said in a sentence."""

import datetime as dt
from typing import Final

from forumplanner.domain.names import PersonName
from forumplanner.i18n import in_language, interface_language

LONGEST_NAME: Final = 60
"""Letters that a badge and a table card still hold."""


def name_doubt(name: PersonName, tag: str = "") -> str | None:
    """A sentence about a name of one letter or of very many, None for a usual one."""
    tag = tag or interface_language()
    tidy = name.tidied()
    for form in (tidy.zh, tidy.latin, tidy.native):
        if len(form) == 1:
            return in_language(tag, "“{name}” is one letter. Kept; write the whole name when you know it.", name=form)
        if len(form) > LONGEST_NAME:
            message = "The name has {n} letters. Kept; give a short form for cards, or check what was pasted."
            return in_language(tag, message, n=len(form))
    return None


def date_doubt(
    *,
    provisional_on: dt.date | None,
    exequatur_on: dt.date | None,
    acting_since: dt.date | None,
    last_day: dt.date | None,
    tag: str = "",
) -> str | None:
    """A sentence about a date that can't have come yet when the forum ends, or dates out of turn; None for none."""
    tag = tag or interface_language()
    if last_day is not None:
        for day in filter(None, (exequatur_on, provisional_on, acting_since)):
            if day > last_day:
                message = "{day} is after the forum’s last day, {last}. Kept; please check the year."
                return in_language(tag, message, day=day.isoformat(), last=last_day.isoformat())
    if provisional_on and exequatur_on and exequatur_on < provisional_on:
        return in_language(tag, "The exequatur is dated before the provisional admission. Kept; please check both.")
    return None

"""Whose a call's arguments are, the command line's or the window's, and in which language it is to be answered."""

from collections.abc import Sequence
from pathlib import Path

VERBS = frozenset(
    (
        "sample",
        "template",
        "import",
        "forums",
        "papers",
        "export",
        "check",
        "stats",
        "precedence",
        "release",
        "releases",
        "letter",
        "invite",
        "changes",
        "history",
        "undo",
        "redo",
        "verify",
        "backup",
        "bring-back",
    )
)


PAPERS = (
    "agenda",
    "badges",
    "running-order",
    "mc-cards",
    "letters",
    "guest-list",
    "office-sheet",
    "delegation-sheet",
    "itinerary",
    "press-brief",
    "webpage",
    "calendar",
    "workbook",
)
"""What `export` can write, in the order of `papers`."""


PAGES = ("cover", "glance", "days", "forums")
"""Pages that an agenda can do without."""

SHEETS = ("A4", "A3", "Letter", "none")
VARIANTS = ("public", "inner", "press")
"""For whom a guest list is."""
COUNTINGS = ("listed", "invited", "confirmed", "attended")
"""Who is counted by a press brief."""
ROUNDINGS = ("1", "10", "100", "1000")
"""What its number of people is rounded down to."""
LISTS = ("guests", "consular", "delegations")
"""Orders of protocol that can be listed."""
ORDERS = ("number", "name", "delegation", "category")
"""Sheets of badges, and in which order they come off the pile."""


def is_for_command_line(arguments: Sequence[str]) -> bool:
    """True for a verb, an option such as --help, and anything that names no planner file for the window to open."""
    rest = without_language(arguments)
    if not rest:
        return False
    first = Path(rest[0])
    names_a_file = first.suffix == ".forumplanner" or first.exists()
    return rest[0] in VERBS or rest[0].startswith("-") or len(rest) > 1 or not names_a_file


def wished_language(arguments: Sequence[str]) -> str:
    """What --language says, before anything else is read, so that even a wrong call is answered in it; else "".

    The last one counts, as with every option.
    """
    wished = ""
    for place, argument in enumerate(arguments):
        if argument.startswith("--language="):
            wished = argument.partition("=")[2]
        if argument == "--language" and place + 1 < len(arguments):
            wished = arguments[place + 1]
    return wished


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments after --language and its value, where a call opens with them."""
    rest = list(arguments)
    while rest and rest[0].startswith("--language"):
        rest = rest[1:] if "=" in rest[0] else rest[2:]
    return rest

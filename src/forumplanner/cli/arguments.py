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
        "history",
        "undo",
        "redo",
        "verify",
        "backup",
    )
)


PAPERS = ("agenda", "badges", "calendar", "workbook")
"""What `export` can write, in the order of `papers`."""


def is_for_command_line(arguments: Sequence[str]) -> bool:
    """True for a verb, an option such as --help, and anything that names no planner file for the window to open."""
    rest = _after_language(list(arguments))
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


def _after_language(arguments: list[str]) -> list[str]:
    while arguments and arguments[0].startswith("--language"):
        arguments = arguments[1:] if "=" in arguments[0] else arguments[2:]
    return arguments

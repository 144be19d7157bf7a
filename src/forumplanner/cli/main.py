"""One call of the command line: language first, then arguments, then the verb; every refusal becomes one sentence."""

import argparse
import importlib
import sqlite3
from collections.abc import Sequence

from forumplanner import i18n, settings
from forumplanner.cli import output
from forumplanner.cli.arguments import wished_language
from forumplanner.cli.parser import build_parser
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _

DONE, COULD_NOT, WRONG_USAGE, STOPPED = 0, 1, 2, 130
"""Exit codes: done; the work found errors or could not be done; wrong usage; stopped by the user."""


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit code; nothing but a fault of the program's own is ever raised."""
    output.prepare()
    i18n.use(wished_language(arguments) or settings.load().language())
    try:
        given = build_parser().parse_args(list(arguments))
    except SystemExit as leaving:  # argparse has said why, or has shown the help
        return leaving.code if isinstance(leaving.code, int) else WRONG_USAGE
    try:
        return _run(given)
    except KeyboardInterrupt:
        output.say_error(_("Stopped. What was finished before is kept."))
        return STOPPED
    except Exception as error:
        sentence = _sentence(error)
        if not sentence:
            raise
        output.say_error(sentence)
        return COULD_NOT


def _run(given: argparse.Namespace) -> int:
    room = importlib.import_module(f"forumplanner.cli.{given.room}")
    try:
        code: int = getattr(room, given.does)(given)
        output.flush()
    except BrokenPipeError:  # the reader of our output has gone, e.g. `| head`
        output.abandon()
        return DONE
    return code


def _sentence(error: Exception) -> str:
    """What to tell the user; "" where the fault is the program's own."""
    if isinstance(error, PlannerError):
        return str(error)
    if isinstance(error, OSError):
        return _(
            "The computer refused: {reason} ({name}). Check the place and the free space, then try again.",
            reason=error.strerror or str(error),
            name=error.filename or "–",
        )
    cause = getattr(error, "orig", error)  # the database library wraps what the database said
    if isinstance(cause, sqlite3.Error):
        return _("The planner file could not be read or written ({reason}). Check it with “verify”.", reason=cause)
    return ""

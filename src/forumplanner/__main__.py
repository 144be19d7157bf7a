"""The program's one entrance: a verb goes to the command line, a file or nothing to the window."""

import sys
from collections.abc import Sequence

from forumplanner.cli.arguments import is_for_command_line, without_language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (default: those of the process) and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if is_for_command_line(given):
        from forumplanner.cli.main import main as run_verb  # noqa: PLC0415 - the window has no use for it

        return run_verb(given)
    from forumplanner import app  # noqa: PLC0415 - a verb must not load Qt

    return app.main(without_language(given))


if __name__ == "__main__":
    sys.exit(main())

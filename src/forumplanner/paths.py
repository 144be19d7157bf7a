"""Where the program's own files and the user's files are: in a source tree, in a wheel and in a frozen app."""

import sys
from functools import cache
from pathlib import Path

APP_NAME = "ForumPlanner"
_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """The folder that holds `resources` and `translations`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    source_tree = _PACKAGE.parent.parent
    if (source_tree / "pyproject.toml").is_file() and (source_tree / "resources").is_dir():
        return source_tree
    return _PACKAGE


def resource(*parts: str) -> Path:
    """A file or folder that travels with the program, e.g. `resource("fonts", "manifest.json")`."""
    return _root().joinpath("resources", *parts)


def translations() -> Path:
    """The folder of compiled catalogues, one `<language>.mo` a language."""
    return _root() / "translations"


def user_data() -> Path:
    """The folder of this user's own files: backups, remembered heads, recent files, settings."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed before the first paint

    return user_data_path(APP_NAME, appauthor=False)


def backups() -> Path:
    """Where backups of planner files are kept: never beside the file itself."""
    return user_data() / "backups"

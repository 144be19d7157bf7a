"""The sheets made ahead of time: complete, ours, and in step with the tokens."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from forumplanner import paths
from forumplanner.gui import theme
from forumplanner.gui.tokens import PALETTE_ROLES, SCHEMES

NAMES = pytest.mark.parametrize("name", ["light", "dark"])


def sheet(name: str) -> str:
    return paths.resource("style", name, "sheet.qss").read_text(encoding="utf-8")


@NAMES
def test_a_sheet_names_only_pictures_that_are_there(name: str) -> None:
    named = set(re.findall(r"theme:/?([\w/.-]+\.svg)", sheet(name)))

    assert {file for file in named if not paths.resource("style", name, *file.split("/")).is_file()} == set()


@NAMES
def test_a_sheet_leaves_case_and_family_to_the_language(name: str) -> None:
    assert re.findall(r"text-transform|font-family|line-height|\$\w+", sheet(name)) == []


def test_the_sheets_are_what_the_tokens_and_layers_make(tmp_path: Path) -> None:
    """Layers filled in with the tokens stand at the end of each sheet: nobody forgot to build."""
    code = (
        "import sys, pathlib; sys.path.insert(0, 'tools');"
        "import build_theme as b;"
        "print([b._layers(s) in (b.STYLE / n / 'sheet.qss').read_text(encoding='utf-8') for n, s in b.SCHEMES.items()])"
    )
    root = Path(__file__).resolve().parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[True, True]"


@NAMES
def test_the_palette_gives_every_role_its_token(name: theme.SchemeName) -> None:
    palette = theme.palette(name)
    wrong = {
        role
        for role, token in PALETTE_ROLES.items()
        if palette.color(QPalette.ColorRole[role]).name().upper() != getattr(SCHEMES[name], token).upper()
    }

    assert wrong == set()


def test_a_scheme_is_worn_at_once(dressed: QApplication) -> None:
    theme.apply(dressed, "dark")
    dark = theme.colour("surface").name()
    theme.apply(dressed, "light")

    assert (dark, theme.colour("surface").name()) == ("#1b1f26", "#ffffff")


def test_every_icon_is_a_plain_line_drawing() -> None:
    odd = [
        file.name for file in paths.resource("icons").glob("*.svg") if 'stroke="currentColor"' not in file.read_text()
    ]

    assert odd == []


def test_every_icon_that_is_named_is_there() -> None:
    source = paths._PACKAGE / "gui"
    named: set[str] = set()
    for file in source.rglob("*.py"):
        named |= set(
            re.findall(r'(?:icon=|Picture\(|icons\.icon\(|pixmap\(|set_icon\()"([a-z0-9-]+)"', file.read_text())
        )
    missing = {name for name in named if not paths.resource("icons", f"{name}.svg").is_file()}

    assert missing == set()


def test_no_icon_lies_there_in_vain() -> None:
    root = Path(__file__).resolve().parent.parent.parent
    sources = [*(root / "src" / "forumplanner" / "gui").rglob("*.py"), root / "tools" / "build_theme.py"]
    said = " ".join(source.read_text(encoding="utf-8") for source in sources)
    idle = {file.stem for file in paths.resource("icons").glob("*.svg") if f'"{file.stem}"' not in said}

    assert idle == set()

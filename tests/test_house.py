"""The house: every room stands in docs/house.md, files keep their size, late imports say why."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "forumplanner"
SOURCES = sorted(PACKAGE.rglob("*.py"))


def test_every_folder_stands_in_the_house_page() -> None:
    page = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    folders = {p.parent.relative_to(PACKAGE).as_posix() for p in SOURCES} - {"."}

    assert {folder for folder in folders if f"{folder}/" not in page} == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_file_opens_with_a_sentence_and_stays_short(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    tree = ast.parse(text)
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
        if node.end_lineno - node.lineno >= 60
    ]

    assert ast.get_docstring(tree)
    assert text.count("\n") <= 400
    assert long == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_an_ignored_rule_says_why(source: Path) -> None:
    silent = [
        line
        for line in source.read_text(encoding="utf-8").splitlines()
        if (re.search(r"# noqa\b", line) and not re.search(r"# noqa: [A-Z0-9, ]+ - \w", line))
        or (re.search(r"# type: ignore", line) and not re.search(r"# type: ignore\[[\w, -]+\] +# \w", line))
    ]

    assert silent == []


def test_the_command_line_needs_no_window() -> None:
    code = "import sys, forumplanner.cli; print(sorted(m for m in sys.modules if m.startswith('PySide6')))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src")

    assert found.stdout.strip() == "[]"

"""Makes the window's style sheets and arrows for both schemes from qt-material's template, our tokens and our layers.

Usage: python tools/build_theme.py (writes resources/style/light and resources/style/dark)
"""

import os
import re
import shutil
import string
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STYLE = ROOT / "resources" / "style"
ICONS = ROOT / "resources" / "icons"
sys.path.insert(0, str(ROOT / "src"))

from forumplanner.gui.tokens import SCHEMES, Scheme  # noqa: E402 - the source tree must be on the path first

USED = frozenset(
    [
        "QMainWindow",
        "QDialog",
        "QWidget",
        "QFrame",
        "QLabel",
        "QMenuBar",
        "QMenu",
        "QToolTip",
        "QPushButton",
        "QToolButton",
        "QLineEdit",
        "QComboBox",
        "QDateEdit",
        "QTimeEdit",
        "QSpinBox",
        "QAbstractSpinBox",
        "QPlainTextEdit",
        "QTextEdit",
        "QCheckBox",
        "QRadioButton",
        "QTableView",
        "QTreeView",
        "QListView",
        "QHeaderView",
        "QScrollArea",
        "QAbstractScrollArea",
        "QScrollBar",
        "QProgressBar",
        "QSplitter",
        "QGraphicsView",
        "QAbstractItemView",
        "QCalendarWidget",
        "QDialogButtonBox",
        "QMessageBox",
        "QGroupBox",
    ]
)
"""Classes that the window shows: base rules for any other only cost time at the first paint."""

ARROWS = (
    ("chevron-down", "text2", "chevron-down", 2.0),
    ("chevron-up", "text2", "chevron-up", 2.0),
    ("chevron-down", "disabled", "chevron-down-disabled", 2.0),
    ("check", "on_accent", "check-on", 3.0),
    ("check", "disabled", "check-disabled", 3.0),
    ("minus", "on_accent", "minus-on", 3.0),
)
"""Lucide name, token, file name, stroke: what a style sheet can only show from a file."""

NOISE = re.compile(r"^\s*(text-transform|font-family|line-height)\s*:.*$", re.MULTILINE)
"""Upper case, a family that would beat QApplication.setFont, and a property that Qt does not know."""


def main() -> None:
    """Build both schemes and say what came out."""
    with tempfile.TemporaryDirectory() as scratch:
        # qt-material fixes its picture folder at import, below HOME: without this 0.9 MB would land in the user's.
        os.environ["HOME"] = scratch
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        for name, scheme in SCHEMES.items():
            _build(scheme, STYLE / name, Path(scratch))


def _build(scheme: Scheme, folder: Path, scratch: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "base").mkdir(parents=True)
    sheet = _base(scheme, folder, scratch) + "\n" + _layers(scheme)
    (folder / "sheet.qss").write_text(sheet, encoding="utf-8")
    for icon, token, target, stroke in ARROWS:
        (folder / f"{target}.svg").write_text(_coloured(icon, getattr(scheme, token), stroke), encoding="utf-8")
    print(f"{folder}: {len(sheet)} characters, {len(list(folder.rglob('*.svg')))} pictures")


def _base(scheme: Scheme, folder: Path, scratch: Path) -> str:
    """qt-material's sheet in our colours, without noise and unused classes; its pictures go to `folder`/base."""
    sheet = _generate(scheme, scratch)
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    sheet = _prune(NOISE.sub("", sheet))
    for picture in sorted(set(re.findall(r"icon:/([\w/-]+\.svg)", sheet))):
        copy = folder / "base" / picture.replace("/", "-")
        copy.write_text((scratch / "pictures" / picture).read_text())
    sheet = re.sub(r"icon:/([\w/-]+\.svg)", lambda hit: "theme:/base/" + hit[1].replace("/", "-"), sheet)
    return "\n".join(line for line in map(str.strip, sheet.splitlines()) if line)


def _generate(scheme: Scheme, scratch: Path) -> str:
    """qt-material's own sheet and pictures in our seven colours."""
    import PySide6.QtWidgets  # noqa: F401, PLC0415 - qt-material looks for a binding among the loaded modules
    import qt_material  # noqa: PLC0415 - only after HOME was set

    colours = {
        "primaryColor": scheme.accent,
        "primaryLightColor": scheme.accent_hover,
        "secondaryColor": scheme.sunken,
        "secondaryLightColor": scheme.hover,
        "secondaryDarkColor": scheme.window,
        "primaryTextColor": scheme.on_accent,
        "secondaryTextColor": scheme.text,
    }
    rows = "".join(f'<color name="{name}">{value}</color>\n' for name, value in colours.items())
    source = scratch / "colours.xml"
    source.write_text(f"<resources>\n{rows}</resources>\n")
    extra = {"density_scale": "-1", "danger": scheme.danger, "warning": scheme.warn, "success": scheme.ok}
    sheet = qt_material.build_stylesheet(
        str(source), invert_secondary=False, extra=extra, parent=str(scratch / "pictures"), export=True
    )
    return str(sheet)


def _prune(sheet: str) -> str:
    """Only the rules with at least one selector that names a used class; unused selectors go too."""
    kept = []
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        used = [s.strip() for s in selectors.split(",") if _is_used(s)]
        if used and body.strip():
            kept.append(f"{', '.join(used)} {{{body}}}")
    return "\n".join(kept)


def _is_used(selector: str) -> bool:
    classes = re.findall(r"Q[A-Z]\w+", selector)
    return bool(classes) and all(name in USED for name in classes)


def _layers(scheme: Scheme) -> str:
    """Our own layers in the order of their numbers, tokens filled in."""
    texts = (file.read_text(encoding="utf-8") for file in sorted((STYLE / "layers").glob("*.qss")))
    plain = re.sub(r"/\*.*?\*/", "", "\n".join(texts), flags=re.DOTALL)
    filled = string.Template(plain).substitute(asdict(scheme))
    return "\n".join(line for line in filled.splitlines() if line.strip())


def _coloured(icon: str, colour: str, stroke: float) -> str:
    text = (ICONS / f"{icon}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')


if __name__ == "__main__":
    main()

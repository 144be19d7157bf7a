"""Putting a scheme on: Fusion, an explicit palette, the ready-made sheet, and the colours that painters ask for."""

from dataclasses import asdict
from functools import cache
from typing import Literal

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from forumplanner import paths
from forumplanner.domain.kinds import Category
from forumplanner.gui.tokens import CATEGORY, PALETTE_ROLES, SCHEMES, TRACKS, Scheme

SchemeName = Literal["light", "dark"]

_current: SchemeName = "light"


def tint(application: QApplication, name: SchemeName) -> None:
    """Take the colours of scheme `name`, without style and sheet: enough for a window with no widget in it."""
    global _current  # noqa: PLW0603 - one application wears one scheme at a time
    _current = name
    application.setPalette(palette(name))


def apply(application: QApplication, name: SchemeName) -> None:
    """Dress the whole application in scheme `name`; open windows change at once."""
    sheet = paths.resource("style", name, "sheet.qss").read_text(encoding="utf-8")
    tint(application, name)
    if application.styleSheet() == sheet:  # worn already, and putting it on again would polish every widget anew
        return
    if not application.styleSheet():
        application.setStyle("Fusion")
    QDir.setSearchPaths("theme", [str(paths.resource("style", name))])
    application.setStyleSheet(sheet)


def current() -> SchemeName:
    """The scheme that is worn."""
    return _current


def tokens() -> Scheme:
    """All colours of the scheme that is worn."""
    return SCHEMES[_current]


@cache
def _colour(name: SchemeName, token: str) -> QColor:
    return QColor(getattr(SCHEMES[name], token))


def colour(token: str) -> QColor:
    """The colour of a token ("accent", "text2", ...) in the scheme that is worn. Don't change it: it is shared."""
    return _colour(_current, token)


@cache
def _plain(value: str) -> QColor:
    return QColor(value)


def category_colour(category: Category) -> QColor:
    """The small square beside a category's word."""
    swatch = CATEGORY[category]
    return _plain(swatch.dark if _current == "dark" else swatch.solid)


def track_colours(track: str) -> tuple[QColor, QColor, QColor]:
    """Bar, fill and text of a session's track ("plenary", "a".."d", "closed", "break"); unknown ones are plenary."""
    known = TRACKS[_current]
    found = known.get(track, known["plenary"])
    return _plain(found.bar), _plain(found.tint), _plain(found.text)


def tone_colours(tone: str) -> tuple[QColor, QColor]:
    """Text and fill of a pill of that tone ("danger", "warn", "ok", "info", "accent", else neutral)."""
    if tone == "accent":
        return colour("accent_text"), colour("accent_tint")
    if tone in {"danger", "warn", "ok", "info"}:
        return colour(tone), colour(f"{tone}_tint")
    return colour("text2"), colour("hover")


def palette(name: SchemeName) -> QPalette:
    """The full palette of a scheme, disabled words included."""
    values = asdict(SCHEMES[name])
    made = QPalette()
    for role, token in PALETTE_ROLES.items():
        made.setColor(QPalette.ColorRole[role], QColor(values[token]))
    for role in ("WindowText", "Text", "ButtonText"):
        made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], QColor(values["disabled"]))
    return made

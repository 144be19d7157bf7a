"""The tiles at the left of the welcome page: the ways to begin, the best one first and filled."""

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui import icons, theme
from forumplanner.gui.widgets.attentive import Text, spoken
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Key, Label
from forumplanner.i18n import gettext as _

_TILES: dict[str, tuple[str, Text, Text, str]] = {
    "sample": (
        "sparkles",
        lambda: _("Open the sample forum"),
        lambda: _("Three days, nine rooms, 240 people: change anything"),
        "",
    ),
    "table": (
        "file-spreadsheet",
        lambda: _("Start from a planning workbook"),
        lambda: _("A filled .xlsx form; your file is never changed"),
        "Ctrl+I",
    ),
    "open": ("folder-open", lambda: _("Open…"), lambda: _("An existing planner file"), "Ctrl+O"),
    "new": ("file-plus", lambda: _("New forum"), lambda: _("A title is enough; the rest can wait"), "Ctrl+N"),
    "restore": (
        "archive-restore",
        lambda: _("Restore a backup"),
        lambda: _("Made by itself at every start and end"),
        "",
    ),
}


class Tiles(QWidget):
    """`wanted(key)`: a tile was pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tiles")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._tiles = {key: Tile(key) for key in _TILES}
        for key, tile in self._tiles.items():
            tile.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
        self.put_first("sample")

    def put_first(self, first: str) -> None:
        """The tile to offer first: the sample to a newcomer, a file to everybody else."""
        order = [first, *(key for key in _TILES if key != first)]
        for key in order:
            self._column.removeWidget(self._tiles[key])
        for key in order:
            self._column.addWidget(self._tiles[key])
            self._tiles[key].set_best(best=key == first)
        for one, other in pairwise(order):
            QWidget.setTabOrder(self._tiles[one], self._tiles[other])

    def tile(self, key: str) -> "Tile":
        """One tile."""
        return self._tiles[key]


class Tile(Button):
    """One way to begin: icon, what, a few words, its key."""

    def __init__(self, key: str) -> None:
        icon, title, note, shortcut = _TILES[key]
        super().__init__("", name=f"tile_{key}", kind="tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title, self._note = title, note
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(14)
        self._sign = TileSign(icon)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(Label(title, role="strong", name=f"tile_{key}_title"))
        words.addWidget(Label(note, role="small", name=f"tile_{key}_note"))
        words.addStretch(1)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        if shortcut:
            row.addWidget(Key(shortcut.replace("+", " ")))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()

    def set_best(self, *, best: bool) -> None:
        """Fill the sign."""
        self._sign.set_filled(filled=best)

    def retranslate(self) -> None:
        """The accessible name holds both lines."""
        super().retranslate()
        if hasattr(self, "_note"):
            self.setAccessibleName(f"{spoken(self._title)}. {spoken(self._note)}")


class TileSign(QWidget):
    """An icon on a square, tinted or filled."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setObjectName("tileSign")
        self.setFixedSize(36, 36)
        self._icon, self._filled = icon, False

    def set_filled(self, *, filled: bool) -> None:
        """Accent with a white icon, or its tint."""
        self._filled = filled
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Square and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self._filled else "accent_tint"))
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        painter.drawPixmap(9, 9, icons.pixmap(self._icon, "on_accent" if self._filled else "accent_text", size=18))

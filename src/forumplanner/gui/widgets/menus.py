"""Chips and buttons that open a list of words to choose from: several may be ticked, or one is done at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from forumplanner.gui import icons
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button, Chip

Choices = Callable[[], Sequence[tuple[str, str]]]
"""Keys and words, asked for each time the list opens."""


class MenuButton(Button):
    """A button with a list below it; `picked(key)` when one was chosen."""

    picked = Signal(str)

    def __init__(self, text: Text, choices: Choices, *, name: str, kind: str = "ghost", icon: str = "") -> None:
        super().__init__(text, name=name, kind=kind, icon=icon, small=True)
        self._choices = choices
        self.list = QMenu(self)
        self.list.setObjectName(f"{name}List")
        self.clicked.connect(self.call)

    def call(self) -> None:
        """Open the list."""
        self.list.clear()
        for key, words in self._choices():
            action = self.list.addAction(words)
            action.setObjectName(key)
            action.triggered.connect(lambda _=False, key=key: self.picked.emit(key))
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


class FilterChip(Chip):
    """A chip with a chevron that opens a list of conditions; `flipped(key, on)` for each, `cleared()` by its cross.

    `show_on(words)` turns it on with those words, "" turns it off. Ctrl or Shift click opens the list again.
    """

    flipped = Signal(str, bool)
    cleared = Signal()

    def __init__(self, text: Text, choices: Choices, *, name: str) -> None:
        super().__init__(text, name=name)
        self._off = text
        self._choices = choices
        self._on: frozenset[str] = frozenset()
        self.list = QMenu(self)
        self.list.setObjectName(f"{name}List")
        self.clicked.connect(self._click)

    def show_on(self, keys: frozenset[str], words: str) -> None:
        """Which conditions hold, and the words that say so."""
        self._on = keys
        self.setChecked(bool(keys))
        self.set_text(words if keys else self._off)
        self.recolour()

    def retranslate(self) -> None:
        """Say the words, the cross in front."""
        super().retranslate()
        self.recolour()

    def recolour(self) -> None:
        """On, a cross in front; off, a chevron behind the words."""
        super().recolour()
        behind = not self.isChecked()
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if behind else Qt.LayoutDirection.LeftToRight)
        if behind:
            self.setIcon(icons.icon("chevron-down", "text2", size=12))

    def call(self) -> None:
        """Open the list."""
        self.list.clear()
        for key, words in self._choices():
            self.list.addAction(self._entry(key, words))
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _set_words(self, text: str) -> None:
        super()._set_words(text)
        if not self.isChecked():
            self.setText(f"{text} ")  # a blank between the words and the chevron

    def _entry(self, key: str, words: str) -> QAction:
        entry = QAction(words, self.list)
        entry.setObjectName(key)
        entry.setCheckable(True)
        entry.setChecked(key in self._on)
        entry.toggled.connect(lambda on: self.flipped.emit(key, on))
        return entry

    def _click(self) -> None:
        was_on = bool(self._on)
        self.setChecked(was_on)
        if was_on:
            self.cleared.emit()
        else:
            self.call()

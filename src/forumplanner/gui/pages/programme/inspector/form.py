"""Labelled fields in a grid, which tell what the user changed; drop-downs of codes."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from forumplanner.gui import reading
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.clock import ClockField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _

_NARROW = 36
"""Pixels that a field needs at least per column."""


class Form(QWidget):
    """A grid of six columns; `set(field, value)` when one was changed by the user."""

    set = Signal(str, str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._kept: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)

    def put(self, text: Text, widget: QWidget, *, row: int, column: int, span: int) -> None:
        """A field below its label."""
        label = Label(text, role="label", name=f"{widget.objectName()}Label")
        label.setBuddy(widget)
        widget.setMinimumWidth(_NARROW * span)  # else the widest drop-down would push the others out
        self._grid.addWidget(label, row * 2, column, 1, span)
        self._grid.addWidget(widget, row * 2 + 1, column, 1, span)

    def tell_combo(self, field: str, combo: Combo) -> None:
        """Tell when another entry is picked."""
        combo.picked.connect(lambda key: self.set.emit(field, key))

    def tell_clock(self, field: str, clock: ClockField) -> None:
        """Tell when another time is written."""
        clock.changed.connect(lambda: self.set.emit(field, "" if clock.value() is None else str(clock.value())))

    def tell_number(self, field: str, line: Field) -> None:
        """Tell when another whole number, or none, is written; what is none is marked."""
        line.editingFinished.connect(lambda: self._take_number(field, line))

    def tell_words(self, field: str, line: Field) -> None:
        """Tell when other words are written."""
        line.editingFinished.connect(lambda: self._take(field, line, line.text().strip()))

    def keep(self, field: str, line: Field, words: str) -> None:
        """Show what is kept; a field that is being typed in keeps its letters."""
        self._kept[field] = words
        if not (line.hasFocus() and line.isModified()):
            line.setText(words)
            line.setCursorPosition(0)
            line.set_wrong("")

    def _take_number(self, field: str, line: Field) -> None:
        text = line.text().strip()
        wrong = bool(text) and not text.isdecimal()
        line.set_wrong(_("Write a whole number.") if wrong else "")
        if not wrong:
            self._take(field, line, text)

    def _take(self, field: str, line: Field, text: str) -> None:
        if text != self._kept.get(field, ""):
            line.setModified(False)
            self.set.emit(field, text)


def codes(kind: type[StrEnum]) -> list[tuple[str, Text]]:
    """The choices of a drop-down: every code of a list, in words."""
    return [(str(member), _word(member)) for member in kind]


def _word(member: StrEnum) -> Text:
    return lambda: reading.word(member)

"""Fields: search with Ctrl+F and Esc, text, drop-downs, dates, times and minutes, each under its label."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.labels import Label, Picture, repolish


class Field(Attentive, QLineEdit):
    """One line of text. `label` is its accessible name (and usually also stands above it)."""

    def __init__(self, *, name: str, label: Text, hint: Text = "", small: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("small", small)
        self.say(self.setAccessibleName, label)
        self.say(self.setPlaceholderText, hint)

    def set_wrong(self, sentence: str) -> None:
        """Red edge and, as a tooltip, the sentence; "" takes it back. Saving is never blocked."""
        self.setProperty("wrong", bool(sentence))
        self.setToolTip(sentence)
        repolish(self)


class SearchField(Field):
    """Filters a list while typing: `query` is emitted at each key; Esc clears, Down goes to the list."""

    query = Signal(str)
    leave = Signal()

    def __init__(self, *, name: str, label: Text, hint: Text, width: int = 200, small: bool = False) -> None:
        super().__init__(name=name, label=label, hint=hint, small=small)
        self.setProperty("search", True)
        self.setFixedWidth(width)
        self._picture = Picture("search", "text2")
        self._picture.setParent(self)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self.query)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the glass in the middle."""
        super().resizeEvent(event)
        self._picture.move(9, (self.height() - self._picture.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc clears, then lets go; Down and Enter go to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave.emit()
        else:
            super().keyPressEvent(event)


class Combo(Attentive, QComboBox):
    """A drop-down of (key, words); `key()` is what is chosen, `picked` tells a choice made by the user."""

    picked = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, Text]] = (), *, name: str, label: Text, small: bool = False, letters: int = 8
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("small", small)
        self.say(self.setAccessibleName, label)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(_NO_WHEEL)
        self._choices: tuple[tuple[str, Text], ...] = ()
        self.set_choices(choices)
        self.activated.connect(lambda _: self.picked.emit(self.key()))

    def set_choices(self, choices: Sequence[tuple[str, Text]]) -> None:
        """Other choices; what is chosen stays where it still exists."""
        chosen = self.key()
        self._choices = tuple(choices)
        self.blockSignals(True)
        self.clear()
        for key, text in self._choices:
            self.addItem(text if isinstance(text, str) else text(), key)
        self.blockSignals(False)
        if chosen:
            self.choose(chosen)

    def key(self) -> str:
        """The key of what is chosen, "" for nothing."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def choose(self, key: str) -> None:
        """Choose without a signal; an unknown key chooses nothing new."""
        place = self.findData(key)
        if place >= 0:
            self.blockSignals(True)
            self.setCurrentIndex(place)
            self.blockSignals(False)
            self.update()

    def retranslate(self) -> None:
        """Say label and choices again."""
        super().retranslate()
        for place, (_, text) in enumerate(self._choices):
            self.setItemText(place, text if isinstance(text, str) else text())


class TimeField(Attentive, QTimeEdit):
    """A time of day as 09:30; the arrows go by five minutes."""

    def __init__(self, *, name: str, label: Text) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setAccessibleName, label)
        self.setDisplayFormat("HH:mm")
        self.installEventFilter(_NO_WHEEL)
        # With styled arrow buttons the inner line ignores the sheet's padding.
        self.lineEdit().setTextMargins(7, 0, 0, 0)

    def value(self) -> time:
        """The time."""
        chosen = self.time()
        return time(chosen.hour(), chosen.minute())

    def set_value(self, value: time) -> None:
        """Show another time, without a signal."""
        self.blockSignals(True)
        self.setTime(QTime(value.hour, value.minute))
        self.blockSignals(False)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Minutes go by five, hours by one."""
        by = 5 if self.currentSection() == QTimeEdit.Section.MinuteSection else 1
        super().stepBy(steps * by)


class Number(Attentive, QSpinBox):
    """A whole number, with its unit in words where one helps ("25 min")."""

    def __init__(
        self, *, name: str, label: Text, least: int = 0, most: int = 999, unit: Text = "", step: int = 1
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setAccessibleName, label)
        self.say(self.setSuffix, unit)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.installEventFilter(_NO_WHEEL)
        self.lineEdit().setTextMargins(7, 0, 0, 0)

    def set_value(self, value: int) -> None:
        """Show another number, without a signal."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)


class Labelled(QWidget):
    """A field under its label, and under it the place for a sentence about the value."""

    def __init__(self, label: Text, field: QWidget, *, note: Text = "") -> None:
        super().__init__()
        self.setObjectName(f"{field.objectName()}Box")
        self.field = field
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = Label(label, role="label", name=f"{field.objectName()}Label")
        words.setBuddy(field)
        column.addWidget(words)
        column.addWidget(field)
        self.note = Label(note, role="note", name=f"{field.objectName()}Note", wrap=True)
        column.addWidget(self.note)
        self.note.setVisible(bool(self.note.text()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As the layout asks."""
        return self._column.sizeHint()


class _NoWheel(QObject):
    """The wheel scrolls the page; it never changes a value that the pointer happens to cross."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


_NO_WHEEL = _NoWheel()

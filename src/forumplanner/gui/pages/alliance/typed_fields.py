"""Fields that are typed: a day or only its year, a country by any name, and long texts in both languages."""

import datetime as dt
import re

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.domain.countries import country_code
from forumplanner.gui import fonts, reading
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.wordings import NO_TEXT, Pair

_YEAR = re.compile(r"\s*(1[89]\d\d|20\d\d|21\d\d)\s*年?\s*")
_NAMES = {"zh-Hans": lambda: _("Chinese"), "en": lambda: _("English")}


class WhenField(DayField):
    """A day, or only the year where nobody knows more; `written(day, year)` when it was left with another value."""

    written = Signal(object, object)

    def __init__(self, *, name: str, label: Text) -> None:
        super().__init__(name=name, label=label)
        self.say(self.setPlaceholderText, lambda: _("2027-10-23, or 2027"))
        self._kept = ""
        self.editingFinished.connect(self._tell)

    def year(self) -> int | None:
        """The year where nothing but a year is written."""
        found = _YEAR.fullmatch(self.text())
        return int(found.group(1)) if found else None

    def is_sound(self) -> bool:
        """True for a date, a year and for nothing."""
        return self.year() is not None or super().is_sound()

    def set_when(self, day: dt.date | None, year: int | None) -> None:
        """Show a day, or a year."""
        self._kept = day.isoformat() if day else str(year or "")
        if not (self.hasFocus() and self.isModified()):
            self.setText(self._kept)

    def _tell(self) -> None:
        if self.text().strip() != self._kept and self.is_sound():
            self.setModified(False)
            self.written.emit(self.value(), self.year())


class CountryField(Field):
    """A country by its name in either language or its code; `chosen(code)`."""

    chosen = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name, label=lambda: _("Country"), hint=lambda: _("Thailand, 泰国 or TH"))
        self._code = ""
        self.editingFinished.connect(self._tell)

    def show_code(self, code: str) -> None:
        """Show a country."""
        self._code = code
        self.set_wrong("")
        if not (self.hasFocus() and self.isModified()):
            self.setText(reading.country(code))
            self.setCursorPosition(0)

    def _tell(self) -> None:
        typed = self.text().strip()
        if typed == reading.country(self._code):
            return
        code = country_code(typed) if typed else ""
        self.set_wrong("" if code is not None else _("No country of that name. Write its name or its two letters."))
        if code is not None:
            self.setModified(False)
            self.chosen.emit(code)


class LongTexts(Attentive, QWidget):
    """A text of several lines in each language, one under the other: `edited(tag, text)`, `confirmed(tag)`."""

    edited = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self, label: Text, *, name: str, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tags, self._value = tags, NO_TEXT
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(label, role="label", name=f"{name}Label"))
        head.addStretch(1)
        self._word = Label(lambda: _("Needs review"), role="warn", name=f"{name}Review")
        self._confirm = Button(lambda: _("Confirm"), name=f"{name}Confirm", kind="link", small=True)
        self._confirm.clicked.connect(self._say_confirmed)
        head.addWidget(self._word)
        head.addWidget(self._confirm)
        column.addLayout(head)
        self.sides = {tag: _Lines(f"{name}_{tag}", _NAMES.get(tag, tag), tag) for tag in tags}
        for tag, side in self.sides.items():
            side.left.connect(lambda tag=tag: self._tell(tag))
            column.addWidget(side)
        self.set_value(NO_TEXT)

    def set_value(self, value: Pair) -> None:
        """Show a text; a side that is being typed in keeps its letters."""
        self._value = value
        for place, side in enumerate(self.sides.values()):
            if not side.hasFocus():
                side.setPlainText(value.side(place))
        pending = bool(self._pending())
        self._word.setVisible(pending)
        self._confirm.setVisible(pending)

    def _pending(self) -> list[str]:
        return [tag for place, tag in enumerate(self._tags) if not self._value.reviewed(place)]

    def _tell(self, tag: str) -> None:
        text = self.sides[tag].toPlainText()
        if text.strip() != self._value.side(self._tags.index(tag)):
            self.edited.emit(tag, text)

    def _say_confirmed(self) -> None:
        for tag in self._pending():
            self.confirmed.emit(tag)


class _Lines(Attentive, QPlainTextEdit):
    """A few lines in one language's fonts; `left` when the focus goes."""

    left = Signal()

    def __init__(self, name: str, label: Text, tag: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("grows", True)  # else the sheet makes it one line high
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setFont(fonts.font(tag))
        self.say(self.setAccessibleName, label)
        self.say(self.setPlaceholderText, label)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines and a bit, so that one sees where it goes on."""
        return QSize(120, 58)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not less."""
        return self.sizeHint()

    def focusOutEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Tell."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.left.emit()

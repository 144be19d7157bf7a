"""BilingualField: one text in the forum's two languages side by side, with what needs review in amber."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.text import DEFAULT_LANGUAGES
from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label, Picture, repolish
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.wordings import NO_TEXT, Pair

_LANGUAGE_NAMES = {"zh-Hans": lambda: _("Chinese"), "en": lambda: _("English")}


class BilingualField(Attentive, QWidget):
    """Chinese left, the other language right (the order of the forum's pair).

    `edited(tag, text)` when a side was rewritten and left; `confirmed(tag)` when an amber side was declared right.
    Each side has its own language's fonts, whatever the window speaks.
    """

    edited = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self, label: Text, *, name: str, tags: tuple[str, ...] = DEFAULT_LANGUAGES) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tags = tags
        self._value = NO_TEXT
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(label, role="label", name=f"{name}Label"))
        head.addStretch(1)
        self._mark = Picture("languages", "warn", size=14)
        self._word = Label(lambda: _("Needs review"), role="warn", name=f"{name}Review")
        self._confirm = Button(lambda: _("Confirm"), name=f"{name}Confirm", kind="link", small=True)
        self._confirm.clicked.connect(self._say_confirmed)
        for widget in (self._mark, self._word, self._confirm):
            head.addWidget(widget)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._sides = {tag: self._side(tag) for tag in tags}
        for field in self._sides.values():
            row.addWidget(field, 1)
        column.addLayout(row)
        self.set_value(self._value)

    def set_value(self, value: Pair) -> None:
        """Show a text, one side per tag; a side that is being typed in keeps its letters."""
        self._value = value
        for place, field in enumerate(self._sides.values()):
            if not (field.hasFocus() and field.isModified()):
                field.setText(value.side(place))
                field.setCursorPosition(0)
            field.setProperty("review", not value.reviewed(place))
            repolish(field)
            field.setAccessibleDescription("" if value.reviewed(place) else _("Needs review"))
        pending = bool(self._pending())
        for widget in (self._mark, self._word, self._confirm):
            widget.setVisible(pending)

    def value(self) -> Pair:
        """What was shown last, without letters that are still being typed."""
        return self._value

    def side(self, tag: str) -> Field:
        """The field of one language."""
        return self._sides[tag]

    def _pending(self) -> list[str]:
        return [tag for place, tag in enumerate(self._tags) if not self._value.reviewed(place)]

    def _side(self, tag: str) -> Field:
        speak = _LANGUAGE_NAMES.get(tag, lambda: tag)
        field = Field(name=f"{self.objectName()}_{tag}", label=speak, hint=speak)
        field.setFont(fonts.font(tag))
        field.editingFinished.connect(lambda: self._say_edited(tag))
        return field

    def _say_edited(self, tag: str) -> None:
        text = self._sides[tag].text()
        if text != self._value.side(self._tags.index(tag)):
            self._sides[tag].setModified(False)
            self.edited.emit(tag, text)

    def _say_confirmed(self) -> None:
        for tag in self._pending():
            self.confirmed.emit(tag)

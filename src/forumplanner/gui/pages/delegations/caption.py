"""The bar below the tree: the caption that stands under every list of delegations, and its editing in place."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from forumplanner.gui import fonts, reading
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Elide, Picture
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.delegations import Delegations

HEIGHT = 36


class CaptionBar(Attentive, QFrame):
    """`written({tag: text})`: the caption in the forum's own words; empty sides take the usual words again."""

    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delegationsCaption")
        self.setProperty("place", "foot")
        self.setFixedHeight(HEIGHT)
        self._delegations = Delegations("", (), "UTC")
        self.words = Elide("", role="muted", name="captionWords")
        self.edit = Button(lambda: _("Edit caption"), name="captionEdit", kind="link", small=True)
        self.fields: dict[str, Field] = {}
        self.save = Button(lambda: _("Keep it"), name="captionSave", kind="link", small=True)
        self.usual = Button(lambda: _("Usual words"), name="captionUsual", kind="link", small=True)
        self._stack = QStackedWidget()
        self._stack.setObjectName("captionStack")
        self._shown, self._editor = _row(), _row()
        for widget in (Picture("info", "text3", size=14), self.words, self.edit):
            self._shown.add(widget)
        for widget in (self.usual, self.save):
            self._editor.add(widget)
        self._stack.addWidget(self._shown)
        self._stack.addWidget(self._editor)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.edit.clicked.connect(lambda _checked: self.open())
        self.save.clicked.connect(lambda _checked: self._tell())
        self.usual.clicked.connect(lambda _checked: self._tell_usual())

    def show_delegations(self, delegations: Delegations) -> None:
        """Show the caption of these."""
        self._delegations = delegations
        self.words.set_text(reading.line(delegations.caption, delegations.languages))
        if tuple(self.fields) != delegations.languages:
            self._make_fields(delegations.languages)
        for field, text in zip(self.fields.values(), delegations.caption, strict=True):
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
                field.setCursorPosition(0)

    def open(self) -> None:
        """Edit it in place."""
        self._stack.setCurrentWidget(self._editor)
        if self.fields:
            next(iter(self.fields.values())).setFocus()

    def close_editor(self) -> None:
        """Show the words again."""
        self._stack.setCurrentWidget(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps what was typed, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._stack.currentWidget() is self._editor:
            self._tell()
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._editor:
            self.close_editor()
            self.show_delegations(self._delegations)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """The other side of the caption."""
        super().retranslate()
        self.words.set_text(reading.line(self._delegations.caption, self._delegations.languages))

    def _make_fields(self, languages: tuple[str, ...]) -> None:
        for old in self.fields.values():
            old.hide()
            old.deleteLater()
        self.fields = {}
        for place, tag in enumerate(languages):
            field = Field(name=f"caption_{tag}", label=lambda: _("Caption"), small=True)
            field.setFont(fonts.font(tag))
            self._editor.insert(place, field)
            self.fields[tag] = field

    def _tell(self) -> None:
        self.close_editor()
        texts = {tag: field.text().strip() for tag, field in self.fields.items()}
        if tuple(texts.values()) != self._delegations.caption:
            self.written.emit(texts)

    def _tell_usual(self) -> None:
        self.close_editor()
        if self._delegations.own_caption:
            self.written.emit({})


class _row(QWidget):  # noqa: N801 - reads as a word above
    """Widgets side by side; what can give way takes the room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("captionRow")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 16, 0)
        self._row.setSpacing(8)

    def add(self, widget: QWidget) -> None:
        """At the end."""
        self._row.addWidget(widget, 1 if isinstance(widget, Elide | Field) else 0)

    def insert(self, place: int, widget: QWidget) -> None:
        """At a place."""
        self._row.insertWidget(place, widget, 1)

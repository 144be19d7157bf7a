"""One text in the forum's two languages side by side, in boxes that grow with their words; what is stale in amber."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.languages import language_name
from forumplanner.domain.text import DEFAULT_LANGUAGES
from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label, Picture, repolish
from forumplanner.gui.widgets.writing import GrowingBox
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.completeness import TextRef
from forumplanner.snapshots.wordings import NO_TEXT, Pair

_FRAME = 16
"""Border and padding above and below the lines of a box, pixels."""
_MOST = 7


class TextBox(GrowingBox):
    """Some lines of text. Enter ends the writing; where `paragraphs` are wanted, Ctrl+Enter does."""

    def __init__(self, *, name: str, label: Text, paragraphs: bool = False, least: int = 1) -> None:
        super().__init__(name=name, least=least, most=_MOST, frame=_FRAME, enter_ends=not paragraphs)
        self.say(self.setAccessibleName, label)
        self.say(self.setPlaceholderText, label)

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No lower than a field of one line."""
        return QSize(100, max(super().sizeHint().height(), 32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not much wider than it must be."""
        return QSize(40, self.sizeHint().height())


class TextPort(QObject):
    """Where all texts of the inspector are handed over: `written(ref, tag, text)`, `approved(ref)`."""

    written = Signal(object, str, str)
    approved = Signal(object)


class PairText(Attentive, QWidget):
    """Chinese left, the other language right (the order of the forum's pair).

    `edited(tag, text)` when a side was rewritten and left; `confirmed(tag)` when an amber side was declared right.
    """

    edited = Signal(str, str)
    confirmed = Signal(str)

    def __init__(self, label: Text, *, name: str, paragraphs: bool = False, least: int = 1) -> None:
        super().__init__()
        self.setObjectName(name)
        self._paragraphs, self._least = paragraphs, least
        self._value = NO_TEXT
        self._tags: tuple[str, ...] = ()
        self._boxes: dict[str, TextBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        self.label = Label(label, role="label", name=f"{name}Label")
        self._spoken = Label("", role="note", name=f"{name}Languages")
        self._mark = Picture("languages", "warn", size=14)
        self._word = Label(lambda: _("Needs review"), role="warn", name=f"{name}Review")
        self.confirm = Button(lambda: _("Confirm"), name=f"{name}Confirm", kind="link", small=True)
        self.confirm.clicked.connect(self._say_confirmed)
        head.addWidget(self.label)
        head.addWidget(self._spoken)
        head.addStretch(1)
        for widget in (self._mark, self._word, self.confirm):
            head.addWidget(widget)
        column.addLayout(head)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        column.addLayout(self._row)
        self.set_tags(DEFAULT_LANGUAGES)

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Another forum may have another pair of languages."""
        if tags == self._tags or not tags:
            return
        for box in self._boxes.values():
            self._row.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._tags = tags
        self._boxes = {tag: self._box(tag) for tag in tags}
        for box in self._boxes.values():
            self._row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
        self.retranslate()
        self.set_value(NO_TEXT)

    def set_value(self, value: Pair) -> None:
        """Show a text, one side per language."""
        self._value = value
        for place, box in enumerate(self._boxes.values()):
            box.set_text(value.side(place))
            stale = not value.reviewed(place)
            if bool(box.property("review")) is not stale:
                box.setProperty("review", stale)
                repolish(box)
            box.setAccessibleDescription(_("Needs review") if stale else "")
        pending = bool(self._pending())
        for widget in (self._mark, self._word, self.confirm):
            widget.setVisible(pending)

    def value(self) -> Pair:
        """What was shown last, without letters that are still being typed."""
        return self._value

    def side(self, tag: str) -> TextBox:
        """The box of one language."""
        return self._boxes[tag]

    def retranslate(self) -> None:
        """Name the languages again."""
        super().retranslate()
        here = i18n.interface_language()
        self._spoken.setText(" | ".join(language_name(tag)[here] for tag in self._tags))

    def _pending(self) -> list[str]:
        return [tag for place, tag in enumerate(self._tags) if not self._value.reviewed(place)]

    def _box(self, tag: str) -> TextBox:
        box = TextBox(
            name=f"{self.objectName()}_{tag}",
            label=lambda: language_name(tag)[i18n.interface_language()],
            paragraphs=self._paragraphs,
            least=self._least,
        )
        box.setFont(fonts.font(tag))
        box.finished.connect(lambda: self._say_edited(tag))
        return box

    def _say_edited(self, tag: str) -> None:
        text = self._boxes[tag].text().strip()
        if tag in self._tags and text != self._value.side(self._tags.index(tag)):
            self._boxes[tag].document().setModified(False)
            self.edited.emit(tag, text)

    def _say_confirmed(self) -> None:
        for tag in self._pending():
            self.confirmed.emit(tag)


class RefText(PairText):
    """A pair that knows where it is kept, and hands over there by itself."""

    def __init__(self, label: Text, *, name: str, port: TextPort, paragraphs: bool = False, least: int = 1) -> None:
        super().__init__(label, name=name, paragraphs=paragraphs, least=least)
        self._ref: TextRef | None = None
        self.edited.connect(lambda tag, text: port.written.emit(self._ref, tag, text))
        self.confirmed.connect(lambda _tag: port.approved.emit(self._ref))

    def show_text(self, ref: TextRef, value: Pair, tags: tuple[str, ...]) -> None:
        """Show the text that is kept there; what was being typed about another thing was handed over before."""
        self.set_tags(tags)
        if ref != self._ref:
            for tag in tags:
                self.side(tag).document().setModified(False)
        self._ref = ref
        self.set_value(value)

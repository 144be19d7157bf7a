"""The sentence for the press in both languages, each with its copy button, and the basis under it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from forumplanner.domain.stated_basis import Note
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import fonts
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _

_LANGUAGES: dict[str, Callable[[], str]] = {ZH: lambda: _("Chinese"), EN: lambda: _("English")}


class PressCard(Card):
    """`copied(text)` for one language with its basis, `opened(measure)` for a part of the basis."""

    copied = Signal(str)
    opened = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name, margin=16, gap=10)
        self.set_head(lambda: _("For the press"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        self.words: dict[str, Label] = {}
        self._bases: dict[str, str] = {}
        for column, (tag, title) in enumerate(_LANGUAGES.items()):
            copy = Button(lambda: _("Copy"), name=f"{name}Copy_{tag}", kind="link", icon="copy", small=True)
            copy.say(copy.setAccessibleName, lambda title=title: f"{_('Copy')}: {title()}")  # type: ignore[misc]  # default keeps its own
            copy.clicked.connect(lambda _on=False, tag=tag: self.copied.emit(self.text(tag)))
            label = Label("", role="lead", name=f"{name}Words_{tag}", wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFont(fonts.font(tag, px=15))
            self.words[tag] = label
            grid.addWidget(Label(title, role="label", name=f"{name}Language_{tag}"), 0, 2 * column)
            grid.addWidget(copy, 0, 2 * column + 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, 1, 2 * column, 1, 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(2 * column, 1)
        self.column.addLayout(grid)
        self._notes = QWidget()
        self._notes.setObjectName(f"{name}Notes")
        self.column.addWidget(self._notes)

    def show_sentences(self, sentences: dict[str, str], bases: dict[str, str], notes: Sequence[Note]) -> None:
        """Show one sentence a language, and the parts of the basis in the reader's."""
        self._bases = bases
        for tag, label in self.words.items():
            label.setText(sentences[tag] or "–")
        old, self._notes = self._notes, QWidget()
        self._notes.setObjectName(old.objectName())
        column = QVBoxLayout(self._notes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for note in notes:
            column.addWidget(self._note(note), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.replaceWidget(old, self._notes)
        old.hide()
        old.deleteLater()

    def text(self, tag: str) -> str:
        """What is copied: the sentence and its basis."""
        return "\n".join(filter(None, (self.words[tag].text(), self._bases.get(tag, ""))))

    def _note(self, note: Note) -> QWidget:
        name = f"numbersNote_{note.measure or 'basis'}"
        if note.measure is None:
            return Label(note.words, role="note", name=name)
        button = Button(note.words, name=name, kind="link", small=True)
        button.clicked.connect(lambda: self.opened.emit(str(note.measure)))
        return button

"""One language of a letter's text: the box to write in, whose words these are, and under it how they read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.languages import language_name
from forumplanner.domain.letters import fill
from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.writing import TextBox
from forumplanner.i18n import gettext as _


class TextPane(Attentive, QWidget):
    """`written(text)` when the words changed; `left` to go back to the program's own."""

    written = Signal(str)
    left = Signal()

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.setObjectName(f"letterText_{tag}")
        self.tag = tag
        self._text = self._preset = ""
        self._values: dict[str, str] = {}
        self.mark = Label("", role="label", name=f"letterMark_{tag}")
        self.leave = Button(lambda: _("Back to the standard text"), name=f"letterLeave_{tag}", kind="link", small=True)
        self.box = TextBox(name=f"letterBox_{tag}", tag=tag)
        self.wrong = Label("", role="warn", name=f"letterWrong_{tag}", wrap=True)
        self.look = QPlainTextEdit()
        self.look.setObjectName(f"letterLook_{tag}")
        self.look.setProperty("grows", True)
        self.look.setReadOnly(True)
        self.look.setFont(fonts.font(tag))
        self.look.setTabChangesFocus(True)
        self.look.document().setDocumentMargin(4)
        self._lay_out()
        self.box.finished.connect(self._finish)
        self.box.textChanged.connect(self._show_look)
        self.leave.clicked.connect(self.left)

    def show_text(self, own: str, preset: str) -> None:
        """Show the forum's own words, else the program's."""
        self._text, self._preset = own or preset, preset
        self.box.set_text(self._text)
        self.leave.setVisible(bool(own) and bool(preset))
        self.retranslate()
        self._show_look()

    def show_values(self, values: dict[str, str]) -> None:
        """What fields are filled with in the look below."""
        self._values = values
        self._show_look()

    def show_look(self, *, on: bool) -> None:
        """Short words, such as a name, need no look at how they read."""
        self.look.setVisible(on)
        self.reads.setVisible(on)

    def insert(self, field: str) -> None:
        """Put a field where the cursor is."""
        self.box.insertPlainText(f"{{{field}}}")
        self.box.document().setModified(True)
        self.box.setFocus()

    def retranslate(self) -> None:
        """Say whose words these are."""
        super().retranslate()
        if not hasattr(self, "reads"):
            return
        language = language_name(self.tag)[i18n.interface_language()]
        if not self._text:
            whose = _("Nothing written yet")
        elif self._text == self._preset:
            whose = _("Standard text")
        else:
            whose = _("The forum’s own text")
        self.mark.setText(f"{language} · {whose}")
        self.box.setAccessibleName(self.mark.text())
        self.look.setAccessibleName(f"{language} · {_('How it reads')}")
        self._show_look()

    def _show_look(self) -> None:
        filled = fill(self.box.toPlainText(), self._values)
        if filled.text != self.look.toPlainText():
            self.look.setPlainText(filled.text)
        names = ", ".join(f"{{{name}}}" for name in filled.unknown)
        self.wrong.setText(_("No field of letters: {names}. It can’t be kept like this.", names=names) if names else "")
        self.wrong.setVisible(bool(names))

    def _finish(self) -> None:
        text = self.box.toPlainText().strip()
        if text != self._text:
            self.box.document().setModified(False)
            self.written.emit(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addStretch(1)
        head.addWidget(self.leave)
        column.addLayout(head)
        column.addWidget(self.box, 3)
        column.addWidget(self.wrong)
        self.reads = Label(lambda: _("How it reads"), role="note", name=f"letterReads_{self.tag}")
        column.addWidget(self.reads)
        column.addWidget(self.look, 4)

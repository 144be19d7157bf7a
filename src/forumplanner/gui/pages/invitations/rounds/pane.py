"""One language of a mail's text: subject and body to write in, whose words these are, and which field is none."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.languages import language_name
from forumplanner.domain.mail_templates import ACCEPTED
from forumplanner.domain.templates import unknown_fields
from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.writing import TextBox
from forumplanner.i18n import gettext as _

SUBJECT, BODY = "subject", "body"
PARTS = (SUBJECT, BODY)


class MailPane(Attentive, QWidget):
    """`written(part, text)` when words changed and were left, `typed()` at each letter, `entered()` to write here."""

    written = Signal(str, str)
    typed = Signal()
    entered = Signal()

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.setObjectName(f"roundText_{tag}")
        self.tag = tag
        self._kept = dict.fromkeys(PARTS, "")
        self._preset = dict.fromkeys(PARTS, "")
        self.mark = Label("", role="label", name=f"roundMark_{tag}")
        self.leave = Button(lambda: _("Back to the standard text"), name=f"roundLeave_{tag}", kind="link", small=True)
        self.subject = Field(name=f"roundSubject_{tag}", label=lambda: _("Subject line"))
        self.subject.setFont(fonts.font(tag))
        self.box = TextBox(name=f"roundBox_{tag}", tag=tag)
        self.wrong = Label("", role="warn", name=f"roundWrong_{tag}", wrap=True)
        self._lay_out()
        self.subject.textEdited.connect(lambda _text: self._type())
        self.subject.editingFinished.connect(partial(self._finish, SUBJECT))
        self.box.textChanged.connect(self._type)
        self.box.finished.connect(partial(self._finish, BODY))
        self.box.entered.connect(self.entered)
        self.leave.clicked.connect(self._leave)

    def show_text(self, part: str, own: str, preset: str) -> None:
        """Show the forum's own words, else the program's."""
        self._kept[part], self._preset[part] = own or preset, preset
        if part == BODY:
            self.box.set_text(self._kept[part])
        elif not (self.subject.hasFocus() and self.subject.isModified()):
            self.subject.setText(self._kept[part])
            self.subject.setCursorPosition(0)
        self.leave.setVisible(self._kept != self._preset)
        self._say()

    def text(self, part: str) -> str:
        """What stands there now, left or not."""
        return (self.subject.text() if part == SUBJECT else self.box.toPlainText()).strip()

    def finish(self) -> None:
        """Leave both fields: nothing that was typed is lost to whoever presses a key elsewhere."""
        for part in PARTS:
            self._finish(part)

    def is_sound(self) -> bool:
        """True where every field in braces is one of mails."""
        return not self._unknown()

    def insert(self, field: str) -> None:
        """Put a field where the cursor is in the body."""
        self.box.insertPlainText(f"{{{field}}}")
        self.box.document().setModified(True)
        self.box.setFocus()

    def retranslate(self) -> None:
        """Say whose words these are."""
        super().retranslate()
        if hasattr(self, "wrong"):
            self._say()

    def _say(self) -> None:
        language = language_name(self.tag)[i18n.interface_language()]
        whose = _("Standard text") if self._kept == self._preset else _("The forum’s own text")
        self.mark.setText(f"{language} · {whose}")
        self.box.setAccessibleName(self.mark.text())
        names = ", ".join(f"{{{name}}}" for name in self._unknown())
        self.wrong.setText(_("No field of mails: {names}. It can’t be kept like this.", names=names) if names else "")
        self.wrong.setVisible(bool(names))

    def _unknown(self) -> list[str]:
        return [name for part in PARTS for name in unknown_fields(self.text(part), ACCEPTED)]

    def _type(self) -> None:
        self._say()
        self.typed.emit()

    def _finish(self, part: str) -> None:
        text = self.text(part)
        if text != self._kept[part] and self.is_sound():
            self.box.document().setModified(False)
            self.subject.setModified(False)
            self._kept[part] = text
            self.written.emit(part, text)

    def _leave(self) -> None:
        for part in PARTS:
            self.written.emit(part, "")

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
        column.addWidget(self.subject)
        column.addWidget(self.box, 1)
        column.addWidget(self.wrong)

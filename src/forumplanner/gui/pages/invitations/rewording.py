"""The text that mails about changes are written with, beside the mail that follows each letter."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.gui.pages.invitations.rounds import words
from forumplanner.gui.pages.invitations.rounds.panes import MailPanes
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.telling import TellingPlan

_LEAST = 230


class Rewording(Attentive, Card):
    """`written(kind, part, tag, text)` when words were left, `typed()` at each letter, `left()` when it is done."""

    written = Signal(object, str, str, str)
    typed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(name="rewording", margin=16, gap=10)
        self._kind = MailKind.CHANGE
        self.title = Label("", role="strong", name="rewordingTitle")
        self.note = Label(
            lambda: _("Holds for all mails of this kind in this forum."), role="small", name="rewordingNote"
        )
        self.panes = MailPanes(name="rewording")
        self.panes.setMinimumHeight(_LEAST)
        self.done = Button(lambda: _("Done"), name="rewordingDone", small=True, key="Esc")
        self._lay_out()
        self.panes.written.connect(lambda *text: self.written.emit(self._kind, *text))
        self.panes.typed.connect(self.typed)
        self.done.clicked.connect(lambda _checked: self.leave())

    def show_plan(self, kind: MailKind, plan: TellingPlan) -> None:
        """Show the text of that kind; what was typed of another one is kept before."""
        if kind is not self._kind:
            self.panes.finish()
        self._kind = kind
        self.panes.show_plan(kind, plan)
        self._say()

    def over(self, plan: TellingPlan) -> TellingPlan:
        """The plan with the words that stand in the fields now."""
        typed = self.panes.typed_words(self._kind)
        written = {(code, tag) for code, tag, _text in typed}
        return replace(plan, words=(*(one for one in plan.words if one[:2] not in written), *typed))

    def leave(self) -> bool:
        """Done; False where a text can't be kept, and it stays."""
        sound = self.panes.finish()
        if sound:
            self.left.emit()
        return sound

    def retranslate(self) -> None:
        """Say which text it is."""
        super().retranslate()
        if hasattr(self, "done"):
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc is done."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.title.setText(_("Text of the mail “{kind}”", kind=words.kind(self._kind)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.note)
        head.addLayout(names)
        head.addStretch(1)
        head.addWidget(self.panes.fields)
        head.addWidget(self.done)
        self.column.addLayout(head)
        self.column.addWidget(self.panes, 1)

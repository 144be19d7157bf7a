"""The gate that letters pass: what is not approved is looked at only, until it is issued with a reason that is kept."""

from PySide6.QtCore import QObject, Signal

from forumplanner.gui.pages.documents.handing import Handing
from forumplanner.gui.pages.documents.issuing import IssuingPanel
from forumplanner.gui.pages.documents.kinds import Made
from forumplanner.gui.widgets.buttons import Button
from forumplanner.i18n import gettext as _


class LetterGate(QObject):
    """Knows what lies on the desk; every way out asks `may_go` first. `opened()` after letters were issued."""

    opened = Signal()

    def __init__(self, handing: Handing) -> None:
        super().__init__(handing)
        self._handing = handing
        self._made: Made | None = None
        self.panel = IssuingPanel()
        self.word = Button(lambda: _("Save for Word"), name="saveWord", icon="file-text")
        self.issue = Button(lambda: _("Issue…"), name="issueLetter", icon="stamp")
        self.word.clicked.connect(self.save_word)
        self.issue.clicked.connect(self.ask)
        self.panel.issued.connect(self._issue)

    def show_made(self, made: Made | None) -> None:
        """Another paper lies on the desk; before the approval the button says so."""
        self._made = made
        issuable = made.issuable if made is not None else None
        self.word.setVisible(made is not None and made.word is not None)
        self.issue.setVisible(issuable is not None)
        if issuable is None:
            self.panel.hide()
        elif self.panel.isVisible() and issuable != self.panel.what():
            self.panel.start(issuable)  # other letters lie there now: what was typed was about those before
        if issuable is not None and issuable.held:
            self.issue.set_text(lambda: _("Approval not recorded…"))
        else:
            self.issue.set_text(lambda: _("Issue…"))

    def may_go(self) -> bool:
        """Whether what lies on the desk may leave the house; else the reason is asked for."""
        if self._made is None or not self._made.is_held:
            return True
        self.ask()
        return False

    def ask(self) -> None:
        """Ask for number, date and, before the approval is recorded, for a reason."""
        if self._made is not None and self._made.issuable is not None:
            self.panel.start(self._made.issuable)

    def save_word(self) -> None:
        """Save the letters on the desk for Word."""
        if self._made is not None and self.may_go():
            self._handing.save_word(self._made)

    def _issue(self, number: str, dated: str, despite: str) -> None:
        issuable = self._made.issuable if self._made is not None else None
        if issuable is not None and self._handing.issue(issuable, number, dated, despite):
            self.panel.hide()
            self.opened.emit()

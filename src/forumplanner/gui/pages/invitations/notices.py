"""The line below the summary: who was never written to, who hears by other ways, what still waits in the outbox."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.changes_to_tell import ToTell

HEIGHT = 36


class Notices(Attentive, QFrame):
    """Each part leads to where it is dealt with; the line is hidden while none has anything to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mailNotices")
        self.setProperty("place", "tools")
        self.setFixedHeight(HEIGHT)
        self.picture = Picture("info", "accent_text", size=15)
        self.words = Elide("", role="small", name="noticeWords")
        self.round = Button(lambda: _("New round…"), name="noticeRound", kind="link", small=True)
        self.by_hand = _counted("phone", lambda: _("Who hears by phone, by chat or from others"), "noticeByHand")
        self.waiting = _counted("mail", lambda: _("Mails in the outbox that have not gone yet"), "noticeWaiting")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addWidget(self.words)
        row.addWidget(self.round)
        row.addStretch(1)
        row.addWidget(self.by_hand)
        row.addWidget(self.waiting)
        self.hide()

    def show_sums(self, sums: ToTell) -> None:
        """Say what there is."""
        new, by_hand, waiting = len(sums.strangers), len(sums.by_hand), len(sums.waiting)
        self.words.say(self.words.set_text, lambda: said_new(new))
        for widget in (self.picture, self.words, self.round):
            widget.setVisible(new > 0)
        _tell(self.by_hand, by_hand, lambda: ngettext("{n} without mail", "{n} without mail", by_hand))
        _tell(self.waiting, waiting, lambda: ngettext("{n} in the outbox", "{n} in the outbox", waiting))
        self.setVisible(bool(new or by_hand or waiting))


def said_new(number: int) -> str:
    """Who was never written to."""
    return ngettext("Nobody has written to {n} person yet.", "Nobody has written to {n} people yet.", number)


def _counted(icon: str, tip: Text, name: str) -> Button:
    return Button("", name=name, kind="ghost", icon=icon, tip=tip, small=True)


def _tell(button: Button, number: int, words: Callable[[], str]) -> None:
    button.set_text(words)
    button.setVisible(number > 0)

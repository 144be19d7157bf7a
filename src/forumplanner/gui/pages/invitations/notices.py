"""The line below the summary: who knows nothing yet, who hears by other ways, what still waits in the outbox."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumplanner.gui import reading, texting
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.left_out import left_out
from forumplanner.invitations.rounds import Left
from forumplanner.snapshots.changes_to_tell import ToTell
from forumplanner.snapshots.telling import Reach

HEIGHT = 36
_WHY: Final = {
    Reach.PHONE: Left.PHONE,
    Reach.CHAT: Left.CHAT,
    Reach.NO_ADDRESS: Left.NO_ADDRESS,
    Reach.BAD_ADDRESS: Left.BAD_ADDRESS,
    Reach.NOT_COMING: Left.DECLINED,
}
"""Whom no mail reaches is called here as in the check of a round."""


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

    def show_sums(self, sums: ToTell, untold: Sequence[Reach]) -> None:
        """Say what there is; `untold`: how those are reached who know nothing yet."""
        new, by_hand, waiting = len(untold), len(sums.by_hand), len(sums.waiting)
        self.words.say(self.words.set_text, lambda: said_new(untold))
        for widget in (self.picture, self.words, self.round):
            widget.setVisible(new > 0)
        _tell(self.by_hand, by_hand, lambda: ngettext("{n} by phone or chat", "{n} by phone or chat", by_hand))
        _tell(self.waiting, waiting, lambda: ngettext("{n} in the outbox", "{n} in the outbox", waiting))
        self.setVisible(bool(new or by_hand or waiting))


def said_new(untold: Sequence[Reach]) -> str:
    """How many were told nothing, and how they can be: "67 not told yet: 45 by mail, 13 by phone only"."""
    count = Counter(untold)
    ways = [ngettext("{n} by mail", "{n} by mail", count[Reach.MAIL])] if count[Reach.MAIL] else []
    ways += [left_out(why, count[reach]) for reach, why in _WHY.items() if count[reach]]
    everybody = texting.number(len(untold))
    return _("{number} not told yet: {ways}", number=everybody, ways=reading.listed(ways))


def _counted(icon: str, tip: Text, name: str) -> Button:
    return Button("", name=name, kind="ghost", icon=icon, tip=tip, small=True)


def _tell(button: Button, number: int, words: Callable[[], str]) -> None:
    button.set_text(words)
    button.setVisible(number > 0)

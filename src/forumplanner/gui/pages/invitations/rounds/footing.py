"""The foot of a round: when the mails would go, starting them, or handing them over without a server."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from forumplanner.domain.sending import DayShare
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.invitations.rounds.handing import Way
from forumplanner.gui.pages.invitations.rounds.hindrance import Hindrance, Remedy
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.menus import MenuButton
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

_SHOWN = 3
"""So many days are named one by one."""


class RoundFoot(Attentive, QFrame):
    """`started()`, `handed(Way)`, `account()`: set one up."""

    started = Signal()
    handed = Signal(object)
    account = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roundFoot")
        self.setProperty("place", "foot")
        self._mails, self._blocked = 0, Hindrance()
        self._shares: Sequence[DayShare] = ()
        self._today = dt.date.min
        self.when = Elide("", role="strong", name="roundWhen")
        self.note = Elide("", role="note", name="roundNote")
        self.set_up = Button(lambda: _("Set up the account"), name="roundAccount", kind="link")
        self.hand = MenuButton(lambda: _("Hand over…"), _ways, name="roundHand", kind="", icon="folder-open")
        self.hand.setProperty("small", False)
        self.start = Button(self._start_words, name="roundStart", kind="primary", icon="send", key="Ctrl+Return")
        self.drafts = Button(self._draft_words, name="roundDrafts", kind="primary", icon="folder-open")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.when)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.set_up, self.hand, self.start, self.drafts):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.start.clicked.connect(self.started)
        self.set_up.clicked.connect(self.account)
        self.drafts.clicked.connect(lambda: self.handed.emit(Way.DRAFTS))
        self.hand.picked.connect(lambda key: self.handed.emit(Way(key)))

    def show_plan(self, mails: int, shares: Sequence[DayShare], today: dt.date, *, blocked: Hindrance) -> None:
        """How many mails, over which days; `blocked`: why none can be sent from here, and what helps."""
        self._mails, self._shares, self._today, self._blocked = mails, shares, today, blocked
        self._say()

    def retranslate(self) -> None:
        """The forecast is words."""
        super().retranslate()
        if hasattr(self, "start"):
            self._say()

    def _say(self) -> None:
        mails = ngettext("{n} mail", "{n} mails", self._mails)
        if self._blocked or not self._mails:
            self.when.set_text(mails)
        else:
            self.when.set_text(f"{mails} · {forecast(self._shares, self._today)}")
        self.note.set_text(
            self._blocked.why
            or _("Chairs, speakers and heads of delegations go first. Mail can’t be called back once it is sent.")
        )
        only_drafts = self._blocked.remedy is Remedy.DRAFTS
        self.set_up.setVisible(self._blocked.remedy is Remedy.ACCOUNT)
        self.start.setVisible(not only_drafts)
        self.drafts.setVisible(only_drafts and bool(self._mails))
        self.drafts.set_text(self._draft_words)
        self.start.set_text(self._start_words)
        self.hand.setEnabled(True)
        if self._blocked:
            self.start.disable(self._blocked.why)
        elif not self._mails:
            self.start.disable(_("Nobody gets a mail yet. Choose other people."))
        else:
            self.start.enable()

    def _draft_words(self) -> str:
        return ngettext("Save {n} draft", "Save {n} drafts", self._mails)

    def _start_words(self) -> str:
        return _("Start sending {n}", n=texting.number(self._mails)) if self._mails else _("Start sending")


def forecast(shares: Sequence[DayShare], today: dt.date) -> str:
    """Such as "Today 200, Wednesday 200, Thursday 200. Done Thursday about 08:40."; "" where nothing can go."""
    if not shares:
        return ""
    last = shares[-1]
    named = [*shares[:_SHOWN], last] if len(shares) > _SHOWN else shares
    said = [_("{day} {count}", day=_day(one.day, today), count=texting.number(one.count)) for one in named]
    if len(shares) > _SHOWN + 1:
        said.insert(_SHOWN, "…")
    clock = f"{last.ends // 60:02}:{last.ends % 60:02}"
    return _("{days}. Done {day} about {clock}.", days=reading.listed(said), day=_day(last.day, today), clock=clock)


def _day(day: dt.date, today: dt.date) -> str:
    if day == today:
        return _("today")
    return texting.weekday(day) if (day - today).days < 7 else texting.short_day(day)


def _ways() -> list[tuple[str, str]]:
    return [
        (Way.DRAFTS, _("Drafts for your mail program (.eml)")),
        (Way.FOLDERS, _("One folder per delegation, for its contact to forward")),
        (Way.COPY, _("Copy next: paste into a chat one by one")),
        (Way.TABLE, _("Table for a mail merge")),
    ]

"""Before anything leaves the house: how many mails to how many people, on which days, who gets none, what is final."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.sending import DayShare, Limits, days
from forumplanner.domain.telling import Change, Due
from forumplanner.domain.times import clock
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.invitations import words
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner, Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.changes_to_tell import Sort, ToTell
from forumplanner.snapshots.telling import Reach, Reader

_NAMED = 12
"""So many people without an address are named; of more, the rest is counted."""


@dataclass(frozen=True)
class Outlook:
    """What the form needs to know of the account: its limits, what went today, the clock, and why it can't send."""

    account: str
    limits: Limits
    sent_today: int
    now: dt.datetime
    why_not: str
    sample: bool = False


class Review(Attentive, PageScroll):
    """`sent()`: the mails are to go; `tried()`: the first of them to oneself; `left()`: not now.

    `asked_account()`: the account is to be set up first; `asked_drafts()`: drafts instead; `asked_others()`: who gets
    no mail.
    """

    sent = Signal()
    tried = Signal()
    left = Signal()
    asked_account = Signal()
    asked_drafts = Signal()
    asked_others = Signal()

    def __init__(self) -> None:
        super().__init__(name="review")
        self.mails: tuple[Due, ...] = ()
        self._known: tuple[Desk, ToTell, Outlook] | None = None
        self.title = Label("", role="title", name="reviewTitle", wrap=True)
        self.kinds = Label("", role="muted", name="reviewKinds", wrap=True)
        self.account = Button(lambda: _("Account"), name="reviewAccount", small=True)
        self.drafts = Button(lambda: _("Save as drafts (.eml)"), name="reviewDrafts", small=True)
        self.hindered = Banner("", name="reviewHindered", look="warn", buttons=(self.account, self.drafts))
        self.final = Banner(
            lambda: _("Mail can’t be called back once it is sent."),
            lambda: _("A later change goes out as another update. Everything else in the program can be undone."),
            name="reviewFinal",
            look="info",
        )
        self.when = _Facts(name="reviewWhen")
        self.others = _Facts(name="reviewOthers")
        self.open_others = Button(lambda: _("Show"), name="reviewShowOthers", kind="link", small=True)
        self.others.column.addWidget(self.open_others, 0, Qt.AlignmentFlag.AlignLeft)
        self.send = Button("", name="reviewSend", kind="primary", icon="send", key="Ctrl+Return")
        self.try_ = Button(lambda: _("Send one to me first"), name="reviewTry", icon="mail")
        self.leave = Button(lambda: _("Not now"), name="reviewLeave", kind="ghost", key="Esc")
        self._lay_out()
        self.send.clicked.connect(lambda _checked: self.sent.emit())
        self.try_.clicked.connect(lambda _checked: self.tried.emit())
        self.leave.clicked.connect(lambda _checked: self.left.emit())
        self.account.clicked.connect(lambda _checked: self.asked_account.emit())
        self.drafts.clicked.connect(lambda _checked: self.asked_drafts.emit())
        self.open_others.clicked.connect(lambda _checked: self.asked_others.emit())

    def show_mails(self, mails: Sequence[Due], desk: Desk, sums: ToTell, outlook: Outlook) -> None:
        """What would be sent now."""
        self.mails, self._known = tuple(mails), (desk, sums, outlook)
        self._say()

    def first(self) -> QWidget:
        """What takes the keys."""
        return self.send if self.send.isEnabled() else self.leave

    def retranslate(self) -> None:
        """Everything again in the other language."""
        super().retranslate()
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves without harm."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        if self._known is None:
            return
        desk, sums, outlook = self._known
        people = len({mail.participant_id for mail in self.mails})
        self.title.setText(said_mails(len(self.mails), people))
        self.kinds.setText("\n".join((said_kinds(self.mails, sums), *twofold(desk, sums))))
        lines = [] if not outlook.account or outlook.sample else schedule(len(self.mails), outlook)
        self.when.tell(_("When and from where"), [sender(desk, outlook), *lines])
        self.others.tell(_("Who gets no mail"), list(others(desk, sums)))
        self._offer(outlook)

    def _offer(self, outlook: Outlook) -> None:
        """Without an account nothing can be queued; anything else that hinders only means that mails wait."""
        self.hindered.tell(outlook.why_not)
        self.hindered.setVisible(bool(outlook.why_not))
        self.account.setVisible(not outlook.sample)
        self.drafts.setVisible(outlook.sample or not outlook.account)
        number = len(self.mails)
        if outlook.why_not and outlook.account:
            said = ngettext("Put {n} mail into the outbox", "Put {n} mails into the outbox", number)
        else:
            said = ngettext("Send {n} mail", "Send {n} mails", number)
        self.send.set_text(said)
        if outlook.account and number and not outlook.sample:
            self.try_.enable()
        else:
            self.try_.disable(outlook.why_not)
        if outlook.sample or not outlook.account:
            self.send.disable(outlook.why_not)
        elif not number:
            self.send.disable(_("Tick at least one change first."))
        else:
            self.send.enable()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(20, 18, 20, 16)
        for widget in (self.title, self.kinds, self.hindered, self.when, self.others, self.final):
            self.column.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.try_)
        foot.addWidget(self.send)
        self.column.addLayout(foot)
        self.column.addStretch(1)


class _Facts(Card):
    """A title and lines below it."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name, margin=14, gap=4)
        self.head = self.set_head("")
        self.lines = Label("", name=f"{name}Lines", wrap=True)
        self.column.addWidget(self.lines)

    def tell(self, title: str, lines: Sequence[str]) -> None:
        """Say these lines; nothing is shown for none."""
        self.head.setText(title)
        self.lines.setText("\n".join(lines))
        self.setVisible(bool(lines))


def said_mails(mails: int, people: int) -> str:
    """Such as "41 mails to 38 people"."""
    told = ngettext("{n} mail", "{n} mails", mails)
    return ngettext("{mails} to {n} person", "{mails} to {n} people", people, mails=told)


def said_kinds(mails: Sequence[Due], sums: ToTell) -> str:
    """How many of each kind, and how many people hear nothing."""
    count = {change: sum(mail.change is change for mail in mails) for change in Change}
    told = (
        ngettext("{n} update", "{n} updates", count[Change.UPDATE]) if count[Change.UPDATE] else "",
        ngettext("{n} new invitation", "{n} new invitations", count[Change.NEW]) if count[Change.NEW] else "",
        ngettext("{n} cancellation", "{n} cancellations", count[Change.CANCEL]) if count[Change.CANCEL] else "",
        ngettext("{n} person is left in peace", "{n} people are left in peace", sums.in_peace) if sums.in_peace else "",
    )
    return " · ".join(filter(None, told))


def twofold(desk: Desk, sums: ToTell) -> list[str]:
    """Why somebody gets many mails at once."""
    speak = words.RowWords(desk.plan)
    return [words.twofold(row, speak) for row in sums.changes() if row.sorts[0] is Sort.ADDRESS]


def sender(desk: Desk, outlook: Outlook) -> str:
    """The mailbox that mail comes from, and that answers go to."""
    mailbox = desk.plan.plan.mailbox
    if mailbox and not outlook.account:
        return _("No mail account yet; answers go to {mailbox}.", mailbox=mailbox)
    if mailbox:
        return _("From {mailbox}; answers go there.", mailbox=mailbox)
    return _(
        "The forum has no address of its own yet, so answers have nowhere to go. Enter it in the forum’s settings."
    )


def schedule(number: int, outlook: Outlook) -> list[str]:
    """How many go on which day; the last line says when all are out."""
    shares = days(outlook.limits, number, now=outlook.now, sent_today=outlook.sent_today)
    if not shares:
        return []
    today = outlook.limits.day_of(outlook.now)
    told = " · ".join(_("{day}: {n}", day=_day(share, today), n=texting.number(share.count)) for share in shares)
    last = shares[-1]
    if len(shares) == 1:
        return [told, _("Done about {time}.", time=clock(last.ends))]
    return [told, _("Done about {time}, {day}.", day=_day(last, today), time=clock(last.ends))]


def _day(share: DayShare, today: dt.date) -> str:
    if share.day == today:
        return _("Today")
    return texting.short_day(share.day)


def others(desk: Desk, sums: ToTell) -> list[str]:
    """Whom a change concerns and no mail reaches: by which way, and by name where an address is missing."""
    readers = {one.participant_id: one for one in desk.plan.readers}
    concerned = [readers[person] for person in sums.by_hand if person in readers]
    lines = []
    spoken = [one for one in concerned if one.reach in {Reach.PHONE, Reach.CHAT}]
    if spoken:
        lines.append(ngettext("{n} by phone or chat", "{n} by phone or chat", len(spoken)))
    lacking = [one for one in concerned if one.reach in {Reach.NO_ADDRESS, Reach.BAD_ADDRESS}]
    if lacking:
        number = ngettext("{n} without an address that works", "{n} without an address that works", len(lacking))
        lines.append(f"{number}: {_named(lacking)}")
    return lines


def _named(people: Sequence[Reader]) -> str:
    tag = i18n.interface_language()
    names = [
        one.name.shown(tag) + (f" ({one.written})" if one.reach is Reach.BAD_ADDRESS else "") for one in people[:_NAMED]
    ]
    rest = len(people) - len(names)
    if rest:
        names.append(_("{n} more", n=rest))
    return reading.listed(names)

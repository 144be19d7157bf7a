"""The band above the changes: how many there are since the last mail left, whom they touch, and four figures."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.telling import Change
from forumplanner.domain.times import zone as clock_of
from forumplanner.gui import texting
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.labels import Elide, Label, Pill, Rule
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.changes_to_tell import ToTell

HEIGHT = 92


class Summary(Attentive, QFrame):
    """92 pixels: the sentence at the left, figures with their pills at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mailSummary")
        self.setProperty("place", "tools")
        self.setFixedHeight(HEIGHT)
        self.title = Elide("", role="lead", name="mailSummaryTitle")
        self.text = Elide("", role="muted", name="mailSummaryText")
        self.updates = Number(lambda: _("update mails"), tone="info", name="mailUpdates")
        self.new = Number(lambda: _("new mails"), tone="ok", name="mailNew")
        self.cancellations = Number(lambda: _("cancel mails"), tone="danger", name="mailCancellations")
        self.peace = Number(lambda: _("people in peace"), tone="", name="mailPeace")
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        row.addLayout(words, 1)
        for place, number in enumerate((self.updates, self.new, self.cancellations, self.peace)):
            if place:
                rule = Rule(standing=True)
                rule.setFixedHeight(42)
                row.addWidget(rule, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(number)

    def show_sums(self, sums: ToTell, zone: str) -> None:
        """Say them; `zone`: on whose clock the last mail is dated."""
        self.title.say(self.title.set_text, lambda: headline(sums, zone))
        self.text.say(self.text.set_text, lambda: mails_and_people(sums))
        self.updates.show_number(sums.mails(Change.UPDATE))
        self.new.show_number(sums.mails(Change.NEW))
        self.cancellations.show_number(sums.mails(Change.CANCEL))
        self.peace.show_number(sums.in_peace)


class Number(QWidget):
    """A large figure over the pill that says what it counts."""

    def __init__(self, words: Text, *, tone: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.figure = Label("0", role="figure", name=f"{name}Figure")
        self.pill = Pill(words, tone=tone, name=f"{name}Pill")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addStretch(1)
        column.addWidget(self.figure)
        column.addWidget(self.pill)
        column.addStretch(1)

    def show_number(self, number: int) -> None:
        """Another figure."""
        self.figure.setText(texting.number(number))


def headline(sums: ToTell, zone: str) -> str:
    """Such as "Since the last mail, 6 Oct 18:20: 6 changes touch 46 people"."""
    since = ""
    if sums.last_at is not None and sums.told:
        since = _("Since the last mail, {moment}: ", moment=moment(sums.last_at, zone))
    rows = sums.changes()
    if not rows:
        return since + _nothing(sums)
    changes = ngettext("{n} change", "{n} changes", len(rows))
    return since + ngettext(
        "{changes} for {n} person", "{changes} for {n} people", sums.people(), changes=changes
    )  # fmt: skip


def _nothing(sums: ToTell) -> str:
    if sums.unsaid:
        return _("no change is ticked")
    return _("only the forum’s own name or mailbox changed") if sums.rows else _("nothing has changed for anybody")


def mails_and_people(sums: ToTell) -> str:
    """How many mails these are, why a person may get two, and how many changes are kept back."""
    mails = sum(len(row.mails) for row in sums.changes())
    unsaid = sums.unsaid
    said = (
        _mails(mails, sums.people()),
        ngettext("{n} more change is not told", "{n} more changes are not told", unsaid) if unsaid else "",
    )
    return " · ".join(filter(None, said))


def _mails(mails: int, people: int) -> str:
    if not mails:
        return _("People without a change get no mail.")
    if mails == people:
        return _("Each of them gets one mail; people without a change get none.")
    return _("{mails} mails: one mail per person and session.", mails=texting.number(mails))


def moment(at: dt.datetime, zone: str) -> str:
    """Such as "6 Oct 18:20", on the forum's clock."""
    here = at.astimezone(clock_of(zone) if zone else None)
    return f"{texting.short_day(here.date())} {here:%H:%M}"

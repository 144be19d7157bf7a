"""The band above who must know: how many changes, against which programme, and four figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from forumplanner.gui.pages.invitations.summary import HEIGHT, Number
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Elide, Label, Rule
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.knowing import KnowingFacts
from forumplanner.snapshots.must_know import MustKnow, Way


class KnowingBand(Attentive, QFrame):
    """`since(name)`: another issue of the programme is what people hold."""

    since = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("knowingBand")
        self.setProperty("place", "tools")
        self.setFixedHeight(HEIGHT)
        self.title = Elide("", role="lead", name="knowingTitle")
        self.text = Elide("", role="muted", name="knowingText")
        self.issue = Combo(
            name="knowingSince", label=lambda: _("The programme that people hold"), small=True, letters=18
        )
        self.issue.picked.connect(self.since)
        self.holds = Label(lambda: _("They hold"), role="muted", name="knowingHolds")
        self.mail = Number(lambda: _("by mail"), tone="info", name="knowingMail")
        self.chat = Number(lambda: _("in chats"), tone="ok", name="knowingChat")
        self.phone = Number(lambda: _("by phone"), tone="warn", name="knowingPhone")
        self.nothing = Number(lambda: _("nothing new"), tone="", name="knowingNothing")
        self._lay_out()

    def show_known(self, must: MustKnow, facts: KnowingFacts, moved: int = 0) -> None:
        """Say it; `moved`: how many people have another mailbox, which is a change of mail alone."""
        self.title.say(self.title.set_text, lambda: said(must, moved))
        self.text.say(self.text.set_text, lambda: measured(facts))
        choices = [(name, f"{name} · {issued}" if issued else name) for name, issued in facts.issues]
        self.issue.set_choices(choices)
        if facts.since is not None:
            self.issue.choose(facts.since.name)
        for widget in (self.issue, self.holds):
            widget.setVisible(bool(choices))
        for way, number in ((Way.MAIL, self.mail), (Way.CHAT, self.chat), (Way.PHONE, self.phone)):
            number.show_number(len(must.by(way)))
        self.nothing.show_number(must.nothing)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        issue = QHBoxLayout()
        issue.setSpacing(6)
        issue.addWidget(self.holds)
        issue.addWidget(self.issue)
        issue.addStretch(1)
        words.addLayout(issue)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(15)
        row.addLayout(words, 1)
        for place, number in enumerate((self.mail, self.chat, self.phone, self.nothing)):
            if place:
                rule = Rule(standing=True)
                rule.setFixedHeight(42)
                row.addWidget(rule, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(number)


def headline(must: MustKnow) -> str:
    """Such as "3 changes concern 112 people"."""
    if not must.people:
        return _("Nobody has to be told anything")
    changes = ngettext("{n} change", "{n} changes", len(must.reasons))
    return ngettext(
        "{changes}: {n} person must know", "{changes}: {n} people must know", len(must.people), changes=changes
    )


def said(must: MustKnow, moved: int) -> str:
    """The headline, and who has another mailbox."""
    if not moved:
        return headline(must)
    return f"{headline(must)} · " + ngettext("{n} has a new mailbox", "{n} have a new mailbox", moved)


def measured(facts: KnowingFacts) -> str:
    """Against what it is measured."""
    if facts.since is None:
        return _("Measured against what each was told last.")
    return _("Measured against what each was told last, else the programme in their hands.")

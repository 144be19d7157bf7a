"""What a round says: the kind of mail, its text in the forum's languages side by side, what goes along."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.gui.pages.invitations.rounds import words
from forumplanner.gui.pages.invitations.rounds.pane import MailPane
from forumplanner.gui.pages.invitations.rounds.panes import MailPanes, Typed
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.invitations.rounds import OFFERED
from forumplanner.snapshots.telling import TellingPlan

_NEEDLESS = {"changes"}
"""Fields that only mails about changes can fill."""


class WhatSection(Attentive, Section):
    """`chosen(MailKind)`; `written(part, tag, text)` when words were left; `typed()` while they are written.

    `carded(on)`: whether each gets their itinerary.
    """

    chosen = Signal(object)
    written = Signal(str, str, str)
    typed = Signal()
    carded = Signal(bool)

    def __init__(self) -> None:
        offered: list[tuple[str, Text]] = [(str(kind), partial(words.kind, kind)) for kind in OFFERED]
        self.kinds = Combo(offered, name="roundKind", label=lambda: _("Which mail"), letters=20)
        self.texts = MailPanes(name="round", needless=_NEEDLESS)
        super().__init__(lambda: _("What it says"), self.kinds, self.texts.fields, name="roundWhat")
        self.card = QCheckBox()
        self.card.setObjectName("roundCard")
        self.say(self.card.setText, lambda: _("Each gets their own itinerary along (PDF)"))
        self.card.setChecked(True)
        self.column.addWidget(self.texts, 1)
        self.column.addWidget(self.card)
        self.kinds.picked.connect(lambda key: self.chosen.emit(MailKind(key)))
        self.texts.written.connect(self.written)
        self.texts.typed.connect(self.typed)
        self.card.toggled.connect(self.carded)

    @property
    def panes(self) -> tuple[MailPane, ...]:
        """One a language."""
        return self.texts.panes

    def kind(self) -> MailKind:
        """The kind of mail that is chosen."""
        return MailKind(self.kinds.key())

    def show_plan(self, kind: MailKind, plan: TellingPlan) -> None:
        """Show a kind's text as it is kept now."""
        self.kinds.choose(str(kind))
        self.texts.show_plan(kind, plan)

    def typed_words(self, kind: MailKind) -> Typed:
        """The text as it stands in the fields."""
        return self.texts.typed_words(kind)

    def finish(self) -> bool:
        """Leave all fields; False where a text names a field that mails don't have."""
        return self.texts.finish()

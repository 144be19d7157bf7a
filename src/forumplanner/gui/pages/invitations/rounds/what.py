"""What a round says: the kind of mail, its text in the forum's languages side by side, what goes along."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.gui.pages.invitations.rounds import words
from forumplanner.gui.pages.invitations.rounds.pane import MailPane
from forumplanner.gui.pages.invitations.rounds.panes import MailPanes, Typed
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Elide, Picture
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.invitations.rounds import OFFERED
from forumplanner.snapshots.telling import TellingPlan

_NEEDLESS = {"changes"}
"""Fields that only mails about changes can fill."""


class WhatSection(Attentive, Section):
    """`chosen(MailKind)`; `written(part, tag, text)` when words were left; `typed()` while they are written.

    `carded(on)`: whether each gets their itinerary. `taken_back()`: no reminder shall be proposed.
    """

    chosen = Signal(object)
    written = Signal(str, str, str)
    typed = Signal()
    carded = Signal(bool)
    taken_back = Signal()

    def __init__(self) -> None:
        offered: list[tuple[str, Text]] = [(str(kind), partial(words.kind, kind)) for kind in OFFERED]
        self.kinds = Combo(offered, name="roundKind", label=lambda: _("Which mail"), letters=20)
        self.texts = MailPanes(name="round", needless=_NEEDLESS)
        super().__init__(lambda: _("What it says"), self.kinds, self.texts.fields, name="roundWhat")
        self.card = QCheckBox()
        self.card.setObjectName("roundCard")
        self.say(self.card.setText, lambda: _("Each gets their own itinerary along (PDF)"))
        self.card.setChecked(True)
        self._before = MailKind.PROGRAMME
        self.proposed = self._proposal()
        self.column.addWidget(self.proposed)
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

    def show_proposal(self, before: MailKind | None) -> None:
        """Say why a reminder stands there, and which kind stood there before; None where none was proposed."""
        self._before = before or self._before
        self._back.set_text(self._back_words)
        self.proposed.setVisible(before is not None)

    def typed_words(self, kind: MailKind) -> Typed:
        """The text as it stands in the fields."""
        return self.texts.typed_words(kind)

    def finish(self) -> bool:
        """Leave all fields; False where a text names a field that mails don't have."""
        return self.texts.finish()

    def _proposal(self) -> QWidget:
        line = QWidget()
        line.setObjectName("roundProposed")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture("info", "text2"))
        row.addWidget(Elide(_why_reminded, name="roundProposedWhy"))
        self._back = Button(self._back_words, name="roundProposedBack", kind="link", small=True)
        self._back.clicked.connect(self.taken_back)
        row.addWidget(self._back)
        row.addStretch(1)
        line.hide()
        return line

    def _back_words(self) -> str:
        return _("Back to “{kind}”", kind=words.kind(self._before))


def _why_reminded() -> str:
    return _("They were asked and have not answered, so a reminder is proposed.")

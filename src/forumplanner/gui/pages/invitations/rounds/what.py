"""What a round says: the kind of mail, its text in the forum's languages side by side, what goes along."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import FIELDS, code, preset
from forumplanner.gui.pages.invitations.rounds import words
from forumplanner.gui.pages.invitations.rounds.pane import PARTS, MailPane
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
        fields: list[tuple[str, Text]] = [("", lambda: _("Put in a field…"))]
        fields += [(name, partial(words.field, name)) for name in FIELDS if name not in _NEEDLESS]
        self.fields = Combo(fields, name="roundField", label=lambda: _("Put in a field…"), letters=16)
        super().__init__(lambda: _("What it says"), self.kinds, self.fields, name="roundWhat")
        self.panes: tuple[MailPane, ...] = ()
        self._last: MailPane | None = None
        self._shown: MailKind | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self.card = QCheckBox()
        self.card.setObjectName("roundCard")
        self.say(self.card.setText, lambda: _("Each gets their own itinerary along (PDF)"))
        self.card.setChecked(True)
        self.column.addLayout(self._row)
        self.column.addWidget(self.card)
        self.kinds.picked.connect(lambda key: self.chosen.emit(MailKind(key)))
        self.fields.picked.connect(self._insert)
        self.card.toggled.connect(self.carded)

    def kind(self) -> MailKind:
        """The kind of mail that is chosen."""
        return MailKind(self.kinds.key())

    def show_plan(self, kind: MailKind, plan: TellingPlan) -> None:
        """Show a kind's text as it is kept now; what is typed and can't be kept yet stays where it is."""
        if tuple(pane.tag for pane in self.panes) != plan.languages:
            self._make_panes(plan.languages)
        self.kinds.choose(str(kind))
        own = {(name, tag): text for name, tag, text in plan.words}
        fresh, self._shown = kind is not self._shown, kind
        for pane in self.panes:
            for part in PARTS if fresh or pane.is_sound() else ():
                pane.show_text(part, own.get((code(kind, part), pane.tag), ""), preset(kind, part, pane.tag))

    def typed_words(self, kind: MailKind) -> tuple[tuple[str, str, str], ...]:
        """The text as it stands in the fields: code, language, words."""
        return tuple((code(kind, part), pane.tag, pane.text(part)) for pane in self.panes for part in PARTS)

    def finish(self) -> bool:
        """Leave all fields; False where a text names a field that mails don't have."""
        for pane in self.panes:
            pane.finish()
        return all(pane.is_sound() for pane in self.panes)

    def _make_panes(self, languages: tuple[str, ...]) -> None:
        for pane in self.panes:
            pane.hide()
            pane.deleteLater()
        self.panes, self._shown = tuple(MailPane(tag) for tag in languages), None
        for pane in self.panes:
            self._row.addWidget(pane, 1)
            pane.written.connect(partial(self._write, pane.tag))
            pane.typed.connect(self.typed)
            pane.entered.connect(partial(self._note, pane))
        self._last = self.panes[0] if self.panes else None

    def _write(self, tag: str, part: str, text: str) -> None:
        self.written.emit(part, tag, text)

    def _note(self, pane: MailPane) -> None:
        self._last = pane

    def _insert(self, field: str) -> None:
        self.fields.choose("")
        if field and self._last is not None:
            self._last.insert(field)

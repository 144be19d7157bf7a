"""A mail's text in all languages of the forum, side by side, with the fields that can be put into it."""

from collections.abc import Container
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import FIELDS, code, preset
from forumplanner.gui.pages.invitations.rounds import words
from forumplanner.gui.pages.invitations.rounds.pane import PARTS, MailPane
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Combo
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.telling import TellingPlan

Typed = tuple[tuple[str, str, str], ...]
"""A text as it stands in the fields: code, language, words."""


class MailPanes(QWidget):
    """`written(part, tag, text)` when words were left; `typed()` while they are written.

    `fields`: the drop-down of fields, to be placed by whoever shows the panes; without those in `needless`.
    """

    written = Signal(str, str, str)
    typed = Signal()

    def __init__(self, *, name: str, needless: Container[str] = ()) -> None:
        super().__init__()
        self.setObjectName(f"{name}Panes")
        fields: list[tuple[str, Text]] = [("", lambda: _("Insert a field…"))]
        fields += [(field, partial(words.field, field)) for field in FIELDS if field not in needless]
        self.fields = Combo(fields, name=f"{name}Field", label=lambda: _("Insert a field…"), letters=16)
        self.panes: tuple[MailPane, ...] = ()
        self._last: MailPane | None = None
        self._shown: MailKind | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.fields.picked.connect(self._insert)

    def show_plan(self, kind: MailKind, plan: TellingPlan) -> None:
        """Show a kind's text as it is kept now; what is typed and can't be kept yet stays where it is."""
        if tuple(pane.tag for pane in self.panes) != plan.languages:
            self._make_panes(plan.languages)
        own = {(name, tag): text for name, tag, text in plan.words}
        fresh, self._shown = kind is not self._shown, kind
        for pane in self.panes:
            for part in PARTS if fresh or pane.is_sound() else ():
                pane.show_text(part, own.get((code(kind, part), pane.tag), ""), preset(kind, part, pane.tag))

    def typed_words(self, kind: MailKind) -> Typed:
        """The text as it stands in the fields."""
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

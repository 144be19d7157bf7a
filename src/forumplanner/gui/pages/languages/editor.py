"""The panel at the right: one text in both languages, what is suggested for it, and the way to where it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.domain.text import DEFAULT_LANGUAGES
from forumplanner.gui.pages.languages import words
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.inspector import Inspector
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.completeness import Gap

WIDTH = 420
"""Wider than other panels: titles stand side by side."""


class TextEditor(Inspector):
    """`edited(tag, text)`, `confirmed(tag)`, `taken()` for the suggestion, `asked()` for the place."""

    edited = Signal(str, str)
    confirmed = Signal(str)
    taken = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__(name="languageEditor", label=lambda: _("Text"), width=WIDTH)
        self._tags: tuple[str, ...] = ()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.kind = Label("", role="lead", name="languageKind")
        self.place = Label("", role="muted", name="languagePlace", wrap=True)
        self.offer = Card(name="languageOffer", look="info", margin=12)
        self.offered = Label("", name="languageOffered", wrap=True)
        self.take = Button(
            lambda: _("Take it"),
            name="languageTake",
            icon="check",
            small=True,
            tip=lambda: _("Take it"),
            key="Ctrl+Enter",
        )
        self.take.clicked.connect(lambda _checked: self.taken.emit())
        self.offer.set_head(lambda: _("Suggested"), self.take)
        self.offer.column.addWidget(self.offered)
        self.show_place = Button(
            lambda: _("Show where it stands"), name="languageShow", kind="text", icon="arrow-right"
        )
        self.show_place.clicked.connect(lambda _checked: self.asked.emit())
        self._column.addWidget(self.kind)
        self._column.addWidget(self.place)
        self.field = self._field(DEFAULT_LANGUAGES)
        self._column.addWidget(self.offer)
        self._column.addWidget(self.show_place)
        self._column.addStretch(1)
        self.set_content(content)

    def set_languages(self, tags: tuple[str, ...]) -> None:
        """Edit the texts of another pair."""
        if tags and tags != self._tags:
            old = self.field
            self.field = self._field(tags)
            self._column.removeWidget(old)
            old.deleteLater()

    def show_gap(self, gap: Gap | None) -> None:
        """Show one text; None for none."""
        content = self.field.parentWidget()
        if content is not None:
            content.setVisible(gap is not None)
        if gap is None:
            return
        self.kind.say(self.kind.setText, lambda: words.kind(gap.kind))
        self.place.say(self.place.setText, lambda: words.place(gap))
        self.field.set_value(gap.text)
        for tag in self._tags:
            self.field.side(tag).setReadOnly(gap.in_lines)
        self.offer.setVisible(gap.suggested)
        self.offered.setText("\n".join(filter(None, gap.suggestions)))
        self.show_place.setVisible(bool(gap.page))

    def edit(self, gap: Gap) -> None:
        """Put the cursor where work is needed: into the empty side, else the one due for review."""
        empty = [tag for tag, text in zip(self._tags, gap.text.texts, strict=True) if not text]
        due = [tag for number, tag in enumerate(self._tags) if not gap.text.reviewed(number)]
        field = self.field.side((empty or due or list(self._tags))[0])
        field.setFocus()
        field.selectAll()

    def _field(self, tags: tuple[str, ...]) -> BilingualField:
        self._tags = tags
        field = BilingualField(lambda: _("Wording"), name="languageText", tags=tags)
        field.edited.connect(self.edited)
        field.confirmed.connect(self.confirmed)
        self._column.insertWidget(2, field)
        return field

"""The texts of letters: one chosen, its two languages side by side, fields to put in, a guest to try it on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.letter_templates import (
    FIELDS,
    INVITATION,
    INVITATION_NAMED,
    NAMES,
    REQUEST,
    TEMPLATES,
    as_letter,
)
from forumplanner.domain.letters import field_words, preset
from forumplanner.gui import reading
from forumplanner.gui.pages.letters.pane import TextPane
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.letters import LetterTexts

PREFIXES = tuple(f"letter.{kind.value}.prefix" for kind in LetterKind)
"""What opens the numbers of each kind of letter."""


class TextsView(Attentive, QWidget):
    """`written(code, tag, text)` when a side was rewritten and left; "" goes back to the program's own."""

    written = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("letterTexts")
        self._texts: LetterTexts | None = None
        self._panes: tuple[TextPane, ...] = ()
        self._last: TextPane | None = None
        named: list[tuple[str, Text]] = [(code, partial(_called, code)) for code in (*NAMES, *PREFIXES)]
        self.codes = Combo(named, name="letterCode", label=lambda: _("Which text"), letters=26)
        fields: list[tuple[str, Text]] = [("", lambda: _("Insert a field…"))]
        fields += [(name, partial(_field, name)) for name in FIELDS]
        self.fields = Combo(fields, name="letterField", label=lambda: _("Insert a field…"), letters=16)
        self.form = Button(
            lambda: _("In the form of a letter (函)"),
            name="letterForm",
            kind="ghost",
            icon="repeat",
            tip=lambda: _("For an office that is not your own superior: both languages are rewritten as a letter."),
        )
        self.samples = Combo((), name="letterSample", label=lambda: _("Read it with"), letters=34)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self._lay_out()
        self.codes.picked.connect(lambda _code: self._show())
        self.fields.picked.connect(self._insert)
        self.form.clicked.connect(self._as_letter)
        self.samples.picked.connect(lambda _key: self._show_values())

    def show_texts(self, texts: LetterTexts) -> None:
        """Show the forum's texts as they are kept now."""
        if self._texts is None or self._texts.languages != texts.languages:
            self._make_panes(texts.languages)
        self._texts = texts
        offered: list[tuple[str, Text]] = [
            (one.guest_id, partial(reading.line, one.name, texts.languages)) for one in texts.samples if one.guest_id
        ]
        self.samples.set_choices(offered)
        self.samples.setVisible(bool(offered))
        self._with.setVisible(bool(offered))
        self._show()

    def choose(self, code: str) -> None:
        """Show another text."""
        self.codes.choose(code)
        self._show()

    def pane(self, tag: str) -> TextPane:
        """One language."""
        return next(pane for pane in self._panes if pane.tag == tag)

    def first(self) -> QWidget | None:
        """Where writing starts."""
        return self._panes[0].box if self._panes else None

    def _make_panes(self, languages: tuple[str, ...]) -> None:
        for pane in self._panes:
            pane.hide()
            pane.deleteLater()
        self._panes = tuple(TextPane(tag) for tag in languages)
        for pane in self._panes:
            self._row.addWidget(pane, 1)
            pane.written.connect(partial(self._write, pane.tag))
            pane.left.connect(partial(self._write, pane.tag, ""))
            pane.box.entered.connect(partial(self._note, pane))
        self._last = self._panes[0] if self._panes else None

    def _show(self) -> None:
        texts, code = self._texts, self.codes.key()
        if texts is None:
            return
        own = texts.own.get(code, ())
        long = code in TEMPLATES
        for place, pane in enumerate(self._panes):
            pane.show_text(own[place] if own else "", preset(code, pane.tag))
            pane.show_look(on=long)
        self.fields.setEnabled(long)
        written = [(pane.box.toPlainText(), as_letter(pane.box.toPlainText())) for pane in self._panes]
        self.form.setVisible(code == REQUEST and any(before != after for before, after in written))
        self._propose_sample(code)
        self._show_values()

    def _propose_sample(self, code: str) -> None:
        """Somebody whom the text fits: named or not."""
        texts = self._texts
        if texts is None or code not in {INVITATION, INVITATION_NAMED}:
            return
        wanted = code == INVITATION_NAMED
        now = next((one for one in texts.samples if one.guest_id == self.samples.key()), None)
        if now is None or now.named is not wanted:
            fitting = next((one for one in texts.samples if one.named is wanted), None)
            if fitting is not None:
                self.samples.choose(fitting.guest_id)

    def _show_values(self) -> None:
        texts = self._texts
        if texts is None:
            return
        found = [one for one in texts.samples if one.guest_id == self.samples.key()] or list(texts.samples)
        for place, pane in enumerate(self._panes):
            pane.show_values(found[0].values[place])

    def _insert(self, field: str) -> None:
        self.fields.choose("")
        if field and self._last is not None:
            self._last.insert(field)

    def _as_letter(self) -> None:
        """Rewrite the request, in whatever words stand there, as a letter."""
        code = self.codes.key()
        rewritten = [(pane.tag, pane.box.toPlainText()) for pane in self._panes]
        for tag, text in rewritten:
            if text != as_letter(text):
                self.written.emit(code, tag, as_letter(text))

    def _note(self, pane: TextPane) -> None:
        self._last = pane

    def _write(self, tag: str, text: str) -> None:
        self.written.emit(self.codes.key(), tag, text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = Toolbar(name="letterTools")
        self._with = Label(lambda: _("Read it with"), role="note", name="letterWith")
        tools.add(self.codes, self.fields, self.form)
        tools.stretch()
        tools.add(self._with, self.samples)
        column.addWidget(tools)
        body = QVBoxLayout()
        body.setContentsMargins(20, 14, 20, 16)
        body.setSpacing(8)
        note = Label(
            lambda: _("First the title, last who signs; empty lines part them from the body."),
            role="note",
            name="letterNote",
            wrap=True,
        )
        body.addWidget(note)
        body.addLayout(self._row, 1)
        column.addLayout(body, 1)


def _called(code: str) -> str:
    """What a text is called, for the reader of the window."""
    chinese = i18n.interface_language() == "zh-Hans"
    if code in NAMES:
        return NAMES[code][0 if chinese else 1]
    kind = LetterKind(code.removeprefix("letter.").removesuffix(".prefix"))
    return _("Number opens with: {kind}", kind=reading.word(kind))


def _field(name: str) -> str:
    return f"{field_words(name, i18n.interface_language())}  {{{name}}}"

"""Cues of one item, edited in place: who is meant, the words in both languages, and a way to be rid of it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import CueKind
from forumplanner.domain.labels import label
from forumplanner.domain.languages import language_name
from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.menus import MenuButton
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.running_order import RunningCue

_KIND_WIDTH: Final = 136


class CueRow(QWidget):
    """`written(tag, text)`, `turned(kind)`, `removed()`. A cue that the item's data imply can't be edited here."""

    written = Signal(str, str)
    turned = Signal(str)
    removed = Signal()

    def __init__(self, cue: RunningCue, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName(f"cue_{cue.id or 'implied'}")
        self._cue, self._tags = cue, tags
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.fields: dict[str, Field] = {}
        if not cue.id:
            row.addWidget(Elide(lambda: _implied(self._cue), role="muted", name="cueImplied"), 1)
            return
        self.kind = Combo(_kinds(), name="cueKind", label=lambda: _("Kind of cue"), letters=6)
        self.kind.choose(str(cue.kind))
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.kind.picked.connect(self.turned)
        row.addWidget(self.kind)
        for place, tag in enumerate(tags):
            field = self.fields[tag] = _field(tag)
            field.setText(cue.text[place])
            field.setCursorPosition(0)
            field.editingFinished.connect(lambda tag=tag: self._finish(tag))
            row.addWidget(field, 1)
        remove = Button("", name="cueRemove", kind="icon", icon="x", tip=lambda: _("Remove this cue"), small=True)
        remove.clicked.connect(self.removed)
        row.addWidget(remove)

    def show_cue(self, cue: RunningCue) -> None:
        """The same cue, perhaps with other words; what is being typed stays."""
        self._cue = cue
        for place, tag in enumerate(self._tags):
            field = self.fields.get(tag)
            if field is not None and not (field.hasFocus() and field.isModified()):
                if field.text() != cue.text[place]:
                    field.setText(cue.text[place])
                field.setCursorPosition(0)
        if cue.id:
            self.kind.choose(str(cue.kind))

    def _finish(self, tag: str) -> None:
        text = self.fields[tag].text().strip()
        if text != self._cue.text[self._tags.index(tag)]:
            self.fields[tag].setModified(False)
            self.written.emit(tag, text)


class CueRows(QWidget):
    """All cues of an item. `added(kind)`; `written(id, tag, text)`; `turned(id, kind)`; `removed(id)`."""

    added = Signal(str)
    written = Signal(str, str, str)
    turned = Signal(str, str)
    removed = Signal(str)

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("cues")
        self._tags = tags
        self._rows: dict[str, CueRow] = {}
        self._wanted = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.add = MenuButton(lambda: _("Add a cue"), _kind_words, name="cueAdd", icon="plus")
        self.add.picked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)

    def show_cues(self, cues: Sequence[RunningCue]) -> None:
        """Show these; rows that stay are kept, so that nobody is interrupted while typing."""
        keys = [cue.id or f"implied {place}" for place, cue in enumerate(cues)]
        for key in [key for key in self._rows if key not in keys]:
            gone = self._rows.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (key, cue) in enumerate(zip(keys, cues, strict=True)):
            row = self._rows.get(key)
            if row is None:
                row = self._rows[key] = self._made(cue)
                self._column.insertWidget(place, row)
                self._focus_new(row, cue)
            else:
                row.show_cue(cue)
                if self._column.indexOf(row) != place:
                    self._column.insertWidget(place, row)

    def row(self, cue_id: str) -> CueRow:
        """The row of one cue."""
        return self._rows[cue_id]

    def _add(self, kind: str) -> None:
        self._wanted = kind
        self.added.emit(kind)

    def _focus_new(self, row: CueRow, cue: RunningCue) -> None:
        if self._wanted == str(cue.kind) and cue.id and not any(cue.text):
            self._wanted = ""
            row.fields[self._tags[0]].setFocus()

    def _made(self, cue: RunningCue) -> CueRow:
        row = CueRow(cue, self._tags)
        key = cue.id
        row.written.connect(lambda tag, text: self.written.emit(key, tag, text))
        row.turned.connect(lambda kind: self.turned.emit(key, kind))
        row.removed.connect(lambda: self.removed.emit(key))
        return row


def _field(tag: str) -> Field:
    speak: Text = lambda: language_name(tag)[i18n.interface_language()]  # noqa: E731 - a word for a word
    field = Field(name=f"cueText_{tag}", label=lambda: _("Cue, {language}", language=_spoken(speak)), hint=speak)
    field.setFont(fonts.font(tag))
    return field


def _spoken(text: Text) -> str:
    return text if isinstance(text, str) else text()


def _kinds() -> list[tuple[str, Text]]:
    return [(str(kind), partial(_kind_word, kind)) for kind in CueKind]


def _kind_word(kind: CueKind) -> str:
    return label(kind, i18n.interface_language())


def _kind_words() -> list[tuple[str, str]]:
    return [(str(kind), _kind_word(kind)) for kind in CueKind]


def _implied(cue: RunningCue) -> str:
    """A cue of which nobody need write anything: the item's file, its interpretation."""
    words = next(filter(None, cue.text), "")
    return _("{kind}: {words} (from the item)", kind=label(cue.kind, i18n.interface_language()), words=words)

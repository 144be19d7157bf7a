"""The inline panel that issues a release: name, kind, a note in both languages, and what changed since the last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.kinds import ReleaseKind
from forumplanner.domain.releases import next_name
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.gui import reading
from forumplanner.gui.pages.history.versions.changes_view import ChangesView
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field, Labelled
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.changes import Comparison
from forumplanner.snapshots.releases import ReleaseLine


class ReleasingPanel(Attentive, QWidget):
    """`issued(name, kind, note, minor)` when pressed; `left` when closed without."""

    issued = Signal(str, object, object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("releasing")
        self._lines: tuple[ReleaseLine, ...] = ()
        self._comparison: Comparison | None = None
        self._proposed = ""
        self.name = Field(name="releaseName", label=lambda: _("Version name"))
        kinds: list[tuple[str, Text]] = [(kind.value, _kind_words(kind)) for kind in ReleaseKind]
        self.kind = Combo(kinds, name="releaseKind", label=lambda: _("What it is for"), letters=12)
        self.notes = {
            ZH: Field(name="releaseNoteZh", label=lambda: _("Note in Chinese")),
            EN: Field(name="releaseNoteEn", label=lambda: _("Note in English")),
        }
        self.changes = ChangesView(name="releaseChanges", ticks=True)
        self._since = Label("", role="strong", name="releaseSince", wrap=True)
        self.go = Button(lambda: _("Release"), name="releaseGo", kind="primary", icon="tag")
        self.cancel = Button(lambda: _("Cancel"), name="releaseCancel", kind="ghost")
        self._lay_out()
        self.go.clicked.connect(self._press)
        self.cancel.clicked.connect(self.left)
        self.cancel.setShortcut("Esc")
        self.name.returnPressed.connect(self._press)
        self.kind.picked.connect(lambda _key: self._propose())

    def start(self, lines: tuple[ReleaseLine, ...]) -> None:
        """Propose the next name and kind after these releases (newest first)."""
        self._lines, self._comparison, self._proposed = lines, None, ""
        self.changes.forget()
        self.changes.show_changes(None)
        self.name.clear()
        for note in self.notes.values():
            note.clear()
        kept = [line for line in lines if line.kept]
        self.kind.choose((kept[0].kind if kept else ReleaseKind.COMMENTS).value)
        self._propose()
        self.retranslate()
        self.name.setFocus()
        self.name.selectAll()

    def show_changes(self, comparison: Comparison) -> None:
        """What changed since the newest release."""
        self._comparison = comparison
        self.changes.show_changes(comparison)
        self.retranslate()

    def retranslate(self) -> None:
        """Say how much changed again."""
        super().retranslate()
        if not hasattr(self, "_since"):
            return
        kept = [line for line in self._lines if line.kept]
        if not kept:
            self._since.setText(_("The first release. The next one can tell what changed since."))
        elif self._comparison is not None:
            number = sum(len(group.changes) for group in self._comparison.groups)
            self._since.setText(
                ngettext("{n} change since {name}", "{n} changes since {name}", number, name=kept[0].name)
                if number
                else _("No changes since {name}", name=kept[0].name)
            )

    def _propose(self) -> None:
        """The next name, unless another was typed."""
        if self.name.text() not in {"", self._proposed}:
            return
        issued = [(line.name, line.kind) for line in reversed(self._lines)]
        self._proposed = next_name(issued, ReleaseKind(self.kind.key()))
        self.name.setText(self._proposed)

    def _press(self) -> None:
        note = LocalizedText.of({tag: field.text().strip() for tag, field in self.notes.items()})
        self.issued.emit(self.name.text(), ReleaseKind(self.kind.key()), note, self.changes.minor())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(Label(lambda: _("Release the programme"), role="lead", name="releaseTitle"))
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(Labelled(lambda: _("Version name"), self.name), 1)
        first.addWidget(Labelled(lambda: _("What it is for"), self.kind), 1)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(Labelled(lambda: _("Note in Chinese"), self.notes[ZH]), 1)
        second.addWidget(Labelled(lambda: _("Note in English"), self.notes[EN]), 1)
        column.addLayout(second)
        column.addWidget(self._since)
        column.addWidget(self.changes, 1)
        feet = QHBoxLayout()
        feet.addWidget(Label(lambda: _("What stands now is kept whole under this name."), role="note"), 1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.go)
        column.addLayout(feet)


def _kind_words(kind: ReleaseKind) -> Text:
    return lambda: reading.word(kind)

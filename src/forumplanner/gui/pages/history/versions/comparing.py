"""Two issues side by side: which two, how much changed, by session, and the change notice in three forms."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui import texting
from forumplanner.gui.pages.history.versions.changes_view import ChangesView
from forumplanner.gui.pages.history.versions.reading import Compared
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Label, Picture, Pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.changes import ChangeKind
from forumplanner.snapshots.releases import ReleaseLine

NOW = "*now*"
"""Stands for the programme as it is; no release can have this name."""


class ComparingPanel(Attentive, QWidget):
    """`wanted(old, new)`: compare these ("" for now); `asked(what)`: "pdf", "word", "both", or a tag to copy."""

    wanted = Signal(str, str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("comparing")
        self._compared: Compared | None = None
        self._newest = ""
        self.old = Combo(name="compareOld", label=lambda: _("The older version"), letters=14)
        self.new = Combo(name="compareNew", label=lambda: _("The newer version"), letters=14)
        self.pills = {key: Pill("", tone=tone, name=f"pill_{key}") for key, tone in _TONES.items()}
        self.changes = ChangesView(name="compareChanges")
        self._nothing = Label("", role="small", name="compareNothing", wrap=True)
        self.copy = Button(lambda: _("Copy text"), name="compareCopy", kind="primary", icon="copy")
        self.copy_zh = Button(lambda: _("Chinese"), name="compareCopyZh", kind="ghost", small=True)
        self.copy_en = Button(lambda: _("English"), name="compareCopyEn", kind="ghost", small=True)
        self.pdf = Button(lambda: _("Change notice PDF"), name="comparePdf", icon="printer")
        self.word = Button(lambda: _("Word"), name="compareWord", icon="file-down")
        self.copy.setShortcut("Ctrl+Shift+C")
        self._lay_out()
        for combo in (self.old, self.new):
            combo.picked.connect(lambda _key: self._ask())
        keys = {self.copy: "both", self.copy_zh: "zh-Hans", self.copy_en: "en", self.pdf: "pdf", self.word: "word"}
        for button, what in keys.items():
            button.clicked.connect(lambda _checked=False, what=what: self.asked.emit(what))

    def show_releases(self, lines: tuple[ReleaseLine, ...], *, current: bool) -> bool:
        """Offer these (newest first) and propose a pair: the newest with now, else with the one before it."""
        kept = [line for line in lines if line.kept]
        newest = kept[0].name if kept else ""
        was = (self.old.key(), self.new.key()) if newest == self._newest else ("", "")
        self._newest = newest
        choices = [(line.name, _when(line)) for line in kept]
        self.old.set_choices(choices)
        self.new.set_choices([(NOW, lambda: _("Now")), *choices])
        names = {line.name for line in kept} | {NOW}
        if was[0] in names and was[1] in names:
            self.old.choose(was[0])
            self.new.choose(was[1])
        elif kept:
            one_before = current and len(kept) > 1
            self.choose(kept[1 if one_before else 0].name, kept[0].name if one_before else NOW)
        return bool(kept)

    def choose(self, old: str, new: str) -> None:
        """Another pair, without asking for it."""
        self.old.choose(old)
        self.new.choose(new)

    def pair(self) -> tuple[str, str]:
        """The names that are chosen; "" for now."""
        new = self.new.key()
        return self.old.key(), "" if new == NOW else new

    def compared(self) -> Compared | None:
        """What is shown."""
        return self._compared

    def show_compared(self, compared: Compared | None) -> None:
        """Show what differs."""
        self._compared = compared
        self.changes.show_changes(compared.comparison if compared else None)
        self.retranslate()

    def retranslate(self) -> None:
        """Count again in the reader's language."""
        super().retranslate()
        if not hasattr(self, "pills") or not hasattr(self, "_nothing"):
            return
        told = self._compared.comparison.changes() if self._compared else ()
        minor = len(self._compared.comparison.minor()) if self._compared else 0
        added = sum(change.kind is ChangeKind.ADDED for change in told)
        gone = sum(change.kind is ChangeKind.CANCELLED for change in told)
        changed = len(told) - added - gone
        counts = {
            "changed": (changed, ngettext("{n} changed", "{n} changed", changed)),
            "new": (added, ngettext("{n} new", "{n} new", added)),
            "gone": (gone, ngettext("{n} cancelled", "{n} cancelled", gone)),
            "minor": (minor, ngettext("{n} minor", "{n} minor", minor)),
        }
        for key, (number, words) in counts.items():
            self.pills[key].setText(words)
            self.pills[key].setVisible(number > 0)
        self._nothing.setText(_("These two say the same.") if self._compared and not told and not minor else "")
        self._nothing.setVisible(bool(self._nothing.text()))
        for button in (self.copy, self.copy_zh, self.copy_en, self.pdf, self.word):
            if told:
                button.enable()
            else:
                button.disable(lambda: _("There is no change to tell"))

    def _ask(self) -> None:
        self.wanted.emit(*self.pair())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(Label(lambda: _("Compare two versions"), role="lead", name="compareTitle"))
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.old, 1)
        pair.addWidget(Picture("arrow-right", "text3"))
        pair.addWidget(self.new, 1)
        column.addLayout(pair)
        pills = QHBoxLayout()
        pills.setSpacing(6)
        for pill in self.pills.values():
            pills.addWidget(pill)
        pills.addStretch(1)
        column.addLayout(pills)
        column.addWidget(self._nothing)
        column.addWidget(self.changes, 1)
        feet = QHBoxLayout()
        feet.setSpacing(8)
        for button in (self.copy, self.copy_zh, self.copy_en):
            feet.addWidget(button)
        feet.addStretch(1)
        for button in (self.pdf, self.word):
            feet.addWidget(button)
        column.addLayout(feet)
        column.addWidget(Label(lambda: _("Minor changes stay off the notice."), role="note", name="compareNote"))


_TONES = {"changed": "warn", "new": "ok", "gone": "danger", "minor": ""}


def _when(line: ReleaseLine) -> Text:
    """Its name and day."""
    return lambda: f"{line.name} · {texting.short_day(line.issued_at.astimezone().date())}"

"""The status bar: the page's facts at the left; clock zone, issue and file at the right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.labels import Elide, Label, Picture, Rule
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.forums import ForumCard

HEIGHT = 26


class StatusBar(Attentive, QFrame):
    """26 pixels high; what is not known is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setFixedHeight(HEIGHT)
        self._card: ForumCard | None = None
        self._changes = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        self.facts = Elide("", role="small", name="statusFacts")
        row.addWidget(self.facts, 1)
        self._zone = Label("", role="small", name="statusZone")
        self._release = Label("", role="small", name="statusRelease")
        self._file = Elide("", role="small", name="statusFile")
        self._rules = (Rule(standing=True), Rule(standing=True))
        self._disk = Picture("hard-drive", "text3", size=13)
        for widget in (self._zone, self._rules[0], self._release, self._rules[1], self._disk, self._file):
            row.addWidget(widget)
        for rule in self._rules:
            rule.setFixedHeight(14)
        self.show_file(None, "")

    def show_file(self, card: ForumCard | None, name: str) -> None:
        """The forum and the name of its file; None and "" while no file is open."""
        if card is None or self._card is None or (card.id, card.release) != (self._card.id, self._card.release):
            self._changes = 0
        self._card = card
        self._file.set_text(name)
        self._say()

    def show_changes(self, number: int) -> None:
        """How many changes there are since the newest release: "V1.1 + 3 changes"."""
        self._changes = number
        self._say()

    def retranslate(self) -> None:
        """Say it in the interface's language."""
        super().retranslate()
        self._say()

    def _say(self) -> None:
        card = self._card
        self._zone.setText(_clock(card.zone) if card and card.zone else "")
        if card is None:
            self._release.setText("")
        elif card.release and self._changes:
            changes = ngettext("{name} + {n} change", "{name} + {n} changes", self._changes, name=card.release)
            self._release.setText(changes)
        elif card.release:
            self._release.setText(_("{name} issued", name=card.release))
        else:
            self._release.setText(_("Draft"))
        self._rules[0].setVisible(card is not None and bool(card.zone))
        self._rules[1].setVisible(card is not None)
        self._disk.setVisible(card is not None)


def _clock(zone: str) -> str:
    """Such as "Beijing time (UTC+8)" for China, else the zone's city."""
    if zone == "Asia/Shanghai":
        return _("Beijing time (UTC+8)")
    return _("{city} time", city=zone.rsplit("/", 1)[-1].replace("_", " "))

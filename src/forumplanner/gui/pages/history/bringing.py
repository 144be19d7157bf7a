"""The card that offers to bring back what a step removed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui import texting
from forumplanner.gui.authors import author
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.history import RemovedThing


class BringBack(QWidget):
    """`pressed(RemovedThing)`; hidden while there is nothing to bring back."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("historyBringing")
        self._thing: RemovedThing | None = None
        self._refusal = ""
        self.button = Button(lambda: _("Bring back"), name="historyBringBack", kind="primary", icon="archive-restore")
        self.card = Banner("", name="historyRemoved", look="info", icon="archive-restore", buttons=(self.button,))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(self.card)
        self.button.clicked.connect(lambda _checked: self.pressed.emit(self._thing))
        self.hide()

    def thing(self) -> RemovedThing | None:
        """What is offered."""
        return self._thing

    def show_thing(self, thing: RemovedThing | None) -> None:
        """Offer something else, or nothing."""
        self._thing, self._refusal = thing, ""
        self.setVisible(thing is not None)
        if thing is not None:
            self.button.enable()
            self.card.tell(lambda: _title(thing), lambda: _line(thing))

    def show_refusal(self, step: int, refusal: str) -> None:
        """Say why it can't come back, where it can't."""
        if self._thing is not None and self._thing.step == step and refusal:
            self._refusal = refusal
            self.button.disable(refusal)
            title = self._thing
            self.card.tell(lambda: _title(title), refusal)


def _title(thing: RemovedThing) -> str:
    what = thing.called[interface_language()]
    if thing.entries == 1:
        return _("Removed: {what}", what=what)
    entries = ngettext("{n} entry", "{n} entries", thing.entries)
    return _("Removed: {what}, {entries}", what=what, entries=entries)


def _line(thing: RemovedThing) -> str:
    at = thing.at.astimezone()
    when = f"{texting.short_day(at.date())} {at:%H:%M}"
    if not thing.since:
        return _("{who}, {when}", who=author(thing.actor), when=when)
    since = ngettext("{n} step since", "{n} steps since", thing.since)
    return _("{who}, {when}, {since}. What was done since stays.", who=author(thing.actor), when=when, since=since)

"""The first and last day of a term in an inspector: told together, once both are days or empty."""

import datetime as dt

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from forumplanner.gui.pages.alliance.details import put
from forumplanner.gui.pages.alliance.words import when
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.day import DayField
from forumplanner.i18n import gettext as _


class TermDays(QObject):
    """`termed(since, until)` when a day was written and left; lay out `entries`, labels with their fields."""

    termed = Signal(object, object)

    def __init__(self, parent: QObject, *, name: str) -> None:
        super().__init__(parent)
        self.since = DayField(name=f"{name}Since", label=lambda: _("Since"))
        self.until = DayField(name=f"{name}Until", label=lambda: _("Until"))
        self.entries: list[tuple[Text, QWidget]] = [
            (lambda: _("Since"), self.since),
            (lambda: _("Until"), self.until),
        ]
        self._shown: tuple[dt.date | None, dt.date | None] = (None, None)
        for field in (self.since, self.until):
            field.editingFinished.connect(self._tell)

    def show_term(self, since: dt.date | None, until: dt.date | None) -> None:
        """Show a term; a day that is being typed keeps its letters."""
        self._shown = (since, until)
        put(self.since, when(since))
        put(self.until, when(until))

    def _tell(self) -> None:
        if not (self.since.is_sound() and self.until.is_sound()):
            return
        if (self.since.value(), self.until.value()) != self._shown:
            self.since.setModified(False)
            self.until.setModified(False)
            self.termed.emit(self.since.value(), self.until.value())

"""The middle of the page of findings: the list, or a word why it is empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from forumplanner.gui.pages.findings.list import FindingList
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.i18n import gettext as _


class FindingsContent(QStackedWidget):
    """`cleared()`: all filters are to go."""

    cleared = Signal()

    def __init__(self, shown: FindingList) -> None:
        super().__init__()
        self.setObjectName("findingsContent")
        self._list = shown
        self.calm = EmptyState(
            lambda: _("Nothing needs your attention"),
            lambda: _("Everything that can be checked is in order."),
            name="findingsCalm",
            icon="circle-check",
        )
        clear = Button(lambda: _("Clear filters"), name="findingsClear")
        clear.clicked.connect(self.cleared)
        self.nothing = EmptyState(
            lambda: _("No finding like that"),
            lambda: _("There are others without this filter."),
            name="findingsNothing",
            icon="search-x",
            choices=(clear,),
        )
        for widget in (self._list, self.calm, self.nothing):
            self.addWidget(widget)

    def show_state(self, *, some: bool, filtered: bool) -> None:
        """Show the list where it has rows; else that there is nothing at all, or nothing like that."""
        self.setCurrentWidget(self._list if some else (self.nothing if filtered else self.calm))

"""The way to possible duplicates: the button in the head, the search behind it, the questions in place of the list."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.duplicates import DuplicatesView, Search
from forumplanner.gui.pages.people.duplicates.search import chosen_pair
from forumplanner.gui.widgets.buttons import Button
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

DIRECTORY_TABLES = frozenset({"person", "post", "institution", "person_alias", "distinct_pair"})
"""What the search reads."""


class Twins(QObject):
    """Owns the search; its result is kept until people change."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._percent = 0
        self._chosen = False
        self._list: QWidget | None = None
        self.search = Search(frame, self)
        self.view = DuplicatesView(frame)
        self.button = Button(self._words, name="peopleDuplicates", kind="ghost", icon="copy", tip=self._tip)
        self._stack = QStackedWidget()
        self._stack.setObjectName("peopleViews")
        self.button.clicked.connect(self._press)
        self.search.changed.connect(self._found)
        self.search.progressed.connect(self._progress)
        self.view.left.connect(self.close)

    def stacked_with(self, listing: QWidget) -> QStackedWidget:
        """The list and the questions, one at a time."""
        self._list = listing
        self._stack.addWidget(listing)
        self._stack.addWidget(self.view)
        return self._stack

    def is_open(self) -> bool:
        """True while questions are shown in place of the list."""
        return self._stack.currentWidget() is self.view

    def open(self) -> None:
        """Show the questions; what is not known yet is looked for first."""
        self._chosen = False
        if self.search.doubts is None and not self.search.is_running():
            self.search.start()
        self.view.show_doubts(self.search.doubts or ())
        self._stack.setCurrentWidget(self.view)
        self.view.start()

    def compare(self, first: str, second: str) -> None:
        """Show two people whom somebody chose."""
        doubt = chosen_pair(self._frame, first, second)
        if doubt is None:
            return
        self._chosen = True
        self.view.show_doubts((doubt,))
        self._stack.setCurrentWidget(self.view)
        self.view.start()

    def close(self) -> None:
        """Back to the list."""
        if self._list is not None and self.is_open():
            self._stack.setCurrentWidget(self._list)

    def _press(self) -> None:
        if self.search.is_running():
            self.search.cancel()
        else:
            self.open()

    def _progress(self, percent: int) -> None:
        self._percent = percent
        self.button.set_text(self._words)

    def _found(self) -> None:
        """Say what was found; with nothing to look at the button is a quiet word."""
        self._percent = 0
        self.button.setEnabled(self.search.is_running() or self.search.doubts != ())
        self.button.set_text(self._words)
        self.button.set_tip(self._tip)
        if self.is_open() and not self.search.is_running() and not self._chosen and self.search.doubts is not None:
            self.view.show_doubts(self.search.doubts)

    def _words(self) -> str:
        if self.search.is_running():
            return _("Looking for duplicates, {n} %", n=self._percent)
        if self.search.doubts is None:
            return _("Find duplicates")
        number = len(self.search.doubts)
        return ngettext("{n} possible duplicate", "{n} possible duplicates", number) if number else _("No duplicates")

    def _tip(self) -> str:
        if self.search.is_running():
            return _("Press to stop looking.")
        return _("Pairs that may be one person; nothing is merged before you say so.")

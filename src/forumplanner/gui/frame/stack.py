"""The page stack: builds a page when it is first shown, and reads it again only when a change concerns it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from forumplanner.gui.page import Frame, Page, PageSpec

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Changed


class PageStack(QStackedWidget):
    """Shows one page at a time. `shown(key)` after a change of page, `facts(text)` for the status bar."""

    shown = Signal(str)
    facts = Signal(str)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._key = ""

    def set_first(self, widget: QWidget) -> None:
        """The widget shown while no file is open."""
        self.insertWidget(0, widget)
        self.setCurrentIndex(0)

    def key(self) -> str:
        """The key of the page that is shown, "" for the welcome page."""
        return self._key

    def is_in_rail(self, key: str) -> bool:
        """True for a page with a row in the rail."""
        return key in self._specs and self._specs[key].stands_in_rail

    def page(self) -> Page | None:
        """The page that is shown, if it is one."""
        return self._pages.get(self._key)

    def show_page(self, key: str, frame: Frame, target: str = "") -> None:
        """Show a page, built and fresh, with `target` selected."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._specs[key].make(frame)
            page.status.connect(self._tell_facts)
            self.addWidget(page)
            self._stale.add(key)
        other, self._key = self._key != key, key
        self.setCurrentWidget(page)
        self._freshen(None)
        if other or target:  # what is led to takes the keys, unless it leads them further
            (page.first_focus() or page).setFocus()
        if target:
            page.show_target(target)
        self.shown.emit(self._specs[key].within or key)

    def leave(self) -> None:
        """Show the welcome page and forget all others: the file is closed."""
        self._key = ""
        self.setCurrentIndex(0)
        for page in self._pages.values():
            page.leave()
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages, self._stale = {}, set()
        self.facts.emit("")
        self.shown.emit("")

    def hear(self, changed: "Changed") -> None:
        """A step was made: the visible page reads again if it is concerned, hidden ones go stale."""
        for key, page in self._pages.items():
            if page.touches(changed):
                self._stale.add(key)
        self._freshen(changed)

    def read_again(self) -> None:
        """Everything is stale: the language or the forum changed."""
        self._stale.update(self._pages)
        self._freshen(None)

    def _freshen(self, changed: "Changed | None") -> None:
        page = self.page()
        if page is not None and self._key in self._stale:
            self._stale.discard(self._key)
            page.refresh(changed)
        self._tell_facts()

    def _tell_facts(self) -> None:
        page = self.page()
        self.facts.emit(page.facts() if page is not None else "")

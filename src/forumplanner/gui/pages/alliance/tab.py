"""Tab: what the page and a register ask of one tab; each tab answers in its own words and verbs."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:
    from forumplanner.store import Changed

R = TypeVar("R")


class Tab(Attentive, QWidget, Generic[R]):
    """`told` when its facts have other words; `tables`: whose changes it shows."""

    told = Signal()
    tables: frozenset[str] = frozenset()

    def read(self, db: Any) -> object:
        """Read the snapshot, in a thread."""
        raise NotImplementedError

    def show_read(self, snapshot: Any) -> None:
        """Show what was read; calls `show_rows`."""
        raise NotImplementedError

    def show_line(self, line: R | None) -> None:
        """Show a line in the inspector, or that none is chosen."""
        raise NotImplementedError

    def take_offers(self) -> None:
        """Give `self.offers` to the fields of card and inspector."""

    def facts(self) -> str:
        """One line beside the page's title."""
        return ""

    def new_words(self) -> str:
        """What the page's filled button says."""
        return _("New entry")

    def remove_current(self) -> None:
        """Del."""

    def move_current(self, by: int) -> None:
        """Alt+Up and Alt+Down."""

    def sentence(self) -> str:
        """The list as a sentence in both languages, a line each; "" where there is none."""
        return ""

    def touched_by(self, changed: "Changed") -> bool:
        """Whether what changed is shown here."""
        return any(table in self.tables for table, _key in changed.touched)

    def first_field(self) -> QWidget | None:
        """Where Enter goes."""
        return None

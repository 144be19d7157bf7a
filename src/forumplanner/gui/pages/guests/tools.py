"""The row of tools: which view, the search, and the chips of each view with their numbers."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from forumplanner.domain.invitation_chain import QUIET_DAYS
from forumplanner.gui.widgets.buttons import Button, Chip, Segmented
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.i18n import gettext as _

LISTS, CALLS, CHASE = "lists", "calls", "chase"
APPROVE, DUE, QUIET, MISSING = "approve", "due", "quiet", "missing"
_CHIPS = {LISTS: (APPROVE, DUE, QUIET), CALLS: (QUIET,), CHASE: (MISSING,)}


class GuestTools(QObject):
    """`viewed(view)` when another view was chosen, `narrowed()` when chips or search changed."""

    viewed = Signal(str)
    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._numbers: Mapping[str, int] = {}
        self.bar = Toolbar(name="guestTools")
        self.views = Segmented(
            [(LISTS, lambda: _("Lists")), (CALLS, self._calls), (CHASE, lambda: _("Chase"))],
            name="guestViews",
            label=lambda: _("What to show of the guests"),
        )
        self.search = SearchField(
            name="guestSearch", label=lambda: _("Search guests"), hint=lambda: _("Name, initials, post"), width=180
        )
        self.chips = {
            APPROVE: Chip(self._words(APPROVE, lambda: _("To approve")), name="chipApprove"),
            DUE: Chip(self._words(DUE, lambda: _("Call today")), name="chipDue"),
            QUIET: Chip(self._words(QUIET, lambda: _("No answer for {n} days", n=QUIET_DAYS)), name="chipQuiet"),
            MISSING: Chip(lambda: _("Missing only"), name="chipMissing"),
        }
        self.marks = {
            "received": _mark(lambda: _("Received"), "received", icon="circle-check", key="Space"),
            "asked": _mark(lambda: _("Asked for"), "asked", icon="clock", key="Shift+Space"),
            "not_needed": _mark(lambda: _("Not needed"), "not_needed", icon="minus", key="Del"),
        }
        self.copy = Button(
            "", name="guestCopy", kind="icon", icon="copy", tip=lambda: _("Copy as text"), key="Ctrl+Shift+C"
        )
        self.details = Button(
            "", name="guestDetails", kind="icon", icon="panel-right", tip=lambda: _("Details"), key="F4"
        )
        self.visit = Button("", name="callOpen", kind="icon", icon="arrow-right", tip=lambda: _("Show the guest"))
        self.bar.add(self.views, self.search, *self.chips.values())
        self.bar.stretch()
        self.bar.add(*self.marks.values(), self.visit, self.copy, self.details)
        self.chips[MISSING].setChecked(True)
        self.views.picked.connect(self.show_view)
        self.search.query.connect(lambda _text: self.narrowed.emit())
        for chip in self.chips.values():
            chip.clicked.connect(lambda _on: self.narrowed.emit())
        self._show_chips()

    def view(self) -> str:
        """The view that is shown."""
        return self.views.choice()

    def show_view(self, view: str) -> None:
        """Show another view."""
        self.views.choose(view)
        self._show_chips()
        self.viewed.emit(view)

    def is_on(self, chip: str) -> bool:
        """Whether a chip of this view narrows it."""
        return chip in _CHIPS[self.view()] and self.chips[chip].isChecked()

    def filters(self) -> int:
        """How many conditions hold."""
        return sum(self.is_on(chip) for chip in self.chips) + bool(self.search.text().strip())

    def clear(self) -> None:
        """No condition."""
        for chip in _CHIPS[self.view()]:
            self.chips[chip].setChecked(False)
        self.search.clear()
        self.narrowed.emit()

    def count(self, numbers: Mapping[str, int]) -> None:
        """How many each chip would show."""
        self._numbers = numbers
        for chip in self.chips.values():
            chip.retranslate()
            chip.recolour()
        self.views.button(CALLS).retranslate()

    def _calls(self) -> str:
        number = self._numbers.get(DUE, 0)
        return _("Calls {n}", n=number) if number else _("Calls")

    def _words(self, chip: str, words: Callable[[], str]) -> Callable[[], str]:
        return lambda: f"{words()} {self._numbers[chip]}" if self._numbers.get(chip) else words()

    def _show_chips(self) -> None:
        shown = _CHIPS[self.view()]
        for key, chip in self.chips.items():
            chip.setVisible(key in shown)
        for mark in self.marks.values():
            mark.setVisible(self.view() == CHASE)
        self.visit.setVisible(self.view() == CALLS)
        self.details.setVisible(self.view() != CHASE)


def _mark(text: Callable[[], str], state: str, *, icon: str, key: str) -> Button:
    return Button(text, name=f"chase_{state}", kind="ghost", icon=icon, tip=text, key=key, small=True)

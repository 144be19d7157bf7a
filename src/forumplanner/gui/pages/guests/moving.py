"""Another place in the order: where to, and why; the reason is printed on the inner copy only."""

from PySide6.QtCore import Signal

from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.form import FormCard
from forumplanner.gui.widgets.fields import Field, Number
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestLine


class MoveCard(FormCard):
    """`made(place, reason)`: the place counts within the list that is shown."""

    made = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Another place"), lambda: _("Move"), lambda: _("Leave"), name="moveGuest")
        self.place = Number(name="movePlace", label=lambda: _("Place in the order"), least=1, most=999)
        self.reason = Field(
            name="moveReason",
            label=lambda: _("Reason"),
            hint=lambda: _("such as: office, 20 October"),
        )
        self.add((((lambda: _("Place in the order"), self.place),), ((lambda: _("Reason"), self.reason),)))

    def start(self, line: GuestLine, place: int, last: int) -> None:
        """Begin about a guest who is to stand at `place` of `last`."""
        self.who.set_text(words.title(line))
        self.place.setMaximum(max(last, 1))
        self.place.set_value(min(max(place, 1), max(last, 1)))
        self.refuse("")
        self.reason.setFocus()

    def clear(self) -> None:
        """Forget the reason."""
        self.reason.clear()
        self.refuse("")

    def finish(self) -> None:
        """Tell the place; a reason is needed."""
        reason = self.reason.text().strip()
        self.refuse("" if reason else _("Write the reason; it is kept and printed on the inner copy only."))
        if reason:
            self.made.emit(self.place.value(), reason)
        else:
            self.reason.setFocus()

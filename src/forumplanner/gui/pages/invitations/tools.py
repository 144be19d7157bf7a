"""The row of tools: which view of the page is shown, the search, copying and the inspector."""

from PySide6.QtCore import QObject, Signal

from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.i18n import gettext as _

CHANGES, KNOWING, TOLD = "changes", "knowing", "told"
ROUND, REVIEW = "round", "review"
VIEWS = (CHANGES, KNOWING, TOLD)


class InvitationTools(QObject):
    """`viewed(view)` when another view was chosen, `narrowed()` when the search changed."""

    viewed = Signal(str)
    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = Toolbar(name="mailTools")
        self.views = Segmented(
            [
                (CHANGES, lambda: _("Changes")),
                (KNOWING, lambda: _("Who must know")),
                (TOLD, lambda: _("Who was told what")),
            ],
            name="mailViews",
            label=lambda: _("What to show of the invitations"),
        )
        self.search = SearchField(
            name="mailSearch", label=lambda: _("Search changes"), hint=lambda: _("Session, person, room"), width=190
        )
        self.copy = Button(
            "", name="mailCopy", kind="icon", icon="copy", tip=lambda: _("Copy as text"), key="Ctrl+Shift+C"
        )
        self.details = Button(
            "",
            name="mailDetails",
            kind="icon",
            icon="panel-right",
            tip=lambda: _("Outbox, replies and account"),
            key="F4",
        )
        self.bar.add(self.views, self.search)
        self.bar.stretch()
        self.bar.add(self.copy, self.details)
        self.views.picked.connect(self.show_view)
        self.search.query.connect(lambda _text: self.narrowed.emit())

    def view(self) -> str:
        """The view that is shown."""
        return self.views.choice()

    def show_view(self, view: str) -> None:
        """Show another view; only the changes are searched and copied from here."""
        self.views.choose(view)
        for widget in (self.search, self.copy):
            widget.setVisible(view == CHANGES)
        self.viewed.emit(view)

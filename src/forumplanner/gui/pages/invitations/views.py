"""The views of the page under one row of tools, and the form of a new round in their place."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.changes import ChangesView
from forumplanner.gui.pages.invitations.desk import Desk, ShowsDesk
from forumplanner.gui.pages.invitations.knowing import KnowingView
from forumplanner.gui.pages.invitations.rounds import RoundForm
from forumplanner.gui.pages.invitations.told import ToldView
from forumplanner.gui.pages.invitations.tools import CHANGES, KNOWING, ROUND, TOLD, InvitationTools


class InvitationViews(QWidget):
    """Shows one at a time; each takes the same desk."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("mailBody")
        self.tools = InvitationTools()
        self.changes = ChangesView(frame)
        self.knowing, self.told, self.round = KnowingView(frame), ToldView(frame), RoundForm(frame)
        self._shown: dict[str, QWidget] = {
            CHANGES: self.changes,
            KNOWING: self.knowing,
            TOLD: self.told,
            ROUND: self.round,
        }
        self.content = QStackedWidget()
        self.content.setObjectName("mailContent")
        for view in self._shown.values():
            self.content.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools.bar)
        column.addWidget(self.content, 1)

    def show_desk(self, desk: Desk) -> None:
        """Give every view what was read."""
        views: tuple[ShowsDesk, ...] = self.changes, self.knowing, self.told, self.round
        for view in views:
            view.show_desk(desk)

    def show_view(self, view: str) -> None:
        """Show that view."""
        self.content.setCurrentWidget(self._shown[view])
        self.tools.bar.setVisible(view != ROUND)

"""The views of the page under one row of tools, and what takes their place: a new round, the review of mails."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.changes import ChangesView
from forumplanner.gui.pages.invitations.desk import ShowsDesk
from forumplanner.gui.pages.invitations.fetching import Reading
from forumplanner.gui.pages.invitations.knowing import KnowingView
from forumplanner.gui.pages.invitations.review import Review
from forumplanner.gui.pages.invitations.rounds import RoundForm
from forumplanner.gui.pages.invitations.told import ToldView
from forumplanner.gui.pages.invitations.tools import CHANGES, KNOWING, REVIEW, ROUND, TOLD, VIEWS, InvitationTools


class InvitationViews(QWidget):
    """Shows one at a time; each takes the same desk."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("mailBody")
        self.tools = InvitationTools()
        self.changes, self.review = ChangesView(), Review()
        self.knowing, self.told, self.round = KnowingView(frame), ToldView(frame), RoundForm(frame)
        self._shown: dict[str, QWidget] = {
            CHANGES: self.changes,
            KNOWING: self.knowing,
            TOLD: self.told,
            ROUND: self.round,
            REVIEW: self.review,
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

    def take(self, reading: Reading) -> None:
        """Give every view what was read."""
        self.changes.take(reading.desk, reading.sums, reading.keys)
        views: tuple[ShowsDesk, ...] = self.knowing, self.told, self.round
        for view in views:
            view.show_desk(reading.desk)

    def show_view(self, view: str) -> None:
        """Show that view."""
        self.content.setCurrentWidget(self._shown[view])
        self.tools.bar.setVisible(view in VIEWS)

    def shown(self) -> str:
        """What is shown."""
        current = self.content.currentWidget()
        return next(key for key, view in self._shown.items() if view is current)

    def focus_widget(self) -> QWidget:
        """What takes the keys of what is shown."""
        shown = self.shown()
        if shown == REVIEW:
            return self.review.first()
        if shown != CHANGES:
            return self._shown[shown]
        lists = self.changes.content.currentWidget() is self.changes.lists
        return self.changes.table if lists else self.tools.views.button(CHANGES)

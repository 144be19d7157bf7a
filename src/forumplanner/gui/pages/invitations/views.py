"""The views of the page under one row of tools, and what takes their place: a new round, the review of mails."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.changes import ChangesView
from forumplanner.gui.pages.invitations.desk import ShowsDesk
from forumplanner.gui.pages.invitations.fetching import Reading
from forumplanner.gui.pages.invitations.review import Review
from forumplanner.gui.pages.invitations.tools import CHANGES, KNOWING, REVIEW, ROUND, TOLD, VIEWS, InvitationTools

if TYPE_CHECKING:  # the other views are loaded and built when they are first shown
    from forumplanner.gui.pages.invitations.knowing import KnowingView
    from forumplanner.gui.pages.invitations.rounds import RoundForm
    from forumplanner.gui.pages.invitations.told import ToldView


class InvitationViews(QWidget):
    """Shows one at a time; each takes the same desk."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("mailBody")
        self._frame = frame
        self._reading: Reading | None = None
        self._others: list[ShowsDesk] = []
        self.tools = InvitationTools()
        self.changes, self.review = ChangesView(), Review()
        self._shown: dict[str, QWidget] = {CHANGES: self.changes, REVIEW: self.review}
        self.content = QStackedWidget()
        self.content.setObjectName("mailContent")
        self.content.addWidget(self.changes)
        self.content.addWidget(self.review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools.bar)
        column.addWidget(self.content, 1)

    @cached_property
    def knowing(self) -> "KnowingView":
        """Who must know."""
        from forumplanner.gui.pages.invitations.knowing import KnowingView  # noqa: PLC0415 - loaded when first shown

        view = KnowingView(self._frame)
        self._add(KNOWING, view, view)
        return view

    @cached_property
    def told(self) -> "ToldView":
        """Who was told what."""
        from forumplanner.gui.pages.invitations.told import ToldView  # noqa: PLC0415 - loaded when first shown

        view = ToldView(self._frame)
        self._add(TOLD, view, view)
        return view

    @cached_property
    def round(self) -> "RoundForm":
        """The form of a new round."""
        from forumplanner.gui.pages.invitations.rounds import RoundForm  # noqa: PLC0415 - loaded when first shown

        view = RoundForm(self._frame)
        self._add(ROUND, view, view)
        return view

    def take(self, reading: Reading) -> None:
        """Give every view what was read."""
        self._reading = reading
        self.changes.take(reading.desk, reading.sums, reading.keys)
        for view in self._others:
            view.show_desk(reading.desk)

    def show_view(self, view: str) -> None:
        """Show that view."""
        self.content.setCurrentWidget(self._widget(view))
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

    def _widget(self, view: str) -> QWidget:
        """The view, built now if it was never shown."""
        made: dict[str, Callable[[], QWidget]] = {
            KNOWING: lambda: self.knowing,
            TOLD: lambda: self.told,
            ROUND: lambda: self.round,
        }
        return made[view]() if view in made else self._shown[view]

    def _add(self, key: str, widget: QWidget, desk: ShowsDesk) -> None:
        self._shown[key] = widget
        self._others.append(desk)
        self.content.addWidget(widget)
        if self._reading is not None:
            desk.show_desk(self._reading.desk)

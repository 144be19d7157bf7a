"""The page History: steps and versions of the forum, one view at a time."""

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from forumplanner.gui import texting
from forumplanner.gui.authors import author
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.history.rows import day_of
from forumplanner.gui.pages.history.steps import StepsPanel
from forumplanner.gui.pages.history.versions import VersionsPanel
from forumplanner.gui.widgets.buttons import Segmented
from forumplanner.gui.widgets.head import PageHead
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

if TYPE_CHECKING:
    from forumplanner.store import Changed

STEPS, VERSIONS, RELEASE = "steps", "versions", "release"


class HistoryPage(Page):
    """A segment in the head chooses the view; a target is the number of a step, "versions" or "release"."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="historyPage")
        self.view = Segmented(
            ((STEPS, lambda: _("Steps")), (VERSIONS, lambda: _("Versions"))),
            name="historyView",
            label=lambda: _("What to show"),
        )
        self.head = PageHead(lambda: _("History"), self.view, name="historyHead")
        self.steps = StepsPanel(frame)
        self.versions = VersionsPanel(frame)
        self.content = QStackedWidget()
        self.content.setObjectName("historyViews")
        self.content.addWidget(self.steps)
        self.content.addWidget(self.versions)
        self.column.addWidget(self.head)
        self.column.addWidget(self.content, 1)
        self._forum = ""
        self.view.picked.connect(self.show_view)
        self.steps.read.connect(self._tell)

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - every step concerns this page
        """Read what is shown again."""
        if self._forum != self.frame.card.id:
            self._forum = self.frame.card.id
            self.versions.show_forum()
        self.steps.refresh()
        if self.view.choice() == VERSIONS:
            self.versions.refresh()

    def show_view(self, key: str) -> None:
        """Steps or versions."""
        self.view.choose(key)
        self.content.setCurrentWidget(self.versions if key == VERSIONS else self.steps)
        if key == VERSIONS:
            self.versions.refresh()
        self.status.emit()

    def show_target(self, target: str) -> None:
        """A step's number opens it; "versions" shows the other view, "release" issues one."""
        if target == VERSIONS:
            self.show_view(VERSIONS)
        elif target == RELEASE:
            self.show_view(VERSIONS)
            self.versions.start_release()
        elif target.isdecimal():
            self.show_view(STEPS)
            self.steps.show_step(int(target))

    def facts(self) -> str:
        """How many steps were made today, and by whom."""
        today = dt.datetime.now().astimezone().date()
        made = Counter(step.actor for step in self.steps.history.steps if day_of(step) == today)
        total = ngettext("{n} step today", "{n} steps today", sum(made.values()))
        return " · ".join([total, *(f"{author(actor)} {texting.number(n)}" for actor, n in made.most_common(3))])

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.steps.tools.search if self.view.choice() == STEPS else None

    def first_focus(self) -> QWidget | None:
        """The list of steps."""
        return self.steps.list if self.view.choice() == STEPS else self.versions

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        self._tell()

    def _tell(self) -> None:
        total = self.steps.history.total
        self.head.set_facts(
            lambda: _("{steps} · undo survives a restart", steps=ngettext("{n} step", "{n} steps", total))
        )
        self.status.emit()

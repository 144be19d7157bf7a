"""What stands on the page Delegations and where: head, tools, tree, caption, the details beside them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.delegations.adding import NewDelegationCard
from forumplanner.gui.pages.delegations.bulk import BulkBar
from forumplanner.gui.pages.delegations.caption import CaptionBar
from forumplanner.gui.pages.delegations.empty import NoDelegations, empty_page
from forumplanner.gui.pages.delegations.inspector import DelegationInspector
from forumplanner.gui.pages.delegations.model import DelegationsModel
from forumplanner.gui.pages.delegations.tools import DelegationsTools
from forumplanner.gui.pages.delegations.tree import DelegationsTree
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import PageHead
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.i18n import gettext as _


class Furnished(Page):
    """The page before anything works in it. `cleared()`: all conditions are to be dropped."""

    cleared = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="delegationsPage")
        self._make_widgets()
        self._lay_out()

    def _make_widgets(self) -> None:
        self.new = Button(lambda: _("New delegation"), name="delegationsNew", kind="primary", icon="plus", key="Ctrl+N")
        self.papers = Button(lambda: _("Delegation sheet"), name="delegationsPapers", icon="printer")
        self.ask = Button(
            lambda: _("Copy the request"),
            name="delegationsAsk",
            icon="copy",
            tip=lambda: _("Copy what is asked of the chosen delegation"),
            key="Ctrl+Shift+C",
        )
        self.head = PageHead(lambda: _("Delegations"), self.ask, self.papers, self.new, name="delegationsHead")
        self.tools = DelegationsTools()
        self.model = DelegationsModel(self)
        self.bulk = BulkBar()
        self.tree = DelegationsTree(self.model)
        self.caption = CaptionBar()
        self.inspector = DelegationInspector(self.frame)
        self.adding = NewDelegationCard()
        self.adding.hide()

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        body = QWidget()
        body.setObjectName("delegationsBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.content = QStackedWidget()
        self.content.setObjectName("delegationsContent")
        self.nothing = NoDelegations(self.cleared.emit)
        self.empty = empty_page(self.new.click, lambda: self.frame.go("importing"))
        for widget in (self.tree, self.nothing, self.empty):
            self.content.addWidget(widget)
        for part in (self.tools, self.bulk, self.content, self.caption):
            column.addWidget(part, 1 if part is self.content else 0)
        self.inspector.top.insertWidget(0, self.adding)
        self.side = WithInspector(body, self.inspector)
        self.column.addWidget(self.side, 1)

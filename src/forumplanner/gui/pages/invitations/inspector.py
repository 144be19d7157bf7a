"""Beside the views: the outbox, the answers, and the account that mail goes through."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.account import AccountPanel
from forumplanner.gui.pages.invitations.desk import Desk, ShowsDesk
from forumplanner.gui.pages.invitations.outbox import OutboxPanel
from forumplanner.gui.pages.invitations.replies import RepliesPanel
from forumplanner.gui.widgets.buttons import Tabs
from forumplanner.gui.widgets.inspector import Inspector
from forumplanner.i18n import gettext as _

OUTBOX, REPLIES, ACCOUNT = "outbox", "replies", "account"
TABS = (OUTBOX, REPLIES, ACCOUNT)


class MailInspector(Inspector):
    """Three panels under tabs; each fills the height that is there."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(name="mailInspector", label=lambda: _("Outbox, replies and account"))
        self.tabs = Tabs(
            [(OUTBOX, lambda: _("Outbox")), (REPLIES, lambda: _("Replies")), (ACCOUNT, lambda: _("Account"))],
            name="mailTabs",
            label=lambda: _("What to show of the mail"),
        )
        self.tabs.setContentsMargins(16, 4, 16, 0)
        self.top.addWidget(self.tabs)
        self.outbox, self.replies, self.account = OutboxPanel(frame), RepliesPanel(frame), AccountPanel(frame)
        self.outbox.foot.addWidget(self.replies.brief)
        self._panels: dict[str, QWidget] = {OUTBOX: self.outbox, REPLIES: self.replies, ACCOUNT: self.account}
        for panel in self._panels.values():
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            self.column.addWidget(panel, 1)
        self.tabs.picked.connect(lambda _key: self._show())
        self._show()

    def show_desk(self, desk: Desk) -> None:
        """Give every panel what was read."""
        panels: tuple[ShowsDesk, ...] = self.outbox, self.replies, self.account
        for panel in panels:
            panel.show_desk(desk)

    def choose(self, tab: str) -> None:
        """Show that panel."""
        self.tabs.choose(tab)

    def _show(self) -> None:
        chosen = self.tabs.choice()
        for key, panel in self._panels.items():
            panel.setVisible(key == chosen)

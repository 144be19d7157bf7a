"""The page Approval: what the authorities approved, and what differs from it now."""

from forumplanner.gui.page import Frame, Page
from forumplanner.gui.widgets.head import PageHead
from forumplanner.i18n import gettext as _


class ApprovalPage(Page):
    """Its head; the content follows."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="approvalPage")
        self.head = PageHead(lambda: _("Approval"), name="approvalHead")
        self.column.addWidget(self.head)
        self.column.addStretch(1)

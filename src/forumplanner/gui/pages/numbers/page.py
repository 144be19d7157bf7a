"""The page Numbers: how many people, countries and institutions, each number with its basis and its rows."""

from forumplanner.gui.page import Frame, Page
from forumplanner.gui.widgets.head import PageHead
from forumplanner.i18n import gettext as _


class NumbersPage(Page):
    """Its head; the content follows."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="numbersPage")
        self.head = PageHead(lambda: _("Numbers"), name="numbersHead")
        self.column.addWidget(self.head)
        self.column.addStretch(1)

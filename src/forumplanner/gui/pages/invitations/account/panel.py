"""The panel Account: address, server, authorisation code, limits and hours; a mail to oneself proves that it works."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.widgets.attentive import Attentive


class AccountPanel(Attentive, QWidget):
    """`extras`: where further ways to log in are put."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("accountPanel")
        self.frame = frame
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.extras = QVBoxLayout()
        self.column.addLayout(self.extras)

    def show_desk(self, desk: Desk) -> None:
        """Show what the page read."""

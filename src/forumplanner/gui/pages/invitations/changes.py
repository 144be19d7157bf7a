"""The view of changes: what came to differ since people were told, and the mail that tells them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk


class ChangesView(QWidget):
    """What is due by mail, change by change."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("changesView")
        self._frame = frame
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def show_desk(self, desk: Desk) -> None:
        """Show what is due."""

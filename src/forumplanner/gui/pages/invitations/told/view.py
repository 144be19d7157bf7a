"""The view as a widget of the page."""

from PySide6.QtWidgets import QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk


class ToldView(QWidget):
    """Shows what the page has read."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame

    def show_desk(self, desk: Desk) -> None:
        """Show what was read, and keep what is selected."""

"""The panel Replies: who answered what, and which answers somebody has to look at."""

from PySide6.QtWidgets import QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk


class RepliesPanel(QWidget):
    """Answers of the forum that is shown."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame

    def show_desk(self, desk: Desk) -> None:
        """Show the answers in `desk`."""

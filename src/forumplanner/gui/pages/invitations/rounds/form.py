"""The form of a new round: who gets a mail, what it says, what the check found, and Start."""

from PySide6.QtWidgets import QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk


class RoundForm(QWidget):
    """Everything that a round asks, with a live count; nothing is made before Start is pressed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._desk: Desk | None = None

    def show_desk(self, desk: Desk) -> None:
        """Take what the page read."""
        self._desk = desk

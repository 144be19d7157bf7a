"""The panel Outbox: the card of the run, counts of states that open their rows, the mails themselves."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.widgets.attentive import Attentive


class OutboxPanel(Attentive, QWidget):
    """Mails of one round, or of all, each with its state."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("outboxPanel")
        self.frame = frame
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def show_desk(self, desk: Desk) -> None:
        """Show what the page read."""

"""The Versions view of the History page: the issues of the programme, and two of them side by side."""

from PySide6.QtWidgets import QWidget

from forumplanner.gui.page import Frame


class VersionsPanel(QWidget):
    """Stands below the head of the page; `show_forum` reads for another forum, `refresh` reads again."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("versionsPanel")
        self.frame = frame

    def show_forum(self) -> None:
        """Show the versions of the forum that the window shows."""

    def refresh(self) -> None:
        """Read again, keeping what is selected."""

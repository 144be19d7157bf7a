"""Mails and calendar files that are dropped anywhere on the page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from forumplanner.invitations.incoming import ENDINGS


class AnswerDrop(QObject):
    """Watches a page; `take` hears which files and folders were let go of."""

    def __init__(self, page: QWidget, take: Callable[[list[Path]], object]) -> None:
        super().__init__(page)
        self._take = take
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Answers are taken here; other files are left to the window."""
        if isinstance(event, QDragEnterEvent):
            if answer_files(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            paths = answer_files(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self._take(paths)
                return True
        return super().eventFilter(watched, event)


def answer_files(data: QMimeData) -> list[Path]:
    """The mails, calendar files and folders that are dragged; none where anything else is among them."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if all(path.suffix.lower() in ENDINGS or path.is_dir() for path in paths) else []

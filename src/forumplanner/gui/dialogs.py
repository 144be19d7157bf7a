"""The system's dialogs (open, save, folder, print), as one service that tests replace by answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui.tasks import Tasks

if TYPE_CHECKING:  # pictures of PDF pages are needed once there is a paper
    from forumplanner.gui.rendering import PdfFile

PLANNER_FILES = "*.forumplanner"


class Dialogs(Protocol):
    """What a page may ask the user by a dialog of the system; None means that it was left."""

    def open_file(self, title: str, *, filters: str, folder: Path | None = None) -> Path | None:
        """Choose a file to read. `filters` is Qt's text: "Tables (*.xlsx *.csv)"."""

    def save_file(self, title: str, *, suggested: Path, filters: str) -> Path | None:
        """Choose where to write; the system asks before it gives the name of a file that exists."""

    def folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Choose a folder."""

    def print_file(
        self,
        file: "PdfFile",
        tasks: Tasks,
        *,
        done: Callable[[int], object],
        failed: Callable[[PlannerError], object],
    ) -> None:
        """Show the system's print dialog, then print in a thread; `done` hears how many pages."""

    def show_in_folder(self, path: Path) -> None:
        """Open the file manager where `path` is."""

    def open_path(self, path: Path) -> None:
        """Open a file with the program the system has for it."""


class SystemDialogs:
    """The real ones, over `parent`."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_file(self, title: str, *, filters: str, folder: Path | None = None) -> Path | None:
        """Choose a file to read."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder or Path.home()), filters)
        return Path(chosen) if chosen else None

    def save_file(self, title: str, *, suggested: Path, filters: str) -> Path | None:
        """Choose where to write."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggested), filters)
        return Path(chosen) if chosen else None

    def folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Choose a folder."""
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(start or Path.home()))
        return Path(chosen) if chosen else None

    def print_file(
        self,
        file: "PdfFile",
        tasks: Tasks,
        *,
        done: Callable[[int], object],
        failed: Callable[[PlannerError], object],
    ) -> None:
        """The system's print dialog, then a thread."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loaded when somebody prints

        from forumplanner.gui.printing import prepare, print_file  # noqa: PLC0415 - as above

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, file)
        dialog = QPrintDialog(printer, self._parent)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            tasks.start(lambda progress: print_file(printer, file, progress), done=done, failed=failed)

    def show_in_folder(self, path: Path) -> None:
        """Open the file manager at the folder that holds `path`."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def open_path(self, path: Path) -> None:
        """Open with the system's program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(slots=True)
class AnsweredDialogs:
    """Answers given beforehand, in order, and what was asked: for tests and pictures, where nobody sits in front."""

    answers: list[Path | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    printed: list["PdfFile"] = field(default_factory=list)

    def open_file(self, title: str, *, filters: str, folder: Path | None = None) -> Path | None:  # noqa: ARG002 - the protocol's signature
        """The next answer."""
        return self._next(title)

    def save_file(self, title: str, *, suggested: Path, filters: str) -> Path | None:  # noqa: ARG002 - the protocol's signature
        """The next answer."""
        return self._next(title)

    def folder(self, title: str, *, start: Path | None = None) -> Path | None:  # noqa: ARG002 - the protocol's signature
        """The next answer."""
        return self._next(title)

    def print_file(
        self,
        file: "PdfFile",
        tasks: Tasks,  # noqa: ARG002 - the protocol's signature
        *,
        done: Callable[[int], object],
        failed: Callable[[PlannerError], object],  # noqa: ARG002 - the protocol's signature
    ) -> None:
        """Say that all pages were printed."""
        self.printed.append(file)
        done(len(file.sizes))

    def show_in_folder(self, path: Path) -> None:
        """Note it."""
        self.shown.append(path)

    def open_path(self, path: Path) -> None:
        """Note it."""
        self.shown.append(path)

    def _next(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.answers.pop(0) if self.answers else None

"""Printing a finished PDF: each page as a picture at the printer's resolution, in a thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from forumplanner.files import PlannerError
from forumplanner.gui.rendering import POINTS_PER_INCH, PdfFile
from forumplanner.gui.tasks import Progress
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # printing support is loaded when somebody prints
    from PySide6.QtPrintSupport import QPrinter

MOST_DPI = 300


def prepare(printer: "QPrinter", file: PdfFile) -> None:
    """Tell the printer the size of the paper before its dialog is shown; no margins, the paper has its own."""
    width, height = file.sizes[0]
    printer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setFullPage(True)


def pages_to_print(printer: "QPrinter", file: PdfFile) -> list[int]:
    """The pages (from 0) that were asked for in the dialog."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(file.sizes)
    return list(range(max(first, 1) - 1, min(last, len(file.sizes))))


def print_file(printer: "QPrinter", file: PdfFile, progress: Progress) -> int:
    """Print; how many pages. Raises `PlannerError` where the printer takes nothing."""
    pages = pages_to_print(printer, file)
    painter = QPainter()
    if not painter.begin(printer):
        raise PlannerError(
            _("The printer “{name}” takes nothing now. Nothing was printed.", name=printer.printerName())
        )
    try:
        for place, number in enumerate(pages):
            progress.step(place, len(pages))
            if place:
                printer.newPage()
            scale = min(printer.resolution(), MOST_DPI) / POINTS_PER_INCH
            width, height = (side * printer.resolution() / POINTS_PER_INCH for side in file.sizes[number])
            painter.drawImage(QRectF(0, 0, width, height), file.picture(number, scale))
    finally:
        painter.end()
    return len(pages)

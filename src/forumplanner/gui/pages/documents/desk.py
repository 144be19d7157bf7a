"""The desk: the pages of a paper lie on it, as many side by side as fit, drawn when they come into sight."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from forumplanner.gui import theme
from forumplanner.gui.rendering import PdfFile
from forumplanner.gui.tasks import Progress, Task, Tasks
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _

GAP = 22
SHADOW = 6
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
POINT = 96 / 72
"""Pixels a point at 100 %."""
KEPT = 40
"""Pictures of pages held at most."""


class Desk(Attentive, QAbstractScrollArea):
    """`at(page, of)`: the page in sight; `zoomed(factor)`: 1.0 is 100 %."""

    at = Signal(int, int)
    zoomed = Signal(float)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.viewport().setProperty("place", "desk")
        self.say(self.setAccessibleName, lambda: _("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tasks = tasks
        self._file: PdfFile | None = None
        self._zoom = 0.0
        self._boxes: list[QRect] = []
        self._rows: list[tuple[int, int]] = []
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._wanted: dict[tuple[int, int], Task] = {}
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().setSingleStep(48)

    def show_file(self, file: PdfFile | None) -> None:
        """Lay out another paper; where the reader was is kept, if the new one is as long."""
        self._cancel()
        self._file, self._pictures = file, {}
        self._arrange()

    def file(self) -> PdfFile | None:
        """The paper on the desk."""
        return self._file

    def pages(self) -> int:
        """How many pages it has."""
        return len(self._file.sizes) if self._file else 0

    def page(self) -> int:
        """The first page in sight, from 1."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        passed = [first for top, first in self._rows if top <= middle]
        return passed[-1] if passed else min(1, self.pages())

    def can_turn(self, by: int) -> bool:
        """True where there is a row of pages before (-1) or after (1) the one in sight."""
        return 0 <= self._row() + by < len(self._rows)

    def turn(self, by: int) -> None:
        """Bring the next (1) or previous (-1) row of pages into sight."""
        if self.can_turn(by):
            self.go(self._rows[self._row() + by][1])

    def go(self, page: int) -> None:
        """Bring a page (from 1) into sight."""
        if self._boxes:
            box = self._boxes[max(0, min(page, len(self._boxes)) - 1)]
            self.verticalScrollBar().setValue(box.top() - GAP)

    def zoom(self) -> float:
        """How large pages are: 1.0 is their true size at 96 pixels an inch."""
        return self._zoom or self._fitting()

    def set_zoom(self, factor: float) -> None:
        """Another size; 0 fits one page into the window's height."""
        here = self.page()
        self._zoom = factor
        self._arrange()
        self.go(here)

    def step_zoom(self, by: int) -> None:
        """The next larger or smaller size."""
        now = self.zoom()
        larger = [step for step in STEPS if step > now + 0.01]
        smaller = [step for step in STEPS if step < now - 0.01]
        chosen = (larger[0] if larger else STEPS[-1]) if by > 0 else (smaller[-1] if smaller else STEPS[0])
        self.set_zoom(chosen)

    def picture_ready(self) -> bool:
        """True once every page in sight is drawn."""
        return not self._wanted and self._file is not None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out again."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Page Up and Page Down turn pages; Home and End go to the ends; plus and minus with Ctrl change the size."""
        turns: dict[int, Callable[[], object]] = {
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Home: lambda: self.go(1),
            Qt.Key.Key_End: lambda: self.go(self.pages()),
        }
        turn = turns.get(event.key())
        if turn is not None:
            turn()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in {
            Qt.Key.Key_Plus,
            Qt.Key.Key_Equal,
            Qt.Key.Key_Minus,
        }:
            self.step_zoom(-1 if event.key() == Qt.Key.Key_Minus else 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """With Ctrl the wheel changes the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """The pages in sight, white where their picture is still being drawn."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("desk"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        down = self.verticalScrollBar().value()
        for number, box in enumerate(self._boxes):
            place = box.translated(-self.horizontalScrollBar().value(), -down)
            if place.intersects(self.viewport().rect()):
                _shadow(painter, place)
                painter.fillRect(place, theme.colour("paper"))
                picture = self._picture(number)
                if picture is not None:
                    painter.drawImage(QRectF(place), picture)

    def _fitting(self) -> float:
        if not self._file or not self._file.sizes:
            return 1.0
        width, height = max(s[0] for s in self._file.sizes), max(s[1] for s in self._file.sizes)
        room_x, room_y = self.viewport().width() - 2 * GAP, self.viewport().height() - 2 * GAP
        return max(0.2, min(room_y / height, room_x / width) / POINT)

    def _arrange(self) -> None:
        """Rows of pages, each as many as fit, in the middle."""
        self._cancel()
        sizes = [(round(w * POINT * self.zoom()), round(h * POINT * self.zoom())) for w, h in self._sizes()]
        room = self.viewport().width()
        widest = max((width for width, _height in sizes), default=0)
        columns = max(1, (room - GAP) // (widest + GAP)) if widest else 1
        self._boxes, self._rows, top = [], [], GAP
        for start in range(0, len(sizes), columns):
            row = sizes[start : start + columns]
            self._rows.append((top, start + 1))
            across = sum(width for width, _height in row) + GAP * (len(row) - 1)
            left = (
                max(GAP, (room - across) // 2)
                if columns == 1 or len(sizes) <= columns
                else max(GAP, (room - columns * (widest + GAP) + GAP) // 2)
            )
            for width, height in row:
                self._boxes.append(QRect(left, top, width, height))
                left += width + GAP
            top += max(height for _width, height in row) + GAP
        self.verticalScrollBar().setRange(0, max(0, top - self.viewport().height()))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.horizontalScrollBar().setRange(0, max(0, widest + 2 * GAP - room))
        self.horizontalScrollBar().setPageStep(room)
        self.zoomed.emit(self.zoom())
        self._moved()

    def _row(self) -> int:
        here = self.page()
        return next((number for number, (_top, first) in enumerate(self._rows) if first == here), 0)

    def _sizes(self) -> tuple[tuple[float, float], ...]:
        return self._file.sizes if self._file else ()

    def _moved(self) -> None:
        self.at.emit(self.page(), self.pages())
        self.viewport().update()

    def _picture(self, number: int) -> QImage | None:
        """The picture of a page at this size, or an older one while it is being drawn."""
        wanted = (number, round(self._scale() * 1000))
        if wanted in self._pictures:
            return self._pictures[wanted]
        self._order(wanted)
        return next((image for (page, _scale), image in self._pictures.items() if page == number), None)

    def _scale(self) -> float:
        return self.zoom() * POINT * self.devicePixelRatioF()

    def _order(self, wanted: tuple[int, int]) -> None:
        file = self._file
        if wanted in self._wanted or file is None:
            return
        number, scale = wanted

        def work(progress: Progress) -> QImage:
            progress.step(0, 1)
            return file.picture(number, scale / 1000)

        def done(image: QImage) -> None:
            self._wanted.pop(wanted, None)
            while len(self._pictures) >= KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[wanted] = image
            self.viewport().update()

        self._wanted[wanted] = self._tasks.start(work, done=done, failed=lambda _error: self._wanted.pop(wanted, None))

    def _cancel(self) -> None:
        for task in self._wanted.values():
            task.cancel()
        self._wanted = {}


def _shadow(painter: QPainter, place: QRect) -> None:
    """Six steps of one pixel, fainter outwards."""
    for step in range(SHADOW, 0, -1):
        shade = QColor(0, 0, 0, 3 + (SHADOW - step) * 2)
        painter.fillRect(place.adjusted(-step // 2, step // 2, step // 2, step), shade)

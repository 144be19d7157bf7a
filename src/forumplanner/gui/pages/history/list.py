"""The list of steps: opens one in place, with its details as a widget between the rows."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from forumplanner.gui.pages.history.delegate import HistoryDelegate
from forumplanner.gui.pages.history.opened import OpenStep
from forumplanner.gui.pages.history.rows import HistoryModel
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _


class StepList(Attentive, QListView):
    """`toggled(number)` on Enter or a click: open that step, or close it. `closed()` on Esc."""

    toggled = Signal(int)
    closed = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self.setObjectName("historyList")
        self.say(self.setAccessibleName, lambda: _("Steps"))
        self.rows = HistoryModel(owner)
        self._painter = HistoryDelegate(self)
        self._details: OpenStep | None = None
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self._toggle(index.row()))

    def current_number(self) -> int:
        """The number of the selected step, 0 for none."""
        index = self.currentIndex()
        step = self.rows.row(index.row()).step if index.isValid() else None
        return step.id if step is not None else 0

    def select(self, number: int) -> None:
        """Select a step and bring it into sight."""
        place = self.rows.place_of(number)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.rows.index(place))

    def set_opened(self, number: int) -> None:
        """Which step is drawn as open; 0 for none."""
        self._painter.opened = number
        self._details = None
        self.rows.details_height = 0

    def show_details(self, details: OpenStep, number: int) -> None:
        """Put the details below their step."""
        place = self.rows.place_of(number, details=True)
        if place < 0:
            details.deleteLater()
            return
        self._details = details
        details.grown.connect(self.fit)
        self.setIndexWidget(self.rows.index(place), details)
        self.fit()

    def details(self) -> OpenStep | None:
        """The details that are shown."""
        return self._details

    def fit(self) -> None:
        """Give the details the height that they need at this width."""
        if self._details is None:
            return
        width = self.viewport().width()
        layout = self._details.layout()
        if layout is None:
            return
        layout.activate()
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        self.rows.details_height = max(height, layout.minimumSize().height())
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other widths need other heights."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens and closes, Esc closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._toggle(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the row under the pointer."""
        super().mouseMoveEvent(event)
        self._painter.hovered = self.indexAt(event.position().toPoint()).row()
        self.viewport().update()

    def _toggle(self, place: int) -> None:
        row = self.rows.row(place) if place >= 0 else None
        if row is not None and row.step is not None and not row.details:
            self.toggled.emit(row.step.id)

"""FoldingModel and FoldingView: rows of several kinds and levels, drawn by a painter and folded by the page."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTreeView, QWidget

from forumplanner.gui.widgets.attentive import Attentive, Text

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Keyed(Protocol):
    """A row with a key that outlives refresh."""

    @property
    def key(self) -> str:
        """What the row is found by."""
        ...


R = TypeVar("R", bound=Keyed)


class FoldingModel(QAbstractTableModel, Generic[R]):
    """A flat table of the rows that are unfolded, found by key; a subclass says them."""

    def __init__(self, parent: QObject, *, columns: int) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: tuple[R, ...] = ()
        self._places: dict[str, int] = {}

    def put_rows(self, rows: tuple[R, ...]) -> None:
        """Take other rows; between `beginResetModel` and `endResetModel`."""
        self._rows = rows
        self._places = {row.key: place for place, row in enumerate(rows)}

    def rows(self) -> tuple[R, ...]:
        """All rows, in their order."""
        return self._rows

    def row(self, place: int) -> R:
        """The row at `place`."""
        return self._rows[place]

    def place_of(self, key: str) -> int:
        """Where the row of that key stands, -1 if it isn't shown."""
        return self._places.get(key, -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """All columns, hidden ones too."""
        return 0 if parent.isValid() else self._columns


class RowPainter(QStyledItemDelegate):
    """Draws from the row itself. `hovered`: row under the pointer."""

    hovered = -1

    def forget_fonts(self) -> None:
        """Make fonts anew: the language changed."""


class FoldingView(Attentive, QTreeView, Generic[R]):
    """`picked(key)`: another row is current; `flipped(key)`: fold or unfold it; `moved(key, by)`: give it a place."""

    picked = Signal(str)
    flipped = Signal(str)
    moved = Signal(str, int)
    _rows: FoldingModel[R]
    _painter: RowPainter

    def __init__(
        self, model: FoldingModel[R], painter: Callable[[QWidget], RowPainter], *, name: str, label: Text
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setAccessibleName, label)
        self._rows = model
        self._key, self._column = "", 0
        self._painter = painter(self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        _dress(self)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._note)

    def current_key(self) -> str:
        """The key of the current row, also while it is folded away."""
        return self._key

    def current_row(self) -> R | None:
        """The current row, if it is shown."""
        place = self._rows.place_of(self._key)
        return self._rows.row(place) if place >= 0 else None

    def select(self, key: str, column: int | None = None) -> bool:
        """Make a row current and scroll to it; False where it isn't shown."""
        place = self._rows.place_of(key)
        if place < 0:
            return False
        index = self._rows.index(place, self._column if column is None else column)
        self.setCurrentIndex(index)
        if self.isVisible():  # behind another view it need not be laid out, which takes long for many rows
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What became current behind another view comes into sight."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Remember the row under the pointer."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(self.indexAt(event.position().toPoint()).row())
        elif event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def retranslate(self) -> None:
        """New titles, new fonts."""
        super().retranslate()
        self._painter.forget_fonts()
        self.header().viewport().update()
        self.viewport().update()

    def mark(self, index: Index) -> None:
        """That cell became current; a view that goes by cells overrides this."""

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    def _restore(self) -> None:
        key = self._key
        if key and not self.select(key):
            self.selectionModel().clear()
            self._key = key

    def _note(self, now: Index, before: Index) -> None:  # noqa: ARG002 - the signal's signature
        if not now.isValid():
            return
        self.mark(now)
        key = self._rows.row(now.row()).key
        if key != self._key:
            self._key = key
            self.picked.emit(key)


def _dress(view: QTreeView) -> None:
    """A flat list that draws its own rows."""
    view.setRootIsDecorated(False)
    view.setIndentation(0)
    view.setItemsExpandable(False)
    view.setUniformRowHeights(False)
    view.setMouseTracking(True)
    view.setAllColumnsShowFocus(False)  # else the style lays its own frame over the row
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    head = view.header()
    head.setObjectName(f"{view.objectName()}Header")
    head.setFixedHeight(30)
    head.setStretchLastSection(False)
    head.setSectionsMovable(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

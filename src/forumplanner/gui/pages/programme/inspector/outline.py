"""What is inside a session as short rows: parts with who leads them, items with who appears, breaks; or its people."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.table_delegate import draw_pill

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)
TIME = 44
"""Pixels for the start at the left."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `key`: what is shown when it is opened. `icon`: a cup for breaks. `lead`: names at the right end."""

    key: str
    words: str
    time: str = ""
    note: str = ""
    pill: tuple[str, str] = ("", "")
    lead: str = ""
    icon: str = ""
    heading: bool = False
    alert: bool = False

    def said(self) -> str:
        """For a screen reader."""
        return ", ".join(filter(None, (self.time, self.words, self.note, self.lead, self.pill[0])))


class Outline(Attentive, QListView):
    """Rows as high as they need to be, without a bar of its own.

    Click or Enter: `opened(key)`; Alt+Up, Alt+Down: `moved(key, by)`; Del: `removed(key)`.
    """

    opened = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, *, name: str, label: Text) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setAccessibleName, label)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self._delegate = _Drawn(self)
        self.setItemDelegate(self._delegate)
        self.setProperty("bare", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.opened.emit(self._rows.entry(index).key))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the current one stays by its key."""
        if tuple(entries) == self._rows.entries:
            return
        current = self.current_key()
        self._rows.show_entries(tuple(entries))
        self.choose(current)
        self.setVisible(bool(entries))
        self.updateGeometry()

    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._rows.entries

    def current_key(self) -> str:
        """The key of the row with the focus."""
        index = self.currentIndex()
        return self._rows.entry(index).key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Make that row the current one."""
        place = next((n for n, entry in enumerate(self._rows.entries) if entry.key == key), -1)
        self.setCurrentIndex(self._rows.index(place, 0) if place >= 0 else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Alt and arrows move, Del removes."""
        key, by = self.current_key(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and key:
            self.opened.emit(key)
        elif by and alt and key:
            self.moved.emit(key, by)
        elif event.key() == Qt.Key.Key_Delete and key:
            self.removed.emit(key)
        elif event.key() == Qt.Key.Key_Backspace:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as all rows."""
        return QSize(200, sum(_height(entry) for entry in self._rows.entries) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All rows, always: the inspector scrolls, not the list."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Words elide at another width."""
        super().resizeEvent(event)
        self.viewport().update()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def entry(self, index: Index) -> Entry:
        return self.entries[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = 0) -> object:
        if role == _ROW:
            return self.entries[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.entries[index.row()].said()
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.entries[index.row()].words
        return None


def _height(entry: Entry) -> int:
    if entry.icon:
        return 34
    if entry.heading:
        return 30
    return 44 if entry.note else 30


class _Drawn(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        return QSize(100, _height(index.data(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(_ROW)
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_MouseOver or focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel" if focused else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        if entry.icon:
            self._pause(painter, rect, entry)
        elif entry.heading:
            self._heading(painter, rect, entry)
        else:
            self._item(painter, rect, entry)
        if focused:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 6, 6)
        painter.restore()

    @staticmethod
    def _pause(painter: QPainter, rect: QRect, entry: Entry) -> None:
        box = rect.adjusted(0, 3, -1, -3)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(box, 6, 6)
        painter.drawPixmap(QPoint(box.left() + 8, box.center().y() - 7), icons.pixmap(entry.icon, "text2", size=15))
        _write(painter, box.adjusted(30, 0, -8, 0), f"{entry.words} {entry.time}".strip(), "text2")

    @staticmethod
    def _heading(painter: QPainter, rect: QRect, entry: Entry) -> None:
        box = rect.adjusted(4, 0, -4, 0)
        lead = QFontMetrics(fonts.font(px=12))
        names = lead.elidedText(entry.lead, Qt.TextElideMode.ElideRight, box.width() // 2)
        taken = lead.horizontalAdvance(names) + 22 if names else 0
        left = _write(painter, box.adjusted(0, 0, -taken - 78, 0), entry.words, "text", weight=QFont.Weight.DemiBold)
        _write(
            painter,
            QRect(left + 6, box.top(), box.right() - taken - left - 6, box.height()),
            entry.time,
            "text3",
            px=12,
        )
        if names:
            tone = "danger" if entry.alert else "text2"
            at = QPoint(box.right() - taken + 4, box.center().y() - 6)
            painter.drawPixmap(at, icons.pixmap("user", tone, size=13))
            _write(painter, QRect(at.x() + 17, box.top(), taken - 20, box.height()), names, tone, px=12)

    @staticmethod
    def _item(painter: QPainter, rect: QRect, entry: Entry) -> None:
        box = rect.adjusted(4, 0, -4, 0)
        words, tone = entry.pill
        if words:
            font = fonts.font(px=11, weight=QFont.Weight.Medium)
            metrics = QFontMetrics(font)
            width = metrics.horizontalAdvance(words) + 14
            draw_pill(painter, box.right() - width, rect, words, tone, font, metrics)
            box.setRight(box.right() - width - 6)
        if entry.time:
            _write(painter, QRect(box.left(), box.top(), TIME - 4, box.height()), entry.time, "text3", px=12)
        left = box.left() + (TIME if entry.time else 0)
        line = QRect(left, box.top(), box.right() - left, box.height())
        tone = "danger" if entry.alert else "text"
        if not entry.note:
            _write(painter, line, entry.words, tone)
            return
        _write(painter, line.adjusted(0, 3, 0, -20), entry.words, tone)
        _write(painter, line.adjusted(0, 22, 0, -3), entry.note, "text3", px=12)


def _write(
    painter: QPainter, box: QRect, words: str, token: str, *, px: int = 13, weight: QFont.Weight = QFont.Weight.Normal
) -> int:
    """Write words in a box, elided; returns their right edge."""
    painter.setFont(fonts.font(px=px, weight=weight))
    painter.setPen(theme.colour(token))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(box.width(), 0))
    painter.drawText(box, _VCENTER, shown)
    return box.left() + metrics.horizontalAdvance(shown)

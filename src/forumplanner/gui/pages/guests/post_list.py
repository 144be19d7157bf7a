"""Posts to tick in a list, with Space or a press anywhere in the row."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, theme
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.table_delegate import draw_tick
from forumplanner.i18n import gettext as _

_KEY = int(Qt.ItemDataRole.UserRole)
_ROW = 28

Index = QModelIndex | QPersistentModelIndex


class PostList(Attentive, QListWidget):
    """Posts to tick with Space or the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("newGuestPosts")
        self.say(self.setAccessibleName, lambda: _("Consular posts"))
        self.setFixedHeight(172)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PostRow(self))

    def show_posts(self, entries: Sequence[tuple[str, str]]) -> None:
        """Key and words of each; what was ticked stays ticked."""
        ticked = set(self.ticked())
        self.clear()
        for key, words in entries:
            self._add(key, words, on=key in ticked)

    def add_ticked(self, key: str, words: str) -> None:
        """One more, ticked."""
        self._add(key, words, on=True)
        self.scrollToBottom()

    def ticked(self) -> list[str]:
        """Keys of those that are ticked."""
        items = [self.item(row) for row in range(self.count())]
        return [str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _add(self, key: str, words: str, *, on: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(_KEY, key)
        item.setToolTip(words)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.addItem(item)


class _PostRow(QStyledItemDelegate):
    """A tick and the words, drawn as in the tables."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("sel"))
        on = index.data(int(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked.value
        draw_tick(painter, QRect(rect.left() + 4, rect.top(), 24, rect.height()), on=on)
        box = rect.adjusted(34, 0, -6, 0)
        painter.setFont(fonts.font())
        painter.setPen(theme.colour("text"))
        shown = painter.fontMetrics().elidedText(index.data() or "", Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() is QEvent.Type.MouseButtonRelease:
            role = int(Qt.ItemDataRole.CheckStateRole)
            on = index.data(role) == Qt.CheckState.Checked.value
            model.setData(index, (Qt.CheckState.Unchecked if on else Qt.CheckState.Checked).value, role)
        return True

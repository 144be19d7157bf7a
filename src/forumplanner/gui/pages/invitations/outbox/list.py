"""The list of mails: a row each with picture, name and state; Enter or a press opens what was sent."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.pages.invitations.outbox import words
from forumplanner.gui.pages.invitations.outbox.rows import OutboxModel
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _

_HEIGHT = 30
_ICON = 15


class OutboxList(Attentive, QListView):
    """`opened(key)`: what was sent is wanted; `copied()`: Ctrl+C."""

    opened = Signal(str)
    copied = Signal()

    def __init__(self, model: OutboxModel) -> None:
        super().__init__()
        self.setObjectName("outboxList")
        self.say(self.setAccessibleName, lambda: _("Mails of the outbox"))
        self._rows = model
        self._key = ""
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setMinimumHeight(4 * _HEIGHT)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.opened.emit(self._rows.row_at(index).line.id))
        self.selectionModel().currentChanged.connect(self._note)
        model.modelReset.connect(self._restore)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Ctrl+C copies what is shown as a table."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(self._rows.row_at(index).line.id)
        else:
            super().keyPressEvent(event)

    def _note(self, now: QModelIndex | QPersistentModelIndex, _before: object) -> None:
        if now.isValid():
            self._key = self._rows.row_at(now).line.id

    def _restore(self) -> None:
        """The current row stays current while a run changes the states of others."""
        place = self._rows.place_of(self._key) if self._key else -1
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outboxDelegate")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        return QSize(120, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, OutboxModel)  # noqa: S101 - this list has no other
        row, rect, state = model.row_at(index), _rect(option), _state(option)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("sel"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        icon, token = words.picture(row.line.state)
        top = rect.top() + (rect.height() - _ICON) / 2
        painter.drawPixmap(QPointF(rect.left() + 2, top), icons.pixmap(icon, token, size=_ICON))
        small = fonts.font(px=12, weight=_weight(words.tone(row.line.state)))
        said = model.said(row)
        width = QFontMetrics(small).horizontalAdvance(said) + 2
        side = QRect(rect.right() - width - 4, rect.top(), width, rect.height())
        _draw(painter, side, said, small, words.tone(row.line.state), right=True)
        left = rect.left() + _ICON + 10
        name = QRect(left, rect.top(), max(side.left() - left - 8, 0), rect.height())
        _draw(painter, name, row.name, fonts.font(), "text", right=False)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state


def _weight(tone: str) -> QFont.Weight:
    return QFont.Weight.Normal if tone == "text2" else QFont.Weight.Medium


def _draw(painter: QPainter, box: QRect, text: str, font: QFont, token: str, *, right: bool) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

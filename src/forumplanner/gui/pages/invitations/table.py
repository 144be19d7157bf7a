"""The list of changes: tick, picture with title over old -> new, the mail's pill, people, what becomes of it."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from forumplanner import i18n
from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.pages.invitations import words
from forumplanner.gui.pages.invitations.words import ICONS, RowWords
from forumplanner.gui.widgets.columns import Cell, Column, ticks
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_delegate import PAD, FastDelegate
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.changes_to_tell import ChangeToTell

ROW = 46
HEAD = 30
_ICON = 16
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)
Spoken = Callable[[], RowWords | None]


class ChangeModel(FastTableModel[ChangeToTell]):
    """The rows; `speak` puts one into words."""

    def __init__(self, search: Callable[[ChangeToTell], str]) -> None:
        self.speak: RowWords | None = None
        super().__init__(self.fresh_columns(), identity=lambda row: row.id, search=search)

    def fresh_columns(self) -> tuple[Column[ChangeToTell], ...]:
        """Columns as wide as the interface's language needs them."""
        zh = i18n.interface_language() == "zh-Hans"
        return (
            ticks(),
            Column("change", lambda: _("Change"), self._words, stretch=True, sort=lambda row: row.title),
            Column(
                "mail",
                lambda: _("Mail"),
                words.mail,
                width=104,
                cell=Cell.PILL,
                tone=words.tone,
                sort=lambda row: row.change.value,
            ),
            Column(
                "people",
                lambda: _("People"),
                words.people,
                width=128 if zh else 120,
                sort=lambda row: row.people,
                hide_below=480,
            ),
            Column("action", lambda: _("Action"), self._action, width=112 if zh else 132, cell=Cell.MUTED),
        )

    def _words(self, row: ChangeToTell) -> str:
        return f"{self.speak.title(row)}: {self.speak.under(row)}" if self.speak else ""

    def _action(self, row: ChangeToTell) -> str:
        return words.action(row, ticked=row.id in self.ticks())


class ChangeTable(FastTable):
    """`turned(by)`: Left and Right ask for another mail of the current change; all else as every table has it."""

    turned = Signal(int)

    def __init__(self, model: ChangeModel) -> None:
        super().__init__(model, name="changeTable", label=lambda: _("What people must be told"), row_height=ROW)
        self._painter = ChangeDelegate()
        self.setItemDelegate(self._painter)
        self._changes = model

    def retranslate(self) -> None:
        """Other words, other widths."""
        self.set_columns(self._changes.fresh_columns())
        super().retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and Right turn the mails; Enter with Ctrl belongs to the page."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(by)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Return:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChangeDelegate(FastDelegate):
    """Draws the two lines of a change, and the number of people as something that can be looked at."""

    def __init__(self) -> None:
        super().__init__(ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        model = cast("ChangeModel", index.model())
        column: Column[Any] = model.columns[index.column()]
        if column.key not in {"change", "people"} or model.speak is None:
            super().paint(painter, option, index)
            return
        row, rect = model.row_at(index.row()), option.rect
        state: QStyle.StateFlag = option.state
        self._ground(painter, rect, index, current=bool(state & QStyle.StateFlag.State_Selected))
        ticked = row.id in model.ticks()
        if column.key == "people":
            _text(painter, rect.adjusted(PAD, 0, -2, -1), column.text(row), fonts.font(), "accent_text")
        else:
            _change(painter, rect, model.speak, row, ticked=ticked)


def _change(painter: QPainter, rect: QRect, speak: RowWords, row: ChangeToTell, *, ticked: bool) -> None:
    picture = icons.pixmap(ICONS[row.sorts[0]], "text2" if ticked else "text3", size=_ICON)
    painter.drawPixmap(QPointF(rect.left() + PAD, rect.top() + (ROW - _ICON) / 2 - 1), picture)
    upper = QRect(rect.left() + PAD + _ICON + 8, rect.top() + 4, rect.width() - 2 * PAD - _ICON - 8, 19)
    title = fonts.font(weight=QFont.Weight.Medium if ticked else QFont.Weight.Normal)
    _text(painter, upper, speak.title(row), title, "text" if ticked else "text2")
    _text(painter, upper.translated(0, 18), speak.under(row), fonts.font(px=12), "text3")


def _text(painter: QPainter, box: QRect, text: str, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0))
    painter.drawText(box, _VCENTER, shown)

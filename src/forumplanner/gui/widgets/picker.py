"""Picker: a field that finds one of thousands while typing, by Chinese, pinyin, initials or Latin letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, theme
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.search_keys import fold

MOST = 8
_ID = int(Qt.ItemDataRole.UserRole)
_NOTE = _ID + 1
_NEW = "\0new"


@dataclass(frozen=True, slots=True)
class Pick:
    """Something to choose: `words` and a grey `note` are shown, `keys` (folded) are searched."""

    id: str
    words: str
    note: str = ""
    keys: str = ""


class Picker(Field):
    """`picked(id)` when something was chosen, `asked(text)` when the row that makes a new one was.

    `new`: gives the words of that row for what was typed ("New person “X”"); None offers none. What is chosen at
    present stands in the field; leaving the field without choosing puts it back.
    """

    picked = Signal(str)
    asked = Signal(str)

    def __init__(self, *, name: str, label: Text, hint: Text = "", new: Callable[[str], str] | None = None) -> None:
        super().__init__(name=name, label=label, hint=hint)
        self._choices: Sequence[Pick] = ()
        self._always: Sequence[Pick] = ()
        self._shown = ""
        self._new = new
        self._rows = QStandardItemModel(self)
        self._completer = QCompleter(self._rows, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = QListView()
        self._popup.setObjectName(f"{name}Popup")
        self._completer.setPopup(self._popup)
        self._popup.setItemDelegate(_Row(self._popup))
        self._completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]  # the overload by index
        self.textEdited.connect(self._offer)

    def set_choices(self, choices: Sequence[Pick], *, always: Sequence[Pick] = ()) -> None:
        """What can be found; `always` stands at the end of every list."""
        self._choices, self._always = choices, always

    def show_chosen(self, words: str) -> None:
        """Show what is chosen at present."""
        self._shown = words
        if not self.hasFocus():
            self.setText(words)
            self.setCursorPosition(0)

    def offered(self) -> list[str]:
        """The words in the list, as it stands."""
        return [self._rows.item(row).text() for row in range(self._rows.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter takes the first hit, Down opens the list, Esc puts back what was there."""
        popup = self._popup
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.isModified() and self._rows.rowCount():
                place = popup.currentIndex().row() if popup.isVisible() else 0
                self._choose(self._rows.index(max(place, 0), 0))
            popup.hide()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            popup.hide()
            self._put_back()
        elif event.key() == Qt.Key.Key_Down and not popup.isVisible():
            self._offer(self.text() if self.isModified() else "")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put back what was chosen, unless the list itself took the focus."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._put_back()

    def _put_back(self) -> None:
        self.setText(self._shown)
        self.setModified(False)
        self.setCursorPosition(0)

    def _offer(self, typed: str) -> None:
        wanted = fold(typed).split()
        hits = [pick for pick in self._choices if all(word in pick.keys for word in wanted)]
        # What begins like the typed letters comes first: 沈 before 云沈.
        hits.sort(key=lambda pick: not any(key.startswith(wanted[0]) for key in pick.keys.split("\n")) if wanted else 0)
        self._rows.clear()
        made = [Pick(_NEW, self._new(typed.strip()))] if self._new is not None and typed.strip() else []
        # Enter takes the first row: a name that nobody has means somebody new, not nobody.
        for pick in (*hits[:MOST], *self._always, *made) if hits else (*made, *self._always):
            self._append(pick)
        if self._rows.rowCount():
            self._completer.complete()
            self._popup.setCurrentIndex(self._rows.index(0, 0))
        else:
            self._popup.hide()

    def _append(self, pick: Pick) -> None:
        row = QStandardItem(pick.words)
        row.setData(pick.id, _ID)
        row.setData(pick.note, _NOTE)
        self._rows.appendRow(row)

    def _choose(self, index: QModelIndex) -> None:
        chosen, typed = index.data(_ID), self.text().strip()
        self._popup.hide()
        self._put_back()
        if chosen == _NEW:
            self.asked.emit(typed)
        elif chosen is not None:
            self.picked.emit(str(chosen))


class _Row(QStyledItemDelegate):
    """Words at the left, the grey note behind them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        return QSize(120, 28)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state: QStyle.StateFlag = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.colour("sel" if on else "raised"))
        box = option.rect.adjusted(8, 0, -8, 0)
        painter.setFont(fonts.font())
        metrics = painter.fontMetrics()
        words = metrics.elidedText(index.data() or "", Qt.TextElideMode.ElideRight, box.width())
        new = index.data(_ID) == _NEW
        painter.setPen(theme.colour("accent_text" if new else "text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        box.setLeft(box.left() + metrics.horizontalAdvance(words) + 10)
        painter.setFont(fonts.font(px=12))
        painter.setPen(theme.colour("text3"))
        note = painter.fontMetrics().elidedText(index.data(_NOTE) or "", Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), note)

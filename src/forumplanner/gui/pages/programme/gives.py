"""The small box below a minute that is being edited: what gives when it changes, and the key for each way."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from forumplanner.gui.pages.programme.rows import Row
from forumplanner.gui.widgets.labels import Key, Label, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class Gives(QFrame):
    """Follows an editor: `Enter` moves what follows, `Ctrl+Enter` changes only this item."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("minutesGives")
        self.setProperty("card", "raised")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.title = Label("", role="strong", name="minutesGivesTitle")
        self.rest = Label("", name="minutesGivesRest")
        self.alone = Label("", name="minutesGivesAlone")
        grid.addWidget(self.title, 0, 0, 1, 3)
        for line, (icon, words, key) in enumerate(
            (("arrow-down", self.rest, "Enter"), ("pin", self.alone, "Ctrl+Enter")), start=1
        ):
            grid.addWidget(Picture(icon, "text2", size=14), line, 0)
            grid.addWidget(words, line, 1)
            grid.addWidget(Key(key), line, 2)
        self.hide()

    def follow(self, editor: QLineEdit, row: Row) -> None:
        """Stand below the editor, say what its number would do, and go when it goes."""
        tell: Callable[[str], None] = lambda text: self._tell(row, text)  # noqa: E731 - one line for a slot
        editor.textChanged.connect(tell)
        editor.destroyed.connect(self.hide)
        self._tell(row, editor.text())
        self.adjustSize()
        below = editor.mapTo(self._view, QPoint(-8, editor.height() + 4))
        room = self._view.height() - self.height() - 4
        above = editor.mapTo(self._view, QPoint(0, 0)).y() - self.height() - 4
        self.move(max(below.x(), 4), below.y() if below.y() <= room else above)
        self.show()
        self.raise_()

    def _tell(self, row: Row, text: str) -> None:
        item, part = row.item, row.part
        if item is None or part is None:
            return
        number = int(text) if text.isdecimal() else None
        later = part.items[part.items.index(item) + 1 :]
        by = (number or 0) - (item.minutes or 0)
        self.title.setText(_("{old} → {new} minutes: what gives", old=item.minutes or "—", new=number or "—"))
        self.rest.setText(_moves(len(later), by) + _filled(row, by))
        fixed = sum(entry.start is not None for entry in later)
        self.alone.setText(
            ngettext("Only this one; {n} fixed start stays", "Only this one; {n} fixed starts stay", fixed)
        )


def _moves(later: int, by: int) -> str:
    if by == 0 or later == 0:
        return _("Nothing else moves")
    if by > 0:
        return ngettext("{n} item moves {by} min later", "{n} items move {by} min later", later, by=by)
    return ngettext("{n} item moves {by} min earlier", "{n} items move {by} min earlier", later, by=-by)


def _filled(row: Row, by: int) -> str:
    """What the part's items would fill of it."""
    part = row.part
    if part is None or part.end is None or part.begins is None:
        return ""
    filled = sum(entry.minutes or 0 for entry in part.items) + by
    return " · " + _("{filled} of {room} min", filled=filled, room=part.end - part.begins)

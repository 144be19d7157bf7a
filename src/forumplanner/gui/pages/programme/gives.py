"""The small box below a minute that is being edited: what gives when it changes, and the key for each way."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from forumplanner.domain.giving import absorbed, break_after, discussion_after
from forumplanner.domain.kinds import BREAK_ITEMS
from forumplanner.domain.times import clock
from forumplanner.gui.pages.programme.rows import Row
from forumplanner.gui.widgets.labels import Key, Label, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.programme import ItemLine, PartLine, Programme


class Gives(QFrame):
    """Follows an editor: Enter lets the rest move, Alt+Enter moves tea in all rooms, Ctrl+Enter only this item."""

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
        self.tea = Label("", name="minutesGivesTea")
        self.alone = Label("", name="minutesGivesAlone")
        grid.addWidget(self.title, 0, 0, 1, 3)
        for line, (icon, words, key) in enumerate(
            (("arrow-down", self.rest, "Enter"), ("coffee", self.tea, "Alt+Enter"), ("pin", self.alone, "Ctrl+Enter")),
            start=1,
        ):
            around = (Picture(icon, "text2", size=14), words, Key(key))
            for column, widget in enumerate(around):
                grid.addWidget(widget, line, column)
            if words is self.tea:
                self._of_tea = around
        self.hide()

    def follow(self, editor: QLineEdit, row: Row, programme: Programme) -> None:
        """Stand below the editor, say what its number would do, and go when it goes."""
        tell: Callable[[str], None] = lambda text: self._tell(row, text, programme)  # noqa: E731 - one line for a slot
        editor.textChanged.connect(tell)
        editor.destroyed.connect(self.hide)
        self._tell(row, editor.text(), programme)
        self.adjustSize()
        below = editor.mapTo(self._view, QPoint(-8, editor.height() + 4))
        room = self._view.height() - self.height() - 4
        above = editor.mapTo(self._view, QPoint(0, 0)).y() - self.height() - 4
        self.move(max(below.x(), 4), below.y() if below.y() <= room else above)
        self.show()
        self.raise_()

    def _tell(self, row: Row, text: str, programme: Programme) -> None:
        item, part = row.item, row.part
        if item is None or part is None:
            return
        number = int(text) if text.isdecimal() else None
        later = part.items[part.items.index(item) + 1 :]
        by = (number or 0) - (item.minutes or 0)
        self.title.setText(_("{old} → {new} minutes: what gives", old=item.minutes or "—", new=number or "—"))
        self.rest.setText(_rest(part, item, by) + _filled(row, by))
        tea = tea_words(row, by, programme)
        self.tea.setText(tea)
        for widget in self._of_tea:
            widget.setVisible(bool(tea))
        fixed = sum(entry.start is not None for entry in later)
        self.alone.setText(
            ngettext("Only this one; {n} fixed start stays", "Only this one; {n} fixed starts stay", fixed)
        )
        self.adjustSize()


def _rest(part: PartLine, item: ItemLine, by: int) -> str:
    """How many items move, and what is left of the discussion that takes up the difference."""
    place = part.items.index(item)
    talk = discussion_after([entry.kind for entry in part.items], place)
    minutes = part.items[talk].minutes if talk is not None else None
    taken = absorbed(by, minutes)
    if talk is None or not taken:
        return _moves(len(part.items) - place - 1, by)
    moving = (talk if taken == by else len(part.items) - 1) - place
    return _("{words}, discussion {minutes} min", words=_moves(moving, by), minutes=(minutes or 0) - taken)


def tea_words(row: Row, by: int, programme: Programme) -> str:
    """When tea would be if it moved in all rooms where it begins now; "" where none stands behind the item."""
    if row.part is None or row.item is None or row.session is None:
        return ""
    items = row.part.items
    place = break_after([entry.kind for entry in items], items.index(row.item))
    begins = items[place].begins if place is not None else None
    if begins is None:
        return ""
    rooms = sum(
        any(entry.kind in BREAK_ITEMS and entry.begins == begins for part in session.parts for entry in part.items)
        for session in programme.sessions
        if session.day == row.session.day
    )
    return ngettext("Tea at {time}", "Tea at {time}, in all {n} rooms", rooms, time=clock(begins + by))


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
    if row.item is not None:
        items = part.items
        talk = discussion_after([entry.kind for entry in items], items.index(row.item))
        filled -= absorbed(by, items[talk].minutes) if talk is not None else 0
    return " · " + _("{filled} of {room} min", filled=filled, room=part.end - part.begins)

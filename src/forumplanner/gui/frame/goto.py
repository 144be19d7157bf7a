"""Go to anyone, any session, any command: the palette over the window (Ctrl+K)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui import theme
from forumplanner.gui.frame.findable import Findable, from_commands, from_file, from_papers, matching
from forumplanner.gui.frame.gotolist import HitList
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Key, Label, Picture, Rule
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # the window itself holds the palette
    from forumplanner.gui.window import PlannerWindow

WIDTH = 680
TOP = 72


class Palette(QWidget):
    """Covers the window while it is called; Esc or a click beside it leaves."""

    def __init__(self, window: "PlannerWindow") -> None:
        super().__init__(window)
        self.setObjectName("paletteCover")
        self._window = window
        self._things: list[Findable] = []
        self._before: QWidget | None = None
        self._reading = False
        box = QFrame(self)
        box.setObjectName("palette")
        self._box = box
        column = QVBoxLayout(box)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        self.hits = HitList(name="paletteList")
        self.hits.clicked.connect(lambda _index: self._take())
        column.addWidget(self.hits)
        self._none = Label("", role="muted", name="paletteNone")
        self._none.setContentsMargins(18, 10, 18, 14)
        column.addWidget(self._none)
        column.addSpacing(6)
        column.addWidget(Rule())
        column.addLayout(_keys())
        window.installEventFilter(self)
        self.hide()

    def call(self) -> None:
        """Show the palette, empty, with commands; people and sessions follow when they are read."""
        self._before = self._window.focusWidget()
        self._things = from_commands(self._window.commands.available())
        shell = self._window.shell
        if shell.shown_card() is not None:
            store, forum_id, self._reading = shell.store, shell.forum_id, True
            self._things = [*from_papers(), *self._things]
            shell.tasks.start(lambda _p: from_file(store, forum_id), done=self._add, failed=self._not_read)
        self._field.clear()
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus()
        self._search("")

    def things(self) -> list[Findable]:
        """All that can be found now."""
        return self._things

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window's size; arrows, Enter and Esc typed in the field."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click beside the box leaves."""
        if not self._box.geometry().contains(event.position().toPoint()):
            self._leave()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Dim the window."""
        QPainter(self).fillRect(self.rect(), theme.colour("scrim"))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(18, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Picture("search", "accent_text"))
        self._field = Field(name="paletteField", label=lambda: _("Go to…"))
        self._field.setProperty("search", "palette")
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        row.addWidget(self._field, 1)
        row.addWidget(Key("Esc"))
        return row

    def _add(self, things: list[Findable]) -> None:
        self._things, self._reading = [*things, *self._things], False
        self._search(self._field.text())

    def _not_read(self, error: PlannerError) -> None:
        self._reading = False
        self._window.shell.toast(str(error))

    def _search(self, query: str) -> None:
        groups = matching(self._things, query)
        self.hits.show_groups(groups, query)
        self._none.setVisible(not groups and not self._reading)
        self._none.setText(_("No match for “{query}”. Try initials or part of a name.", query=query))
        self._place()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.hits.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _take(self) -> None:
        thing = self.hits.chosen()
        if thing is None:
            return
        self._leave()
        if thing.kind == "command":
            self._window.commands.action(thing.key).trigger()
        else:
            self._window.go(thing.page, thing.target)

    def _leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(WIDTH, self.width() - 48)
        self._box.setFixedWidth(width)
        self._box.adjustSize()
        self._box.move((self.width() - width) // 2, TOP)


def _keys() -> QHBoxLayout:
    """The foot: what the keys do."""
    row = QHBoxLayout()
    row.setContentsMargins(18, 7, 18, 7)
    row.setSpacing(6)
    for key, words in (("↑ ↓", lambda: _("Choose a hit")), ("Enter", lambda: _("Go there or do it"))):
        row.addWidget(Key(key))
        row.addWidget(Label(words, role="note"))
        row.addSpacing(10)
    row.addStretch(1)
    return row

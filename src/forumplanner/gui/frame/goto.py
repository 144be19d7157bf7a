"""Go to anyone, any session, any command: the palette over the window (Ctrl+K)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui import theme
from forumplanner.gui.frame.findable import Findable, from_commands, from_file, matching
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Key, Label, Picture
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # the window itself holds the palette
    from forumplanner.gui.window import PlannerWindow

WIDTH = 680
TOP = 72
ROW = 38


class Palette(QWidget):
    """Covers the window while it is called; Esc or a click beside it leaves."""

    def __init__(self, window: "PlannerWindow") -> None:
        super().__init__(window)
        self.setObjectName("paletteCover")
        self._window = window
        self._things: list[Findable] = []
        self._before: QWidget | None = None
        box = QFrame(self)
        box.setObjectName("palette")
        self._box = box
        column = QVBoxLayout(box)
        column.setContentsMargins(1, 1, 1, 7)
        column.setSpacing(0)
        column.addLayout(self._head())
        kinds = {"person": lambda: _("Person"), "session": lambda: _("Session"), "command": lambda: _("Command")}
        self._model: FastTableModel[Findable] = FastTableModel(
            (
                Column("title", "", lambda thing: thing.title, width=270),
                Column("detail", "", lambda thing: thing.detail, cell=Cell.MUTED, stretch=True),
                Column(
                    "kind", "", lambda thing: kinds[thing.kind](), width=90, cell=Cell.MUTED, right=True, hits=False
                ),
            ),
            identity=lambda thing: (thing.kind, thing.key),
            search=lambda thing: thing.keys,
            parent=self,
        )
        self._list = FastTable(self._model, name="paletteList", label=lambda: _("Hits"), row_height=ROW)
        self._list.horizontalHeader().hide()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda _index: self._take())
        column.addWidget(self._list)
        self._none = Label("", role="muted", name="paletteNone")
        self._none.setContentsMargins(18, 10, 18, 14)
        column.addWidget(self._none)
        window.installEventFilter(self)
        self.hide()

    def call(self) -> None:
        """Show the palette, empty, with commands; people and sessions follow when they are read."""
        self._before = self._window.focusWidget()
        self._things = from_commands(self._window.commands.available())
        shell = self._window.shell
        if shell.shown_card() is not None:
            store, forum_id = shell.store, shell.forum_id
            shell.tasks.start(
                lambda _p: from_file(store, forum_id), done=self._add, failed=lambda error: shell.toast(str(error))
            )
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
        self._things = [*things, *self._things]
        self._search(self._field.text())

    def _search(self, query: str) -> None:
        hits = matching(self._things, query)
        self._model.set_rows(hits)
        self._model.set_marks(query)
        if hits:
            self._list.set_current((hits[0].kind, hits[0].key))
        self._list.setFixedHeight(len(hits) * ROW)
        self._list.setVisible(bool(hits))
        self._none.setVisible(not hits)
        self._none.setText(_("No match for “{query}”. Try initials or part of a name.", query=query))
        self._place()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._model.rowCount():
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            here = self._model.place_of(self._list.current_id())
            self._list.set_current(self._model.id_at((here + by) % self._model.rowCount()))
        else:
            return False
        return True

    def _take(self) -> None:
        place = self._model.place_of(self._list.current_id())
        if place < 0:
            return
        thing = self._model.row_at(place)
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

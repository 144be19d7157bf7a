"""The details of the programme: a session, one of its parts or items, in full; what is inside leads there and back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from forumplanner.gui.pages.programme.inspector import entries
from forumplanner.gui.pages.programme.inspector.details import Details
from forumplanner.gui.pages.programme.inspector.texts import TextPort
from forumplanner.gui.pages.programme.inspector.top import InspectorTop
from forumplanner.gui.pages.programme.inspector.turning import above, row_of, steps_to, whole
from forumplanner.gui.pages.programme.rows import Row
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.inspector import WIDE, Inspector, WithInspector
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import Programme


class ProgrammeInspector(Inspector):
    """Shows the page's row, or something inside it; each part has signals of its own, which become verbs.

    `turned(key)`: something else inside the page's row is shown. `removed` means the page's own row;
    `removed_inside(row)` what was turned to.
    """

    removed = Signal()
    part_added = Signal()
    item_added = Signal()
    title_edited = Signal(str, str)
    title_confirmed = Signal(str)
    turned = Signal(str)
    removed_inside = Signal(object)

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(name="programmeInspector", label=lambda: _("Details of the session or item"), width=WIDE)
        self._given: Row | None = None
        self._row: Row | None = None
        self._programme = Programme("", languages, "UTC")
        self.port = TextPort(self)
        self.head = InspectorTop()
        self.details = Details(self.port)
        self.title, self.findings, self.more = self.details.title, self.details.findings, self.details.more
        self.session, self.part, self.item = self.details.session, self.details.part, self.details.item
        self.people, self.chairs, self.acts = self.details.people, self.details.chairs, self.details.acts
        self.outline, self.everybody = self.details.outline, self.details.everybody
        self.nothing = EmptyState(
            lambda: _("Nothing selected"),
            lambda: _("Choose a session or an item."),
            name="programmeNothing",
            icon="calendar-days",
        )
        self.top.addWidget(self.head)
        self.column.addWidget(self.details)
        self.column.addWidget(self.nothing)
        self.column.addStretch(1)
        self._connect()
        self.show_row(None, self._programme)

    def row(self) -> Row | None:
        """What is shown: the page's row, or what was turned to inside it."""
        return self._row

    def programme(self) -> Programme:
        """The programme in which it stands."""
        return self._programme

    def show_row(self, row: Row | None, programme: Programme) -> None:
        """Show another row, or the same one with other values: then what was turned to stays, if it still exists."""
        shown = whole(row)
        same = shown is not None and self._given is not None and shown.key == self._given.key
        key = self._row.key if same and self._row is not None else ""
        self._given, self._programme = shown, programme
        self._row = (row_of(shown, key) if key else None) or shown if shown is not None else None
        self.details.setVisible(shown is not None)
        self.head.setVisible(shown is not None)
        self.nothing.setVisible(shown is None)
        self._show()

    def turn_to(self, key: str) -> None:
        """Show something inside the page's row, or above what is shown."""
        row = row_of(self._given, key) if self._given is not None else None
        if row is None or (self._row is not None and row.key == self._row.key):
            return
        self._row = row
        self._show()
        self.turned.emit(key)

    def back(self) -> bool:
        """Show what stands above; False for a session, above which nothing stands."""
        came_from = self._row.key if self._row is not None else ""
        key = above(self._row) if self._row is not None else ""
        if not key:
            return False
        self.turn_to(key)
        self.outline.choose(came_from)
        (self.outline if self.outline.isVisible() else self.head.tabs).setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Backspace outside fields, or Alt+Left, goes back up."""
        alt_left = event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not ((event.key() == Qt.Key.Key_Backspace or alt_left) and self.back()):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Rows with words of their own are made anew."""
        super().retranslate()
        self.findings.forget()
        self._show()

    def replace_somebody(self) -> None:
        """Ctrl+R: ask who comes instead of the person with the focus, else of the first."""
        shown = [one for one in self.details.lists() if one.isVisible() and one.rows()]
        focused = [one for one in shown if one.has_focus()]
        for one in (*focused, *shown)[:1]:
            one.start_replacing()

    def _show(self) -> None:
        row = self._row
        if row is None or row.session is None:
            return
        self.details.show_row(row, self._programme)
        number = entries.number(row.session, [row.part] if row.part else row.session.parts)
        self.head.show_row(row, self._programme, steps_to(row, self._programme.languages), number)
        self._show_tab()

    def _show_tab(self) -> None:
        chosen = self.head.tabs.choice()
        on_item = self._row is not None and self._row.item is not None
        self.details.show_tab("about" if chosen == "people" and on_item else chosen)
        if chosen == "history" and self._row is not None:
            self.head.history_wanted.emit(self._row.key)

    def _connect(self) -> None:
        self.title.edited.connect(self.title_edited)
        self.title.confirmed.connect(self.title_confirmed)
        self.details.foot.add_item.clicked.connect(self.item_added)
        self.details.foot.add_part.clicked.connect(self.part_added)
        self.details.foot.remove.clicked.connect(self._remove)
        self.outline.removed.connect(self._remove_key)
        self.outline.opened.connect(self.turn_to)
        self.everybody.opened.connect(self._open_place)
        self.head.trail.chosen.connect(self.turn_to)
        self.head.tabs.picked.connect(lambda _key: self._show_tab())
        self.head.shut.clicked.connect(self._close)
        replacing = QShortcut(QKeySequence("Ctrl+R"), self)
        replacing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        replacing.activated.connect(self.replace_somebody)

    def _remove(self) -> None:
        if self._row is None or self._given is None:
            return
        if self._row.key == self._given.key:
            self.removed.emit()
        else:
            self.removed_inside.emit(self._row)

    def _remove_key(self, key: str) -> None:
        row = row_of(self._given, key) if self._given is not None else None
        if row is not None:
            self.removed_inside.emit(row)

    def _open_place(self, key: str) -> None:
        self.head.tabs.choose("about")
        self.turn_to(key)

    def _close(self) -> None:
        around = self.parentWidget()
        if isinstance(around, WithInspector):
            around.set_open(open_=False)

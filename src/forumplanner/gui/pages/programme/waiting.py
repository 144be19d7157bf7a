"""The bar below the list: what has no time yet as chips, the list's other verbs in a menu, a day from a pattern."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from forumplanner.gui import reading
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.menus import Choices, MenuButton
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.programme import Programme, SessionLine

_WIDEST = 190
_LETTERS = 22


class WaitingBar(Attentive, Toolbar):
    """`chosen(id)`, `cut(id)`, `pasted()` for a session that waits; `pattern()`, `rooms()`."""

    chosen = Signal(str)
    cut = Signal(str)
    pasted = Signal()
    pattern = Signal()
    rooms = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__(name="waitingBar", height=40)
        self.setProperty("place", "foot")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._programme = Programme("", (), "UTC")
        self.title = Label("", role="strong", name="waitingTitle")
        self.rest = Label("", role="muted", name="waitingRest")
        self.hint = Elide(lambda: _("Ctrl+X to cut, Ctrl+V after the current row"), role="note", name="waitingHint")
        self.more = MenuButton(lambda: _("More"), choices, name="waitingMore", icon="chevron-up")
        self.day = Button(
            lambda: _("Day from a pattern"),
            name="waitingPattern",
            kind="ghost",
            icon="calendar-plus",
            key="Ctrl+Shift+D",
            tip=lambda: _("Opening, keynotes, parallel forums and breaks from a few numbers"),
            small=True,
        )
        self.halls = Button(lambda: _("Rooms"), name="waitingRooms", kind="ghost", icon="door-open", small=True)
        self._chips: list[Button] = []
        self._row_of_chips = QHBoxLayout()
        self._row_of_chips.setSpacing(8)
        self.add(self.title)
        self._row.addLayout(self._row_of_chips)
        self.add(self.rest)
        self.stretch()
        self.add(self.hint, self.more, self.halls, self.day)
        self.day.clicked.connect(self.pattern)
        self.halls.clicked.connect(self.rooms)

    def show_waiting(self, programme: Programme) -> None:
        """Show the sessions without a time; chips are made anew only where they differ, so that the focus stays."""
        before = [_facts(session, self._programme) for session in waiting(self._programme)]
        self._programme = programme
        now = waiting(programme)
        if before != [_facts(session, programme) for session in now]:
            self._make_chips(now)
        self._say()

    def chip(self, session_id: str) -> Button | None:
        """The chip of a session, shown or not."""
        return next((chip for chip in self._chips if chip.property("session") == session_id), None)

    def retranslate(self) -> None:
        """Chips in the other language."""
        super().retranslate()
        self._make_chips(waiting(self._programme))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many chips as there is room for; the rest is counted."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+X on a chip cuts its session."""
        chip = self.focusWidget()
        if event.matches(QKeySequence.StandardKey.Cut) and chip is not None and chip.property("session"):
            self.cut.emit(str(chip.property("session")))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def _make_chips(self, sessions: Sequence[SessionLine]) -> None:
        for chip in self._chips:
            self._row_of_chips.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(session) for session in sessions]
        self._fit()

    def _chip(self, session: SessionLine) -> Button:
        whole = _facts(session, self._programme)[1]
        words = whole if len(whole) <= _LETTERS else whole[: _LETTERS - 1] + "…"
        made = Button(words, name="waitingChip", small=True, tip=whole)
        made.setProperty("session", session.id)
        made.setMaximumWidth(_WIDEST)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda: self.chosen.emit(session.id))
        self._row_of_chips.addWidget(made)
        return made

    def _fit(self) -> None:
        room = self.width() - sum(w.sizeHint().width() + 12 for w in (self.title, self.more, self.halls, self.day)) - 90
        shown = 0
        for chip in self._chips:
            room -= min(chip.sizeHint().width(), _WIDEST) + 8
            chip.setVisible(room >= 0)
            shown += room >= 0
        left = len(self._chips) - shown
        self.rest.setText(f"+{left}" if left else "")
        self.rest.setVisible(left > 0)
        self.hint.setVisible(room > self.hint.sizeHint().width() + 24)

    def _say(self) -> None:
        number = len(self._chips)
        self.title.setText(ngettext("Unscheduled {n}", "Unscheduled {n}", number) if number else _("Nothing waits"))
        self.title.set_role("strong" if number else "muted")


def waiting(programme: Programme) -> list[SessionLine]:
    """The sessions that have no day or no time yet."""
    return [session for session in programme.sessions if session.day is None or session.start is None]


def _facts(session: SessionLine, programme: Programme) -> tuple[str, str]:
    """Its key and the words of its chip: title and minutes."""
    title = reading.words(session.title, programme.languages) or _("No title yet")
    minutes = sum(item.minutes or 0 for part in session.parts for item in part.items)
    return session.id, _("{title}, {minutes} min", title=title, minutes=minutes) if minutes else title

"""The tray below the board: what has no time yet, dragged from here to the board or placed by Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from forumplanner.gui import reading
from forumplanner.gui.pages.programme.board.plan import is_waiting
from forumplanner.gui.pages.programme.board.words import room_words, track_code
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.programme import PartLine, Programme, SessionLine

HEIGHT = 64
_CHIP = (160, 240)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something in the tray: a session without a time, or a half whose talks have none (then it can't be dragged)."""

    key: str
    session_id: str
    title: str
    facts: str
    minutes: int
    draggable: bool = True


class Tray(Attentive, QFrame):
    """`chosen(key)`, `placed(id)` for Enter, `dragged(id, point)`, `dropped(id, point)` (screen), `left()` by Esc."""

    chosen = Signal(str)
    placed = Signal(str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("boardTray")
        self.setProperty("place", "foot")
        self.setFixedHeight(HEIGHT)
        self._waiting: tuple[Waiting, ...] = ()
        self.title = Label(lambda: _("Unscheduled"), role="strong", name="boardTrayTitle")
        self.hint = Label("", role="note", name="boardTrayHint")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(14)
        row.addLayout(words)
        self._chips = QWidget()
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(0, 8, 0, 8)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self.area = QScrollArea()
        self.area.setObjectName("boardTrayArea")
        self.say(self.area.setAccessibleName, lambda: _("Unscheduled"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._chips)
        row.addWidget(self.area, 1)

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show these; chips are made anew only where something differs, so that the focus stays."""
        number = sum(thing.draggable for thing in waiting)
        self.hint.say(
            self.hint.setText,
            lambda: _("{n} · drag to the board", n=number) if number else _("Nothing waits"),
        )
        if tuple(waiting) == self._waiting:
            return
        self._waiting = tuple(waiting)
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        for place, thing in enumerate(waiting):
            self._row.insertWidget(place, self._chip(thing))

    def holds(self, point: QPoint) -> bool:
        """Whether a point of the screen lies in the tray."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(point))

    def chips(self) -> list["TrayChip"]:
        """All chips in their order."""
        return [chip for chip in self._chips.findChildren(TrayChip) if chip.thing in self._waiting]

    def _chip(self, thing: Waiting) -> "TrayChip":
        chip = TrayChip(thing)
        chip.clicked.connect(lambda: self.chosen.emit(thing.key))
        chip.entered.connect(lambda: self.placed.emit(thing.session_id))
        chip.dragged.connect(lambda point: self.dragged.emit(thing.session_id, point))
        chip.dropped.connect(lambda point: self.dropped.emit(thing.session_id, point))
        chip.left.connect(self.left)
        chip.focused.connect(lambda: self.area.ensureWidgetVisible(chip, 20, 0))
        return chip


class TrayChip(QPushButton):
    """Title over facts. `dragged(point)`, `dropped(point)` in global pixels; `entered()` for Enter."""

    entered = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    left = Signal()
    focused = Signal()

    def __init__(self, thing: Waiting) -> None:
        super().__init__()
        self.thing = thing
        self.setObjectName("trayChip")
        self.setProperty("kind", "tray")
        self.setFixedHeight(48)
        self.setAccessibleName(f"{thing.title}, {thing.facts}")
        self.setToolTip(f"{thing.title}\n{thing.facts}")
        self._pressed: QPointF | None = None
        self._dragging = False
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 5)
        column.setSpacing(0)
        widest = max(self.fontMetrics().horizontalAdvance(words) for words in (thing.title, thing.facts)) + 40
        self.setFixedWidth(max(_CHIP[0], min(widest, _CHIP[1])))
        for words, role in ((thing.title, "strong"), (thing.facts, "note")):
            label = Elide(words, role=role, name=f"trayChip_{role}")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """It may be dragged from here."""
        self._pressed = event.globalPosition()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where it is carried."""
        if self._pressed is not None and self.thing.draggable:
            far = (event.globalPosition() - self._pressed).manhattanLength() >= 4
            self._dragging = self._dragging or far
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Dropped, or only clicked."""
        dragging, self._dragging, self._pressed = self._dragging, False, None
        if dragging:
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter places it; Left and Right go from chip to chip."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self._dragging:
            self._dragging, self._pressed = False, None
            self.setDown(False)
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Come into sight."""
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.focused.emit()


def waiting_of(programme: Programme) -> tuple[Waiting, ...]:
    """Sessions without a time, then halves with talks whose time is not known, by forum."""
    sessions = [_session(session, programme) for session in programme.sessions if is_waiting(session)]
    halves = [
        half
        for session in programme.sessions
        if not is_waiting(session)
        for number, part in enumerate(session.parts, start=1)
        if (half := _half(session, part, number, programme)) is not None
    ]
    return (*sessions, *halves)


def needed(session: SessionLine) -> int:
    """How many minutes a session without an end takes: those of its items, else half an hour."""
    if session.start is not None and session.end is not None:
        return session.end - session.start
    return sum(item.minutes or 0 for part in session.parts for item in part.items) or 30


def _session(session: SessionLine, programme: Programme) -> Waiting:
    title = reading.words(session.title, programme.languages) or reading.word(session.kind)
    facts = [_("{n} min", n=needed(session)), room_words(session, programme) or _("no room")]
    code = track_code(session, programme)
    return Waiting(
        f"session:{session.id}", session.id, title, " · ".join(filter(None, [code, *facts])), needed(session)
    )


def _half(session: SessionLine, part: PartLine, number: int, programme: Programme) -> Waiting | None:
    """A half whose talks don't all have a time: what they need, and what there is."""
    loose = [item for item in part.items if item.begins is None]
    if not loose:
        return None
    wants = sum(item.minutes or 0 for item in part.items)
    has = None if part.begins is None or part.ends is None else part.ends - part.begins
    room = _("needs {wants}, has {has} min", wants=wants, has=has) if has else _("needs {wants} min", wants=wants)
    count = ngettext("{n} item without a time", "{n} items without a time", len(loose))
    name = track_code(session, programme) or reading.words(session.title, programme.languages)
    half = reading.words(part.title, programme.languages) or _("Part {n}", n=number)
    return Waiting(f"part:{part.id}", session.id, f"{name} · {half}", f"{count} · {room}", wants, draggable=False)

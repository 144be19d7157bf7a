"""Recent files at the right of the welcome page, newest first; one that is gone can be looked for."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui import texting
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture, Pill
from forumplanner.i18n import gettext as _
from forumplanner.settings import Recent

SHOWN = 4
ROW = 64


class RecentCard(Card):
    """`chosen(path)` for a file that is there, `lost(path)` for one that is not."""

    chosen = Signal(str)
    lost = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="recentCard", margin=0, gap=0)
        self.column.setContentsMargins(1, 1, 1, 1)
        self._rows: list[RecentRow] = []
        self._none = Label(
            lambda: _("Files that you open will be listed here."), role="muted", name="recentNone", wrap=True
        )
        self._none.setContentsMargins(20, 20, 20, 20)
        self.column.addWidget(self._none)

    def show_files(self, recent: Sequence[Recent], now: dt.datetime) -> None:
        """List at most four."""
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for entry in recent[:SHOWN]:
            row = RecentRow(entry, now)
            row.clicked.connect(lambda _checked=False, path=entry.path: self._press(path))
            row.search.clicked.connect(lambda _checked=False, path=entry.path: self.lost.emit(path))
            self.column.addWidget(row)
            self._rows.append(row)
        if self._rows:
            self._rows[-1].setProperty("last", True)
        self._none.setVisible(not self._rows)

    def first(self) -> QWidget | None:
        """The newest file, for the focus."""
        return self._rows[0] if self._rows else None

    def _press(self, path: str) -> None:
        (self.chosen if Path(path).is_file() else self.lost).emit(path)


class RecentRow(Button):
    """One file: its forum, where it is, when it was open."""

    def __init__(self, entry: Recent, now: dt.datetime) -> None:
        super().__init__("", name="recentRow", kind="row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        path = Path(entry.path)
        there = path.is_file()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(14)
        row.addWidget(Picture("calendar-days" if there else "file-x", "accent_text" if there else "text3", size=18))
        row.addLayout(
            _two(
                Elide(entry.title or path.stem, role="strong" if there else "muted"), Elide(_where(path), role="small")
            ),
            1,
        )
        right = _two(*self._state(entry, now, there=there))
        row.addLayout(right)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.search = Button(lambda: _("Find…"), name="recentFind", small=True)
        row.addWidget(self.search)
        self.search.setVisible(not there)
        self.setAccessibleName(f"{entry.title or path.stem}, {path.name}")
        self.setToolTip(str(path))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One height for all, whatever the sheet says of buttons."""
        return QSize(200, ROW)

    @staticmethod
    def _state(entry: Recent, now: dt.datetime, *, there: bool) -> tuple[QWidget, QWidget]:
        at = _time(entry.at, now)
        when = Label(texting.moment(at, now) if at else "", role="small", name="recentWhen")
        if not there:
            return Pill(lambda: _("File not found"), tone="danger", name="recentLost"), when
        return Pill(entry.detail, tone="accent", name="recentDetail") if entry.detail else Label(""), when


def _two(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addStretch(1)
    side = Qt.AlignmentFlag.AlignRight if isinstance(upper, Pill) else Qt.AlignmentFlag(0)
    column.addWidget(upper, 0, side)
    column.addWidget(
        lower,
        0,
        Qt.AlignmentFlag.AlignRight if isinstance(lower, Label) and lower.objectName() == "recentWhen" else side,
    )
    column.addStretch(1)
    return column


def _where(path: Path) -> str:
    """The last folders and the file: "Documents › Forums › lake.forumplanner"."""
    try:
        parts = path.relative_to(Path.home()).parts
    except ValueError:
        parts = path.parts[1:]
    return " › ".join(parts[-3:])


def _time(text: str, now: dt.datetime) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=now.tzinfo)

"""The column at the left: for each kind of text how much of it is in order; a click shows the gaps of that kind."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui import texting, theme
from forumplanner.gui.pages.languages import words
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.bars import Portion, draw_portions
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.completeness import Tally, TextKind

WIDTH = 236
_BAR = 4


class Meters(QFrame):
    """`picked(code)`: the kind to show, "" for all."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("languageMeters")
        self.setProperty("place", "side")
        self.setFixedWidth(WIDTH)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        # A forum with guests, an alliance and letters has more kinds than a small window is high.
        self.area = QScrollArea()
        self.area.setObjectName("languageMetersScroll")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around.addWidget(self.area)
        body = QWidget()
        body.setObjectName("languageMetersBody")
        self.area.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 14, 8, 8)
        column.setSpacing(2)
        column.addWidget(Label(lambda: f"  {_('In order')}", role="label", name="languageMetersHead"))
        self.meters = {"": self._meter("", lambda: _("All texts"))}
        for kind in TextKind:
            self.meters[str(kind)] = self._meter(str(kind), partial(words.kind, kind))
        for meter in self.meters.values():
            column.addWidget(meter)
        column.addStretch(1)

    def show_tallies(self, tallies: Sequence[Tally], wanted: str) -> None:
        """Show how far each kind is; kinds without texts are hidden."""
        by_kind = {str(tally.kind): tally for tally in tallies}
        whole = Tally(
            TextKind.FORUM, *(sum(getattr(t, name) for t in tallies) for name in ("total", "missing", "review"))
        )
        for code, meter in self.meters.items():
            tally = by_kind.get(code) if code else whole
            meter.setVisible(tally is not None)
            if tally is not None:
                meter.show_tally(tally, on=code == wanted)

    def _meter(self, code: str, name: Text) -> "Meter":
        meter = Meter(name, name=f"meter_{code or 'all'}")
        # A second press on what is chosen shows all again.
        meter.button.clicked.connect(lambda on: self.picked.emit(code if on else ""))
        return meter


class Meter(QWidget):
    """A row with words, "462 of 465", and a bar under them: in order, then due for review."""

    def __init__(self, text: Text, *, name: str) -> None:
        super().__init__()
        self.button = Button(text, name=name, kind="facet")
        self.button.setCheckable(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inside = QHBoxLayout(self.button)
        inside.setContentsMargins(0, 0, 8, 0)
        self._number = QLabel()
        self._number.setObjectName(f"{name}Number")
        self._number.setProperty("role", "note")
        self._number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addStretch(1)
        inside.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(1)
        column.addWidget(self.button)
        self._bar = Bar()
        column.addWidget(self._bar)

    def show_tally(self, tally: Tally, *, on: bool) -> None:
        """Show how many texts are in order, and whether this kind is chosen."""
        said = _("{n} of {total}", n=texting.number(tally.complete), total=texting.number(tally.total))
        self._number.setText(said)
        self.button.setAccessibleDescription(said)
        self.button.setChecked(on)
        self._bar.show_tally(tally)


class Bar(QWidget):
    """How far a kind is, as a stretch of a line; the words above say it too."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_BAR)
        self._tally = Tally(TextKind.FORUM)

    def show_tally(self, tally: Tally) -> None:
        """Draw another tally."""
        self._tally = tally
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """The whole in grey, on it what is in order and what is due for review."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(10, 0, self.width() - 20, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line_strong"))
        painter.drawRoundedRect(box, 2, 2)
        tally = self._tally
        draw_portions(
            painter, box, (Portion(tally.complete, "ok"), Portion(tally.review, "amber")), max(tally.total, 1)
        )

"""Small bars with a word and a number, drawn by hand; each is a button that leads to the rows it counts."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from forumplanner.gui import fonts, texting, theme
from forumplanner.gui.widgets.attentive import Attentive, Text

HEIGHT = 22
BAR = 8
SQUARE = 8
NUMBER = 44
LINE_INDENT = 4
"""Pixels that the ground of a line under the pointer reaches beyond its words."""

Colour = QColor | str
"""A colour, or the name of a token in the scheme that is worn."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A stretch of a bar: how many, in which colour."""

    number: int
    colour: Colour


def _colour(colour: Colour) -> QColor:
    return theme.colour(colour) if isinstance(colour, str) else colour


class BarLine(Attentive, QPushButton):
    """Word, bar, number. `most`: the number that fills the bar; `room`: pixels for the word; `square`: its colour.

    Without `drawn` there is no bar, for a number that another scale would be needed for.
    """

    def __init__(
        self,
        words: str,
        portions: tuple[Portion, ...],
        *,
        name: str,
        most: int,
        square: Colour = "",
        drawn: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "bar")
        self._words, self._portions, self._most, self._square = words, portions, max(most, 1), square
        self._drawn = drawn
        self.total = sum(portion.number for portion in portions)
        self.room = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words} {texting.number(self.total)}")
        self.setToolTip(f"{words}: {texting.number(self.total)}")

    def word_width(self) -> int:
        """What the word asks for, with its square."""
        return self.fontMetrics().horizontalAdvance(self._words) + (SQUARE + 6 if self._square else 0) + 10

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for word, a short bar and number."""
        return QSize(180, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button's ground (hover, focus), then word, bar and number."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = LINE_INDENT
        if self._square:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour(self._square))
            painter.drawRoundedRect(QRectF(left, (HEIGHT - SQUARE) / 2, SQUARE, SQUARE), 2, 2)
            left += SQUARE + 6
        self._text(painter, QRectF(left, 0, max(self.room - left, 20), HEIGHT), self._words, "text", right=False)
        number = QRectF(self.width() - NUMBER - 4, 0, NUMBER, HEIGHT)
        self._text(painter, number, texting.number(self.total), "text2", right=True)
        self._bar(painter, QRectF(self.room + 4, (HEIGHT - BAR) / 2, self.width() - self.room - NUMBER - 12, BAR))

    def _bar(self, painter: QPainter, box: QRectF) -> None:
        if box.width() < BAR or not self._drawn:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        draw_portions(painter, box, self._portions, self._most)

    @staticmethod
    def _text(painter: QPainter, box: QRectF, words: str, token: str, *, right: bool) -> None:
        painter.setFont(fonts.font())
        painter.setPen(theme.colour(token))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def draw_portions(painter: QPainter, box: QRectF, portions: tuple[Portion, ...], most: int) -> None:
    """Stretches side by side inside a rounded box; a number above nothing is at least two pixels wide."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    left = box.left()
    for portion in portions:
        if portion.number <= 0:
            continue
        width = max(box.width() * portion.number / most, 2.0)
        painter.setBrush(_colour(portion.colour))
        painter.drawRoundedRect(QRectF(left, box.top(), width, box.height()), 2, 2)
        left += width + 1
    painter.restore()


class StackBar(QWidget):
    """One bar of several stretches that fill it."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(12)
        self._portions: tuple[Portion, ...] = ()

    def show_portions(self, portions: tuple[Portion, ...], spoken: str) -> None:
        """Show these; `spoken` says them."""
        self._portions = portions
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(portion.number for portion in self._portions)
        gaps = max(len([portion for portion in self._portions if portion.number]) - 1, 0)
        box = QRectF(0, 0, max(self.width() - gaps, 1), self.height())
        draw_portions(painter, box, self._portions, max(total, 1))


class Figure(Attentive, QPushButton):
    """A word with its number at the right end, a square in front; leads to the rows it counts."""

    def __init__(self, words: str, number: int, *, name: str, square: Colour = "", text: Text = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "bar")
        self._words, self._number, self._square = words, number, square
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(self.setAccessibleName, text or f"{words} {texting.number(number)}")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for both."""
        return QSize(160, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button's ground, then word and number."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = LINE_INDENT
        if self._square:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour(self._square))
            painter.drawRoundedRect(QRectF(left, (HEIGHT - SQUARE) / 2, SQUARE, SQUARE), 2, 2)
            left += SQUARE + 6
        painter.setFont(fonts.font())
        painter.setPen(theme.colour("text"))
        box = QRectF(left, 0, self.width() - left - NUMBER - 4, HEIGHT)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.setFont(fonts.font(weight=QFont.Weight.DemiBold))
        box = QRectF(self.width() - NUMBER - 4, 0, NUMBER, HEIGHT)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), texting.number(self._number)
        )


def align_words(lines: list[BarLine], *, most: int) -> None:
    """Give all bars of a card the same room for their words."""
    room = min(max((line.word_width() for line in lines), default=0), most)
    for line in lines:
        line.room = room
        line.update()

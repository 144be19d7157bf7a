"""How a block is drawn: bar, ground, words that fit, why it clashes, the exact minutes in red."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from forumplanner.domain.kinds import Access, SessionKind
from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.pages.programme.board.plan import Block, Part
from forumplanner.gui.pages.programme.board.words import BlockWords, Ink, Line
from forumplanner.snapshots.programme import Programme, SessionLine

INSET, RADIUS, BAR, MARK, PAD = 3.0, 6.0, 4.0, 5.0, 7.0
LINE = 16.0
SMALL = 38.0
"""A block lower than this says its start and title in one line."""
_TIMES = 34.0
_TRACKS = ("a", "b", "c", "d")
_CUPS = {SessionKind.BREAK: "coffee", SessionKind.MEAL: "utensils"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a block looks like besides its words. `marks`: stretches of the clash, in minutes; `offset`: pixels."""

    track: str
    bar: QColor
    selected: bool = False
    focused: bool = False
    dragged: bool = False
    pale: bool = False
    marks: tuple[tuple[float, float], ...] = ()


def track_of(session: SessionLine, programme: Programme) -> tuple[str, QColor]:
    """Which of the session colours a block takes, and its bar: the colour chosen for a parallel forum rules."""
    track = next((track for track in programme.tracks if track.id == session.track_id), None)
    if session.kind in _CUPS:
        name = "break"
    elif track is not None:
        name = _TRACKS[track.place % len(_TRACKS)]
    else:
        name = "closed" if session.access is Access.CLOSED else "plenary"
    chosen = track.colour if track else ""
    return name, QColor(chosen) if chosen else theme.track_colours(name)[0]


def frame_of(block: Block) -> QRectF:
    """The block's box inside its stretch of the column."""
    width, height = max(block.width - 2 * INSET, 8.0), max(block.height - 2.0, 6.0)
    return QRectF(INSET, 1.0, width, height)


def paint_block(painter: QPainter, block: Block, words: BlockWords, look: Look) -> None:
    """Draw a block with its own top left corner at the origin."""
    box = frame_of(block)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.pale:
        painter.setOpacity(0.45)
    if block.part is Part.RELAY:
        _relay(painter, box, words)
    else:
        _ground(painter, box, look)
        _inside(painter, block, box, words, look)
    _edge(painter, box, words, look)
    for top, bottom in look.marks:
        painter.fillRect(QRectF(box.right() - MARK, top, MARK, max(bottom - top, 2.0)), theme.colour("danger"))


def _ground(painter: QPainter, box: QRectF, look: Look) -> None:
    _bar, tint, _text = theme.track_colours(look.track)
    shape = QPainterPath()
    shape.addRoundedRect(box, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, tint)
    if look.track == "closed":
        painter.fillRect(box, QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(box, QColor(tint.red(), tint.green(), tint.blue(), 190))
    if look.track != "break":
        painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height()), look.bar)
    painter.restore()


def _relay(painter: QPainter, box: QRectF, words: BlockWords) -> None:
    """A dashed outline without fill: nothing happens here that does not happen elsewhere."""
    painter.setPen(QPen(theme.colour("accent"), 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.drawPixmap(QPointF(box.right() - 22, box.top() + 6), icons.pixmap("cast", "accent_text", size=14))
    cursor = _Cursor(painter, QRectF(box.left() + PAD, box.top() + 3, box.width() - PAD - 26, box.height() - 6))
    if box.height() < SMALL:
        cursor.line(f"{words.time}  {words.title}", "accent_text", 11)
        return
    cursor.line(words.time, "accent_text", 11)
    cursor.line(words.title, "text", 13, QFont.Weight.DemiBold)
    for line in words.lines:
        cursor.line(line.text, "accent_text", 12)


def _edge(painter: QPainter, box: QRectF, words: BlockWords, look: Look) -> None:
    """Red for a clash; the selected block keeps the accent frame, its halo and two handles."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if words.grave and not look.selected:
        painter.setPen(QPen(theme.colour("danger"), 1.6))
        painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), RADIUS, RADIUS)
    if look.selected:
        halo = QColor(theme.colour("accent"))
        halo.setAlpha(64 if look.focused else 28)
        painter.setPen(QPen(halo, 3))
        painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), RADIUS + 1.5, RADIUS + 1.5)
        painter.setPen(QPen(theme.colour("danger" if words.grave and look.dragged else "accent"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setPen(QPen(theme.colour("accent"), 1.6))
        painter.setBrush(theme.colour("surface"))
        for y in (box.top(), box.bottom()):
            painter.drawRoundedRect(QRectF(box.center().x() - 8, y - 3, 16, 6), 3, 3)


def _inside(painter: QPainter, block: Block, box: QRectF, words: BlockWords, look: Look) -> None:
    _bar, _tint, ink = theme.track_colours(look.track)
    inner = QRectF(box.left() + BAR + PAD - 2, box.top() + 4, box.width() - BAR - PAD - 5, box.height() - 7)
    if words.reasons:
        icon = "triangle-alert"
        painter.drawPixmap(
            QPointF(box.right() - 21, box.top() + 5), icons.pixmap(icon, "danger" if words.grave else "warn", size=14)
        )
        inner.setWidth(inner.width() - 18)
    cursor = _Cursor(painter, inner)
    if box.height() < SMALL or look.track == "break":
        _one_line(painter, block, box, cursor, words, look)
        return
    beside = bool(words.code) and cursor.right(words.code, ink, 11, words.time)
    cursor.line(words.time, ink, 11)
    cursor.full(box.width() - BAR - PAD - 5)
    if words.code and not beside and box.height() >= SMALL + 2 * LINE:
        cursor.line(words.code, ink, 11, QFont.Weight.DemiBold)
    cursor.wrapped(words.title, "text", 13, QFont.Weight.DemiBold)
    if words.reasons:
        cursor.boxed(words.reasons[0], "danger" if words.grave else "warn")
    room = _room_above_gaps(block, box, words.lines)
    if room and cursor.top + 2 * LINE > room[0] and any(line.ink is Ink.GAP for line in words.lines):
        for line in _shares(words.lines, int((box.bottom() + 3 - cursor.top) // LINE)):
            _told(cursor, line, ink)
        return
    for line, until in zip(words.lines, room, strict=True):
        if line.ink is Ink.GAP or cursor.top + LINE <= until:  # what stands before a break leaves it its place
            _detail(painter, block, box, cursor, line, ink)


def _one_line(painter: QPainter, block: Block, box: QRectF, cursor: "_Cursor", words: BlockWords, look: Look) -> None:
    """Start and title; a break's cup before them, in the middle of a high break."""
    if look.track == "break":
        cursor.centre(box)
        icon = _CUPS.get(block.session.kind)
        if icon:
            painter.drawPixmap(QPointF(box.left() + 12, cursor.top + 1), icons.pixmap(icon, "text2", size=14))
            cursor.indent(26)
        if not cursor.fits(f"{words.title}  {words.time}", 12) and box.height() >= SMALL:
            cursor.top -= LINE / 2
            cursor.line(words.title, "text2", 12)
            cursor.line(words.time, "text2", 12)
        else:
            cursor.line(f"{words.title}  {words.time}", "text2", 12)
        return
    cursor.top = box.top() + max((box.height() - LINE) / 2, 0.0)
    cursor.line(f"{words.time.partition('–')[0]}  {words.title}", "text", 12, QFont.Weight.DemiBold)


def _room_above_gaps(block: Block, box: QRectF, lines: Sequence[Line]) -> list[float]:
    """For each line down to where it may be written: the top of the break that comes after it, or the block's end."""
    until, found = box.bottom() + 3, []
    for line in reversed(lines):
        if line.ink is Ink.GAP and line.minute is not None:
            until = min(until, box.top() + (line.minute - block.start) * block.height / max(block.end - block.start, 1))
        found.append(until)
    return found[::-1]


def _detail(painter: QPainter, block: Block, box: QRectF, cursor: "_Cursor", line: Line, ink: QColor) -> bool:
    """One line of what a session holds; False where nothing more fits. Gaps stand where their minutes are."""
    if line.ink is Ink.GAP and line.minute is not None and line.until is not None:
        pixel = block.height / max(block.end - block.start, 1)
        top = box.top() + (line.minute - block.start) * pixel
        gap = QRectF(box.left() + BAR, top, box.width() - BAR, max((line.until - line.minute) * pixel, LINE))
        if gap.bottom() > box.bottom() or gap.top() < cursor.top:
            return True
        painter.fillRect(gap, theme.track_colours("break")[1])
        painter.drawPixmap(QPointF(gap.left() + 6, gap.center().y() - 7), icons.pixmap("coffee", "text2", size=13))
        cursor.top = gap.center().y() - LINE / 2
        cursor.line(f"      {line.text}", "text2", 12)
        cursor.top = gap.bottom() + 2
        return True
    return _told(cursor, line, ink)


def _told(cursor: "_Cursor", line: Line, ink: QColor) -> bool:
    """One line of words; False where there is no room for it."""
    if line.ink is Ink.PART:
        return cursor.line(line.text, ink, 12, QFont.Weight.Medium)
    if line.ink is Ink.ITEM:
        return cursor.pair(line.time, line.text)
    return cursor.line(line.text, "text2" if line.ink is Ink.GAP else ink, 12)


def _shares(lines: Sequence[Line], number: int) -> list[Line]:
    """For a block too low for its break to stand at its minutes: who leads each half, the break, a few items each."""
    marks = [line for line in lines if line.ink in {Ink.PART, Ink.GAP}]
    left = max(number - len(marks), 0)
    halves = max(sum(line.ink is Ink.PART for line in lines), 1)
    shown: list[Line] = []
    items = 0
    for line in lines:
        if line.ink in {Ink.PART, Ink.GAP}:
            items = 0
            shown.append(line)
        elif line.ink is Ink.ITEM and items < left // halves:
            items += 1
            shown.append(line)
    return shown


class _Cursor:
    """Writes line by line into a box, as long as there is room."""

    def __init__(self, painter: QPainter, box: QRectF) -> None:
        self._painter, self._box = painter, box
        self.top = box.top()

    def full(self, width: float) -> None:
        """What follows may be that wide."""
        self._box.setWidth(width)

    def indent(self, by: float) -> None:
        """What follows begins further right."""
        self._box.adjust(by, 0, 0, 0)

    def fits(self, text: str, px: int) -> bool:
        """Whether a line need not be cut."""
        return _metrics(px, QFont.Weight.Normal).horizontalAdvance(text) <= self._box.width()

    def centre(self, box: QRectF) -> None:
        """The next line stands in the middle."""
        self.top = box.top() + max((box.height() - LINE) / 2, 0.0)

    def line(self, text: str, ink: str | QColor, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> bool:
        """One line, cut where it is too long; False where there is no room below."""
        if self.top + LINE - 3 > self._box.bottom() + 3:
            return False
        self._draw(self._box.left(), self._box.width(), text, ink, px, weight)
        self.top += LINE
        return True

    def right(self, text: str, ink: QColor, px: int, beside: str) -> bool:
        """At the right end of the line that comes, if it fits beside what that says."""
        width = _metrics(px, QFont.Weight.DemiBold).horizontalAdvance(text)
        fits = width + _metrics(px, QFont.Weight.Normal).horizontalAdvance(beside) + 4 <= self._box.width()
        if fits:
            self._draw(self._box.right() - width, width + 2, text, ink, px, QFont.Weight.DemiBold)
        return fits

    def wrapped(self, text: str, ink: str, px: int, weight: QFont.Weight) -> None:
        """In two lines where one is too short and there is room."""
        metrics = _metrics(px, weight)
        if metrics.horizontalAdvance(text) <= self._box.width() or self.top + 2 * LINE > self._box.bottom():
            self.line(text, ink, px, weight)
            return
        first = _first_line(text, self._box.width(), px, weight)
        self.line(first, ink, px, weight)
        self.line(text[len(first) :].lstrip(), ink, px, weight)

    def boxed(self, text: str, tone: str) -> None:
        """Why it clashes, on the page's ground, in one line or two."""
        rows = 2 if _metrics(12, QFont.Weight.Normal).horizontalAdvance(text) > self._box.width() - 8 else 1
        if self.top + rows * LINE > self._box.bottom() + 2:
            rows = 1
        if self.top + rows * LINE > self._box.bottom() + 4:
            return
        ground = QRectF(self._box.left() - 2, self.top + 1, self._box.width() + 2, rows * LINE + 2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme.colour("surface"))
        self._painter.drawRoundedRect(ground, 4, 4)
        self.top += 2
        inner, self._box = self._box, self._box.adjusted(3, 0, -3, 0)
        first = _first_line(text, self._box.width(), 12, QFont.Weight.Normal) if rows == 2 else text
        self.line(first, tone, 12)
        if rows == 2:
            self.line(text[len(first) :].lstrip(), tone, 12)
        self._box = inner
        self.top += 2

    def pair(self, time: str, text: str) -> bool:
        """An item: its start in grey, then its title."""
        if self.top + LINE - 3 > self._box.bottom() + 3:
            return False
        indent = _TIMES if time else 0.0
        if time:
            self._draw(self._box.left(), indent, time, "text2", 11, QFont.Weight.Normal)
        self._draw(self._box.left() + indent, self._box.width() - indent, text, "text2", 12, QFont.Weight.Normal)
        self.top += LINE
        return True

    def _draw(self, left: float, width: float, text: str, ink: str | QColor, px: int, weight: QFont.Weight) -> None:
        self._painter.setFont(_font(px, weight))
        self._painter.setPen(theme.colour(ink) if isinstance(ink, str) else ink)
        shown = _metrics(px, weight).elidedText(text, Qt.TextElideMode.ElideRight, width)
        self._painter.drawText(
            QRectF(left, self.top, width, LINE), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )


@cache
def _font(px: int, weight: QFont.Weight) -> QFont:
    return fonts.font(px=px, weight=weight)


@cache
def _metrics(px: int, weight: QFont.Weight) -> QFontMetricsF:
    return QFontMetricsF(_font(px, weight))


def forget_fonts() -> None:
    """Make fonts anew: the language changed."""
    _font.cache_clear()
    _metrics.cache_clear()


def _first_line(text: str, width: float, px: int, weight: QFont.Weight) -> str:
    """As much as fits, up to a space where there is one; Chinese breaks anywhere but before a mark."""
    metrics = _metrics(px, weight)
    end = len(text)
    while end > 1 and metrics.horizontalAdvance(text[:end]) > width:
        end -= 1
    if end < len(text) and text[end - 1].isascii() and text[end].isascii() and " " in text[1:end]:
        return text[: text.rindex(" ", 0, end) + 1]
    while end > 1 and end < len(text) and text[end] in "，。、：；！？）》”":
        end -= 1
    return text[:end]


def marks_of(block: Block, stretches: Sequence[tuple[int, int]]) -> tuple[tuple[float, float], ...]:
    """Where in the block the clashing minutes (since midnight of its day) lie, in pixels."""
    pixel = block.height / max(block.end - block.start, 1)
    found = []
    for start, end in stretches:
        first, last = max(start, block.start), min(end, block.end)
        if first < last:
            found.append(((first - block.start) * pixel + 1, (last - block.start) * pixel))
    return tuple(found)

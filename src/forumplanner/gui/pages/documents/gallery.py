"""The gallery at the left: one row a paper, with a small drawing of it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui import theme
from forumplanner.gui.pages.documents.kinds import PaperKind
from forumplanner.gui.widgets.attentive import spoken
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label

WIDTH = 232


class Gallery(QFrame):
    """`picked(key)`: a paper was chosen."""

    picked = Signal(str)

    def __init__(self, kinds: Sequence[PaperKind]) -> None:
        super().__init__()
        self.setObjectName("gallery")
        self.setProperty("place", "side")
        self.setFixedWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setObjectName("galleryScroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("galleryBody")
        body.setProperty("place", "side")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(2)
        self._area.setWidget(body)
        outer.addWidget(self._area)
        group = QButtonGroup(self)
        self._rows: dict[str, PaperRow] = {}
        said = ""
        for kind in kinds:
            if spoken(kind.group) != said:
                said = spoken(kind.group)
                label = Label(kind.group, role="label", name=f"galleryGroup_{kind.key}")
                label.setContentsMargins(8, 8, 0, 2)
                column.addWidget(label)
            row = PaperRow(kind)
            row.clicked.connect(lambda _checked=False, key=kind.key: self.picked.emit(key))
            group.addButton(row)
            column.addWidget(row)
            self._rows[kind.key] = row
        column.addStretch(1)

    def choose(self, key: str) -> None:
        """Show which paper is chosen."""
        self._rows[key].setChecked(True)
        self._area.ensureWidgetVisible(self._rows[key], 0, 12)

    def row(self, key: str) -> "PaperRow":
        """The row of one paper."""
        return self._rows[key]


class PaperRow(Button):
    """Drawing, name, a few facts."""

    def __init__(self, kind: PaperKind) -> None:
        super().__init__("", name=f"paper_{kind.key}", kind="paper")
        self._kind = kind
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(Thumbnail(kind.drawing))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(kind.title, role="strong", name=f"paper_{kind.key}_title"))
        self._facts = Elide(kind.note, role="small", name=f"paper_{kind.key}_facts")
        words.addWidget(self._facts)
        words.addStretch(1)
        row.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()

    def set_facts(self, words: str) -> None:
        """What is known once it was made ("24 pages")."""
        self._facts.set_text(words)

    def retranslate(self) -> None:
        """The accessible name is the paper's."""
        super().retranslate()
        if hasattr(self, "_kind"):
            self.setAccessibleName(spoken(self._kind.title))


class Thumbnail(QWidget):
    """26 x 34 pixels of a page, a badge or a calendar."""

    def __init__(self, drawing: str) -> None:
        super().__init__()
        self.setObjectName("thumbnail")
        self.setFixedSize(26, 34)
        self._drawing = drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paper is white in both schemes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(QRectF(2.5, 1.5, 21, 31), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        draw = {"badge": self._badge, "calendar": self._calendar}.get(self._drawing, self._page)
        draw(painter)

    @staticmethod
    def _page(painter: QPainter) -> None:
        painter.fillRect(QRectF(7, 5, 12, 2.5), theme.colour("accent"))
        for line in range(6):
            painter.fillRect(QRectF(6, 11 + line * 3.2, 14 if line % 3 else 10, 1), theme.colour("scroll"))

    @staticmethod
    def _badge(painter: QPainter) -> None:
        painter.fillRect(QRectF(3, 2, 20, 8), theme.track_colours("b")[0])
        painter.fillRect(QRectF(7, 13, 12, 2), theme.colour("scroll"))
        painter.fillRect(QRectF(8, 17, 10, 1.2), theme.colour("scroll"))
        painter.fillRect(QRectF(10, 22, 6, 6), theme.colour("field"))

    @staticmethod
    def _calendar(painter: QPainter) -> None:
        painter.fillRect(QRectF(3, 2, 20, 6), theme.colour("danger"))
        for row in range(4):
            for column in range(4):
                token = "accent" if (row, column) == (1, 2) else "scroll"
                painter.fillRect(QRectF(5.5 + column * 4, 11 + row * 4.6, 2.6, 2.6), theme.colour(token))

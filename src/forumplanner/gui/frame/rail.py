"""The rail at the left: which forum, which page; 208 pixels wide, 56 when folded."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.gui import fonts, icons, texting, theme
from forumplanner.gui.page import PageSpec
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Count, Elide, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.forums import ForumCard

WIDTH = 208
FOLDED = 56
FOLD_BELOW = 1410
"""Width of the window in pixels under which the rail folds."""
_ICON = 17


class Rail(QFrame):
    """`went(key)`: a page was chosen; `forum_picked(id)`: another forum of the file."""

    went = Signal(str)
    forum_picked = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], foot: Sequence[PageSpec] = ()) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(_("Pages"))
        self._folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 9, 8)
        column.setSpacing(2)
        self.forum = ForumButton()
        self.forum.picked.connect(self.forum_picked)
        column.addWidget(self.forum)
        column.addSpacing(6)
        group = QButtonGroup(self)
        group.setExclusive(True)
        self._rows: dict[str, NavRow] = {}
        self._group = group
        for spec in specs:
            column.addWidget(self._row(spec))
        column.addStretch(1)
        for spec in foot:
            column.addWidget(self._row(spec))
        self.fold(folded=False)

    def _row(self, spec: PageSpec) -> "NavRow":
        row = NavRow(spec)
        row.clicked.connect(lambda _checked=False, key=spec.key: self.went.emit(key))
        self._group.addButton(row)
        self._rows[spec.key] = row
        return row

    def fold(self, *, folded: bool) -> None:
        """Icons only, or icons and words."""
        self._folded = folded
        self.setFixedWidth(FOLDED if folded else WIDTH)
        self.forum.fold(folded=folded)
        for row in self._rows.values():
            row.fold(folded=folded)

    def fit(self, window_width: int) -> None:
        """Fold in narrow windows, unfold in wide ones."""
        folded = window_width < FOLD_BELOW
        if folded != self._folded:
            self.fold(folded=folded)

    def light(self, key: str) -> None:
        """Show which page is on; a page that is not in the rail turns none on."""
        self._group.setExclusive(False)
        for name, row in self._rows.items():
            row.setChecked(name == key)
        self._group.setExclusive(True)

    def clear_badges(self) -> None:
        """No numbers: another forum is shown, or none."""
        for row in self._rows.values():
            row.show_number(0, "")

    def badge(self, key: str, number: int, tone: str) -> None:
        """The number beside a page."""
        if key in self._rows:
            self._rows[key].show_number(number, tone)


class NavRow(Button):
    """One page of the rail: icon, name, number; folded, the number is a dot."""

    def __init__(self, spec: PageSpec) -> None:
        key = f"Ctrl+{spec.number}" if spec.number else ""
        title = lambda: spec.title().replace("&", "&&")  # noqa: E731 - Qt would take a single one for a mnemonic
        super().__init__(title, name=f"nav_{spec.key}", kind="nav", icon=spec.icon, tip=spec.title, key=key)
        self._spec, self._title = spec, title
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(_ICON, _ICON))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        self._count = Count(name=f"count_{spec.key}")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._count)
        self._number, self._tone, self._folded = 0, "", False
        self.set_tip(self._words)

    def retranslate(self) -> None:
        """The name says the number too, which a folded rail shows as a dot only."""
        super().retranslate()
        if hasattr(self, "_folded"):
            self.setAccessibleName(self._words())

    def recolour(self) -> None:
        """Draw the icon a little larger than in buttons."""
        self.setIcon(icons.icon(self._icon, "text2", size=_ICON))
        self.setIconSize(QSize(_ICON, _ICON))

    def fold(self, *, folded: bool) -> None:
        """Icon only, or icon and name."""
        self._folded = folded
        self.set_text("" if folded else self._title)
        self.setAccessibleName(self._words())
        self._count.setVisible(self._number > 0 and not folded)
        self.update()

    def show_number(self, number: int, tone: str) -> None:
        """The number at the right edge."""
        self._number, self._tone = number, tone
        self._count.show_number(number, tone=tone)
        self._count.setVisible(number > 0 and not self._folded)
        self.set_tip(self._words)
        self.setAccessibleName(self._words())
        self.update()

    def _words(self) -> str:
        """The page's name and what its number counts."""
        if not self._number:
            return self._spec.title()
        counted = (
            ngettext("{n} to be approved, called or reminded", "{n} to be approved, called or reminded", self._number)
            if self._spec.key == "guests"
            else ngettext("{n} must be dealt with", "{n} must be dealt with", self._number)
            if self._tone == "danger"
            else ngettext("{n} should be dealt with", "{n} should be dealt with", self._number)
        )
        return f"{self._spec.title()} · {counted}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Folded, a dot stands for the number."""
        super().paintEvent(event)
        if self._folded and self._number:
            tone = self._count.property("tone") or "text3"
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(tone))
            painter.drawEllipse(QRectF(self.width() / 2 + 5, 4, 7, 7))


class ForumButton(Button):
    """Which forum is shown; with several in the file, a menu to change."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("", name="forumButton", kind="forum", tip=lambda: _("Forum"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 6, 0)
        row.setSpacing(8)
        self._mark = Monogram()
        row.addWidget(self._mark)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Elide("", role="strong", name="forumTitle")
        self._line = Elide("", role="micro", name="forumLine")
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._arrows = Picture("chevrons-up-down", "text2", size=14)
        row.addWidget(self._arrows)
        self._cards: tuple[ForumCard, ...] = ()
        self._on = ""
        for child in (self._mark, self._title, self._line, self._arrows):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._offer)

    def show_forums(self, cards: tuple[ForumCard, ...], on: str) -> None:
        """The forums of the file and the one that is shown."""
        self._cards, self._on = cards, on
        self.retranslate()

    def fold(self, *, folded: bool) -> None:
        """The sign only, or sign and words."""
        for child in (self._title, self._line, self._arrows):
            child.setVisible(not folded)
        self._row.setContentsMargins(5 if folded else 8, 0, 5 if folded else 6, 0)

    def retranslate(self) -> None:
        """Name and dates in the interface's language."""
        super().retranslate()
        card = next((card for card in getattr(self, "_cards", ()) if card.id == self._on), None)
        if card is None:
            return
        tag = i18n.interface_language()
        name = card.name(tag)
        self._mark.set_letter(name[:1])
        self._title.set_text(name)
        year = str(card.starts_on.year) if card.starts_on else ""
        facts = [year if year not in name else "", texting.span(card.starts_on, card.ends_on)]
        self._line.set_text(" · ".join(filter(None, facts)))
        self.setAccessibleName(_("Forum: {title}", title=name))
        self.setToolTip(name)

    def _offer(self) -> None:
        if len(self._cards) > 1:
            menu = self.menu_of_forums()
            menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def menu_of_forums(self) -> QMenu:
        """All forums of the file."""
        menu = QMenu(self)
        menu.setObjectName("forumMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # its corners are round
        for card in self._cards:
            action = menu.addAction(card.name(i18n.interface_language()))
            action.triggered.connect(lambda _checked=False, key=card.id: self.picked.emit(key))
        return menu


class Monogram(QWidget):
    """The first letter of the forum's name on a square of the accent."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("monogram")
        self.setFixedSize(28, 28)
        self._letter = ""

    def set_letter(self, letter: str) -> None:
        """Another letter."""
        self._letter = letter
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setPen(theme.colour("on_accent"))
        painter.setFont(fonts.font(px=14, weight=QFont.Weight.DemiBold))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letter)

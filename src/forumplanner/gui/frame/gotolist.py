"""The hits of the go-to box: people, sessions and commands, each kind under its head, drawn with their hits marked."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, icons, texting, theme
from forumplanner.gui.frame.findable import Findable, Group
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.search_keys import hits
from forumplanner.i18n import gettext as _

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW, HEAD = 36, 30
LEFT, TEXT = 18, 44
"""Where icons and words begin, in pixels: below the glass and the words of the field."""

_HEADS: dict[str, Callable[[], str]] = {
    "person": lambda: _("People"),
    "delegation": lambda: _("Delegations"),
    "session": lambda: _("Sessions"),
    "removed": lambda: _("Removed"),
    "paper": lambda: _("Papers"),
    "command": lambda: _("Commands"),
}
_ICONS = {
    "person": "user",
    "delegation": "flag",
    "session": "calendar-days",
    "removed": "archive-restore",
    "paper": "printer",
    "command": "arrow-right",
}
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)


class HitModel(QAbstractListModel):
    """Heads and hits in one list; heads can't be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Group | Findable] = []
        self.query = ""

    def show_groups(self, groups: Sequence[Group], query: str) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._lines = []
        for group in groups:
            self._lines += [group, *group.shown]
        self.query = query
        self.endResetModel()

    def line(self, place: int) -> Group | Findable:
        """The head or hit at `place`."""
        return self._lines[place]

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """Heads and hits."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only hits can be chosen."""
        if isinstance(self._lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers; the delegate draws from the line itself."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self._lines[index.row()]
        if isinstance(line, Group):
            return head(line)
        return ", ".join(filter(None, (line.title, line.detail)))


def head(group: Group) -> str:
    """Such as "People 12": how many there are, shown or not."""
    return f"{_HEADS[group.kind]()} {texting.number(group.number)}"


class HitDelegate(QStyledItemDelegate):
    """Draws an icon, the title and behind it, in grey, what tells one hit from the other."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """Heads are lower."""
        return QSize(100, HEAD if isinstance(_line(index), Group) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line = _line(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Group):
            painter.setFont(fonts.font(px=12))
            painter.setPen(theme.colour("text2"))
            painter.drawText(rect.adjusted(LEFT, 2, -LEFT, 0), _VCENTER, head(line))
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("sel"))
                painter.drawRoundedRect(QRectF(rect.adjusted(6, 0, -6, 0)), 6, 6)
            self._hit(painter, rect, line, _model(index).query)
        painter.restore()

    def _hit(self, painter: QPainter, rect: QRect, thing: Findable, query: str) -> None:
        top = rect.top() + (rect.height() - icons.SIZE) // 2
        painter.drawPixmap(rect.left() + LEFT, top, icons.pixmap(_ICONS[thing.kind], "text2"))
        box = rect.adjusted(TEXT, 0, -LEFT, 0)
        left = self._words(painter, box, thing, thing.title, query, "text3" if thing.kind == "removed" else "text")
        box.setLeft(left + 10)
        if thing.kind == "command":
            painter.setFont(fonts.font(px=12))
            painter.setPen(theme.colour("text2"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight) | _VCENTER, thing.detail)
        elif box.width() > ROW:
            self._words(painter, box, thing, thing.detail, query, "text2")

    @staticmethod
    def _words(painter: QPainter, box: QRect, thing: Findable, words: str, query: str, ink: str) -> int:
        """Words with their hits marked; gives where they end. A title takes 14 px, what follows 13."""
        font: QFont = fonts.font(px=14 if ink == "text" else 13)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hit"))
        for word in query.split():
            for start, length in hits(shown, word, rare=thing.kind == "person"):
                left = box.left() + metrics.horizontalAdvance(shown[:start])
                width = metrics.horizontalAdvance(shown[: start + length]) - left + box.left()
                height = metrics.height()
                painter.drawRoundedRect(QRectF(left, box.top() + (box.height() - height) / 2, width, height), 3, 3)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(box, _VCENTER, shown)
        return box.left() + metrics.horizontalAdvance(shown)


class HitList(Attentive, QListView):
    """As high as its lines; arrows are typed in the field, so it takes no focus."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setAccessibleName, lambda: _("Hits"))
        self._model = HitModel(self)
        self.setModel(self._model)
        self.setItemDelegate(HitDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_groups(self, groups: Sequence[Group], query: str) -> None:
        """Show hits, the first one chosen."""
        self._model.show_groups(groups, query)
        self.setFixedHeight(sum(HEAD + ROW * len(group.shown) for group in groups))
        self.setVisible(bool(groups))
        if groups:
            self.setCurrentIndex(self._model.index(1))

    def step(self, by: int) -> None:
        """Choose the next hit or the one before, round the end; heads are passed over."""
        number = self._model.rowCount()
        here = self.currentIndex().row()
        order = ((here + by * n) % number for n in range(1, number + 1)) if number else iter(())
        place = next((n for n in order if isinstance(self._model.line(n), Findable)), -1)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))

    def chosen(self) -> Findable | None:
        """The hit that Enter would take."""
        index = self.currentIndex()
        line = self._model.line(index.row()) if index.isValid() else None
        return line if isinstance(line, Findable) else None


def _model(index: Index) -> HitModel:
    model = index.model()
    if not isinstance(model, HitModel):
        raise TypeError(model)
    return model


def _line(index: Index) -> Group | Findable:
    return _model(index).line(index.row())

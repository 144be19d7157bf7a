"""The fields of two records beside each other: which value stays is chosen by a click or by Left and Right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.merging import Side
from forumplanner.domain.merging_words import field_words
from forumplanner.gui.widgets.labels import Label, repolish
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.duplicates import ComparedField, Comparison

_NAME_WIDTH = 132


class FieldTable(QWidget):
    """All fields that say anything; `choices()` is what a merge takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mergeFields")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.rows: list[FieldRow] = []

    def show_fields(self, compared: Comparison) -> None:
        """Show these two."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        self._add(compared.fields)
        for forum in compared.forums:
            if any(field.keep or field.drop for field in forum.fields):
                self._column.addWidget(Label(forum.title, role="label", name="mergeForum"))
                self._add(forum.fields)

    def choices(self) -> dict[str, Side]:
        """The sides of the fields that differ, as they are chosen now."""
        return {row.field.code: row.side for row in self.rows if row.open}

    def step(self, by: int) -> None:
        """The focus goes to the next or previous field that differs."""
        rows = [row for row in self.rows if row.open]
        if rows:
            here = next((n for n, row in enumerate(rows) if row.hasFocus()), -1 if by > 0 else 0)
            rows[(here + by) % len(rows)].setFocus()

    def _add(self, fields: tuple[ComparedField, ...]) -> None:
        for field in fields:
            if field.keep or field.drop:
                row = FieldRow(field)
                self.rows.append(row)
                self._column.addWidget(row)


class FieldRow(QWidget):
    """One field: its name, the value that stands left and the one that stands right."""

    chosen = Signal()

    def __init__(self, field: ComparedField) -> None:
        super().__init__()
        self.field = field
        self.open = field.differs and field.code != "posts"
        self.side = field.preset
        self.setObjectName("mergeField")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.name = Label(field_words(field.code, i18n.interface_language()), role="label", name="mergeFieldName")
        self.name.setFixedWidth(_NAME_WIDTH)
        self.name.setWordWrap(True)
        self.left, self.right = ValueBox(field.keep, strong=self.open), ValueBox(field.drop, strong=self.open)
        for widget, stretch in ((self.name, 0), (self.left, 1), (self.right, 1)):
            row.addWidget(widget, stretch)
        if self.open:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.left.pressed.connect(lambda: self._press(Side.KEEP))
            self.right.pressed.connect(lambda: self._press(Side.DROP))
        self._show()

    def choose(self, side: Side) -> None:
        """Let the value of that side stay."""
        self.side = side
        self._show()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left, Right, and Space for both where both can stay."""
        sides = {Qt.Key.Key_Left: Side.KEEP, Qt.Key.Key_Right: Side.DROP}
        if event.key() in sides:
            self.choose(sides[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and self.field.preset is Side.BOTH:
            self.choose(Side.BOTH)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say by the colour of the name where the keys go."""
        super().focusInEvent(event)
        self.name.set_role("link")

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """As before."""
        super().focusOutEvent(event)
        self.name.set_role("label")

    def _press(self, side: Side) -> None:
        self.setFocus()
        both = self.field.preset is Side.BOTH
        other = Side.DROP if side is Side.KEEP else Side.KEEP
        self.choose(other if both and self.side is Side.BOTH else Side.BOTH if both and self.side is other else side)

    def _show(self) -> None:
        one_only = not (self.field.keep and self.field.drop)
        self.left.show_kept(kept=bool(self.field.keep) and (one_only or not self.open or self.side is not Side.DROP))
        self.right.show_kept(kept=bool(self.field.drop) and (one_only or not self.open or self.side is not Side.KEEP))
        said = {Side.KEEP: self.field.keep, Side.DROP: self.field.drop, Side.BOTH: _("both")}[self.side]
        self.setAccessibleName(f"{self.name.text()}: {said}")


class ValueBox(QFrame):
    """One value; a press chooses it. What stays has the accent's edge and a tick, what goes is struck through."""

    pressed = Signal()

    def __init__(self, text: str, *, strong: bool) -> None:
        super().__init__()
        self.setObjectName("mergeValue")
        self._strong = strong
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 5, 10, 5)
        self.text = QLabel(text or "—")
        self.text.setObjectName("mergeValueText")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setProperty("role", "strong" if strong else "muted")
        grid.addWidget(self.text)
        if strong:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_kept(self, *, kept: bool) -> None:
        """Show whether the value stays."""
        self.setProperty("card", ("accent" if kept else "plain") if self._strong else "sunken")
        font = self.text.font()
        font.setStrikeOut(self._strong and not kept)
        self.text.setFont(font)
        self.text.setProperty("role", ("strong" if kept else "muted") if self._strong else "small")
        repolish(self.text)
        repolish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell."""
        super().mousePressEvent(event)
        self.pressed.emit()

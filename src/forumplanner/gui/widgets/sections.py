"""Sections of an inspector: a strong title with an action beside it, rows that are only made anew when they differ."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.labels import Label, Rule

T = TypeVar("T")


class Section(QWidget):
    """A titled column: `column.addWidget(...)`; a hairline above unless it is the first."""

    def __init__(self, title: Text, *beside: QWidget, name: str, first: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 2)
        self.column.setSpacing(8)
        if not first:
            self.column.addWidget(Rule())
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = Label(title, role="strong", name=f"{name}Title")
        head.addWidget(self.title)
        head.addStretch(1)
        for widget in beside:
            head.addWidget(widget)
        self.column.addLayout(head)


class Rows(QWidget, Generic[T]):
    """One widget per value, made anew only when the values differ, so that typing is never cut off."""

    def __init__(self, make: Callable[[T], QWidget], *, name: str, gap: int = 6) -> None:
        super().__init__()
        self.setObjectName(name)
        self._make = make
        self._values: tuple[T, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def show_values(self, values: Sequence[T]) -> None:
        """Show these, in this order."""
        if self._values == tuple(values):
            return
        self._values = tuple(values)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for value in self._values:
            self._column.addWidget(self._make(value))
        self.setVisible(bool(self._values))

    def forget(self) -> None:
        """Make all anew at the next `show_values`: the language changed."""
        self._values = None

    def widgets(self) -> list[QWidget]:
        """The widgets shown, in order."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if widget is not None]

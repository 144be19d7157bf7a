"""Cards in place: plain ones, banners that say what happened and what to do, and what an empty page shows."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label, Picture

Look = Literal["plain", "sunken", "danger", "warn", "info", "ok", "accent", "drop", "over"]
_ICON = {"danger": "circle-alert", "warn": "triangle-alert", "info": "info", "ok": "circle-check"}


class Card(QFrame):
    """A bordered box with a column inside: `card.column.addWidget(...)`."""

    def __init__(self, *, name: str, look: Look = "plain", margin: int = 16, gap: int = 8) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", look)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin - 4, margin, margin - 4)
        self.column.setSpacing(gap)

    def set_head(self, title: Text, *beside: QWidget) -> Label:
        """A strong title in the first row, with widgets at its right end; gives back the title."""
        row = QHBoxLayout()
        row.setSpacing(8)
        label = Label(title, role="strong", name=f"{self.objectName()}Title")
        row.addWidget(label)
        row.addStretch(1)
        for widget in beside:
            row.addWidget(widget)
        self.column.insertLayout(0, row)
        return label


class Banner(QFrame):
    """A card in place of a message box: what happened, what it means for the data, up to three ways out."""

    def __init__(
        self,
        title: Text,
        text: Text = "",
        *,
        name: str,
        look: Look = "info",
        icon: str = "",
        buttons: Sequence[Button] = (),
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 9)
        row.setSpacing(10)
        token = look if look in _ICON else "accent_text"
        self.picture = Picture(icon or _ICON.get(look, "info"), token)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Label(title, role="strong", name=f"{name}Title", wrap=True)
        self.text = Label(text, role="small", name=f"{name}Text", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.text.setVisible(bool(self.text.text()))

    def tell(self, title: Text, text: Text = "") -> None:
        """Other words."""
        self.title.say(self.title.setText, title)
        self.text.say(self.text.setText, text)
        self.text.setVisible(bool(self.text.text()))


class ErrorCard(Banner):
    """A named failure in place; hidden until `show_error`, with room for ways out."""

    def __init__(self, *, name: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__("", name=name, look="danger", buttons=buttons)
        self.hide()

    def show_error(self, title: Text, sentence: str) -> None:
        """Say what happened (title) and, in the failure's own sentence, what it means and what to do."""
        self.tell(title, sentence)
        self.setAccessibleName(f"{self.title.text()}. {sentence}")
        self.show()


class Choice(QFrame):
    """One card of an empty page: an icon, what it does, a sentence, a button."""

    def __init__(self, title: Text, text: Text, *, icon: str, button: Button, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", "plain")
        self.setFixedSize(248, 176)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        column.addWidget(Picture(icon, "accent_text", size=22))
        column.addSpacing(4)
        column.addWidget(Label(title, role="strong", name=f"{name}Title"))
        column.addWidget(Label(text, role="small", name=f"{name}Text", wrap=True))
        column.addStretch(1)
        column.addWidget(button)


class EmptyState(QWidget):
    """What a page without content shows: a drawing, one sentence, at most three choices, one link."""

    def __init__(
        self,
        title: Text,
        text: Text,
        *,
        name: str,
        drawing: QWidget | None = None,
        choices: Sequence[QWidget] = (),
        link: Button | None = None,
        icon: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        if drawing is not None:
            column.addWidget(drawing, 0, centre)
            column.addSpacing(16)
        if icon:
            column.addWidget(Picture(icon, "text3", size=22), 0, centre)
        self.title = Label(title, role="title" if drawing else "strong", name=f"{name}Title")
        self.text = Label(text, role="muted", name=f"{name}Text")
        column.addWidget(self.title, 0, centre)
        column.addWidget(self.text, 0, centre)
        if choices:
            column.addSpacing(16)
            column.addLayout(_in_a_row(choices))
        if link is not None:
            column.addSpacing(12)
            column.addWidget(link, 0, centre)
        column.addStretch(3)
        self.text.setVisible(bool(self.text.text()))

    def tell(self, title: Text, text: Text = "") -> None:
        """Other words (an empty result names the query)."""
        self.title.say(self.title.setText, title)
        self.text.say(self.text.setText, text)
        self.text.setVisible(bool(self.text.text()))


def _in_a_row(widgets: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row

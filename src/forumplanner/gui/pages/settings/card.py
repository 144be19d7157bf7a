"""A card of settings: icon, title, one sentence, and rows of a label with its fields."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label, Picture

LABEL = 132
"""Width of the column of labels."""


class SettingsCard(Card):
    """`row(label, fields...)` adds a line; `column` is free for more."""

    def __init__(self, title: Text, text: Text, *, name: str, icon: str) -> None:
        super().__init__(name=name, margin=16, gap=8)
        # Cards of one column are equally wide whatever their words need.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Picture(icon, "accent_text", size=18), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.title = Label(title, role="lead", name=f"{name}Title")
        words.addWidget(self.title)
        words.addWidget(Label(text, role="note", name=f"{name}Text", wrap=True))
        head.addLayout(words, 1)
        self.column.addLayout(head)
        self.column.addSpacing(4)

    def row(self, label: Text, *fields: QWidget, name: str, note: Text = "") -> None:
        """A line: its label at the left, the fields beside it, a grey word at the end."""
        line = QHBoxLayout()
        line.setSpacing(8)
        words = Label(label, role="label", name=f"{name}Label", wrap=True)
        words.setFixedWidth(LABEL)
        line.addWidget(words)
        for field in fields:
            line.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        if note:
            line.addWidget(Label(note, role="note", name=f"{name}Note"))
        line.addStretch(1)
        self.column.addLayout(line)

"""The card of a new forum: title, dates, city and venue in two languages; one title is enough."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from forumplanner.domain.text import EN, ZH
from forumplanner.gui import fonts
from forumplanner.gui.frame.newforum import NewForum
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Field, Labelled
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _


class SetupCard(Card):
    """`made(NewForum)` on Ctrl+Enter or the button; `left` on Cancel. What was typed stays as a draft."""

    made = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(name="setupCard", margin=20, gap=12)
        self.set_head(lambda: _("New forum"))
        note = Label(
            lambda: _("One title is enough; everything else can be filled in later."),
            role="small",
            name="setupNote",
            wrap=True,
        )
        self.column.addWidget(note)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        self._texts = {
            "title_zh": self._field(grid, 0, 0, "title_zh", lambda: _("Forum title in Chinese"), ZH),
            "title_en": self._field(grid, 0, 1, "title_en", lambda: _("Forum title in English"), EN),
            "city_zh": self._field(grid, 2, 0, "city_zh", lambda: _("City in Chinese"), ZH),
            "city_en": self._field(grid, 2, 1, "city_en", lambda: _("City in English"), EN),
            "venue_zh": self._field(grid, 3, 0, "venue_zh", lambda: _("Venue in Chinese"), ZH),
            "venue_en": self._field(grid, 3, 1, "venue_en", lambda: _("Venue in English"), EN),
        }
        self._start = DayField(name="setup_start", label=lambda: _("First day"))
        self._end = DayField(name="setup_end", label=lambda: _("Last day"))
        for day in (self._start, self._end):
            day.textChanged.connect(lambda _text: self._check())
        grid.addWidget(Labelled(lambda: _("First day"), self._start), 1, 0)
        grid.addWidget(Labelled(lambda: _("Last day"), self._end), 1, 1)
        self.column.addLayout(grid)
        self.column.addLayout(self._foot())
        self._check()

    def ask(self) -> None:
        """Show the card; what was typed before is still there."""
        self.first().setFocus()

    def first(self) -> Field:
        """Where typing begins."""
        return self._texts["title_zh"]

    def forum(self) -> NewForum:
        """What the card says."""
        texts = {key: field.text().strip() for key, field in self._texts.items()}
        return NewForum(
            title_zh=texts["title_zh"],
            title_en=texts["title_en"],
            city_zh=texts["city_zh"],
            city_en=texts["city_en"],
            venue_zh=texts["venue_zh"],
            venue_en=texts["venue_en"],
            starts_on=self._start.value(),
            ends_on=self._end.value(),
        )

    def _field(self, grid: QGridLayout, row: int, column: int, key: str, label: Text, tag: str) -> Field:
        field = Field(name=f"setup_{key}", label=label)
        field.setFont(fonts.font(tag))
        field.textChanged.connect(lambda _text: self._check())
        grid.addWidget(Labelled(label, field), row, column)
        return field

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = Button(lambda: _("Cancel"), name="setupCancel", kind="ghost")
        cancel.clicked.connect(self.left)
        self._make = Button(lambda: _("Make the forum"), name="setupMake", kind="primary", key="Ctrl+Enter")
        self._make.clicked.connect(lambda: self.made.emit(self.forum()))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._make.click)
        QShortcut(QKeySequence("Esc"), self, self.left.emit)
        row.addWidget(cancel)
        row.addStretch(1)
        row.addWidget(self._make)
        return row

    def _check(self) -> None:
        if not hasattr(self, "_make"):
            return
        start, end = self._start.value(), self._end.value()
        if not self.forum().name():
            self._make.disable(lambda: _("Type a title first, in one language"))
        elif not (self._start.is_sound() and self._end.is_sound()):
            self._make.disable(lambda: _("A day is not written as a date"))
        elif start and end and end < start:
            self._make.disable(lambda: _("The last day is before the first"))
        else:
            self._make.enable()

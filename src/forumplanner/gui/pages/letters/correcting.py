"""The row under the register in which number and date of the chosen letter are corrected; the text stays as issued."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.letters import LetterSheet


class CorrectingRow(Attentive, QFrame):
    """`corrected(letter, number, day)`; `opened(letter)` to look at it. Hidden while no letter is chosen."""

    corrected = Signal(str, str, object)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("letterCorrecting")
        self.setProperty("place", "tools")
        self._sheet: LetterSheet | None = None
        self.number = Field(name="correctNumber", label=lambda: _("Number of the letter"))
        self.day = DayField(name="correctDay", label=lambda: _("Date of the letter"))
        self.keep = Button(lambda: _("Correct number and date"), name="correctGo")
        self.open = Button(lambda: _("Show the letter"), name="correctOpen", icon="mail")
        self.number.setFixedWidth(220)
        self.day.setFixedWidth(140)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.day)
        row.addWidget(self.keep)
        row.addWidget(Label(lambda: _("The text stays as it was issued."), role="note", name="correctNote"))
        row.addStretch(1)
        row.addWidget(self.open)
        self.keep.clicked.connect(self._press)
        self.number.returnPressed.connect(self._press)
        self.day.returnPressed.connect(self._press)
        self.open.clicked.connect(self._open)
        self.hide()

    def show_letter(self, sheet: LetterSheet | None) -> None:
        """Another letter is chosen."""
        self._sheet = sheet
        self.setVisible(sheet is not None)
        if sheet is not None:
            self.number.setText(sheet.number)
            self.day.setText(sheet.dated.isoformat() if sheet.dated else "")

    def _press(self) -> None:
        if self._sheet is not None and self.day.is_sound():
            self.corrected.emit(self._sheet.id, self.number.text().strip(), self.day.value())

    def _open(self) -> None:
        if self._sheet is not None:
            self.opened.emit(self._sheet.id)

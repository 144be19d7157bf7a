"""Adding somebody by one line, as it is said on the phone: what was understood stands below before Enter."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from forumplanner.domain.quick_lines import QuickPerson, read_line
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.twin import TwinLine
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _


class QuickCard(Card):
    """`made(QuickPerson)` on Enter; the card stays for the next one. Esc leaves, and what was typed stays."""

    made = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(name="quickPerson", look="accent", gap=6)
        self.set_head(lambda: _("Add by one line"))
        self._places: Mapping[str, str] = {}
        self._names: Mapping[str, str] = {}
        self.line = Field(
            name="quickLine",
            label=lambda: _("Name, post, institution, phone in any order"),
            hint=lambda: _("Name, post, institution, phone in any order"),
        )
        self.twin = TwinLine(name="quickTwin")
        self.save = Button(lambda: _("Add person"), name="quickSave", kind="primary", key="Return")
        self.leave = Button(lambda: _("Leave"), name="quickLeave", kind="ghost", key="Esc")
        self.fields: dict[str, Label] = {}
        self._labels: dict[str, Label] = {}
        self._lay_out()
        self.line.textChanged.connect(self._read)
        self.save.clicked.connect(self._make)
        self.leave.clicked.connect(self.left)
        self._read()

    def start(self, frame: Frame, places: Mapping[str, str], names: Mapping[str, str], text: str = "") -> None:
        """Begin; `places`: keys of institutions by their folded names, `names`: by key what they are called."""
        self._places, self._names = places, names
        self.twin.use(frame)
        if text:
            self.line.setText(text)
        self.line.setFocus()
        self._read()

    def clear(self) -> None:
        """Forget what was typed; the next line can follow."""
        self.line.clear()
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter adds, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._make()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def person(self) -> QuickPerson:
        """What the line says."""
        return read_line(self.line.text(), self._places)

    def _lay_out(self) -> None:
        self.column.addWidget(self.line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        shown: dict[str, Text] = {
            "zh": lambda: _("Chinese name"),
            "latin": lambda: _("Passport name"),
            "title": lambda: _("Post title"),
            "institution": lambda: _("Institution"),
            "phone": lambda: _("Phone"),
            "emails": lambda: _("E-mail"),
            "country": lambda: _("Country"),
            "category": lambda: _("Category"),
            "rest": lambda: _("Note"),
        }
        for row, (key, text) in enumerate(shown.items()):
            self._labels[key] = Label(text, role="label", name=f"quickLabel_{key}")
            self.fields[key] = Label("", name=f"quickField_{key}", wrap=True)
            grid.addWidget(self._labels[key], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.fields[key], row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.twin)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        self.column.addLayout(foot)

    def _read(self) -> None:
        read = self.person()
        known = self._names.get(read.institution_id, "")
        new = _("{name} (new)", name=read.institution) if read.institution else ""
        values = {
            "zh": read.name.zh,
            "latin": read.name.latin,
            "title": read.title,
            "institution": known or new,
            "phone": read.phone,
            "emails": reading.listed(read.emails),
            "country": reading.country(read.country),
            "category": reading.word(read.category) if read.category else "",
            "rest": reading.listed(read.rest),
        }
        for key, value in values.items():
            self.fields[key].setText(value)
            self.fields[key].setVisible(bool(value))
            self._labels[key].setVisible(bool(value))
        self.twin.think_of(read.name)
        if read:
            self.save.enable()
        else:
            self.save.disable(lambda: _("A person needs a name in at least one script."))

    def _make(self) -> None:
        read = self.person()
        if read:
            self.made.emit(read)

"""A section that shows who holds an office of a delegation, with a type-ahead that opens to choose somebody else."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _

NOBODY = "\0nobody"


class OfficeSection(Section):
    """`chosen(participant)`: somebody else, "" for nobody. `wanted`: the type-ahead opens, so choices are needed."""

    chosen = Signal(str)
    wanted = Signal()

    def __init__(
        self,
        title: Text,
        *,
        name: str,
        icon: str,
        hint: Text,
        note: str = "phone",
        vacant: bool = True,
        first: bool = False,
    ) -> None:
        self.replace = Button(lambda: _("Replace…"), name=f"{name}Replace", kind="link", small=True)
        super().__init__(title, self.replace, name=name, first=first)
        self._vacant = vacant
        self._shown = ""
        self.picture = Picture(icon, "text2")
        self.who = Elide("", name=f"{name}Who")
        self.beside = Label("", role="note", name=f"{name}Beside")
        self.note = Elide("", role="small", name=f"{name}Note")
        self.none = Label("", role="danger", name=f"{name}None")
        self.picker = Picker(name=f"{name}Picker", label=title, hint=hint)
        self._line = _row(self.picture, self.who, self.beside)
        self._under = _row(Picture(note, "text3"), self.note)
        for widget in (self._line, self._under, self.none, self.picker):
            self.column.addWidget(widget)
        self.picker.hide()
        self.replace.clicked.connect(lambda _checked: self.open())
        self.picker.picked.connect(self._take)

    def open(self) -> None:
        """Show the type-ahead and go there."""
        self.wanted.emit()
        self.picker.show()
        self.picker.setFocus()

    def offer(self, picks: Sequence[Pick]) -> None:
        """Who can be chosen; nobody at the end where the office may stay vacant."""
        nobody = [Pick(NOBODY, _("Nobody yet"))] if self._vacant else []
        self.picker.set_choices(picks, always=nobody)

    def show_holder(self, who: str, *, beside: str = "", note: str = "", none: str = "", grave: bool = False) -> None:
        """Show who holds it, with facts; `none` is said while nobody does."""
        if who != self._shown:
            self.picker.hide()
        self._shown = who
        self.who.set_text(who)
        self.beside.setText(beside)
        self.note.set_text(note)
        self.none.setText("" if who else none)
        self.none.set_role("danger" if grave else "muted")
        self._line.setVisible(bool(who))
        self._under.setVisible(bool(who and note))
        self.none.setVisible(not who)
        self.replace.set_text((lambda: _("Replace…")) if who else (lambda: _("Choose")))

    def _take(self, key: str) -> None:
        self.picker.hide()
        self.chosen.emit("" if key == NOBODY else key)


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setObjectName("officeRow")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, Elide) else 0)
    return made


class AskingPicker(Picker):
    """A type-ahead that tells when it is entered, so that its thousands of choices are read only then."""

    asked_for = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the choices."""
        self.asked_for.emit()
        super().focusInEvent(event)

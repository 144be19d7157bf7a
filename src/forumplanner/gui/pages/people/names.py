"""A person's names in the inspector: each form with the mark that it was checked with the person."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from forumplanner.domain.names import PersonName
from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _

_FORMS = ("zh", "latin", "native")


class NamesSection(Section):
    """`renamed(PersonName)` when a form was rewritten, `marked(form, on)` when a mark was set or taken back."""

    renamed = Signal(object)
    marked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(lambda: _("Names"), name="personNames", first=True)
        self._name = PersonName()
        labels: dict[str, Text] = {
            "zh": lambda: _("Chinese"),
            "latin": lambda: _("Passport"),
            "native": lambda: _("Native script"),
            "address_zh": lambda: _("Addressed in Chinese"),
            "address_en": lambda: _("Addressed in English"),
        }
        self.fields = {key: Field(name=f"personName_{key}", label=text) for key, text in labels.items()}
        self.marks = {form: ConfirmMark(form) for form in _FORMS}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for place, (key, text) in enumerate(labels.items()):
            wide = key in self.marks
            row, column = (place * 2, 0) if wide else (2 * len(_FORMS), place - len(_FORMS))
            grid.addWidget(Label(text, role="label", name=f"personNameLabel_{key}"), row, column)
            grid.addWidget(self.fields[key], row + 1, column, 1, 2 if wide else 1)
            if wide:
                grid.addWidget(self.marks[key], row, 1, Qt.AlignmentFlag.AlignRight)
            self.fields[key].editingFinished.connect(lambda key=key: self._take(key))
        for form, mark in self.marks.items():
            mark.clicked.connect(lambda _=False, form=form: self._flip(form))
        self.column.addLayout(grid)

    def show_name(self, name: PersonName) -> None:
        """Show a person's forms; a field that is being typed in keeps its letters."""
        self._name = name
        self.fields["zh"].setFont(fonts.font("zh-Hans"))
        self.fields["latin"].setFont(fonts.font("en"))
        for key, field in self.fields.items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(getattr(name, key))
                field.setCursorPosition(0)
        for form, mark in self.marks.items():
            mark.show_mark(on=getattr(name, f"{form}_confirmed"), there=bool(getattr(name, form)))

    def _take(self, key: str) -> None:
        text = self.fields[key].text()
        if text.strip() != getattr(self._name, key):
            self.fields[key].setModified(False)
            changed = {key: text}
            self.renamed.emit(replace(self._name, **changed))  # type: ignore[arg-type]  # only keys of text fields

    def _flip(self, form: str) -> None:
        self.marked.emit(form, not getattr(self._name, f"{form}_confirmed"))


class ConfirmMark(Attentive, QWidget):
    """A mark, "Confirmed" in green or "To confirm" in amber; a press turns it."""

    clicked = Signal()

    def __init__(self, form: str) -> None:
        super().__init__()
        self.setObjectName(f"confirmMark_{form}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.button = Button("", name=f"confirm_{form}", kind="mark", icon="circle-alert", small=True)
        self.button.clicked.connect(self.clicked)
        grid.addWidget(self.button)

    def show_mark(self, *, on: bool, there: bool) -> None:
        """Show whether the form is confirmed; nothing where there is no form."""
        self.button.setVisible(there)
        self.button.setProperty("tone", "ok" if on else "warn")
        self.button.set_icon("circle-check" if on else "circle-alert", "ok" if on else "warn")
        self.button.set_text((lambda: _("Confirmed")) if on else (lambda: _("To confirm")))
        self.button.set_tip(
            (lambda: _("Checked with the person. Press to take the mark back."))
            if on
            else (lambda: _("Press once the person has checked this form."))
        )
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

"""The form of an approval: who gave it, its number and day, the numbers it names, what it demands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.actions.approval import Paper
from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.statistics import Measure
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.gui import reading
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field, Labelled
from forumplanner.gui.widgets.inspector import Inspector
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.approval import ApprovalLine

_NUMBERS = (Measure.PEOPLE, Measure.FOREIGN_PEOPLE, Measure.COUNTRIES)


class ApprovalForm(Inspector):
    """`saved(id, kind, with_list, paper)`: id "" for a new one; `left()` on Cancel."""

    saved = Signal(str, str, bool, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(name="approvalForm", label=lambda: _("Approval"))
        self._id = ""
        self._line: ApprovalLine | None = None
        self.title = Label("", role="strong", name="approvalFormTitle")
        self.kind = Combo(
            tuple((str(kind), lambda kind=kind: reading.word(kind)) for kind in ApprovalKind),  # type: ignore[misc]  # default keeps its own
            name="approvalKind",
            label=lambda: _("What was approved"),
        )
        self.authority = {
            ZH: Field(name="approvalAuthorityZh", label=lambda: _("Authority in Chinese")),
            EN: Field(name="approvalAuthorityEn", label=lambda: _("Authority in English")),
        }
        self.reference = Field(name="approvalReference", label=lambda: _("Number of the paper"))
        self.day = DayField(name="approvalDay", label=lambda: _("Day of the approval"))
        self.numbers = {
            measure: Field(
                name=f"approvalNumber_{measure}",
                label=lambda measure=measure: measure_name(measure, interface_language()),  # type: ignore[misc]  # as above
                hint=lambda: _("as the paper says; empty if it doesn't"),
            )
            for measure in _NUMBERS
        }
        self.conditions = Field(name="approvalConditionsField", label=lambda: _("Conditions"))
        self.keeping = Segmented(
            (("yes", lambda: _("With the list")), ("no", lambda: _("Without"))),
            name="approvalKeeping",
            label=lambda: _("Whether the list of participants is kept with it"),
        )
        self.keeping_note = Label(
            lambda: _("Name, dates and venue are kept as they stand now."), role="note", name="approvalKeeps", wrap=True
        )
        self.save = Button(
            lambda: _("Record the approval"), name="approvalSave", kind="primary", icon="check", key="Ctrl+Return"
        )
        self.cancel = Button(lambda: _("Cancel"), name="approvalCancel")
        self._lay_out()
        self.save.clicked.connect(self._tell)
        self.cancel.clicked.connect(self.left)
        for field in self.numbers.values():
            field.textChanged.connect(lambda _text, field=field: field.set_wrong(_wrong(field.text())))

    def fill(self, line: ApprovalLine | None) -> None:
        """Show an approval to be corrected; None for a new one."""
        self._id, self._line = (line.id if line else ""), line
        shown = line or ApprovalLine("", ApprovalKind.FORUM)
        self.kind.choose(str(shown.kind))
        for tag, field in self.authority.items():
            field.setText(shown.authority.get(tag))
        self.reference.setText(shown.reference)
        self.day.setText(shown.approved_on.isoformat() if shown.approved_on else "")
        for measure, field in self.numbers.items():
            number = shown.approved.numbers.get(measure)
            field.setText("" if number is None else str(number))
        self.conditions.setText(shown.conditions)
        for widget in (self.kind, self.keeping, self.keeping_note):
            widget.setEnabled(line is None)
        self._say_title()

    def paper(self) -> Paper:
        """What the fields say; a field that holds no number says none."""
        numbers = {
            str(measure): int(field.text()) for measure, field in self.numbers.items() if field.text().strip().isdigit()
        }
        return Paper(
            authority=LocalizedText.of({tag: field.text() for tag, field in self.authority.items()}),
            reference=self.reference.text(),
            approved_on=self.day.value(),
            numbers=numbers,
            conditions=self.conditions.text(),
            notes=self._line.notes if self._line else "",
        )

    def retranslate(self) -> None:
        """The title too."""
        super().retranslate()
        self._say_title()

    def _say_title(self) -> None:
        self.title.setText(_("Correct the approval") if self._id else _("Record an approval"))

    def _tell(self) -> None:
        wrong = [field for field in self.numbers.values() if _wrong(field.text())]
        if wrong or not self.day.is_sound():
            (wrong[0] if wrong else self.day).setFocus()
            return
        self.saved.emit(self._id, self.kind.key(), self.keeping.choice() == "yes", self.paper())

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("approvalFormContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        for label, field in (
            (lambda: _("What was approved"), self.kind),
            (lambda: _("Authority in Chinese"), self.authority[ZH]),
            (lambda: _("Authority in English"), self.authority[EN]),
            (lambda: _("Number of the paper"), self.reference),
            (lambda: _("Day of the approval"), self.day),
        ):
            column.addWidget(Labelled(label, field))
        for measure, field in self.numbers.items():
            name = lambda measure=measure: measure_name(measure, interface_language())  # noqa: E731 - a word for a word
            column.addWidget(Labelled(name, field))
        column.addWidget(Labelled(lambda: _("Conditions"), self.conditions))
        column.addWidget(Labelled(lambda: _("List of participants"), self.keeping))
        for widget in (self.keeping_note, self.save, self.cancel):
            column.addWidget(widget)
        self.set_content(content)


def _wrong(text: str) -> str:
    """What is amiss with a number; "" for a number and for nothing."""
    return "" if not text.strip() or text.strip().isdigit() else _("This is no number of people.")

"""An appointment or honour in the inspector: number, recipient, title, term, ceremony, presenter, handed over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from forumplanner.domain.guest_kinds import AppointmentKind
from forumplanner.gui import reading
from forumplanner.gui.pages.alliance.choosing import Chooser, ceremonies
from forumplanner.gui.pages.alliance.details import Details, grid, put
from forumplanner.gui.pages.alliance.term_days import TermDays
from forumplanner.gui.pages.alliance.typed_fields import LongTexts
from forumplanner.gui.pages.alliance.words import choices, when, who
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field, Labelled
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.appointments import AppointmentLine
from forumplanner.snapshots.register_choices import RegisterChoices


class AppointmentDetails(Details):
    """`termed(since, until)` when a day of the term was written."""

    termed = Signal(object, object)

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__(
            name="appointmentDetails",
            label=lambda: _("Details of the appointment"),
            nothing=lambda: _("No appointment selected"),
            hint=lambda: _("Choose one in the list."),
            remove=lambda: _("Take out of the register"),
        )
        self._tags = tags
        self.number = Field(name="appointmentNumber", label=lambda: _("Number"))
        self.kind = Combo(choices(AppointmentKind), name="appointmentKind", label=lambda: _("Kind"))
        self.holder = Chooser(
            name="appointmentHolder", label=lambda: _("Recipient"), hint=lambda: _("Person or institution")
        )
        self.title_pair = BilingualField(lambda: _("As, or for what"), name="appointmentTitle", tags=tags)
        self.term = TermDays(self, name="appointment")
        self.since, self.until = self.term.since, self.term.until
        self.issued = DayField(name="appointmentIssued", label=lambda: _("Issued on"))
        self.presenter = Field(name="appointmentPresenter", label=lambda: _("Presented by"))
        self.item = Combo((), name="appointmentItem", label=lambda: _("Ceremony"))
        self.done = QCheckBox()
        self.done.setObjectName("appointmentDone")
        self.say(self.done.setText, lambda: _("Already presented"))
        self.resolution = LongTexts(lambda: _("Text of the document"), name="appointmentResolution", tags=tags)
        facts = Section(lambda: _("Appointment"), name="appointmentFacts", first=True)
        facts.column.addWidget(Labelled(lambda: _("Recipient"), self.holder))
        facts.column.addWidget(Labelled(lambda: _("Kind"), self.kind))
        facts.column.addWidget(self.title_pair)
        facts.column.addLayout(
            grid(
                [
                    (lambda: _("Number"), self.number),
                    (lambda: _("Issued on"), self.issued),
                    *self.term.entries,
                ]
            )
        )
        facts.column.addWidget(Labelled(lambda: _("Presented by"), self.presenter))
        facts.column.addWidget(Labelled(lambda: _("Ceremony"), self.item))
        facts.column.addWidget(self.done)
        self.fill(facts, self.resolution)
        self.term.termed.connect(self.termed)

    def show_line(self, line: AppointmentLine | None, offered: RegisterChoices) -> None:
        """Show an entry."""
        self.show_filled(filled=line is not None)
        if line is None:
            return
        name = who(line.person, line.institution, self._tags)
        self.show_head(name, (reading.word(line.kind), line.number))
        put(self.number, line.number)
        self.number.set_wrong(_("Another entry has this number too.") if line.twin else "")
        self.kind.choose(str(line.kind))
        self.holder.show_chosen(name)
        self.title_pair.set_value(line.title)
        self.term.show_term(line.since, line.until)
        put(self.issued, when(line.issued_on))
        put(self.presenter, line.presenter)
        self.item.set_choices(ceremonies(offered, line.item_id, reading.words(line.item, self._tags)))
        self.item.choose(line.item_id)
        self.done.setChecked(line.handed_over)
        self.resolution.set_value(line.resolution)

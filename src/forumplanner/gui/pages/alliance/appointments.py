"""The tab of appointments and honours: a register with serial numbers, what is handed over, and by whom."""

from typing import Any

from PySide6.QtWidgets import QWidget

from forumplanner.actions import appointments as verbs
from forumplanner.domain.enumerations import PEOPLE, in_both
from forumplanner.domain.guest_kinds import AppointmentKind
from forumplanner.domain.text import LocalizedText
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.appointment_columns import appointment_columns
from forumplanner.gui.pages.alliance.appointment_details import AppointmentDetails
from forumplanner.gui.pages.alliance.appointment_editing import AppointmentEditing, appointment_key
from forumplanner.gui.pages.alliance.choosing import Chooser
from forumplanner.gui.pages.alliance.empty import nothing_yet
from forumplanner.gui.pages.alliance.register import Register
from forumplanner.gui.pages.alliance.taking import TakeBar
from forumplanner.gui.pages.alliance.words import both_languages, choices, who
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import appointments as query
from forumplanner.snapshots.appointments import AppointmentLine, Appointments
from forumplanner.snapshots.proposals import Register as Registers


class AppointmentsRegister(Register[AppointmentLine]):
    """Gaps and twins among the numbers are said above the list; entries without a number get one in a step."""

    tables = frozenset({"appointment", "institution", "person", "item", "act", "appearance"})

    def __init__(self, frame: Frame) -> None:
        tags = frame.card.languages
        self.whole = Appointments(tags)
        self.details = AppointmentDetails(tags)
        self.taking = TakeBar(frame, Registers.APPOINTMENTS)
        self.number_all = Button(lambda: _("Number them"), name="appointmentsNumber", small=True)
        self.faults = Banner("", name="appointmentsFaults", look="warn", buttons=(self.number_all,))
        self.faults.hide()
        self.kind = Combo(choices(AppointmentKind), name="appointmentNewKind", label=lambda: _("Kind"))
        self.holder = Chooser(
            name="appointmentNewHolder", label=lambda: _("Recipient"), hint=lambda: _("Person or institution")
        )
        self.zh = Field(name="appointmentNewZh", label=lambda: _("As, or for what"), hint=lambda: _("Chinese"))
        self.en = Field(name="appointmentNewEn", label=lambda: _("As, or for what"), hint=lambda: _("English"))
        super().__init__(
            frame,
            name="appointments",
            columns=lambda: appointment_columns(lambda: self.languages),
            identity=lambda row: row.id,
            search=lambda row: haystack(
                row.number, row.person.zh, row.person.latin, *row.institution.texts, *row.title.texts
            ),
            label=lambda: _("Register of appointments and honours"),
            inspector=self.details,
            adding=AddingCard(
                lambda: _("New appointment or honour"),
                [
                    (lambda: _("Recipient"), self.holder),
                    (lambda: _("Kind"), self.kind),
                    (lambda: _("As, or for what"), self.zh),
                    ("", self.en),
                ],
                name="appointmentNew",
                add=lambda: _("Enter it"),
            ),
            empty=nothing_yet(
                lambda: _("No appointments yet"),
                lambda: _("Letters of appointment, honorary titles, certificates and plaques, each with its number."),
                name="appointmentsEmpty",
                icon="award",
                new=lambda: _("New appointment"),
                start=self.start_new,
            ),
        )
        self.given = Button(lambda: _("Mark as presented"), name="appointmentGiven", icon="check")
        self._editing = AppointmentEditing(self)

    def fill_body(self) -> None:
        """Above the table, what the programme offers and what is wrong with the numbers."""
        self.body.addWidget(self.taking)
        self.body.addWidget(self.faults)
        super().fill_body()

    def tools(self) -> list[QWidget]:
        """Search, and the tick."""
        return [self.search, self.given]

    def read(self, db: Any) -> Appointments:
        """The register."""
        return query.load(db, forum_id=self.frame.forum_id)

    def show_read(self, snapshot: Appointments) -> None:
        """Show it."""
        self.whole = snapshot
        self.show_rows(snapshot.lines, snapshot.languages)
        self.taking.load()
        said = fault_words(snapshot)
        self.faults.tell(said)
        self.faults.setVisible(bool(said))
        self.number_all.setVisible(bool(snapshot.bare))

    def show_line(self, line: AppointmentLine | None) -> None:
        """Show one in the inspector."""
        self.details.show_line(line, self.offers.choices)

    def take_offers(self) -> None:
        """People and institutions in one list."""
        self.holder.set_choices(self.offers.both)
        self.details.holder.set_choices(self.offers.both)

    def facts(self) -> str:
        """How many entries there are, and how many were handed over."""
        total, done = len(self.whole.lines), sum(line.handed_over for line in self.whole.lines)
        if not total:
            return ""
        said = ngettext("{n} entry", "{n} entries", total)
        return _("{entries} · {n} presented", entries=said, n=done)

    def new_words(self) -> str:
        """What Ctrl+N makes."""
        return _("New appointment")

    def first_field(self) -> QWidget | None:
        """The kind."""
        return self.details.kind

    def move_current(self, by: int) -> None:
        """Within the register."""
        line = self.current()
        if line is not None:
            key = appointment_key(line)
            doing.done(self.frame, lambda: verbs.move_appointment(self.frame.store, appointment_id=key, by=by))

    def remove_current(self) -> None:
        """Take the entry out."""
        line = self.current()
        if line is not None:
            doing.done(
                self.frame,
                lambda: verbs.remove_appointment(self.frame.store, appointment_id=appointment_key(line)),
                say=_("Taken out of the register: {title}", title=who(line.person, line.institution, self.languages)),
            )

    def sentence(self) -> str:
        """Those who receive something, as an enumeration in both languages."""
        names: dict[str, LocalizedText] = {}
        for line in self.model.shown():
            texts = dict(zip(self.languages, line.institution.texts, strict=False))
            person = LocalizedText.of({tag: line.person.shown(tag) for tag in self.languages})
            names.setdefault(line.person_id or line.institution_id, person or LocalizedText.of(texts))
        said = in_both(list(names.values()), named=3, counted=PEOPLE)
        return both_languages([said.get(tag) for tag in ("zh-Hans", "en")])


def fault_words(shown: Appointments) -> str:
    """What is wrong with the numbers of the register, in one sentence; "" for nothing."""
    said = []
    if shown.twins:
        said.append(_("Given twice: {numbers}.", numbers=reading.listed(shown.twins[:3])))
    if shown.gaps:
        said.append(_("Left out: {numbers}.", numbers=reading.listed(shown.gaps[:3])))
    if shown.bare:
        said.append(ngettext("{n} entry has no number.", "{n} entries have no number.", shown.bare))
    return " ".join(said)

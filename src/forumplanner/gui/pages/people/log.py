"""The contacts of one person: dated lines, the newest first, and a line that notes another in fifteen seconds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.invitation_chain import phone_only, reached_by
from forumplanner.gui import reading, texting
from forumplanner.gui.authors import author
from forumplanner.gui.pages.people.facts import choices
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.clock import written
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import NoteLine
from forumplanner.snapshots.people import PersonCard


class LogSection(Section):
    """`noted(channel, text)`: a contact of this minute; the day and the author are known."""

    noted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Contacts"), name="personLog", first=True)
        self._of = ""
        self.way = Label("", role="small", name="personWay", wrap=True)
        self.channel = Combo(choices(Channel), name="personLogChannel", label=lambda: _("How"), letters=4)
        self.text = Field(name="personLogText", label=lambda: _("What was said"), hint=lambda: _("What was said"))
        self.save = Button(lambda: _("Log the contact"), name="personLogSave", key="Ctrl+L")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.channel)
        row.addWidget(self.text, 1)
        row.addWidget(self.save)
        self.rows: Rows[tuple[NoteLine, str]] = Rows(_row, name="personLogRows", gap=10)
        self.none = Label(lambda: _("No contact noted yet."), role="note", name="personLogNone")
        self.column.addWidget(self.way)
        self.column.addLayout(row)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.none)
        self.text.returnPressed.connect(self._make)
        self.save.clicked.connect(self._make)

    def show_card(self, card: PersonCard, notes: tuple[NoteLine, ...]) -> None:
        """Show the log of somebody; what is being typed about the same person stays."""
        way = reading.word(reached_by(card.category, card.contact_by))
        only = phone_only(card.category, card.contact_by)
        self.way.setText(
            _("Only by: {channel}. No mail is sent.", channel=way) if only else _("Usually by: {channel}.", channel=way)
        )
        if self._of != card.participant_id:
            self._of = card.participant_id
            self.text.clear()
            self.channel.choose(str(reached_by(card.category, card.contact_by)))
        tag = i18n.interface_language()
        self.rows.show_values([(note, tag) for note in reversed(notes)])
        self.none.setVisible(not notes)

    def _make(self) -> None:
        text = self.text.text().strip()
        if not text:
            self.text.setFocus()
            return
        self.text.clear()
        self.noted.emit(self.channel.key(), text)


def _row(value: tuple[NoteLine, str]) -> QWidget:
    note, _tag = value
    made = QWidget()
    made.setObjectName("personLogRow")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    when = " ".join(filter(None, (texting.short_day(note.day), written(note.minute))))
    how = reading.word(note.channel) if note.channel else ""
    head = " · ".join(filter(None, (when, how, note.contact, author(note.author) if note.author else "")))
    column.addWidget(Label(head, role="note", name="personLogWhen", wrap=True))
    said = " · ".join(filter(None, (reading.word(note.status) if note.status else "", note.text, note.reference)))
    if said:
        column.addWidget(Label(said, name="personLogSaid", wrap=True))
    if note.next_on is not None:
        after = " · ".join(filter(None, (texting.short_day(note.next_on), note.next_action)))
        column.addWidget(Label(_("Next: {what}", what=after), role="small", name="personLogNext", wrap=True))
    return made

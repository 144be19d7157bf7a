"""The tab Contacts: what passed between the secretariat and the delegation's contact, and a line to log the next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.delegations import Lack
from forumplanner.domain.guest_kinds import Channel
from forumplanner.gui import reading, texting
from forumplanner.gui.authors import author
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.clock import written
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.contacts import NoteLine


@dataclass(frozen=True, slots=True)
class Logged:
    """What was typed about a call or message."""

    channel: Channel | None
    contact: str
    text: str
    next_on: dt.date | None
    next_action: str


class Contacts(Attentive, QWidget):
    """`logged(Logged)`: a contact was noted."""

    logged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delegationContacts")
        self.form = LogCard()
        self.rows: Rows[tuple[NoteLine, str]] = Rows(_note, name="delegationNotes", gap=12)
        self.none = Label(lambda: _("Nothing is noted yet."), role="muted", name="delegationContactsNone", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.form, self.none, self.rows):
            column.addWidget(widget)
        self.form.logged.connect(self.logged)

    def show_notes(self, notes: Sequence[NoteLine], contact: str) -> None:
        """Show these, the newest on top; `contact` is who is usually spoken to."""
        tag = interface_language()
        self.rows.show_values([(note, tag) for note in reversed(notes)])
        self.none.setVisible(not notes)
        self.form.propose(contact)

    def retranslate(self) -> None:
        """The lines are made anew."""
        super().retranslate()
        self.rows.forget()


class LogCard(Card):
    """How, with whom, what was said, when to get in touch again; Ctrl+Enter logs it."""

    logged = Signal(object)

    def __init__(self) -> None:
        super().__init__(name="delegationLog", look="sunken", margin=12, gap=6)
        self.channel = Combo(_channels(), name="delegationLogChannel", label=lambda: _("How"))
        self.contact = Field(name="delegationLogContact", label=lambda: _("With whom"))
        self.text = Field(name="delegationLogText", label=lambda: _("What was said"), hint=lambda: _("What was said"))
        self.next_on = DayField(name="delegationLogNext", label=lambda: _("Call again on"))
        self.next_action = Field(name="delegationLogWhy", label=lambda: _("Why"), hint=lambda: _("Why"))
        self.save = Button(lambda: _("Log it"), name="delegationLogSave", kind="primary", small=True, key="Ctrl+Return")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        entries: list[tuple[Text, QWidget]] = [
            (lambda: _("How"), self.channel),
            (lambda: _("With whom"), self.contact),
            (lambda: _("What was said"), self.text),
            (lambda: _("Call again on"), self.next_on),
            (lambda: _("Why"), self.next_action),
        ]
        for row, (text, widget) in enumerate(entries):
            grid.addWidget(Label(text, role="label", name=f"{widget.objectName()}Label"), row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        self.column.addLayout(foot)
        self.save.clicked.connect(lambda _checked: self._log())

    def propose(self, contact: str) -> None:
        """Put in who is usually spoken to, unless something was typed."""
        if not self.contact.isModified():
            self.contact.setText(contact)
            self.contact.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter logs."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._log()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Ready for the next."""
        for field in (self.contact, self.text, self.next_on, self.next_action):
            field.clear()
            field.setModified(False)

    def _log(self) -> None:
        text = self.text.text().strip()
        if not self.next_on.is_sound():
            self.next_on.setFocus()
            return
        if not text and self.next_on.value() is None:
            self.text.set_wrong(_("Write what was said, or when to call again."))
            self.text.setFocus()
            return
        self.text.set_wrong("")
        key = self.channel.key()
        channel = Channel(key) if key else None
        self.logged.emit(
            Logged(channel, self.contact.text().strip(), text, self.next_on.value(), self.next_action.text().strip())
        )


def _channels() -> list[tuple[str, Text]]:
    return [(str(channel), _worded(channel)) for channel in Channel]


def _worded(channel: Channel) -> Text:
    return lambda: reading.word(channel)


def _note(value: tuple[NoteLine, str]) -> QWidget:
    note, _tag = value
    made = QWidget()
    made.setObjectName("delegationNote")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    when = " ".join(filter(None, (texting.short_day(note.day), written(note.minute))))
    how = reading.word(note.channel) if note.channel else ""
    column.addWidget(
        Label(" · ".join(filter(None, (when, how, note.contact))), role="strong", name="delegationNoteWhen")
    )
    if note.text:
        column.addWidget(Label(note.text, role="small", name="delegationNoteText", wrap=True))
    asked = reading.listed(_asked(code) for code in note.asked)
    if asked:
        column.addWidget(Label(_("Asked for: {what}", what=asked), role="note", name="delegationNoteAsked", wrap=True))
    if note.next_on:
        again = _("Again on {day}", day=texting.short_day(note.next_on))
        words = " · ".join(filter(None, (again, note.next_action)))
        column.addWidget(Label(words, role="warn", name="delegationNoteNext", wrap=True))
    if note.author:
        column.addWidget(Label(author(note.author), role="note", name="delegationNoteAuthor"))
    return made


def _asked(code: str) -> str:
    """A code of a newer program stands as it is."""
    return reading.word(Lack(code)) if code in set(Lack) else code

"""Noting a contact in fifteen seconds: channel, with whom, when, what, the step it made, and when to call again."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from forumplanner.actions.contacts import Noted
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.invitation_chain import QUIET_DAYS, doubt, next_steps
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.gui import reading
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.form import FormCard
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.clock import ClockField
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import NoteLine


@dataclass(frozen=True, slots=True)
class LogSubject:
    """Whom a note is about: the name shown, the status now, the usual channel, and the forum's clock now."""

    key: str
    called: str
    status: InvitationStatus | None
    approved: bool
    channel: Channel
    contact: str
    now: Noted


class LogCard(FormCard):
    """`made(Noted, note id)`: a note to keep, of an older note its id; Enter is enough."""

    made = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Log a call or a step…"), lambda: _("Log the contact"), lambda: _("Leave"), name="log"
        )
        self._subject: LogSubject | None = None
        self._note = ""
        self.status = Combo(name="logStatus", label=lambda: _("New status"))
        self.channel = Combo(_channels(), name="logChannel", label=lambda: _("How"))
        self.contact = Field(name="logContact", label=lambda: _("With whom"))
        self.day = DayField(name="logDay", label=lambda: _("Day"))
        self.time = ClockField(name="logTime", label=lambda: _("Time"))
        self.text = Field(name="logText", label=lambda: _("What was said"))
        self.reference = Field(name="logReference", label=lambda: _("Reference"))
        self.next_on = DayField(name="logNext", label=lambda: _("Next call"))
        self.next_action = Field(name="logNextAction", label=lambda: _("What for"))
        self.doubt = Label("", role="warn", name="logDoubt", wrap=True)
        self.later = Button(lambda: _("Plan it as the next call"), name="logLater", kind="link")
        self._lay_out()
        self.later.clicked.connect(self._plan)
        self.status.picked.connect(lambda _key: self._look())
        self.day.textChanged.connect(lambda _text: self._look())

    def start(self, subject: LogSubject, note: NoteLine | None = None) -> None:
        """Begin about somebody; about the same one what was typed is still there. `note`: an older one to correct."""
        again = self._subject is not None and self._subject.key == subject.key and not self._note and note is None
        self._subject, self._note = subject, note.id if note else ""
        self.who.set_text(subject.called)
        soon = (subject.now.day + dt.timedelta(days=QUIET_DAYS)).isoformat()
        self.next_on.say(self.next_on.setPlaceholderText, lambda: _("such as {day}", day=soon))
        self.status.set_choices(_statuses(subject.status))
        if not again or not self.text.text():
            self._fill(subject, note)
        self.text.setFocus()
        self._look()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.contact, self.text, self.reference, self.next_on, self.next_action):
            field.clear()
        self._subject, self._note = None, ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter logs, too: a call takes fifteen seconds."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        else:
            super().keyPressEvent(event)

    def _fill(self, subject: LogSubject, note: NoteLine | None) -> None:
        self.day.setText((note.day if note else subject.now.day).isoformat())
        self.time.set_value(note.minute if note else subject.now.minute)
        self.channel.choose(str((note.channel if note else subject.channel) or ""))
        self.status.choose(str(note.status or "") if note else "")
        self.contact.setText(note.contact if note else subject.contact)
        self.contact.setCursorPosition(0)
        self.text.setText(note.text if note else "")
        self.reference.setText(note.reference if note else "")
        self.next_on.setText(note.next_on.isoformat() if note and note.next_on else "")
        self.next_action.setText(note.next_action if note else "")

    def _lay_out(self) -> None:
        self.add(
            (
                ((lambda: _("What was said"), self.text),),
                ((lambda: _("New status"), self.status), (lambda: _("How"), self.channel)),
                ((lambda: _("With whom"), self.contact), (lambda: _("Reference"), self.reference)),
                ((lambda: _("Day"), self.day), (lambda: _("Time"), self.time)),
                ((lambda: _("Next call"), self.next_on), (lambda: _("What for"), self.next_action)),
            )
        )
        self.column.insertWidget(2, self.doubt)
        self.column.insertWidget(3, self.later)
        self.doubt.hide()
        self.later.hide()

    def _chosen(self) -> InvitationStatus | None:
        return InvitationStatus(self.status.key()) if self.status.key() else None

    def _look(self) -> None:
        """Say what deserves a second look; nothing is blocked but a day that is still to come."""
        subject, status = self._subject, self._chosen()
        if subject is None:
            return
        day = self.day.value()
        future = day is not None and day > subject.now.day
        said = doubt(subject.status, status, approved=subject.approved) if status and not self._note else None
        if future and day is not None:
            said = _("{day} is still to come: a contact is logged once it was made.", day=day.isoformat())
        self.doubt.setText(said or "")
        self.doubt.setVisible(bool(said))
        self.later.setVisible(future)

    def _plan(self) -> None:
        """The day and what was typed become the next call, noted today."""
        if self._subject is None:
            return
        self.next_on.setText(self.day.text())
        self.next_action.setText(self.next_action.text() or self.text.text())
        self.day.setText(self._subject.now.day.isoformat())
        self._look()

    def finish(self) -> None:
        """Tell what was typed; only a day is needed."""
        day = self.day.value()
        if day is None:
            self.day.set_wrong(_("This is no date."))
            self.day.setFocus()
            return
        noted = Noted(
            day=day,
            minute=self.time.value(),
            channel=Channel(self.channel.key()) if self.channel.key() else None,
            contact=self.contact.text(),
            text=self.text.text(),
            status=self._chosen(),
            reference=self.reference.text(),
            next_on=self.next_on.value(),
            next_action=self.next_action.text(),
        )
        self.made.emit(noted, self._note)


def _channels() -> list[tuple[str, Text]]:
    return [("", "—"), *((str(one), lambda one=one: reading.word(one)) for one in Channel)]


def _statuses(now: InvitationStatus | None) -> list[tuple[str, Text]]:
    """No step at all first, then what usually follows, then every other."""
    likely = next_steps(now)
    rest = [status for status in InvitationStatus if status not in likely]
    none: list[tuple[str, Text]] = [("", lambda: _("unchanged"))]
    return [*none, *((str(one), lambda one=one: words.step_words(one)) for one in (*likely, *rest))]

"""Issuing the invitation to a guest's post: number, date, how it goes; before the approval only with a reason."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Signal

from forumplanner.domain.guest_kinds import Channel
from forumplanner.gui import reading
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.form import FormCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestCard


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is to be issued; `despite`: why before the approval, "" where it is recorded."""

    number: str
    dated: dt.date | None
    channel: Channel | None
    contact: str
    despite: str


class InviteCard(FormCard):
    """`made(Invitation)`; `looked(guest id)`: the letter is to be seen first."""

    made = Signal(object)
    looked = Signal(str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Invitation"), lambda: _("Issue"), lambda: _("Leave"), name="inviteGuest")
        self._approved, self._guest = True, ""
        self.look = Button(lambda: _("Look at it"), name="inviteLook", kind="link")
        self.number = Field(name="inviteNumber", label=lambda: _("Number of the letter"))
        self.dated = DayField(name="inviteDay", label=lambda: _("Dated"))
        self.channel = Combo(
            [(str(one), reading.word(one)) for one in Channel], name="inviteChannel", label=lambda: _("How")
        )
        self.contact = Field(name="inviteContact", label=lambda: _("With whom"))
        self.reason = Field(
            name="inviteReason", label=lambda: _("Reason to issue it all the same"), hint=lambda: _("kept in History")
        )
        self.add(
            (
                ((lambda: _("Number of the letter"), self.number), (lambda: _("Dated"), self.dated)),
                ((lambda: _("How"), self.channel), (lambda: _("With whom"), self.contact)),
                ((lambda: _("Reason to issue it all the same"), self.reason),),
            )
        )

        self.column.insertWidget(2, self.look)
        self.look.clicked.connect(lambda _checked: self.looked.emit(self._guest))

    def start(self, card: GuestCard, number: str, today: dt.date) -> None:
        """Begin about a guest, with the number that comes next."""
        self._approved, self._guest = card.approved, card.line.id
        self.who.set_text(words.title(card.line))
        self.number.setText(number)
        self.dated.setText(today.isoformat())
        self.channel.choose(str(Channel.LETTER))
        self.contact.setText(card.mission.contact if card.mission else "")
        self.contact.setCursorPosition(0)
        self.show_field(self.reason, on=not card.approved)
        self.refuse("" if card.approved else _held())
        (self.number if card.approved else self.reason).setFocus()

    def clear(self) -> None:
        """Forget the reason."""
        self.reason.clear()
        self.refuse("")

    def finish(self) -> None:
        """Tell what to issue; without the approval a reason is needed."""
        despite = "" if self._approved else self.reason.text().strip()
        if not self._approved and not despite:
            self.refuse(_held())
            self.reason.setFocus()
            return
        channel = Channel(self.channel.key()) if self.channel.key() else None
        self.made.emit(
            Invitation(self.number.text(), self.dated.value(), channel, self.contact.text().strip(), despite)
        )


def _held() -> str:
    return _(
        "The approval is not recorded. Log it first, or write why the letter goes all the same: the reason is kept."
    )

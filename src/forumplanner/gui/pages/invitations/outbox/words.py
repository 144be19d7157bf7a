"""What the outbox says of a mail: its state in a word, with a picture and a tone, and what a state means."""

from typing import TYPE_CHECKING, Final

from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.older_files import OLDER_FILE
from forumplanner.gui import mail_words
from forumplanner.gui.pages.invitations.outbox.reasons import reason
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.telling import MessageLine

if TYPE_CHECKING:
    from forumplanner.gui.mailing import Mailing

ALWAYS: Final = (
    OutboxState.SENT,
    OutboxState.QUEUED,
    OutboxState.RETRY,
    OutboxState.REFUSED,
    OutboxState.UNKNOWN,
    OutboxState.SENDING,
)
"""States whose number is shown even where it is none."""
SOMETIMES: Final = (OutboxState.HANDED_OVER, OutboxState.WITHDRAWN, OutboxState.DRAFT)

_WORDS: Final[dict[OutboxState, Text]] = {
    OutboxState.SENT: lambda: _("Sent"),
    OutboxState.QUEUED: lambda: _("Queued"),
    OutboxState.RETRY: lambda: _("Retry"),
    OutboxState.REFUSED: lambda: _("Refused"),
    OutboxState.UNKNOWN: lambda: _("In doubt"),
    OutboxState.SENDING: lambda: _("Sending"),
    OutboxState.HANDED_OVER: lambda: _("Handed over"),
    OutboxState.WITHDRAWN: lambda: _("Taken out"),
    OutboxState.DRAFT: lambda: _("Draft"),
}
_PICTURES: Final = {
    OutboxState.SENT: ("circle-check", "ok"),
    OutboxState.QUEUED: ("circle-dashed", "text2"),
    OutboxState.RETRY: ("timer", "warn"),
    OutboxState.REFUSED: ("circle-x", "danger"),
    OutboxState.UNKNOWN: ("circle-question-mark", "warn"),
    OutboxState.SENDING: ("loader-circle", "accent_text"),
    OutboxState.HANDED_OVER: ("hand", "ok"),
    OutboxState.WITHDRAWN: ("minus", "text3"),
    OutboxState.DRAFT: ("pencil", "text3"),
}


def state(state: OutboxState) -> str:
    """A state in a word."""
    word = _WORDS[state]
    return word if isinstance(word, str) else word()


def picture(state: OutboxState) -> tuple[str, str]:
    """Icon and colour token of a state; the word says it too."""
    return _PICTURES[state]


def tone(state: OutboxState) -> str:
    """Colour token of the word at the end of a row: only what needs a person stands out."""
    return {OutboxState.REFUSED: "danger", OutboxState.UNKNOWN: "warn"}.get(state, "text2")


def standing(line: MessageLine, mailing: "Mailing") -> str:
    """A mail's state as its row says it: with the time of the next try, and that a mail in doubt isn't sent again."""
    if line.state is OutboxState.RETRY and line.next_at is not None:
        return _("Retry at {clock}", clock=mail_words.clock(mailing, line.next_at))
    if line.state is OutboxState.UNKNOWN:
        return _("In doubt, not resent")
    return state(line.state)


def meaning(line: MessageLine, mailing: "Mailing") -> str:
    """What the state of one mail means, and what to do where somebody has to."""
    if line.state is OutboxState.UNKNOWN and line.answer == OLDER_FILE:
        return _(
            "This file is older than it was, and the mail to {name} may have been sent from the newer one. Look among "
            "your sent mail, then choose.",
            name=line.to_name or line.to_mailbox,
        )
    if line.state is OutboxState.UNKNOWN:
        return _(
            "The line broke at the last moment of the mail to {name}; it may or may not have arrived. Look among your "
            "sent mail, then choose.",
            name=line.to_name or line.to_mailbox,
        )
    if line.state is OutboxState.REFUSED:
        return _("The server took no mail to {mailbox}. Correct the address, or try again.", mailbox=line.to_mailbox)
    if why := reason(line):
        return why
    at = line.next_at if line.state is OutboxState.RETRY else line.settled_at
    timed = _TIMED.get(line.state)
    if timed is not None and at is not None:
        return timed(mail_words.clock(mailing, at))
    return _UNTIMED[line.state]()


_TIMED: Final = {
    OutboxState.RETRY: lambda clock: _(
        "The server asked to come back later. Next try at {clock}, while a batch is being sent.", clock=clock
    ),
    OutboxState.SENT: lambda clock: _("The server took it at {clock}.", clock=clock),
    OutboxState.HANDED_OVER: lambda clock: _("Handed over at {clock}, not sent through the account.", clock=clock),
}


def _waits() -> str:
    return _("It waits. Nothing goes before you press the button.")


def _not_sent() -> str:
    return _("It was not sent.")


_UNTIMED: Final = {
    OutboxState.QUEUED: _waits,
    OutboxState.RETRY: _waits,
    OutboxState.SENDING: lambda: _("It is on its way to the server now."),
    OutboxState.SENT: lambda: _("The server took it."),
    OutboxState.HANDED_OVER: lambda: _("Handed over, not sent through the account."),
    OutboxState.WITHDRAWN: _not_sent,
    OutboxState.DRAFT: _not_sent,
}


def answer(line: MessageLine) -> str:
    """What the server said: its code and words; "" for nothing. Of an older file it said nothing that is known."""
    if line.answer == OLDER_FILE or reason(line):
        return ""
    return f"{line.code or ''} {line.answer}".strip()

"""The closed lists of mail: what a message is for, how far it came, what became of an answer."""

from enum import StrEnum


class MailKind(StrEnum):
    """What a message is for; each has its own text."""

    SAVE_THE_DATE = "save_the_date"
    INVITATION = "invitation"
    PROGRAMME = "programme"
    SESSION = "session"
    CHANGE = "change"
    CANCELLATION = "cancellation"
    REMINDER = "reminder"
    THANKS = "thanks"


class OutboxState(StrEnum):
    """How far a message has come.

    `SENDING` is kept before the mail is handed to the server, so that after a crash it is known to be in doubt;
    `UNKNOWN` waits for a person and is never sent again by itself; `HANDED_OVER`: given to somebody who passes it on.
    """

    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    RETRY = "retry"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    HANDED_OVER = "handed_over"
    WITHDRAWN = "withdrawn"


TOLD = frozenset({OutboxState.SENT, OutboxState.HANDED_OVER, OutboxState.UNKNOWN})
"""States in which a person knows, or may know, what the message says."""

WAITING = frozenset({OutboxState.QUEUED, OutboxState.RETRY})
"""States from which a message is sent."""

UNSETTLED = frozenset({*WAITING, OutboxState.DRAFT, OutboxState.SENDING, OutboxState.REFUSED})
"""States of a message that the outbox still has to deal with."""


class Outdated(StrEnum):
    """Why a mail that waited was not sent: kept as its answer, put into words when somebody looks."""

    GONE = "outdated:gone"
    NOT_COMING = "outdated:not_coming"
    BY_HAND = "outdated:by_hand"
    NO_ADDRESS = "outdated:no_address"
    ADDRESS = "outdated:address"
    CHANGED = "outdated:changed"
    LEFT = "outdated:left"
    ADDED = "outdated:added"
    NEWER = "outdated:newer"
    STANDS = "outdated:stands"
    ANSWERED = "outdated:answered"

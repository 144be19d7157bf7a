"""A run of the outbox: one mail after the other through one line, within limits, until it is done or has to stop."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.sending import Limits
from forumplanner.invitations.smtp import Delivery, LoginRefused, NoConnection, Outcome

PATIENCE: Final = 3
"""After so many mails in a row that the server would not take, it takes no more for now."""

_STATES: Final = {
    Outcome.SENT: OutboxState.SENT,
    Outcome.RETRY: OutboxState.RETRY,
    Outcome.REFUSED: OutboxState.REFUSED,
    Outcome.UNKNOWN: OutboxState.UNKNOWN,
}


class Stop(StrEnum):
    """Why a run ended. Nothing starts again by itself."""

    DONE = "done"
    PAUSED = "paused"
    DAY_IS_FULL = "day_is_full"
    CLOSED = "closed"
    SERVER_TAKES_NO_MORE = "server_takes_no_more"
    NO_CONNECTION = "no_connection"
    LOGIN = "login"


class Mail(Protocol):
    """A mail on its way out."""

    @property
    def id(self) -> uuid.UUID:
        """Its key in the outbox."""

    @property
    def to_mailbox(self) -> str:
        """Its one recipient."""

    @property
    def content(self) -> bytes:
        """Its bytes."""


class Outbox(Protocol):
    """Where the mails of one account lie and how far they came is kept."""

    def recover(self) -> int:
        """Mark what an earlier run left in doubt."""

    def look_over(self, now: dt.datetime) -> int:
        """Withdraw what waits and is true no longer; how many."""

    def sent_today(self, since: dt.datetime) -> int:
        """How many mails went since an instant."""

    def begin_next(self, now: dt.datetime) -> Mail | None:
        """The next mail that may go, marked before anybody hears of it."""

    def settle(self, mail: Mail, state: OutboxState, delivery: Delivery, now: dt.datetime) -> OutboxState:
        """Keep what became of it."""


class Line(Protocol):
    """An open line to a mail server, see `smtp.Line`."""

    def open(self) -> None:
        """Connect; raises `NoConnection` or `LoginRefused`."""

    def close(self) -> None:
        """Hang up."""

    def send(self, data: bytes, *, sender: str, recipient: str) -> Delivery:
        """Hand over one mail."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run went. `why`: the sentence of a failure, "" else. `outdated`: mails that were true no longer."""

    stop: Stop
    sent: int = 0
    in_doubt: int = 0
    refused: int = 0
    later: int = 0
    why: str = ""
    outdated: int = 0


@dataclass
class Run:
    """One run. `pause(seconds)` waits between two mails and answers True to stop; `report` hears every mail's end."""

    outbox: Outbox
    line: Line
    sender: str
    limits: Limits
    pause: Callable[[float], bool]
    report: Callable[[Mail, OutboxState], None] = lambda _mail, _state: None
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)

    def __post_init__(self) -> None:
        self._ends = dict.fromkeys(OutboxState, 0)
        self._unwilling = 0

    def go(self) -> Ended:
        """Send until nothing waits or something stops it. What was left in doubt before is marked first.

        What is true no longer of all that waits is withdrawn first, and each mail is looked at again as it is taken.
        """
        self.outbox.recover()
        try:
            if not self.limits.is_open(self.now()):
                return self._ended(Stop.CLOSED)
            self.outbox.look_over(self.now())
            self.line.open()
            return self._ended(self._all())
        except NoConnection as error:
            return self._ended(Stop.NO_CONNECTION, str(error))
        except LoginRefused as error:
            return self._ended(Stop.LOGIN, str(error))
        finally:
            self.line.close()

    def _all(self) -> Stop:
        sent = self.outbox.sent_today(self.limits.midnight(self.now()))
        while True:
            if sent >= self.limits.per_day:
                return Stop.DAY_IS_FULL
            if not self.limits.is_open(self.now()):
                return Stop.CLOSED
            mail = self.outbox.begin_next(self.now())
            if mail is None:
                return Stop.DONE
            delivery = self._hand_over(mail)
            sent += delivery.outcome in {Outcome.SENT, Outcome.UNKNOWN}
            if self._unwilling >= PATIENCE:
                return Stop.SERVER_TAKES_NO_MORE
            if self.pause(self.limits.pause.total_seconds()):
                return Stop.PAUSED
            if delivery.closed:
                self.line.open()

    def _hand_over(self, mail: Mail) -> Delivery:
        delivery = self.line.send(mail.content, sender=self.sender, recipient=mail.to_mailbox)
        state = self.outbox.settle(mail, _STATES[delivery.outcome], delivery, self.now())
        self._ends[state] += 1
        self._unwilling = self._unwilling + 1 if delivery.outcome is Outcome.RETRY else 0
        self.report(mail, state)
        return delivery

    def _ended(self, stop: Stop, why: str = "") -> Ended:
        ends = self._ends
        return Ended(
            stop,
            sent=ends[OutboxState.SENT],
            in_doubt=ends[OutboxState.UNKNOWN],
            refused=ends[OutboxState.REFUSED],
            later=ends[OutboxState.RETRY],
            why=why,
        )

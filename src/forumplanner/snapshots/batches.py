"""The rounds of mail as they stand: how many mails of each came how far."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.mail_kinds import WAITING, MailKind, OutboxState

LEFT = frozenset({OutboxState.SENT, OutboxState.REFUSED, OutboxState.UNKNOWN})
"""States of a mail that the run is done with, for better or worse."""
NOT_SENT_FROM_HERE = frozenset({OutboxState.DRAFT, OutboxState.HANDED_OVER, OutboxState.WITHDRAWN})
"""States of mails that no run takes."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A round. `number`: from 1, in the order of the forum's rounds; `counts`: how many mails stand at each state."""

    id: str
    forum_id: str
    number: int
    kind: MailKind
    made_at: dt.datetime
    made_by: str
    counts: tuple[tuple[OutboxState, int], ...]

    def of(self, *states: OutboxState) -> int:
        """How many of its mails stand at one of these states."""
        return sum(count for state, count in self.counts if state in states)

    @property
    def total(self) -> int:
        """All its mails."""
        return sum(count for _state, count in self.counts)

    @property
    def waiting(self) -> int:
        """Mails that wait to be sent, or to be tried again."""
        return self.of(*WAITING)

    @property
    def done(self) -> int:
        """Mails that a run is done with."""
        return self.of(*LEFT)

    @property
    def going(self) -> int:
        """Mails that go through the program's own account, however far they came."""
        return self.total - self.of(*NOT_SENT_FROM_HERE)


@dataclass(frozen=True, slots=True)
class Standing:
    """The outbox of a file: its rounds, the newest first; what the account sent today; when a mail is next tried."""

    batches: tuple[Batch, ...] = ()
    sent_today: int = 0
    next_try: dt.datetime | None = None

    def of(self, *states: OutboxState) -> int:
        """How many mails of all rounds stand at one of these states."""
        return sum(batch.of(*states) for batch in self.batches)

    @property
    def waiting(self) -> int:
        """Mails of all rounds that wait to be sent."""
        return sum(batch.waiting for batch in self.batches)


@dataclass(frozen=True, slots=True)
class Letter:
    """What one mail said: its plain text, the names of what was attached, when and by whom it was put there.

    `content`: the whole mail while it waits, None once it was sent.
    """

    message_id: str
    words: str
    made_by: str
    account: str
    content: bytes | None = None

"""A run of the outbox in a thread of its own: it can be paused at once, waits for second tries, and ends cleanly."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.sending import Limits
from forumplanner.files import PlannerError
from forumplanner.invitations.run import Ended, Mail, Run, Stop
from forumplanner.invitations.run import Line as AnyLine

if TYPE_CHECKING:  # loads the database's library; a run begins long after the first paint
    from forumplanner.actions.outbox import AccountOutbox, Outgoing
    from forumplanner.invitations.smtp import Delivery
    from forumplanner.store import Store

_GRACE: Final = 4.0
"""Seconds that the mail under way has to be answered before the line is cut."""
_GLANCE: Final = 0.5
"""Seconds between two looks at the clock while second tries are waited for: a laptop may have slept meanwhile."""


class Line(AnyLine, Protocol):
    """A line to a mail server that can be cut from another thread."""

    def cut(self) -> None:
        """Hang up at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who hears of a run, in its thread: a mail's end, a wait until an instant, the end of all."""

    settled: Callable[[OutboxState], object]
    waits: Callable[[dt.datetime], object]
    ended: Callable[[Ended], object]


class _Halting:
    """The outbox of an account that gives no further mail once the run is to stop."""

    def __init__(self, outbox: "AccountOutbox", stop: threading.Event, under_way: threading.Event) -> None:
        self._outbox, self._stop, self._under_way = outbox, stop, under_way

    def recover(self) -> int:
        return 0 if self._stop.is_set() else self._outbox.recover()

    def look_over(self, now: dt.datetime) -> int:
        return 0 if self._stop.is_set() else self._outbox.look_over(now)

    def sent_today(self, since: dt.datetime) -> int:
        return self._outbox.sent_today(since)

    def begin_next(self, now: dt.datetime) -> "Outgoing | None":
        # First the flag, then the look: whoever stops the run either is seen here or sees that a mail is under way.
        self._under_way.set()
        mail = None if self._stop.is_set() else self._outbox.begin_next(now)
        if mail is None:
            self._under_way.clear()
        return mail

    def settle(self, mail: Mail, state: OutboxState, delivery: "Delivery", now: dt.datetime) -> OutboxState:
        settled = self._outbox.settle(mail, state, delivery, now)
        self._under_way.clear()
        return settled


class MailRun:
    """One run; made to be used once: `start`, then `stop` or `finish`."""

    def __init__(
        self,
        store: "Store",
        *,
        account: str,
        line: Callable[[], Line],
        sender: str,
        limits: Limits,
        now: Callable[[], dt.datetime],
        told: Told,
    ) -> None:
        self._store, self._account, self._sender = store, account, sender
        self._made = line
        self._line: Line | None = None
        self._limits, self._now, self._told = limits, now, told
        self._stop, self._under_way = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._go, name="outbox", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Send nothing after the mail under way; returns at once."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """True once it was told to stop."""
        return self._stop.is_set()

    def finish(self) -> None:
        """Stop and wait for the end: the mail under way is settled, as in doubt where the server stays silent.

        A server that doesn't take the line yet has no mail, and nobody waits for it.
        """
        self._stop.set()
        self._thread.join(_GLANCE)
        if self._thread.is_alive() and self._under_way.is_set():
            self._thread.join(_GRACE)
            if self._line is not None:
                self._line.cut()
            self._thread.join(_GRACE)

    def _go(self) -> None:
        from forumplanner.actions import invited, outbox_accounts  # noqa: PLC0415 - loads the database's library

        ended, began = Ended(Stop.PAUSED), self._now()
        try:
            invited.note_arrived(self._store)  # what went before the program was ended in the middle of a run
            outbox_accounts.take_over(self._store, account=self._account)
            ended = self._all()
            ended = replace(ended, outdated=self._withdrawn(began))
            invited.note_arrived(self._store)
        except PlannerError as refusal:  # the file can't be written: said, and nothing more is sent
            ended = replace(ended, stop=Stop.PAUSED, why=str(refusal))
        finally:
            self._told.ended(ended)

    def _all(self) -> Ended:
        """Send, and go on once mails are due that the server would not take at first."""
        ended = self._once()
        while ended.stop is Stop.DONE and (due := self._next_try()) is not None:
            if self._stops_before(due):
                return replace(ended, stop=Stop.PAUSED)
            more = self._once()
            ended = Ended(
                more.stop,
                sent=ended.sent + more.sent,
                in_doubt=ended.in_doubt + more.in_doubt,
                refused=ended.refused + more.refused,
                later=more.later,
                why=more.why,
            )
        return ended

    def _once(self) -> Ended:
        from forumplanner.actions.outbox import AccountOutbox  # noqa: PLC0415 - loads the database's library

        line = self._line = self._line or self._made()  # here: the system's certificates take a while to load
        ended = Run(
            _Halting(AccountOutbox(self._store, self._account), self._stop, self._under_way),
            line,
            self._sender,
            self._limits,
            self._stop.wait,
            self._report,
            self._now,
        ).go()
        stopped = ended.stop is Stop.DONE and self._stop.is_set()
        return replace(ended, stop=Stop.PAUSED) if stopped else ended

    def _report(self, _mail: Mail, state: OutboxState) -> None:
        self._told.settled(state)

    def _next_try(self) -> dt.datetime | None:
        from forumplanner.queries import outbox  # noqa: PLC0415 - loads the database's library

        with self._store.read() as db:
            return outbox.next_try(db, account=self._account)

    def _withdrawn(self, since: dt.datetime) -> int:
        from forumplanner.queries import outbox  # noqa: PLC0415 - loads the database's library

        with self._store.read() as db:
            return outbox.outdated(db, account=self._account, since=since)

    def _stops_before(self, due: dt.datetime) -> bool:
        """Wait until `due`; True once it is to stop."""
        self._told.waits(due)
        while self._now() < due:
            if self._stop.wait(_GLANCE):
                return True
        return False

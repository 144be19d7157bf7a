"""Mailing: the outbox of the open file on its way out, in a thread of its own; nothing starts by itself."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from forumplanner import settings
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.sending import Limits
from forumplanner.files import PlannerError
from forumplanner.gui import mail_account
from forumplanner.gui.mail_tally import Tally
from forumplanner.gui.tasks import Tasks
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.batches import Standing

if TYPE_CHECKING:  # these rooms load the database's library or TLS, which the first paint does not wait for
    from forumplanner.gui.mail_run import Line, MailRun
    from forumplanner.invitations.run import Ended
    from forumplanner.store import Store

BEIJING = "Asia/Shanghai"
_PACE_MS = 4000
"""While a run goes, pages are told at most so often that mails have other states."""


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Mailing(QObject):
    """One per window.

    `changed()`: mails have other states than a page read before, at most every few seconds while a run goes.
    `progressed(done, of)`: of the rounds of the run. `ended(Ended)`: it stopped, for whatever reason. `turned()`: what
    strip and card say is out of date. `kept(Mail)`: the account was changed. `answered()`: answers came in or were
    decided on. `zone`: whose hours count (IANA), "" for Beijing's. Tests put a clock into `now` and a line into `line`.
    """

    changed = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)
    turned = Signal()
    kept = Signal(object)
    answered = Signal()
    _settled = Signal(int, object)
    _waits = Signal(int, object)
    _over = Signal(int, object)

    def __init__(self, mail: settings.Mail, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mail = mail
        self.now: Callable[[], dt.datetime] = _utc_now
        self.line: Callable[[settings.Mail], Line] = mail_account.line
        self.tally = Tally()
        self.last: Ended | None = None
        self.next_try: dt.datetime | None = None
        self._tasks = tasks
        self._store: Store | None = None
        self.zone, self._sample, self._fresh = BEIJING, False, False
        self._run: MailRun | None = None
        self.beside = False
        self._number = 0
        self._pace = QTimer(self, interval=_PACE_MS, singleShot=True)
        self._pace.timeout.connect(self.look)
        self._settled.connect(self._hear_settled)
        self._waits.connect(self._hear_wait)
        self._over.connect(self._hear_end)

    @property
    def account(self) -> str:
        """What mails are queued with: login and server; "" while there is no account."""
        return self.mail.account

    @property
    def limits(self) -> Limits:
        """How much may go when, by the clock of the forum."""
        return mail_account.limits(self.mail, self.zone or BEIJING)

    def use(self, store: "Store | None", *, sample: bool = False) -> "MailRun | None":
        """Send from another file, or from none; a run that was under way is told to stop and given back.

        `sample`: its people don't exist, so nothing is sent to them.
        """
        run, self._run = self._run, None
        if run is not None:
            run.stop()
        self._store, self._sample = store, sample
        self.tally, self.last, self.next_try, self._fresh = Tally(), None, None, True
        self._pace.stop()
        self.turned.emit()
        return run

    def look(self) -> None:
        """Count anew: something was put into the outbox or taken out of it, or a mail came further."""
        store, mail, fresh, sample = self._store, self.mail, self._fresh, self._sample
        if store is None:
            return
        self._fresh, since = False, self.limits.midnight(self.now())

        def work(_progress: object) -> Standing:
            import forumplanner.gui.mail_run  # noqa: F401, PLC0415 - loads TLS here, where nobody waits for it
            from forumplanner.actions import invited  # noqa: PLC0415 - loads the database's library
            from forumplanner.actions import outbox as verbs  # noqa: PLC0415 - as above
            from forumplanner.queries import outbox  # noqa: PLC0415 - as above

            if fresh and store.writable:  # what an earlier run left in doubt is said to be so, before anything is sent
                verbs.recover(store)
                if not sample:
                    invited.note_arrived(store)
            mail_account.missing(mail)  # asks the key store, for the same reason
            with store.read() as db:
                return outbox.standing(db, account=mail.account, since=since)

        self._tasks.start(work, done=lambda read: self._take(store, read), failed=lambda _error: None)

    def start(self) -> bool:
        """Send what waits, from now on; False where `why_not` says why not."""
        if self.is_running():
            self.look()
            return True
        store = self._store
        if store is None or self.why_not():
            self.turned.emit()
            return False
        from forumplanner.gui.mail_run import MailRun, Told  # noqa: PLC0415 - TLS waits until something is sent

        self.keep(replace(self.mail, stopped_on=""))  # whoever goes on has not called it a day
        number = self._number = self._number + 1  # what an earlier run still says is not taken for this one's
        line, mail = self.line, self.mail
        run = MailRun(
            store,
            account=mail.account,
            line=lambda: line(mail),
            sender=mail.mailbox,
            limits=self.limits,
            now=lambda: self.now(),  # noqa: PLW0108 - the clock may be set anew while it runs
            told=Told(
                lambda state: _say(self._settled, number, state),
                lambda due: _say(self._waits, number, due),
                lambda ended: _say(self._over, number, ended),
            ),
        )
        self._run, self.last, self.next_try = run, None, None
        self.tally.begin()
        run.start()
        self.look()
        self.turned.emit()
        return True

    def pause(self) -> None:
        """Stop after the mail under way; `start` goes on."""
        if self._run is not None:
            self._run.stop()
            self.turned.emit()

    def stop(self) -> None:
        """The same, and nobody is asked again today."""
        self.keep(replace(self.mail, stopped_on=self.limits.day_of(self.now()).isoformat()))
        self.pause()

    def is_stopped_today(self) -> bool:
        """True from `stop` until the next day."""
        return self.mail.stopped_on == self.limits.day_of(self.now()).isoformat()

    def show_beside(self, *, on: bool) -> None:
        """The card of the run came on the screen or left it: the strip offers nothing that the card offers."""
        if on is not self.beside:
            self.beside = on
            self.turned.emit()

    def is_running(self) -> bool:
        """True from `start` until the run ended."""
        return self._run is not None

    def is_stopping(self) -> bool:
        """True while the mail under way is the last."""
        return self._run is not None and self._run.stopping

    def is_sample(self) -> bool:
        """True while the sample is open, whose people don't exist."""
        return self._sample

    def why_not(self) -> str:
        """Why nothing could be sent now, in one sentence; "" where it could."""
        if self._sample:
            return _("The people of the sample don't exist, so no mail goes to them. Save drafts to see what they say.")
        if self._store is not None and not self._store.writable:
            return _("This file is open for reading only, so no mail can be sent from it.")
        return mail_account.why_not(self.mail, self.limits, self.now(), sent_today=self.tally.standing.sent_today)

    def waiting(self) -> int:
        """How many mails of the file wait to be sent."""
        return self.tally.standing.waiting

    def keep(self, mail: settings.Mail) -> None:
        """Use that account from now on."""
        if mail != self.mail:
            other, self.mail = mail.account != self.account, mail
            self.kept.emit(mail)
            self.turned.emit()
            if other:  # what it sent today is another number
                self.look()

    def send_to_myself(
        self, *, done: Callable[[], object], failed: Callable[[PlannerError], object], data: bytes | None = None
    ) -> None:
        """Send one mail to one's own mailbox, `data` or a few words; that the server took it proves the account."""
        mail, line, now = self.mail, self.line, self.now()

        def taken(_none: None) -> None:
            self.keep(replace(self.mail, proven=mail.proof))
            done()

        self._tasks.start(
            lambda _p: mail_account.send_to_myself(mail, line(mail), now, data), done=taken, failed=failed
        )

    def _take(self, store: "Store", read: Standing) -> None:
        if store is not self._store:
            return
        self.tally.take(read, running=self._run is not None)
        if self._run is not None:
            self.progressed.emit(*self.tally.progress())
        self.turned.emit()
        self.changed.emit()

    def _hear_settled(self, number: int, state: OutboxState) -> None:
        if self._run is None or number != self._number:
            return
        self.next_try = None
        self.tally.count(state)
        self.progressed.emit(*self.tally.progress())
        if not self._pace.isActive():
            self._pace.start()

    def _hear_wait(self, number: int, due: dt.datetime) -> None:
        if self._run is not None and number == self._number:
            self.next_try = due
            self.look()

    def _hear_end(self, number: int, ended: "Ended") -> None:
        if self._run is not None and number == self._number:
            self._run, self.last, self.next_try = None, ended, None
            self._pace.stop()
            self.look()
            self.turned.emit()
            self.ended.emit(ended)


def _say(signal: SignalInstance, *what: object) -> None:
    """From the run's thread into the window's."""
    try:
        signal.emit(*what)
    except RuntimeError:  # the window was closed meanwhile: nobody is left to tell
        return

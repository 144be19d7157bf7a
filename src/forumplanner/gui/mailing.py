"""Mailing: the outbox of the open file on its way out, in a thread of its own; nothing starts by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forumplanner import settings

if TYPE_CHECKING:  # these rooms load the database's library, which the first paint does not wait for
    from forumplanner.store import Store


class Mailing(QObject):
    """One per window. `changed`: mails have other states than a page read before; `progressed(done, of)` of the run.

    `ended(Ended)`: the run stopped, for whatever reason. `kept(Mail)`: the account was changed.
    """

    changed = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)
    kept = Signal(object)

    def __init__(self, mail: settings.Mail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mail = mail
        self._store: Store | None = None

    @property
    def account(self) -> str:
        """What mails are queued with: login and server; "" while there is no account."""
        return self.mail.account

    def use(self, store: "Store | None", *, zone: str = "") -> None:
        """Send from another file, or from none; `zone`: whose hours count."""
        self._store = store

    def look(self) -> None:
        """Count anew: something was put into the outbox, or taken out of it."""
        self.changed.emit()

    def start(self) -> bool:
        """Send what waits, from now on; False where `why_not` says why not."""
        return False

    def pause(self) -> None:
        """Stop after the mail under way; `start` goes on."""

    def stop(self) -> None:
        """The same, and nobody is asked again today."""

    def is_running(self) -> bool:
        """True from `start` until the run ended."""
        return False

    def why_not(self) -> str:
        """Why nothing could be sent now, in one sentence; "" where it could."""
        return ""

    def waiting(self) -> int:
        """How many mails of the file wait to be sent."""
        return 0

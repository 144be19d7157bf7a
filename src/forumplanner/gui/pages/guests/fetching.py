"""Reading what the page shows, in threads: both lists with the calls, the chase matrix, and whom to choose from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from forumplanner import i18n
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.guests import clock
from forumplanner.gui.widgets.picker import Pick
from forumplanner.queries import calls as call_query
from forumplanner.queries import chasing, guest_cards, letters, people
from forumplanner.queries import guests as query
from forumplanner.snapshots.chasing import Chase
from forumplanner.snapshots.contacts import Calls
from forumplanner.snapshots.guests import GuestCard, GuestLine, Guests
from forumplanner.snapshots.people import People


class Fetching(QObject):
    """`read(Guests, Calls)` and `chased(Chase)` when a thread is done."""

    read = Signal(object, object)
    chased = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._picks: Sequence[Pick] = ()

    def load(self) -> None:
        """Both lists and the calls."""
        store, forum_id, today = self._frame.store, self._frame.forum_id, clock.today(self._frame.card.zone)

        def work(_progress: object) -> tuple[Guests, Calls]:
            with store.read() as db:
                known = call_query.load(db, forum_id=forum_id, today=today)
                return query.load(db, forum_id=forum_id, today=today, known=known), known

        self._start(work, lambda both: self.read.emit(*both))

    def chase(self) -> None:
        """The chase matrix."""
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> Chase:
            with store.read() as db:
                return chasing.load(db, forum_id=forum_id)

        self._start(work, self.chased.emit)

    def card(self, line: GuestLine) -> GuestCard | None:
        """One guest in full, at once."""
        with self._frame.store.read() as db:
            return guest_cards.card(db, line=line, forum_id=self._frame.forum_id)

    def next_number(self, year: int) -> str:
        """The number that the next invitation of that year bears."""
        kind = LetterKind.CONSULAR_INVITATION
        with self._frame.store.read() as db:
            return letters.proposed_number(db, forum_id=self._frame.forum_id, kind=kind, year=year)

    def people(self, offer: Callable[[Sequence[Pick]], object]) -> None:
        """Everybody of the forum to choose from; what was read before is offered until the thread is done."""
        offer(self._picks)
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> People:
            with store.read() as db:
                return people.load(db, forum_id=forum_id)

        def done(found: People) -> None:
            self._picks = _picks(found)
            offer(self._picks)

        self._start(work, done)

    def _start(self, work: Callable[[object], object], done: Callable[..., object]) -> None:
        self._frame.tasks.start(work, done=done, failed=lambda error: self._frame.toast(str(error)))


def _picks(found: People) -> list[Pick]:
    tag = i18n.interface_language()
    return [
        Pick(
            line.participant_id,
            line.name.shown(tag),
            reading.line(line.institution, found.languages) or reading.country(line.country),
            line.keys.partition("\t")[0],
        )
        for line in found.lines
    ]

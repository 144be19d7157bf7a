"""The tally of a run: the rounds it sends, and how many of their mails it is done with."""

from forumplanner.domain.mail_kinds import WAITING, OutboxState
from forumplanner.snapshots.batches import LEFT, Batch, Standing


class Tally:
    """What was read last, and what the run has told since; between two readings only the sum moves on."""

    def __init__(self) -> None:
        self.standing = Standing()
        self._rounds: frozenset[str] = frozenset()
        self._since = 0

    def begin(self) -> None:
        """A run begins."""
        self._rounds, self._since = frozenset(), 0

    def take(self, standing: Standing, *, running: bool) -> None:
        """What the file says now; while a run goes, the rounds that wait are its own until it ends."""
        self.standing, self._since = standing, 0
        if running:
            self._rounds |= {batch.id for batch in standing.batches if _goes(batch)}

    def count(self, state: OutboxState) -> None:
        """A mail came to that state."""
        self._since += state in LEFT

    def batches(self) -> tuple[Batch, ...]:
        """The rounds that the run sends, or would send, the newest first."""
        return tuple(one for one in self.standing.batches if one.id in self._rounds or _goes(one))

    def progress(self) -> tuple[int, int]:
        """How many mails of these rounds a run is done with, and of how many."""
        batches = self.batches()
        of = sum(batch.going for batch in batches)
        return min(sum(batch.done for batch in batches) + self._since, of), of


def _goes(batch: Batch) -> bool:
    return batch.of(OutboxState.SENDING, *WAITING) > 0

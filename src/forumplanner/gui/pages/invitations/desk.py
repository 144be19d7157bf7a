"""What the page reads at one go, in a thread: the plan, what was told, the outbox and the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from forumplanner.domain.replies import Participation
from forumplanner.domain.telling import Due, Whose
from forumplanner.snapshots.telling import MessageLine, Reader, ReplyLine, TellingPlan


@dataclass(frozen=True)
class Desk:
    """Everything that views and panels show. `due`: mails that would bring everybody up to date, whoever they go to.

    `answers`: the answer that counts, by participant and session; the forum's own id stands for the whole stay.
    `outdated`: whose answer was to an earlier time or place.
    """

    plan: TellingPlan
    due: tuple[Due, ...]
    messages: tuple[MessageLine, ...]
    replies: tuple[ReplyLine, ...]
    answers: Mapping[Whose, Participation]
    outdated: frozenset[Whose] = frozenset()

    def reader(self, participant_id: str) -> Reader | None:
        """That person as a reader of mail; None for somebody who is no longer in the forum."""
        return next((one for one in self.plan.readers if one.participant_id == participant_id), None)


class ShowsDesk(Protocol):
    """A view or a panel of the page."""

    def show_desk(self, desk: Desk) -> None:
        """Show what was read."""

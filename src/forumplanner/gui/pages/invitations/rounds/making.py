"""Making the mails of a round in a thread: the plan as it is at that moment, the people as they were chosen."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.mail_templates import code, pasted, template
from forumplanner.gui.tasks import Progress
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import MessageLine, Reach, TellingPlan

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.snapshots.itinerary import ItineraryBook
    from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class Making:
    """A round as somebody pressed for it. `people`: participants in the order of sending; `card`: with itineraries.

    `pasted`: the words are for a chat. `newest`: when the last mail was made that the choice of people knew of; None
    for any.
    """

    store: "Store"
    forum_id: ForumId
    kind: MailKind
    people: tuple[str, ...]
    card: bool = False
    draft: bool = False
    pasted: bool = False
    reaches: frozenset[Reach] = frozenset({Reach.MAIL})
    newest: dt.datetime | None = None

    def __call__(self, progress: Progress) -> tuple[Written, ...]:
        """All mails; whoever went from the forum, or can't be reached so any more, is left out.

        So is whoever got such a mail since the people were chosen: somebody pressed twice.
        """
        from forumplanner.actions import telling as verbs  # noqa: PLC0415 - loads the database's library
        from forumplanner.invitations import building  # noqa: PLC0415 - as above
        from forumplanner.queries import telling  # noqa: PLC0415 - as above

        now = dt.datetime.now(dt.UTC)
        with self.store.read() as db:
            plan = telling.load(db, forum_id=self.forum_id)
            written = self._written_since(telling.messages(db, forum_id=self.forum_id))
        readers = {
            reader.participant_id: reader
            for reader in plan.readers
            if reader.reach in self.reaches and reader.participant_id not in written
        }
        chosen = tuple(readers[key] for key in self.people if key in readers)
        plan = for_chats(plan, self.kind) if self.pasted else plan
        order = building.Order(self.kind, plan, chosen, now, draft=self.draft)
        made = building.Verbs(
            programmes=lambda people: verbs.prepare_programmes(
                self.store, forum_id=self.forum_id, people=_keys(people), now=now
            ),
            changes=lambda mails: verbs.prepare(self.store, forum_id=self.forum_id, mails=mails, now=now),
            card=_cards(self.store, self.forum_id) if self.card else None,
        )
        return building.build(order, made, progress.step)

    def _written_since(self, messages: Iterable[MessageLine]) -> set[str]:
        return {
            line.participant_id
            for line in messages
            if line.kind is self.kind
            and line.state is not OutboxState.WITHDRAWN
            and self.newest is not None
            and line.queued_at > self.newest
        }


def for_chats(plan: TellingPlan, kind: MailKind) -> TellingPlan:
    """The plan with the texts of that kind as they are pasted: without what only holds for mails."""
    own = {(name, tag): text for name, tag, text in plan.words}
    name = code(kind, "body")
    said = tuple((name, tag, pasted(template(kind, "body", tag, own))) for tag in plan.languages)
    return replace(plan, words=(*(one for one in plan.words if one[0] != name), *said))


class _Cards:
    """Makes somebody's itinerary; nothing for whoever has none."""

    def __init__(self, book: "ItineraryBook") -> None:
        self._book = book
        self._known = {card.participant_id for card in book.cards}

    def __call__(self, participant_id: str) -> bytes:
        from forumplanner.documents import itinerary  # noqa: PLC0415 - loads the PDF library

        return itinerary.personal(self._book, participant_id) if participant_id in self._known else b""


def _cards(store: "Store", forum_id: ForumId) -> _Cards:
    from forumplanner.queries import itinerary  # noqa: PLC0415 - loads the database's library

    with store.read() as db:
        return _Cards(itinerary.load(db, forum_id=forum_id))


def card(store: "Store", forum_id: ForumId, participant_id: str) -> bytes:
    """One participant's itinerary as PDF, b"" for somebody who has none."""
    return _cards(store, forum_id)(participant_id)


def _keys(people: Sequence[str]) -> list[ParticipantId]:
    return [ParticipantId(UUID(key)) for key in people]


def queue(store: "Store", forum_id: ForumId, kind: MailKind, mails: Sequence[Written], account: str) -> int:
    """Put them into the outbox, where they wait for the account; how many. Raises `NotPossible` as `outbox.queue`."""
    from forumplanner.actions import outbox  # noqa: PLC0415 - loads the database's library

    if not mails:
        return 0
    return outbox.size(store, outbox.queue(store, forum_id=forum_id, kind=kind, mails=mails, account=account))

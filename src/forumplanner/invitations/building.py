"""Building the mails of a round: identities first, then each mail with what belongs to that person and nobody else."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mailboxes import domain_of
from forumplanner.domain.telling import Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.looks import Look
from forumplanner.invitations.messages import Attachment, Mail, mime
from forumplanner.invitations.rounds import invitations
from forumplanner.snapshots.calendar import CalendarBook
from forumplanner.snapshots.outbox import Prepared, Programme, Written
from forumplanner.snapshots.telling import Reach, Reader, TellingPlan

ITINERARY: Final = "itinerary.pdf"
"""What the card with somebody's own days is called in their mail."""

Step = Callable[[int, int], None]
"""Hears how many of how many are done; may raise to call the work off."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """What changes the file while a round is built, and what makes a person's card.

    `programmes`, `changes`: `actions.telling.prepare_programmes` and `.prepare` bound to the forum. `card`: a
    participant's itinerary as PDF, b"" for somebody who has none; None where no card is wanted.
    """

    programmes: Callable[[Sequence[str]], tuple[CalendarBook, Sequence[Programme]]]
    changes: Callable[[Sequence[Due]], Sequence[Prepared]]
    card: Callable[[str], bytes] | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A round as it was decided: kind, the plan at that moment, and `readers` in the order of sending.

    `draft`: for the user's own mail program.
    """

    kind: MailKind
    plan: TellingPlan
    readers: tuple[Reader, ...]
    now: dt.datetime
    draft: bool = False


def build(order: Order, verbs: Verbs, step: Step) -> tuple[Written, ...]:
    """All mails of a round in their order; `step` is called before the first and after each.

    People without a mailbox get their words all the same, for somebody to paste; what they hold is never sent.
    """
    due = invitations(order.plan, order.readers) if order.kind is MailKind.SESSION else ()
    of = len(due) or len(order.readers)
    step(0, of)
    made: list[Written] = []
    for mail in _mails(order, due, verbs):
        made.append(mail)
        step(len(made), of)
    return tuple(made)


def _mails(order: Order, due: Sequence[Due], verbs: Verbs) -> Iterator[Written]:
    assembler = _assembler(order)
    card = verbs.card
    files = (lambda key: _card(card(key))) if card else None
    if order.kind is MailKind.PROGRAMME:
        book, programmes = verbs.programmes([reader.participant_id for reader in order.readers])
        yield from assembler.programmes(book, _in_order(programmes, order.readers), files)
    elif order.kind is MailKind.SESSION:
        yield from assembler.changes(verbs.changes(due))
    else:
        yield from assembler.plain(order.kind, assembler.plan.readers, files)


def trial(shown: Look, plan: TellingPlan, *, now: dt.datetime, card: bytes = b"") -> bytes:
    """A mail to oneself that reads as its reader's would; it invites nobody, so that no calendar takes it for real."""
    own = plan.plan.mailbox
    mail = Mail(
        message_id=f"{uuid.uuid4()}@{domain_of(own) if own else 'forumplanner.invalid'}",
        date=now,
        from_name=" / ".join(plan.plan.title),
        from_mailbox=own,
        to_name="",
        to_mailbox=own,
        subject=shown.subject,
        text=shown.text,
        language=plan.languages[0],
        files=_card(card),
    )
    return mime(mail)


def _in_order(programmes: Sequence[Programme], readers: Sequence[Reader]) -> list[Programme]:
    places = {reader.participant_id: place for place, reader in enumerate(readers)}
    return sorted(programmes, key=lambda one: places[one.participant_id])


def _assembler(order: Order) -> Assembler:
    """An assembler that knows the chosen people alone, each as somebody who is written to."""
    readers = tuple(replace(reader, reach=Reach.MAIL) for reader in order.readers)
    return Assembler(replace(order.plan, readers=readers), order.now, draft=order.draft)


def _card(data: bytes) -> tuple[Attachment, ...]:
    return (Attachment(ITINERARY, "application/pdf", data),) if data else ()

"""Makes every mail of a round on a planner file, and prints a digest of each: run in processes of their own.

    python whole_round.py FILE

Programmes with itineraries, then sessions that moved and a speaker who was dropped, as mails and as drafts.
"""

import datetime as dt
import hashlib
import sys
import uuid
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

from sqlalchemy import select

from forumplanner.actions import outbox, telling
from forumplanner.documents.itinerary import personal
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.telling import Change, due
from forumplanner.invitations import handing
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.messages import Attachment
from forumplanner.queries import itinerary
from forumplanner.queries import telling as reading
from forumplanner.records import Appearance, Session
from forumplanner.sample.draft import FORUM
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import Reach, TellingPlan
from forumplanner.store import Store

NOW = dt.datetime(2027, 9, 1, 1, tzinfo=dt.UTC)


def keys(start: int) -> Callable[[], uuid.UUID]:
    """Keys that are no accident."""
    numbers = count(start)
    return lambda: uuid.UUID(int=next(numbers))


def main(path: Path) -> None:
    """Tell everybody everything, change the plan, tell what changed."""
    with Store.open(path, actor="Zhou") as store:
        first = programmes(store)
        show("programme", first)
        outbox.queue(
            store, forum_id=ForumId(FORUM), kind=MailKind.PROGRAMME, mails=first, account="", handed_over=True, now=NOW
        )
        change(store)
        show("change", changes(store, draft=False))
        drafts = changes(store, draft=True)
        show("draft", drafts)
        for name, content in handing.by_delegation(drafts, plan_of(store).readers):
            say("/".join(name), digest(content))
        say("table", digest(handing.merge_table(drafts)))


def plan_of(store: Store) -> TellingPlan:
    """What is planned now."""
    with store.read() as db:
        return reading.load(db, forum_id=FORUM)


def programmes(store: Store) -> list[Written]:
    """A mail for every fourth person, with their itinerary."""
    plan = plan_of(store)
    with store.read() as db:
        cards = itinerary.load(db, forum_id=FORUM)
    people = [ParticipantId(uuid.UUID(one.participant_id)) for one in plan.readers[::4]]
    book, made = telling.prepare_programmes(store, forum_id=ForumId(FORUM), people=people, now=NOW, make_key=keys(1))

    def files(person: str) -> tuple[Attachment, ...]:
        return (Attachment("itinerary.pdf", "application/pdf", personal(cards, person)),)

    return list(Assembler(plan, NOW, keys(1_000_000)).programmes(book, made, files))


def change(store: Store) -> None:
    """Every third session begins ten minutes later; the first who speak do so no longer."""
    with store.step(StepKind.OTHER) as db:
        sessions = db.execute(select(Session).order_by(Session.starts_at, Session.id)).scalars().all()
        for session in sessions[::3]:
            if session.starts_at:
                session.starts_at += dt.timedelta(minutes=10)
        for row in db.execute(select(Appearance).order_by(Appearance.id).limit(60)).scalars():
            db.delete(row)


def changes(store: Store, *, draft: bool) -> list[Written]:
    """Every fourth of the mails that have to go now, and all cancellations."""
    plan = plan_of(store)
    mailboxes = {one.participant_id: one.mailbox for one in plan.readers if one.reach is Reach.MAIL}
    told = {(one.participant_id, one.session_id): one for one in plan.told}
    mails = due(plan.wanted, told, mailboxes, plan.minor)
    some = [mail for place, mail in enumerate(mails) if place % 4 == 0 or mail.change is Change.CANCEL]
    prepared = telling.prepare(store, forum_id=ForumId(FORUM), mails=some, now=NOW, make_key=keys(2_000_000))
    return list(Assembler(plan, NOW, keys(3_000_000), draft=draft).changes(prepared))


def show(what: str, mails: Iterable[Written]) -> None:
    """One line a mail."""
    for mail in mails:
        say(what, mail.kind, mail.method, mail.to_mailbox, digest(mail.content))


def say(*words: str) -> None:
    """A line of what is made."""
    sys.stdout.write(" ".join(words) + "\n")


def digest(content: bytes) -> str:
    """What stands for the bytes."""
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

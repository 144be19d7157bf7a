"""Invitations as drafts for a mail program: programmes, sessions one by one, or what changed since people were told."""

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from forumplanner import files
from forumplanner.actions import outbox
from forumplanner.actions import telling as verbs
from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.documents.itinerary import personal
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.building import Order, Verbs, build
from forumplanner.invitations.due_changes import changes_to_send
from forumplanner.invitations.handing import drafts
from forumplanner.invitations.left_out import left_out
from forumplanner.invitations.rounds import Left, Roll, Whom, known, roll
from forumplanner.queries import itinerary, replies, rounds, telling
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import TellingPlan
from forumplanner.store import Store

KINDS = ("programme", "session", "changes")
"""What can be written; the first is the preset."""


class FolderTaken(PlannerError):
    """The folder holds drafts of another time, which nobody could tell from the new ones."""


def invite(given: argparse.Namespace) -> int:
    """Write one draft a mail. Raises `FolderTaken`, `ForumNotChosen`, `FileRefused`."""
    folder = Path(given.eml)
    if folder.is_dir() and any(folder.glob("*.eml")):
        raise FolderTaken(_("“{folder}” holds drafts already. Choose an empty folder.", folder=folder))
    with opened(given.file, writable=True) as store:
        forum_id = ForumId(chosen_forum(store, given.forum).key)
        mails, left = _mails(store, forum_id, given.kind)
        names = [_write(folder, name, data) for name, data in drafts(mails)]
        if given.mark_sent and mails:
            kind = MailKind.CHANGE if given.kind == "changes" else MailKind(given.kind)
            outbox.queue(store, forum_id=forum_id, kind=kind, mails=mails, account="", handed_over=True)
    if given.json:
        output.print_json(_lines(mails, names, left))
    else:
        _say(len(mails), left, folder)
    return 0


def _mails(store: Store, forum_id: ForumId, kind: str) -> tuple[Sequence[Written], dict[str, int]]:
    """The mails, and how many people are left out for which reason."""
    now = dt.datetime.now(dt.UTC)
    with store.read() as db:
        plan = telling.load(db, forum_id=forum_id)
        messages = telling.messages(db, forum_id=forum_id)
    if kind == "changes":
        mails = changes_to_send(plan, messages)
        prepared = verbs.prepare(store, forum_id=forum_id, mails=mails, now=now)
        return tuple(Assembler(plan, now, draft=True).changes(prepared)), {}
    drawn = _drawn(store, forum_id, plan, MailKind(kind), now)
    made = Verbs(
        programmes=lambda people: verbs.prepare_programmes(
            store, forum_id=forum_id, people=[ParticipantId(UUID(key)) for key in people], now=now
        ),
        changes=lambda mails: verbs.prepare(store, forum_id=forum_id, mails=mails, now=now),
        card=_cards(store, forum_id) if drawn.kind is MailKind.PROGRAMME else None,
    )
    order = Order(drawn.kind, plan, drawn.ready, now, draft=True)
    left = {str(why): len(people) for why, people in drawn.left.items()}
    return build(order, made, lambda _done, _of: None) if drawn.ready else (), left


def _drawn(store: Store, forum_id: ForumId, plan: TellingPlan, kind: MailKind, now: dt.datetime) -> Roll:
    """Programmes for whoever was told nothing yet; session by session for whoever has a part in one."""
    with store.read() as db:
        duties = rounds.load(db, forum_id=forum_id)
        told = known(telling.messages(db, forum_id=forum_id), replies.answers(db, forum_id=forum_id))
    whom = Whom(untold=kind is MailKind.PROGRAMME)
    return roll(kind, plan, told, duties, whom, now=now)


def _cards(store: Store, forum_id: ForumId) -> Callable[[str], bytes]:
    with store.read() as db:
        book = itinerary.load(db, forum_id=forum_id)
    there = {card.participant_id for card in book.cards}
    return lambda key: personal(book, key) if key in there else b""


def _write(folder: Path, name: tuple[str, ...], data: bytes) -> str:
    files.write_atomically(folder.joinpath(*name), data, durable=False)
    return name[-1]


def _lines(mails: Sequence[Written], names: Sequence[str], left: dict[str, int]) -> dict[str, object]:
    return {
        "drafts": [
            {
                "file": name,
                "participant": mail.participant_id,
                "to": mail.to_mailbox,
                "kind": str(mail.kind),
                "method": mail.method,
                "subject": mail.subject,
            }
            for mail, name in zip(mails, names, strict=True)
        ],
        "left": left,
    }


def _say(count: int, left: dict[str, int], folder: Path) -> None:
    if left:
        people = ngettext("{n} person gets no mail.", "{n} people get no mail.", sum(left.values()))
        reasons = _("; ").join(left_out(Left(why), number) for why, number in left.items())
        output.say_error(_("{people} {reasons}", people=people, reasons=reasons))
    if not count:
        output.say(_("Nobody has to be told anything."))
        return
    output.say(ngettext("Wrote {n} draft into {folder}.", "Wrote {n} drafts into {folder}.", count, folder=folder))

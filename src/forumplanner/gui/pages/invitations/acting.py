"""What is done about changes, each in a thread: tell or don't, send, save as drafts."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mailboxes import domain_of
from forumplanner.domain.telling import Due
from forumplanner.files import PlannerError
from forumplanner.gui.doing import session_id
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.rounds.building import build
from forumplanner.gui.pages.invitations.rounds.handing import hand_over
from forumplanner.gui.tasks import Progress
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.previewing import Previewer
from forumplanner.snapshots.changes_to_tell import ChangeToTell
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import TellingPlan

if TYPE_CHECKING:
    from forumplanner.domain.ids import ForumId
    from forumplanner.store import Store


class Acting(QObject):
    """`over`: the widget under whose window the progress of longer work is shown."""

    def __init__(self, frame: Frame, over: QWidget) -> None:
        super().__init__(over)
        self._frame, self._over = frame, over

    def judge(self, row: ChangeToTell, title: str, *, tell: bool, refused: Callable[[], object]) -> None:
        """Tell nobody of an update, or tell it after all; one step that can be undone."""
        store, forum_id, session = self._frame.store, self._frame.forum_id, session_id(row.session_id)

        def work(_progress: object) -> None:
            from forumplanner.actions import telling  # noqa: PLC0415 - loads the database's library

            if tell:
                telling.tell_after_all(store, session_id=session)
            else:
                telling.mark_minor(store, forum_id=forum_id, session_id=session)

        said = (
            _("“{title}” is told after all.", title=title)
            if tell
            else _("“{title}”: nobody is told of this change.", title=title)
        )

        def failed(error: PlannerError) -> None:
            refused()
            self._frame.toast(str(error))

        self._frame.tasks.start(work, done=lambda _none: self._frame.toast(said, undo=True), failed=failed)

    def send(self, mails: Sequence[Due], *, done: Callable[[], object]) -> None:
        """Make the mails, put them into the outbox and start sending; `done` once they are there."""
        frame, account = self._frame, self._frame.mailing.account
        store, forum_id, now = frame.store, frame.forum_id, frame.mailing.now()

        def work(progress: Progress) -> int:
            from forumplanner.actions import outbox  # noqa: PLC0415 - loads the database's library

            made = made_mails(store, forum_id, mails, now=now, progress=progress)
            kind = MailKind.CHANGE
            return outbox.size(
                store, outbox.queue(store, forum_id=forum_id, kind=kind, mails=made, account=account, now=now)
            )

        def end(number: int) -> None:
            done()
            frame.mailing.look()
            started = frame.mailing.start()
            frame.toast(said_sent(number, started=started))

        build(frame, work, over=self._over, words=lambda: _("Writing the mails"), done=end)

    def send_to_myself(self, mail: Due, plan: TellingPlan) -> None:
        """Its words to the account's own mailbox; without a calendar file, whose identity is made for its reader."""
        from forumplanner.invitations.messages import Mail, mime  # noqa: PLC0415 - loads the calendar library

        frame, shown = self._frame, Previewer(plan).preview(mail)
        if shown is None:
            return
        mailbox, now = frame.mailing.mail.mailbox, frame.mailing.now()
        words = Mail(
            message_id=f"{uuid.uuid4()}@{domain_of(mailbox)}",
            date=now,
            from_name=" / ".join(plan.plan.title),
            from_mailbox=mailbox,
            to_name="",
            to_mailbox=mailbox,
            subject=shown.subject,
            text=shown.text,
            language=shown.reader.language,
        )
        frame.mailing.send_to_myself(
            done=lambda: frame.toast(_("One mail is on its way to {mailbox}; nobody else got any.", mailbox=mailbox)),
            failed=lambda error: frame.toast(str(error)),
            data=mime(words),
        )

    def save_drafts(self, mails: Sequence[Due], *, done: Callable[[int], object]) -> None:
        """Save the mails as drafts for the mail program; each counts as handed over."""
        frame = self._frame
        store, forum_id, now = frame.store, frame.forum_id, frame.mailing.now()

        def work(progress: Progress) -> tuple[Written, ...]:
            return made_mails(store, forum_id, mails, now=now, progress=progress, draft=True)

        hand_over(frame, work, kind=MailKind.CHANGE, over=self._over, done=done)


def made_mails(
    store: "Store",
    forum_id: "ForumId",
    mails: Iterable[Due],
    *,
    now: dt.datetime,
    progress: Progress,
    draft: bool = False,
) -> tuple[Written, ...]:
    """The mails that are still due as they were reviewed; those that changed meanwhile wait for the next review.

    What lies in the outbox already is not made again.
    """
    from forumplanner.actions import telling as verbs  # noqa: PLC0415 - loads the database's library
    from forumplanner.invitations.assembling import Assembler  # noqa: PLC0415 - loads the calendar library
    from forumplanner.invitations.due_changes import everything_due, not_under_way  # noqa: PLC0415 - as before
    from forumplanner.queries import telling  # noqa: PLC0415 - loads the database's library

    with store.read() as db:
        plan = telling.load(db, forum_id=forum_id)
        messages = telling.messages(db, forum_id=forum_id)
    still = set(not_under_way(plan, everything_due(plan, minor=frozenset()), messages))
    chosen = [mail for mail in mails if mail in still]
    progress.step(0, len(chosen))
    prepared = verbs.prepare(store, forum_id=forum_id, mails=chosen, now=now)
    made = []
    for number, written in enumerate(Assembler(plan, now, draft=draft).changes(prepared)):
        progress.step(min(number, len(prepared) - 1), len(prepared))
        made.append(written)
    return tuple(made)


def said_sent(number: int, *, started: bool) -> str:
    """What became of them."""
    if started:
        return ngettext("{n} mail is on its way.", "{n} mails are on their way.", number)
    return ngettext(
        "{n} mail is in the outbox; nothing was sent.", "{n} mails are in the outbox; nothing was sent.", number
    )

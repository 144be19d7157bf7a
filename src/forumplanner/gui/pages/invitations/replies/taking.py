"""Taking answers in, in a thread: from files that were chosen or dropped, or from the mailbox (IMAP)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from forumplanner import settings
from forumplanner.actions import bounces, replies
from forumplanner.domain.ids import ForumId
from forumplanner.domain.replies import Verdict
from forumplanner.files import PlannerError
from forumplanner.gui import mail_account
from forumplanner.gui.page import Frame
from forumplanner.i18n import gettext as _
from forumplanner.invitations import incoming
from forumplanner.invitations.incoming import Incoming
from forumplanner.invitations.marks import marked, marks_of
from forumplanner.invitations.verdicts import tally

if TYPE_CHECKING:
    from forumplanner.invitations.imap import Inbox, Mark, PickedUp
    from forumplanner.store import Store

PickUp = Callable[["Inbox", Callable[[], str], "Mark"], "PickedUp"]


@dataclass
class Taken:
    """What came of a delivery. `strangers`: answers in a mailbox that no mail of this forum asked for.

    `marks`: how far the mailbox is read now, "" for files.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    returned: int = 0
    refused: list[str] = field(default_factory=list)
    strangers: int = 0
    marks: str = ""

    def sentence(self) -> str:
        """For the toast: the numbers, and of a single refused file why."""
        if len(self.refused) == 1 and not self.verdicts and not self.returned:
            return self.refused[0]
        return tally(self.verdicts, returned=self.returned, refused=len(self.refused), strangers=self.strangers)

    def add(self, other: "Taken") -> None:
        """Count another delivery with this one."""
        self.verdicts.update(other.verdicts)
        self.refused += other.refused
        self.returned += other.returned
        self.strangers += other.strangers


def take(store: "Store", forum_id: ForumId, delivery: Iterable[Incoming], *, ours_only: bool = False) -> Taken:
    """Take all that a delivery holds; what is refused is counted with its reason. All answers are one step.

    Mail that came back is taken first: whoever has answered a mail has got it. `ours_only`: pass over what no mail of
    this forum asked for, since a mailbox holds other people's calendars too.
    """
    taken, answered = Taken(), list[replies.Delivered]()
    for one in delivery:
        if one.refused:
            taken.refused.append(one.refused)
        if one.answers:
            answered.append((one.name, one.answers))
        if one.returned:
            returned = bounces.take(store, forum_id=forum_id, source=one.name, returned=one.returned)
            taken.returned += sum(returned)
    for judged in replies.take_all(store, forum_id=forum_id, delivery=answered, ours_only=ours_only):
        ours = [each for each in judged if each.known or not ours_only]
        taken.verdicts.update(each.verdict for each in ours)
        taken.strangers += len(judged) - len(ours)
    return taken


def take_files(frame: Frame, paths: Sequence[Path], done: Callable[[Taken], object]) -> None:
    """Read files and folders and take what they hold."""
    store, forum_id = frame.store, frame.forum_id
    frame.tasks.start(
        lambda _progress: take(store, forum_id, incoming.read_files(paths)),
        done=done,
        failed=lambda error: frame.toast(str(error)),
    )


def why_no_fetch(mail: settings.Mail) -> str:
    """Why the mailbox can't be read, in one sentence; "" where it can be tried."""
    if not mail.imap_host:
        return _("No server to read answers from is set up on this computer. Enter it under Account.")
    return ""


def fetch(
    frame: Frame,
    done: Callable[[Taken], object],
    failed: Callable[[PlannerError], object],
    pick_up: PickUp | None = None,
) -> None:
    """Read what came into the mailbox since the last time, and take it; the mark moves only after all was taken."""
    mail, store, forum_id = frame.mailing.mail, frame.store, frame.forum_id

    def work(_progress: object) -> Taken:
        return fetched(store, forum_id, mail, pick_up)

    def told(taken: Taken) -> None:
        frame.mailing.keep(replace(frame.mailing.mail, imap_marks=taken.marks))
        done(taken)

    frame.tasks.start(work, done=told, failed=failed)


def fetched(store: "Store", forum_id: ForumId, mail: settings.Mail, pick_up: PickUp | None = None) -> Taken:
    """The same in a thread. Raises `NoInbox`; what was taken before stays taken, and is known the next time."""
    from forumplanner.invitations import imap  # noqa: PLC0415 - loads TLS, which nothing else here needs

    inbox = imap.Inbox(
        mail.imap_host, mail.imap_port, mail.user or mail.mailbox, mail.imap_folder, signed_in=bool(mail.sign_in)
    )
    line = store.line()  # an older file knows fewer answers: they are read again
    key = f"{forum_id}{f'.{line}' if line else ''} {inbox.user}@{inbox.host}/{inbox.folder}"
    mark = imap.Mark(*marks_of(mail.imap_marks).get(key, (0, 0)))
    whole = Taken()
    while True:
        picked = (pick_up or imap.pick_up)(inbox, lambda: mail_account.secret(mail), mark)
        delivery = (incoming.read(name, data) for name, data in picked.mails)
        whole.add(take(store, forum_id, delivery, ours_only=True))
        if picked.mark == mark:
            whole.marks = marked(mail.imap_marks, key, (mark.validity, mark.uid))
            return whole
        mark = picked.mark

"""A forum with many invited people in a file, and the form of a round before it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import (
    make_appearance,
    make_delegation,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    text,
)
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, SessionKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.rounds import RoundForm
from forumplanner.invitations.due_changes import everything_due
from forumplanner.queries import replies, telling
from forumplanner.records import CalendarIdentity
from forumplanner.snapshots.telling import MessageLine
from forumplanner.store import Store
from page_stand import Stand
from planner_file import filling_of

GIVEN = ("An", "Bình", "Chi", "Dara", "Elif", "Farid", "Gita", "Hung", "Ismail", "Jaya")
FAMILY = ("Nguyễn", "Perera", "Rahman", "Somphou", "Tamang", "Uddin")


class Office:
    """`people` by mail, the first three a chair's, a speaker's and a head's; `chats` more are reached in chats."""

    def __init__(self, store: Store, people: int, chats: int = 0) -> None:
        self.store = store
        with filling_of(store) as db:
            forum = make_forum(db, mailbox="office@yunling.example")
            hall = make_room(db, forum)
            make_session(
                db, forum, "开幕式", "Opening Ceremony", kind=SessionKind.OPENING, start="09:00", end="10:00",
                rooms=(hall,),
            )  # fmt: skip
            talk = make_session(
                db, forum, "第一分论坛", "Forum 1", kind=SessionKind.PARALLEL, start="14:00", end="16:00", rooms=(hall,)
            )
            part = make_part(db, talk)
            groups = [make_delegation(db, forum, name=text(f"代表团{n}", f"Delegation {n}")) for n in range(3)]
            for place in range(people + chats):
                name = f"{GIVEN[place % 10]} {FAMILY[place // 10 % 6]} {place:03}"
                by_mail = place < people
                person = make_person(db, latin=name, country="VN", emails=(mailbox(place),) if by_mail else ())
                made = make_participant(db, forum, person, Category.DELEGATE)
                made.delegation_id = groups[place % 3].id
                made.contact_by = None if by_mail else Channel.CHAT
                if place == 1:
                    make_appearance(db, make_item(db, part, "报告", name, minutes=20), made)
            self.forum = ForumId(forum.id)

    def desk(self) -> Desk:
        with self.store.read() as db:
            plan = telling.load(db, forum_id=self.forum)
            messages = telling.messages(db, forum_id=self.forum)
            return Desk(
                plan, everything_due(plan), messages, telling.replies(db, forum_id=self.forum),
                replies.answers(db, forum_id=self.forum),
            )  # fmt: skip

    def messages(self, *states: OutboxState) -> Sequence[MessageLine]:
        with self.store.read() as db:
            found = telling.messages(db, forum_id=self.forum)
        return [line for line in found if not states or line.state in states]

    def identities(self) -> int:
        with self.store.read() as db:
            return db.query(CalendarIdentity).count()


def mailbox(place: int) -> str:
    """Where the person at that place is written to."""
    return f"p{place:03}@redriver.example"


def files_below(folder: Path) -> Iterator[Path]:
    """All files written, wherever they lie."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


class Round:
    """The form on a stand, with the desk that a page would give it."""

    def __init__(self, office: Office, bot: QtBot) -> None:
        self.office = office
        self.stand = Stand(office.store, office.forum, bot)
        self.stand.mailing.now = lambda: dt.datetime(2026, 10, 9, 1, tzinfo=dt.UTC)
        self.form = RoundForm(self.stand)
        bot.addWidget(self.form)
        self.form.resize(1240, 780)
        self.form.show_desk(office.desk())
        self.form.show()
        self.settle()

    def settle(self) -> None:
        self.stand.settle()

    def again(self) -> None:
        """As the page does once something was kept."""
        self.form.show_desk(self.office.desk())
        self.settle()

    def pasted(self) -> str:
        return QApplication.clipboard().text()

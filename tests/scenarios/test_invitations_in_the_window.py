"""A season of invitations in the real window: account, round, a session moved, update, a decline, a cancellation."""

import datetime as dt
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QSpinBox

from factories import (
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
)
from forumplanner.domain.kinds import Category, InvitationStatus, SessionKind
from forumplanner.gui.pages.findings import FindingsPage
from forumplanner.gui.pages.invitations.page import InvitationsPage
from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.widgets.bars import Figure
from forumplanner.store import Store
from gui.conftest import desk, dressed
from gui_desk import Desk
from mail_server import Script, running
from planner_file import filling_of
from taken_mail import event_of, mail_of

__all__ = ["desk", "dressed"]

LEFT = Qt.MouseButton.LeftButton
MORNING = dt.datetime(2026, 10, 9, 1, 30, tzinfo=dt.UTC)
OFFICE = "office@yunling.example"


def fill(path: Path) -> None:
    """Two speakers and a delegate with mail, a consul who is rung up, two parallel forums."""
    with Store.create(path, actor="Zhou") as store, filling_of(store) as db:
        forum = make_forum(db, mailbox=OFFICE)
        hall, room = make_room(db, forum, code="HALL"), make_room(db, forum, code="R301")
        make_session(
            db, forum, "开幕式", "Opening Ceremony", kind=SessionKind.OPENING, start="09:00", end="10:00", rooms=(hall,)
        )
        people = {
            name: make_participant(
                db,
                forum,
                make_person(db, latin=name, country=country, emails=(mailbox,)),
                category,
                status=InvitationStatus.SENT,
            )
            for name, country, category, mailbox in (
                ("Siri Anurak", "TH", Category.SPEAKER, "siri@menam.example"),
                ("Nimal Perera", "LK", Category.SPEAKER, "perera@mahaweli.example"),
                ("An Hung", "VN", Category.DELEGATE, "hung@redriver.example"),
                ("Aye Min", "MM", Category.CONSULAR, "consul@mission.example"),
            )
        }
        for number, (speaker, title) in enumerate((("Siri Anurak", "Forum 1"), ("Nimal Perera", "Forum 2"))):
            session = make_session(
                db, forum, f"第{number + 1}分论坛", title, kind=SessionKind.PARALLEL, start="14:00", end="15:00",
                rooms=(hall, room)[number : number + 1],
            )  # fmt: skip
            item = make_item(db, make_part(db, session), "报告", f"Talk {number + 1}", minutes=20)
            make_appearance(db, item, people[speaker])


class Office:
    """The secretary at the window, by its buttons and fields, and the server that takes the mail."""

    def __init__(self, desk: Desk, path: Path, script: Script, port: int) -> None:
        self.desk, self.script, self.port = desk, script, port
        real = dt.datetime.now(dt.UTC)
        desk.window.shell.mailing.now = lambda: MORNING + (dt.datetime.now(dt.UTC) - real)
        desk.window.opening.open_path(path)
        desk.until(desk.window.shell.is_open)
        desk.settle()

    def show(self, page: str) -> None:
        self.click(f"nav_{page}")
        self.desk.until(lambda: self.desk.window.stack.key() == page)
        self.desk.settle()

    def click(self, name: str) -> None:
        found = [one for one in self.desk.window.findChildren(QAbstractButton, name) if one.isVisible()]
        assert len(found) == 1, (name, found)
        assert found[0].isEnabled(), (name, found[0].toolTip())
        QTest.mouseClick(found[0], LEFT)

    def write(self, name: str, words: str) -> None:
        field = self.desk.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    @property
    def page(self) -> InvitationsPage:
        page = self.desk.window.stack.page()
        assert isinstance(page, InvitationsPage)
        return page

    def set_up_account(self) -> None:
        """Through the panel; the server has no TLS, since it stands on this very computer."""
        self.page.show_panel("account")
        self.write("accountMailbox", OFFICE)
        self.write("accountHost", "127.0.0.1")
        security = self.desk.find(QComboBox, "accountSecurity")
        security.setCurrentIndex(security.findData("none"))
        security.activated.emit(security.currentIndex())
        self.desk.find(QSpinBox, "accountPort").setValue(self.port)
        self.desk.find(QSpinBox, "accountPerMinute").setValue(600)
        self.desk.find(QCheckBox, "accountOpen").setChecked(True)
        self.desk.settle()
        self.click("accountMyself")
        self.desk.until(lambda: len(self.script.taken) == 1)
        self.desk.until(lambda: not self.desk.window.shell.mailing.why_not())

    def mails(self, act: Callable[[], object], number: int) -> dict[str, EmailMessage]:
        """What the server takes after an act, by its recipient; no more than `number`."""
        before = len(self.script.taken)
        mailing = self.desk.window.shell.mailing
        act()
        self.desk.until(lambda: len(self.script.taken) == before + number and not mailing.is_running())
        self.desk.settle()
        taken = self.script.taken[before:]
        assert len(taken) == number
        return {to: mail_of(content) for to, content in taken}

    def review_and_send(self) -> None:
        self.click("mailReview")
        self.desk.settle()
        self.click("reviewSend")

    def move(self, title: str) -> None:
        """A session ten minutes later, on the board, by the arrows."""
        self.show("programme")
        page = self.desk.window.stack.page()
        assert isinstance(page, ProgrammePage)
        session = next(one for one in page.model.programme.sessions if one.title.side(1) == title)
        page.show_target(session.id)
        self.desk.settle()
        page.board.view.setFocus()
        store = self.desk.window.shell.store
        for _ in range(2):
            before = store.head()
            self.desk.press(Qt.Key.Key_Down)
            self.desk.until(lambda before=before: store.head() != before)  # type: ignore[misc]  # bound for the loop
        self.desk.settle()

    def remove(self, title: str) -> None:
        """A session is taken out of the programme."""
        self.show("programme")
        page = self.desk.window.stack.page()
        assert isinstance(page, ProgrammePage)
        session = next(one for one in page.model.programme.sessions if one.title.side(1) == title)
        page.show_target(session.id)
        self.desk.settle()
        page.board.view.setFocus()
        store = self.desk.window.shell.store
        before = store.head()
        self.desk.press(Qt.Key.Key_Delete)
        self.desk.until(lambda: store.head() != before)
        self.desk.settle()

    def take_answer(self, path: Path) -> None:
        self.page.show_panel("replies")
        self.desk.dialogs.answers.append(path)
        self.click("repliesFiles")
        self.desk.settle()

    def findings(self) -> list[str]:
        """What the page Findings says, row by row."""
        page = self.desk.window.stack.page()
        assert isinstance(page, FindingsPage)
        self.desk.until(page.model.rowCount)
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(page.model.index(row).data(role)) for row in range(page.model.rowCount())]


def answer(mail: EmailMessage, said: str) -> bytes:
    """What a calendar sends back for an invitation."""
    _method, event = event_of(mail)
    to = str(mail["To"]).rpartition("<")[2].rstrip(">")
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//another//calendar//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{event['UID']}\r\nSEQUENCE:{event['SEQUENCE']}\r\nDTSTAMP:20261009T020000Z\r\n"
        f"DTSTART:20261114T060000Z\r\nORGANIZER:mailto:{OFFICE}\r\n"
        f"ATTENDEE;PARTSTAT={said}:mailto:{to}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    reply = EmailMessage()
    reply["From"], reply["To"], reply["Subject"] = to, OFFICE, "Re: invitation"
    reply.set_content("See the calendar part.")
    reply.add_alternative(calendar.encode(), maintype="text", subtype="calendar", params={"method": "REPLY"})
    return reply.as_bytes()


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def office(desk: Desk, script: Script, tmp_path: Path) -> Iterator[Office]:
    path = tmp_path / "season.forumplanner"
    fill(path)
    with running(script) as port:
        yield Office(desk, path, script, port)


def test_invite_move_update_decline_cancel(office: Office, tmp_path: Path) -> None:
    office.show("invitations")
    office.set_up_account()

    office.click("mailRound")
    office.desk.settle()
    invited = office.mails(lambda: office.click("roundStart"), 3)
    assert set(invited) == {"siri@menam.example", "perera@mahaweli.example", "hung@redriver.example"}
    assert {event_of(mail)[0] for mail in invited.values()} == {"REQUEST"}
    assert not office.page.sums.people()

    office.move("Forum 1")
    office.show("invitations")
    assert (office.page.sums.people(), office.page.sums.in_peace) == (1, 2)
    moved = office.mails(office.review_and_send, 1)
    method, event = event_of(moved["siri@menam.example"])
    assert (method, event["SEQUENCE"], event.start) == (
        "REQUEST",
        1,
        dt.datetime(2026, 11, 14, 14, 10, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    )

    reply = tmp_path / "declined.eml"
    reply.write_bytes(answer(moved["siri@menam.example"], "DECLINED"))
    office.take_answer(reply)
    stay = tmp_path / "stays-away.eml"
    stay.write_bytes(answer(invited["hung@redriver.example"], "DECLINED"))
    office.take_answer(stay)
    office.show("overview")
    assert office.desk.find(Figure, "reply_declined").accessibleName() == "Declined 1"
    office.click("overviewFindings")
    office.desk.settle()
    assert any("Siri Anurak" in words and "declined" in words for words in office.findings()), office.findings()

    office.remove("Forum 2")
    office.show("invitations")
    dropped = office.mails(office.review_and_send, 1)
    method, event = event_of(dropped["perera@mahaweli.example"])
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert not office.page.sums.people()

"""The account beside the page: servers guessed, the code in the key store, tried by a line and by a mail to oneself."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from forumplanner import keystore
from forumplanner.gui import mail_account
from forumplanner.gui.frame import look
from forumplanner.gui.pages.invitations.account import AccountPanel
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.settings import Mail
from forumplanner.store import Store
from key_drawer import Drawer
from mail_post import BOX, account, forum_in
from mail_server import Script, running
from page_stand import Stand, find

QQ = "lin@qq.com@smtp.qq.com"


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    usual, drawer = keyring.get_keyring(), Drawer()
    keyring.set_keyring(drawer)
    yield drawer
    mail_account.forget_password(QQ)
    keyring.set_keyring(usual)


class Room:
    def __init__(self, store: Store, bot: QtBot) -> None:
        self.stand = Stand(store, forum_in(store), bot)
        self.panel = AccountPanel(self.stand)
        bot.addWidget(self.panel)
        self.panel.resize(312, 900)
        self.panel.show()

    @property
    def mail(self) -> Mail:
        return self.stand.mailing.mail

    def write(self, name: str, text: str) -> None:
        field = find(self.panel, QLineEdit, name)
        field.setFocus()
        field.selectAll()
        field.insert(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.stand.settle()

    def note(self, field: str) -> str:
        return find(self.panel, Label, f"{field}Note").text()

    def proof(self) -> str:
        return find(self.panel, Pill, "accountProof").text()

    def use(self, mail: Mail) -> None:
        self.stand.mailing.keep(mail)

    def tried(self) -> str:
        self.stand.settle()
        return self.panel.trying.sentence()


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path, drawer: Drawer) -> Iterator[Room]:
    with Store.create(tmp_path / "account.forumplanner", actor="Zhou") as store:
        yield Room(store, qtbot)


def test_an_address_is_enough_for_a_large_service(room: Room) -> None:
    room.write("accountMailbox", "lin＠qq.com ")

    mail = room.mail
    assert (mail.mailbox, mail.host, mail.port, mail.security) == ("lin@qq.com", "smtp.qq.com", 465, "tls")
    assert (mail.imap_host, mail.imap_port, room.panel.service.key()) == ("imap.qq.com", 993, "qq")
    assert room.note("accountCodeLine").startswith("Not the password: a code")
    assert room.proof() == "Not tried"


def test_an_account_that_is_none_is_not_called_untried(room: Room) -> None:
    before = room.proof()
    room.write("accountMailbox", "lin@qq.com")

    assert (before, room.proof()) == ("Not set up", "Not tried")


def test_a_server_entered_by_hand_outlives_another_address(room: Room) -> None:
    room.write("accountMailbox", "lin@qlmu.example")
    room.write("accountHost", "Post.qlmu.example")
    room.write("accountMailbox", "zhou@qlmu.example")

    assert (room.mail.mailbox, room.mail.host) == ("zhou@qlmu.example", "post.qlmu.example")


def test_an_office_chooses_its_service(room: Room) -> None:
    room.write("accountMailbox", "office@qlmu.example")
    room.panel.service.choose("exmail")
    room.panel.service.picked.emit("exmail")

    assert (room.mail.host, room.mail.imap_host) == ("smtp.exmail.qq.com", "imap.exmail.qq.com")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("lin@qq,com", "look for a comma instead of a dot"),
        ("lin", "Write it like office@example.org."),
        ("lin@qq.com;zhou@qq.com", "Enter one address only."),
    ],
)
def test_an_address_that_is_none_is_not_taken(room: Room, written: str, said: str) -> None:
    room.write("accountMailbox", written)

    assert said in find(room.panel, QLineEdit, "accountMailbox").toolTip()
    assert room.mail == Mail()


def test_another_protection_brings_its_port(room: Room) -> None:
    room.write("accountMailbox", "office@qlmu.example")
    room.panel.server.security.picked.emit("starttls")

    assert (room.mail.security, room.mail.port) == ("starttls", 587)


def test_limits_and_hours_are_kept_and_the_wrong_way_round_is_not(room: Room) -> None:
    room.panel.limits.per_day.setValue(150)
    room.write("accountOpens", "09:00")
    room.write("accountCloses", "08:00")

    assert (room.mail.per_day, room.mail.opens, room.mail.closes) == (150, 540, 1200)
    assert room.panel.limits.closes.toolTip() == "Mail goes from an earlier to a later time of the same day."


def test_the_code_goes_into_the_key_store_and_is_forgotten_on_demand(room: Room, drawer: Drawer) -> None:
    room.write("accountMailbox", "lin@qq.com")
    assert not room.panel.trying.test.isEnabled()

    room.write("accountCode", "abcdefghijklmnop")

    assert drawer.kept == {(keystore.SERVICE, QQ): "abcdefghijklmnop"}
    assert (room.panel.code.text(), room.panel.code.placeholderText()) == ("", "••••••••")
    assert room.note("accountCodeLine") == "Kept in this system's key store, never in the planner file."
    assert room.panel.trying.test.isEnabled()

    room.panel.forget.click()
    room.stand.settle()
    assert (drawer.kept, room.panel.trying.test.isEnabled()) == ({}, False)


def test_without_a_key_store_it_is_said_that_the_code_lasts_until_the_end(room: Room) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # untyped there
    room.write("accountMailbox", "lin@qq.com")

    room.write("accountCode", "abcdefghijklmnop")

    assert room.note("accountCodeLine").startswith("This system has no key store: the code is forgotten when")
    assert keystore.password(QQ) == "abcdefghijklmnop"


def test_the_connection_is_tested_without_a_mail(room: Room) -> None:
    script = Script()
    with running(script) as port:
        room.use(account(port))
        room.panel.trying.test.click()
        said = room.tried()

    assert said == (
        "The server answers and takes the login. Its certificate is trusted. Nothing was sent. Now send one to "
        "yourself."
    )
    assert script.taken == []


def test_what_is_wrong_stands_in_the_card(room: Room) -> None:
    with running(Script()) as port:
        room.use(account(port, security="starttls"))
        room.panel.trying.test.click()
        said = room.tried()

    assert said == (
        f"That did not work 127.0.0.1 offers no STARTTLS at port {port}. Nothing was sent this time. Choose TLS with "
        "port 465."
    )


def test_one_to_myself_proves_the_account_until_it_is_another(room: Room) -> None:
    script = Script()
    with running(script) as port:
        mail = account(port)
        room.use(Mail(mailbox=BOX, host=mail.host, port=port, security="none", logs_in=False))
        before = room.proof()
        room.panel.trying.myself.click()
        said = room.tried()

    assert (before, room.proof(), [to for to, _mail in script.taken]) == ("Not tried", "Tried", [BOX])
    assert said == f"The server took it. Look into {BOX}: if it lies there, mail can be sent from here."

    room.write("accountHost", "smtp.qlmu.example")
    assert (room.proof(), room.panel.trying.sentence()) == ("Not tried", "")


def test_both_languages(room: Room) -> None:
    room.write("accountMailbox", "lin@qq.com")
    try:
        look.speak("zh-Hans")

        assert room.proof() == "未试过"
        assert room.panel.service.currentText() == "QQ邮箱"
    finally:
        look.speak("en")

"""The sign-in of the account in the browser: begun, given up, kept in the key store, used for mail, ended."""

import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
import trustme
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

import oauth_server
from forumplanner.gui import mail_account, mail_sign_in
from forumplanner.gui.pages.invitations.account import AccountPanel
from forumplanner.gui.pages.invitations.account.oauth import SignInCard
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.invitations import oauth
from forumplanner.keystore import SERVICE
from forumplanner.settings import Mail
from forumplanner.store import Store
from key_drawer import Drawer
from mail_post import account, forum_in
from oauth_server import Authority
from page_stand import Stand, find


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    usual, drawer = keyring.get_keyring(), Drawer()
    keyring.set_keyring(drawer)
    yield drawer
    keyring.set_keyring(usual)


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    """Microsoft's place is taken by a server on the loopback, whose certificate this computer trusts."""
    ca, server_side = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("localhost").configure_cert(server_side)
    trust = ssl.create_default_context()
    ca.configure_trust(trust)
    monkeypatch.setattr(ssl, "create_default_context", lambda *_args, **_more: trust)
    authority = Authority(secret="hush")  # noqa: S106 - of a server that lives as long as a test
    with oauth_server.running(authority, server_side) as service:
        monkeypatch.setitem(oauth.SERVICES, "microsoft", service)
        yield authority


class Room:
    def __init__(self, store: Store, bot: QtBot) -> None:
        self.stand, self.bot = Stand(store, forum_in(store), bot), bot
        self.stand.mailing.keep(account(465))
        self.panel = AccountPanel(self.stand)
        bot.addWidget(self.panel)
        self.panel.resize(312, 900)
        self.panel.show()
        self.card = find(self.panel, SignInCard, "accountSignIn")
        self.card.browse = lambda address: threading.Thread(
            target=oauth_server.browse, args=(address, ssl.create_default_context())
        ).start()

    @property
    def mail(self) -> Mail:
        return self.stand.mailing.mail

    def choose(self, **values: str) -> None:
        self.stand.mailing.keep(replace(self.mail, **values))  # type: ignore[arg-type]  # texts only

    def press(self, name: str) -> None:
        find(self.panel, Button, name).click()

    def wait_for(self, note: str) -> None:
        self.bot.waitUntil(lambda: find(self.panel, QLabel, "accountSignInNote").text() == note, timeout=10_000)

    def shown(self) -> set[str]:
        buttons = ("accountSignInButton", "accountSignInStop", "accountSignOut")
        return {name for name in buttons if find(self.panel, Button, name).isVisible()}


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot, drawer: Drawer, authority: Authority) -> Iterator[Room]:
    with Store.create(tmp_path / "account.forumplanner", actor="Zhou") as store:
        room = Room(store, qtbot)
        yield room
        room.stand.tasks.wait()
        mail_sign_in.forget(room.mail)


def test_by_a_code_nothing_of_it_is_asked_for(room: Room) -> None:
    assert room.shown() == set()
    assert find(room.panel, Combo, "accountSignInWay").key() == ""


def test_a_client_is_needed_first(room: Room) -> None:
    room.choose(sign_in="microsoft")

    assert room.shown() == {"accountSignInButton"}
    assert not find(room.panel, Button, "accountSignInButton").isEnabled()
    assert mail_account.missing(room.mail) == "Nobody is signed in to office@yunling.example. Sign in under Account."


def test_whoever_signed_in_sends_by_tokens_from_the_key_store(room: Room, drawer: Drawer, authority: Authority) -> None:
    room.choose(sign_in="microsoft", client_id="forum-client")
    find(room.panel, QLineEdit, "accountClientSecret").setText("hush")
    room.press("accountSignInButton")
    room.wait_for("Signed in. Now send one to yourself.")

    assert sorted(drawer.kept.values()) == ["hush", "refresh1"]
    assert {service for service, _name in drawer.kept} == {SERVICE}
    assert room.shown() == {"accountSignOut"}
    assert mail_account.missing(room.mail) == ""
    assert (mail_account.secret(room.mail), mail_account.server(room.mail).signed_in) == ("access2", True)
    assert not room.mail.is_proven, "another login has to prove itself anew"

    room.press("accountSignOut")
    room.bot.waitUntil(lambda: room.shown() == {"accountSignInButton"})
    assert list(drawer.kept.values()) == ["hush"]


def test_waiting_for_the_browser_can_be_given_up(room: Room, authority: Authority) -> None:
    room.choose(sign_in="microsoft", client_id="forum-client")
    room.card.browse = lambda _address: None
    room.press("accountSignInButton")
    assert room.shown() == {"accountSignInStop"}

    room.press("accountSignInStop")
    assert room.stand.tasks.wait(5000)
    assert room.shown() == {"accountSignInButton"}
    assert authority.asked == []


def test_a_refusal_stands_in_the_card(room: Room, authority: Authority) -> None:
    room.choose(sign_in="microsoft", client_id="forum-client")
    authority.refuses = "access_denied"
    room.press("accountSignInButton")

    room.wait_for("localhost did not sign you in (access_denied). Nothing was changed.")
    assert room.shown() == {"accountSignInButton"}

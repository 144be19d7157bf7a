"""Passwords go to the system's key store; without one they last until the program ends."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from forumplanner import keystore


class Drawer(KeyringBackend):
    """A key store in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # untyped there
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError(username)
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def before() -> Iterator[None]:
    usual = keyring.get_keyring()
    yield
    keyring.set_keyring(usual)
    keystore.forget("a@b")


def test_a_password_is_kept_in_the_systems_store() -> None:
    drawer = Drawer()
    keyring.set_keyring(drawer)

    assert keystore.keep("a@b", "right")
    assert keystore.password("a@b") == "right"
    assert drawer.kept == {("Forum Planner", "a@b"): "right"}

    keystore.forget("a@b")
    keystore.forget("a@b")
    assert keystore.password("a@b") == ""
    assert drawer.kept == {}


def test_without_a_store_it_lasts_until_the_end() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # untyped there

    assert not keystore.keep("a@b", "right")
    assert keystore.password("a@b") == "right"

    keystore.forget("a@b")
    assert keystore.password("a@b") == ""

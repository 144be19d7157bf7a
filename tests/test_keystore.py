"""Passwords go to the system's key store; without one they last until the program ends."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from forumplanner import keystore
from key_drawer import Drawer


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

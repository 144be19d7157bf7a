"""The sign-in of the mail account in the browser: its tokens, kept in the system's key store, renewed when needed."""

import threading
from typing import TYPE_CHECKING

from forumplanner import keystore, settings

if TYPE_CHECKING:  # loads TLS, which nothing needs before somebody signs in
    from forumplanner.invitations.oauth import Access, Client, Tokens

_ACCESS: dict[str, "Access"] = {}
_SEEN: set[str] = set()
"""Sign-ins that are there: asking the system's key store takes a while."""
_ONE_AT_A_TIME = threading.Lock()
"""Sending and reading answers may want a token at the same moment, and a refresh token may be good for one use only."""


def _place(mail: settings.Mail) -> str:
    return f"{mail.account} {mail.sign_in} {mail.client_id}"


def _secret_place(mail: settings.Mail) -> str:
    return f"client {mail.sign_in} {mail.client_id}"


def client(mail: settings.Mail) -> "Client":
    """The forum's own registration with the service."""
    from forumplanner.invitations.oauth import Client  # noqa: PLC0415 - loads TLS

    return Client(mail.client_id, keystore.password(_secret_place(mail)))


def keep_secret(mail: settings.Mail, secret: str) -> bool:
    """Keep the secret of the registration; False where it lasts until the program ends."""
    return keystore.keep(_secret_place(mail), secret)


def keep(mail: settings.Mail, tokens: "Tokens") -> bool:
    """Keep a sign-in; False where it lasts until the program ends."""
    place = _place(mail)
    kept = keystore.keep(place, tokens.refresh)
    with _ONE_AT_A_TIME:
        _ACCESS.pop(place, None)
    _SEEN.add(place)
    return kept


def forget(mail: settings.Mail) -> None:
    """Sign out on this computer."""
    place = _place(mail)
    keystore.forget(place)
    with _ONE_AT_A_TIME:
        _ACCESS.pop(place, None)
    _SEEN.discard(place)


def is_signed_in(mail: settings.Mail) -> bool:
    """Whether a sign-in is known; the system's key store is asked until it is."""
    place = _place(mail)
    if mail.sign_in and place not in _SEEN and keystore.password(place):
        _SEEN.add(place)
    return place in _SEEN


def token(mail: settings.Mail) -> str:
    """An access token that is good now, in a thread. Raises `LoginRefused`, `NoConnection`, `NotInstalled`."""
    from forumplanner.invitations.oauth import SERVICES, Access  # noqa: PLC0415 - loads TLS

    place = _place(mail)
    with _ONE_AT_A_TIME:
        found = _ACCESS.get(place)
        if found is None:
            refresh = keystore.password(place)
            found = Access(SERVICES[mail.sign_in], client(mail), refresh, keep=lambda new: keystore.keep(place, new))
            _ACCESS[place] = found
        return found.token()

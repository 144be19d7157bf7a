"""Signing in to a mail service in the browser instead of by a password (OAuth 2.0, RFC 6749, for programs RFC 8252).

The forum's own IT registers a client with the service and enters its id; no id of ours is shipped. The browser comes
back to a port of this computer's own, with PKCE (RFC 7636); the refresh token goes into the system's key store.
"""

import json
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.invitations.smtp import LoginRefused, NoConnection

if TYPE_CHECKING:  # an addition, not everywhere installed
    from oauthlib.oauth2 import WebApplicationClient

SECONDS: Final = 30
_LONGEST_ANSWER: Final = 100_000
_EARLY: Final = 60
"""Seconds before its end that a token is renewed, for clocks that differ."""


@dataclass(frozen=True, slots=True)
class Service:
    """Where one signs in. `comes_back_to`: the name under which the service lets a browser find this computer."""

    authorize: str
    token: str
    scopes: tuple[str, ...]
    comes_back_to: str = "127.0.0.1"
    further: Mapping[str, str] = field(default_factory=dict)


SERVICES: Final[dict[str, Service]] = {
    "microsoft": Service(
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        (
            "https://outlook.office.com/SMTP.Send",
            "https://outlook.office.com/IMAP.AccessAsUser.All",
            "offline_access",
        ),
        comes_back_to="localhost",
    ),
    "google": Service(
        "https://accounts.google.com/o/oauth2/v2/auth",
        "https://oauth2.googleapis.com/token",
        ("https://mail.google.com/",),
        further={"access_type": "offline", "prompt": "consent"},
    ),
}
"""By code; scopes and endpoints as the services' documentation of XOAUTH2 for SMTP and IMAP names them."""


@dataclass(frozen=True, slots=True)
class Client:
    """The forum's own registration with the service. `secret`: "" where it has none."""

    id: str
    secret: str = ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a service gave: `access` until `ends` (seconds of `time.time`), `refresh` for the next ones."""

    access: str
    ends: float
    refresh: str = ""


class SignInFailed(PlannerError):
    """Nobody signed in: refused, given up, or the answer was none."""


class NotInstalled(PlannerError):
    """The addition that signing in needs is missing."""


def is_installed() -> bool:
    """Whether the addition is there."""
    return find_spec("oauthlib") is not None


class SignIn:
    """One attempt: `address` is opened in a browser, `wait` hears it come back."""

    def __init__(
        self, service: Service, client: Client, mailbox: str = "", *, trust: ssl.SSLContext | None = None
    ) -> None:
        """Take a port and make up the secrets of this attempt. Raises `NotInstalled`."""
        self._service, self._client, self._trust = service, client, trust
        self._oauth = _client(client)
        self._verifier = self._oauth.create_code_verifier(64)
        self._state = self._oauth.state_generator()
        self._port = socket.create_server(("127.0.0.1", 0))
        self._back = f"http://{service.comes_back_to}:{self._port.getsockname()[1]}/"
        hint = {"login_hint": mailbox} if mailbox else {}
        self.address: str = self._oauth.prepare_request_uri(
            service.authorize,
            redirect_uri=self._back,
            scope=" ".join(service.scopes),
            state=self._state,
            code_challenge=self._oauth.create_code_challenge(self._verifier, "S256"),
            code_challenge_method="S256",
            **service.further,
            **hint,
        )

    def wait(self, stopped: Callable[[], bool], *, seconds: float = 300) -> Tokens:
        """The tokens, once the browser came back. Raises `SignInFailed`, `NoConnection`."""
        until = time.monotonic() + seconds
        try:
            while not stopped() and time.monotonic() < until:
                self._port.settimeout(0.2)
                try:
                    line, _address = self._port.accept()
                except TimeoutError:
                    continue
                with line:
                    if (code := self._heard(line)) is not None:
                        return self._tokens(code)
        finally:
            self._port.close()
        raise SignInFailed(_("Nobody signed in. Nothing was changed; press the button again to begin anew."))

    def _heard(self, line: socket.socket) -> str | None:
        """The code that a browser brought; None for anything else that knocked."""
        line.settimeout(2)
        try:
            path = line.recv(8192).split(b" ", 2)[1].decode("ascii", "replace")
        except (OSError, IndexError):
            return None
        if "state=" not in path:
            _say(line, "404 Not Found", "")
            return None
        try:
            # RFC 8252 7.3: the way back to one's own computer needs no TLS, which the library asks for elsewhere.
            found = self._oauth.parse_request_uri_response(f"https://localhost{path}", state=self._state)
        except _oauth_error() as error:
            _say(line, "400 Bad Request", _("Nobody signed in. You can close this page."))
            raise SignInFailed(_not_signed_in(self._service, error)) from error
        _say(line, "200 OK", _("You are signed in. You can close this page and go back to the program."))
        return str(found["code"])

    def _tokens(self, code: str) -> Tokens:
        secret: dict[str, Any] = {"client_secret": self._client.secret} if self._client.secret else {}
        body = self._oauth.prepare_request_body(
            code=code, redirect_uri=self._back, code_verifier=self._verifier, **secret
        )
        try:
            made = _asked(self._service, self._client, body, self._trust)
        except _oauth_error() as error:
            raise SignInFailed(_not_signed_in(self._service, error)) from error
        if not made.refresh:
            raise SignInFailed(
                _("The service gave no lasting sign-in. Ask its administrator to allow offline access for this client.")
            )
        return made


def renewed(service: Service, client: Client, refresh: str, *, trust: ssl.SSLContext | None = None) -> Tokens:
    """New tokens for a refresh token, which may itself be renewed.

    Raises `LoginRefused` where the sign-in holds no longer, `NoConnection`, `NotInstalled`.
    """
    secret = {"client_secret": client.secret} if client.secret else {}
    body = _client(client).prepare_refresh_body(refresh_token=refresh, client_id=client.id, **secret)
    try:
        made = _asked(service, client, body, trust)
    except _oauth_error() as error:
        raise LoginRefused(
            _(
                "{host} takes the sign-in no longer ({error}). Nothing was sent. Sign in again under Account.",
                host=urlsplit(service.token).hostname or "",
                error=_reason(error),
            )
        ) from error
    return made if made.refresh else Tokens(made.access, made.ends, refresh)


@dataclass
class Access:
    """Access tokens for as long as they are asked for; `keep` is told of a refresh token that replaces the last."""

    service: Service
    client: Client
    refresh: str
    keep: Callable[[str], object] = lambda _refresh: None
    trust: ssl.SSLContext | None = None
    _now: Tokens | None = None

    def token(self) -> str:
        """One that is good now. Raises as `renewed`."""
        if self._now is None or self._now.ends - _EARLY < time.time():
            self._now = renewed(self.service, self.client, self.refresh, trust=self.trust)
            if self._now.refresh != self.refresh:
                self.refresh = self._now.refresh
                self.keep(self.refresh)
        return self._now.access


def _asked(service: Service, client: Client, body: str, trust: ssl.SSLContext | None) -> Tokens:
    """Ask the token endpoint (RFC 6749 4.1.3, 6). Raises what the library says of a refusal, and `NoConnection`."""
    request = urllib.request.Request(  # noqa: S310 - the addresses of services stand above and are https
        service.token,
        body.encode(),
        {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
    )
    context = trust or ssl.create_default_context()
    try:
        with urllib.request.urlopen(request, timeout=SECONDS, context=context) as answer:  # noqa: S310 - as above
            content = answer.read(_LONGEST_ANSWER)
    except urllib.error.HTTPError as error:  # 400 holds the reason as JSON (RFC 6749 5.2)
        content = error.read(_LONGEST_ANSWER)
    except OSError as error:
        raise NoConnection(_unreachable(service, error)) from error
    try:
        found: Mapping[str, Any] = _client(client).parse_request_body_response(json.dumps(_object(content)))
        seconds = float(found.get("expires_in") or 0)
    except (ValueError, TypeError, AttributeError) as error:  # no JSON, or not what it should hold
        raise NoConnection(_unreachable(service, error)) from error
    return Tokens(str(found["access_token"]), time.time() + seconds, str(found.get("refresh_token") or ""))


def _object(content: bytes) -> dict[str, Any]:
    """An object of JSON (RFC 6749 5.1); others pass for a form. Raises `ValueError`, `TypeError`."""
    found = json.loads(content)
    if not isinstance(found, dict):
        raise TypeError(_("that is no answer"))
    return found


def _client(client: Client) -> "WebApplicationClient":
    if not is_installed():
        raise NotInstalled(
            _("Signing in needs an addition to this program. Ask whoever installed it to add “forumplanner[oauth]”.")
        )
    from oauthlib.oauth2 import WebApplicationClient  # noqa: PLC0415 - an addition, not everywhere installed

    return WebApplicationClient(client.id)


def _oauth_error() -> type[Exception]:
    from oauthlib.oauth2 import OAuth2Error  # noqa: PLC0415 - as above

    return OAuth2Error


def _reason(error: Exception) -> str:
    return str(getattr(error, "description", "") or getattr(error, "error", "") or error)


def _not_signed_in(service: Service, error: Exception) -> str:
    host = urlsplit(service.authorize).hostname or ""
    return _("{host} did not sign you in ({error}). Nothing was changed.", host=host, error=_reason(error))


def _unreachable(service: Service, error: Exception) -> str:
    return _(
        "{host} can't be reached to sign in ({error}). Nothing was sent. Check the network.",
        host=urlsplit(service.token).hostname or "",
        error=str(error),
    )


def _say(line: socket.socket, status: str, words: str) -> None:
    """Answer the browser in a page of one sentence."""
    page = f'<!DOCTYPE html><meta charset="utf-8"><p style="font-family:sans-serif">{words}</p>\n'.encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n"
    try:
        line.sendall(f"{head}Connection: close\r\n\r\n".encode() + page)
    except OSError:  # the browser has gone: it was the code that mattered
        return

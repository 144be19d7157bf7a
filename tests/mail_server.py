"""A mail server of our own on the loopback: it answers as its script says and keeps what it took."""

import base64
import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

from aiosmtpd import smtp
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

TOOK = "250 2.0.0 OK"


@dataclass
class Script:
    """Answers in the order of the mails; where a list is used up, all is well.

    An answer to DATA may be "drop" (the line is cut after the final dot, the mail is taken) or "lose" (cut, not taken).
    """

    rcpt: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    taken: list[tuple[str, bytes]] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, server: smtp.SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Answer RCPT."""
        answer = self.rcpt.pop(0) if self.rcpt else TOOK
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        elif answer.startswith("421"):
            await server.push(answer)
            _cut(server)
        return answer

    async def handle_DATA(self, server: smtp.SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        """Answer the final dot."""
        answer = self.data.pop(0) if self.data else TOOK
        if answer in {TOOK, "drop"}:
            content = envelope.content
            assert isinstance(content, bytes)
            self.taken.append((envelope.rcpt_tos[0], content))
        if answer in {"drop", "lose"}:
            _cut(server)
            return TOOK
        return answer

    async def auth_XOAUTH2(self, server: smtp.SMTP, args: list[str]) -> AuthResult:  # noqa: N802 - as above
        """Take the token "right" of the user "office"."""
        if base64.b64decode(args[1]) == b"user=office\x01auth=Bearer right\x01\x01":
            return AuthResult(success=True)
        await server.challenge_auth(b'{"status":"401"}')
        return AuthResult(success=False, handled=False)

    def ids(self) -> list[str]:
        """Message-IDs of all that was taken."""
        return [str(message_from_bytes(content)["Message-ID"]) for _to, content in self.taken]


def _cut(server: smtp.SMTP) -> None:
    transport: Any = server.transport
    transport.abort()


def _login(_server: smtp.SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"office", b"right")
    return AuthResult(success=good, handled=False) if not good else AuthResult(success=True)


@contextlib.contextmanager
def running(
    script: Script, *, tls: ssl.SSLContext | None = None, starttls: bool = False, **options: Any
) -> Iterator[int]:
    """The server's port on 127.0.0.1 while it runs; `options` go to the protocol."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own: dict[str, Any] = {"enable_SMTPUTF8": False, **options}
    if starttls:
        own |= {"tls_context": tls, "require_starttls": True}
    if options.get("auth_required"):
        own |= {"authenticator": _login}
    controller = Controller(
        script, hostname="127.0.0.1", port=port, ssl_context=None if starttls else tls, ready_timeout=20, **own
    )
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@contextlib.contextmanager
def silent() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        held: list[socket.socket] = []
        thread = threading.Thread(target=_hold, args=(listening, held), daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        for line in held:
            line.close()


def _hold(listening: socket.socket, held: list[socket.socket]) -> None:
    with contextlib.suppress(OSError):
        while True:
            held.append(listening.accept()[0])

"""Handing one mail at a time to a mail server (SMTP, RFC 5321), and saying exactly how far each of them came."""

import contextlib
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Final, Self

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _

SECONDS: Final = 60
"""How long a server may be silent; RFC 5321 4.5.3.2 allows some steps more, but somebody waits here."""


class Security(StrEnum):
    """How the line is protected; the server's certificate is always verified."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Outcome(StrEnum):
    """How far a mail came."""

    SENT = "sent"
    RETRY = "retry"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Account:
    """Where mail is handed over. `user`: "" for a server that asks for no login.

    `signed_in`: the password is an access token of a sign-in in the browser (XOAUTH2).
    """

    host: str
    port: int
    security: Security
    user: str = ""
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one mail: the server's reply code (0 = the line broke) and its words, for the log.

    `closed`: the server ended the conversation, so that the next mail needs a new one.
    """

    outcome: Outcome
    code: int = 0
    answer: str = ""
    closed: bool = False


class NoConnection(PlannerError):
    """The server can't be reached, its certificate isn't to be trusted, or it closed the line before any mail."""


class LoginRefused(PlannerError):
    """User name or password were refused (RFC 4954: 535); the run stops, for more attempts may lock the account."""


class Line:
    """An open line to a mail server. One recipient a mail: a list that is refused in part raises nothing at all."""

    def __init__(
        self,
        account: Account,
        password: Callable[[], str],
        *,
        trust: ssl.SSLContext | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._account, self._password, self._seconds = account, password, seconds
        self._trust = trust or ssl.create_default_context()
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Open the line. Raises `NoConnection` or `LoginRefused`."""
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, politely where the server still listens."""
        self.close()

    def open(self) -> None:
        """Connect, protect the line and log in. Raises `NoConnection` or `LoginRefused`."""
        self.close()
        try:
            self._smtp = self._connected()
            if self._smtp.sock is not None:  # else the final dot waits 40 ms for the server's receipt of the mail
                self._smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._log_in(self._smtp)
        except (ssl.SSLError, ssl.CertificateError) as error:
            self._drop()
            raise NoConnection(_untrusted(self._account.host, error)) from error
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise NoConnection(_unreachable(self._account, error)) from error

    def _connected(self) -> smtplib.SMTP:
        account = self._account
        if account.security is Security.TLS:
            return smtplib.SMTP_SSL(account.host, account.port, timeout=self._seconds, context=self._trust)
        smtp = smtplib.SMTP(account.host, account.port, timeout=self._seconds)
        self._smtp = smtp
        if account.security is Security.STARTTLS:
            smtp.starttls(context=self._trust)
        return smtp

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        smtp.ehlo_or_helo_if_needed()
        if not self._account.user:
            return
        try:
            if self._account.signed_in:
                words = xoauth2(self._account.user, self._password())
                # A challenge says why it was refused; it is answered by nothing, and the refusal follows.
                smtp.auth("XOAUTH2", lambda challenge=None: words if challenge is None else "")
            else:
                smtp.login(self._account.user, self._password())
        except smtplib.SMTPAuthenticationError as error:
            self._drop()
            raise LoginRefused(_not_logged_in(self._account, error)) from error
        except UnicodeEncodeError as error:
            self._drop()
            raise LoginRefused(_not_ascii(self._account)) from error

    def close(self) -> None:
        """Say goodbye and hang up."""
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            smtp.quit()
        except (OSError, smtplib.SMTPException):  # gone already: nothing was under way
            smtp.close()

    def cut(self) -> None:
        """Hang up at once, from another thread: what is under way ends as on any line that breaks."""
        sock = self._smtp.sock if self._smtp is not None else None
        if sock is not None:
            with contextlib.suppress(OSError):  # hung up already
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None

    def send(self, data: bytes, *, sender: str, recipient: str) -> Delivery:
        """Hand over one mail. A line that breaks before the final dot took nothing; after it, nobody knows."""
        smtp = self._smtp
        if smtp is None:
            return Delivery(Outcome.RETRY, closed=True)
        try:
            refusal = self._envelope(smtp, sender, recipient) or self._announced(smtp)
            if refusal:
                return refusal
            smtp.send(_dotted(data))
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Delivery(Outcome.RETRY, 0, str(error), closed=True)
        return self._ended(smtp)

    def _envelope(self, smtp: smtplib.SMTP, sender: str, recipient: str) -> Delivery | None:
        """MAIL and RCPT; what the server said where it took one of them not."""
        utf8 = not recipient.isascii() or not sender.isascii()
        if utf8 and not smtp.has_extn("smtputf8"):
            return Delivery(Outcome.REFUSED, 553, _("This mail server takes no address with such letters."))
        code, words = smtp.mail(sender, ("SMTPUTF8", "BODY=8BITMIME") if utf8 else ())
        if code == 250:
            code, words = smtp.rcpt(recipient)
        if code in {250, 251}:
            return None
        return self._refused(smtp, code, words)

    def _announced(self, smtp: smtplib.SMTP) -> Delivery | None:
        code, words = smtp.docmd("DATA")
        return None if code == 354 else self._refused(smtp, code, words)

    def _ended(self, smtp: smtplib.SMTP) -> Delivery:
        """The final dot: from here on the mail is in doubt until the server has answered."""
        try:
            smtp.send(b".\r\n")
            code, words = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Delivery(Outcome.UNKNOWN, 0, str(error), closed=True)
        if not 200 <= code < 600:
            self._drop()
            return Delivery(Outcome.UNKNOWN, 0, _words(words), closed=True)
        if code < 300:
            return Delivery(Outcome.SENT, code, _words(words))
        return self._refused(smtp, code, words)

    def _refused(self, smtp: smtplib.SMTP, code: int, words: bytes) -> Delivery:
        """4yz may be tried again, 5yz may not (RFC 5321 4.2.1); 421 closes the line. The envelope is cleared."""
        closed = code in {-1, 421}
        if closed:
            self._drop()
        else:
            try:
                smtp.rset()
            except (OSError, smtplib.SMTPException):
                self._drop()
                closed = True
        outcome = Outcome.REFUSED if 500 <= code < 600 else Outcome.RETRY
        return Delivery(outcome, max(code, 0), _words(words), closed)


def _not_ascii(account: Account) -> str:
    return _(
        "The login {user} or its code holds letters that mail servers don't take. Nothing was sent. Enter both again, "
        "without full-width characters.",
        user=account.user,
    )


def xoauth2(user: str, token: str) -> str:
    """What a server is told instead of a password, before base64 (XOAUTH2, as the services that use it document it)."""
    return f"user={user}\x01auth=Bearer {token}\x01\x01"


def _dotted(data: bytes) -> bytes:
    """The mail with doubled dots at line starts (RFC 5321 4.5.2), ready for the final one."""
    lines = data.replace(b"\r\n.", b"\r\n..")
    start = b"." if lines.startswith(b".") else b""
    end = b"" if lines.endswith(b"\r\n") else b"\r\n"
    return start + lines + end


def _words(answer: bytes) -> str:
    return answer.decode("utf-8", "replace")


def _untrusted(host: str, error: Exception) -> str:
    return _(
        "The certificate of {host} can't be trusted ({error}). Nothing was sent. Ask the mail administrator; "
        "check the server's name in Settings.",
        host=host,
        error=getattr(error, "verify_message", "") or str(error),
    )


def _unreachable(account: Account, error: Exception) -> str:
    return _(
        "The mail server {host}, port {port}, can't be used ({error}). Nothing was sent. Check the name, the port and "
        "the network.",
        host=account.host,
        port=account.port,
        error=str(error),
    )


def _not_logged_in(account: Account, error: smtplib.SMTPAuthenticationError) -> str:
    if account.signed_in:
        return _(
            "{host} refused the sign-in of {user} ({code}). Nothing was sent. Ask the mail administrator to allow "
            "programs to send from this mailbox, then sign in again.",
            host=account.host,
            user=account.user,
            code=error.smtp_code,
        )
    return _(
        "{host} refused the login of {user} ({code}). Nothing was sent. Many providers ask for an authorisation code "
        "instead of the password.",
        host=account.host,
        user=account.user,
        code=error.smtp_code,
    )

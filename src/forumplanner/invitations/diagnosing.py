"""Why a mail server could not be used, in one sentence that says what is wrong and what to do about it."""

import smtplib
import socket
import ssl
from typing import Final

from forumplanner.domain.mail_servers import Service, service_at
from forumplanner.i18n import gettext as _
from forumplanner.invitations.smtp import Account, Delivery, Line, LoginRefused, NoConnection, Security

_OTHER_NAME: Final = 62
"""X509_V_ERR_HOSTNAME_MISMATCH of OpenSSL."""
_EXPIRED: Final = 10
"""X509_V_ERR_CERT_HAS_EXPIRED."""
_USUAL: Final = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}


def said_line(account: Account, error: NoConnection) -> str:
    """What is wrong with the line to the server: its name, port, protection or certificate."""
    cause = error.__cause__
    if isinstance(cause, smtplib.SMTPServerDisconnected) and isinstance(cause.__context__, TimeoutError):
        cause = cause.__context__  # the line stands, but the server never said a word on it
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _certificate(account, cause)
    if isinstance(cause, ssl.SSLError):
        return _(
            "{host} doesn't speak TLS at port {port} from the start. Nothing was sent this time. Choose STARTTLS with "
            "port 587, or TLS with port 465.",
            host=account.host,
            port=account.port,
        )
    if isinstance(cause, socket.gaierror):
        return _(
            "There is no server called “{host}”, or this computer has no network. Nothing was sent this time. Check "
            "the spelling, then the network.",
            host=account.host,
        )
    if isinstance(cause, smtplib.SMTPException):
        return _conversation(account, cause)
    return _silence(account, cause) or str(error)


def _certificate(account: Account, cause: ssl.SSLCertVerificationError) -> str:
    if cause.verify_code == _OTHER_NAME:
        return _(
            "The server behind “{host}” shows a certificate for another name. Nothing was sent this time. Check the "
            "spelling of the server; if it is right, ask its administrator which name to use.",
            host=account.host,
        )
    if cause.verify_code == _EXPIRED:
        return _(
            "The certificate of {host} has expired, or this computer's clock is wrong. Nothing was sent this time. "
            "Check the clock, then tell the mail administrator.",
            host=account.host,
        )
    return _(
        "The certificate of {host} can't be trusted: nobody this computer knows vouches for it. Nothing was sent this "
        "time. Ask the mail administrator for the right server name, or to renew the certificate.",
        host=account.host,
    )


def _conversation(account: Account, cause: smtplib.SMTPException) -> str:
    """The line stands, but the server doesn't do what was asked for."""
    if isinstance(cause, smtplib.SMTPNotSupportedError) and account.security is Security.STARTTLS:
        return _(
            "{host} offers no STARTTLS at port {port}. Nothing was sent this time. Choose TLS with port 465.",
            host=account.host,
            port=account.port,
        )
    if isinstance(cause, smtplib.SMTPNotSupportedError):
        return _(
            "{host} takes no login on a line that is not protected. Nothing was sent this time. Choose TLS with port "
            "465, or STARTTLS with port 587.",
            host=account.host,
        )
    return _(
        "{host} closed the line at port {port} before any mail. Nothing was sent this time. Choose the protection "
        "that belongs to the port: TLS with 465, STARTTLS with 587.",
        host=account.host,
        port=account.port,
    )


def _silence(account: Account, cause: BaseException | None) -> str:
    if isinstance(cause, ConnectionRefusedError):
        return _(
            "Nobody takes mail at {host}, port {port}. Nothing was sent this time. The usual port for this protection "
            "is {usual}.",
            host=account.host,
            port=account.port,
            usual=_USUAL[account.security],
        )
    if isinstance(cause, TimeoutError):
        return _(
            "{host} doesn't answer at port {port}. Nothing was sent this time. A firewall may block this port, or the "
            "protection doesn't belong to it: try TLS with 465 or STARTTLS with 587, then ask the network "
            "administrator.",
            host=account.host,
            port=account.port,
        )
    return ""


def said_login(account: Account) -> str:
    """What to do about a login that was refused, for the service that refused it."""
    service = service_at(account.host)
    where = _WHERE_CODE.get(service)
    if service in {Service.OUTLOOK, Service.OFFICE_365}:
        return _(
            "{host} refused the login of {user}. Nothing was sent this time. Microsoft takes no password from "
            "programs: log in through Microsoft below, or hand the mails over as drafts.",
            host=account.host,
            user=account.user,
        )
    if where is not None:
        return _(
            "{host} refused the login of {user}. Nothing was sent this time. Enter the authorisation code, not the "
            "password; it is made on the web page of the mailbox under {where}.",
            host=account.host,
            user=account.user,
            where=where(),
        )
    return _(
        "{host} refused the login of {user}. Nothing was sent this time. Check login and password; many servers ask "
        "for an authorisation code that is made on the web page of the mailbox.",
        host=account.host,
        user=account.user,
    )


_WHERE_CODE: Final = {
    Service.QQ: lambda: _("Settings, Account, POP3/IMAP/SMTP service"),
    Service.EXMAIL: lambda: _("Settings, WeChat binding, client password"),
    Service.NETEASE_163: lambda: _("Settings, POP3/SMTP/IMAP"),
    Service.NETEASE_126: lambda: _("Settings, POP3/SMTP/IMAP"),
    Service.NETEASE_YEAH: lambda: _("Settings, POP3/SMTP/IMAP"),
    Service.NETEASE_OFFICE: lambda: _("Settings, client authorisation code"),
    Service.ALIYUN_OFFICE: lambda: _("Settings, third-party client security password"),
    Service.SINA: lambda: _("Settings, client POP/IMAP/SMTP"),
    Service.MOBILE_139: lambda: _("Settings, POP3/SMTP/IMAP"),
    Service.GMAIL: lambda: _("Google Account, Security, App passwords"),
}


class ExplainedLine:
    """A line whose refusals say what to do; else as `smtp.Line`."""

    def __init__(self, line: Line, account: Account) -> None:
        self._line, self._account = line, account

    def open(self) -> None:
        """Connect. Raises `NoConnection` or `LoginRefused`, in words for somebody who can't read those of servers."""
        try:
            self._line.open()
        except NoConnection as error:
            raise NoConnection(said_line(self._account, error)) from error
        except LoginRefused as error:
            if self._account.signed_in:
                raise
            raise LoginRefused(said_login(self._account)) from error

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def cut(self) -> None:
        """Hang up at once, from another thread."""
        self._line.cut()

    def send(self, data: bytes, *, sender: str, recipient: str) -> Delivery:
        """Hand over one mail."""
        return self._line.send(data, sender=sender, recipient=recipient)

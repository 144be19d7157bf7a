"""The account that mail goes through: a line to its server, a mail to oneself, and why nothing may be sent."""

import datetime as dt
from typing import TYPE_CHECKING

from forumplanner import keystore, settings
from forumplanner.domain.sending import Limits
from forumplanner.files import PlannerError
from forumplanner.gui import mail_sign_in
from forumplanner.gui.widgets.clock import written
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # loads TLS, which nothing needs before a mail is sent
    from forumplanner.gui.mail_run import Line
    from forumplanner.invitations.smtp import Account


_SEEN: set[str] = set()
"""Accounts whose password is there: asking the system's key store takes a while, and on some systems a question."""


class NotTaken(PlannerError):
    """The server was reached but did not take the mail to oneself."""


def line(mail: settings.Mail) -> "Line":
    """A line to the account's server, not yet open."""
    from forumplanner.invitations import smtp  # noqa: PLC0415 - loads TLS
    from forumplanner.invitations.diagnosing import ExplainedLine  # noqa: PLC0415 - as above

    account = server(mail)
    return ExplainedLine(smtp.Line(account, lambda: secret(mail)), account)


def secret(mail: settings.Mail) -> str:
    """What a login is proven by: the password, or an access token of a sign-in in the browser.

    Takes a while. Raises `LoginRefused` or `NoConnection` where a sign-in can't be renewed.
    """
    return mail_sign_in.token(mail) if mail.sign_in else keystore.password(mail.account)


def server(mail: settings.Mail) -> "Account":
    """Where mail is handed over."""
    from forumplanner.invitations.smtp import Account, Security  # noqa: PLC0415 - loads TLS

    user = (mail.user or mail.mailbox) if mail.logs_in else ""
    return Account(mail.host, mail.port, Security(mail.security), user, signed_in=bool(mail.sign_in))


def try_line(tried: "Line") -> None:
    """Connect and log in, send nothing. Raises `NoConnection` or `LoginRefused`."""
    try:
        tried.open()
    finally:
        tried.close()


def send_to_myself(mail: settings.Mail, used: "Line", now: dt.datetime, data: bytes | None = None) -> None:
    """Hand one mail to the server that goes to the account's own mailbox.

    Raises `NoConnection`, `LoginRefused`, or `NotTaken` with the server's words.
    """
    from forumplanner.invitations.smtp import Outcome  # noqa: PLC0415 - loads TLS
    from forumplanner.invitations.trial import trial_mail  # noqa: PLC0415 - as above

    try:
        used.open()
        content = data or trial_mail(mail.mailbox, now=now)
        delivery = used.send(content, sender=mail.mailbox, recipient=mail.mailbox)
    finally:
        used.close()
    if delivery.outcome is not Outcome.SENT:
        raise NotTaken(
            _(
                "The server did not take the mail to {mailbox}: {answer}. Nobody else got anything. Check the address; "
                "most servers only take mail that comes from the address of the login.",
                mailbox=mail.mailbox,
                answer=f"{delivery.code} {delivery.answer}".strip() or "-",
            )
        )


def limits(mail: settings.Mail, zone: str) -> Limits:
    """How much the account may send when, by the clock of a zone (IANA)."""
    return Limits(mail.per_minute, mail.per_day, mail.opens, mail.closes, zone)


def missing(mail: settings.Mail) -> str:
    """What the account still needs before anything can be tried, in one sentence; "" for nothing."""
    if not mail.mailbox or not mail.host:
        return _("No mail account is set up on this computer. Enter its address under Account.")
    if mail.sign_in:
        signed_in = mail_sign_in.is_signed_in(mail)
        return "" if signed_in else _("Nobody is signed in to {mailbox}. Sign in under Account.", mailbox=mail.mailbox)
    if mail.logs_in and not has_password(mail.account):
        return _("The authorisation code of {mailbox} isn't known here. Enter it under Account.", mailbox=mail.mailbox)
    return ""


def has_password(account: str) -> bool:
    """Whether the password of an account is known; the system's key store is asked until it is."""
    if account not in _SEEN and keystore.password(account):
        _SEEN.add(account)
    return account in _SEEN


def keep_password(account: str, password: str) -> bool:
    """Keep a password; False where this system has no key store, so that it lasts until the program ends."""
    kept = keystore.keep(account, password)
    _SEEN.add(account)
    return kept


def forget_password(account: str) -> None:
    """Keep it no longer."""
    keystore.forget(account)
    _SEEN.discard(account)


def why_not(mail: settings.Mail, limits: Limits, now: dt.datetime, *, sent_today: int) -> str:
    """Why nothing may be sent through the account now, in one sentence; "" where it may."""
    if lacks := missing(mail):
        return lacks
    if not mail.is_proven:
        return _("This account is not tried yet. Under Account, send one mail to yourself first.")
    if not limits.is_open(now):
        return outside(limits)
    if sent_today >= limits.per_day:
        return _("Today's {n} mails have gone. Go on tomorrow from {clock}.", n=sent_today, clock=written(limits.opens))
    return ""


def outside(limits: Limits) -> str:
    """That nothing goes at this hour."""
    return _(
        "Mail goes between {first} and {last} only, by the clock of the forum. Nothing is sent now.",
        first=written(limits.opens),
        last=written(limits.closes),
    )

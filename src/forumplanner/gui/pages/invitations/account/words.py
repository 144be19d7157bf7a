"""What the account's fields say: services, ways to protect the line, faults of an address, where codes are made."""

from collections.abc import Callable
from typing import Final

from forumplanner.domain.mail_servers import Servers, Service
from forumplanner.domain.mailboxes import AddressFault
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

SERVICES: Final[tuple[tuple[str, Text], ...]] = (
    (Service.OTHER, lambda: _("A server of our own")),
    (Service.QQ, lambda: _("QQ Mail")),
    (Service.EXMAIL, lambda: _("Tencent Exmail")),
    (Service.NETEASE_163, "163.com"),
    (Service.NETEASE_126, "126.com"),
    (Service.NETEASE_YEAH, "yeah.net"),
    (Service.NETEASE_OFFICE, lambda: _("NetEase office mail")),
    (Service.ALIYUN, lambda: _("Alibaba Mail, personal")),
    (Service.ALIYUN_OFFICE, lambda: _("Alibaba Mail, office")),
    (Service.SINA, lambda: _("Sina Mail")),
    (Service.MOBILE_139, lambda: _("139 Mail")),
    (Service.GMAIL, "Gmail"),
    (Service.OUTLOOK, "Outlook.com"),
    (Service.OFFICE_365, "Microsoft 365"),
)

SECURITIES: Final[tuple[tuple[str, Text], ...]] = (
    ("tls", lambda: _("TLS from the start")),
    ("starttls", "STARTTLS"),
    ("none", lambda: _("Not protected")),
)


def fault(address_fault: AddressFault) -> str:
    """What is wrong with the address that mail should come from."""
    words: dict[AddressFault, Callable[[], str]] = {
        AddressFault.SEVERAL: lambda: _("Enter one address only."),
        AddressFault.DOMAIN: lambda: _("The part behind the @ is no mail domain; look for a comma instead of a dot."),
    }
    found = words.get(address_fault)
    return found() if found else _("This is no mail address. Write it like office@example.org.")


def code_note(servers: Servers) -> str:
    """What to enter as the code for that service."""
    if servers.wants_oauth:
        return _(
            "Microsoft takes no password from programs. Log in through Microsoft below, or hand mails over as drafts."
        )
    if servers.wants_code:
        return _("Not the password: a code that the service makes on its web page, once programs are allowed there.")
    return _("The password, or a code made for programs where the server asks for one.")

"""Where the large mail services take mail, by the domain of an address; for everybody else a guess to start from.

Hosts and ports are those that the services' own help pages name for programs, with the line protected from the start
(RFC 8314 3.3) wherever the service offers it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forumplanner.domain.mailboxes import domain_of


class Service(StrEnum):
    """A mail service; `OTHER` is a server of one's own."""

    QQ = "qq"
    EXMAIL = "exmail"
    NETEASE_163 = "163"
    NETEASE_126 = "126"
    NETEASE_YEAH = "yeah"
    NETEASE_OFFICE = "qiye163"
    ALIYUN = "aliyun"
    ALIYUN_OFFICE = "qiye_aliyun"
    SINA = "sina"
    MOBILE_139 = "139"
    GMAIL = "gmail"
    OUTLOOK = "outlook"
    OFFICE_365 = "office365"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Servers:
    """Where one service takes and keeps mail. `security`: "tls" or "starttls", as in the settings."""

    service: Service
    host: str
    port: int
    security: str
    imap_host: str
    imap_port: int = 993

    @property
    def wants_code(self) -> bool:
        """True where programs log in by an authorisation code that the service makes, never by the password."""
        return self.service not in {Service.OTHER, Service.OUTLOOK, Service.OFFICE_365, Service.ALIYUN}

    @property
    def wants_oauth(self) -> bool:
        """True where a password is refused whatever it is: the login needs OAuth."""
        return self.service in {Service.OUTLOOK, Service.OFFICE_365}


_TLS: Final = (465, "tls")
_KNOWN: Final = {
    row[0]: Servers(*row)
    for row in (
        (Service.QQ, "smtp.qq.com", *_TLS, "imap.qq.com"),
        (Service.EXMAIL, "smtp.exmail.qq.com", *_TLS, "imap.exmail.qq.com"),
        (Service.NETEASE_163, "smtp.163.com", *_TLS, "imap.163.com"),
        (Service.NETEASE_126, "smtp.126.com", *_TLS, "imap.126.com"),
        (Service.NETEASE_YEAH, "smtp.yeah.net", *_TLS, "imap.yeah.net"),
        (Service.NETEASE_OFFICE, "smtp.qiye.163.com", *_TLS, "imap.qiye.163.com"),
        (Service.ALIYUN, "smtp.aliyun.com", *_TLS, "imap.aliyun.com"),
        (Service.ALIYUN_OFFICE, "smtp.qiye.aliyun.com", *_TLS, "imap.qiye.aliyun.com"),
        (Service.SINA, "smtp.sina.com", *_TLS, "imap.sina.com"),
        (Service.MOBILE_139, "smtp.139.com", *_TLS, "imap.139.com"),
        (Service.GMAIL, "smtp.gmail.com", *_TLS, "imap.gmail.com"),
        (Service.OUTLOOK, "smtp-mail.outlook.com", 587, "starttls", "outlook.office365.com"),
        (Service.OFFICE_365, "smtp.office365.com", 587, "starttls", "outlook.office365.com"),
    )
}

_DOMAINS: Final = {
    "qq.com": Service.QQ,
    "vip.qq.com": Service.QQ,
    "foxmail.com": Service.QQ,
    "163.com": Service.NETEASE_163,
    "126.com": Service.NETEASE_126,
    "yeah.net": Service.NETEASE_YEAH,
    "aliyun.com": Service.ALIYUN,
    "sina.com": Service.SINA,
    "sina.cn": Service.SINA,
    "139.com": Service.MOBILE_139,
    "gmail.com": Service.GMAIL,
    "outlook.com": Service.OUTLOOK,
    "hotmail.com": Service.OUTLOOK,
    "live.com": Service.OUTLOOK,
    "live.cn": Service.OUTLOOK,
    "msn.com": Service.OUTLOOK,
}


def servers_of(service: Service, mailbox: str = "") -> Servers:
    """The servers of a service; for one's own, what the address' domain would usually call them."""
    known = _KNOWN.get(service)
    if known is not None:
        return known
    domain = domain_of(mailbox)
    return Servers(Service.OTHER, f"smtp.{domain}" if domain else "", *_TLS, f"imap.{domain}" if domain else "")


def guess(mailbox: str) -> Servers:
    """What the domain of an address says: a large service's servers, else the usual names under the domain."""
    return servers_of(_DOMAINS.get(domain_of(mailbox), Service.OTHER), mailbox)


def service_at(host: str) -> Service:
    """The service that a server's name belongs to."""
    wanted = host.strip().lower()
    return next((one.service for one in _KNOWN.values() if wanted in {one.host, one.imap_host}), Service.OTHER)

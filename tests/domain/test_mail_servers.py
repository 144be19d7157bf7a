"""Servers by the domain of an address: those of the large services, and a guess for everybody else."""

import pytest

from forumplanner.domain.mail_servers import Service, guess, servers_of, service_at


@pytest.mark.parametrize(
    ("mailbox", "service", "host", "port", "security", "imap"),
    [
        ("lin@qq.com", Service.QQ, "smtp.qq.com", 465, "tls", "imap.qq.com"),
        ("lin@Foxmail.com", Service.QQ, "smtp.qq.com", 465, "tls", "imap.qq.com"),
        ("lin@163.com", Service.NETEASE_163, "smtp.163.com", 465, "tls", "imap.163.com"),
        ("lin@126.com", Service.NETEASE_126, "smtp.126.com", 465, "tls", "imap.126.com"),
        ("lin@aliyun.com", Service.ALIYUN, "smtp.aliyun.com", 465, "tls", "imap.aliyun.com"),
        ("lin@gmail.com", Service.GMAIL, "smtp.gmail.com", 465, "tls", "imap.gmail.com"),
        ("lin@hotmail.com", Service.OUTLOOK, "smtp-mail.outlook.com", 587, "starttls", "outlook.office365.com"),
        ("lin@qlmu.example", Service.OTHER, "smtp.qlmu.example", 465, "tls", "imap.qlmu.example"),
    ],
)
def test_servers_are_guessed_from_the_address(
    mailbox: str, service: Service, host: str, port: int, security: str, imap: str
) -> None:
    found = guess(mailbox)

    assert (found.service, found.host, found.port) == (service, host, port)
    assert (found.security, found.imap_host, found.imap_port) == (security, imap, 993)


def test_an_office_at_a_large_service_chooses_it() -> None:
    found = servers_of(Service.EXMAIL, "office@qlmu.example")

    assert (found.host, found.wants_code, found.wants_oauth) == ("smtp.exmail.qq.com", True, False)
    assert service_at(" SMTP.exmail.qq.com ") is Service.EXMAIL
    assert service_at("smtp.qlmu.example") is Service.OTHER


def test_without_an_address_nothing_is_guessed() -> None:
    found = guess("")

    assert (found.service, found.host, found.imap_host) == (Service.OTHER, "", "")

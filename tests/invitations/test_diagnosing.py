"""Why a server could not be used: every way to get it wrong, at a server of ours, and the sentence it leads to."""

import datetime as dt
import socket
import ssl
import threading
from dataclasses import replace

import pytest
import trustme

from forumplanner.files import PlannerError
from forumplanner.invitations.diagnosing import ExplainedLine, said_login
from forumplanner.invitations.smtp import Account, Line, LoginRefused, NoConnection, Security
from mail_server import Script, running, silent


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def shown(authority: trustme.CA, name: str, *, expired: bool = False) -> ssl.SSLContext:
    """What a server shows: a certificate for `name`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    until = dt.datetime(2020, 1, 1, tzinfo=dt.UTC) if expired else None
    authority.issue_cert(name, not_after=until).configure_cert(context)
    return context


def why(account: Account, *, trust: ssl.SSLContext | None = None, code: str = "", seconds: float = 5) -> str:
    line = ExplainedLine(Line(account, lambda: code, trust=trust, seconds=seconds), account)
    with pytest.raises(PlannerError) as refusal:
        line.open()
    assert type(refusal.value) in {NoConnection, LoginRefused}
    return str(refusal.value)


def local(port: int, security: Security, user: str = "") -> Account:
    return Account("localhost", port, security, user)


def test_a_server_that_takes_the_line_raises_nothing(authority: trustme.CA, trusted: ssl.SSLContext) -> None:
    with running(Script(), tls=shown(authority, "localhost")) as port:
        account = local(port, Security.TLS)
        line = ExplainedLine(Line(account, str, trust=trusted), account)
        line.open()
        line.close()


def test_a_wrong_code_says_where_the_right_one_is_made() -> None:
    with running(Script(), auth_required=True, auth_require_tls=False) as port:
        account = Account("127.0.0.1", port, Security.NONE, "office")
        said = why(account, code="wrong")

    assert said == (
        "127.0.0.1 refused the login of office. Nothing was sent this time. Check login and password; many servers "
        "ask for an authorisation code that is made on the web page of the mailbox."
    )
    assert said_login(Account("smtp.qq.com", 465, Security.TLS, "lin@qq.com")) == (
        "smtp.qq.com refused the login of lin@qq.com. Nothing was sent this time. Enter the authorisation code, not "
        "the password; it is made on the web page of the mailbox under Settings, Account, POP3/IMAP/SMTP service."
    )
    assert "log in through Microsoft below" in said_login(
        Account("smtp.office365.com", 587, Security.STARTTLS, "lin@x.example")
    )


def test_a_certificate_nobody_vouches_for(authority: trustme.CA) -> None:
    with running(Script(), tls=shown(authority, "localhost")) as port:
        said = why(local(port, Security.TLS))

    assert said.startswith("The certificate of localhost can't be trusted: nobody this computer knows vouches for it.")


def test_a_certificate_for_another_name(authority: trustme.CA, trusted: ssl.SSLContext) -> None:
    with running(Script(), tls=shown(authority, "mail.yunling.example")) as port:
        said = why(local(port, Security.TLS), trust=trusted)

    assert said.startswith("The server behind “localhost” shows a certificate for another name.")


def test_a_certificate_that_has_expired(authority: trustme.CA, trusted: ssl.SSLContext) -> None:
    with running(Script(), tls=shown(authority, "localhost", expired=True)) as port:
        said = why(local(port, Security.TLS), trust=trusted)

    assert said.startswith("The certificate of localhost has expired, or this computer's clock is wrong.")


def test_no_such_server() -> None:
    said = why(Account("smtp.no-such-place.invalid", 465, Security.TLS))

    assert said == (
        "There is no server called “smtp.no-such-place.invalid”, or this computer has no network. Nothing was sent "
        "this time. Check the spelling, then the network."
    )


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    said = why(Account("127.0.0.1", port, Security.STARTTLS))

    assert said == (
        f"Nobody takes mail at 127.0.0.1, port {port}. Nothing was sent this time. The usual port for this protection "
        "is 587."
    )


def test_a_port_that_is_blocked_or_waits_for_tls() -> None:
    with silent() as port:
        said = why(Account("127.0.0.1", port, Security.STARTTLS), seconds=0.2)

    assert said.startswith(
        f"127.0.0.1 doesn't answer at port {port}. Nothing was sent this time. A firewall may block this port"
    )


def test_tls_from_the_start_where_the_server_speaks_plainly() -> None:
    with running(Script()) as port:
        said = why(Account("127.0.0.1", port, Security.TLS))

    assert said == (
        f"127.0.0.1 doesn't speak TLS at port {port} from the start. Nothing was sent this time. Choose STARTTLS with "
        "port 587, or TLS with port 465."
    )


def test_starttls_where_it_is_not_offered() -> None:
    with running(Script()) as port:
        said = why(Account("127.0.0.1", port, Security.STARTTLS))

    assert said == f"127.0.0.1 offers no STARTTLS at port {port}. Nothing was sent this time. Choose TLS with port 465."


def test_a_login_on_a_line_that_is_not_protected() -> None:
    with running(Script()) as port:
        said = why(replace(Account("127.0.0.1", port, Security.NONE), user="office"), code="right")

    assert said.startswith("127.0.0.1 takes no login on a line that is not protected.")


def test_a_server_that_hangs_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        listening.settimeout(5)
        account = Account("127.0.0.1", port, Security.STARTTLS)

        def hang_up() -> None:
            listening.accept()[0].close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        said = why(account)
        thread.join()

    assert said.startswith(f"127.0.0.1 closed the line at port {port} before any mail.")

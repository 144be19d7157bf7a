"""Mail handed to a real server on the loopback: how far each one came, whatever the server does."""

import ssl

import pytest
import trustme

from forumplanner.invitations.smtp import Account, Delivery, Line, LoginRefused, NoConnection, Outcome, Security
from mail_server import Script, running, silent

MAIL = b"From: office@yunling.example\r\nMessage-ID: <1@yunling.example>\r\n\r\n.first\r\n..second\r\nthird"


def sent(line: Line, recipient: str = "guest@menam.example") -> Delivery:
    return line.send(MAIL, sender="office@yunling.example", recipient=recipient)


def plain(port: int, user: str = "") -> Account:
    return Account("127.0.0.1", port, Security.NONE, user)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server_side(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context


@pytest.fixture
def trusted(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def script() -> Script:
    return Script()


def test_a_mail_arrives_byte_for_byte(script: Script) -> None:
    with running(script) as port, Line(plain(port), str) as line:
        delivery = sent(line)

    assert (delivery.outcome, delivery.code) == (Outcome.SENT, 250)
    assert script.taken == [("guest@menam.example", MAIL + b"\r\n")]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("451 4.7.1 Try later", Outcome.RETRY), ("550 5.1.1 No such person", Outcome.REFUSED)],
)
def test_a_refused_recipient_leaves_the_line_open(script: Script, answer: str, outcome: Outcome) -> None:
    script.rcpt = [answer]
    with running(script) as port, Line(plain(port), str) as line:
        first, second = sent(line), sent(line, "other@menam.example")

    assert (first.outcome, first.code, first.answer, first.closed) == (outcome, int(answer[:3]), answer[4:], False)
    assert second.outcome is Outcome.SENT
    assert [to for to, _content in script.taken] == ["other@menam.example"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("451 4.3.0 Try later", Outcome.RETRY), ("554 5.7.1 Not this", Outcome.REFUSED)],
)
def test_the_answer_to_the_final_dot_counts(script: Script, answer: str, outcome: Outcome) -> None:
    script.data = [answer]
    with running(script) as port, Line(plain(port), str) as line:
        first, second = sent(line), sent(line)

    assert (first.outcome, first.code) == (outcome, int(answer[:3]))
    assert second.outcome is Outcome.SENT
    assert len(script.taken) == 1


@pytest.mark.parametrize(("answer", "arrived"), [("drop", 1), ("lose", 0)])
def test_a_line_lost_after_the_final_dot_is_unknown(script: Script, answer: str, arrived: int) -> None:
    script.data = [answer]
    with running(script) as port, Line(plain(port), str) as line:
        delivery = sent(line)

    assert (delivery.outcome, delivery.closed) == (Outcome.UNKNOWN, True)
    assert len(script.taken) == arrived


def test_a_server_that_closes_takes_nothing_and_may_be_asked_again(script: Script) -> None:
    script.rcpt = ["421 4.3.2 Closing"]
    with running(script) as port, Line(plain(port), str) as line:
        first = sent(line)
        line.open()
        second = sent(line)

    assert (first.outcome, first.code, first.closed) == (Outcome.RETRY, 421, True)
    assert second.outcome is Outcome.SENT


def test_a_closed_line_sends_nothing(script: Script) -> None:
    with running(script) as port:
        line = Line(plain(port), str)

        assert sent(line) == Delivery(Outcome.RETRY, closed=True)
    assert script.taken == []


def test_an_address_with_other_letters_needs_a_server_that_takes_them(script: Script) -> None:
    with running(script) as port, Line(plain(port), str) as line:
        refused = sent(line, "阮@menam.example")
    with running(script, enable_SMTPUTF8=True) as port, Line(plain(port), str) as line:
        taken = sent(line, "阮@menam.example")

    assert (refused.outcome, refused.code, refused.closed) == (Outcome.REFUSED, 553, False)
    assert taken.outcome is Outcome.SENT
    assert [to for to, _content in script.taken] == ["阮@menam.example"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_protected_line_trusts_a_known_authority(
    script: Script, security: Security, server_side: ssl.SSLContext, trusted: ssl.SSLContext
) -> None:
    with running(script, tls=server_side, starttls=security is Security.STARTTLS) as port:
        account = Account("localhost", port, security)
        with Line(account, str, trust=trusted) as line:
            delivery = sent(line)

    assert delivery.outcome is Outcome.SENT


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_of_nobody_is_refused(script: Script, security: Security, server_side: ssl.SSLContext) -> None:
    with running(script, tls=server_side, starttls=security is Security.STARTTLS) as port:
        account = Account("localhost", port, security)
        with pytest.raises(NoConnection, match="The certificate of localhost can't be trusted"), Line(account, str):
            pass

    assert script.taken == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
def test_a_wrong_password_stops_everything(script: Script) -> None:
    with running(script, auth_required=True, auth_require_tls=False) as port:
        with pytest.raises(LoginRefused, match=r"127\.0\.0\.1 refused the login of office \(535\)"):
            Line(plain(port, "office"), lambda: "wrong").open()
        with Line(plain(port, "office"), lambda: "right") as line:
            assert sent(line).outcome is Outcome.SENT


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
def test_a_sign_in_takes_the_place_of_a_password(script: Script) -> None:
    with running(script, auth_required=True, auth_require_tls=False) as port:
        signed_in = Account("127.0.0.1", port, Security.NONE, "office", signed_in=True)
        with pytest.raises(LoginRefused, match=r"127\.0\.0\.1 refused the sign-in of office \(535\)"):
            Line(signed_in, lambda: "old").open()
        with Line(signed_in, lambda: "right") as line:
            assert sent(line).outcome is Outcome.SENT


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
def test_a_code_in_full_width_is_a_sentence(script: Script) -> None:
    with (
        running(script, auth_required=True, auth_require_tls=False) as port,
        pytest.raises(LoginRefused, match="without full-width characters"),
    ):
        Line(plain(port, "office"), lambda: "ｒｉｇｈｔ").open()


@pytest.fixture
def closed_port() -> int:
    with running(Script()) as port:
        return port


def test_nobody_there_is_a_sentence(closed_port: int) -> None:
    with pytest.raises(NoConnection, match=f"The mail server 127.0.0.1, port {closed_port}, can't be used"):
        Line(plain(closed_port), str).open()


def test_a_server_that_says_nothing_is_given_up() -> None:
    with silent() as port, pytest.raises(NoConnection, match="can't be used"):
        Line(plain(port), str, seconds=0.3).open()

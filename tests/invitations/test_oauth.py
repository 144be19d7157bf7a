"""Signing in with a browser against a server on the loopback: what is asked for, what is refused, what is renewed."""

import ssl
import threading
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import trustme

from forumplanner.invitations.oauth import SERVICES, Access, Client, Service, SignIn, SignInFailed, Tokens, renewed
from forumplanner.invitations.smtp import LoginRefused, NoConnection
from imap_server import nobody_there
from oauth_server import Authority, browse, running

CLIENT = Client("forum-client")


@pytest.fixture(scope="module")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trust(ca: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    ca.configure_trust(context)
    return context


@pytest.fixture
def authority() -> Authority:
    return Authority()


@pytest.fixture
def service(authority: Authority, ca: trustme.CA) -> Iterator[Service]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("localhost").configure_cert(context)
    with running(authority, context) as service:
        yield service


def signed_in(service: Service, trust: ssl.SSLContext, client: Client = CLIENT) -> Tokens:
    attempt = SignIn(service, client, "office@yunling.example", trust=trust)
    browser = threading.Thread(target=browse, args=(attempt.address, trust))
    browser.start()
    try:
        return attempt.wait(lambda: False, seconds=10)
    finally:
        browser.join()


def test_somebody_signs_in_and_proves_that_they_began_it(
    service: Service, authority: Authority, trust: ssl.SSLContext
) -> None:
    tokens = signed_in(service, trust)

    assert (tokens.access, tokens.refresh) == ("access1", "refresh1")
    (asked,) = authority.asked
    assert asked.keys() == {"grant_type", "client_id", "code", "redirect_uri", "code_verifier"}
    assert asked["redirect_uri"].startswith("http://127.0.0.1:")


def test_the_address_says_what_is_asked_for(service: Service) -> None:
    attempt = SignIn(service, CLIENT, "office@yunling.example")
    with pytest.raises(SignInFailed, match="Nobody signed in"):
        attempt.wait(lambda: True)
    query = parse_qs(urlsplit(attempt.address).query)

    assert (query["client_id"], query["scope"], query["login_hint"]) == (
        ["forum-client"],
        ["mail offline_access"],
        ["office@yunling.example"],
    )
    assert len(query["state"][0]) >= 30


def test_a_page_of_somebody_else_brings_no_code(service: Service, trust: ssl.SSLContext) -> None:
    attempt = SignIn(service, CLIENT, trust=trust)
    back = parse_qs(urlsplit(attempt.address).query)["redirect_uri"][0]
    forger = threading.Thread(target=browse, args=(f"{back}?code=stolen&state=guessed", trust))
    forger.start()
    with pytest.raises(SignInFailed, match="did not sign you in"):
        attempt.wait(lambda: False, seconds=10)
    forger.join()


def test_whoever_else_knocks_is_passed_over(service: Service, trust: ssl.SSLContext) -> None:
    attempt = SignIn(service, CLIENT, trust=trust)
    back = parse_qs(urlsplit(attempt.address).query)["redirect_uri"][0]

    def knock() -> None:
        browse(f"{back}favicon.ico", trust)
        browse(attempt.address, trust)

    browser = threading.Thread(target=knock)
    browser.start()
    assert attempt.wait(lambda: False, seconds=10).access == "access1"
    browser.join()


def test_a_refusal_is_a_sentence(service: Service, authority: Authority, trust: ssl.SSLContext) -> None:
    authority.refuses = "access_denied"

    with pytest.raises(SignInFailed, match=r"localhost did not sign you in \(access_denied\)"):
        signed_in(service, trust)


def test_a_client_shows_its_secret(service: Service, authority: Authority, trust: ssl.SSLContext) -> None:
    authority.secret = "hush"  # noqa: S105 - of a server that lives as long as a test

    assert signed_in(service, trust, Client("forum-client", "hush")).access == "access1"
    with pytest.raises(SignInFailed, match="invalid_client"):
        signed_in(service, trust)


def test_access_is_renewed_before_it_ends_and_not_sooner(
    service: Service, authority: Authority, trust: ssl.SSLContext
) -> None:
    authority.rotates = True
    kept: list[str] = []
    access = Access(service, CLIENT, signed_in(service, trust).refresh, kept.append, trust)

    assert [access.token(), access.token()] == ["access2", "access2"]
    authority.seconds = 30
    access = Access(service, CLIENT, kept[-1], kept.append, trust)
    assert [access.token(), access.token()] == ["access3", "access4"]
    assert kept == ["refresh2", "refresh3", "refresh4"]


def test_a_sign_in_that_holds_no_longer_stops_the_run(service: Service, trust: ssl.SSLContext) -> None:
    with pytest.raises(LoginRefused, match=r"localhost takes the sign-in no longer \(Sign in anew\)"):
        renewed(service, CLIENT, "withdrawn", trust=trust)


@pytest.mark.parametrize("raw", [b"<html>", b"[1]", b'"x"', b'{"access_token": "a", "expires_in": "soon"}', b"\xff"])
def test_an_answer_that_is_none_is_a_sentence(
    service: Service, authority: Authority, trust: ssl.SSLContext, raw: bytes
) -> None:
    authority.refresh, authority.raw = {"r"}, raw

    with pytest.raises(NoConnection, match="localhost can't be reached to sign in"):
        renewed(service, CLIENT, "r", trust=trust)


def test_nobody_there_and_a_certificate_of_nobody_are_sentences(service: Service, trust: ssl.SSLContext) -> None:
    gone = Service("https://localhost/a", f"https://localhost:{nobody_there()}/token", ())
    with pytest.raises(NoConnection, match="can't be reached to sign in"):
        renewed(gone, CLIENT, "r", trust=trust)
    with pytest.raises(NoConnection, match="can't be reached to sign in"):
        renewed(service, CLIENT, "r")


def test_all_services_are_asked_by_tls() -> None:
    addresses = [one for service in SERVICES.values() for one in (service.authorize, service.token)]

    assert {urlsplit(one).scheme for one in addresses} == {"https"}

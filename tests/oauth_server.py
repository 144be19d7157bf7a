"""An authorisation server of our own on the loopback, by TLS: it asks nobody, and checks what a client proves."""

import base64
import contextlib
import hashlib
import json
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from forumplanner.invitations.oauth import Service


@dataclass
class Authority:
    """Codes and tokens that it gave.

    `refuses`: what it says instead of signing in; `raw`: its answer instead of tokens.
    `rotates`: a refresh token is good once. `secret`: what the client has to show.
    """

    refuses: str = ""
    raw: bytes = b""
    seconds: int = 3600
    rotates: bool = False
    secret: str = ""
    challenges: dict[str, str] = field(default_factory=dict)
    refresh: set[str] = field(default_factory=set)
    given: list[str] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser is sent back to."""
        assert query["code_challenge_method"] == "S256"
        back = query["redirect_uri"]
        if self.refuses:
            return f"{back}?{urlencode({'error': self.refuses, 'state': query['state']})}"
        code = f"code{len(self.challenges)}"
        self.challenges[code] = query["code_challenge"]
        return f"{back}?{urlencode({'code': code, 'state': query['state']})}"

    def tokens(self, asked: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """What the token endpoint says."""
        self.asked.append(asked)
        if asked.get("client_secret", "") != self.secret:
            return 401, {"error": "invalid_client"}
        if asked["grant_type"] == "authorization_code":
            digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
            wanted = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
            if self.challenges.pop(asked["code"], None) != wanted:
                return 400, {"error": "invalid_grant"}
        elif asked["refresh_token"] not in self.refresh:
            return 400, {"error": "invalid_grant", "error_description": "Sign in anew"}
        number = len(self.given) + 1
        self.given.append(f"access{number}")
        made: dict[str, Any] = {"access_token": self.given[-1], "token_type": "Bearer", "expires_in": self.seconds}
        if asked["grant_type"] == "authorization_code" or self.rotates:
            self.refresh = {f"refresh{number}"}
            made["refresh_token"] = f"refresh{number}"
        return 200, {**made, "scope": "mail"}


@contextlib.contextmanager
def running(authority: Authority, tls: ssl.SSLContext) -> Iterator[Service]:
    """The service as clients know it, while it runs."""

    class Talk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            self.send_response(302)
            self.send_header("Location", authority.authorize(query))
            self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, said = authority.tokens({name: values[0] for name, values in parse_qs(body).items()})
            self.send_response(status)
            self.end_headers()
            self.wfile.write(authority.raw or json.dumps(said).encode())

        def log_message(self, *_words: object) -> None:
            """No noise."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that trusts nobody hangs up: no noise."""

    with Server(("127.0.0.1", 0), Talk) as server:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            base = f"https://localhost:{server.server_port}"
            yield Service(f"{base}/authorize", f"{base}/token", ("mail", "offline_access"))
        finally:
            server.shutdown()


def browse(address: str, trust: ssl.SSLContext) -> str:
    """What a browser does with an address: follow it, back to the program; gives back the page it shows in the end."""
    handler = urllib.request.HTTPSHandler(context=trust)
    opener = urllib.request.build_opener(handler)
    with contextlib.suppress(urllib.error.HTTPError), opener.open(address, timeout=10) as page:
        return str(page.read().decode())
    return ""

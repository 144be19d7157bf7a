"""A mailbox of our own on the loopback: the few words of IMAP (RFC 9051) that picking up answers needs, by TLS."""

import base64
import contextlib
import re
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """Mails by UID. `heard`: every command that came. `asks_who`: opens no folder before ID (RFC 2971)."""

    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    word: str = "right"
    heard: list[str] = field(default_factory=list)
    asks_who: bool = False

    def is_signed_in(self, line: bytes) -> bool:
        """Whether somebody shows `word` as a token (XOAUTH2)."""
        return base64.b64decode(line) == f"user=office\x01auth=Bearer {self.word}\x01\x01".encode()

    def answer(self, tag: str, command: str) -> bytes:
        """What the server says to a command."""
        self.heard.append(command)
        verb = command.split(maxsplit=1)[0].upper()
        done = f"{tag} OK done\r\n".encode()
        if verb == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1" + (b" ID" if self.asks_who else b"") + b"\r\n" + done
        if verb == "LOGIN":
            return done if f'"{self.word}"' in command else f"{tag} NO wrong password\r\n".encode()
        if verb == "EXAMINE":
            return self._examine(tag, command)
        if verb == "UID":
            return self._uid(command) + done
        return (b"* BYE bye\r\n" if verb == "LOGOUT" else b"") + done

    def _examine(self, tag: str, command: str) -> bytes:
        if self.asks_who and not any(said.startswith("ID (") for said in self.heard):
            return f"{tag} NO unsafe login\r\n".encode()
        if '"INBOX"' not in command:
            return f"{tag} NO no such folder\r\n".encode()
        head = f"* {len(self.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] ok\r\n"
        return head.encode() + f"{tag} OK [READ-ONLY] done\r\n".encode()

    def _uid(self, command: str) -> bytes:
        found = re.match(r"UID SEARCH (?:CHARSET \S+ )?UID (\d+):\*", command, re.IGNORECASE)
        if found:
            # "n:*" names the last mail even where its UID is below n (RFC 9051 9: seq-range)
            above = [uid for uid in self.mails if uid >= int(found[1])] or [max(self.mails, default=0)]
            return f"* SEARCH {' '.join(map(str, above))}\r\n".encode()
        fetched = re.match(r"UID FETCH (\d+) \((.*)\)", command, re.IGNORECASE)
        assert fetched, command
        uid, content = int(fetched[1]), self.mails[int(fetched[1])]
        if "BODY.PEEK[]" in fetched[2]:
            return f"* 1 FETCH (UID {uid} BODY[] {{{len(content)}}}\r\n".encode() + content + b")\r\n"
        kind = "CALENDAR" if b"text/calendar" in content else "PLAIN"
        if b"message/delivery-status" in content:
            kind = "DELIVERY-STATUS"
        structure = f'("TEXT" "{kind}" ("CHARSET" "utf-8") NIL NIL "7BIT" {len(content)} 3)'
        return f"* 1 FETCH (UID {uid} RFC822.SIZE {len(content)} BODYSTRUCTURE {structure})\r\n".encode()


@contextlib.contextmanager
def running(mailbox: Mailbox, tls: ssl.SSLContext) -> Iterator[int]:
    """The server's port on 127.0.0.1 while it runs."""

    class Talk(socketserver.StreamRequestHandler):
        def setup(self) -> None:
            self.request = tls.wrap_socket(self.request, server_side=True)
            super().setup()

        def handle(self) -> None:
            self.wfile.write(b"* OK ready\r\n")
            for line in self.rfile:
                tag, _space, command = line.decode().strip().partition(" ")
                if command.upper() == "AUTHENTICATE XOAUTH2":
                    self.sign_in(tag)
                    continue
                self.wfile.write(mailbox.answer(tag, command))
                if command.upper().startswith("LOGOUT"):
                    return

        def sign_in(self, tag: str) -> None:
            self.wfile.write(b"+ \r\n")
            if mailbox.is_signed_in(self.rfile.readline()):
                self.wfile.write(f"{tag} OK done\r\n".encode())
                return
            self.wfile.write(b"+ " + base64.b64encode(b'{"status":"401"}') + b"\r\n")
            assert self.rfile.readline() == b"\r\n"
            self.wfile.write(f"{tag} NO token has ended\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that trusts nobody hangs up: no noise."""

    with Server(("127.0.0.1", 0), Talk) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            address: tuple[str, int] = server.socket.getsockname()
            yield address[1]
        finally:
            server.shutdown()


def nobody_there() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port

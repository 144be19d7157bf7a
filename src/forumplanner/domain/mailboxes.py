"""What is a mail address and what only looks like one; addresses as people write them, put right or refused."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_IN_BRACKETS = re.compile(r"[^<>]*<([^<>]*)>\s*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_STOPS = str.maketrans({"。": ".", "．": ".", "｡": ".", "＠": "@", "，": ","})
_LONGEST_LOCAL, _LONGEST = 64, 254


class AddressFault(StrEnum):
    """Why mail can't be sent to what was written. `BOUNCED`: mail to it came back, and nobody has settled that yet."""

    EMPTY = "empty"
    SEVERAL = "several"
    LINE_BREAK = "line_break"
    NO_AT = "no_at"
    SPACE = "space"
    DOMAIN = "domain"
    LOCAL_PART = "local_part"
    TOO_LONG = "too_long"
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address: `address` as SMTP takes it, its domain in ASCII (RFC 5890).

    `repaired`: it had to be put right. `international`: its local part isn't ASCII, so that the server must offer
    SMTPUTF8 (RFC 6531).
    """

    address: str
    repaired: bool = False
    international: bool = False


def read_mailbox(written: str) -> Mailbox | AddressFault:
    """The one address in `written`: full width, surrounding spaces, "mailto:" and <brackets> are put right.

    Nothing else is guessed: a comma for a stop, a space inside or two addresses are faults.
    """
    if any(c in written.strip("\r\n") for c in "\r\n\x00\x0b\x0c\x85\u2028\u2029"):
        return AddressFault.LINE_BREAK
    plain = unicodedata.normalize("NFKC", written.translate(_STOPS)).strip()
    plain = "".join(c for c in plain if unicodedata.category(c) not in {"Cf", "Cc"})
    if bracketed := _IN_BRACKETS.fullmatch(plain):
        plain = bracketed[1].strip()
    plain = re.sub(r"^mailto:", "", plain, flags=re.IGNORECASE).strip()
    if not plain:
        return AddressFault.EMPTY
    if re.search(r"@[^@]*[;,、/\s]+[^@]*@", plain):
        return AddressFault.SEVERAL
    if any(c.isspace() for c in plain):
        return AddressFault.SPACE
    if plain.count("@") != 1:
        return AddressFault.NO_AT
    return _checked(written, *plain.split("@"))


def _checked(written: str, local: str, domain: str) -> Mailbox | AddressFault:
    ascii_domain = _ascii_domain(domain)
    if ascii_domain is None:
        return AddressFault.DOMAIN
    international = not local.isascii()
    wanted = re.sub(r"[^\x00-\x7f]", "x", local) if international else local
    if not local or _MAILBOX.fullmatch(f"{wanted}@a.b") is None or re.search(r"^\.|\.\.|\.$", local):
        return AddressFault.LOCAL_PART
    if "=?" in local:  # a mail program would read it as an encoded word (RFC 2047), and write to somebody else
        return AddressFault.LOCAL_PART
    address = f"{local}@{ascii_domain}"
    if len(local.encode()) > _LONGEST_LOCAL or len(address.encode()) > _LONGEST:
        return AddressFault.TOO_LONG
    return Mailbox(address, repaired=address != written, international=international)


def _ascii_domain(domain: str) -> str | None:
    """The domain in lower-case ASCII; None where it is none that mail reaches."""
    try:
        plain = domain.encode("idna").decode().lower()
    except UnicodeError:
        return None
    labels = plain.split(".")
    usable = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdigit()
    return plain if usable else None


def is_mailbox(text: str) -> bool:
    """True for one address that mail can be sent to (RFC 5322 dot-atom, a domain with a dot)."""
    return _MAILBOX.fullmatch(text) is not None


def domain_of(mailbox: str) -> str:
    """The part after the @ in lower case."""
    return mailbox.rpartition("@")[2].lower()

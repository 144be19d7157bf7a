"""What is a mail address and what only looks like one."""

import re

_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def is_mailbox(text: str) -> bool:
    """True for one address that mail can be sent to (RFC 5322 dot-atom, a domain with a dot)."""
    return _MAILBOX.fullmatch(text) is not None


def domain_of(mailbox: str) -> str:
    """The part after the @ in lower case."""
    return mailbox.rpartition("@")[2].lower()

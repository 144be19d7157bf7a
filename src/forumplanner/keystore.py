"""Passwords in the system's key store; where there is none, until the program ends and no longer."""

from typing import Final

SERVICE: Final = "Forum Planner"

_until_the_end: dict[str, str] = {}


def keep(account: str, password: str) -> bool:
    """Keep a password; False where the system has no key store, so that it lasts until the program ends."""
    import keyring  # noqa: PLC0415 - looks for the system's key store, which takes a while
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    try:
        keyring.set_password(SERVICE, account, password)
    except KeyringError:
        _until_the_end[account] = password
        return False
    _until_the_end.pop(account, None)
    return True


def password(account: str) -> str:
    """The password of an account; "" where none is kept."""
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    if account in _until_the_end:
        return _until_the_end[account]
    try:
        return keyring.get_password(SERVICE, account) or ""
    except KeyringError:
        return ""


def forget(account: str) -> None:
    """Keep it no longer."""
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    _until_the_end.pop(account, None)
    try:
        keyring.delete_password(SERVICE, account)
    except KeyringError:  # nothing was kept, or nowhere to keep it
        return

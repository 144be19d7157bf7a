"""What is done with the mail of a file that is older than it was: nothing that waits there goes by itself."""

from typing import Final

OLDER_FILE: Final = "older file"
"""Stands as the server's answer of a mail that waited in an older file: it may have gone out from the newer one."""

GAP: Final = 1_000
"""So many revisions are passed over then: nobody changed one session as often in what was lost (RFC 5546 2.1.4)."""

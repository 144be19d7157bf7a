"""A file that is older than this computer remembers: what waits there is in doubt, and revisions leave a gap.

What was sent from the newer file can't be known: not whether a mail that waits went out, nor under which SEQUENCE.
"""

import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, select, update

from forumplanner.domain.mail_kinds import WAITING, OutboxState
from forumplanner.domain.older_files import GAP, OLDER_FILE
from forumplanner.i18n import ngettext
from forumplanner.store import engine as database
from forumplanner.store import fileformat, heads, journal
from forumplanner.store.schema import Schema

_WAITED = (*WAITING, OutboxState.SENDING)


@dataclass(frozen=True, slots=True)
class Doubted:
    """What was found in an older file: so many mails waited there and are in doubt now."""

    mails: int

    def __str__(self) -> str:
        """What to tell the user, in the interface's language; "" where nothing waited."""
        if not self.mails:
            return ""
        return ngettext(
            "{n} mail waited in this file when it was copied, and may have been sent since. It is in doubt now: look "
            "into the outbox.",
            "{n} mails waited in this file when it was copied, and may have been sent since. They are in doubt now: "
            "look into the outbox.",
            self.mails,
        )


def doubt(path: Path, engine: Engine, schema: Schema, *, changes: int) -> Doubted | None:
    """Put what waits in doubt where the file is older than remembered; None where it isn't, or was dealt with.

    `changes`: SQLite's own count of changes in the file's header as it was found. Raises `FileRefused` where the
    user's folder can't be written.
    """
    with database.reading(engine) as connection:
        planner, now = fileformat.identity(connection).id, journal.head(connection)[1].hex()
        saved = heads.recall(planner)
        if saved is None or not _is_older(connection, saved, now, changes):
            return None
    with database.writing(engine) as connection, connection.begin():
        doubted = Doubted(_put_in_doubt(connection, schema))
        _pass_over(connection, schema)
    found = fileformat.changes_of(path)
    heads.remember(planner, replace(saved, changes=found, doubted=now, restored=False, line=saved.line + 1))
    return doubted


def _is_older(connection: Connection, saved: heads.RememberedHead, now: str, changes: int) -> bool:
    """Mail leaves no step, so that a file may be older though its newest step is the same."""
    if saved.restored or changes < saved.changes:
        return True
    found = journal.hash_of(connection, saved.step) if saved.step else None
    goes_on = not saved.step or (found is not None and found.hex() == saved.hash)
    return not goes_on and saved.doubted != now


def _put_in_doubt(connection: Connection, schema: Schema) -> int:
    """It counts for the day on which it was put there: nobody knows when it was sent."""
    outbox = schema.metadata.tables.get("outbox_message")
    if outbox is None:
        return 0
    doubted = (
        update(outbox)
        .where(outbox.c.state.in_(_WAITED))
        .values(
            state=OutboxState.UNKNOWN, settled_at=outbox.c.queued_at, next_at=None, code=None, answer=OLDER_FILE
        )
    )  # fmt: skip
    return int(connection.execute(doubted).rowcount)


def _pass_over(connection: Connection, schema: Schema) -> None:
    """Every UID goes on behind all that may have been sent under it."""
    table = schema.metadata.tables.get("calendar_identity")
    if table is None:
        return
    newest = _newest(connection, table)
    if newest:
        rows = [{**row, "id": uuid.uuid4(), "sequence": row["sequence"] + GAP} for row in newest]
        connection.execute(insert(table), rows)


def _newest(connection: Connection, table: Table) -> list[dict[str, Any]]:
    by_uid: dict[tuple[object, ...], dict[str, Any]] = {}
    for row in connection.execute(select(table).order_by(table.c.sequence)).mappings():
        by_uid[row["forum_id"], row["session_id"], row["participant_id"], row["uid"]] = dict(row)
    return list(by_uid.values())

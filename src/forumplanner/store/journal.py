"""Steps and rows as they stand in the file: appending them with their hash chain, and finding them again."""

import datetime as dt
import hashlib
import os
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from forumplanner.domain.kinds import StepKind
from forumplanner.records.journal import JournalRow, JournalStep
from forumplanner.store.capture import NetChange
from forumplanner.store.codec import Image, canonical, image_from_text, image_text, key_text
from forumplanner.store.rows import batches
from forumplanner.store.step import Scalar, Step, StepMode, Touched

SALT_BYTES = 16
"""A digest of a short value could be guessed back after its redaction; of a salted one it can't."""


def append(
    connection: Connection,
    *,
    mode: StepMode,
    kind: StepKind,
    values: Mapping[str, Scalar],
    actor: str,
    changes: Iterable[NetChange],
    target: int | None = None,
) -> tuple[Step, Touched]:
    """Write one step with its rows, chained to the newest. Call it inside the transaction that made the changes."""
    number, previous = head(connection)
    number += 1
    at = dt.datetime.now(dt.UTC)
    rows = [_row(number, *change) for change in changes]
    facts = step_facts(number, mode=mode, kind=kind, values=values, actor=actor, at=at, target=target)
    chained = chain(previous, facts, [row["digest"] for row in rows])
    connection.execute(
        insert(JournalStep).values(
            id=number,
            mode=mode.value,
            kind=kind.value,
            values=dict(values),
            actor=actor,
            at=at,
            target=target,
            hash=chained,
        )
    )
    if rows:
        connection.execute(insert(JournalRow), rows)
    step = Step(number, mode, kind, dict(values), actor, at, target=target, hash=chained.hex())
    return step, frozenset((row["table_name"], row["row_key"]) for row in rows)


def _row(step: int, table: Any, key: Any, before: Any, after: Any) -> dict[str, Any]:
    row = {
        "step_id": step,
        "table_name": table.name,
        "row_key": key_text(table, key),
        "before": image_text(before),
        "after": image_text(after),
        "salt": os.urandom(SALT_BYTES),
    }
    return row | {"digest": row_digest(row)}


def row_digest(row: Mapping[str, Any]) -> bytes:
    """SHA-256 over the salt and what the row says."""
    said = canonical([row["table_name"], row["row_key"], row["before"], row["after"]])
    return hashlib.sha256(row["salt"] + said.encode()).digest()


def step_facts(number: int, **facts: Any) -> str:
    """The part of a step that never changes; undone and dead do, so they stand outside the chain."""
    at: dt.datetime = facts.pop("at")
    said = {"id": number, "at": at.astimezone(dt.UTC).isoformat(), **facts}
    return canonical({**said, "mode": str(said["mode"]), "kind": str(said["kind"])})


def chain(previous: bytes, facts: str, digests: Iterable[bytes]) -> bytes:
    """A step's hash: over the hash of the step before it, its own facts and the digests of its rows in order."""
    said = hashlib.sha256(previous)
    said.update(facts.encode())
    for digest in digests:
        said.update(digest)
    return said.digest()


def head(connection: Connection) -> tuple[int, bytes]:
    """Number and hash of the newest step; (0, b"") in a file without any."""
    newest = select(JournalStep.id, JournalStep.hash).order_by(JournalStep.id.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    return (row.id, row.hash) if row else (0, b"")


def hash_of(connection: Connection, number: int) -> bytes | None:
    """The hash of one step, None where there is no such step."""
    return connection.execute(select(JournalStep.hash).where(JournalStep.id == number)).scalar_one_or_none()


def steps(connection: Connection, *, limit: int | None) -> list[Step]:
    """The newest steps, newest first."""
    newest = select(JournalStep.__table__).order_by(JournalStep.id.desc()).limit(limit)
    return [to_step(row) for row in connection.execute(newest)]


def step_by_number(connection: Connection, number: int) -> Step | None:
    """One step, or None."""
    row = connection.execute(select(JournalStep.__table__).where(JournalStep.id == number)).one_or_none()
    return to_step(row) if row else None


def steps_by_number(connection: Connection, numbers: Iterable[int]) -> dict[int, Step]:
    """Several steps by their numbers."""
    found: dict[int, Step] = {}
    for part in batches(sorted(numbers)):
        wanted = select(JournalStep.__table__).where(JournalStep.id.in_(part))
        found.update((row.id, to_step(row)) for row in connection.execute(wanted))
    return found


def to_step(row: Row[Any]) -> Step:
    """A row of `journal_step` as a value; a kind that this program doesn't know is OTHER."""
    kind = StepKind(row.kind) if row.kind in set(StepKind) else StepKind.OTHER
    return Step(
        id=row.id,
        mode=StepMode(row.mode),
        kind=kind,
        values=row.values or {},
        actor=row.actor,
        at=row.at,
        target=row.target,
        undone=row.undone,
        dead=row.dead,
        hash=row.hash.hex(),
    )


def undoable(connection: Connection, actor: str) -> Step | None:
    """What undo would take back: this actor's newest step that stands, unless a barrier came after it."""
    wanted = _own(actor).where(JournalStep.undone.is_(False)).order_by(JournalStep.id.desc())
    return _first(connection, wanted)


def redoable(connection: Connection, actor: str) -> Step | None:
    """What redo would do again: this actor's oldest step taken back since they last did something new."""
    wanted = _own(actor).where(JournalStep.undone.is_(True)).order_by(JournalStep.id)
    return _first(connection, wanted)


def _own(actor: str) -> Select[Any]:
    barrier = select(func.coalesce(func.max(JournalStep.id), 0)).where(JournalStep.mode == StepMode.BARRIER.value)
    return select(JournalStep.__table__).where(
        JournalStep.mode == StepMode.DO.value,
        JournalStep.dead.is_(False),
        JournalStep.actor == actor,
        JournalStep.id > barrier.scalar_subquery(),
    )


def _first(connection: Connection, wanted: Select[Any]) -> Step | None:
    row = connection.execute(wanted.limit(1)).one_or_none()
    return to_step(row) if row else None


def close_redo(connection: Connection, actor: str) -> None:
    """Something new was done: what this actor had taken back can't be redone any more."""
    connection.execute(
        update(JournalStep)
        .where(JournalStep.actor == actor, JournalStep.undone.is_(True), JournalStep.dead.is_(False))
        .values(dead=True)
    )


def rows_of(connection: Connection, number: int) -> list[Row[Any]]:
    """The rows of one step in the order they were written."""
    wanted = select(JournalRow.__table__).where(JournalRow.step_id == number).order_by(JournalRow.id)
    return list(connection.execute(wanted))


def rows_of_steps(connection: Connection, numbers: Iterable[int]) -> list[Row[Any]]:
    """The rows of several steps, those of the newest step first, within a step in the order they were written."""
    found: list[Row[Any]] = []
    for part in batches(sorted(numbers)):
        found += connection.execute(select(JournalRow.__table__).where(JournalRow.step_id.in_(part)))
    return sorted(found, key=lambda row: (-row.step_id, row.id))


def last_change(connection: Connection, *, table: str, key: str, after: Step) -> Step | None:
    """The newest step after `after` that changed this row, but for those that turned `after` itself."""
    wanted = (
        select(JournalStep.__table__)
        .join(JournalRow, JournalRow.step_id == JournalStep.id)
        .where(JournalRow.table_name == table, JournalRow.row_key == key, JournalStep.id > after.id)
        .where(JournalStep.target.is_distinct_from(after.id))
        .order_by(JournalStep.id.desc())
    )
    return _first(connection, wanted)


def images_gone(connection: Connection, table: str, keys: Iterable[str]) -> dict[str, Image]:
    """The last image of each of these rows when it was removed."""
    found: dict[str, Image] = {}
    for part in batches(keys):
        wanted = (
            select(JournalRow.row_key, JournalRow.before)
            .where(JournalRow.table_name == table, JournalRow.row_key.in_(part), JournalRow.after.is_(None))
            .order_by(JournalRow.id)
        )
        found.update((key, image_from_text(before) or {}) for key, before in connection.execute(wanted))
    return found

"""Whether a planner file is whole: pages and references, journal against tables, hash chain, files by content."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from forumplanner.domain.kinds import StepKind
from forumplanner.i18n import in_language
from forumplanner.records.journal import Asset, JournalRow, JournalStep
from forumplanner.store import engine as database
from forumplanner.store import journal
from forumplanner.store.capture import VERSION
from forumplanner.store.codec import Image, encode_row, image_from_text, key_text
from forumplanner.store.schema import Schema
from forumplanner.store.step import StepMode


class ProblemKind(StrEnum):
    """What is wrong."""

    DAMAGE = "damage"
    FOREIGN_PART = "foreign_part"
    CHAIN = "chain"
    ROW = "row"
    ASSET = "asset"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where: a step, a row ("person 6f1e…"), a file's content hash."""

    kind: ProblemKind
    where: str

    def sentence(self, tag: str) -> str:
        """It in words of a language."""
        match self.kind:
            case ProblemKind.DAMAGE:
                said = in_language(tag, "The file is damaged: {where}. Restore a backup.", where=self.where)
            case ProblemKind.FOREIGN_PART:
                said = in_language(
                    tag, "The file holds something that Forum Planner never writes: {where}.", where=self.where
                )
            case ProblemKind.CHAIN:
                said = in_language(
                    tag,
                    "The history was altered outside the program: {where}. Compare with a backup.",
                    where=self.where,
                )
            case ProblemKind.ROW:
                said = in_language(
                    tag, "An entry was changed outside the program: {where}. Look it over.", where=self.where
                )
            case ProblemKind.ASSET:
                said = in_language(
                    tag, "A kept picture or file is not what it was: {where}. Add it again.", where=self.where
                )
        return said


def verify(connection: Connection, schema: Schema) -> list[Problem]:
    """Everything that is wrong with the file; reads all of it (about half a second for 50,000 journal rows)."""
    raw: Any = connection.connection.dbapi_connection
    return [
        *(Problem(ProblemKind.DAMAGE, found) for found in database.damage(raw, thorough=True)),
        *(Problem(ProblemKind.FOREIGN_PART, part) for part in database.foreign_parts(raw)),
        *(Problem(ProblemKind.CHAIN, where) for where in _broken_chain(connection)),
        *(Problem(ProblemKind.ROW, where) for where in _strange_rows(connection, schema)),
        *(Problem(ProblemKind.ASSET, name) for name in _strange_assets(connection)),
    ]


def _broken_chain(connection: Connection) -> Iterator[str]:
    """Steps whose hash doesn't follow from the one before, and rows that don't say what their digest was made of."""
    digests: dict[int, list[bytes]] = {}
    for row in connection.execute(select(JournalRow.__table__).order_by(JournalRow.id)).mappings():
        digests.setdefault(row["step_id"], []).append(row["digest"])
        if journal.row_digest(dict(row)) != row["digest"]:
            yield f"step {row['step_id']}, row {row['id']}"
    previous = b""
    for step in connection.execute(select(JournalStep.__table__).order_by(JournalStep.id)).mappings():
        if step["hash"] != _chained(previous, step, digests.pop(step["id"], [])):
            yield f"step {step['id']}"
        previous = step["hash"]
    yield from (f"step {number}" for number in digests)


def _chained(previous: bytes, step: RowMapping, digests: list[bytes]) -> bytes:
    facts = {name: step[name] for name in ("mode", "kind", "values", "actor", "at", "target")}
    return journal.chain(previous, journal.step_facts(step["id"], **facts), digests)


def _strange_rows(connection: Connection, schema: Schema) -> Iterator[str]:
    """Rows that aren't what the journal's last word on them says; words from before a migration count no more."""
    barrier = _last_migration(connection)
    unheard: Image | None = {} if barrier else None
    last_words = _last_words(connection, barrier)
    for name, table in schema.tables.items():
        said = last_words.pop(name, {})
        for row in connection.execute(select(table)).mappings():
            key = key_text(table, tuple(row[column.name] for column in table.primary_key))
            if not _agrees(encode_row(table, dict(row)), said.pop(key, unheard)):
                yield f"{name} {key}"
        yield from (f"{name} {key}" for key, image in said.items() if image is not None)


def _last_migration(connection: Connection) -> int:
    barriers = select(func.coalesce(func.max(JournalStep.id), 0)).where(
        JournalStep.mode == StepMode.BARRIER.value, JournalStep.kind == StepKind.MIGRATE.value
    )
    return connection.execute(barriers).scalar_one()


def _last_words(connection: Connection, since: int) -> dict[str, dict[str, Image | None]]:
    words: dict[str, dict[str, Image | None]] = {}
    rows = select(JournalRow.__table__).where(JournalRow.step_id > since).order_by(JournalRow.id)
    for row in connection.execute(rows):
        table = words.setdefault(row.table_name, {})
        after = image_from_text(row.after)
        if after is not None and row.before is not None:
            after = (table.get(row.row_key) or {}) | after
        table[row.row_key] = after
    return words


def _agrees(image: Image, word: Image | None) -> bool:
    return word is not None and all(image.get(name) == value for name, value in word.items() if name != VERSION)


def _strange_assets(connection: Connection) -> Iterator[str]:
    for name, data in connection.execute(select(Asset.id, Asset.data)):
        if hashlib.sha256(data).hexdigest() != name:
            yield name

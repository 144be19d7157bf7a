"""Keeps every change of a step on the road that the journal watches: flushes of records, and the store's own writes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from forumplanner.store.failures import BesideTheJournal

_READING = ("SELECT", "WITH", "VALUES", "SAVEPOINT", "RELEASE", "ROLLBACK TO")
_WRITING_WITH = re.compile(r"\b(insert|update|delete|replace|merge)\b", re.IGNORECASE)


class Guard:
    """Stands on the connection of one step and refuses what a flush or the store itself didn't send."""

    def __init__(self, connection: Connection) -> None:
        self._lifted = 0
        connection.info[Guard] = self

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """Let statements pass: they come from a flush, whose rows are captured, or from the store."""
        self._lifted += 1
        try:
            yield
        finally:
            self._lifted -= 1

    def check(self, statement: str) -> None:
        """Raise `BesideTheJournal` for a statement that could change something unseen."""
        if not self._lifted and not _only_reads(statement):
            raise BesideTheJournal(statement)


def _only_reads(statement: str) -> bool:
    text = statement.lstrip("( \r\n\t").upper()
    if not text.startswith(_READING):
        return False
    return not (text.startswith("WITH") and _WRITING_WITH.search(text))


def watch_engine(engine: Engine) -> None:
    """Show every statement of `engine` to the guard of its connection, if there is one."""

    @event.listens_for(engine, "before_cursor_execute")
    def check(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        guard = connection.info.get(Guard)
        if guard is not None:
            guard.check(statement)

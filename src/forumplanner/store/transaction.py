"""One user action as one transaction: its session, its journal step, and COMMIT's refusals put into a sentence."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError, IntegrityError, InvalidRequestError
from sqlalchemy.orm.exc import StaleDataError

from forumplanner.domain.kinds import StepKind
from forumplanner.i18n import gettext as _
from forumplanner.store import engine as database
from forumplanner.store import journal, standing
from forumplanner.store.capture import StepSession
from forumplanner.store.failures import StepRefused, UndoRefused
from forumplanner.store.guard import Guard
from forumplanner.store.replay import replay, who_needs
from forumplanner.store.schema import Schema
from forumplanner.store.step import Scalar, Step, StepMode, Touched

Made = tuple[Step, Touched]


@dataclasses.dataclass
class OpenStep:
    """A step while its verb works: the session to work in, and what was made of it once it is committed."""

    session: StepSession
    made: Made | None = None


@contextmanager
def step(
    engine: Engine, schema: Schema, *, kind: StepKind, values: Mapping[str, Scalar], actor: str
) -> Iterator[OpenStep]:
    """Work inside; at the end everything is committed with its journal, or nothing is.

    A step that changed no journalled row in the end leaves no trace in the history.
    Raises `StepRefused` where the database refuses; whatever the body raises goes on after the rollback.
    """
    with refusals(), database.writing(engine) as connection, connection.begin() as transaction:
        guard = Guard(connection)
        with StepSession(connection, schema.tables, guard) as session:
            opened = OpenStep(session)
            with _broken_off(transaction):
                yield opened
                session.flush()
                changes = list(session.capture.net(connection))
        _require_open(connection, transaction)
        with guard.lifted():
            if changes:
                journal.close_redo(connection, actor)
                opened.made = journal.append(
                    connection, mode=StepMode.DO, kind=kind, values=values, actor=actor, changes=changes
                )
            database.commit(connection)


def turn(engine: Engine, schema: Schema, *, actor: str, mode: StepMode) -> Made | None:
    """Undo or redo this actor's next step as a step of its own; None where there is nothing to turn.

    Raises `UndoRefused` where somebody's later work is in the way, `StepRefused` where the file can't be written.
    """
    find: Callable[[Connection, str], Step | None] = journal.undoable if mode is StepMode.UNDO else journal.redoable
    with refusals(), database.writing(engine) as connection, connection.begin():
        wanted = find(connection, actor)
        if wanted is None:
            return None
        try:
            made = _turn(connection, schema, wanted, actor=actor, mode=mode)
            database.commit(connection)
        except IntegrityError as error:
            raise UndoRefused.needed_by(wanted, who_needs(connection, schema, wanted)) from error
        return made


def _turn(connection: Connection, schema: Schema, wanted: Step, *, actor: str, mode: StepMode) -> Made:
    backwards = mode is StepMode.UNDO
    changes = replay(connection, schema, wanted, backwards=backwards)
    standing.mark(connection, wanted, stands=not backwards)
    return journal.append(
        connection,
        mode=mode,
        kind=wanted.kind,
        values=wanted.values,
        actor=actor,
        changes=changes,
        target=wanted.id,
    )


def _require_open(connection: Connection, transaction: RootTransaction) -> None:
    """A verb that rolled back, or swallowed a refusal, has lost part of its work: then all of it must go."""
    if not transaction.is_active or not database.is_open(connection):
        raise StepRefused(_half_done())


@contextmanager
def _broken_off(transaction: RootTransaction) -> Iterator[None]:
    """Name what SQLAlchemy says to a verb that goes on after its transaction ended."""
    try:
        yield
    except InvalidRequestError as error:
        if transaction.is_active:
            raise
        raise StepRefused(_half_done()) from error


def _half_done() -> str:
    return _("This could not be saved, since a part of it had been refused before. Nothing was changed; try again.")


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the database says into a sentence."""
    try:
        yield
    except StaleDataError as error:
        raise StepRefused(
            _(
                "This could not be saved: somebody else has changed the same entry since you opened it. "
                "Nothing was changed; look at the entry again, then repeat your change."
            )
        ) from error
    except IntegrityError as error:
        raise StepRefused(_why_refused(error)) from error
    except DBAPIError as error:
        raise StepRefused(_why_not_written(error.orig)) from error


def _why_refused(error: IntegrityError) -> str:
    match database.broken_rule(error.orig):
        case database.Rule.REFERENCE:
            return _(
                "This could not be saved: other entries still refer to what it removes, or it refers to an entry "
                "that is gone. Nothing was changed; remove or change those entries first."
            )
        case database.Rule.UNIQUE:
            return _(
                "This could not be saved: there is already an entry with the same identity (number, name or person). "
                "Nothing was changed; use that entry, or give this one another."
            )
    return _(
        "This could not be saved: a required field is empty or holds something impossible. "
        "Nothing was changed; complete the entry and try again."
    )


def _why_not_written(error: BaseException | None) -> str:
    if database.is_busy(error):
        return _(
            "This could not be saved, since another program is using the file. "
            "Nothing was changed; close it there, then try again."
        )
    if database.is_full(error):
        return _("This could not be saved: the disk is full. Nothing was changed; make room, then try again.")
    if database.is_readonly(error):
        return _(
            "This could not be saved: the file or its folder is read-only. "
            "Nothing was changed; copy the file to a place where you may write."
        )
    return _(
        "This could not be saved ({reason}). Nothing was changed; save a copy of the file and try again.",
        reason=error,
    )

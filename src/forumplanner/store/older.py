"""Taking back older steps: one alone where nobody touched its rows since, or everything down to a step."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import IntegrityError

from forumplanner.domain.history import about
from forumplanner.domain.kinds import StepKind
from forumplanner.records.journal import JournalRow, JournalStep
from forumplanner.store import engine as database
from forumplanner.store import journal, standing
from forumplanner.store.capture import VERSION
from forumplanner.store.codec import Image, image_from_text, key_from_text
from forumplanner.store.failures import UndoRefused
from forumplanner.store.past_failures import NoSuchStep
from forumplanner.store.replay import Turn, carry_out, require_as_left, turns_of, who_needs
from forumplanner.store.rows import batches
from forumplanner.store.schema import Schema
from forumplanner.store.step import Scalar, Step, StepMode
from forumplanner.store.ties import ties_of
from forumplanner.store.transaction import Made, refusals


def require_free(connection: Connection, schema: Schema, number: int) -> Step:
    """The step of that number, if it can be taken back by itself.

    Raises `UndoRefused` with who touched the same fields since, or whose later entries are tied to its entries.
    """
    step = _standing(connection, number)
    turns = turns_of(connection, schema, step, backwards=True)
    by = _touched_since(connection, step)
    if by is not None:
        raise UndoRefused.changed_since(step, by)
    _require_no_ties(connection, schema, turns, step)
    return step


def take_back(engine: Engine, schema: Schema, number: int, *, actor: str) -> Made:
    """Take one older step back as a step of its own. Raises `UndoRefused` as `require_free`."""
    with refusals(), database.writing(engine) as connection, connection.begin():
        step = require_free(connection, schema, number)
        turns = turns_of(connection, schema, step, backwards=True)
        values = dict(step.values) | {"was": about(step.kind, step.values), standing.TURNED: str(number)}
        return _make(connection, schema, turns, step, kind=StepKind.TAKE_BACK, values=values, actor=actor)


def require_way_back(connection: Connection, schema: Schema, number: int) -> list[Step]:
    """The steps that going back to before `number` takes back, the newest first. Raises `UndoRefused`."""
    step = _known(connection, number)
    barrier = standing.last_barrier(connection)
    if barrier is not None and barrier.id >= number:
        raise UndoRefused.other_form(step, barrier)
    steps = standing.standing_since(connection, number)
    if steps:
        _require_no_ties(connection, schema, _together(connection, schema, steps), steps[-1])
    return steps


def go_back(engine: Engine, schema: Schema, number: int, *, actor: str) -> Made | None:
    """Take back step `number` and everything after it as one step; None where nothing of it stands."""
    with refusals(), database.writing(engine) as connection, connection.begin():
        steps = require_way_back(connection, schema, number)
        if not steps:
            return None
        last = steps[-1]
        turned = ",".join(str(step.id) for step in steps)
        was = about(last.kind, last.values)
        values = dict(last.values) | {
            "was": was,
            "steps": len(steps),
            standing.TURNED: turned,
        }
        turns = _together(connection, schema, steps)
        return _make(connection, schema, turns, last, kind=StepKind.GO_BACK, values=values, actor=actor)


def _make(
    connection: Connection,
    schema: Schema,
    turns: Sequence[Turn],
    target: Step,
    *,
    kind: StepKind,
    values: dict[str, Scalar],
    actor: str,
) -> Made:
    try:
        changes = carry_out(connection, schema, turns, target)
        journal.close_redo(connection, actor)
        made = journal.append(
            connection, mode=StepMode.DO, kind=kind, values=values, actor=actor, changes=changes, target=target.id
        )
        standing.settle(connection, made[0], stands=True)
        database.commit(connection)
    except IntegrityError as error:
        raise UndoRefused.needed_by(target, who_needs(connection, schema, target)) from error
    return made


def _standing(connection: Connection, number: int) -> Step:
    step = _known(connection, number)
    barrier = standing.last_barrier(connection)
    if barrier is not None and barrier.id >= number:
        raise UndoRefused.other_form(step, barrier)
    if step.mode is not StepMode.DO or step.undone:
        raise UndoRefused.nothing_left(step)
    return step


def _known(connection: Connection, number: int) -> Step:
    step = journal.step_by_number(connection, number)
    if step is None:
        raise NoSuchStep(number)
    return step


def _require_no_ties(connection: Connection, schema: Schema, turns: Sequence[Turn], step: Step) -> None:
    now = require_as_left(connection, turns, step)
    tied = list(ties_of(connection, schema, turns, now))
    if tied:
        found = (journal.last_change(connection, table=tie.table, key=tie.key, after=step) for tie in tied)
        raise UndoRefused.needed_by(step, max((by for by in found if by), key=lambda by: by.id, default=None))


def _touched_since(connection: Connection, step: Step) -> Step | None:
    """The newest step that stands and changed a field, or the being there, of a row of `step` after it."""
    rows = {(row.table_name, row.row_key): row for row in journal.rows_of(connection, step.id)}
    newest: Row[Any] | None = None
    for part in batches(key for _table, key in rows):
        wanted = (
            select(JournalRow.__table__)
            .join(JournalStep, JournalStep.id == JournalRow.step_id)
            .where(JournalRow.row_key.in_(part), JournalRow.step_id > step.id, JournalStep.undone.is_(False))
            .where(JournalStep.mode == StepMode.DO.value)
            .where(JournalStep.kind.not_in([kind.value for kind in standing.TURNING]))
        )
        for row in connection.execute(wanted):
            mine = rows.get((row.table_name, row.row_key))
            if mine is not None and _same_fields(mine, row) and (newest is None or row.step_id > newest.step_id):
                newest = row
    return journal.step_by_number(connection, newest.step_id) if newest is not None else None


def _same_fields(mine: Row[Any], other: Row[Any]) -> bool:
    """A row that came or went is touched by any change; else it is the fields that count."""
    if None in (mine.before, mine.after, other.before, other.after):
        return True
    ours, theirs = image_from_text(mine.after) or {}, image_from_text(other.after) or {}
    return bool((ours.keys() & theirs.keys()) - {VERSION})


def _together(connection: Connection, schema: Schema, steps: Sequence[Step]) -> list[Turn]:
    """The turns of several steps, the newest first, as one turn a row."""
    folded: dict[tuple[str, str], tuple[Image | None, Image | None]] = {}
    for row in journal.rows_of_steps(connection, [step.id for step in steps]):
        place = (row.table_name, row.row_key)
        before, after = image_from_text(row.before), image_from_text(row.after)
        folded[place] = _fold(folded[place], before, after) if place in folded else (after, before)
    turns = []
    for (name, key), (start, end) in folded.items():
        turn = _net(start, end)
        if turn is not None:
            turns.append((schema.tables[name], key_from_text(schema.tables[name], key), *turn))
    return turns


def _fold(
    known: tuple[Image | None, Image | None], before: Image | None, after: Image | None
) -> tuple[Image | None, Image | None]:
    """What must hold now, and what shall hold in the end, after an older change of the same row is turned too."""
    start, end = known
    start = None if start is None else (after or {}) | start
    if before is None or end is None:
        return start, before
    return start, end | before


def _net(start: Image | None, end: Image | None) -> tuple[Image | None, Image | None] | None:
    """A turn without the fields that end as they start; None where nothing is left of it."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        return start, end
    fields = [name for name in end if name != VERSION and start.get(name) != end[name]]
    return ({n: start.get(n) for n in fields}, {n: end[n] for n in fields}) if fields else None

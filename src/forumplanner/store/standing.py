"""Which steps stand: not those taken back, nor those that a step that stands took back itself."""

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from forumplanner.domain.kinds import StepKind
from forumplanner.records.journal import JournalStep
from forumplanner.store import journal
from forumplanner.store.rows import batches
from forumplanner.store.step import Step, StepMode

TURNED = "turned"
"""The value of a step that took others back: their numbers, the newest first, "14,12"."""

TURNING = frozenset({StepKind.TAKE_BACK, StepKind.GO_BACK})
"""Steps of the user that took older ones back; undoing such a step lets those stand again."""


def turned_by(step: Step) -> tuple[int, ...]:
    """The numbers of the steps that `step` took back, the newest first."""
    said = step.values.get(TURNED) if step.kind in TURNING else None
    return tuple(int(number) for number in said.split(",")) if isinstance(said, str) and said else ()


def mark(connection: Connection, step: Step, *, stands: bool) -> None:
    """Note that a step is taken back or stands again, and with it those that it took back itself."""
    _note(connection, [step.id], undone=not stands, dead=False)
    settle(connection, step, stands=stands)


def settle(connection: Connection, step: Step, *, stands: bool) -> None:
    """Note of the steps that `step` took back whether they stand: never while it does, and redo offers them never."""
    held: dict[int, bool] = {}
    _hold(connection, step, held, stands=stands)
    for down in (True, False):
        _note(connection, [number for number, is_down in held.items() if is_down is down], undone=down, dead=down)


def _hold(connection: Connection, step: Step, held: dict[int, bool], *, stands: bool) -> None:
    """Put into `held` what becomes of each step in turn; the last word on a step counts."""
    turned = turned_by(step)
    known = journal.steps_by_number(connection, turned)
    for number in turned if stands else reversed(turned):
        held[number] = stands
        if number in known and turned_by(known[number]):
            _hold(connection, known[number], held, stands=not stands)


def _note(connection: Connection, numbers: Sequence[int], *, undone: bool, dead: bool) -> None:
    for part in batches(numbers):
        connection.execute(update(JournalStep).where(JournalStep.id.in_(part)).values(undone=undone, dead=dead))


def standing_since(connection: Connection, number: int) -> list[Step]:
    """The steps from `number` on that would have to be taken back to be before it, the newest first.

    Taking back a step that took others back lets those stand again; the ones among them that are not older than
    `number` follow in their turn.
    """
    wanted = (
        select(JournalStep.__table__)
        .where(JournalStep.mode == StepMode.DO.value, JournalStep.id >= number)
        .order_by(JournalStep.id.desc())
    )
    steps = [journal.to_step(row) for row in connection.execute(wanted)]
    stands = {step.id: not step.undone for step in steps}
    by_number = {step.id: step for step in steps}
    chosen = []
    for step in steps:
        if stands[step.id]:
            chosen.append(step)
            _fall(step, by_number, stands, stands_now=False)
    return chosen


def _fall(step: Step, known: dict[int, Step], stands: dict[int, bool], *, stands_now: bool) -> None:
    stands[step.id] = stands_now
    turned = turned_by(step)
    for number in turned if stands_now else reversed(turned):
        if number in known:
            _fall(known[number], known, stands, stands_now=not stands_now)


def last_barrier(connection: Connection) -> Step | None:
    """The newest step that nothing crosses, such as bringing the file up to date."""
    wanted = (
        select(JournalStep.__table__)
        .where(JournalStep.mode == StepMode.BARRIER.value)
        .order_by(JournalStep.id.desc())
        .limit(1)
    )
    row = connection.execute(wanted).one_or_none()
    return journal.to_step(row) if row else None

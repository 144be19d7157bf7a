"""Reading a table into a plan, and applying a plan; both run in a thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forumplanner.domain.ids import ForumId

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.actions.importing import Imported
    from forumplanner.snapshots.import_plan import ImportPlan
    from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class Target:
    """Where a table goes: a forum of the open file, or a new one (`forum_id` None)."""

    store: "Store"
    forum_id: ForumId | None


def read_plan(path: Path, target: Target, answers: Mapping[str, str]) -> "ImportPlan":
    """What the table would do with these answers; the table is only read."""
    from forumplanner.exchange import workbook  # noqa: PLC0415 - loads the spreadsheet library on use
    from forumplanner.queries import workbook as knowing  # noqa: PLC0415 - loads the database's library

    with target.store.read() as db:
        known = knowing.known(db, target.forum_id)
    return workbook.read(path, known, answers=answers)


def apply_plan(target: Target, plan: "ImportPlan") -> "Imported":
    """Do what the plan says, in one step."""
    from forumplanner.actions import importing  # noqa: PLC0415 - loads the database's library

    return importing.apply(target.store, plan)

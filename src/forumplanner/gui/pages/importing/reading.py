"""Reading a table into a plan, and applying a plan; both run in a thread."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from forumplanner.domain.ids import ForumId
from forumplanner.domain.text import EN, ZH

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.actions.importing import Imported
    from forumplanner.snapshots.import_plan import ImportPlan
    from forumplanner.snapshots.workbook import KnownForum
    from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class Target:
    """Where a table goes that names no forum itself: the one that is shown, or a new one (`forum_id` None)."""

    store: "Store"
    forum_id: ForumId | None


def read_plan(path: Path, target: Target, answers: Mapping[str, str]) -> "ImportPlan":
    """What the table would do with these answers; the table is only read.

    It goes into the forum that it names, a new one where the file does not hold that, else into the target's.
    """
    from forumplanner.exchange import workbook  # noqa: PLC0415 - loads the spreadsheet library on use
    from forumplanner.queries import workbook as knowing  # noqa: PLC0415 - loads the database's library

    own = workbook.forum_slug(path)
    with target.store.read() as db:
        known = knowing.known(db, target.forum_id)
        meant = known.forums.get(own, "") if own else known.forum_id
        if meant != known.forum_id:
            known = knowing.known(db, ForumId(UUID(meant)) if meant else None)
    return _called_as_known(workbook.read(path, known, answers=answers), known)


def _called_as_known(plan: "ImportPlan", known: "KnownForum") -> "ImportPlan":
    """A plan whose forum has the title of today, where the table brings another."""
    forum = known.table("forum").get(plan.forum_id)
    if forum is None:
        return plan
    return replace(plan, forum_title={tag: str(forum.get(f"titles[0][{tag}]", "")) for tag in (ZH, EN)})


def apply_plan(target: Target, plan: "ImportPlan") -> "Imported":
    """Do what the plan says, in one step."""
    from forumplanner.actions import importing  # noqa: PLC0415 - loads the database's library

    return importing.apply(target.store, plan)

"""What a secretary does with a ceremony's words and cues: write, confirm, fill in by template, tell the crew."""

import uuid
from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import found, titled
from forumplanner.domain.ids import CueId, ItemId, SessionId, new_id
from forumplanner.domain.kinds import CueKind, StepKind
from forumplanner.domain.text import EMPTY, LocalizedText, Wording, tidy
from forumplanner.queries import running_order
from forumplanner.records import Cue, Item, Session
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.running_order import RunningItem
from forumplanner.store import Store


def set_script(store: Store, *, item_id: ItemId, tag: str, text: str) -> None:
    """Write what the host says in one language; "" leaves it to the template again. The other side needs review."""
    _edit(store, item_id, lambda item: setattr(item, "script", item.script.edited(tag, text)))


def confirm_script(store: Store, *, item_id: ItemId, tag: str) -> None:
    """Declare one language's words right as they stand."""
    _edit(store, item_id, lambda item: setattr(item, "script", item.script.confirmed(tag)))


def clear_script(store: Store, *, item_id: ItemId) -> None:
    """Leave an item's words to the template again, in all languages."""
    _edit(store, item_id, lambda item: setattr(item, "script", EMPTY))


def write_scripts(store: Store, *, session_id: SessionId) -> int:
    """Write the template's words into every item of a session that lacks its own in some language; how many items.

    Words that somebody wrote stay untouched; a side that is filled in beside them needs review.
    """
    with store.read() as db:
        session = found(db, Session, session_id)
        title, forum_id = session.title, session.forum_id
        order = running_order.load(db, forum_id=forum_id)
    shown = order.session(str(session_id))
    lacking = [item for item in shown.items if _gaps(item, order.languages)] if shown else []
    if not lacking:
        return 0
    with store.step(StepKind.WRITE_SCRIPTS, count=len(lacking), **titled(title)) as db:
        for item in lacking:
            record = found(db, Item, uuid.UUID(item.id))
            record.script = _filled(record.script, _gaps(item, order.languages))
    return len(lacking)


def _gaps(item: RunningItem, tags: Lines) -> dict[str, str]:
    """What the template would say in the languages in which nobody wrote anything."""
    return {tag: made for tag, own, made in zip(tags, item.own, item.template, strict=True) if made and not own}


def _filled(script: LocalizedText, gaps: Mapping[str, str]) -> LocalizedText:
    """A script with its gaps filled; a filled side is older than a written one, so that it asks for a look."""
    written = max((wording.revision for wording in script.wordings.values()), default=2)
    more = {tag: Wording(tidy(text), written - 1) for tag, text in gaps.items()}
    return LocalizedText({**script.wordings, **more})


def add_cue(store: Store, *, item_id: ItemId, kind: CueKind, text: Mapping[str, str]) -> CueId:
    """Add a cue behind the others of an item."""
    cue_id = CueId(new_id())
    with store.read() as db:
        title = found(db, Item, item_id).title
    with store.step(StepKind.ADD_CUE, **titled(title)) as db:
        last = max((cue.position for cue in _cues(db, item_id)), default=-1)
        db.add(Cue(id=cue_id, item_id=item_id, kind=kind, text=LocalizedText.of(text), position=last + 1))
    return cue_id


def edit_cue(store: Store, *, cue_id: CueId, tag: str, text: str) -> None:
    """Write a cue's text in one language."""
    _edit_cue(store, cue_id, lambda cue: setattr(cue, "text", cue.text.edited(tag, text)))


def set_cue_kind(store: Store, *, cue_id: CueId, kind: CueKind) -> None:
    """Say who is meant by a cue, or what it is about."""
    _edit_cue(store, cue_id, lambda cue: setattr(cue, "kind", kind))


def move_cue(store: Store, *, cue_id: CueId, by: int) -> bool:
    """Move a cue up (-1) or down (1) among those of its item; False at the edge."""
    with store.read() as db:
        cue = found(db, Cue, cue_id)
        order = [one.id for one in _cues(db, ItemId(cue.item_id))]
        title = found(db, Item, cue.item_id).title
    place = order.index(cue_id) + by
    if not 0 <= place < len(order):
        return False
    with store.step(StepKind.EDIT_CUE, **titled(title)) as db:
        cues = _cues(db, ItemId(found(db, Cue, cue_id).item_id))
        moved = next(one for one in cues if one.id == cue_id)
        cues.remove(moved)
        cues.insert(place, moved)
        for position, one in enumerate(cues):
            one.position = position
    return True


def remove_cue(store: Store, *, cue_id: CueId) -> None:
    """Remove a cue."""
    with store.step(StepKind.REMOVE_CUE, **_titled_by(store, cue_id)) as db:
        db.delete(found(db, Cue, cue_id))


def _cues(db: Db, item_id: ItemId) -> list[Cue]:
    return list(db.scalars(select(Cue).where(Cue.item_id == item_id).order_by(Cue.position, Cue.id)))


def _titled_by(store: Store, cue_id: CueId) -> dict[str, str]:
    with store.read() as db:
        return titled(found(db, Item, found(db, Cue, cue_id).item_id).title)


def _edit(store: Store, item_id: ItemId, change: Callable[[Item], None]) -> None:
    with store.read() as db:
        title = found(db, Item, item_id).title
    with store.step(StepKind.EDIT_SCRIPT, **titled(title)) as db:
        change(found(db, Item, item_id))


def _edit_cue(store: Store, cue_id: CueId, change: Callable[[Cue], None]) -> None:
    with store.step(StepKind.EDIT_CUE, **_titled_by(store, cue_id)) as db:
        change(found(db, Cue, cue_id))

"""What a secretary does with the parts of a session: add, name, time, remove."""

from collections.abc import Callable, Mapping

from sqlalchemy import func, select

from forumplanner.actions.found import NotPossible, found, titled
from forumplanner.actions.moving import at, session_day
from forumplanner.actions.whole import contents_of, next_position, whole_part
from forumplanner.domain.ids import PartId, SessionId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.records import Part, Session
from forumplanner.store import Store


def add_part(store: Store, *, session_id: SessionId, title: Mapping[str, str] | None = None) -> PartId:
    """Add a stretch with chairs of its own at the end of a session."""
    part_id = PartId(new_id())
    with store.read() as db:
        heading = found(db, Session, session_id).title
    with store.step(StepKind.EDIT_PART, **titled(heading)) as db:
        position = next_position(db, Part.position, Part.session_id == session_id)
        db.add(Part(id=part_id, session_id=session_id, title=LocalizedText.of(title), position=position))
    return part_id


def rename_part(store: Store, *, part_id: PartId, tag: str, text: str) -> None:
    """Write one language's title of a part; the other then needs review."""
    _edit(store, part_id, lambda part: setattr(part, "title", part.title.edited(tag, text)))


def confirm_part_title(store: Store, *, part_id: PartId, tag: str) -> None:
    """Declare one language's title of a part right as it stands."""

    def confirm(part: Part) -> None:
        part.title = part.title.confirmed(tag)

    _edit(store, part_id, confirm, StepKind.CONFIRM_TRANSLATION)


def start_part(store: Store, *, part_id: PartId, start: int | None) -> None:
    """Give a part a start of its own, in minutes since midnight of its session's day; None lets it flow."""
    _edit(store, part_id, lambda part: setattr(part, "starts_at", _at(part, start)))


def end_part(store: Store, *, part_id: PartId, end: int | None) -> None:
    """Say when a part ends; None leaves it to its items."""
    _edit(store, part_id, lambda part: setattr(part, "ends_at", _at(part, end)))


def _at(part: Part, minutes: int | None) -> object:
    return at(session_day(part.session), minutes, part.session.zone)


def remove_part(store: Store, *, part_id: PartId) -> None:
    """Remove a part with its items; the last part of a session is refused, since a session has one at least."""
    with store.read() as db:
        part = found(db, Part, part_id)
        heading = found(db, Session, part.session_id).title
        number = db.execute(select(func.count()).where(Part.session_id == part.session_id)).scalar_one()
    if number == 1:
        raise NotPossible(_("A session needs one part. Remove its items or the whole session instead."))
    with store.step(StepKind.EDIT_PART, **titled(heading)) as db:
        whole = whole_part(db, part_id)
        gone = contents_of(db, [part_id], [item.id for item in whole.items])
        for row in (*gone, *whole.items, whole):
            db.delete(row)


def _edit(store: Store, part_id: PartId, change: Callable[[Part], None], kind: StepKind = StepKind.EDIT_PART) -> None:
    with store.read() as db:
        heading = found(db, Session, found(db, Part, part_id).session_id).title
    with store.step(kind, **titled(heading)) as db:
        change(found(db, Part, part_id))

"""Doing what the user asked: a verb runs, a named refusal is said in a toast, nothing else is caught."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from forumplanner.domain.ids import (
    ActId,
    AppearanceId,
    InstitutionId,
    ItemId,
    ParticipantId,
    PartId,
    PersonId,
    PostId,
    RoomId,
    SessionId,
    TrackId,
)
from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame

T = TypeVar("T")


def done(frame: Frame, verb: Callable[[], T], *, say: str = "") -> T | None:
    """Run a verb; `say` is told with an undo once it is done. None where it was refused, which is said too."""
    try:
        result = verb()
    except PlannerError as refusal:
        frame.toast(str(refusal))
        return None
    if say:
        frame.toast(say, undo=True)
    return result


def session_id(text: str) -> SessionId:
    """A session's key out of a snapshot."""
    return SessionId(UUID(text))


def part_id(text: str) -> PartId:
    """A part's key out of a snapshot."""
    return PartId(UUID(text))


def item_id(text: str) -> ItemId:
    """An item's key out of a snapshot."""
    return ItemId(UUID(text))


def room_id(text: str) -> RoomId | None:
    """A room's key out of a snapshot; None for ""."""
    return RoomId(UUID(text)) if text else None


def track_id(text: str) -> TrackId | None:
    """A parallel forum's key out of a snapshot; None for ""."""
    return TrackId(UUID(text)) if text else None


def appearance_id(text: str) -> AppearanceId:
    """An appearance's key out of a snapshot."""
    return AppearanceId(UUID(text))


def act_id(text: str) -> ActId:
    """A ceremony's act's key out of a snapshot."""
    return ActId(UUID(text))


def participant_id(text: str) -> ParticipantId:
    """A participant's key out of a snapshot."""
    return ParticipantId(UUID(text))


def person_id(text: str) -> PersonId:
    """A person's key out of a snapshot."""
    return PersonId(UUID(text))


def post_id(text: str) -> PostId:
    """A post's key out of a snapshot."""
    return PostId(UUID(text))


def institution_id(text: str) -> InstitutionId | None:
    """An institution's key out of a snapshot; None for ""."""
    return InstitutionId(UUID(text)) if text else None

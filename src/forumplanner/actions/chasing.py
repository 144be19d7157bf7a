"""Ticking the chase matrix: what has come, was asked for, or is not needed."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from forumplanner.domain.guest_kinds import MaterialKind, MaterialState
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import MaterialId, ParticipantId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.labels import label
from forumplanner.domain.text import EN, ZH
from forumplanner.records import Material
from forumplanner.store import Store

_AT_ONCE = 400


def set_material(
    store: Store,
    *,
    participants: Sequence[ParticipantId],
    kind: MaterialKind,
    state: MaterialState | None,
    day: dt.date | None = None,
    note: str = "",
) -> None:
    """Write one column of the matrix for these people, in one step; None clears the cells.

    `day`: when it came or was asked for. What other records say (a title, a flight) stays as they say it.
    """
    what = by_language("what", zh=label(kind, ZH), en=label(kind, EN))
    with store.step(StepKind.SET_MATERIALS, count=len(participants), **what) as db:
        for start in range(0, len(participants), _AT_ONCE):
            some = participants[start : start + _AT_ONCE]
            query = select(Material).where(Material.kind == kind, Material.participant_id.in_(some))
            kept = {row.participant_id: row for row in db.execute(query).scalars()}
            for participant_id in some:
                row = kept.get(participant_id)
                if state is None:
                    if row is not None:
                        db.delete(row)
                    continue
                if row is None:
                    row = Material(id=MaterialId(new_id()), participant_id=participant_id, kind=kind)
                    db.add(row)
                row.state, row.day, row.note = state, day, note.strip()

"""From a row of the page to the things inside it and back up: which row shows a key, and what stands above it."""

from dataclasses import replace

from forumplanner.gui import reading
from forumplanner.gui.pages.programme.rows import Row, RowKind, shown_parts
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import ItemLine, PartLine, SessionLine


def whole(row: Row | None) -> Row | None:
    """What the inspector shows for a row of the page: a finding's session; nothing for a day's heading."""
    if row is None or row.session is None or row.kind is RowKind.DAY:
        return None
    if row.kind is RowKind.FINDING:
        return replace(row, kind=RowKind.SESSION, key=f"session:{row.session.id}", finding=None)
    return row


def row_of(given: Row, key: str) -> Row | None:
    """The row of that key inside the session of a row; None where it is gone."""
    session = given.session
    if session is None or key == given.key:
        return given
    _kind, _colon, identity = key.partition(":")
    if identity == session.id:
        return Row(RowKind.SESSION, key, session.day, session, found=_found(given, session.id, whole_session=True))
    for part in session.parts:
        if part.id == identity:
            people = [line.participant_id for line in part.chairs]
            return Row(RowKind.PART, key, session.day, session, part, found=_found(given, part.id, *people))
        for item in part.items:
            if item.id == identity:
                return _item_row(given, session, part, item, key)
    return None


def _item_row(given: Row, session: SessionLine, part: PartLine, item: ItemLine, key: str) -> Row:
    people = [line.participant_id for line in item.people]
    return Row(RowKind.ITEM, key, session.day, session, part, item, found=_found(given, item.id, *people))


def _found(given: Row, *ids: str, whole_session: bool = False) -> tuple[Finding, ...]:
    if whole_session:
        return given.found
    return tuple(one for one in given.found if any(one.about(identity) for identity in ids if identity))


def above(row: Row) -> str:
    """The key of what a row stands in; "" for a session."""
    if row.session is None or row.kind is RowKind.SESSION:
        return ""
    if row.item is not None and row.part is not None and row.part in shown_parts(row.session):
        return f"part:{row.part.id}"
    return f"session:{row.session.id}"


def steps_to(row: Row, languages: tuple[str, ...]) -> list[tuple[str, str]]:
    """Keys and words of what stands above a row, the outermost first."""
    session = row.session
    if session is None or row.kind is RowKind.SESSION:
        return []
    steps = [(f"session:{session.id}", reading.words(session.title, languages) or reading.word(session.kind))]
    if row.item is not None and row.part is not None and row.part in shown_parts(session):
        steps.append((f"part:{row.part.id}", reading.words(row.part.title, languages) or _("Part")))
    return steps

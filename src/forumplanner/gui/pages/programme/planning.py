"""Planning in the list: cut and paste, breaks, fit, swap, shift; each is one step that the toast can take back."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from forumplanner.actions import breaks, items, planning, shifting, tray
from forumplanner.domain.history import sentence
from forumplanner.domain.kinds import ItemKind
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme import cutting
from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, localized
from forumplanner.snapshots.programme import PartLine, Programme, SessionLine

TEA_MINUTES = breaks.TEA_MINUTES


class Planning(QObject):
    """Turns a key or a menu entry at a row into a verb; `programme` gives what is shown."""

    def __init__(self, frame: Frame, programme: Callable[[], Programme], parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._programme = frame, programme

    def cut(self, row: Row) -> None:
        """Ctrl+X: remember a session or an item; Ctrl+V puts it behind another row."""
        title = row.item.title if row.item else (row.session.title if row.session else None)
        words = reading.words(title, self._programme().languages) if title else ""
        if cutting.cut(row, words):
            self._frame.toast(_("Cut “{what}”. Ctrl+V puts it after the current row.", what=words))

    def paste(self, row: Row) -> bool:
        """Ctrl+V: what was cut goes behind `row`; False where nothing was cut."""
        key, programme = cutting.cut_key(), self._programme()
        item, session = cutting.item_of(key, programme), cutting.session_of(key, programme)
        if item is not None:
            self._item_to(item.id, row)
        elif session is not None:
            self._session_to(session, row)
        else:
            return False
        return True

    def wait(self, row: Row) -> None:
        """Ctrl+Delete: take a session or an item out of the plan; it waits without a day."""
        store = self._frame.store
        if row.item is not None:
            item = doing.item_id(row.item.id)
            self._do(lambda: tray.item_to_tray(store, item_id=item))
        elif row.session is not None and row.session.day is not None:
            session = doing.session_id(row.session.id)
            self._do(lambda: planning.unschedule_session(store, session_id=session))

    def wait_cut(self) -> bool:
        """Ctrl+V among what waits: what was cut loses its time; False where nothing was cut."""
        key, programme = cutting.cut_key(), self._programme()
        item, session = cutting.item_of(key, programme), cutting.session_of(key, programme)
        if item is not None:
            identity = doing.item_id(item.id)
            self._do(lambda: tray.item_to_tray(self._frame.store, item_id=identity))
        elif session is not None and session.day is not None:
            self._unschedule(session)
        cutting.let_go()
        return item is not None or session is not None

    def insert_break(self, row: Row) -> None:
        """Ctrl+B: tea behind the row; an item within a session, else a break in the session's room."""
        session, store = row.session, self._frame.store
        if session is None:
            return
        part = row.part
        if part is not None:
            after = doing.item_id(row.item.id) if row.item else None
            self._do(
                lambda: items.add_item(
                    store,
                    part_id=doing.part_id(part.id),
                    title=localized("Tea break"),
                    kind=ItemKind.TEA,
                    minutes=TEA_MINUTES,
                    after=after,
                )
            )
            return
        start, day = session.end if session.end is not None else session.start, session.day
        if day is None or start is None:
            self._frame.toast(_("The session has no time yet, so no break can stand after it."))
            return
        room = doing.room_id(session.room_ids[0]) if session.room_ids else None
        forum = self._frame.forum_id
        self._do(lambda: breaks.add_break(store, forum_id=forum, day=day, start=start, room_id=room))

    def copy_break(self, row: Row) -> None:
        """Ctrl+Shift+B: the break of one room to all rooms."""
        if row.session is None:
            return
        key = doing.session_id(row.session.id)
        done = self._do(lambda: breaks.copy_break(self._frame.store, session_id=key))
        if done == 0:
            self._frame.toast(_("This break already stands in every room."))

    def fit(self, row: Row) -> None:
        """Ctrl+E: the session ends with its last item."""
        if row.session is not None:
            key = doing.session_id(row.session.id)
            self._do(lambda: planning.fit_session(self._frame.store, session_id=key))

    def swap(self, row: Row) -> None:
        """Ctrl+Shift+X: the session changes places with the one that was cut."""
        other = cutting.session_of(cutting.cut_key(), self._programme())
        if row.session is None or row.kind is not RowKind.SESSION:
            return
        if other is None or other.id == row.session.id:
            self._frame.toast(_("Cut a session first (Ctrl+X), then swap it with the current one."))
            return
        self._swap(other, row.session)
        cutting.let_go()

    def move(self, row: Row, by: int) -> None:
        """Alt+Up, Alt+Down on a session: change places with the one before or after it in its room."""
        session = row.session
        if session is None or row.kind is not RowKind.SESSION:
            return
        place = session.room_ids[:1]
        there = [s for s in self._programme().sessions if s.day == session.day and s.room_ids[:1] == place]
        number = next((n for n, other in enumerate(there) if other.id == session.id), 0) + by
        if session.start is None or not 0 <= number < len(there):
            self._frame.toast(_("No session stands before or after it in its room."))
            return
        self._swap(session, there[number])

    def shift(self, row: Row, by: int, *, everywhere: bool = False, beyond_break: bool = False) -> None:
        """This session and what follows it, by some minutes; up to the next break unless asked to go on."""
        if row.session is None:
            return
        key = doing.session_id(row.session.id)
        moved = self._do(
            lambda: shifting.shift_following(
                self._frame.store, session_id=key, by=by, everywhere=everywhere, beyond_break=beyond_break
            )
        )
        if moved == 0:
            self._frame.toast(_("The session has no time yet, so there is nothing to shift."))

    def _swap(self, one: SessionLine, two: SessionLine) -> None:
        first, second = doing.session_id(one.id), doing.session_id(two.id)
        self._do(lambda: planning.swap_sessions(self._frame.store, first=first, second=second))

    def _item_to(self, identity: str, row: Row) -> None:
        target = _behind(row, identity)
        if target is None:
            self.wait_cut()
            return
        part, place = target
        key = doing.item_id(identity)
        self._do(
            lambda: planning.move_item(self._frame.store, item_id=key, part_id=doing.part_id(part.id), place=place)
        )
        cutting.let_go()

    def _session_to(self, session: SessionLine, row: Row) -> None:
        """What waits becomes items of the part that the row is in; else the session starts when the row's ends."""
        after, store, key = row.session, self._frame.store, doing.session_id(session.id)
        if after is None or after.id == session.id:
            return
        target = _behind(row, "") if row.part is not None else None
        if target is not None and session.day is None and any(part.items for part in session.parts):
            part, place = doing.part_id(target[0].id), target[1]
            self._do(lambda: tray.put_into_part(store, session_id=key, part_id=part, place=place))
        elif after.day is None:
            self._unschedule(session)
        else:
            day, start = after.day, after.end if after.end is not None else after.start
            if start is None:
                self._frame.toast(_("That session has no time yet. Choose a row with a time."))
                return
            room = doing.room_id(after.room_ids[0]) if after.room_ids else None
            self._do(lambda: planning.place_session(store, session_id=key, day=day, start=start, room_id=room))
        cutting.let_go()

    def _unschedule(self, session: SessionLine) -> None:
        key = doing.session_id(session.id)
        self._do(lambda: planning.unschedule_session(self._frame.store, session_id=key))

    def _do(self, verb: Callable[[], object]) -> object:
        """Run a verb and say its step with an undo; a refusal is said instead."""
        store = self._frame.store
        before = store.can_undo()
        result = doing.done(self._frame, verb)
        step = store.can_undo()
        if step is not None and (before is None or step.id != before.id):
            self._frame.toast(sentence(step.kind, step.values, interface_language()), undo=True)
        return result


def _behind(row: Row, moving: str) -> tuple[PartLine, int] | None:
    """The part and place behind a row, counted without the item that moves; None where the row has no part."""
    part = row.part or (row.session.parts[0] if row.session and row.session.parts else None)
    if part is None or row.session is None or (row.session.day is None and row.part is None):
        return None
    others = [item for item in part.items if item.id != moving]
    if row.item is None:
        return part, 0
    place = next((n + 1 for n, item in enumerate(others) if item.id == row.item.id), None)
    if place is None:  # behind itself: where it is
        place = part.items.index(row.item)
    return part, place

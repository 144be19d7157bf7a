"""Adding a session, a part or an item: made at once with a title to be written over, the cell open for typing."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from forumplanner.actions import items, parts, sessions
from forumplanner.domain.kinds import ItemKind, SessionKind
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.cells import Col
from forumplanner.gui.pages.programme.rows import Row
from forumplanner.i18n import localized

if TYPE_CHECKING:
    from forumplanner.gui.pages.programme.page import ProgrammePage


class Adding:
    """New things appear behind what is current; the next thing typed is their title in the reader's language."""

    def __init__(self, frame: Frame, page: "ProgrammePage") -> None:
        self._frame, self._page = frame, page

    def session(self, day: dt.date | None) -> None:
        """A session without time on the shown day: a place for it is found later."""
        made = doing.done(
            self._frame,
            lambda: sessions.add_session(
                self._frame.store,
                forum_id=self._frame.forum_id,
                title=localized("New session"),
                kind=SessionKind.OTHER,
                day=day,
            ),
        )
        if made:
            self._open(f"session:{made}")

    def item(self, row: Row) -> None:
        """An item behind the current one, or at the end of the current part or session."""
        if row.session is None or not row.session.parts:
            return
        part = row.part or row.session.parts[-1]
        after = doing.item_id(row.item.id) if row.item else None
        made = doing.done(
            self._frame,
            lambda: items.add_item(
                self._frame.store,
                part_id=doing.part_id(part.id),
                title=localized("New item"),
                kind=ItemKind.REPORT,
                minutes=15,
                after=after,
            ),
        )
        if made:
            self._open(f"item:{made}")

    def part(self, row: Row) -> None:
        """One more part at the end of the current session."""
        session = row.session
        if session is None:
            return
        made = doing.done(
            self._frame,
            lambda: parts.add_part(
                self._frame.store, session_id=doing.session_id(session.id), title=localized("New part")
            ),
        )
        if made:
            self._open(f"part:{made}")

    def _open(self, key: str) -> None:
        """Show the new row with its title open, once the page has read it."""
        page = self._page
        column = Col.FIRST if reading.place(page.languages()) == 0 else Col.SECOND

        def start() -> None:
            page.reveal(key)
            if page.list.select(key, int(column)):
                page.list.setFocus()
                page.list.edit_cell()

        # The store's notice comes through the event loop; after it the page reads, and then the row is there.
        QTimer.singleShot(0, page, lambda: page.fetching.after(start))

"""From the fields of the inspector to the verbs: consular record, post, group and level, each edit one step."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import guests, missions
from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import ConsularPostId
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.guests.editing import guest_id, participant_id
from forumplanner.snapshots.guests import GuestCard


class FieldEditing(QObject):
    """Writes to the guest that the inspector shows, whom `card` gives."""

    def __init__(self, frame: Frame, card: Callable[[], GuestCard], parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._card = frame, card

    def write_record(self, column: str, value: object) -> None:
        """Write one field of a consular record."""
        guest, changed = guest_id(self._card().line), {column: value}
        self._done(lambda: guests.edit_guest(self._frame.store, guest_id=guest, **changed))  # type: ignore[arg-type]  # only columns of the record

    def write_title(self, tag: str, text: str) -> None:
        """Write one language of the title."""
        guest = guest_id(self._card().line)
        self._done(lambda: guests.write_title(self._frame.store, guest_id=guest, tag=tag, text=text))

    def confirm_title(self, tag: str) -> None:
        """Declare one language of the title right."""
        guest = guest_id(self._card().line)
        self._done(lambda: guests.confirm_title(self._frame.store, guest_id=guest, tag=tag))

    def write_post(self, column: str, text: str) -> None:
        """Write one field of the post."""
        post, store = self._post(), self._frame.store
        if column == "list_order":
            number = int(text) if text.isdecimal() else None
            self._done(lambda: missions.edit_post(store, post_id=post, list_order=number))
        else:
            field = {column: text}
            self._done(lambda: missions.edit_post(store, post_id=post, **field))  # type: ignore[arg-type]  # a text column

    def name_post(self, tag: str, text: str) -> None:
        """Write one language of the post's name."""
        post = self._post()
        self._done(lambda: missions.write_post(self._frame.store, post_id=post, column="name", tag=tag, text=text))

    def set_protocol(self, group: str, level: str) -> None:
        """Write group and level of a guest of honour."""
        key = participant_id(self._card().line)
        self._done(
            lambda: guests.set_protocol(
                self._frame.store,
                participant_id=key,
                group=ProtocolGroup(group) if group else None,
                level=ProtocolLevel(level) if level else None,
            )
        )

    def _post(self) -> ConsularPostId:
        return ConsularPostId(UUID(self._card().line.post_id))

    def _done(self, verb: Callable[[], object]) -> None:
        doing.done(self._frame, verb)

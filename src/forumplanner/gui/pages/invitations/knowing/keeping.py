"""Keeping that somebody was told by mouth, and taking that back."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import knowing
from forumplanner.domain.guest_kinds import Channel
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.knowing.people import EVERYBODY, Group, Row, in_chat
from forumplanner.i18n import ngettext
from forumplanner.invitations.held import to_keep
from forumplanner.snapshots.told_by_mouth import ByMouth


class Keeping(QObject):
    """Runs the verbs and says what was done."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame

    def called(self, rows: Sequence[Row]) -> None:
        """These were told on the phone."""
        told = [ByMouth(row.key, row.name(), to_keep(row.concerned, row.spoken.plan), row.sentence()) for row in rows]
        if told and self._keep(told, Channel.PHONE):
            names = reading.listed(row.name() for row in rows[:3])
            more = ngettext(
                "{names} was told by phone. If not after all, take it back under “Told by hand”.",
                "{names} and others ({n}) were told by phone. If not after all, take it back under “Told by hand”.",
                len(rows),
                names=names,
            )
            self._frame.toast(more)

    def written(self, group: Group) -> None:
        """The chat of a group was written in."""
        rows = in_chat(group)
        told = [
            ByMouth(
                row.key,
                row.name(),
                to_keep(row.concerned, row.spoken.plan),
                row.sentence(),
                row.reader.delegation_id if group.key == EVERYBODY else group.delegation_id,
            )
            for row in rows
        ]
        if told and self._keep(told, Channel.CHAT):
            self._frame.toast(
                ngettext(
                    "{n} person was told in a chat. If not after all, take it back under “Told by hand”.",
                    "{n} people were told in a chat. If not after all, take it back under “Told by hand”.",
                    len(rows),
                )
            )

    def take_back(self, messages: Sequence[str]) -> None:
        """These were not told after all."""
        keys = [UUID(key) for key in messages]
        taken = doing.done(self._frame, lambda: knowing.take_back(self._frame.store, messages=keys))
        if taken:
            self._frame.mailing.changed.emit()  # mail that is taken back stands in no history that pages hear of
            self._frame.toast(ngettext("{n} person must know again.", "{n} people must know again.", taken))

    def _keep(self, told: Sequence[ByMouth], channel: Channel) -> bool:
        store, forum_id = self._frame.store, self._frame.forum_id
        made = doing.done(self._frame, lambda: knowing.tell(store, forum_id=forum_id, told=told, channel=channel))
        return made is not None

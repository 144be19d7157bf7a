"""The order of the delegations: chosen from a list, changed by hand, and the caption that says what it means."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from forumplanner.actions import delegations as verbs
from forumplanner.domain.protocol import DelegationOrder, HostPlace
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.delegations import moving
from forumplanner.gui.pages.delegations.member_editing import MemberEditing
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.delegations import Delegations


class Ordering(QObject):
    """Every choice sorts lists and papers at once, in one step."""

    def __init__(self, frame: Frame, membership: MemberEditing, shown: Callable[[], Delegations]) -> None:
        super().__init__(membership)
        self.frame, self._membership, self._shown = frame, membership, shown

    def move(self, key: str, by: int) -> None:
        """Move a row of the tree by one place."""
        arranged = moving.moved(self._shown(), key, by)
        if arranged is not None:
            self._membership.arrange(arranged)

    def sort(self, key: str) -> None:
        """Choose an order, or by "host:" and a code where the host country stands."""
        store, forum_id, shown = self.frame.store, self.frame.forum_id, self._shown()
        if key == str(DelegationOrder.HAND):
            self._membership.arrange(moving.as_shown(shown))
            return
        host = HostPlace(key.removeprefix("host:")) if key.startswith("host:") else None
        order = shown.order if host else DelegationOrder(key)
        doing.done(
            self.frame,
            lambda: verbs.sort_delegations(store, forum_id=forum_id, order=order, host_place=host),
            say=_("Sorted the delegations anew, here and on papers."),
        )

    def write_caption(self, texts: Mapping[str, str]) -> None:
        """The caption in the forum's own words; without any the usual ones."""
        store, forum_id = self.frame.store, self.frame.forum_id
        doing.done(
            self.frame,
            lambda: verbs.set_caption(store, forum_id=forum_id, texts=texts),
            say=_("The caption stands under every list of delegations."),
        )

"""From what was written to the verb: each edit of words or cues is one step."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import order_of_addresses, scripts
from forumplanner.domain.ids import CueId, ItemId
from forumplanner.domain.kinds import CueKind
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.script.card import ItemCard
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class ScriptEditing(QObject):
    """Calls `actions.scripts`; a refusal is said in a toast."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame

    def follow(self, card: ItemCard) -> None:
        """Do what a card asks for."""
        item = doing.item_id(card.item.id)
        card.written.connect(lambda tag, text: self._write(item, tag, text))
        card.confirmed.connect(lambda tag: self._confirm(item, tag))
        card.left.connect(lambda tag: self._leave(item, tag))
        card.cues.added.connect(lambda kind: self._add(item, kind))
        card.cues.written.connect(self._write_cue)
        card.cues.turned.connect(self._turn_cue)
        card.cues.removed.connect(self._remove_cue)

    def fill(self, session_id: str) -> None:
        """Write the template's words where nobody wrote any; one step."""
        if not session_id:
            return
        key = doing.session_id(session_id)
        count = self._do(lambda: scripts.write_scripts(self._frame.store, session_id=key))
        if isinstance(count, int) and count:
            words = ngettext("Wrote the words of {n} item", "Wrote the words of {n} items", count)
            self._frame.toast(words, undo=True)

    def sort_addresses(self, session_id: str) -> None:
        """Put the session's addresses into the order that the forum's rules of protocol propose; one step."""
        if not session_id:
            return
        key = doing.session_id(session_id)
        count = self._do(lambda: order_of_addresses.sort_addresses(self._frame.store, session_id=key))
        if isinstance(count, int):
            words = ngettext("{n} address has another place now", "{n} addresses have other places now", count)
            same = _("The addresses already stand in the order that the rules of protocol propose")
            self._frame.toast(words if count else same, undo=bool(count))

    def _write(self, item: ItemId, tag: str, text: str) -> None:
        self._do(lambda: scripts.set_script(self._frame.store, item_id=item, tag=tag, text=text))

    def _confirm(self, item: ItemId, tag: str) -> None:
        self._do(lambda: scripts.confirm_script(self._frame.store, item_id=item, tag=tag))

    def _leave(self, item: ItemId, tag: str) -> None:
        verb: Callable[[], None] = lambda: scripts.set_script(self._frame.store, item_id=item, tag=tag, text="")  # noqa: E731 - a word for a word
        self._do(verb, say=_("These words come from the template again"))

    def _add(self, item: ItemId, kind: str) -> None:
        self._do(lambda: scripts.add_cue(self._frame.store, item_id=item, kind=CueKind(kind), text={}))

    def _write_cue(self, cue: str, tag: str, text: str) -> None:
        self._do(lambda: scripts.edit_cue(self._frame.store, cue_id=_cue_id(cue), tag=tag, text=text))

    def _turn_cue(self, cue: str, kind: str) -> None:
        self._do(lambda: scripts.set_cue_kind(self._frame.store, cue_id=_cue_id(cue), kind=CueKind(kind)))

    def _remove_cue(self, cue: str) -> None:
        self._do(lambda: scripts.remove_cue(self._frame.store, cue_id=_cue_id(cue)), say=_("Removed a cue"))

    def _do(self, verb: Callable[[], object], *, say: str = "") -> object:
        return doing.done(self._frame, verb, say=say)


def _cue_id(text: str) -> CueId:
    return CueId(UUID(text))

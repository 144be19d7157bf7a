"""From the signals of card and inspector to the verbs of the ledger: each edit of an entry is one step."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import alliance as verbs
from forumplanner.actions.alliance import EntryText
from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.ids import InstitutionId, ItemId, LedgerEntryId
from forumplanner.domain.kinds import Standing
from forumplanner.files import PlannerError
from forumplanner.gui import doing, reading
from forumplanner.gui.pages.alliance.entry_card import NewEntry
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.alliance import EntryLine

if TYPE_CHECKING:
    from forumplanner.gui.pages.alliance.members import MembersRegister


class MemberEditing(QObject):
    """Calls `actions.alliance`; the register reads again because the store tells it."""

    def __init__(self, register: "MembersRegister") -> None:
        super().__init__(register)
        self._register = register
        register.card.wanted.connect(self._add)
        details = register.details
        details.named.connect(self._name)
        details.again.connect(self._again)
        details.when.written.connect(self._set_time)
        details.standing.picked.connect(self._set_standing)
        details.number.valueChanged.connect(self._set_number)
        details.item.picked.connect(self._set_item)
        texts: tuple[tuple[Any, EntryText], ...] = (
            (details.occasion, "occasion"),
            (details.resolution, "resolution"),
        )
        for field, text in texts:
            field.edited.connect(partial(self._write, text))
            field.confirmed.connect(partial(self._confirm, text))

    def _add(self) -> None:
        new = self._register.card.entry()
        said = (
            self._register.card.whom.text() if new.key or new.name else _("{number} without a name", number=new.number)
        )
        if self._register.enter(lambda: self._enter(new), _("Entered: {name}", name=said)):
            self._register.card.empty_out()
            self._register.card.whom.setFocus()

    def _enter(self, new: NewEntry) -> LedgerEntryId:
        store, key = self._register.frame.store, doing.institution_id(new.key)
        if new.number:
            if new.change is AllianceChange.STANDING:
                raise PlannerError(_("Only an institution with a name can get another standing."))
            return verbs.count_unnamed(store, number=new.number, standing=new.standing, change=new.change, at=new.at)
        if new.change is AllianceChange.ADMITTED:
            return verbs.admit(store, institution_id=key, name=new.name, standing=new.standing, at=new.at)
        if key is None:
            raise PlannerError(_("Choose a member of the alliance."))
        if new.change is AllianceChange.LEFT:
            return verbs.leave(store, institution_id=key, at=new.at)
        return verbs.give_standing(store, institution_id=key, standing=new.standing, at=new.at)

    def _again(self, change: str) -> None:
        line = self._register.current()
        if line is not None:
            self._register.start_new()
            self._register.card.prepare(
                AllianceChange(change), line.institution_id, reading.words(line.name, self._register.languages)
            )
            self._register.card.when.setFocus()

    def _name(self, key: str, name: str) -> None:
        wanted = InstitutionId(UUID(key)) if key else None
        line = self._register.current()
        if line is None:
            return
        made = doing.done(
            self._register.frame,
            lambda: verbs.name_unnamed(
                self._register.frame.store, entry_id=entry_key(line), institution_id=wanted, name=name
            ),
            say=_("Named one of {n}", n=line.unnamed),
        )
        self._register.details.whom.clear_choice()
        if made is not None and line.unnamed == 1:
            self._register.want(str(made))

    def _set_time(self, day: dt.date | None, year: int | None) -> None:
        self._edit(lambda key: verbs.set_entry_time(self._register.frame.store, entry_id=key, day=day, year=year))

    def _set_standing(self, standing: str) -> None:
        self._edit(
            lambda key: verbs.set_entry_standing(self._register.frame.store, entry_id=key, standing=Standing(standing))
        )

    def _set_number(self, number: int) -> None:
        self._edit(lambda key: verbs.set_unnamed(self._register.frame.store, entry_id=key, number=number))

    def _set_item(self, item: str) -> None:
        linked, forum_id = ItemId(UUID(item)) if item else None, self._register.frame.forum_id
        self._edit(
            lambda key: verbs.set_entry_item(
                self._register.frame.store, entry_id=key, item_id=linked, forum_id=forum_id
            )
        )

    def _write(self, text: EntryText, tag: str, words: str) -> None:
        self._edit(
            lambda key: verbs.write_entry(self._register.frame.store, entry_id=key, text=text, tag=tag, words=words)
        )

    def _confirm(self, text: EntryText, tag: str) -> None:
        self._edit(lambda key: verbs.confirm_entry(self._register.frame.store, entry_id=key, text=text, tag=tag))

    def _edit(self, verb: Callable[[LedgerEntryId], None]) -> None:
        self._register.change(lambda line: verb(entry_key(line)))


def entry_key(line: EntryLine) -> LedgerEntryId:
    """The key of an entry."""
    return LedgerEntryId(UUID(line.id))

"""From the signals of card and inspector to the verbs of the register of agreements: each edit is one step."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import agreements as verbs
from forumplanner.domain.guest_kinds import AgreementKind
from forumplanner.domain.ids import AgreementId, InstitutionId, ItemId, PersonId
from forumplanner.gui import doing, reading
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.agreements import AgreementLine

if TYPE_CHECKING:
    from forumplanner.gui.pages.alliance.agreements import AgreementsRegister


class AgreementEditing(QObject):
    """Calls `actions.agreements`; the register reads again because the store tells it."""

    def __init__(self, register: "AgreementsRegister") -> None:
        super().__init__(register)
        self._register = register
        register.adding.wanted.connect(self._add)
        details = register.details
        details.number.editingFinished.connect(self._number)
        details.kind.picked.connect(lambda key: self._edit(partial(verbs.set_agreement_kind, kind=AgreementKind(key))))
        details.day.editingFinished.connect(self._day)
        details.item.picked.connect(
            lambda key: self._edit(partial(verbs.set_agreement_item, item_id=ItemId(UUID(key)) if key else None))
        )
        for field, text in ((details.title_pair, "title"), (details.resolution, "resolution")):
            field.edited.connect(partial(self._write, text))
            field.confirmed.connect(partial(self._confirm, text))
        details.party_added.connect(
            lambda key: self._edit(partial(verbs.add_party, institution_id=InstitutionId(UUID(key))))
        )
        store = register.frame.store
        details.party_signed.connect(
            lambda party, person: self._do(
                partial(
                    verbs.set_signatory,
                    store,
                    party_id=UUID(party),
                    person_id=PersonId(UUID(person)) if person else None,
                )
            )
        )
        details.party_moved.connect(
            lambda party: self._do(partial(verbs.move_party, store, party_id=UUID(party), by=-1))
        )
        details.party_gone.connect(lambda party: self._do(partial(verbs.remove_party, store, party_id=UUID(party))))
        details.removed.connect(register.remove_current)

    def _add(self) -> None:
        register = self._register
        title = dict(zip(register.languages, (register.zh.text(), register.en.text()), strict=False))
        parties = [verbs.Signing(InstitutionId(UUID(one.key))) for one in (register.first, register.second) if one.key]
        made = register.enter(
            lambda: verbs.add_agreement(
                register.frame.store,
                forum_id=register.frame.forum_id,
                kind=AgreementKind(register.kind.key() or AgreementKind.MEMORANDUM),
                title=title,
                parties=parties,
            ),
            _(
                "Entered: {name}",
                name=register.zh.text() or register.en.text() or reading.word(AgreementKind.MEMORANDUM),
            ),
        )
        if made:
            for field in (register.zh, register.en):
                field.clear()
            for chooser in (register.first, register.second):
                chooser.clear_choice()
            register.adding.start()

    def _number(self) -> None:
        line, text = self._register.current(), self._register.details.number.text()
        if line is not None and text.strip() != line.number:
            self._edit(partial(verbs.set_agreement_number, number=text))

    def _day(self) -> None:
        line, field = self._register.current(), self._register.details.day
        if line is not None and field.is_sound() and field.value() != line.signed_on:
            field.setModified(False)
            self._edit(partial(verbs.set_signed_on, day=field.value()))

    def _write(self, text: Any, tag: str, words: str) -> None:
        self._edit(partial(verbs.write_agreement, text=text, tag=tag, words=words))

    def _confirm(self, text: Any, tag: str) -> None:
        self._edit(partial(verbs.confirm_agreement, text=text, tag=tag))

    def _edit(self, verb: Callable[..., object]) -> None:
        store = self._register.frame.store
        self._register.change(lambda line: verb(store, agreement_id=agreement_key(line)))

    def _do(self, verb: Callable[[], object]) -> None:
        doing.done(self._register.frame, verb)
        self._register.show_current()


def agreement_key(line: AgreementLine) -> AgreementId:
    """The key of an agreement."""
    return AgreementId(UUID(line.id))

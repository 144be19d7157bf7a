"""From the signals of card and inspector to the verbs of the register of appointments: each edit is one step."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import appointments as verbs
from forumplanner.domain.guest_kinds import AppointmentKind
from forumplanner.domain.ids import AppointmentId, ItemId
from forumplanner.gui import doing
from forumplanner.gui.pages.alliance.choosing import holder_of
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.appointments import AppointmentLine

if TYPE_CHECKING:
    from forumplanner.gui.pages.alliance.appointments import AppointmentsRegister


class AppointmentEditing(QObject):
    """Calls `actions.appointments`; the register reads again because the store tells it."""

    def __init__(self, register: "AppointmentsRegister") -> None:
        super().__init__(register)
        self._register = register
        register.adding.wanted.connect(self._add)
        register.given.clicked.connect(self._hand_over)
        register.number_all.clicked.connect(self._number_all)
        details = register.details
        details.kind.picked.connect(
            lambda key: self._edit(partial(verbs.set_appointment_kind, kind=AppointmentKind(key)))
        )
        details.holder.picked.connect(self._hold)
        details.termed.connect(
            lambda since, until: self._edit(partial(verbs.set_appointment_term, since=since, until=until))
        )
        details.item.picked.connect(
            lambda key: self._edit(partial(verbs.set_appointment_item, item_id=ItemId(UUID(key)) if key else None))
        )
        details.done.clicked.connect(lambda on: self._edit(partial(verbs.hand_over, done=on)))
        for field in (details.number, details.presenter, details.issued):
            field.editingFinished.connect(self._fields)
        for pair, text in ((details.title_pair, "title"), (details.resolution, "resolution")):
            pair.edited.connect(partial(self._write, text))
            pair.confirmed.connect(partial(self._confirm, text))
        details.removed.connect(register.remove_current)

    def _hand_over(self) -> None:
        """Tick the current entry, or take the tick back."""
        line = self._register.current()
        if line is not None:
            self._edit(partial(verbs.hand_over, done=not line.handed_over))

    def _number_all(self) -> None:
        frame = self._register.frame
        doing.done(frame, lambda: verbs.number_all(frame.store))

    def _add(self) -> None:
        register = self._register
        institution, person = holder_of(register.holder.key)
        title = dict(zip(register.languages, (register.zh.text(), register.en.text()), strict=False))
        made = register.enter(
            lambda: verbs.add_appointment(
                register.frame.store,
                forum_id=register.frame.forum_id,
                kind=AppointmentKind(register.kind.key() or AppointmentKind.APPOINTMENT),
                person_id=person,
                institution_id=institution,
                title=title,
            ),
            _("Entered: {name}", name=register.holder.text()),
        )
        if made:
            register.holder.clear_choice()
            register.adding.start()

    def _hold(self, key: str) -> None:
        institution, person = holder_of(key)
        self._edit(partial(verbs.set_recipient, person_id=person, institution_id=institution))

    def _fields(self) -> None:
        """Write what was typed and left."""
        line, details = self._register.current(), self._register.details
        if line is None:
            return
        if details.number.text().strip() != line.number:
            self._edit(partial(verbs.set_number, number=details.number.text()))
        elif details.presenter.text().strip() != line.presenter:
            self._edit(partial(verbs.set_presenter, presenter=details.presenter.text()))
        elif details.issued.is_sound() and details.issued.value() != line.issued_on:
            details.issued.setModified(False)
            self._edit(partial(verbs.set_issued_on, day=details.issued.value()))

    def _write(self, text: Any, tag: str, words: str) -> None:
        self._edit(partial(verbs.write_appointment, text=text, tag=tag, words=words))

    def _confirm(self, text: Any, tag: str) -> None:
        self._edit(partial(verbs.confirm_appointment, text=text, tag=tag))

    def _edit(self, verb: Callable[..., object]) -> None:
        store = self._register.frame.store
        self._register.change(lambda line: verb(store, appointment_id=appointment_key(line)))


def appointment_key(line: AppointmentLine) -> AppointmentId:
    """The key of an entry."""
    return AppointmentId(UUID(line.id))

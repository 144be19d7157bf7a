"""From the signals of card and inspector to the verbs of organisers: each edit is one step."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import organisers as verbs
from forumplanner.domain.ids import OrganiserId
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.gui import doing
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.organisers import OrganiserLine

if TYPE_CHECKING:
    from forumplanner.gui.pages.alliance.organisers import OrganisersRegister


class OrganiserEditing(QObject):
    """Calls `actions.organisers`; the register reads again because the store tells it."""

    def __init__(self, register: "OrganisersRegister") -> None:
        super().__init__(register)
        self._register = register
        register.adding.wanted.connect(self._add)
        details = register.details
        details.ranked.connect(self._rank)
        details.placed.connect(self._place)
        details.worded.connect(self._word)
        details.usual.connect(self._usual)
        details.removed.connect(register.remove_current)

    def _add(self) -> None:
        register = self._register
        made = register.enter(
            lambda: verbs.add_organiser(
                register.frame.store,
                forum_id=register.frame.forum_id,
                role=OrganiserRole(register.role.key() or OrganiserRole.HOST),
                institution_id=doing.institution_id(register.place.key),
                name=register.place.typed,
                track_id=doing.track_id(register.where.key()),
            ),
            _("Listed: {name}", name=register.place.text()),
        )
        if made:
            register.place.clear_choice()
            register.place.setFocus()

    def _rank(self, role: str) -> None:
        self._edit(
            lambda key: verbs.set_organiser_role(self._register.frame.store, organiser_id=key, role=OrganiserRole(role))
        )

    def _place(self, track: str) -> None:
        wanted = doing.track_id(track)
        self._edit(lambda key: verbs.set_organiser_place(self._register.frame.store, organiser_id=key, track_id=wanted))

    def _word(self, tag: str, text: str) -> None:
        line = self._register.current()
        if line is not None:
            self._name(line.role, tag, text)
            self._register.show_current()

    def _usual(self) -> None:
        line = self._register.current()
        if line is not None:
            for tag in self._register.languages:
                self._name(line.role, tag, "")

    def _name(self, role: OrganiserRole, tag: str, text: str) -> None:
        forum_id = self._register.frame.forum_id
        doing.done(
            self._register.frame,
            lambda: verbs.name_role(self._register.frame.store, forum_id=forum_id, role=role, tag=tag, text=text),
        )

    def _edit(self, verb: Callable[[OrganiserId], None]) -> None:
        self._register.change(lambda line: verb(organiser_key(line)))


def organiser_key(line: OrganiserLine) -> OrganiserId:
    """The key of an organiser."""
    return OrganiserId(UUID(line.id))

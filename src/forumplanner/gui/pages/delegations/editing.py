"""From the signals of the inspector to the verbs: each edit of a delegation is one step."""

import datetime as dt
from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from forumplanner.actions import delegations
from forumplanner.domain.delegations import Lack
from forumplanner.domain.ids import DelegationId, ParticipantId
from forumplanner.domain.languages import language_name
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.adding import NewDelegation
from forumplanner.gui.pages.delegations.inspector import DelegationInspector
from forumplanner.gui.places import country_picks, institution_picks
from forumplanner.gui.widgets.picker import Pick
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import delegation_escorts
from forumplanner.snapshots.delegations import Delegations, Escort


def delegation_id(text: str) -> DelegationId:
    """A delegation's key out of a snapshot."""
    return DelegationId(UUID(text))


class Editing(QObject):
    """Calls `actions.delegations`; the page reads again because the store tells it."""

    def __init__(self, frame: Frame, inspector: DelegationInspector, shown: Callable[[], Delegations]) -> None:
        super().__init__(inspector)
        self._frame, self._inspector, self._shown = frame, inspector, shown
        details = inspector.details
        details.edited.connect(self._edit_pair)
        details.confirmed.connect(self._confirm)
        details.written.connect(self._write)
        details.removed.connect(self._remove)
        for section, verb in (
            (details.liaison, delegations.set_liaison),
            (details.interpreter, delegations.set_interpreter),
        ):
            section.wanted.connect(lambda section=section: section.offer(self._escort_picks()))
            section.chosen.connect(lambda key, verb=verb: self._appoint(verb, key))
        details.missing.mended.connect(self._mend)
        details.data.country.set_choices(country_picks())
        details.data.place.asked_for.connect(self._offer_places)

    def offers(self) -> tuple[Sequence[Pick], Sequence[Pick], dict[str, str]]:
        """What the card for a new delegation offers: countries, institutions, institutions that have one."""
        shown = self._shown()
        places = institution_picks(self._frame, shown.languages)
        self._inspector.details.data.place.set_choices(places)
        known = {line.institution_id: cells.title(line, shown.languages) for line in shown.lines}
        return country_picks(), places, known

    def _offer_places(self) -> None:
        picks = institution_picks(self._frame, self._shown().languages)
        self._inspector.details.data.place.set_choices(picks)

    def add(self, new: NewDelegation) -> str:
        """Add a delegation; gives its id, "" where it was refused."""
        name = next(iter(new.name.values()), "") or reading.country(new.country)
        made = doing.done(
            self._frame,
            lambda: delegations.add_delegation(
                self._frame.store,
                forum_id=self._frame.forum_id,
                country=new.country,
                institution_id=doing.institution_id(new.institution_id),
                name=new.name,
            ),
            say=_("Added the delegation {name}", name=name).strip(),
        )
        return str(made) if made else ""

    def _mend(self, lack: str) -> None:
        details = self._inspector.details
        places = {Lack.LIAISON: details.liaison, Lack.HEAD: details.head, Lack.HEADS: details.head}
        if lack == Lack.COUNTRY:
            details.data.country.setFocus()
        elif lack == Lack.HOTEL:
            details.hotel.field.setFocus()
        else:
            places[Lack(lack)].open()

    def _escort_picks(self) -> list[Pick]:
        with self._frame.store.read() as db:
            found = delegation_escorts.candidates(db, forum_id=self._frame.forum_id)
        return [
            Pick(one.participant_id, cells.name(one.name), _facts(one), f"{one.keys}\n{_spoken(one)}") for one in found
        ]

    def _appoint(self, verb: Callable[..., None], key: str) -> None:
        line = self._inspector.line()
        if line is not None:
            chosen = _key(key) if key else None
            doing.done(
                self._frame,
                lambda: verb(self._frame.store, delegation_id=delegation_id(line.id), participant_id=chosen),
            )

    def _edit_pair(self, field: str, tag: str, text: str) -> None:
        line = self._inspector.line()
        if line is not None:
            verb = {"name": delegations.rename_delegation, "hotel": delegations.set_hotel}[field]
            key = delegation_id(line.id)
            doing.done(self._frame, lambda: verb(self._frame.store, delegation_id=key, tag=tag, text=text))

    def _confirm(self, tag: str) -> None:
        line = self._inspector.line()
        if line is not None:
            key = delegation_id(line.id)
            doing.done(
                self._frame,
                lambda: delegations.confirm_delegation_name(self._frame.store, delegation_id=key, tag=tag),
            )

    def _write(self, field: str, text: str) -> None:
        line = self._inspector.line()
        if line is None:
            return
        store, key = self._frame.store, delegation_id(line.id)
        day = dt.date.fromisoformat(text) if field == "confirmed" and text else None
        verbs: dict[str, Callable[[], None]] = {
            "country": lambda: delegations.set_delegation_country(store, delegation_id=key, country=text),
            "institution": lambda: delegations.set_delegation_institution(
                store, delegation_id=key, institution_id=doing.institution_id(text)
            ),
            "unnamed": lambda: delegations.set_unnamed(store, delegation_id=key, number=int(text)),
            "contact": lambda: delegations.set_contact(store, delegation_id=key, contact=text),
            "language": lambda: delegations.set_contact_language(store, delegation_id=key, tag=text),
            "confirmed": lambda: delegations.set_confirmed(store, delegation_id=key, day=day),
            "notes": lambda: delegations.set_delegation_notes(store, delegation_id=key, notes=text),
        }
        doing.done(self._frame, verbs[field])

    def _remove(self) -> None:
        line = self._inspector.line()
        if line is None:
            return
        name = cells.title(line, self._shown().languages)
        said = _("Dissolved {name}; its people stay on the list.", name=name)
        key = delegation_id(line.id)
        doing.done(self._frame, lambda: delegations.remove_delegation(self._frame.store, delegation_id=key), say=said)


def _spoken(escort: Escort) -> str:
    names = (language_name(one) for one in escort.languages)
    return "\n".join(name.casefold() for both in names for name in both.values())


def _facts(escort: Escort) -> str:
    """What they speak, and how many delegations they look after."""
    spoken = reading.listed(language_name(one)[interface_language()] for one in escort.languages)
    groups = ngettext("{n} group", "{n} groups", escort.groups)
    return " · ".join(filter(None, (spoken, groups)))


def _key(text: str) -> ParticipantId:
    return doing.participant_id(text)

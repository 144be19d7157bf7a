"""What a secretary does with orders of protocol: choose the forum's rules, fix a place by hand, let it go again."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.delegations import words_of
from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import (
    ConsularGuestId,
    DelegationId,
    ForumId,
    OrderOverrideId,
    ParticipantId,
    new_id,
)
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.name_rules import NameStyle
from forumplanner.domain.protocol import AddressOrder, DelegationOrder, HostPlace, ProtocolRules, Setting, SingleName
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import gettext as _
from forumplanner.queries.orders import ADDRESSES, CONSULAR, DELEGATIONS, GUESTS, post_name
from forumplanner.records import ConsularGuest, ConsularPost, Forum, OrderOverride, Participant, Person
from forumplanner.store import Store

LISTINGS: Final = frozenset({CONSULAR, GUESTS, DELEGATIONS, ADDRESSES})


class NoReason(NotPossible):
    """A place by hand without a reason: nobody could say later why it isn't the rule's."""


def set_protocol_rules(
    store: Store,
    *,
    forum_id: ForumId,
    delegations: DelegationOrder | None = None,
    host_place: HostPlace | None = None,
    single_name: SingleName | None = None,
    setting: Setting | None = None,
    addresses: AddressOrder | None = None,
    names: NameStyle | None = None,
) -> None:
    """Change some of the forum's choices of order and style; those not named stay."""
    named: dict[str, Any] = {
        "delegations": delegations,
        "host_place": host_place,
        "single_name": single_name,
        "setting": setting,
        "addresses": addresses,
        "names": names,
    }
    chosen = {name: value for name, value in named.items() if value is not None}
    with store.step(StepKind.SET_PROTOCOL, **{name: str(value) for name, value in chosen.items()}) as db:
        forum = found(db, Forum, forum_id)
        forum.protocol = replace(ProtocolRules.of(forum.protocol), **chosen).to_keep()


def set_override(
    store: Store,
    *,
    forum_id: ForumId,
    listing: str,
    place: int,
    reason: str,
    consular_guest_id: ConsularGuestId | None = None,
    participant_id: ParticipantId | None = None,
    delegation_id: DelegationId | None = None,
    decided_by: str = "",
    decided_on: dt.date | None = None,
) -> OrderOverrideId:
    """Fix somebody's place in a listing (`queries.orders`), counted from 1; an earlier one is replaced.

    About exactly one guest, participant or delegation. `decided_by`: "" for whoever works here. Raises `NoReason`
    without a reason, `NotPossible` for a place before the first.
    """
    why = " ".join(reason.split())
    if not why:
        raise NoReason(_("A place by hand needs its reason, such as “office, 10-20”. Nothing was changed; type one."))
    if place < 1:
        raise NotPossible(_("The first place is number 1. Nothing was changed; enter 1 or more."))
    about = _About(listing, consular_guest_id, participant_id, delegation_id)
    with store.read() as db:
        who = about.words(db, forum_id)
    with store.step(StepKind.FIX_PLACE, place=place, reason=why, **who) as db:
        kept = about.row(db, forum_id) or about.new_row(forum_id)
        kept.place, kept.reason = place, why
        kept.decided_by, kept.decided_on = decided_by.strip() or store.actor, decided_on
        db.add(kept)
        return OrderOverrideId(kept.id)


def clear_override(
    store: Store,
    *,
    forum_id: ForumId,
    listing: str,
    consular_guest_id: ConsularGuestId | None = None,
    participant_id: ParticipantId | None = None,
    delegation_id: DelegationId | None = None,
) -> bool:
    """Let the rule place somebody again; False where no place was fixed."""
    about = _About(listing, consular_guest_id, participant_id, delegation_id)
    with store.read() as db:
        if about.row(db, forum_id) is None:
            return False
        who = about.words(db, forum_id)
    with store.step(StepKind.FREE_PLACE, **who) as db:
        db.delete(about.row(db, forum_id))
    return True


class _About:
    """Whose place it is."""

    def __init__(
        self,
        listing: str,
        guest: ConsularGuestId | None,
        participant: ParticipantId | None,
        delegation: DelegationId | None,
    ) -> None:
        self.keys: dict[str, uuid.UUID | None] = {
            "consular_guest_id": guest,
            "participant_id": participant,
            "delegation_id": delegation,
        }
        if listing not in LISTINGS:
            raise TypeError(f"no listing is called {listing!r}")
        if sum(key is not None for key in self.keys.values()) != 1:
            raise TypeError("a place belongs to exactly one guest, participant or delegation")
        self.listing = listing

    def row(self, db: Db, forum_id: ForumId) -> OrderOverride | None:
        """The place that is fixed."""
        here = OrderOverride.forum_id == forum_id, OrderOverride.listing == self.listing
        mine = [getattr(OrderOverride, name) == key for name, key in self.keys.items() if key is not None]
        return db.scalars(select(OrderOverride).where(*here, *mine)).first()

    def new_row(self, forum_id: ForumId) -> OrderOverride:
        """A place to be filled in."""
        return OrderOverride(id=new_id(), forum_id=forum_id, listing=self.listing, **self.keys)

    def words(self, db: Db, forum_id: ForumId) -> dict[str, str]:
        """Who it is, as a step's values keep it. Raises `NoLongerThere`."""
        guest, participant, delegation = self.keys.values()
        if delegation is not None:
            return {
                name.replace("delegation", "who"): text for name, text in words_of(db, DelegationId(delegation)).items()
            }
        forum = found(db, Forum, forum_id)
        if guest is not None:
            sent = found(db, ConsularGuest, guest)
            if sent.participant_id is None:
                text = post_name(found(db, ConsularPost, sent.consular_post_id), forum)
                return by_language("who", zh=text.best(ZH), en=text.best(EN))
            participant = sent.participant_id
        name = found(db, Person, found(db, Participant, participant).person_id).name if participant else None
        return by_language("who", zh=name.shown(ZH), en=name.shown(EN)) if name else {}

"""Who stands in papers for others: guests who accepted, by name; how many others there are is noted."""

from collections.abc import Sequence
from dataclasses import replace

from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.ranks import Proof
from forumplanner.snapshots.guest_list import GuestList, ListedDelegation, ListedGuest


def coming(setting: Setting, guests: Sequence[ListedGuest]) -> tuple[ListedGuest, ...]:
    """Guests who accepted or attended, by name, at places from 1; a remark says how many are left out and why."""
    confirmed = [guest for guest in guests if guest.confirmed]
    named = [guest for guest in confirmed if guest.named]
    _note(setting, Trouble.GUESTS_LEFT_OUT, len(guests) - len(confirmed))
    _note(setting, Trouble.UNNAMED_LEFT_OUT, len(confirmed) - len(named))
    return tuple(replace(guest, place=place) for place, guest in enumerate(named, start=1))


def coming_delegations(setting: Setting, snapshot: GuestList) -> tuple[ListedDelegation, ...]:
    """Delegations with the members who come; one of which nobody is known to come is left out."""
    left_out = sum(not member.confirmed for one in snapshot.delegations for member in one.members)
    _note(setting, Trouble.MEMBERS_LEFT_OUT, left_out)
    kept = (
        replace(one, members=tuple(member for member in one.members if member.confirmed))
        for one in snapshot.delegations
    )
    return tuple(one for one in kept if one.members or one.unnamed)


def all_proven(guests: Sequence[ListedGuest]) -> bool:
    """Whether every place stands on the rule or was fixed by somebody."""
    return all(guest.proof is not Proof.UNPROVEN for guest in guests)


def _note(setting: Setting, trouble: Trouble, count: int) -> None:
    if count:
        setting.inspection.note(trouble, "", str(count))

"""Places by hand: the order of delegations and members after one of them moved up or down."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from forumplanner.snapshots.delegations import DelegationLine, Delegations

Arranged = list[tuple[str, list[str]]]
"""Keys of the delegations in their order, each with the keys of its members in theirs."""

T = TypeVar("T")


def as_shown(delegations: Delegations) -> Arranged:
    """The order as it stands."""
    return [(line.id, [member.participant_id for member in line.members]) for line in delegations.lines]


def moved(delegations: Delegations, key: str, by: int) -> Arranged | None:
    """The order after the row of that key moved by one place; None where it can't go further.

    A member moves among those of the same role, a country with all its delegations.
    """
    kind, _colon, identity = key.partition(":")
    if kind == "member":
        return _member_moved(delegations, identity, by)
    lines: Sequence[DelegationLine] | None = None
    if kind == "delegation":
        lines = _swapped(delegations.lines, lambda line: line.id, identity, by)
    elif kind == "country":
        lines = _country_moved(delegations, identity, by)
    return [(line.id, [one.participant_id for one in line.members]) for line in lines] if lines is not None else None


def _member_moved(delegations: Delegations, participant: str, by: int) -> Arranged | None:
    for line in delegations.lines:
        place = next((n for n, one in enumerate(line.members) if one.participant_id == participant), None)
        if place is None:
            continue
        other = place + by
        if not 0 <= other < len(line.members) or line.members[other].role is not line.members[place].role:
            return None
        keys = [one.participant_id for one in line.members]
        keys[place], keys[other] = keys[other], keys[place]
        return [(one, keys if one == line.id else inside) for one, inside in as_shown(delegations)]
    return None


def _country_moved(delegations: Delegations, country: str, by: int) -> list[DelegationLine] | None:
    groups: dict[str, list[DelegationLine]] = {}
    for line in delegations.lines:
        groups.setdefault(line.country, []).append(line)
    order = _swapped(list(groups), lambda one: one, country, by)
    return [line for one in order for line in groups[one]] if order is not None else None


def _swapped(values: Sequence[T], key: Callable[[T], str], wanted: str, by: int) -> list[T] | None:
    """The values with the wanted one and its neighbour swapped."""
    listed = list(values)
    place = next((n for n, value in enumerate(listed) if key(value) == wanted), -1)
    other = place + by
    if place < 0 or not 0 <= other < len(listed):
        return None
    listed[place], listed[other] = listed[other], listed[place]
    return listed

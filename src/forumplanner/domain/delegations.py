"""Delegations: what somebody is in one, what one can lack, and who is asked for it."""

from enum import StrEnum
from typing import Final


class DelegationRole(StrEnum):
    """What a participant is in a delegation, in the order in which its list names them."""

    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"
    ACCOMPANYING = "accompanying"


class Lack(StrEnum):
    """What a delegation lacks, the gravest first; also the codes of what a contact note says was asked for."""

    LIAISON = "liaison"
    HEAD = "head"
    HEADS = "heads"
    NAMES = "names"
    LATIN_NAME = "latin_name"
    CHINESE_NAME = "chinese_name"
    POST = "post"
    ARRIVAL = "arrival"
    HOTEL = "hotel"
    PHOTO = "photo"
    COUNTRY = "country"


GRAVE: Final = frozenset({Lack.LIAISON, Lack.HEAD})
"""Without these a guest would stand alone, or nobody would speak for the delegation."""

OURS: Final = frozenset({Lack.LIAISON, Lack.HOTEL, Lack.COUNTRY})
"""What the secretariat finds by itself; for all else the delegation's contact is asked."""


def role_of(code: str) -> DelegationRole:
    """The role that a participant's record keeps; without one, and for one of a newer program, a plain member."""
    return _ROLES.get(code, DelegationRole.MEMBER)


_ROLES: Final = {str(role): role for role in DelegationRole}

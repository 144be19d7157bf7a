"""What goes over to somebody who comes in another's place: proposed, never the rank, and all of it ticks."""

from enum import StrEnum
from typing import Final


class Carry(StrEnum):
    """One thing that a substitute may take over."""

    PROGRAMME = "programme"
    LIST = "list"
    CAR = "car"
    LIAISON = "liaison"
    INTERPRETING = "interpreting"
    COMPANIONS = "companions"


PRESET: Final = frozenset({Carry.PROGRAMME, Carry.LIST, Carry.CAR, Carry.LIAISON, Carry.INTERPRETING})
"""Who comes along with the absentee is asked: companions stay unticked. The rank is always the substitute's own."""

CONSULAR: Final = (Carry.PROGRAMME, Carry.CAR, Carry.INTERPRETING, Carry.COMPANIONS)
"""What a guest of a post can hand over, in the order of the form; the place on the list is the post's."""

OTHERS: Final = (Carry.PROGRAMME, Carry.LIST, Carry.LIAISON)
"""What any other guest can hand over."""

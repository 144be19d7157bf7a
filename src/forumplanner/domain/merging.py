"""What two records of one person become: which side each field is taken from, and the one name of two."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from forumplanner.domain.guest_kinds import MaterialState
from forumplanner.domain.names import PersonName


class Side(StrEnum):
    """Where a field's value comes from: the record that stays, the one that goes, or both one after the other."""

    KEEP = "keep"
    DROP = "drop"
    BOTH = "both"


Choices = Mapping[str, Side]
"""By field: one of `PERSON_FIELDS`, or "{forum id}:{field}" with one of `PARTICIPANT_FIELDS`."""

_NAME: Final[Mapping[str, tuple[str, ...]]] = {
    "name.zh": ("zh", "zh_confirmed"),
    "name.latin": ("latin", "family", "given", "order", "latin_first", "latin_confirmed"),
    "name.native": ("native", "native_language", "native_confirmed"),
    "name.courtesy": ("courtesy_zh", "courtesy_en", "suffix_en"),
    "name.address": ("address_zh", "address_en"),
    "name.pronunciation": ("pronunciation",),
    "name.rule": ("rule",),
}
"""Parts of a name that go together."""

_APART: Final = frozenset({"name.courtesy", "name.address"})
"""Of these the gaps of one side are filled from the other, part by part."""

LISTS: Final = ("languages", "emails")
PERSON_FIELDS: Final = (*_NAME, "country", *LISTS, "phone", "photo", "notes", "code")
PARTICIPANT_FIELDS: Final = (
    "category",
    "post",
    "mode",
    "status",
    "delegation",
    "protocol",
    "contact_by",
    "notes",
    "code",
)

DELEGATION_ROLES: Final = ("head", "deputy", "member", "accompanying", "")
"""The highest first."""

MATERIAL_STATES: Final = (
    MaterialState.RECEIVED,
    MaterialState.NOT_NEEDED,
    MaterialState.ASKED,
    MaterialState.WAITED,
)
"""What counts where the two records say different things of one material, the strongest first."""


def name_values(name: PersonName, field: str) -> tuple[Any, ...]:
    """The parts of a name that belong to one of `PERSON_FIELDS`; () for a field that is no part of a name."""
    return tuple(getattr(name, part) for part in _NAME.get(field, ()))


def merged_name(keep: PersonName, drop: PersonName, choices: Choices) -> PersonName:
    """The one name of two: each group of parts by choice, else that of `keep` if it says anything, else of `drop`."""
    parts: dict[str, Any] = {}
    for field, group in _NAME.items():
        side = choices.get(field)
        lead = group[0]
        if side is None and field in _APART:
            parts |= {part: getattr(keep, part) or getattr(drop, part) for part in group}
            continue
        takes_drop = side is Side.DROP or (side is None and not getattr(keep, lead))
        taken, other = (drop, keep) if takes_drop else (keep, drop)
        parts |= {part: getattr(taken, part) for part in group}
        if getattr(keep, lead) == getattr(drop, lead):
            parts |= {part: getattr(taken, part) or getattr(other, part) for part in group}
    return replace(keep, **parts)


def one_of(keep: Any, drop: Any, side: Side | None) -> Any:
    """A field's value: by choice, else what stays, else what goes; lists and notes of both together."""
    if side is Side.KEEP:
        return keep
    if side is Side.DROP:
        return drop
    if side is Side.BOTH and isinstance(keep, tuple):
        return tuple(dict.fromkeys((*keep, *drop)))
    if side is Side.BOTH and isinstance(keep, str):
        return keep if drop in keep else "\n".join(filter(None, (keep, drop)))
    return drop if keep in (None, "", ()) else keep


def all_forms(name: PersonName) -> frozenset[str]:
    """The forms that files may know a name by."""
    return frozenset({name.zh, name.latin, name.native} - {""})

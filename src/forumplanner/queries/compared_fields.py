"""The fields of two records as texts beside each other, with what a merge takes of each if nobody chooses."""

from collections.abc import Iterator
from enum import StrEnum

from forumplanner.domain.countries import country_name
from forumplanner.domain.labels import label
from forumplanner.domain.languages import language_name
from forumplanner.domain.merging import LISTS, PERSON_FIELDS, Side, name_values
from forumplanner.domain.name_rules import rule_of
from forumplanner.domain.names import PersonName
from forumplanner.i18n import nearest
from forumplanner.records import Participant, Person
from forumplanner.snapshots.duplicates import ComparedField

_BOTH = frozenset({*LISTS, "notes"})


def person_fields(keep: Person, drop: Person, tag: str) -> Iterator[ComparedField]:
    """Everything about the two people that a merge decides; a field of which neither says anything is left out."""
    for code in PERSON_FIELDS:
        ours, theirs = _person_text(keep, code, tag), _person_text(drop, code, tag)
        if ours or theirs:
            yield ComparedField(code, ours, theirs, _preset(code, ours, theirs))


def forum_fields(keep: Participant, drop: Participant, tag: str, *, texts: dict[str, str]) -> Iterator[ComparedField]:
    """The same of two participants of one forum. `texts`: of their posts and delegations, by key."""
    values = {
        "category": (keep.category, drop.category),
        "post": (_known(texts, keep.post_id), _known(texts, drop.post_id)),
        "mode": (keep.mode, drop.mode),
        "status": (keep.status, drop.status),
        "delegation": (_known(texts, keep.delegation_id), _known(texts, drop.delegation_id)),
        "protocol": (keep.protocol_group, drop.protocol_group),
        "contact_by": (keep.contact_by, drop.contact_by),
        "notes": (keep.notes, drop.notes),
        "code": (keep.code, drop.code),
    }
    for field, (ours, theirs) in values.items():
        if ours or theirs:
            texts_of = _text(ours, tag), _text(theirs, tag)
            yield ComparedField(f"{keep.forum_id}:{field}", *texts_of, _preset(field, *texts_of))


def _preset(code: str, keep: str, drop: str) -> Side:
    if code in _BOTH and keep and drop:
        return Side.BOTH
    return Side.KEEP if keep else Side.DROP


def _known(texts: dict[str, str], key: object) -> str:
    return texts.get(str(key), "")


def _text(value: StrEnum | str | None, tag: str) -> str:
    return label(value, tag) if isinstance(value, StrEnum) else value or ""


def _person_text(person: Person, code: str, tag: str) -> str:
    if code.startswith("name."):
        return _name_text(person.name, code, tag)
    value = getattr(person, code)
    if code == "country":
        return country_name(value, tag) if value else ""
    if code == "languages":
        value = tuple(language_name(spoken)[nearest(tag)] for spoken in value)
    return ("、" if nearest(tag) == "zh-Hans" else ", ").join(value) if isinstance(value, tuple) else str(value)


def _name_text(name: PersonName, code: str, tag: str) -> str:
    """The leading part of a form; of courtesies and forms of address all parts."""
    values = name_values(name, code)
    if code in {"name.courtesy", "name.address"}:
        return " · ".join(filter(None, values))
    if code == "name.rule":
        rule = rule_of(name.rule)
        return rule.words[nearest(tag)] if rule else name.rule
    return str(values[0])

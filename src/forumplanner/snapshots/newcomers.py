"""Somebody of the directory who bears the name that was typed for a newcomer."""

from dataclasses import dataclass

from forumplanner.snapshots.wordings import NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class Namesake:
    """`participant_id`: in this forum, "" for somebody known from another one. `institution`: of the first post."""

    person_id: str
    participant_id: str
    name: NameForms
    institution: Pair = NO_TEXT

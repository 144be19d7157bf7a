"""Offers: what the registers' fields can choose from, as rows for type-ahead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from forumplanner.gui.pages.alliance.choosing import PERSON, institution_picks, person_picks
from forumplanner.gui.widgets.picker import Pick
from forumplanner.snapshots.register_choices import RegisterChoices


@dataclass(frozen=True, slots=True)
class Offers:
    """Choices with their type-ahead rows, made in a thread since pinyin takes its time."""

    choices: RegisterChoices
    institutions: Sequence[Pick] = ()
    people: Sequence[Pick] = ()
    both: Sequence[Pick] = ()

    @classmethod
    def of(cls, choices: RegisterChoices) -> "Offers":
        """Make the rows; `both` lists institutions and, with marked keys, people."""
        places, people = institution_picks(choices), person_picks(choices)
        return cls(choices, places, people, [*places, *(replace(one, id=f"{PERSON}{one.id}") for one in people)])

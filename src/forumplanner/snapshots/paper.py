"""What every paper's snapshot shares: texts per language in the paper's order, and which issue of the data it shows."""

from dataclasses import dataclass

from forumplanner.domain.kinds import ReleaseKind

Lines = tuple[str, ...]
"""One text per paper language, in the paper's order; "" where there is none."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which issue a paper shows: a release by its `name` ("V3.1"), else the draft at history step `step`.

    `issued`: local date and time as printed, "2026-11-10 18:20"; `replaces`: the name of the release before.
    `kind`: what a release is for. `after`: of a draft, the newest release, from which the programme now differs.
    """

    name: str = ""
    step: int = 0
    issued: str = ""
    replaces: str = ""
    kind: ReleaseKind | None = None
    after: str = ""

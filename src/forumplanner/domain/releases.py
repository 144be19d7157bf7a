"""How releases of a programme are named: V1, V1.1, V2."""

import re
from collections.abc import Sequence

from forumplanner.domain.kinds import ReleaseKind

LONGEST = 20
"""Characters of a name at most: footers and file names carry it."""

_NUMBERED = re.compile(r"[Vv](\d+)(?:\.(\d+))?$")


def next_name(issued: Sequence[tuple[str, ReleaseKind]], kind: ReleaseKind) -> str:
    """The name to propose for the next release, after those issued (name and kind, oldest first).

    An update on site, or one more of the same kind, counts behind the point (V3.1); a new stage begins a number (V2).
    Names of other shapes are passed over; a name that is taken already is never proposed.
    """
    numbered = [(found, was) for name, was in issued if (found := _NUMBERED.match(name))]
    if not numbered:
        return "V1"
    newest, was = numbered[-1]
    major, minor = int(newest[1]), int(newest[2] or 0)
    taken = {name.casefold() for name, _kind in issued}
    same_stage = kind in {ReleaseKind.ON_SITE, was}
    while True:
        major, minor = (major, minor + 1) if same_stage else (major + 1, 0)
        name = f"V{major}.{minor}" if minor else f"V{major}"
        if name.casefold() not in taken:
            return name

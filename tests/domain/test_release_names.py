"""Names proposed for releases: V1, V1.1 while the stage is the same, V2 for the next, V3.1 on site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.kinds import ReleaseKind
from forumplanner.domain.releases import next_name

COMMENTS, APPROVAL, FINAL, ON_SITE = (
    ReleaseKind.COMMENTS,
    ReleaseKind.APPROVAL,
    ReleaseKind.FINAL,
    ReleaseKind.ON_SITE,
)


@pytest.mark.parametrize(
    ("issued", "kind", "proposed"),
    [
        ((), COMMENTS, "V1"),
        ((("V1", COMMENTS),), COMMENTS, "V1.1"),
        ((("V1", COMMENTS), ("V1.1", COMMENTS)), APPROVAL, "V2"),
        ((("V3.0", FINAL),), ON_SITE, "V3.1"),
        ((("V3.1", ON_SITE),), ON_SITE, "V3.2"),
        ((("定稿", FINAL),), FINAL, "V1"),
        ((("V1", COMMENTS), ("for the dean", COMMENTS)), APPROVAL, "V2"),
        ((("V2", COMMENTS), ("V1", COMMENTS)), APPROVAL, "V3"),
    ],
)
def test_the_next_name(issued: tuple[tuple[str, ReleaseKind], ...], kind: ReleaseKind, proposed: str) -> None:
    assert next_name(issued, kind) == proposed


@given(st.lists(st.sampled_from(list(ReleaseKind)), max_size=12))
def test_no_name_is_proposed_twice(kinds: list[ReleaseKind]) -> None:
    issued: list[tuple[str, ReleaseKind]] = []
    for kind in kinds:
        issued.append((next_name(issued, kind), kind))

    assert len({name for name, _kind in issued}) == len(kinds)

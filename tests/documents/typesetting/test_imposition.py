"""Cards on sheets: places, gutters, cuts, the order of cut piles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.documents.typesetting.imposition import Place, cut_stack, impose, in_rows


def test_large_badges_stand_four_on_a4_with_two_bleeds_between_them() -> None:
    grid = impose((90, 130))

    assert [(place.x, place.y) for place in grid.places()] == [(12, 15.5), (108, 15.5), (12, 151.5), (108, 151.5)]
    assert (grid.gutter, grid.bleed, grid.turned) == (6, 3, False)


@pytest.mark.parametrize(
    ("card", "columns", "rows", "turned"),
    [
        ((105, 148), 2, 2, False),
        ((74, 105), 2, 4, True),
        ((85.6, 54), 2, 5, False),
        ((90, 54), 2, 5, False),
        ((101.6, 76.2), 2, 3, False),
        ((101.6, 152.4), 2, 1, False),
    ],
)
def test_small_ones_share_their_cuts_and_do_not_bleed(
    card: tuple[float, float], columns: int, rows: int, turned: bool
) -> None:
    grid = impose(card)

    assert (grid.columns, grid.rows, grid.turned) == (columns, rows, turned)
    assert (grid.gutter, grid.bleed) == (0, 0)


def test_what_is_larger_than_the_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        impose((300, 300))


sizes = st.floats(20, 200).map(lambda value: round(value, 1))


@given(sizes, sizes)
def test_cards_lie_on_the_sheet_and_never_on_each_other(width: float, height: float) -> None:
    grid = impose((width, height))
    across, down = grid.cell

    boxes = [(p.x, p.y, p.x + across, p.y + down) for p in grid.places()]
    assert all(x0 > -1e-6 and y0 > -1e-6 and x1 < 210 + 1e-6 and y1 < 297 + 1e-6 for x0, y0, x1, y1 in boxes)
    for n, (x0, y0, x1, y1) in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = 2 * grid.bleed - 1e-6
            assert other[0] - x1 >= apart or x0 - other[2] >= apart or other[1] - y1 >= apart or y0 - other[3] >= apart


def test_the_back_mirrors_columns_for_the_long_edge() -> None:
    grid = impose((90, 130))

    assert [grid.back(place) for place in grid.places()] == [
        Place(108, 15.5, 1, 0),
        Place(12, 15.5, 0, 0),
        Place(108, 151.5, 1, 1),
        Place(12, 151.5, 0, 1),
    ]


@given(st.integers(0, 60), st.integers(1, 12))
def test_cut_piles_go_on_one_after_the_other(count: int, places: int) -> None:
    sheets = list(cut_stack(range(count), places))

    piles = [card for pile in zip(*sheets, strict=True) for card in pile if card is not None]
    assert piles == list(range(count))


def test_reading_order_fills_sheet_by_sheet() -> None:
    assert list(in_rows("abcde", 4)) == [["a", "b", "c", "d"], ["e", None, None, None]]


def test_the_knife_goes_along_every_trim_edge_once() -> None:
    assert impose((90, 130)).cuts() == ([12, 102, 108, 198], [15.5, 145.5, 151.5, 281.5])
    assert impose((85.6, 54)).cuts()[0] == [19.4, 105, 190.6]

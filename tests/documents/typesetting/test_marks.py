"""Marks: drawn shapes that differ without colour, and lines that measure what they say."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from documents.typesetting import readers
from forumplanner.documents.typesetting import Canvas, ParagraphCache
from forumplanner.documents.typesetting.imposition import impose
from forumplanner.documents.typesetting.marks import check_line, crop_marks, mode_mark
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.domain.kinds import Mode

DOTS = 20
"""Dots a millimetre."""


def drawn(texts: ParagraphCache, size: tuple[float, float], drawing: Callable[[Pen], object]) -> Any:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (size[0] * MM, size[1] * MM))
    drawing(Pen(canvas, texts, height=size[1]))
    canvas.showPage()
    canvas.save()
    return readers.picture(buffer.getvalue(), scale=DOTS / MM).sum(axis=2) < 380


@pytest.mark.parametrize(
    ("mode", "width", "height", "share"),
    [(Mode.ON_SITE, 1.2, 1.2, 0.785), (Mode.ONLINE, 1.85, 1.85, 0.45), (Mode.VIDEO, 1.6, 1.8, 0.5)],
)
def test_each_mode_has_a_shape_of_its_own(
    texts: ParagraphCache, mode: Mode, width: float, height: float, share: float
) -> None:
    picture = drawn(texts, (10, 10), lambda pen: mode_mark(pen, mode, 4, 4, "#000000"))

    rows, columns = np.nonzero(picture)
    across, down = float(np.ptp(columns) + 1) / DOTS, float(np.ptp(rows) + 1) / DOTS
    assert [across, down] == pytest.approx([width, height], abs=0.1)
    assert len(rows) / DOTS**2 / (across * down) == pytest.approx(share, abs=0.08)


def test_the_check_line_measures_eighty_millimetres(texts: ParagraphCache) -> None:
    picture = drawn(texts, (100, 10), lambda pen: check_line(pen, 10, 5))

    _rows, columns = np.nonzero(picture)
    assert (np.ptp(columns) + 1) / DOTS == pytest.approx(80, abs=0.3)


def test_crop_marks_stay_outside_the_block_and_say_where_they_lack_room(texts: ParagraphCache) -> None:
    roomy, tight = impose((90, 130)), impose((105, 148))
    answers = []
    picture = drawn(texts, (210, 297), lambda pen: answers.append(crop_marks(pen, roomy)))
    nothing = drawn(texts, (210, 297), lambda pen: answers.append(crop_marks(pen, tight)))

    inside = picture[int(12.1 * DOTS) : int(281 * DOTS), int(8.6 * DOTS) : int(201.3 * DOTS)]
    assert answers == [True, False]
    assert [bool(part.any()) for part in (picture, inside, nothing)] == [True, False, False]

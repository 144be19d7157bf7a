"""Whatever somebody types or pastes: it can be set, no character is lost, and readers find it."""

import io
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.typesetting import readers
from documents.typesetting.samples import MIXED, MORE_SCRIPTS, STRINGS
from forumplanner.documents.typesetting import NAME, TEXT, TITLE, Canvas, FontBook, ParagraphCache, Policy, draw, fit

TEXTS = ParagraphCache(FontBook())
CHARACTERS = "".join({*"".join(MIXED), *"".join(text for _, text in (*STRINGS, *MORE_SCRIPTS))})
PASTED = st.text(
    alphabet=st.one_of(st.sampled_from(CHARACTERS + " \n\u200b\u200c\u200d\ufe0f，。（）“”—…·😀👩"), st.characters())
)
SPACES = " \n\u200b\u3000"


@given(PASTED, st.floats(300, 30000), st.sampled_from(["zh", "en", "ur"]), st.booleans())
@settings(max_examples=400, deadline=None)
def test_lines_hold_every_character_in_order(text: str, units: float, lang: str, bold: bool) -> None:
    para = TEXTS.get(text, lang=lang, bold=bold)

    lines = para.wrap(units)

    between = [para.text[a.end : b.start] for a, b in pairwise(lines)]
    assert all(not gap.strip(SPACES) for gap in [para.text[: lines[0].start], *between, para.text[lines[-1].end :]])
    assert all(line.start <= line.end for line in lines)
    runs = [(run.start, run.end) for run, _, _ in para.settings]
    assert [start for start, _ in runs] == [0, *(end for _, end in runs)][: len(runs)]


@given(PASTED, st.floats(1, 300), st.floats(1, 100), st.sampled_from([TEXT, TITLE, NAME]))
@settings(max_examples=200, deadline=None)
def test_any_text_fits_or_is_reported(text: str, width: float, height: float, policy: Policy) -> None:
    found = fit(TEXTS.get(text), width, height, size=20, floor=8, policy=policy)

    assert found.overflow or found.height <= height + 0.001
    assert 8 <= found.size <= 20
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (400, 2000))
    draw(canvas, TEXTS.get(text), 20, 1900, found.size, width, lines=found.lines, align="justify")
    canvas.save()
    assert buffer.getvalue().startswith(b"%PDF")


@given(st.lists(st.sampled_from([text for language, text in STRINGS if language != "ur"]), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_texts_side_by_side_are_read_back(parts: list[str]) -> None:
    text = " ".join(parts)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (3000, 100))
    draw(canvas, TEXTS.get(text, lang="en"), 20, 50, 12)
    canvas.save()

    assert readers.by_pdfium(buffer.getvalue()) == text
    assert readers.by_pypdf(buffer.getvalue()).strip() == text

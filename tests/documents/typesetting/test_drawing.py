"""Pages: text that every reader finds whole, fonts that are all embedded, and the same bytes every time."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdf
import pytest
from fontTools.ttLib import TTFont

from documents.typesetting import readers
from documents.typesetting.readers import Drawing
from documents.typesetting.samples import MIXED, MORE_SCRIPTS, PROSE, STRINGS
from forumplanner import paths
from forumplanner.documents.typesetting import Canvas, FontBook, ParagraphCache, draw
from forumplanner.documents.typesetting.draw import can_stretch, stretch
from forumplanner.documents.typesetting.fontfile import font_file
from forumplanner.documents.typesetting.fonts import Voice

SOURCE = str(Path(paths.__file__).parent.parent)
READERS = [
    readers.by_pdfium,
    readers.by_pypdf,
    pytest.param(readers.by_poppler, marks=pytest.mark.skipif(readers.POPPLER is None, reason="poppler is absent")),
]
WORD = re.compile(r"[\w:\u0300-\u036f\u064b-\u0670\u0e31-\u0e4e\u102b-\u103e\u17b4-\u17d3]+")
MakePage = Callable[[Drawing], bytes]


@pytest.fixture(scope="module")
def all_scripts(texts: ParagraphCache, page: MakePage) -> bytes:
    def drawing(canvas: Canvas) -> None:
        y = 1070.0
        for language, text in (*STRINGS, *MORE_SCRIPTS):
            draw(canvas, texts.get(text, lang=language), 30, y, 12, 440)
            y -= 28

    return page(drawing)


@pytest.mark.parametrize("read", READERS)
def test_every_script_is_read_back_whole(all_scripts: bytes, read: Callable[[bytes], str]) -> None:
    found = read(all_scripts)

    assert [text for _, text in STRINGS if text not in found] == []


@pytest.mark.parametrize("read", READERS)
def test_the_scripts_of_india_bhutan_and_the_maldives_are_read_back_whole(
    all_scripts: bytes, read: Callable[[bytes], str]
) -> None:
    found = read(all_scripts)

    # On a page of mostly left-to-right text poppler puts the vowel that ends a Dhivehi word before it.
    unread = [language for language, text in MORE_SCRIPTS if text not in found]
    assert unread == (["dv"] if read is readers.by_poppler else [])


@pytest.mark.parametrize("read", READERS)
def test_every_word_of_lines_that_mix_directions_is_found(
    texts: ParagraphCache, page: MakePage, read: Callable[[bytes], str]
) -> None:
    def drawing(canvas: Canvas) -> None:
        for number, text in enumerate((*MIXED, *PROSE)):
            draw(canvas, texts.get(text, lang="en"), 30, 1070 - number * 28, 8)

    found = read(page(drawing))

    assert [word for text in MIXED for word in WORD.findall(text) if word not in found] == []


@pytest.mark.parametrize("read", READERS)
def test_markup_is_only_text(texts: ParagraphCache, page: MakePage, read: Callable[[bytes], str]) -> None:
    text = 'Li <Wei> & <b>Wang <img src="/etc/passwd"> (50%) \\ back'

    found = read(page(lambda canvas: draw(canvas, texts.get(text, lang="en"), 30, 500, 12)))

    assert found.strip() == text


def test_a_page_may_begin_with_urdu(texts: ParagraphCache) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (300, 100))
    draw(canvas, texts.get("یونیورسٹی آف ہیلتھ"), 10, 60, 14, 280)
    canvas.showPage()
    draw(canvas, texts.get("یونیورسٹی لاہور"), 10, 60, 14, 280)
    canvas.save()
    document = buffer.getvalue()

    assert readers.by_pdfium(document).split("\n") == ["یونیورسٹی آف ہیلتھ", "یونیورسٹی لاہور"]
    assert [bool((readers.picture(document, sheet=n) < 128).sum() > 500) for n in (0, 1)] == [True, True]


def test_text_inside_a_form_is_drawn_and_found(texts: ParagraphCache, page: MakePage) -> None:
    def drawing(canvas: Canvas) -> None:
        with canvas.form("head", (0, 0, 500, 100)):
            draw(canvas, texts.get("昆明 پروفیسر"), 30, 50, 12)
        canvas.doForm("head")

    assert readers.by_pdfium(page(drawing)) == "昆明 پروفیسر"


def test_a_character_no_face_has_prints_a_box_and_can_still_be_copied(texts: ParagraphCache, page: MakePage) -> None:
    document = page(lambda canvas: draw(canvas, texts.get("李😀", lang="zh"), 30, 500, 40))

    assert readers.by_pypdf(document) == "李😀"
    assert (readers.picture(document, scale=1)[:, 75:95] < 128).sum() > 50


def test_all_fonts_are_embedded_with_a_way_back_to_text(all_scripts: bytes) -> None:
    found = readers.fonts(all_scripts)

    assert len(found) == 19
    assert [name for name, embedded in found.items() if not embedded] == []
    assert [name for name in found if not re.fullmatch(r"/[A-Z]{6}\+Noto\w+-Regular", name)] == []


def test_the_document_says_what_it_is(all_scripts: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(all_scripts))

    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.creator) == (
        "页 Page",
        "Office",
        "Forum Planner",
    )
    assert str(reader.root_object["/Lang"]) == "zh-CN"


def test_the_embedded_file_is_sound_truetype(book: FontBook, texts: ParagraphCache) -> None:
    canvas = Canvas(io.BytesIO(), (500, 500))
    para = texts.get("ព្រះវិសុទ្ធិ មហាវិទ្យាល័យ", lang="km")
    draw(canvas, para, 30, 300, 12)
    face = book.face("NotoSansKhmer", "Regular")

    data, glyph_map = font_file(face, canvas.font(face)._made)

    with TTFont(io.BytesIO(data), checkChecksums=2) as font:
        count = font["maxp"].numGlyphs
        composites = [name for name in font.getGlyphOrder() if font["glyf"][name].isComposite()]
        widths = [font["hmtx"][name][0] for name in composites]
    assert len(glyph_map) == 2 * (1 + len(canvas.font(face)._made))
    assert max(int.from_bytes(glyph_map[at : at + 2], "big") for at in range(0, len(glyph_map), 2)) == count - 1
    assert (len(composites) > 3, max(widths) > 0) == (True, True)


PROGRAM = """
import hashlib, io, sys
from documents.typesetting.samples import MIXED, PROSE, STRINGS
from forumplanner.documents.typesetting import Canvas, FontBook, ParagraphCache, draw
texts, buffer = ParagraphCache(FontBook()), io.BytesIO()
canvas = Canvas(buffer, (500, 1400), title="x")
for number, text in enumerate([*MIXED, *PROSE, *(text for _, text in STRINGS)]):
    draw(canvas, texts.get(text), 30, 1380 - 28 * number, 8, 440, align="justify")
canvas.save()
print(hashlib.sha256(buffer.getvalue()).hexdigest())
"""


def test_the_same_text_gives_the_same_bytes_in_any_process() -> None:
    path = os.pathsep.join([SOURCE, str(Path(__file__).parents[2])])
    digests = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    }

    assert len(digests) == 1


def test_justified_lines_end_at_the_margin(texts: ParagraphCache, page: MakePage) -> None:
    para = texts.get(PROSE[0])
    lines = para.wrap(200 * 1000 / 10)
    document = page(lambda canvas: draw(canvas, para, 20, 1000, 10, 200, align="justify", leading=1.6))
    ink = readers.picture(document, scale=4).min(axis=2) < 128

    edges = []
    for number, line in enumerate(lines):
        if not line.hard and can_stretch(para, line, 20000 - line.width):
            bottom = round((100 + 16 * number) * 4)
            columns = np.flatnonzero(ink[bottom - 32 : bottom + 6].any(axis=0))
            full_width_mark = para.text[line.end - 1] in "，。；、）！”"
            edges.append((columns[-1] / 4 + 6 * full_width_mark, full_width_mark))

    assert len(edges) >= 3
    assert [edge for edge, marked in edges if abs(edge - 220) > (4 if marked else 1.2)] == []


def test_a_right_to_left_paragraph_starts_at_the_right(texts: ParagraphCache, page: MakePage) -> None:
    document = page(lambda canvas: draw(canvas, texts.get("پروفیسر ذیشان"), 30, 500, 14, 400))

    columns = np.flatnonzero((readers.picture(document, scale=1).min(axis=2) < 128).any(axis=0))

    assert 425 <= columns[-1] <= 431


@pytest.mark.parametrize(("align", "left"), [("left", 100), ("center", 180), ("right", 260)])
def test_lines_stand_where_they_are_aligned(texts: ParagraphCache, page: MakePage, align: str, left: float) -> None:
    document = page(lambda canvas: draw(canvas, texts.get("国国国国"), 100, 500, 10, 200, align=align))

    columns = np.flatnonzero((readers.picture(document, scale=1).min(axis=2) < 128).any(axis=0))

    assert abs(columns[0] - left) <= 2


def test_without_a_width_lines_are_aligned_at_their_place(texts: ParagraphCache, page: MakePage) -> None:
    document = page(lambda canvas: draw(canvas, texts.get("国国国国"), 200, 500, 10, align="right"))

    columns = np.flatnonzero((readers.picture(document, scale=1).min(axis=2) < 128).any(axis=0))

    assert (abs(columns[0] - 160) <= 2, abs(columns[-1] - 199) <= 2) == (True, True)


def test_the_empty_box_of_a_missing_character_belongs_to_the_line_s_first_face(book: FontBook) -> None:
    assert book.first(Voice(chinese=True)).name == "NotoSansSC-Regular"
    assert book.first(Voice(chinese=False, bold=True)).name == "NotoSans-Bold"


def test_spaces_stretch_first_then_han_gaps_then_spaces_again(texts: ParagraphCache) -> None:
    para = texts.get("联盟 of Asia 成立")
    line = para.wrap(100000)[0]

    assert stretch(para, line, 600) == {2: 200.0, 5: 200.0, 10: 200.0, 0: 0.0, 11: 0.0}
    assert stretch(para, line, 900) == {2: 250.0, 5: 250.0, 10: 250.0, 0: 75.0, 11: 75.0}
    assert stretch(para, line, 1440) == {2: 400.0, 5: 400.0, 10: 400.0, 0: 120.0, 11: 120.0}
    assert (can_stretch(para, line, 1440), can_stretch(para, line, 3000)) == (True, False)

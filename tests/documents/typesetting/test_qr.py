"""QR codes: quick ones equal to segno's own, all of them read back from a rendered page."""

import io
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from documents.typesetting import readers
from forumplanner import paths
from forumplanner.documents.typesetting import Canvas, ParagraphCache, qr
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.domain.tokens import ALPHABET, new_token


def modules(code: qr.Code) -> list[list[int]]:
    return [
        [code.modules >> (code.side * code.side - 1 - y * code.side - x) & 1 for x in range(code.side)]
        for y in range(code.side)
    ]


@given(st.text(ALPHABET, min_size=12, max_size=12))
def test_a_token_code_is_what_the_whole_encoder_makes(token: str) -> None:
    symbol = segno.make_qr(token, version=1, error="m", mask=3, mode="alphanumeric", boost_error=False)

    assert modules(qr.token_code(token)) == [list(row) for row in symbol.matrix]


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_read_back(text: str) -> None:
    code = qr.text_code(text)
    dark = np.pad(np.array(modules(code), dtype=np.uint8), qr.QUIET)
    (found,) = zxingcpp.read_barcodes(np.kron(255 * (1 - dark), np.ones((4, 4), dtype=np.uint8)))

    assert found.bytes == text.encode()


def test_a_text_that_no_symbol_holds_is_refused() -> None:
    assert qr.text_code("é" * 1165).side == 177
    with pytest.raises(ValueError, match="Data too large"):
        qr.text_code("é" * 1166)


@pytest.mark.parametrize("text", ["", "FP123", "FP1234567890A", "FP12345678é"])
def test_a_text_of_another_length_or_alphabet_is_no_token(text: str) -> None:
    with pytest.raises(ValueError, match=r"characters|substring"):
        qr.token_code(text)


def test_rows_are_padded_to_whole_bytes() -> None:
    code = qr.Code(3, 0b101_010_111)

    assert code.rows() == bytes([0b10100000, 0b01000000, 0b11100000])


def test_every_code_is_read_back_from_the_rendered_page(texts: ParagraphCache) -> None:
    source = random.Random(3)
    wanted = [new_token(source) for _ in range(40)] + ["https://live.example/forum/2026?replay=云岭"]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (210 * MM, 297 * MM))
    pen = Pen(canvas, texts, height=297)
    for place, text in enumerate(wanted):
        code = qr.token_code(text) if len(text) == qr.TOKEN_LENGTH else qr.text_code(text)
        qr.draw_code(pen, code, 12 + place % 6 * 33, 12 + place // 6 * 33, 22)
    canvas.save()

    found = zxingcpp.read_barcodes(readers.picture(buffer.getvalue()).astype(np.uint8))

    assert sorted(result.text for result in found) == sorted(wanted)


def test_what_encodes_is_loaded_by_the_first_code_not_by_the_agenda() -> None:
    source = str(Path(paths.__file__).parent.parent)
    program = (
        "import sys, forumplanner.documents.agenda;"
        "from forumplanner.documents.typesetting.qr import text_code;"
        "print({'segno', 'ssl', 'http', 'email'} & set(sys.modules));"
        "text_code('https://live.example');"
        "print('segno' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": source}, capture_output=True, text=True, check=True
    )

    assert ran.stdout == "set()\nTrue\n"


def test_the_tile_leaves_four_modules_white_on_each_side() -> None:
    assert qr.tile_of(17.8, qr.token_code("0" * 12)) == pytest.approx(24.58, abs=0.01)

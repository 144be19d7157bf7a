"""The outline of a glyph as PDF path operators, in the face's design units."""

from typing import Any

import uharfbuzz as hb

from forumplanner.documents.typesetting.faces import Face


class _Pen:
    """Collects HarfBuzz's drawing calls; quadratic curves are raised to the cubic ones that PDF knows."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at = (0.0, 0.0)

    def move(self, x: float, y: float, _data: object) -> None:
        self.operators.append(f"{x:g} {y:g} m")
        self._at = (x, y)

    def line(self, x: float, y: float, _data: object) -> None:
        self.operators.append(f"{x:g} {y:g} l")
        self._at = (x, y)

    def curve(self, middle_x: float, middle_y: float, x: float, y: float, _data: object) -> None:
        from_x, from_y = self._at
        first = f"{from_x + (middle_x - from_x) * 2 / 3:.0f} {from_y + (middle_y - from_y) * 2 / 3:.0f}"
        second = f"{x + (middle_x - x) * 2 / 3:.0f} {y + (middle_y - y) * 2 / 3:.0f}"
        self.operators.append(f"{first} {second} {x:g} {y:g} c")
        self._at = (x, y)

    def close(self, _data: object) -> None:
        self.operators.append("h")


def outline(face: Face, glyph: int) -> str:
    """Path operators of a glyph without the painting one; empty for blank glyphs."""
    pen = _Pen()
    functions: Any = hb.DrawFuncs()
    functions.set_move_to_func(pen.move)
    functions.set_line_to_func(pen.line)
    functions.set_quadratic_to_func(pen.curve)
    functions.set_close_path_func(pen.close)
    face.font.draw_glyph(glyph, functions, None)
    return " ".join(pen.operators)

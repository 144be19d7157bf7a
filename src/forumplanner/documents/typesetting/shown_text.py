"""Glyph codes and the spaces between them, gathered into as few showing operators as can be."""

_NOTICEABLE = 0.05


class ShownText:
    """The operand of one Tj or TJ; spaces are carried on until a glyph follows, so that no rounding adds up."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._codes: list[str] = []
        self._move = 0.0

    def glyphs(self, codes: str) -> None:
        """Show glyphs given as hexadecimal codes."""
        if not codes:
            return
        if self._move > _NOTICEABLE or self._move < -_NOTICEABLE:
            self._close()
            rounded = round(self._move, 1)
            self._parts.append(f"{-rounded:g}")
            self._move -= rounded
        self._codes.append(codes)

    def move(self, units: float) -> None:
        """Move on by 1/1000 em, to the right if positive."""
        self._move += units

    def flush(self) -> list[str]:
        """The operator for what was gathered; a space that still waits is kept for the glyph that follows."""
        self._close()
        parts, self._parts = self._parts, []
        if not parts:
            return []
        if len(parts) == 1:
            return [f"{parts[0]} Tj"]
        return [f"[{''.join(parts)}] TJ"]

    def _close(self) -> None:
        if self._codes:
            self._parts.append(f"<{''.join(self._codes)}>")
            self._codes = []

"""Pictures of PDF pages, drawn by pypdfium2 in other threads, one at a time since the library knows no threads."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A finished PDF: its bytes, and width and height of each page in points."""

    data: bytes = field(repr=False)
    sizes: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, data: bytes) -> "PdfFile":
        """Measure the pages."""
        with _opened(data) as document:
            return cls(data, tuple(document.get_page_size(number) for number in range(len(document))))

    def picture(self, page: int, scale: float) -> QImage:
        """Page `page` (0 is the first), `scale` pixels a point."""
        with _opened(self.data) as document:
            sheet = document.get_page(page)
            bitmap = sheet.render(scale=scale, prefer_bgrx=True)
            raw = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
            picture = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            sheet.close()
        return picture


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - loads a native library, on the first preview

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()

"""The text that readers of PDF files find in a document, and the picture they show."""

import io
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdf
import pypdfium2

from forumplanner.documents.typesetting import Canvas

Drawing = Callable[[Canvas], object]

POPPLER = shutil.which("pdftotext")


def by_pdfium(document: bytes) -> str:
    sheets = (sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(document))
    return "\n".join(sheets).replace("\r", "")


def by_pypdf(document: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(document)).pages)


def by_poppler(document: bytes) -> str:
    command = [str(POPPLER), "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=document, capture_output=True, check=True).stdout.decode("utf-8")


def picture(document: bytes, *, sheet: int = 0, scale: float = 3) -> Any:
    """Rows of red, green and blue from 0 to 255."""
    shown = pypdfium2.PdfDocument(document)[sheet].render(scale=scale).to_pil().convert("RGB")
    return np.asarray(shown).astype(np.int16)


def fonts(document: bytes) -> dict[str, bool]:
    """Every font of a document, and whether it is embedded with a way back to text."""
    found: dict[str, bool] = {}
    for sheet in pypdf.PdfReader(io.BytesIO(document)).pages:
        resources: Any = sheet["/Resources"]
        for entry in resources.get("/Font", {}).values():
            font = entry.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = inner.get("/FontDescriptor", {}).get_object() if "/FontDescriptor" in inner else {}
            found[str(font["/BaseFont"])] = "/FontFile2" in descriptor and "/ToUnicode" in font
    return found

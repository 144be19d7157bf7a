"""Streams of a document, packed by two threads at once when it is saved: zlib works without the interpreter's lock."""

import threading
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc

LEVEL = 4
"""In half of the time that ReportLab's level 6 takes, and a few per cent larger."""


def packed(text: bytes | str) -> bytes:
    """The content of a stream, packed."""
    return zlib.compress(text.encode() if isinstance(text, str) else text, LEVEL)


class _Deflate(pdfdoc.PDFStreamFilterZCompress):
    """Packs what ReportLab itself makes, forms for instance."""

    def encode(self, text: bytes | str) -> bytes:
        """The stream, packed."""
        return packed(text)


pdfdoc.PDFZCompress = _Deflate()  # every stream of ReportLab's asks for this one


class PackedStream(pdfdoc.PDFStream):
    """A stream that ReportLab finds packed already."""

    def __init__(self, content: bytes | str) -> None:
        """Keep the content, packed by `pack` or at the latest when it is written."""
        super().__init__(filters=[pdfdoc.PDFZCompress])
        self.content = content

    def pack(self) -> None:
        """Pack it now."""
        self.content = packed(self.content)
        self.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])


def pack_all(streams: Iterable[PackedStream]) -> None:
    """Pack them; a second thread helps where a processor is free. What it fails at fails again on being written."""
    waiting = iter(list(streams))  # of a list, so that two threads may ask it
    other = threading.Thread(target=_pack, args=(waiting,))
    other.start()
    _pack(waiting)
    other.join()


def _pack(waiting: Iterator[PackedStream]) -> None:
    for stream in waiting:
        stream.pack()


def pages_of(document: Any) -> list[PackedStream]:
    """Make packed streams of the contents of all pages that were drawn."""
    streams = []
    for page in document.Pages.pages:
        page.Contents = PackedStream(page.stream)
        streams.append(page.Contents)
    return streams

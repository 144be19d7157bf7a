"""One embedded font for each face and document, whose codes say exactly which text each of them stands for.

A Type 0 font with a CIDFontType2 (PDF 32000-1, 9.7): a code stands for a glyph or a whole cluster, and for its text,
so that ToUnicode is exact even where one glyph serves several texts, and beyond the Basic Multilingual Plane.
ReportLab asks for the objects when it saves.
"""

import hashlib
import weakref
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfdoc

from forumplanner.documents.typesetting.characters import UNDRAWN
from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.fontfile import Code, font_file
from forumplanner.documents.typesetting.shape import Cluster, Part, Word

Pieces = tuple[tuple[str, float], ...]
"""Codes in hexadecimal, each stretch with the space (1/1000 em) that follows it beyond the codes' own widths."""

_NOTICEABLE = 0.01
_PER_BLOCK = 100
"""Mappings in one bfchar block: more is not allowed."""
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
)


class _Verbatim(pdfdoc.PDFObject):
    """Text that stands in the file as it is."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, document: Any) -> bytes:
        """The bytes for the file."""
        del document
        return self._text.encode("ascii")


class PdfFont:
    """The font of one face in one document, growing while pages are drawn."""

    _dynamicFont = 1  # noqa: N815 - ReportLab asks dynamic fonts for their objects when it saves

    def __init__(self, document: Any, face: Face) -> None:
        """Enter the font into ReportLab's document."""
        self.face = face
        self.fontName = f"fp:{face.name}"  # ReportLab reads this name
        self.internal = f"T{len(document.fontMapping) + 1}"
        document.fontMapping[self.fontName] = f"/{self.internal}"
        document.delayedFonts.append(self)
        self._made: list[Code] = []
        self._glyphs: dict[tuple[int, str], str] = {}
        self._clusters: dict[Code, str] = {}
        self._words: dict[str, Pieces] = {}
        self.char_codes = _CharCodes(self)

    def code(self, glyph: int, text: str) -> str:
        """Four hexadecimal digits that draw `glyph` and are read as `text`."""
        found = self._glyphs.get((glyph, text))
        if found is None:
            code = Code((Part(glyph, 0.0, 0.0),), text, self.face.advance_of[glyph])
            found = self._glyphs[glyph, text] = self._new(code)
        return found

    def cluster(self, cluster: Cluster, text: str) -> str:
        """The code that draws a cluster, is read as `text` and is exactly as wide: pdf.js takes a move for a space."""
        code = Code(cluster.parts, text, round(cluster.advance, 2))
        found = self._clusters.get(code)
        if found is None:
            plain = code.is_plain(self.face)
            found = self._clusters[code] = self.code(code.parts[0].glyph, text) if plain else self._new(code)
        return found

    def widened(self, char: str, width: float) -> str:
        """The code that draws a character at the left of a width of its own."""
        return self.cluster(Cluster((Part(self.face.glyph_of[char], 0.0, 0.0),), width, 0, 1), char)

    def pieces(self, word: Word) -> Pieces:
        """A kerned word; kept, because words repeat."""
        found = self._words.get(word.text)
        if found is None:
            found = self._words[word.text] = self.part(word, 0, len(word.text))
        return found

    def part(self, word: Word, start: int, end: int) -> Pieces:
        """Some letters of a kerned word."""
        pieces: list[tuple[str, float]] = []
        codes = ""
        for at in range(start, end):
            char, glyph = word.text[at], word.glyphs[at]
            if char in UNDRAWN:
                continue
            codes += self.code(glyph, char)
            kern = word.advances[at] - self.face.advance_of[glyph]
            if abs(kern) > _NOTICEABLE:
                pieces.append((codes, kern))
                codes = ""
        if codes:
            pieces.append((codes, 0.0))
        return tuple(pieces)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it by this name
        """Write the font into the document; called once, when it is saved."""
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(repr(self._made).encode()).digest()[:6])
        name = f"{tag}+{self.face.name}"
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([self._descendant(document, name)]),
                "ToUnicode": _stream(document, _to_unicode(self._made).encode("ascii"), f"fp.unicode:{name}"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.internal] = document.Reference(font, f"fp.font:{self.internal}")

    def _new(self, code: Code) -> str:
        self._made.append(code)
        return f"{len(self._made):04X}"

    def _descendant(self, document: Any, name: str) -> Any:
        data, glyph_map = font_file(self.face, self._made)
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "FontDescriptor": self._descriptor(document, name, data),
                "DW": 1000,
                "W": _Verbatim(_widths(self._made)),
                "CIDToGIDMap": _stream(document, glyph_map, f"fp.map:{name}"),
            }
        )
        return document.Reference(font, f"fp.cid:{name}")

    def _descriptor(self, document: Any, name: str, data: bytes) -> Any:
        ascent, descent = self.face.ascent_descent
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([-500, -round(descent) - 500, 2000, round(ascent) + 500]),
                "ItalicAngle": 0,
                "Ascent": round(ascent),
                "Descent": -round(descent),
                "CapHeight": 714,
                "StemV": 80,
                "FontFile2": _stream(document, data, f"fp.file:{name}", Length1=len(data)),
            }
        )
        return document.Reference(descriptor, f"fp.descriptor:{name}")


class _CharCodes(dict[str, str]):
    """The code of each character's own glyph, made when it first occurs."""

    def __init__(self, font: PdfFont) -> None:
        super().__init__()
        # Not the font itself: two that hold each other would lie about after their document until somebody searches.
        self._font = weakref.proxy(font)

    def __missing__(self, char: str) -> str:
        code: str = "" if char in UNDRAWN else self._font.code(self._font.face.glyph_of[char], char)
        self[char] = code
        return code


def _to_unicode(made: list[Code]) -> str:
    """The CMap that tells readers which text each code stands for (PDF 32000-1, 9.10.3)."""
    out = [_CMAP_HEAD]
    texts = [(number, code.text.encode("utf-16-be").hex().upper()) for number, code in enumerate(made, 1)]
    pairs = [f"<{number:04X}> <{text}>" for number, text in texts]
    for start in range(0, len(pairs), _PER_BLOCK):
        block = pairs[start : start + _PER_BLOCK]
        out += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    out.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(out)


def _widths(made: list[Code]) -> str:
    """The widths that aren't DW (1000), as runs of equal ones: `first last width` (PDF 32000-1, 9.7.4.3)."""
    runs, first = [], 1
    for width, codes in groupby(round(code.width, 2) for code in made):
        last = first + len(list(codes)) - 1
        if width != 1000:
            runs.append(f"{first} {last} {width:g}")
        first = last + 1
    return f"[{' '.join(runs)}]"


def _stream(document: Any, data: bytes, name: str, **entries: int) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = data
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    for key, value in entries.items():
        stream.dictionary[key] = value
    return document.Reference(stream, name)

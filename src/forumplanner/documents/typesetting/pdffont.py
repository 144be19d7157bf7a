"""One embedded font for each face and document, whose codes say exactly which text each glyph stands for.

A Type 0 font with a CIDFontType2 (PDF 32000-1, 9.7): a code stands for a pair of glyph and text, so that ToUnicode is
exact even where one glyph serves several texts, and beyond the Basic Multilingual Plane. HarfBuzz cuts the glyphs
that occur out of the file; CIDToGIDMap joins codes and glyphs. ReportLab asks for the objects when it saves.
"""

import hashlib
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from forumplanner.documents.typesetting.characters import UNDRAWN
from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.shape import Word

Pieces = tuple[tuple[str, float], ...]
"""Codes in hexadecimal, each stretch with the space (1/1000 em) that follows it beyond the glyphs' own advances."""

_SHAPING_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "BASE", "cmap")
_NAMING_TABLES = ("name", "OS/2", "post", "STAT", "DSIG", "gasp", "meta")
_VERTICAL_TABLES = ("vhea", "vmtx", "VORG")
_UNEMBEDDED_TABLES = (*_SHAPING_TABLES, *_NAMING_TABLES, *_VERTICAL_TABLES)
_NOTICEABLE = 0.01
_PER_BLOCK = 100
"""Mappings in one bfchar block: more is not allowed."""


class Verbatim(pdfdoc.PDFObject):
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
        self.face = face
        self.fontName = f"fp:{face.name}"  # ReportLab reads this name
        self.internal = f"T{len(document.fontMapping) + 1}"
        document.fontMapping[self.fontName] = f"/{self.internal}"
        document.delayedFonts.append(self)
        self._codes: dict[tuple[int, str], str] = {}
        self._words: dict[str, Pieces] = {}
        self.char_codes = _CharCodes(self)

    def code(self, glyph: int, text: str) -> str:
        """Four hexadecimal digits that draw `glyph` and are read as `text`."""
        found = self._codes.get((glyph, text))
        if found is None:
            found = self._codes[glyph, text] = f"{len(self._codes) + 1:04X}"
        return found

    def pieces(self, word: Word) -> Pieces:
        """A kerned word; kept, because words repeat."""
        found = self._words.get(word.text)
        if found is None:
            found = self._words[word.text] = self.part(word, 0, len(word.text))
        return found

    def part(self, word: Word, start: int, end: int) -> Pieces:
        """Some letters of a kerned word."""
        pieces: list[tuple[str, float]] = []
        codes: list[str] = []
        for at in range(start, end):
            glyph = word.glyphs[at]
            if word.text[at] not in UNDRAWN:
                codes.append(self.code(glyph, word.text[at]))
            kern = word.advances[at] - (self.face.advance_of[glyph] if word.text[at] not in UNDRAWN else 0.0)
            if abs(kern) > _NOTICEABLE:
                pieces.append(("".join(codes), kern))
                codes = []
        if codes:
            pieces.append(("".join(codes), 0.0))
        return tuple(pieces)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it by this name
        """Write the font into the document; called once, when it is saved."""
        glyphs = sorted({glyph for glyph, _text in self._codes} | {0})
        data, new_ids = _subset(self.face, glyphs)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(repr(glyphs).encode()).digest()[:6])
        name = f"{tag}+{self.face.name}"
        descendant = self._descendant(document, name, data, new_ids)
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([descendant]),
                "ToUnicode": _stream(document, _to_unicode(self._codes).encode("ascii"), f"fp.unicode:{name}"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.internal] = document.Reference(font, f"fp.font:{self.internal}")

    def _descendant(self, document: Any, name: str, data: bytes, new_ids: dict[int, int]) -> Any:
        glyph_map = bytearray(2)
        widths = []
        for glyph, _text in self._codes:
            glyph_map += int(new_ids[glyph]).to_bytes(2, "big")
            widths.append(f"{round(self.face.advance_of[glyph], 2):g}")
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
                "W": Verbatim(f"[1 [{' '.join(widths)}]]"),
                "CIDToGIDMap": _stream(document, bytes(glyph_map), f"fp.map:{name}"),
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
        self._font = font

    def __missing__(self, char: str) -> str:
        code = "" if char in UNDRAWN else self._font.code(self._font.face.glyph_of[char], char)
        self[char] = code
        return code


def _subset(face: Face, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    """A TrueType file of these glyphs only, and their new numbers."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    tags = (int.from_bytes(tag.encode(), "big") for tag in _UNEMBEDDED_TABLES)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(tags)
    plan = hb.SubsetPlan(face.font.face, wanted)
    return plan.execute().blob.data, plan.old_to_new_glyph_mapping


def _to_unicode(codes: dict[tuple[int, str], str]) -> str:
    """The CMap that tells readers which text each code stands for (PDF 32000-1, 9.10.3)."""
    head = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def "
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
    )
    out = [head]
    pairs = [f"<{code}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), code in codes.items() if text]
    for start in range(0, len(pairs), _PER_BLOCK):
        block = pairs[start : start + _PER_BLOCK]
        out += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    out.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(out)


def _stream(document: Any, data: bytes, name: str, **entries: int) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = data
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    for key, value in entries.items():
        stream.dictionary[key] = value
    return document.Reference(stream, name)

"""The TrueType file that goes into a document: the glyphs that occur, and one composite glyph for each cluster."""

from typing import Any, NamedTuple

import uharfbuzz as hb

from forumplanner.documents.typesetting.composites import Composite, append_composites
from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.shape import Part

_SHAPING_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "BASE", "cmap")
_NAMING_TABLES = ("name", "OS/2", "post", "STAT", "DSIG", "gasp", "meta")
_VERTICAL_TABLES = ("vhea", "vmtx", "VORG")
_DROPPED = (*_SHAPING_TABLES, *_NAMING_TABLES, *_VERTICAL_TABLES)
"""Tables that a PDF reader doesn't ask for: codes come from the document."""

_SAME_WIDTH = 0.1


class Code(NamedTuple):
    """What one code of a font draws, is read as, and moves on by (1/1000 em)."""

    parts: tuple[Part, ...]
    text: str
    width: float

    def is_plain(self, face: Face) -> bool:
        """Whether it draws one of the face's own glyphs where that stands, with that glyph's width."""
        if len(self.parts) != 1:
            return False
        glyph, x, y = self.parts[0]
        return x == 0 == y and abs(self.width - face.advance_of[glyph]) < _SAME_WIDTH


def font_file(face: Face, codes: list[Code]) -> tuple[bytes, bytes]:
    """The file, and its glyph for each code from code 1, as CIDToGIDMap has it (two bytes a code, code 0 first)."""
    data, new_ids = _subset(face, {part.glyph for code in codes for part in code.parts}, "".join(c.text for c in codes))
    composites: list[Composite] = []
    glyph_map = bytearray(2)
    for code in codes:
        if code.is_plain(face):
            glyph = new_ids[code.parts[0].glyph]
        else:
            glyph = len(new_ids) + len(composites)
            composites.append(_composite(face, code, new_ids))
        glyph_map += glyph.to_bytes(2, "big")
    return append_composites(data, composites) if composites else data, bytes(glyph_map)


def _subset(face: Face, glyphs: set[int], text: str) -> tuple[bytes, dict[int, int]]:
    """A file of these glyphs and what they are made of, and the new number of each; `text` is what they stand for."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE  # the empty box of a character no face has must be seen
    characters = {char: glyph for char in set(text) if (glyph := face.glyph_of[char]) in glyphs}
    if glyphs <= {0, *characters.values()}:
        # HarfBuzz finds the glyphs of characters at once, but searches all characters of a face for those of glyphs.
        wanted.sets(hb.SubsetInputSets.UNICODE).update(sorted(map(ord, characters)))
    else:
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(sorted(glyphs | {0}))
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    plan: Any = hb.SubsetPlan(face.font.face, wanted)
    return plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping)


def _composite(face: Face, code: Code, new_ids: dict[int, int]) -> Composite:
    parts = []
    boxes = []
    for glyph, x, y in code.parts:
        left, bottom, right, top = face.ink(glyph)
        if (left, bottom) == (right, top):
            continue
        parts.append((new_ids[glyph], round(x / face.scale), round(y / face.scale)))
        boxes.append((left + x, bottom + y, right + x, top + y))
    lefts, bottoms, rights, tops = zip(*boxes, strict=True) if boxes else ((0.0,),) * 4
    outer = (min(lefts), min(bottoms), max(rights), max(tops))
    left, bottom, right, top = (round(measure / face.scale) for measure in outer)
    return Composite(tuple(parts), max(round(code.width / face.scale), 0), (left, bottom, right, top))

"""Glyphs added to a TrueType file, each made of others at fixed offsets: one glyph for one cluster of shaped text.

Readers judge by widths and moves where a word ends, and take any raise for a new line. A cluster that is one glyph
with one width has neither, so what they find is the cluster's text and nothing else. Tables: OpenType 1.9, chapters
glyf (composite description), loca, hmtx, hhea, maxp and head.
"""

import struct
from typing import NamedTuple

_WORDS = 0x0001
_OFFSETS = 0x0002
_MORE = 0x0020
_MOST = 0xFFFF
_CHECKSUM_TOTAL = 0xB1B0AFBA


class Composite(NamedTuple):
    """A new glyph in design units: its parts as (glyph number, x, y), its advance, and left, bottom, right, top."""

    parts: tuple[tuple[int, int, int], ...]
    advance: int
    box: tuple[int, int, int, int]


def append_composites(font: bytes, composites: list[Composite]) -> bytes:
    """The font with the composites after its own glyphs, in their order."""
    tables = _read(font)
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    metrics = _metrics(tables, count)
    offsets = _offsets(tables, count)
    outlines = bytearray(tables["glyf"])
    for composite in composites:
        outlines += b"\0" * (-len(outlines) % 4)
        offsets[-1] = len(outlines)
        outlines += _describe(composite)
        offsets.append(len(outlines))
        metrics.append((composite.advance, composite.box[0]))
    tables["glyf"] = bytes(outlines)
    tables["loca"] = struct.pack(f">{len(offsets)}I", *offsets)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *pair) for pair in metrics)
    tables["hhea"] = _patched(tables["hhea"], ">H", 34, len(metrics))
    tables["head"] = _patched(tables["head"], ">h", 50, 1)
    tables["maxp"] = _limits(tables["maxp"], composites, len(metrics))
    return _write(font[:4], tables)


def _describe(composite: Composite) -> bytes:
    if not composite.parts:
        return b""
    out = struct.pack(">5h", -1, *composite.box)
    for number, (glyph, x, y) in enumerate(composite.parts, 1):
        more = _MORE if number < len(composite.parts) else 0
        out += struct.pack(">HHhh", _WORDS | _OFFSETS | more, glyph, x, y)
    return out


def _read(font: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _checksum, offset, length = struct.unpack_from(">4sIII", font, at)
        tables[tag.decode("latin-1")] = font[offset : offset + length]
    return tables


def _metrics(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    """Advance and left side bearing of every glyph; the last advances may be left out where they repeat."""
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    pairs = [struct.unpack_from(">Hh", tables["hmtx"], 4 * at) for at in range(full)]
    bearings = struct.unpack_from(f">{count - full}h", tables["hmtx"], 4 * full)
    return [(advance, bearing) for advance, bearing in pairs] + [(pairs[-1][0], bearing) for bearing in bearings]


def _offsets(tables: dict[str, bytes], count: int) -> list[int]:
    (long,) = struct.unpack_from(">h", tables["head"], 50)
    if long:
        return list(struct.unpack_from(f">{count + 1}I", tables["loca"]))
    return [2 * half for half in struct.unpack_from(f">{count + 1}H", tables["loca"])]


def _limits(table: bytes, composites: list[Composite], count: int) -> bytes:
    """Room that a rasteriser must reserve: upper bounds are enough."""
    points, contours, joined_points, joined_contours = struct.unpack_from(">4H", table, 6)
    most = max(len(composite.parts) for composite in composites)
    table = _patched(table, ">H", 4, count)
    table = _patched(table, ">H", 10, min(max(points, joined_points) * most, _MOST))
    table = _patched(table, ">H", 12, min(max(contours, joined_contours) * most, _MOST))
    (elements, depth) = struct.unpack_from(">2H", table, 28)
    table = _patched(table, ">H", 28, max(elements, most))
    return _patched(table, ">H", 30, depth + 1)


def _patched(table: bytes, layout: str, at: int, value: int) -> bytes:
    return table[:at] + struct.pack(layout, value) + table[at + 2 :]


def _write(version: bytes, tables: dict[str, bytes]) -> bytes:
    head = tables["head"]
    tables = {**tables, "head": head[:8] + b"\0\0\0\0" + head[12:]}
    order = sorted(tables)
    power = len(order).bit_length() - 1
    search = 16 << power
    out = bytearray(version + struct.pack(">4H", len(order), search, power, 16 * len(order) - search))
    at = 12 + 16 * len(order)
    body = bytearray()
    places = {}
    for tag in order:
        places[tag] = at + len(body)
        out += struct.pack(">4sIII", tag.encode("latin-1"), _checksum(tables[tag]), places[tag], len(tables[tag]))
        body += tables[tag] + b"\0" * (-len(tables[tag]) % 4)
    out += body
    struct.pack_into(">I", out, places["head"] + 8, (_CHECKSUM_TOTAL - _checksum(bytes(out))) & 0xFFFFFFFF)
    return bytes(out)


def _checksum(data: bytes) -> int:
    data += b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF

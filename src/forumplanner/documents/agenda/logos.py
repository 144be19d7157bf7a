"""Logos of those who organise: a band on the cover in the order of ranks, a row at the head of a parallel forum."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from forumplanner.documents.agenda.sheet import Job
from forumplanner.documents.typesetting.pen import Pen
from forumplanner.documents.typesetting.pictures import Picture, picture_of
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.snapshots.paper import Lines

HEIGHTS = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
"""Heights of a square logo that are tried, mm; below the last, words in a logo can't be read."""

_WIDEST = 3.0
"""The greatest width as a multiple of that height."""

_CALM = 0.3
"""How far a wide logo is lowered, as a power of its aspect, so that it doesn't look larger than a square one."""

_BETWEEN, _ROWS_APART = 0.5, 0.32
"""White beside and under a logo, as a multiple of the height."""


class Logo(NamedTuple):
    """A picture and whose it is."""

    owner: Lines
    picture: Picture

    def size(self, height: float) -> tuple[float, float]:
        """Width and height (mm) at which it looks as large as a square one of that height; its shape stays."""
        aspect = self.picture.aspect
        wide = min(height * min(1.0, aspect**-_CALM) * aspect, height * _WIDEST)
        return wide, wide / aspect


class Band(NamedTuple):
    """Rows of logos that look equally large, each standing in the middle of its row."""

    rows: tuple[tuple[Logo, ...], ...]
    size: float

    @property
    def height(self) -> float:
        """From the top of the first row to the end of the last, mm."""
        return sum(self._tall(row) for row in self.rows) + (len(self.rows) - 1) * _ROWS_APART * self.size

    @property
    def width(self) -> float:
        """Of the widest row, mm."""
        return max(_length(row, self.size) for row in self.rows)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its top left there."""
        for row in self.rows:
            left, tall = x, self._tall(row)
            for logo in row:
                wide, high = logo.size(self.size)
                pen.picture(logo.picture, left, y + (tall - high) / 2, wide, high)
                left += wide + _BETWEEN * self.size
            y += tall + _ROWS_APART * self.size

    def _tall(self, row: Sequence[Logo]) -> float:
        return max(logo.size(self.size)[1] for logo in row)


def logos_of(job: Job, owners: Iterable[tuple[Sequence[Lines], Sequence[str]]]) -> tuple[Logo, ...]:
    """The logos of institutions, from their names and hashes; each once, unusable ones are noted and passed over."""
    if job.logos is None:
        return ()
    found: dict[str, Logo | None] = {}
    for names, keys in owners:
        for name, key in zip(names, keys, strict=False):  # no hashes at all where none has a logo
            if not key or key in found:
                continue
            picture = picture_of(job.logos.get(key, b""), HEIGHTS[0] * _WIDEST, HEIGHTS[0])
            found[key] = Logo(name, picture) if picture else None
            if picture is None:
                job.inspection.note(Trouble.BROKEN_LOGO, job.one_line(job.words("Organisers")), job.one_line(name))
    return tuple(logo for logo in found.values() if logo)


def cover_logos(job: Job) -> tuple[Logo, ...]:
    """Those of the forum's organisers, the highest rank first."""
    return logos_of(job, ((group.names, group.logos) for group in job.paper.organisers))


def band_in(logos: Sequence[Logo], width: float, height: float) -> Band | None:
    """The largest band that fits a box (mm), its rows about equally long; None where none does."""
    for band in _bands(logos, width):
        if band.height <= height:
            return band
    return None


def left_out(job: Job, logos: Iterable[Logo], where: Lines) -> None:
    """Note that a page has no room for them."""
    for logo in logos:
        job.inspection.note(Trouble.LOGO_LEFT_OUT, job.one_line(where), job.one_line(logo.owner))


def _bands(logos: Sequence[Logo], width: float) -> Iterator[Band]:
    for size in HEIGHTS:
        rows = _rows(logos, size, width)
        for share in range(50, 100, 5):
            even = _rows(logos, size, width * share / 100)
            if len(even) == len(rows):
                rows = even
                break
        if all(_length(row, size) <= width for row in rows):
            yield Band(rows, size)


def _rows(logos: Sequence[Logo], size: float, width: float) -> tuple[tuple[Logo, ...], ...]:
    rows: list[list[Logo]] = []
    for logo in logos:
        if rows and _length([*rows[-1], logo], size) <= width:
            rows[-1].append(logo)
        else:
            rows.append([logo])
    return tuple(tuple(row) for row in rows)


def _length(row: Sequence[Logo], size: float) -> float:
    return sum(logo.size(size)[0] for logo in row) + (len(row) - 1) * _BETWEEN * size

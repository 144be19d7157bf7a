"""Clusters spelt out, one code a character, because that is what readers of PDF files cope with.

The glyphs of a cluster stay together on one of its codes, the others draw nothing. pdf.js takes a code that stands for
several characters for a mark without width if any of them is one; and readers turn right-to-left text round character
by character.
"""

from collections.abc import Iterable, Iterator

from forumplanner.documents.typesetting.characters import joins
from forumplanner.documents.typesetting.shape import Cluster, Part

_JOINERS = frozenset("\u200c\u200d")
"""Readers drop a code that stands for one of these alone; it goes with the character after it."""


def spell_forwards(clusters: Iterable[Cluster], text: str) -> Iterator[Cluster]:
    """Left-to-right clusters: the letters of each share its width, the marks have none."""
    for cluster in clusters:
        if cluster.end - cluster.start == 1:
            yield cluster
            continue
        letters = [at for at in range(cluster.start, cluster.end) if not joins(text[at])] or [cluster.start]
        share = cluster.advance / len(letters)
        begin = cluster.start
        for at in range(cluster.start, cluster.end):
            if text[at] in _JOINERS and at + 1 < cluster.end:
                continue
            parts = cluster.parts if begin == cluster.start else ()
            yield Cluster(parts, share if at in letters else 0.0, begin, at + 1)
            begin = at + 1


def spell_backwards(clusters: Iterable[Cluster], text: str) -> Iterator[Cluster]:
    """Right-to-left clusters in visual order: all characters of a grapheme share its width.

    Poppler takes a mark without a width that stands before its base for a word of its own.
    """
    grapheme: list[Cluster] = []
    for cluster in clusters:
        grapheme.append(cluster)
        if not joins(text[cluster.start]):
            yield from _shared_out(grapheme)
            grapheme = []
    yield from _shared_out(grapheme)


def _shared_out(grapheme: list[Cluster]) -> Iterator[Cluster]:
    count = sum(cluster.end - cluster.start for cluster in grapheme)
    share = sum(cluster.advance for cluster in grapheme) / max(count, 1)
    was = now = 0.0
    for cluster in grapheme:
        for at in range(cluster.end - 1, cluster.start - 1, -1):
            parts = _moved(cluster.parts, was - now) if at == cluster.start else ()
            yield Cluster(parts, share, at, at + 1)
            now += share
        was += cluster.advance


def _moved(parts: tuple[Part, ...], way: float) -> tuple[Part, ...]:
    return tuple(part._replace(x=part.x + way) for part in parts) if way else parts

"""The Unicode Bidirectional Algorithm (UAX 9): an embedding level for each character, and the order on a line.

`levels` runs the paragraph part (P2 to I2: explicit embeddings and overrides, isolates, weak types, bracket pairs,
neutrals); `line_levels` and `visual_order` run the part that belongs to one line (L1 and L2). Mirroring (L4) is
HarfBuzz's. Texts without right-to-left characters take a short way out.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from forumplanner.documents.typesetting.bidi_rules import ISOLATE_INITIATORS, IsolatingRun, resolve

MAX_DEPTH = 125
"""BD2: embedding levels above this are not pushed."""

Levels = list[int | None]
"""A level for each character; None for those that X9 takes out."""

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EMBEDDINGS = frozenset(("RLE", "LRE", "RLO", "LRO"))
_OVERRIDES = {"RLO": "R", "LRO": "L"}
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_RESET_BEFORE_SEPARATOR = _REMOVED | {"WS", "LRI", "RLI", "FSI", "PDI"}


def needs_bidi(text: str) -> bool:
    """Whether any character could make the order of display differ from the order of storage."""
    return _RIGHT_TO_LEFT.search(text) is not None


def bidi_class(char: str) -> str:
    """Bidi_Class of a character; unassigned ones count as left-to-right."""
    return unicodedata.bidirectional(char) or "L"


def base_level(text: str) -> int | None:
    """P2 and P3: 0 or 1 by the first strong character outside isolates, None where there is none."""
    return _first_strong([bidi_class(c) for c in text], 0, len(text))


def levels(text: str, base: int | None = None) -> tuple[int, Levels]:
    """The paragraph level and every character's level, for one paragraph.

    `base` None takes the level of the first strong character, and left-to-right where there is none.
    """
    if base in (0, None) and not needs_bidi(text):
        return 0, [0] * len(text)
    classes = [bidi_class(c) for c in text]
    if base is None:
        base = _first_strong(classes, 0, len(text)) or 0
    matches = _matching_isolates(classes)
    explicit = _Explicit(classes, matches, base)
    explicit.run()
    out = list(explicit.levels)
    for run in _isolating_runs(text, explicit, base):
        for index, level in resolve(run):
            out[index] = level
    return base, [None if kind in _REMOVED else level for kind, level in zip(classes, out, strict=True)]


def line_levels(text: str, levels: Sequence[int | None], base: int) -> Levels:
    """L1: the levels of one line, where separators and the white space before them or the end fall back to `base`."""
    out = list(levels)
    reset = True
    for index in range(len(text) - 1, -1, -1):
        kind = bidi_class(text[index])
        separator = kind in {"B", "S"}
        reset = separator or (reset and kind in _RESET_BEFORE_SEPARATOR)
        if reset and out[index] is not None:
            out[index] = base
    return out


def visual_order(levels: Sequence[int | None]) -> list[int]:
    """L2: the indexes of a line from left to right; entries with level None are left out."""
    kept = [(index, level) for index, level in enumerate(levels) if level is not None]
    order = [index for index, _ in kept]
    odd = [level for _, level in kept if level & 1]
    if not odd:
        return order
    at = dict(kept)
    for level in range(max(at.values()), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and at[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _first_strong(classes: Sequence[str], start: int, stop: int) -> int | None:
    depth = 0
    for kind in classes[start:stop]:
        if kind in ISOLATE_INITIATORS:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif kind == "B":
            return None
        elif not depth and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return None


def _matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """BD9: isolate initiators and their PDI, each to the other."""
    matches: dict[int, int] = {}
    open_isolates: list[int] = []
    for index, kind in enumerate(classes):
        if kind in ISOLATE_INITIATORS:
            open_isolates.append(index)
        elif kind == "PDI" and open_isolates:
            opener = open_isolates.pop()
            matches[opener], matches[index] = index, opener
    return matches


class _Explicit:
    """X1 to X8: levels and overridden classes from embeddings, overrides and isolates."""

    def __init__(self, classes: Sequence[str], matches: Mapping[int, int], base: int) -> None:
        self.original = classes
        self.classes = list(classes)
        self.levels = [base] * len(classes)
        self.matches = matches
        self._base = base
        self._stack: list[tuple[int, str | None, bool]] = [(base, None, False)]
        self._overflow_isolates = 0
        self._overflow_embeddings = 0
        self._valid_isolates = 0

    def run(self) -> None:
        for index, kind in enumerate(self.original):
            if kind in _EMBEDDINGS:
                self._embed(kind)
            elif kind in ISOLATE_INITIATORS:
                self._place(index)
                self._isolate(index, kind)
            elif kind == "PDI":
                self._end_isolate()
                self._place(index)
            elif kind == "PDF":
                self._end_embedding()
            elif kind not in {"BN", "B"}:
                self._place(index)

    def _place(self, index: int) -> None:
        self.levels[index], override, _ = self._stack[-1]
        if override:
            self.classes[index] = override

    def _next_level(self, *, right_to_left: bool) -> int | None:
        level = self._stack[-1][0]
        new = (level + 1) | 1 if right_to_left else (level + 2) & ~1
        fits = new <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings
        return new if fits else None

    def _embed(self, kind: str) -> None:
        new = self._next_level(right_to_left=kind[0] == "R")
        if new is not None:
            self._stack.append((new, _OVERRIDES.get(kind), False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, index: int, kind: str) -> None:
        if kind == "FSI":
            stop = self.matches.get(index, len(self.original))
            kind = "RLI" if _first_strong(self.original, index + 1, stop) == 1 else "LRI"
        new = self._next_level(right_to_left=kind == "RLI")
        if new is None:
            self._overflow_isolates += 1
        else:
            self._valid_isolates += 1
            self._stack.append((new, None, True))

    def _end_isolate(self) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack.pop()[2]:
                pass
            self._valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


def _isolating_runs(text: str, explicit: _Explicit, base: int) -> list[IsolatingRun]:
    """X10: level runs joined across isolates, each with the direction that meets it at either end."""
    classes, levels, matches = explicit.original, explicit.levels, explicit.matches
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    place = {index: position for position, index in enumerate(kept)}
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    by_first = {run[0]: run for run in runs}
    found = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matches:
            continue
        chars = list(run)
        while classes[chars[-1]] in ISOLATE_INITIATORS and matches.get(chars[-1]) in by_first:
            chars += by_first[matches[chars[-1]]]
        before = levels[kept[place[chars[0]] - 1]] if place[chars[0]] else base
        after = base
        if classes[chars[-1]] not in ISOLATE_INITIATORS and place[chars[-1]] + 1 < len(kept):
            after = levels[kept[place[chars[-1]] + 1]]
        found.append(
            IsolatingRun(
                text=text,
                chars=chars,
                original=classes,
                kinds=[explicit.classes[index] for index in chars],
                level=levels[chars[0]],
                before=before,
                after=after,
            )
        )
    return found

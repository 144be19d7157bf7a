"""The host's words on cards: as large as they fit on one, else at the smallest size over as many as they need."""

from dataclasses import dataclass
from typing import Final

from forumplanner.documents.mc_cards.runs import RunBlock, set_runs
from forumplanner.documents.running_order.calling import called, kept_names, names_in
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.pen import Style
from forumplanner.domain.colours import INK
from forumplanner.snapshots.running_order import RunningItem, RunningSession

Words = list[tuple[float, RunBlock]]
"""Paragraphs under each other, each with the gap above it, mm."""

ZH, ZH_FLOOR = (17.0, 28.0), (15.0, 24.0)
EN, EN_ALONE, EN_FLOOR = (14.0, 21.0), (16.0, 24.0), (12.5, 18.0)
"""Size and baseline distance of the words, at most and at least, pt."""

_STEPS: Final = 5
_BETWEEN = (9.0, 6.0)
_WIDOW = 2
_PARAGRAPH = (1.6, 1.0)
"""White between the languages and between paragraphs, mm, at most and at least."""


@dataclass(frozen=True, slots=True)
class _Size:
    """How far the sizes have gone down to their floors, 0 to 1."""

    down: float

    def of(self, most: tuple[float, float], least: tuple[float, float]) -> tuple[float, float]:
        return tuple(round(m - (m - f) * self.down, 2) for m, f in zip(most, least, strict=True))  # type: ignore[return-value]  # two in, two out

    def gap(self, pair: tuple[float, float]) -> float:
        return pair[0] - (pair[0] - pair[1]) * self.down


def set_words(
    setting: Setting, session: RunningSession, item: RunningItem, width: float, rooms: tuple[float, float]
) -> list[Words]:
    """The words card by card: `rooms` is the height on the first card and on those that follow, mm."""
    for step in range(_STEPS + 1):
        languages = _set(setting, session, item, width, _Size(step / _STEPS))
        words = [block for language in languages for block in language]
        if height_of_words(words) <= rooms[0]:
            return [words]
    return _over_cards(languages, rooms)


def height_of_words(words: Words) -> float:
    """Their height with the gaps, mm."""
    return sum(gap + block.height for gap, block in words)


def _set(setting: Setting, session: RunningSession, item: RunningItem, width: float, size: _Size) -> list[Words]:
    """The words of each printed language."""
    languages: list[Words] = []
    for tongue in setting.tongues:
        alone = len(setting.tongues) == 1
        points, leading = size.of(ZH, ZH_FLOOR) if tongue.chinese else size.of(EN_ALONE if alone else EN, EN_FLOOR)
        style = Style(points, leading, colour=INK, lang=tongue.tag)
        names = names_in(session, tongue)
        words: Words = []
        for line in filter(None, item.words[tongue.place].split("\n")):
            gap = size.gap(_PARAGRAPH) if words else size.gap(_BETWEEN)
            block = set_runs(setting.pen, kept_names(line, names), called(line, item, tongue), style, width)
            setting.inspection.characters(block.runs.plain, str(item.number))
            words.append((gap + _extra(style) if words or any(languages) else 0.0, block))
        languages.append(words)
    return languages


def _extra(style: Style) -> float:
    """White that belongs to the leading and lies above a block's first line, mm."""
    return (style.leading - style.size) * 25.4 / 72


def _over_cards(languages: list[Words], rooms: tuple[float, float]) -> list[Words]:
    """As many cards as are needed; a language begins a new one where that holds all of it."""
    flow = _Flow([[]], rooms[0], rooms[1])
    for words in languages:
        height = height_of_words(words)
        if flow.left < height <= rooms[1] and flow.cards[-1]:
            flow.turn()
        for gap, block in words:
            flow.add(gap, block)
    return [card for card in flow.cards if card] or [[]]


@dataclass(slots=True)
class _Flow:
    """Cards as they fill: `left` is the room on the last one, `room` that on a fresh one, mm."""

    cards: list[Words]
    left: float
    room: float

    def turn(self) -> None:
        """Begin another card."""
        self.cards.append([])
        self.left = self.room

    def add(self, gap: float, block: RunBlock) -> None:
        """Put a paragraph down, over to the next card by its lines where it must; no line stands alone."""
        gap = gap if self.cards[-1] else 0.0
        count = len(block.spans)
        taken = _fitting(block, self.left - gap)
        if taken < count and count - taken < _WIDOW:
            taken = count - _WIDOW
        if taken == count or taken >= _WIDOW or (not self.cards[-1] and self.left >= self.room):
            taken = max(1, taken)
            part = block.lines(0, taken)
            self.cards[-1].append((gap, part))
            self.left -= gap + part.height
        else:
            taken = 0
        if taken < count:
            self.turn()
            self.add(0.0, block.lines(taken, count))


def _fitting(block: RunBlock, room: float) -> int:
    """How many of its lines fit."""
    return next((n for n in range(len(block.spans), 0, -1) if block.lines(0, n).height <= room), 0)

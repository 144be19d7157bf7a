"""The head of a badge: the forum's mark, its name, place and date; the same on every badge of a batch."""

from forumplanner.documents.badges.presets import Preset
from forumplanner.documents.typesetting.marks import forum_mark
from forumplanner.documents.typesetting.pen import Block, Pen, Style
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import GREY
from forumplanner.snapshots.badges import BadgeBatch

_BETWEEN = 0.5


class HeadDrawer:
    """Draws the head of one batch."""

    def __init__(
        self, pen: Pen, batch: BadgeBatch, preset: Preset, tongues: tuple[Tongue, ...], inspection: Inspection
    ) -> None:
        self._pen = pen
        self._batch = batch
        self._preset = preset
        self._tongues = tongues
        self._inspection = inspection

    def draw(self) -> None:
        """Mark of the forum and its name; the whole head shrinks together until it fits."""
        pen, preset, logo = self._pen, self._preset, self._preset.logo
        forum_mark(pen, logo.x, logo.y, logo.width, self._batch.accent)
        x = logo.x + logo.width + 0.27 * logo.width
        room = (preset.rule - 1.2 if preset.rule else preset.name.y) - logo.y
        blocks: list[Block] = []
        for share in (1.0, 0.94, 0.88, 0.82, 0.76, 0.7):
            blocks = self._head_blocks(preset.width - preset.side - x, share)
            if _height(blocks) <= room:
                break
        else:
            self._inspection.note(Trouble.OVERFLOW, preset.code, " ".join(self._batch.forum))
        y = logo.y
        for block in blocks:
            self._inspection.characters(block.para, preset.code)
            y = pen.draw(block, x, y) + _BETWEEN

    def _head_blocks(self, width: float, share: float) -> list[Block]:
        preset = self._preset
        large, small = (Style(size * share, size * share * 1.22) for size in (preset.head_zh, preset.head_en))
        blocks = []
        for n, (tongue, text) in enumerate(self._head_texts(width, small)):
            style = small._replace(colour=GREY, lang=tongue.tag) if n else large._replace(bold=True, lang=tongue.tag)
            blocks.append(self._pen.block(text, style, width))
        return blocks

    def _head_texts(self, width: float, small: Style) -> list[tuple[Tongue, str]]:
        """The forum in each language; place and date under it, on wide badges behind it if there is room."""
        texts = [(tongue, self._batch.forum[tongue.place]) for tongue in self._tongues]
        texts = [(tongue, text) for tongue, text in texts if text]
        last = self._tongues[-1]
        when = self._batch.place_date[last.place]
        if not when or not self._preset.country_zh:
            return texts
        if self._preset.wide and len(texts) > 1:
            joined = f"{texts[-1][1]} · {when}"
            if self._pen.width(joined, small._replace(lang=last.tag)) <= width:
                return [*texts[:-1], (last, joined)]
        return [*texts, (last, when)]


def _height(blocks: list[Block]) -> float:
    return sum(block.height for block in blocks) + _BETWEEN * max(0, len(blocks) - 1)

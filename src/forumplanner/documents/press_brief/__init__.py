"""The press brief 新闻通稿数据: one page with the numbers and their basis, names in order and what came of it."""

import io
from dataclasses import dataclass

from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.press_brief.page import HEIGHT, WIDTH, Brief, draw
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.domain.counting import count
from forumplanner.domain.statistics import Basis, Counting
from forumplanner.i18n import in_language
from forumplanner.snapshots.press_brief import PressBrief

__all__ = ["PressBriefOptions", "press_brief"]


@dataclass(frozen=True, slots=True)
class PressBriefOptions:
    """`languages`: tags out of the snapshot's, () for all. `counting`: a code of `Counting`. `host`: "in" or "out".

    `rounding`: "1", "10", "100" or "1000".
    """

    languages: tuple[str, ...] = ()
    counting: str = Counting.LISTED.value
    host: str = "in"
    rounding: str = "1"

    @property
    def basis(self) -> Basis:
        """What is counted."""
        return Basis(Counting(self.counting), host=self.host == "in", rounding=int(self.rounding))


def press_brief(
    snapshot: PressBrief, options: PressBriefOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print the brief on one A4 page; the same snapshot and options give the same bytes."""
    chosen = options or PressBriefOptions()
    tongues = tongues_of(snapshot.languages, chosen.languages)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=snapshot.short_title[tongues[0].place],
        subject=in_language(tongues[0].tag, "Press brief"),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    setting = Setting(snapshot.languages, tongues, pen, Inspection())
    with uncollected():
        draw(Brief(setting, snapshot, count(snapshot.facts, chosen.basis)))
        canvas.save()
    return Paper(buffer.getvalue(), 1, setting.inspection.report())

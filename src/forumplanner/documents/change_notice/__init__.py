"""The change notice 变更说明: what changed from one release to the next, for everybody who holds the older one."""

import io
from dataclasses import dataclass

from forumplanner.changes import compare
from forumplanner.documents.change_notice.again import pages_to_print
from forumplanner.documents.change_notice.pages import HEIGHT, WIDTH, Notice, draw_sheets, plan
from forumplanner.documents.change_notice.reprints import draw_reprints
from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.i18n import in_language
from forumplanner.snapshots.change_notice import ChangeNotice

__all__ = ["ChangeNoticeOptions", "change_notice"]


@dataclass(frozen=True, slots=True)
class ChangeNoticeOptions:
    """`languages`: tags out of the snapshot's, () for all. `internal`: a page more, on what to print again."""

    languages: tuple[str, ...] = ()
    internal: bool = False


def change_notice(
    snapshot: ChangeNotice, options: ChangeNoticeOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print the change notice on A4; the same snapshot and options give the same bytes."""
    chosen = options or ChangeNoticeOptions()
    tongues = tongues_of(snapshot.languages, chosen.languages)
    comparison = compare(snapshot.old.programme, snapshot.new.programme, minor=snapshot.minor)
    again = pages_to_print(snapshot, chosen.languages) if chosen.internal else ()
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=snapshot.short_title[tongues[0].place],
        subject=in_language(tongues[0].tag, "Change notice"),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    setting = Setting(snapshot.languages, tongues, pen, Inspection())
    with uncollected():
        sheets = plan(Notice(setting, snapshot, comparison))
        count = draw_sheets(Notice(setting, snapshot, comparison), sheets)
        if again:
            pen.turn_page(HEIGHT)
            draw_reprints(Notice(setting, snapshot, comparison), again)
            canvas.showPage()
            count += 1
        canvas.save()
    return Paper(buffer.getvalue(), count, setting.inspection.report())

"""The delegation sheet 代表团接待单 for the reception team: one delegation a sheet, A4 landscape, in two languages."""

import io
from dataclasses import dataclass

from forumplanner.documents.delegation_sheet.pages import HEIGHT, WIDTH, Sheet, draw_sheet, plan
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
from forumplanner.snapshots.delegation_sheet import DelegationSheets

__all__ = ["DelegationSheetOptions", "delegation_sheet"]


@dataclass(frozen=True, slots=True)
class DelegationSheetOptions:
    """`languages`: tags out of the snapshot's, () for all. `delegation`: the id of one, "" for all in their order."""

    languages: tuple[str, ...] = ()
    delegation: str = ""


def delegation_sheet(
    sheets: DelegationSheets, options: DelegationSheetOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print a sheet for each delegation; the same snapshot and options give the same bytes."""
    chosen = options or DelegationSheetOptions()
    tongues = tongues_of(sheets.languages, chosen.languages)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=sheets.short_title[tongues[0].place],
        subject=in_language(tongues[0].tag, "Delegation sheet"),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    setting = Setting(sheets.languages, tongues, pen, Inspection())
    with uncollected():
        planned: list[Sheet] = [page for one in sheets.chosen(chosen.delegation) for page in plan(setting, one)]
        for number, sheet in enumerate(planned, start=1):
            pen.turn_page(HEIGHT)
            if sheet.sheet is not None and not sheet.again:
                canvas.bookmarkPage(f"page{number}")
                title = sheet.sheet.heading(tongues[0].place) or sheet.sheet.square
                canvas.addOutlineEntry(title or " ", f"page{number}", level=0)
            draw_sheet(setting, sheets, sheet, number, len(planned))
            canvas.showPage()
        if not planned:
            draw_sheet(setting, sheets, Sheet(None), 1, 1)
            canvas.showPage()
        canvas.save()
    return Paper(buffer.getvalue(), max(1, len(planned)), setting.inspection.report())

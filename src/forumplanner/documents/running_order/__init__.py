"""The running order 程序单 for the crew: every step with its people, the host's words in two languages, and cues."""

import io
from dataclasses import dataclass

from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.running_order.pages import HEIGHT, WIDTH, Sheet, draw_sheet, plan
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.i18n import in_language
from forumplanner.snapshots.running_order import RunningOrder, RunningSession

__all__ = ["RunningOrderOptions", "chosen_sessions", "running_order"]


@dataclass(frozen=True, slots=True)
class RunningOrderOptions:
    """`languages`: tags out of the snapshot's, () for all. `session`: the id of one session, "" for all ceremonies."""

    languages: tuple[str, ...] = ()
    session: str = ""


def running_order(
    order: RunningOrder, options: RunningOrderOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print the crew sheet on A4 landscape; the same snapshot and options give the same bytes."""
    chosen = options or RunningOrderOptions()
    tongues = tongues_of(order.languages, chosen.languages)
    sessions = chosen_sessions(order, chosen.session)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=order.short_title[tongues[0].place],
        subject=in_language(tongues[0].tag, "Running order"),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    setting = Setting(order.languages, tongues, pen, Inspection())
    with uncollected():
        sheets = [sheet for session in sessions for sheet in plan(setting, session)] or [Sheet(_nothing(order))]
        for number, sheet in enumerate(sheets, start=1):
            pen.turn_page(HEIGHT)
            if not sheet.again:
                canvas.bookmarkPage(f"page{number}")
                canvas.addOutlineEntry(setting.best(sheet.session.title) or " ", f"page{number}", level=0)
            draw_sheet(setting, order, sheet, number, len(sheets))
            canvas.showPage()
        canvas.save()
    return Paper(buffer.getvalue(), len(sheets), setting.inspection.report())


def chosen_sessions(order: RunningOrder, key: str) -> tuple[RunningSession, ...]:
    """The session of that id, else all ceremonies."""
    one = order.session(key)
    return (one,) if one else order.ceremonies()


def _nothing(order: RunningOrder) -> RunningSession:
    """What stands on the sheet of a forum without any items."""
    from forumplanner.domain.kinds import SessionKind  # noqa: PLC0415 - for this one case

    return RunningSession("", SessionKind.OTHER, tuple("" for _tag in order.languages), None, None, None, (), (), ())

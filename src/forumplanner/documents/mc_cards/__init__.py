"""Hand cards 手卡 for the host: A5, one item a card, words large enough to be read at arm's length."""

import io
from dataclasses import dataclass

from forumplanner.documents.mc_cards.card import HEIGHT, WIDTH, draw_card, plan_cards
from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.running_order import chosen_sessions
from forumplanner.documents.running_order.inspecting import inspect
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.i18n import in_language
from forumplanner.snapshots.running_order import RunningOrder

__all__ = ["McCardOptions", "mc_cards"]


@dataclass(frozen=True, slots=True)
class McCardOptions:
    """`languages`: tags out of the snapshot's, () for all. `session`: the id of one session, "" for all ceremonies."""

    languages: tuple[str, ...] = ()
    session: str = ""


def mc_cards(
    order: RunningOrder, options: McCardOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print the hand cards; the same snapshot and options give the same bytes."""
    chosen = options or McCardOptions()
    tongues = tongues_of(order.languages, chosen.languages)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=order.short_title[tongues[0].place],
        subject=in_language(tongues[0].tag, "Hand cards"),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    setting = Setting(order.languages, tongues, pen, Inspection())
    with uncollected():
        sessions = chosen_sessions(order, chosen.session)
        cards = []
        for session in sessions:
            inspect(setting, session)
            cards += plan_cards(setting, session)
        for card in cards:
            draw_card(setting, order, card)
            canvas.showPage()
        if not cards:
            canvas.showPage()
        canvas.save()
    return Paper(buffer.getvalue(), max(1, len(cards)), setting.inspection.report())

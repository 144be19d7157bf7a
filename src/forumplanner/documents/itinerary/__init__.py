"""The personal itinerary 个人行程单: one participant a card, A5, in the forum's languages."""

import io
from dataclasses import dataclass

from forumplanner.documents.itinerary.pages import HEIGHT, WIDTH, draw_card
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
from forumplanner.snapshots.itinerary import ItineraryBook

__all__ = ["ItineraryOptions", "itinerary", "personal"]


@dataclass(frozen=True, slots=True)
class ItineraryOptions:
    """`languages`: tags out of the snapshot's, () for all.

    `person`, `delegation`: the id of one, "" for all; `category`: its code. A person is printed whatever they answered,
    all others only if they have not declined.
    """

    languages: tuple[str, ...] = ()
    person: str = ""
    delegation: str = ""
    category: str = ""


def itinerary(
    book: ItineraryBook, options: ItineraryOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print the chosen cards, each from a page of its own; the same snapshot and options give the same bytes."""
    chosen = options or ItineraryOptions()
    tongues = tongues_of(book.languages, chosen.languages)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=book.short_title[tongues[0].place],
        subject=in_language(tongues[0].tag, "Personal itinerary"),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    setting = Setting(book.languages, tongues, pen, Inspection())
    pages = 0
    with uncollected():
        for card in book.chosen(person=chosen.person, delegation=chosen.delegation, category=chosen.category):
            canvas.bookmarkPage(f"card{pages}")
            canvas.addOutlineEntry(setting.best(card.names) or card.shown or " ", f"card{pages}", level=0)
            pages += draw_card(setting, book, card, canvas.showPage)
        if not pages:
            canvas.showPage()
        canvas.save()
    return Paper(buffer.getvalue(), max(1, pages), setting.inspection.report())


def personal(book: ItineraryBook, participant_id: str, languages: tuple[str, ...] = ()) -> bytes:
    """One person's card as PDF, to be attached to a mail; raises `KeyError` for somebody who is not in the book."""
    if not book.chosen(person=participant_id):
        raise KeyError(participant_id)
    return itinerary(book, ItineraryOptions(languages, person=participant_id)).pdf

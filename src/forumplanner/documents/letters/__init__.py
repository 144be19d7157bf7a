"""Letters 函件 in the official look: invitations to consular posts, requests to the foreign affairs office."""

import io
from dataclasses import dataclass

from forumplanner.documents.letters.flow import set_half
from forumplanner.documents.letters.inspecting import inspect, place_of
from forumplanner.documents.letters.page import HEIGHT, WIDTH, draw_pages, plan
from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.labels import label
from forumplanner.i18n import interface_language
from forumplanner.snapshots.letters import Letters, LetterSheet

__all__ = ["LetterOptions", "chosen_letters", "letters"]


@dataclass(frozen=True, slots=True)
class LetterOptions:
    """`languages`: tags out of the snapshot's, () for all, each half on pages of its own.

    `kind`: a code of `LetterKind`. `letter`: one guest or one issued letter, "" for all. `anew`: the draft even where
    the letter was issued. `head`: False leaves the head to printed letter paper. `one_page`: both halves on one page
    where they fit.
    """

    languages: tuple[str, ...] = ()
    kind: str = LetterKind.CONSULAR_INVITATION.value
    letter: str = ""
    anew: bool = False
    head: bool = True
    one_page: bool = False


def letters(snapshot: Letters, options: LetterOptions | None = None, *, texts: ParagraphCache | None = None) -> Paper:
    """Print letters on A4, marked where they are drafts or not approved; `Paper.held` names those that may not go.

    Margins, sizes and the place of number, date and seal follow GB/T 9704-2012.
    """
    chosen = options or LetterOptions()
    tongues = tongues_of(snapshot.languages, chosen.languages)
    sheets = chosen_letters(snapshot, chosen)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=snapshot.short_title[tongues[0].place],
        subject=label(LetterKind(chosen.kind), tongues[0].tag),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    setting = Setting(snapshot.languages, tongues, pen, Inspection())
    count = 0
    with uncollected():
        for sheet in sheets or (snapshot.chosen(LetterKind(chosen.kind)) or (snapshot.request,))[:1]:
            inspect(setting, sheet)
            pages = plan(setting, sheet, set_half, one_page=chosen.one_page)
            canvas.bookmarkPage(sheet.id or sheet.guest_id or "letter")
            canvas.addOutlineEntry(place_of(setting, sheet) or " ", sheet.id or sheet.guest_id or "letter", level=0)
            count += draw_pages(setting, snapshot, sheet, pages, head=chosen.head)
        canvas.save()
    reader = interface_language()
    held = [sheet.number or sheet.addressee(reader, snapshot.languages) for sheet in sheets if sheet.held]
    return Paper(buffer.getvalue(), count, setting.inspection.report(), tuple(dict.fromkeys(held)))


def chosen_letters(snapshot: Letters, options: LetterOptions) -> tuple[LetterSheet, ...]:
    """The letters that the options name."""
    return snapshot.chosen(LetterKind(options.kind), options.letter, anew=options.anew)

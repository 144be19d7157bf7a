"""The agenda 日程: cover, programme at a glance, day tables, and the pages of each parallel forum."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from forumplanner.documents.agenda.cover import cover_page
from forumplanner.documents.agenda.days import day_pages
from forumplanner.documents.agenda.forum import forum_pages
from forumplanner.documents.agenda.furniture import draw_furniture
from forumplanner.documents.agenda.glance import glance_pages
from forumplanner.documents.agenda.grid import grid_page
from forumplanner.documents.agenda.provisional import marks_provisional, note_unconfirmed
from forumplanner.documents.agenda.sheet import HEIGHT, WIDTH, Job, Page, type_for
from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.i18n import in_language
from forumplanner.snapshots.agenda import AgendaPaper

__all__ = ["AgendaOptions", "agenda"]


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """What an agenda shows.

    `languages`: tags out of the snapshot's, () for all of them. `office`: a cover without full tone, for printers
    that can't print to the edge. `mark_all`: on-site items are marked too. `abstracts`: under the titles.
    `provisional`: "mark" who is still to be confirmed, "plain" only names them before printing, "" goes by the kind of
    release: final ones and updates on site are plain.
    """

    languages: tuple[str, ...] = ()
    cover: bool = True
    office: bool = False
    glance: bool = True
    days: bool = True
    forums: bool = True
    mark_all: bool = False
    abstracts: bool = False
    provisional: str = ""


def agenda(
    paper: AgendaPaper,
    options: AgendaOptions | None = None,
    *,
    logos: Mapping[str, bytes] | None = None,
    texts: ParagraphCache | None = None,
) -> Paper:
    """Print an agenda on A4; the same snapshot, options and logos give the same bytes.

    `logos`: pictures by the hashes that the snapshot names, None for an agenda without them; they never change which
    page a text stands on. `texts` may be shared by papers.
    """
    chosen = options or AgendaOptions()
    tongues = tongues_of(paper.languages, chosen.languages)
    buffer = io.BytesIO()
    title = next((text for _t in paper.titles[:1] for text in (_t[tongues[0].place] or "", *_t) if text), "")
    canvas = Canvas(
        buffer,
        (WIDTH * MM, HEIGHT * MM),
        lang=tongues[0].tag,
        title=title,
        subject=in_language(tongues[0].tag, "Conference programme"),
    )
    pen = Pen(canvas, texts or own_texts(), height=HEIGHT)
    job = Job(
        paper,
        tongues,
        type_for(tongues, paper.accent),
        pen,
        Inspection(),
        mark_all=chosen.mark_all,
        abstracts=chosen.abstracts,
        marks_provisional=marks_provisional(paper.edition.kind, chosen.provisional),
        logos=logos,
    )
    note_unconfirmed(job)
    with uncollected():
        _plan(job, chosen)
        for number, page in enumerate(job.pages, start=1):
            _draw(job, page, number)
        canvas.save()
    return Paper(buffer.getvalue(), len(job.pages), job.inspection.report())


def _plan(job: Job, options: AgendaOptions) -> None:
    """Lay all pages out; page numbers are known only when the last one is."""
    if options.cover:
        cover_page(job, office=options.office)
    if options.glance:
        _glance(job)
    if options.days:
        for day in job.paper.days:
            job.plan(partial(day_pages, job, day))
    if options.forums:
        for track in job.paper.tracks:
            job.plan(partial(forum_pages, job, track))
    if not job.pages:
        job.page(Page())


def _glance(job: Job) -> None:
    """Several days on one page where they fit, else a page a day."""
    dated = [day for day in job.paper.days if day.date]
    together = grid_page(job, dated)
    for day in job.paper.days:
        if not (together and day.date):
            glance_pages(job, day)


def _draw(job: Job, page: Page, number: int) -> None:
    canvas, pen = job.pen.canvas, job.pen
    width, height = (HEIGHT, WIDTH) if page.wide else (WIDTH, HEIGHT)
    canvas.setPageSize((width * MM, height * MM))
    pen.turn_page(height)
    if page.bookmark:
        key = f"page{number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(page.bookmark, key, level=page.level if number > 1 else 0, closed=False)
    draw_furniture(job, pen, page, number)
    for drawing in page.drawings:
        drawing(pen)
    canvas.showPage()

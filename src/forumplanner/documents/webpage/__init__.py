"""The programme as one web page in one file: both languages with a switch, for phones, without any network."""

from dataclasses import dataclass
from html import escape

from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.documents.webpage.around import page_footer, page_header
from forumplanner.documents.webpage.markup import Markup, element
from forumplanner.documents.webpage.sessions import SessionWriter
from forumplanner.documents.webpage.tools import Days, day_words, page_tools, rooms_of
from forumplanner.documents.webpage.wording import Wording
from forumplanner.domain.kinds import Access, ReleaseKind
from forumplanner.paths import resource
from forumplanner.snapshots.agenda import AgendaDay, AgendaPaper, AgendaSession

__all__ = ["WebPage", "WebpageOptions", "webpage"]

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
"""The page asks nobody for anything, whatever stands in it."""

_FINAL = frozenset({ReleaseKind.FINAL, ReleaseKind.ON_SITE})


@dataclass(frozen=True, slots=True)
class WebpageOptions:
    """`languages`: tags out of the snapshot's, () for all. `marks`: mark who hasn't confirmed; None: unless final."""

    languages: tuple[str, ...] = ()
    marks: bool | None = None


@dataclass(frozen=True, slots=True)
class WebPage:
    """A finished page: its bytes in UTF-8, and what stands on it."""

    html: bytes
    days: int
    sessions: int


def webpage(paper: AgendaPaper, options: WebpageOptions | None = None) -> WebPage:
    """Write the page; the same snapshot and options give the same bytes.

    Public data only: what is closed to the public is left out, and no contact of anybody stands on it.
    """
    chosen = options or WebpageOptions()
    wording = Wording(paper.languages, tongues_of(paper.languages, chosen.languages))
    days = [(day, sessions) for day in paper.days if (sessions := _open(day))]
    body = element(
        "body",
        element("a", wording.spans(wording.words("Skip to the programme")), class_="skip", href="#programme"),
        page_header(wording, paper),
        page_tools(wording, days),
        _main(wording, paper, days, marks=paper.edition.kind not in _FINAL if chosen.marks is None else chosen.marks),
        page_footer(wording, paper),
        Markup(f"<script>{_inline('page.js')}</script>"),
    )
    page = element("html", _head(wording, paper), body, lang=wording.tongues[0].tag, data_show="all")
    count = sum(len(sessions) for _day, sessions in days)
    return WebPage(f"<!doctype html>\n{page}\n".encode(), len(days), count)


def _open(day: AgendaDay) -> tuple[AgendaSession, ...]:
    return tuple(session for session in day.sessions if session.access is not Access.CLOSED)


def _inline(name: str) -> str:
    """A file of the page's own, to stand inside it."""
    return resource("webpage", name).read_text(encoding="utf-8").strip()


def _head(wording: Wording, paper: AgendaPaper) -> Markup:
    title = " · ".join(filter(None, (wording.plain(paper.short_title), wording.plain(wording.words("Programme")))))
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content="Forum Planner"),
        element("title", title),
        Markup(f"<style>:root{{--accent:{paper.accent}}}\n{_inline('page.css')}</style>"),
    )


def _main(wording: Wording, paper: AgendaPaper, days: Days, *, marks: bool) -> Markup:
    """Day by day."""
    tracks = {track.id: track for track in paper.tracks}
    rooms = rooms_of(wording, days)
    sections = []
    for number, (day, sessions) in enumerate(days, start=1):
        writer = SessionWriter(wording, day.date, tracks, rooms, marks)
        title = element("h2", wording.spans(day_words(wording, day)))
        articles = [writer.session(session, str(number)) for session in sessions]
        sections.append(element("section", title, *articles, class_="day", id=f"day-{number}"))
    words = wording.spans(wording.words("Nothing in the programme matches."))
    return element("main", *sections, element("p", words, id="none", hidden=bool(days)), id="programme", tabindex="-1")

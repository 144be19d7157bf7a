"""What stands around an agenda's pages: header, footer with the version, page numbers, the legend of modes."""

from forumplanner.documents.agenda.sheet import HEIGHT, LEFT, RIGHT, WIDTH, Job, Page
from forumplanner.documents.typesetting.marks import mode_mark
from forumplanner.documents.typesetting.pen import MM, Pen, Style
from forumplanner.domain.colours import ACCENT, GREY, HAIR
from forumplanner.domain.kinds import Mode
from forumplanner.domain.labels import label
from forumplanner.i18n import in_language

_BASELINE = 17.0
_RULE = HEIGHT - 13.5
LEGEND = _RULE - 9.0
"""Where the legend's line box begins, mm."""

_PART_GAP = 1.0
_UNDER_RULE = 1.3


def draw_furniture(job: Job, pen: Pen, page: Page, number: int) -> None:
    """Header, footer and legend of a page; a bare page (the cover) has none."""
    if page.bare:
        return
    right, rule = (HEIGHT - LEFT, WIDTH - 13.5) if page.wide else (RIGHT, _RULE)
    again = pen.canvas.write_again
    again(("header", page.wide, *page.side), lambda: _header(job, pen, page, right))
    again(("footer", page.wide), lambda: _footer(job, pen, right, rule))
    style = Style(7, 7, colour=GREY, lang=job.tongues[0].tag)
    pen.text(f"{number} / {len(job.pages)}", 0, rule + _UNDER_RULE, style, right=right)
    if page.legend:
        again("legend", lambda: _legend(job, pen))


def _header(job: Job, pen: Pen, page: Page, right: float) -> None:
    """The forum at the left, day or parallel forum at the right; the second language gives way first."""
    if not page.side:
        return
    small = job.type.small
    y = _BASELINE - 0.88 * small.first.size / MM
    side = sum(pen.width(text, style) for text, style in page.side) + 1.0
    parts = job.row(job.paper.short_title, small)
    room = right - LEFT - side - 6
    while len(parts) > 1 and sum(pen.width(*part) for part in parts) + 3 > room:
        parts.pop()
    if parts and pen.width(*parts[0]) > room:
        text, style = parts[0]
        parts = [(text, style.at(max(5.5, style.size * room / pen.width(text, style))))]
    pen.row(LEFT, y, *parts, gap=3.0)
    pen.row(0, y, *page.side, gap=_PART_GAP, right=right)


def _footer(job: Job, pen: Pen, right: float, y: float) -> None:
    """What the footers of all pages say: at the left, and in the middle where there is room."""
    pen.rule(LEFT, y, right - LEFT, 0.35, HAIR)
    style = Style(7, 7, colour=GREY, lang=job.tongues[0].tag)
    top = y + _UNDER_RULE
    note = job.one_line(job.words("Subject to on-site adjustment"))
    pen.text(note, LEFT, top, style)
    edition = version(job)
    middle = max(LEFT + pen.width(note, style) + 8, (LEFT + right - pen.width(edition, style)) / 2)
    pen.text(edition, middle, top, style)


def version(job: Job) -> str:
    """Which issue this is: a release, when issued and what it replaces; else the draft at a step, after a release."""
    edition = job.paper.edition
    if not edition.name:
        draft = job.words("Draft after {name}", name=edition.after) if edition.after else job.words("Draft")
        words = job.one_line(draft)
        step = job.one_line(job.words("step {n}", n=edition.step)) if edition.step else ""
        return " · ".join(filter(None, (words, step, edition.issued)))
    if all(not tongue.chinese for tongue in job.tongues):
        tag = job.tongues[0].tag
        parts = [
            edition.name,
            in_language(tag, "issued {at}", at=edition.issued) if edition.issued else "",
            in_language(tag, "replaces {name}", name=edition.replaces) if edition.replaces else "",
        ]
        return " · ".join(filter(None, parts))
    issued = f"{edition.issued} {job.one_line(job.words('issued'))}" if edition.issued else ""
    replaces = f"{job.one_line(job.words('replaces'))} {edition.replaces}" if edition.replaces else ""
    return "\u3000".join(filter(None, (edition.name, issued, replaces)))


def draw_mode(
    job: Job, pen: Pen, mode: Mode, x: float, y: float, *, quiet: bool = False, colour: str = ACCENT
) -> float:
    """The mark of a mode and its words, in one line 2.4 mm high; returns the end of the line, mm."""
    colour = GREY if quiet else colour
    pair = job.type.mode.coloured(colour)
    if quiet:
        pair = type(pair)(pair.first._replace(bold=False), pair.second._replace(bold=False))
    mode_mark(pen, mode, x, y + 0.25, colour)
    words = tuple(label(mode, tag) for tag in job.paper.languages)
    return pen.row(x + 1.6 + 0.9, y, *job.row(words, pair), gap=0.7)


def _legend(job: Job, pen: Pen) -> None:
    """On-site is what carries no mark, so the legend says it."""
    x = LEFT
    for mode in (Mode.ON_SITE, Mode.ONLINE, Mode.VIDEO):
        x = draw_mode(job, pen, mode, x, LEGEND, quiet=mode is Mode.ON_SITE) + 5.0
    style = job.type.mode.coloured(GREY)
    quiet = type(style)(style.first._replace(bold=False), style.second._replace(bold=False))
    if not job.mark_all:
        pen.row(x, LEGEND, *job.row(job.words("Unmarked items are on-site"), quiet), gap=1.2)

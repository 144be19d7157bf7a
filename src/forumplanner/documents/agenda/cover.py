"""The cover: a field of colour that holds the programme as a picture, titles, organisers, when and where, links."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from forumplanner.documents.agenda.artwork import draw_artwork
from forumplanner.documents.agenda.furniture import version
from forumplanner.documents.agenda.logos import Band, Logo, band_in, cover_logos, left_out
from forumplanner.documents.agenda.sheet import RIGHT, Job, Page, draw_stack, height_of
from forumplanner.documents.typesetting.marks import forum_mark
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.documents.typesetting.qr import draw_code, text_code
from forumplanner.domain.colours import AMBER, GREY, INK, ON_ACCENT, ON_ACCENT_SECOND
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.snapshots.agenda import OrganiserGroup
from forumplanner.snapshots.paper import Lines

AXIS = 36.0
"""The left edge of everything on a cover, mm; 18 to 33 is the hanging column."""

_FIELD = 96.0
_TITLES, _THEME, _ORGANISERS, _FOOT = 110.0, 165.5, 190.0, 241.0
_NAMES_X = AXIS + 36.0
_NAMES_WIDTH = 120.0
_QR = 22.0
_OWN_PAGE_END = 276.0
_LOW_FOOT = 245.0
"""Where the foot begins at the lowest: captions of codes stay clear of the version."""

_LOGOS_END = 281.0
_LOGOS_APART = 5.5
"""White above and below the logos, mm."""

_LARGE_ENOUGH = 9.0
"""Height of logos for which nothing else has to give way, mm."""

_SHARES = (1.0, 0.95, 0.9, 0.86)
"""Of their full size, in which the organisers' names are tried on the cover."""

Stack = list[tuple[float, Block]]


def cover_page(job: Job, *, office: bool) -> None:
    """Plan the cover; `office` leaves the field white, for printers that can't print to the edge."""
    page = job.page(Page(bare=True))
    page.bookmark = next((text for title in job.paper.titles for _place, text in job.printed(title)), "")
    page.add(lambda pen: _head(job, pen, office=office))
    page.add(lambda pen: draw_artwork(job, pen, AXIS, office=office))
    titles, hanging = _titles(job)
    page.add(lambda pen: draw_stack(pen, titles, AXIS, _TITLES))
    page.add(lambda pen: _hang(job, pen, hanging))
    theme = _theme(job)
    plan = _planned(job, _starts(_TITLES + height_of(titles), theme))
    if theme:
        _draw_theme(job, page, theme, plan.start.theme)
    _organisers(job, page, plan)
    page.add(lambda pen: _foot(job, pen, plan.start.foot))


def _head(job: Job, pen: Pen, *, office: bool) -> None:
    """Mark, banner at the left, what this paper is at the right."""
    first, second = (INK, GREY) if office else (ON_ACCENT, ON_ACCENT_SECOND)
    if office:
        pen.rule(AXIS, 34.0, RIGHT - AXIS, 0.9, INK)
    else:
        pen.rect(-3, -3, 216, _FIELD + 3, job.paper.accent)
    forum_mark(pen, 18, 16, 13, job.paper.accent if office else AMBER)
    large, small = _pair(job, (11, 14), (8.6, 11), colour=first, second=second)
    name = job.words("Conference programme")
    y = 16.0
    for place, text in job.printed(name):
        y = pen.text(text, 0, y, (large, small)[place], right=RIGHT) + 1.2
    width = (
        RIGHT - AXIS - max((pen.width(text, (large, small)[place]) for place, text in job.printed(name)), default=0) - 8
    )
    y = 16.0
    for place, text in job.printed(_banner(job)):
        block = pen.block(text, (large, small)[place], width)
        if y + block.height > 33:
            break
        y = pen.draw(block, AXIS, y) + 1.2


def _banner(job: Job) -> Lines:
    """The series or umbrella, else the hosts."""
    if any(job.paper.banner):
        return job.paper.banner
    for group in job.paper.organisers:
        if group.role is OrganiserRole.HOST:
            return _names(job, group)
    return ()


def _pair(
    job: Job,
    large: tuple[float, float],
    small: tuple[float, float],
    *,
    colour: str = INK,
    second: str = GREY,
    bold: bool = True,
) -> tuple[Style, Style]:
    first, last = job.tongues[0].tag, job.tongues[-1].tag
    return Style(*large, bold=bold, colour=colour, lang=first), Style(*small, colour=second, lang=last)


def _titles(job: Job) -> tuple[Stack, list[tuple[float, float]]]:
    """The official titles; all shrink together until they leave room for the theme. Also where 暨 hangs (y, size)."""
    for share in (1.0, 0.92, 0.85, 0.78, 0.71, 0.64, 0.58):
        stack, hanging = _titles_at(job, share)
        if height_of(stack) <= _THEME - _TITLES - 5.0 + (10.0 if share < 0.8 else 0.0):
            return stack, hanging
    job.inspection.note(Trouble.OVERFLOW, job.one_line(job.words("Cover")), job.one_line(job.paper.titles[0]))
    return stack, hanging


def _titles_at(job: Job, share: float) -> tuple[Stack, list[tuple[float, float]]]:
    stack: Stack = []
    hanging = []
    for n, title in enumerate(job.paper.titles):
        gap = 0.0 if not stack else (8.0 if len(job.tongues) > 1 else 11.0) * share
        for place, text in job.printed(title):
            style = _title_style(job, place, share, later=n > 0)
            if place == 0 and n:
                hanging.append((_TITLES + height_of(stack) + gap, style.size))
            stack.append((gap, job.block(text, style, RIGHT - AXIS, text)))
            gap = 3.2 * share
    return stack, hanging


def _title_style(job: Job, place: int, share: float, *, later: bool) -> Style:
    """Chinese titles in the serif; English under them, or alone, in the sans."""
    tongue = job.tongues[place]
    if tongue.chinese and place == 0:
        size = (21.5 if later else 27.0) * share
        return Style(size, size * 1.28, bold=True, lang=tongue.tag, serif=True, title=True)
    if place == 0:
        size = (17.0 if later else 22.0) * share
        return Style(size, size * 1.25, bold=True, lang=tongue.tag, title=True)
    size = (12.0 if later else 13.0) * max(share, 0.75)
    return Style(size, size * 1.3, lang=tongue.tag, title=True)


def _hang(job: Job, pen: Pen, places: Sequence[tuple[float, float]]) -> None:
    """暨 and "and" in the hanging column, on the baseline of the title they lead to."""
    for y, size in places:
        for place, text in job.printed(job.words("and")):
            chinese = job.tongues[place].chinese
            points = 17.0 if chinese else 11.0
            style = Style(
                points, points, bold=chinese, colour=job.paper.accent, lang=job.tongues[place].tag, serif=chinese
            )
            lower = (size - points) * 0.88 / MM if place == 0 else size / MM + 2.6
            pen.text(text, 0, y + lower, style, right=33.0)


def _theme(job: Job) -> Stack:
    """The theme; nothing where there is none."""
    if not any(text for _place, text in job.printed(job.paper.theme)):
        return []
    pair = job.type.item
    large, small = _pair(job, (12.5, 16.5), (10, 13))
    return job.stack(job.paper.theme, type(pair)(large, small), RIGHT - AXIS, job.paper.theme[0], gap=1.6)


def _draw_theme(job: Job, page: Page, theme: Stack, y: float) -> None:
    """A short rule and the theme under it."""
    page.add(lambda pen: pen.rule(AXIS, y, 18.0, 1.4, job.paper.accent))
    page.add(lambda pen: draw_stack(pen, theme, AXIS, y + 5.6))


class _Start(NamedTuple):
    """Where the theme, the organisers and the foot begin, and the white above and below the logos, mm."""

    theme: float
    y: float
    apart: float = _LOGOS_APART
    foot: float = _FOOT


class _Plan(NamedTuple):
    """Where the organisers stand, in which share of their full size (0: on a page of their own), and their logos."""

    start: _Start
    share: float
    band: Band | None = None
    band_y: float = 0.0


def _starts(titles_end: float, theme: Stack) -> tuple[_Start, ...]:
    """The usual places; higher ones, right under the titles; and the same with less white between all."""
    deep = 5.6 + height_of(theme) if theme else 0.0
    high, tight = titles_end + 7.0, titles_end + 5.0
    low = max(_THEME, high)
    y = low + deep + 8.0
    usual = _Start(low, max(_ORGANISERS, y) if y < _ORGANISERS + 12 else y)
    return usual, _Start(high, high + deep + 8.0), _Start(tight, tight + deep + 6.0, 4.0, _LOW_FOOT)


def _planned(job: Job, starts: Sequence[_Start]) -> _Plan:
    """Ranks one under the other, smaller down to the floor; the logos where they leave room.

    Whether the ranks stand on the cover never depends on logos, so that those don't move any page.
    """
    y = starts[0].y
    share = next((one for one in _SHARES if y + _height(_ranks(job, one), one) <= _FOOT), 0.0)
    plain = _Plan(starts[0], share)
    logos = cover_logos(job)
    if not logos:
        return plain
    found = None if share else band_in(logos, RIGHT - AXIS, _FOOT - _LOGOS_APART - y)
    plan = plain._replace(band=found, band_y=y) if found else _under_the_ranks(job, starts, share, logos)
    if plan is None:
        plan = _at_the_foot(job, plain, logos)
    if plan.band is None:
        left_out(job, logos, job.words("Cover"))
    return plan


def _under_the_ranks(job: Job, starts: Sequence[_Start], largest: float, logos: Sequence[Logo]) -> _Plan | None:
    """The logos under the ranks: large enough, else as large as smaller names or a higher start allow."""
    plans: list[_Plan] = []
    for start, share in product(starts, (one for one in _SHARES if one <= largest)):
        end = start.y + _height(_ranks(job, share), share) - 3.1 * share + start.apart
        band = band_in(logos, RIGHT - AXIS, start.foot - start.apart - end)
        if band:
            plans.append(_Plan(start, share, band, end))
            if band.size >= _LARGE_ENOUGH:
                return plans[-1]
    return max(plans, key=lambda plan: plan.band.size if plan.band else 0.0, default=None)


def _at_the_foot(job: Job, plain: _Plan, logos: Sequence[Logo]) -> _Plan:
    """Under date and place, beside the codes."""
    dates, place = _when_and_where(job)
    y = _FOOT + 5.0 + height_of(dates) + 3.4 + height_of(place) + _LOGOS_APART
    return plain._replace(band=band_in(logos, _foot_end(job) - AXIS, _LOGOS_END - y), band_y=y)


def _organisers(job: Job, page: Page, plan: _Plan) -> None:
    """Ranks and logos as planned; too many ranks get a page of their own."""
    band = plan.band
    if not job.paper.organisers:
        return
    if plan.share:
        _draw_ranks(page, _ranks(job, plan.share), plan.start.y, plan.share)
    if band:
        page.add(lambda pen: band.draw(pen, AXIS, plan.band_y))
    if not plan.share:
        _own_page(job)


def _own_page(job: Job) -> None:
    own = job.page(Page())
    title = job.stack(job.words("Organisers"), job.type.page_title, RIGHT - AXIS, "", gap=1.4)
    own.bookmark = next((text for _place, text in job.printed(job.words("Organisers"))), "")
    own.add(_drawn(title, AXIS, 24.0))
    y = 24.0 + height_of(title) + 12.0
    share = min(1.0, max(0.6, (_OWN_PAGE_END - y) / _height(_ranks(job, 1.0), 1.0)))
    ranks = _ranks(job, share)
    if y + _height(ranks, share) > _OWN_PAGE_END:
        job.inspection.note(Trouble.OVERFLOW, title[0][1].para.text, job.one_line(job.paper.organisers[-1].label))
    _draw_ranks(own, ranks, y, share)


def _ranks(job: Job, share: float) -> list[tuple[Stack, Stack]]:
    return [_rank(job, group, share) for group in job.paper.organisers]


def _height(ranks: Sequence[tuple[Stack, Stack]], share: float) -> float:
    return sum(max(height_of(label), height_of(names)) + 3.1 * share for label, names in ranks)


def _draw_ranks(page: Page, ranks: Sequence[tuple[Stack, Stack]], y: float, share: float) -> None:
    for label, names in ranks:
        page.add(_drawn(label, AXIS, y))
        page.add(_drawn(names, _NAMES_X, y))
        y += max(height_of(label), height_of(names)) + 3.1 * share


def _drawn(stack: Stack, x: float, y: float) -> Callable[[Pen], object]:
    return lambda pen: draw_stack(pen, stack, x, y)


def _rank(job: Job, group: OrganiserGroup, share: float) -> tuple[Stack, Stack]:
    """Label and names of one rank; hosts are bold."""
    pair = type(job.type.item)
    accent = job.paper.accent
    large, small = _pair(job, (9.2 * share, 12 * share), (7.4 * max(share, 0.95), 9.6), colour=accent)
    label = job.stack(group.label, pair(large, small), 32.0, "", gap=0.8)
    host = group.role in {OrganiserRole.HOST, OrganiserRole.COHOST}
    large, small = _pair(job, (10 * share, 13 * share), (8 * max(share, 0.9), 10.4 * share), bold=host)
    return label, job.stack(_names(job, group), pair(large, small), _NAMES_WIDTH, "", gap=0.8)


def _names(job: Job, group: OrganiserGroup) -> Lines:
    """Names of one rank stand equal behind wide spaces; lesser ranks are listed with commas."""
    high = group.role in {OrganiserRole.HOST, OrganiserRole.COHOST, OrganiserRole.GUIDANCE}
    return tuple(
        _between(tag, high=high).join(filter(None, (name[place] for name in group.names)))
        for place, tag in enumerate(job.paper.languages)
    )


def _between(tag: str, *, high: bool) -> str:
    if tag.startswith("zh"):
        return "\u3000\u3000" if high else "、"
    return " · " if high else ", "


def _foot(job: Job, pen: Pen, top: float) -> None:
    """Date, place, links, version."""
    pen.rule(AXIS, top, RIGHT - AXIS, 0.9, INK)
    _codes(job, pen, top)
    stack, place = _when_and_where(job)
    y = draw_stack(pen, stack, AXIS, top + 5.0) if stack else top + 2.0
    draw_stack(pen, place, AXIS, y + 3.4)
    style = Style(6.8, 8.5, colour=GREY, lang=job.tongues[0].tag)
    zone = job.one_line(job.paper.zone_label)
    pen.text("\u3000".join(filter(None, (version(job), zone))), AXIS, 285.0, style, width=RIGHT - AXIS)


def _when_and_where(job: Job) -> tuple[Stack, Stack]:
    """Date, and city with venue."""
    width = _foot_end(job) - AXIS
    pair = type(job.type.item)
    large, small = _pair(job, (13, 16.5), (10, 13))
    dates = job.stack(job.paper.dates, pair(large, small), width, "", gap=1.4)
    large, small = _pair(job, (10.5, 14), (8.6, 11.2), bold=False)
    return dates, job.stack(_place(job), pair(large, small), width, "", gap=1.0)


def _foot_end(job: Job) -> float:
    """Where what stands at the left of the codes ends, mm."""
    return (RIGHT, 162.0, 134.0)[len(_links(job))]


def _place(job: Job) -> Lines:
    """City and venue in the order of each language."""
    lines = []
    for place, tag in enumerate(job.paper.languages):
        city, venue = job.paper.city[place], job.paper.venue[place]
        parts = (city, venue) if tag.startswith("zh") else (venue, city)
        lines.append(("\u3000" if tag.startswith("zh") else ", ").join(filter(None, parts)))
    return tuple(lines)


def _links(job: Job) -> list[tuple[str, str]]:
    """Live broadcast and replay, with their captions."""
    links = [(job.paper.live_url, "Live"), (job.paper.replay_url, "Replay")]
    return [(url, message) for url, message in links if url]


def _codes(job: Job, pen: Pen, top: float) -> None:
    """QR codes of the links, each with its caption."""
    links = _links(job)
    for (url, message), x in zip(links, (138.0, 167.0)[2 - len(links) :], strict=True):
        draw_code(pen, text_code(url), x, top + 5.0, _QR, INK)
        y = top + 5.0 + _QR + 2.8
        for place, text in job.printed(job.words(message)):
            style = Style(
                7.0 if place else 8.4, 9, bold=place == 0, colour=GREY if place else INK, lang=job.tongues[place].tag
            )
            y = pen.text(text, x, y, style) + 0.7

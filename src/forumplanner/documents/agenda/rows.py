"""Rows of an agenda's table before they have a place: time, item, speakers; how high they are, how they split."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from forumplanner.documents.agenda.sheet import ROOMY, Job, Pair, height_of
from forumplanner.documents.typesetting.characters import spread
from forumplanner.documents.typesetting.pen import Block, block_of
from forumplanner.documents.typesetting.qr import Code, text_code
from forumplanner.domain.colours import GREY
from forumplanner.domain.kinds import ItemKind, Mode, Role
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaItem, AgendaPart, AgendaPerson
from forumplanner.snapshots.paper import Lines

Stack = list[tuple[float, Block]]

ITEM_X, PERSON_X, CHAIR_X = 40.0, 107.0, 164.0
"""Where the columns begin, mm; the time stands at the left edge."""

ITEM_WIDTH = 62.0
PERSON_WIDTH = 54.0
CHAIR_WIDTH = 24.4
"""Widths of text in the columns, mm."""

_TITLE_GAP, _POST_GAP, _LANGUAGE_GAP, _POST_GAP_2, _PERSON_GAP, _LABEL_GAP = 1.1, 0.9, 1.5, 0.6, 2.4, 0.8
_MODE_HEIGHT = 1.3 + 2.4

TALKS = frozenset({ItemKind.KEYNOTE, ItemKind.REPORT})
_SPOKEN = TALKS | {ItemKind.ADDRESS, ItemKind.WELCOME, ItemKind.VIDEO_ADDRESS}
"""Items that need somebody: where nobody is known, the paper says so."""

_QUIET = frozenset({ItemKind.QA, ItemKind.DISCUSSION, ItemKind.INTRODUCTION, ItemKind.SUMMARY})
"""Items set without bold, since they carry no title of their own."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # nobody compares or prints them, and their making takes time
class Row:
    """One row: its times in words, its stacks; `code`: of its stream or replay, below the time.

    `keeps`: it opens a group, so that it never stands alone at the foot of a page.
    """

    start: str
    end: str
    number: str
    mode: Mode | None
    item: Stack
    people: Stack
    people_modes: tuple[tuple[float, Mode], ...] = ()
    stretch: float = 0.0
    is_break: bool = False
    padding: float = ROOMY
    title: Lines = ()
    place: Lines = ()
    code: Code | None = None
    keeps: bool = False
    _content: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Add its content up once: rows are asked for their height again and again."""
        time = 3.7 + (_MODE_HEIGHT if self.mode else 0.0) + (CODE_ABOVE + code_side(self.code) if self.code else 0.0)
        object.__setattr__(self, "_content", max(time, height_of(self.item), height_of(self.people)))

    @property
    def natural(self) -> float:
        """Height its content needs, mm."""
        return self._content + 2 * self.padding

    @property
    def height(self) -> float:
        """Height it takes, mm."""
        return (BREAK_HEIGHT if self.is_break else self.natural) + self.stretch


BREAK_HEIGHT = 6.8
"""Height of the band of a break, mm."""

CODE_ABOVE = 1.6
"""White above the code of an item's link, mm."""


def code_side(code: Code) -> float:
    """Width of an item's code, mm: small, but with modules that a phone reads off paper."""
    return max(11.0, 0.42 * code.side)


def item_row(job: Job, item: AgendaItem, number: int) -> Row:
    """The row of an item; `number` stands for the time where nobody knows it."""
    where = " ".join(filter(None, (clock(item.start) if item.start is not None else "", *item.title[:1])))
    if item.is_break:
        return break_row(item.start, item.end, _title(job, item)[0])
    title, missing = _title(job, item)
    pair = job.type.item.regular() if item.kind in _QUIET or missing else job.type.item
    if missing:
        pair = pair.coloured(GREY)
    stack = job.stack(title, pair, ITEM_WIDTH, where, gap=_TITLE_GAP)
    if job.abstracts and any(item.abstract):
        abstract = job.stack(item.abstract, job.type.abstract, ITEM_WIDTH, where, gap=_TITLE_GAP)
        stack += [(_LANGUAGE_GAP, abstract[0][1]), *abstract[1:]] if abstract else []
    if any(item.held_in):
        held = job.stack(item.held_in, job.type.abstract, ITEM_WIDTH, where, gap=0.4)
        stack += [(_LANGUAGE_GAP, held[0][1]), *held[1:]] if held else []
    people, modes = _people(job, item, where)
    shown = item.mode if item.mode is not Mode.ON_SITE or job.mark_all else None
    return Row(
        start=clock(item.start) if item.start is not None else "",
        end=clock(item.end) if item.end is not None and item.end != item.start else "",
        number="" if item.start is not None else str(number),
        mode=shown,
        item=stack,
        people=people,
        people_modes=() if item.mode else modes,
        padding=job.padding,
        code=text_code(item.url) if item.url.startswith(("https://", "http://")) else None,
        keeps=bool(item.acts),
    )


def break_row(start: int | None, end: int | None, title: Lines, place: Lines = ()) -> Row:
    """The row of a tea break, a meal, a photo."""
    return Row(
        clock(start) if start is not None else "",
        clock(end) if end is not None else "",
        "",
        None,
        [],
        [],
        is_break=True,
        title=title,
        place=place,
    )


def _title(job: Job, item: AgendaItem) -> tuple[Lines, bool]:
    """The title; of a talk without one that it is to be announced, of anything else its kind."""
    if any(text for _place, text in job.printed(item.title)):
        return item.title, False
    if any(item.title):
        return tuple(next(filter(None, item.title)) for _tag in item.title), False
    if item.kind in TALKS:
        return job.words("Title to be announced"), True
    return item.kind_label, False


def people_row(job: Job, part: AgendaPart) -> Row:
    """Those who appear in a whole part without leading it, before its items."""
    people: Stack = []
    for person in part.people:
        people += _person(job, person, _PERSON_GAP if people else 0.0, "", labelled=True)
    return Row("", "", "", None, [], people, padding=job.padding)


def _people(job: Job, item: AgendaItem, where: str) -> tuple[Stack, tuple[tuple[float, Mode], ...]]:
    """Speakers one under the other; where they differ in mode, each mode with its distance from the top."""
    if not item.people and item.kind in _SPOKEN:
        pair = job.type.person.regular().coloured(GREY)
        second = pair.second._replace(bold=False)
        return job.stack(job.words("To be announced"), Pair(pair.first, second), PERSON_WIDTH, where, gap=_POST_GAP), ()
    stack: Stack = []
    modes = []
    role: Role | None = Role.SPEAKER
    for person in item.people:
        stack += _person(
            job, person, _PERSON_GAP if stack else 0.0, where, labelled=person.role is not role or bool(person.minutes)
        )
        role = person.role
        if item.mode is None and person.mode not in {None, Mode.ON_SITE}:
            modes.append((height_of(stack) + 1.0, person.mode or Mode.ONLINE))
            last_gap, last = stack[-1]
            stack[-1] = (last_gap, last._replace(height=last.height + _MODE_HEIGHT))
    return stack, tuple(modes)


def _person(job: Job, person: AgendaPerson, gap: float, where: str, *, labelled: bool) -> Stack:
    """Role if it is not plain, then name and post in one language, then in the other."""
    stack: Stack = []
    if labelled:
        label = job.one_line(_role(job, person))
        stack.append((gap, job.block(label, job.type.label.first, PERSON_WIDTH, where)))
        gap = _LABEL_GAP
    names, quiet = person_names(job, person)
    styles = job.type.person
    if quiet:
        styles = Pair(styles.first._replace(bold=False, colour=GREY), styles.second._replace(bold=False, colour=GREY))
    return stack + name_stack(
        job, names, posts_of(job, person), (styles, job.type.post), width=PERSON_WIDTH, where=where, gap=gap
    )


def person_names(job: Job, person: AgendaPerson) -> tuple[Lines, bool]:
    """The name per language as drawn, and whether it only stands for somebody unknown.

    A language without a form of the name takes over the one there is, once.
    """
    names = person.names if person.placeholder else tuple(spread(name) for name in person.names)
    printed = list(job.printed(names))
    if not person.shown and not printed:
        return job.words("To be announced"), True
    if not printed:
        first = job.tongues[0].place
        names = tuple(person.shown if place == first else name for place, name in enumerate(names))
    return names, person.placeholder


def acting(job: Job, people: Sequence[AgendaPerson], where: str) -> Stack:
    """Those in one act of a ceremony, each role said once."""
    stack: Stack = []
    role: Role | None = None
    for person in people:
        stack += _person(job, person, _PERSON_GAP if stack else 0.0, where, labelled=person.role is not role)
        role = person.role
    return stack


def _role(job: Job, person: AgendaPerson) -> Lines:
    """The role, with minutes of their own: 点评嘉宾（8 分钟） / Discussant (8 min)."""
    if not person.minutes:
        return person.role_label
    minutes = job.words("{n} min", n=person.minutes)
    return tuple(
        f"{role}（{time}）" if tag.startswith("zh") else f"{role} ({time})"
        for role, time, tag in zip(person.role_label, minutes, job.paper.languages, strict=True)
    )


def posts_of(job: Job, person: AgendaPerson) -> Lines:
    """The post, and that the person is still to be confirmed where this issue marks it."""
    if not (person.provisional and job.marks_provisional):
        return person.posts
    marks = job.words("(to be confirmed)")
    return tuple(
        ("" if tag.startswith("zh") else " ").join(filter(None, (post, mark)))
        for post, mark, tag in zip(person.posts, marks, job.paper.languages, strict=True)
    )


def name_stack(
    job: Job, names: Lines, posts: Lines, styles: tuple[Pair, Pair], *, width: float, where: str, gap: float
) -> Stack:
    """Name and post of the first language tightly, then a wider gap, then those of the second."""
    stack: Stack = []
    name_style, post_style = styles
    post_blocks = job.posts(posts, post_style, width, where)
    for place, (tongue, post) in enumerate(zip(job.tongues, post_blocks, strict=True)):
        name = names[tongue.place]
        before = gap if not stack else _LANGUAGE_GAP
        if name:
            stack.append((before, job.block(name, name_style.at(place), width, where)))
            before = _POST_GAP if place == 0 else _POST_GAP_2
        if post:
            stack.append((before, post))
    return stack


def split(row: Row, room: float) -> tuple[Row, Row] | None:
    """A row too tall for any page, cut so that its first half fits `room` mm; None where not even a line fits."""
    item, item_rest = cut(row.item, room - 2 * row.padding)
    people, people_rest = cut(row.people, room - 2 * row.padding)
    if not (item_rest or people_rest) or (not item and not people):
        return None
    first = replace(row, item=item, people=people)
    return first, replace(row, item=item_rest, people=people_rest, mode=None, people_modes=(), code=None)


def cut(stack: Sequence[tuple[float, Block]], room: float) -> tuple[Stack, Stack]:
    """As many blocks, and lines of the next one, as `room` mm hold; the rest."""
    taken: Stack = []
    for at, (gap, block) in enumerate(stack):
        if gap + block.height <= room:
            taken.append((gap, block))
            room -= gap + block.height
            continue
        lines = next((n for n in range(len(block.lines) - 1, 0, -1) if gap + _lines(block, 0, n).height <= room), 0)
        if lines:
            taken.append((gap, _lines(block, 0, lines)))
        rest = (0.0, _lines(block, lines, len(block.lines)))
        return taken, [rest, *stack[at + 1 :]]
    return taken, []


def _lines(block: Block, start: int, end: int) -> Block:
    return block_of(block.para, block.lines[start:end], block.style)

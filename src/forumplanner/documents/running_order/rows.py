"""Rows of the crew sheet before they have a place: what stands in each column, how high a row is, how it splits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from forumplanner.documents.agenda.rows import cut
from forumplanner.documents.agenda.sheet import height_of
from forumplanner.documents.running_order.calling import kept_names, names_in
from forumplanner.documents.running_order.cues import BETWEEN, SetCue, height_of_cues, set_cues
from forumplanner.documents.running_order.inspecting import place_of
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.characters import spread
from forumplanner.documents.typesetting.pen import MM, Style
from forumplanner.domain.colours import ACCENT, GREY
from forumplanner.domain.kinds import Role
from forumplanner.snapshots.running_order import RunningItem, RunningPerson, RunningSession

NUMBER_X, TIME_X, ITEM_X, PERSON_X, FIRST_X, SECOND_X, CUE_X = 12.0, 21.0, 37.0, 68.0, 117.0, 174.0, 227.0
RIGHT: Final = 285.0
"""Where the columns of an A4 landscape page begin, and their right edge, mm."""

PADDING: Final = 2.2
"""White above and below a row's content, mm."""

INSET: Final = 1.6
"""From a column's left edge to its text, mm."""

_GAP = 4.0
_LEAST = 6.4
_TITLE = Sizes((9.8, 12.6), (7.8, 10.2), bold=True, title=True)
_NAME = Sizes((10, 12.6), (8.2, 10.6), bold=True, bold_second=True, colour_second="#16191D")
_POST = Sizes((8.2, 11), (7.4, 9.6))
_LABEL = Sizes((7.2, 9), (7.2, 9), colour=GREY)
_ACT = Sizes((8.2, 10.8), (7.4, 9.6), title=True)
_WORDS = Sizes((9.2, 13), (8.2, 11), colour_second="#16191D")
_WORDS_ALONE = Sizes((9.4, 12.8), (9.4, 12.8))
_WORDS_TIGHT = Sizes((8.2, 11.2), (7.4, 9.6), colour_second="#16191D")
_MOST_OF_A_PAGE = 0.6
_PLAIN = frozenset({Role.SPEAKER, Role.PANELIST})
_LISTED = 3
"""From so many people on, a row names their posts no more: the words and the programme do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step, set. `words`: one stack a column."""

    item: RunningItem
    title: Stack
    people: Stack
    words: tuple[Stack, ...]
    cues: list[SetCue]
    again: bool = False

    @property
    def height(self) -> float:
        """Its height with the white around it, mm."""
        mode = 4.0 if self.item.mode and not self.again else 0.0
        columns = [height_of(self.title) + mode, height_of(self.people), height_of_cues(self.cues)]
        return 2 * PADDING + max(_LEAST, *columns, *(height_of(stack) for stack in self.words))


def word_columns(setting: Setting) -> tuple[tuple[float, float], ...]:
    """Left edge and width of the columns of the host's words: one a printed language."""
    if len(setting.tongues) == 1:
        return ((FIRST_X, CUE_X - FIRST_X),)
    return (FIRST_X, SECOND_X - FIRST_X), (SECOND_X, CUE_X - SECOND_X)


def set_row(setting: Setting, session: RunningSession, item: RunningItem, *, room: float) -> Row:
    """Set everything that a row says; words that would fill most of a page (`room` mm) are set smaller."""
    row = _set(setting, session, item, _WORDS if len(setting.tongues) > 1 else _WORDS_ALONE)
    return _set(setting, session, item, _WORDS_TIGHT) if row.height > room * _MOST_OF_A_PAGE else row


def _set(setting: Setting, session: RunningSession, item: RunningItem, sizes: Sizes) -> Row:
    where = place_of(setting, session, item)
    width = PERSON_X - ITEM_X - _GAP
    title = setting.stack(item.title if any(item.title) else item.kind_label, _TITLE, width, where, gap=0.9)
    for act in item.acts if not any(person.act for person in item.people) else ():
        title += _under(setting.stack(act.title, _ACT, width, where, gap=0.5), 1.2)
    columns = enumerate(word_columns(setting))
    return Row(
        item=item,
        title=title,
        people=_people(setting, item, where),
        words=tuple(_words(setting, session, item, place, (sizes, width, where)) for place, (_x, width) in columns),
        cues=set_cues(setting, item, RIGHT - CUE_X - INSET - 0.5, where),
    )


def _words(
    setting: Setting, session: RunningSession, item: RunningItem, place: int, how: tuple[Sizes, float, str]
) -> Stack:
    """What the host says in one language, a block a paragraph."""
    sizes, width, where = how
    style, tongue = setting.style(sizes, place), setting.tongues[place]
    between = (style.leading - style.size) / MM + 0.5
    names = names_in(session, tongue)
    return [
        (between if n else 0.0, setting.block(kept_names(line, names), style, width - _GAP, where))
        for n, line in enumerate(filter(None, item.words[tongue.place].split("\n")))
    ]


def _people(setting: Setting, item: RunningItem, where: str) -> Stack:
    """Everybody: act by act where they stand in acts, roles said where they are more than one."""
    stack: Stack = []
    shown = {act.id: act for act in item.acts}
    briefly = len(item.people) > _LISTED
    for act in ("", *shown):
        there = [person for person in item.people if (person.act if person.act in shown else "") == act]
        if act and there:
            lines = setting.stack(shown[act].title, _ACT, FIRST_X - PERSON_X - _GAP, where, gap=0.4)
            stack += _under(lines, 1.8 if stack else 0.0)
        stack += _group(setting, there, where, start=not stack, briefly=briefly)
    return stack


def _group(setting: Setting, people: Sequence[RunningPerson], where: str, *, start: bool, briefly: bool) -> Stack:
    """People under the labels of their roles; speakers need none."""
    stack: Stack = []
    said: Role | None = None
    for person in people:
        gap = 0.0 if start and not stack else 1.6
        if person.role is not said and person.role not in _PLAIN:
            label = setting.one_line(person.role_label)
            style = setting.style(_LABEL, 0)
            stack.append((gap, setting.block(label, style, FIRST_X - PERSON_X - _GAP, where)))
            gap = 0.4
        said = person.role
        stack += _under(_person(setting, person, where, briefly=briefly), gap)
    return stack


def _person(setting: Setting, person: RunningPerson, where: str, *, briefly: bool) -> Stack:
    """Name, how it is said, post."""
    width = FIRST_X - PERSON_X - _GAP
    stack: Stack = []
    quiet = person.placeholder
    for place, name in setting.printed(person.names if any(person.names) else (person.shown,) * len(setting.languages)):
        style = setting.style(_NAME, place)
        text = spread(name) if setting.tongues[place].chinese and not person.institution and not quiet else name
        stack.append((0.5 if stack else 0.0, setting.block(text, style._replace(bold=not quiet), width, where)))
    if person.pronunciation:
        style = Style(8, 10, bold=True, colour=ACCENT, lang="en")
        stack.append((0.5, setting.block(person.pronunciation, style, width, where)))
    if person.provisional:
        style = setting.style(_LABEL, 0)
        stack.append((0.4, setting.block(setting.one_line(setting.words("(to be confirmed)")), style, width, where)))
    if not briefly:
        stack += _under(setting.stack(person.posts, _POST, width, where, gap=0.4), 0.7)
    return stack


def _under(stack: Stack, gap: float) -> Stack:
    """The same blocks, the first with another gap above it."""
    return [(gap, stack[0][1]), *stack[1:]] if stack else []


def split(row: Row, room: float) -> tuple[Row, Row] | None:
    """A row too tall for any page, cut so that its first half fits `room` mm; None where not even a line fits."""
    inside = room - 2 * PADDING
    title, title_rest = cut(row.title, inside)
    people, people_rest = cut(row.people, inside)
    halves = [cut(stack, inside) for stack in row.words]
    cues, cues_rest = _cut_cues(row.cues, inside)
    if any(stack and not half[0] for stack, half in zip(row.words, halves, strict=True)):
        return None
    first = replace(row, title=title, people=people, words=tuple(half[0] for half in halves), cues=cues)
    rest = replace(
        row, title=title_rest, people=people_rest, words=tuple(half[1] for half in halves), cues=cues_rest, again=True
    )
    return first, rest


def _cut_cues(cues: list[SetCue], room: float) -> tuple[list[SetCue], list[SetCue]]:
    taken = 0
    while taken < len(cues) and cues[taken].height <= room:
        room -= cues[taken].height + BETWEEN
        taken += 1
    return cues[:taken], cues[taken:]

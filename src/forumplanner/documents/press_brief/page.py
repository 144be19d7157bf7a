"""The page: titles, day and place, figures, the sentence with its basis, names, what came of it, guests in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.guest_list.coming import all_proven, coming
from forumplanner.documents.press_brief.names import countries, institutions, outcome_label, outcomes
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.pen import Style
from forumplanner.domain import press_line, stated_basis
from forumplanner.domain.colours import ACCENT_TINT, GREY, HAIR, INK, TINT
from forumplanner.domain.rounding import rounded
from forumplanner.domain.statistics import Counts, Measure
from forumplanner.i18n import count_in_language
from forumplanner.snapshots.guest_list import ListedGuest
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.press_brief import PressBrief

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 18.0, 192.0
_TEXT_X: Final = 46.0
_BOTTOM: Final = HEIGHT - 13.5 - 6.0

_TITLE: Final = Sizes((20, 24), (12, 16), bold=True)
_FORUM: Final = Sizes((13, 17), (9.4, 12.4), bold=True)
_FACT: Final = Sizes((9.6, 13), (8, 10.6))
_LABEL: Final = Sizes((7.6, 9.6), (7, 8.6), colour=GREY)
_SENTENCE: Final = Sizes((10.6, 15.4), (8.8, 12.4), bold=True, colour_second=INK)
_BASIS: Final = Sizes((7.6, 10.4), (7, 9.4), colour=GREY)
_NAMES: Final = Sizes((9, 12.6), (7.6, 10.4))
_NAME: Final = Sizes((9, 11.6), (7.6, 9.8), bold=True, bold_second=True, colour_second=INK)
_POST: Final = Sizes((7.6, 10), (7, 9), colour=GREY)
_FIGURES: Final = (
    Measure.PEOPLE,
    Measure.COUNTRIES,
    Measure.FOREIGN_INSTITUTIONS,
    Measure.DOMESTIC_INSTITUTIONS,
    Measure.KEYNOTES,
    Measure.PARALLEL_FORUMS,
    Measure.FOUNDING_MEMBERS,
    Measure.ADMISSIONS,
    Measure.AGREEMENTS,
    Measure.APPOINTMENTS,
)
_MOST_FIGURES: Final = 6


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief in the making."""

    setting: Setting
    snapshot: PressBrief
    counts: Counts

    def in_languages(self, words: Callable[[Counts, str], str]) -> Lines:
        """Words of the counts in each language of the snapshot."""
        return tuple(words(self.counts, tag) for tag in self.setting.languages)


def draw(brief: Brief) -> None:
    """Draw the page."""
    setting, pen = brief.setting, brief.setting.pen
    pen.turn_page(HEIGHT)
    pen.row(LEFT, 17.0, *setting.row(setting.words("Press brief"), _TITLE), gap=3.0)
    y = 28.5
    for title in brief.snapshot.titles:
        y = draw_stack(pen, setting.stack(title, _FORUM, RIGHT - LEFT, "", gap=0.8), LEFT, y) + 1.6
    y = _facts(brief, y + 1.0)
    y = _figures(brief, y + 3.0)
    y = _sentence(brief, y + 4.0)
    for label, lines in (*_named(brief), *outcomes(setting, brief.snapshot)):
        y = _row(brief, label, lines, y)
    _guests(brief, y)
    _foot(brief)
    pen.canvas.showPage()


def _facts(brief: Brief, y: float) -> float:
    """Day and place between two rules; what is unknown is said so."""
    setting, pen, snapshot = brief.setting, brief.setting.pen, brief.snapshot
    pen.rule(LEFT, y, RIGHT - LEFT, 0.9, INK)
    unknown = setting.words("to be announced")
    dates = snapshot.dates if any(snapshot.dates) else unknown
    venue = snapshot.venue if any(snapshot.venue) else unknown
    end = y
    for x, width, label, lines in ((LEFT, 58.0, "Dates", dates), (LEFT + 62.0, 112.0, "Venue", venue)):
        pen.row(x, y + 2.0, *setting.row(setting.words(label), _LABEL), gap=1.0)
        end = max(end, draw_stack(pen, setting.stack(lines, _FACT, width, "", gap=0.4), x, y + 6.0))
    pen.rule(LEFT, end + 2.0, RIGHT - LEFT, 0.35, HAIR)
    return end + 2.0


def _figures(brief: Brief, y: float) -> float:
    """The headline numbers on tints: each with its word in both languages."""
    setting, pen, counts = brief.setting, brief.setting.pen, brief.counts
    shown = [measure for measure in _FIGURES if counts.number(measure)][:_MOST_FIGURES]
    if not shown:
        nobody = setting.words("Nothing is counted on this basis.")
        return draw_stack(pen, setting.stack(nobody, _FACT, RIGHT - LEFT, "", gap=0.4), LEFT, y)
    gap, height = 3.0, 21.0
    width = (RIGHT - LEFT - gap * (_MOST_FIGURES - 1)) / _MOST_FIGURES
    tag = setting.tongues[0].tag
    for place, measure in enumerate(shown):
        x = LEFT + place * (width + gap)
        pen.rect(x, y, width, height, TINT)
        pen.rect(x, y, width, 0.6, brief.snapshot.accent)
        step = counts.basis.rounding if measure is Measure.PEOPLE else 1
        figure = rounded(counts.number(measure), step, tag)
        style = Style(20, 22, bold=True, colour=brief.snapshot.accent, lang=tag)
        while pen.width(figure, style) > width - 4 and style.size > 10:
            style = style.at(style.size - 1)
        pen.text(figure, x + 2.2, y + 3.0, style)
        words = outcome_label(setting, measure, planned=brief.snapshot.planned)
        draw_stack(pen, setting.stack(words, _LABEL, width - 3.0, "", gap=0.2), x + 2.2, y + 12.4)
    return y + height


def _sentence(brief: Brief, y: float) -> float:
    """What can be printed as it stands, and under it on which basis it counts."""
    setting, pen = brief.setting, brief.setting.pen
    planned = brief.snapshot.planned
    lines = brief.in_languages(lambda counts, tag: press_line.sentence(counts, tag, planned=planned))
    if any(lines):
        stack = setting.stack(lines, _SENTENCE, RIGHT - LEFT - 10, "", gap=1.6)
        height = height_of(stack) + 5.6
        pen.rect(LEFT, y, RIGHT - LEFT, height, ACCENT_TINT)
        pen.rect(LEFT, y, 0.8, height, brief.snapshot.accent)
        draw_stack(pen, stack, LEFT + 5, y + 2.8)
        y += height + 1.6
    stack = setting.stack(brief.in_languages(stated_basis.basis), _BASIS, RIGHT - LEFT, "", gap=0.4)
    return draw_stack(pen, stack, LEFT, y) + 3.0


def _named(brief: Brief) -> list[tuple[Lines, Lines]]:
    return [*countries(brief.setting, brief.counts), *institutions(brief.setting, brief.snapshot, brief.counts)]


def _row(brief: Brief, label: Lines, lines: Lines, y: float) -> float:
    """A label at the left, text beside it, a hairline above."""
    setting, pen = brief.setting, brief.setting.pen
    pen.rule(LEFT, y, RIGHT - LEFT, 0.35, HAIR)
    stack = setting.stack(lines, _NAMES, RIGHT - _TEXT_X, "", gap=0.6)
    under = draw_stack(pen, setting.stack(label, _LABEL, _TEXT_X - LEFT - 3, "", gap=0.2), LEFT, y + 2.2)
    return max(draw_stack(pen, stack, _TEXT_X, y + 1.8), under, y + 8.0) + 1.8


def _guests(brief: Brief, y: float) -> None:
    """Guests who accepted, in order of precedence, two a row, as many as have room; how many more there are is said."""
    setting, pen = brief.setting, brief.setting.pen
    guests = coming(setting, brief.snapshot.guests)
    if not guests:
        return
    if all_proven(guests):
        heading = setting.words("Guests, in order of precedence")
    else:
        heading = setting.words("Guests: by rule, to be confirmed with the foreign affairs office")
    pen.rule(LEFT, y, RIGHT - LEFT, 0.9, INK)
    pen.row(LEFT, y + 2.0, *setting.row(heading, _LABEL), gap=1.0)
    y += 7.0
    width = (RIGHT - LEFT - 6.0) / 2
    printed = 0
    while printed < len(guests):
        pair = [_guest(setting, guest, width - 8.0) for guest in guests[printed : printed + 2]]
        height = max(height_of(stack) for stack in pair) + 1.8
        left = len(guests) - printed - len(pair)
        if y + height + (5.0 if left else 0.0) > _BOTTOM:
            break
        for column, stack in enumerate(pair):
            x = LEFT + column * (width + 6.0)
            number = Style(9, 11.6, bold=True, colour=brief.snapshot.accent, lang="en")
            pen.text(str(printed + column + 1), x, y, number)
            draw_stack(pen, stack, x + 8.0, y)
        printed, y = printed + len(pair), y + height
    _more(brief, guests[printed:], y)


def _more(brief: Brief, left_out: Sequence[ListedGuest], y: float) -> None:
    if not left_out:
        return
    setting = brief.setting
    words = tuple(
        count_in_language(
            tag, "{n} more guest: see the guest list", "{n} more guests: see the guest list", len(left_out)
        )
        for tag in setting.languages
    )
    setting.pen.row(LEFT, min(y, _BOTTOM - 4.0), *setting.row(words, _BASIS), gap=2.0)


def _guest(setting: Setting, guest: ListedGuest, width: float) -> Stack:
    """Name over post in each language."""
    stack: Stack = []
    names, posts = dict(setting.printed(guest.names)), dict(setting.printed(guest.posts))
    for place in sorted({*names, *posts}):
        gap = 0.9 if stack else 0.0
        for texts, sizes in ((names, _NAME), (posts, _POST)):
            if place in texts:
                block = setting.block(texts[place], setting.style(sizes, place), width, setting.best(guest.names))
                stack.append((gap, block))
                gap = 0.3
    return stack


def _foot(brief: Brief) -> None:
    """That numbers may change, which version, the page."""
    setting, pen = brief.setting, brief.setting.pen
    y = HEIGHT - 13.5
    pen.rule(LEFT, y, RIGHT - LEFT, 0.35, HAIR)
    style = Style(7, 7, colour=GREY, lang=setting.tongues[0].tag)
    pen.text(setting.one_line(setting.words("Numbers as of this version")), LEFT, y + 1.3, style)
    version = setting.version(brief.snapshot.edition)
    pen.text(version, (LEFT + RIGHT - pen.width(version, style)) / 2, y + 1.3, style)
    pen.text("1 / 1", 0, y + 1.3, style, right=RIGHT)

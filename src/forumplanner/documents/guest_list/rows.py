"""Cells of the lists: names, posts, and how sure a place is as a drawn mark with its word."""

from collections.abc import Callable
from typing import Final

from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.characters import spread
from forumplanner.documents.typesetting.marks import circle
from forumplanner.documents.typesetting.pen import MM, Style, fill, stroke
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.colours import GREY, INK, SIGNAL
from forumplanner.domain.languages import language_name
from forumplanner.domain.ranks import Proof
from forumplanner.i18n import nearest
from forumplanner.snapshots.guest_list import ListedGuest
from forumplanner.snapshots.paper import Lines

NAME: Final = Sizes((10.5, 13.5), (8.4, 10.8), bold=True, bold_second=True, colour_second=INK)
POST: Final = Sizes((9, 12.4), (8, 10.6))
BASIS: Final = Sizes((8.6, 11.6), (7.6, 10))
WHY: Final = Sizes((9.4, 13.4), (8.2, 11))
_MARK: Final = Sizes((7.6, 9.4), (7.2, 9), bold=True)

PROOF_WORDS: Final = {Proof.PROVEN: "proven", Proof.UNPROVEN: "order unproven", Proof.BY_HAND: "fixed by hand"}


def name_cell(setting: Setting, guest: ListedGuest, width: float) -> Stack:
    """Names in each language; what stands for somebody whom nobody has named yet."""
    if not guest.named:
        return setting.stack(setting.words("(name to be announced)"), POST, width, "", gap=0.6)
    where = setting.best(guest.names)
    lines = tuple(spread(name) for name in guest.names)
    return setting.stack(lines, NAME, width, where, gap=0.9)


def text_cell(setting: Setting, lines: Lines, sizes: Sizes, width: float, where: str) -> Stack:
    """A text in each language, one under the other."""
    return setting.stack(lines, sizes, width, where, gap=0.7)


def proof_cell(setting: Setting, proof: Proof, width: float) -> Stack:
    """The word for a proof, beside its mark."""
    colour = {Proof.PROVEN: GREY, Proof.UNPROVEN: SIGNAL, Proof.BY_HAND: INK}[proof]
    stack = setting.stack(setting.words(PROOF_WORDS[proof]), _MARK, width, "", gap=0.5)
    return [(gap, block._replace(style=block.style._replace(colour=colour))) for gap, block in stack]


def proof_mark(setting: Setting, proof: Proof, x: float) -> Callable[[float], None]:
    """Draws a disc for a proven place, a ring for an unproven one, a square for one fixed by hand."""

    def draw(y: float) -> None:
        left, bottom = setting.pen.point(x + 1.0, y + 1.5)
        if proof is Proof.BY_HAND:
            setting.pen.rect(x + 0.1, y + 0.6, 1.8, 1.8, INK)
        elif proof is Proof.UNPROVEN:
            setting.pen.canvas.write(f"{stroke(SIGNAL)} 0.9 w {circle(left, bottom, 0.85 * MM)} S")
        else:
            setting.pen.canvas.write(f"{fill(GREY)} {circle(left, bottom, 0.85 * MM)} f")

    return draw


def inspect(setting: Setting, guest: ListedGuest, *, public: bool) -> None:
    """Note who lacks a name or a post, and, unless the list is `public`, whose place is not proven."""
    where = str(guest.place)
    shown = setting.best(guest.names) or setting.best(guest.posts)
    for tongue in setting.tongues:
        if guest.named and not guest.names[tongue.place]:
            language = language_name(tongue.tag)[nearest(setting.tongues[0].tag)]
            setting.inspection.note(Trouble.MISSING_FORM, where, shown, language)
    if not guest.named:
        setting.inspection.note(Trouble.UNNAMED, where, shown)
    if not any(guest.posts):
        setting.inspection.note(Trouble.MISSING_POST, where, shown)
    if not public and guest.proof is Proof.UNPROVEN:
        setting.inspection.note(Trouble.UNPROVEN, where, shown)


def heading(setting: Setting, lines: Lines) -> tuple[tuple[str, Style], ...]:
    """A heading across the columns."""
    return tuple(setting.row(lines, Sizes((10, 12), (8.4, 10), bold=True)))

"""The internal page of a change notice: which pages of the agenda are printed again."""

from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.change_notice.pages import FORUM, HEAD, TITLE, Notice
from forumplanner.documents.change_notice.rows import LEFT, RIGHT
from forumplanner.documents.setting import Sizes
from forumplanner.documents.typesetting.pen import Style
from forumplanner.domain.colours import HAIR, INK, SIGNAL
from forumplanner.i18n import in_language, nearest

_PAPER = Sizes((10, 13), (8.2, 10.6), bold=True)
_PAGES_X = 90.0


def draw_reprints(notice: Notice, pages: tuple[int, ...]) -> None:
    """The page, with a box to tick; it stays in the office."""
    setting, pen = notice.setting, notice.setting.pen
    titles = setting.words("Papers touched by {name}", name=notice.version())
    pen.row(LEFT, 19.6, *setting.row(titles, TITLE), gap=3.0)
    pen.row(LEFT, 29.4, *setting.row(setting.words("Only these pages; take back the old ones"), FORUM), gap=2.0)
    word = setting.one_line(setting.words("INTERNAL"))
    style = Style(9, 9, bold=True, colour="#FFFFFF", lang=setting.tongues[0].tag)
    width = pen.width(word, style) + 5
    pen.rect(RIGHT - width, 25.6, width, 5.4, SIGNAL)
    pen.text(word, 0, 26.7, style, right=RIGHT - 2.5)
    for x, message in ((LEFT + 8, "Printed matter"), (_PAGES_X, "Pages to print again")):
        pen.row(x, 41.0, *setting.row(setting.words(message), HEAD), gap=1.0)
    pen.rule(LEFT, 46.2, RIGHT - LEFT, 0.9, INK)
    y = 49.0
    for edge in ((0.0, 0.0, 3.6, 0.25), (0.0, 3.35, 3.6, 0.25), (0.0, 0.0, 0.25, 3.6), (3.35, 0.0, 0.25, 3.6)):
        pen.rect(LEFT + edge[0], y + edge[1], edge[2], edge[3], INK)
    shown = _runs(pages)
    end = draw_stack(pen, setting.stack(setting.words("Agenda"), _PAPER, 60, "", gap=0.6), LEFT + 8, y)
    numbers = tuple(
        in_language(
            tag, "{pages} (of the newer agenda)", pages=("、" if nearest(tag) == "zh-Hans" else ", ").join(shown)
        )
        for tag in setting.languages
    )
    stack = setting.stack(numbers, _PAPER, RIGHT - _PAGES_X, "", gap=0.6)
    draw_stack(pen, stack, _PAGES_X, y)
    pen.rule(LEFT, max(end, y + height_of(stack)) + 2.6, RIGHT - LEFT, 0.35, HAIR)


def _runs(pages: tuple[int, ...]) -> list[str]:
    """Numbers with runs of three and more drawn together: 1, 4–7, 9, 10."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    shown: list[str] = []
    for run in runs:
        shown += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(page) for page in run]
    return shown

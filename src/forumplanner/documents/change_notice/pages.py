"""Pages of a change notice: the red bar, from which version to which, how many changes, the table, the foot."""

from dataclasses import dataclass, field

from forumplanner.documents.change_notice.rows import (
    ITEM_X,
    KIND_X,
    LEFT,
    NOW_X,
    RIGHT,
    WAS_X,
    Row,
    change_row,
    draw_row,
    head_row,
)
from forumplanner.documents.setting import Setting, Sizes
from forumplanner.documents.typesetting.pen import Style
from forumplanner.domain.colours import GREY, HAIR, INK, SIGNAL, SIGNAL_TINT
from forumplanner.i18n import count_in_language
from forumplanner.snapshots.change_notice import ChangeNotice
from forumplanner.snapshots.changes import Comparison
from forumplanner.snapshots.paper import Lines

WIDTH, HEIGHT = 210.0, 297.0
_BAR = 4.0
_FIRST, _NEXT = 74.0, 40.0
_HEADS = 6.0
_BOTTOM = HEIGHT - 13.5 - 14.0
TITLE = Sizes((20, 24), (12, 16), bold=True)
FORUM = Sizes((9, 11), (8, 10))
_SUMMARY = Sizes((10.5, 14), (8.8, 12), bold=True, colour_second=INK)
HEAD = Sizes((7.6, 9), (7, 9), colour=GREY)
_PHONE = Sizes((9, 11), (8, 10))


@dataclass(frozen=True, slots=True)
class Notice:
    """A change notice in the making."""

    setting: Setting
    snapshot: ChangeNotice
    comparison: Comparison

    def version(self) -> str:
        """The newer issue as its name, else that it is what stands now."""
        return self.snapshot.new.name or self.setting.best(self.setting.words("Now"))


@dataclass(slots=True)
class Sheet:
    """One page as planned: rows with their tops."""

    rows: list[tuple[Row, float]] = field(default_factory=list)


def plan(notice: Notice) -> list[Sheet]:
    """Rows on pages; the head of a session stays with its first change, and is repeated overleaf."""
    sheets, y, number = [Sheet()], _FIRST + _HEADS, 0
    for group in notice.comparison.told():
        head = head_row(group)
        for place, change in enumerate(group.changes):
            number += 1
            row = change_row(notice.setting, change, group, number)
            needed = row.height + (head.height if place == 0 else 0.0)
            if y + needed > _BOTTOM and sheets[-1].rows:
                sheets.append(Sheet())
                y = _NEXT + _HEADS
            if place == 0 or not sheets[-1].rows:
                sheets[-1].rows.append((head, y))
                y += head.height
            sheets[-1].rows.append((row, y))
            y += row.height
    return sheets


def draw_sheets(notice: Notice, sheets: list[Sheet]) -> int:
    """Draw all pages; returns how many they are."""
    pen = notice.setting.pen
    for number, sheet in enumerate(sheets, start=1):
        pen.turn_page(HEIGHT)
        pen.rect(0, 0, WIDTH, _BAR, SIGNAL)
        _head(notice)
        if number == 1:
            _summary(notice)
        _column_heads(notice.setting, _FIRST if number == 1 else _NEXT)
        for row, y in sheet.rows:
            draw_row(notice.setting, row, y)
        _foot(notice, number, len(sheets))
        pen.canvas.showPage()
    return len(sheets)


def _head(notice: Notice) -> None:
    """What it is and of which forum; from which version to which at the right."""
    setting, snapshot = notice.setting, notice.snapshot
    pen = setting.pen
    pen.row(LEFT, 19.6, *setting.row(setting.words("Change notice"), TITLE), gap=3.0)
    lang = setting.tongues[0].tag
    versions = f"{snapshot.old.name} → {notice.version()}"
    pen.text(versions, 0, 21.4, Style(16, 18, bold=True, colour=SIGNAL, lang=lang), right=RIGHT)
    date = Style(8.4, 10, colour=GREY, lang=lang)
    pen.text(snapshot.new.issued, 0, 29.6, date, right=RIGHT)
    forum = setting.row(snapshot.short_title, FORUM)
    while len(forum) > 1 and sum(pen.width(*part) for part in forum) > RIGHT - LEFT - 40:
        forum.pop()
    pen.row(LEFT, 29.4, *forum, gap=2.0)


def _summary(notice: Notice) -> None:
    """How many changes and where, on a tint with a red bar."""
    setting, pen = notice.setting, notice.setting.pen
    top, height = 41.0, 25.0
    pen.rect(LEFT, top, RIGHT - LEFT, height, SIGNAL_TINT)
    pen.rect(LEFT, top, 0.6, height, SIGNAL)
    stack = setting.stack(_sentences(notice), _SUMMARY, RIGHT - LEFT - 12, "", gap=1.4)
    y = top + (height - sum(gap + block.height for gap, block in stack)) / 2
    for gap, block in stack:
        y = pen.draw(block, LEFT + 5, y + gap)


def _sentences(notice: Notice) -> Lines:
    """共5处变更：开幕式、分论坛A。其余不变。 Named are three sessions at most."""
    groups, count = notice.comparison.told(), len(notice.comparison.changes())
    said = []
    for place, tag in enumerate(notice.setting.languages):
        if not count:
            said.append(notice.setting.words("No changes.")[place])
            continue
        comma = "、" if tag.startswith("zh") else ", "
        where = (
            comma.join(group.title[place] for group in groups)
            if len(groups) <= 3
            else count_in_language(tag, "{n} session", "{n} sessions", len(groups))
        )
        changes = count_in_language(tag, "{n} change", "{n} changes", count)
        said.append(notice.setting.words("{changes}: {where}. All else stands.", changes=changes, where=where)[place])
    return tuple(said)


def _column_heads(setting: Setting, y: float) -> None:
    for x, message in ((KIND_X, "Kind"), (ITEM_X, "Item"), (WAS_X, "Was"), (NOW_X, "Now")):
        setting.pen.row(x, y, *setting.row(setting.words(message), HEAD), gap=1.0)
    setting.pen.rule(LEFT, y + 5.2, RIGHT - LEFT, 0.9, INK)


def _foot(notice: Notice, number: int, of: int) -> None:
    """Whom to ask; that the notice prevails, which version, page of pages."""
    setting, pen, snapshot = notice.setting, notice.setting.pen, notice.snapshot
    if snapshot.phone and number == of:
        ask = tuple(f"{text}  {snapshot.phone}" for text in setting.words("Questions: Secretariat"))
        pen.row(LEFT, HEIGHT - 21.5, *setting.row(ask, _PHONE), gap=3.0)
    y = HEIGHT - 13.5
    pen.rule(LEFT, y, RIGHT - LEFT, 0.35, HAIR)
    style = Style(7, 7, colour=GREY, lang=setting.tongues[0].tag)
    note = setting.one_line(setting.words("This notice prevails"))
    pen.text(note, LEFT, y + 1.3, style)
    issued = f"{snapshot.new.issued} {setting.one_line(setting.words('issued'))}" if snapshot.new.name else ""
    version = "\u3000".join(filter(None, (notice.version(), issued or snapshot.new.issued)))
    pen.text(version, (LEFT + RIGHT - pen.width(version, style)) / 2, y + 1.3, style)
    pen.text(f"{number} / {of}", 0, y + 1.3, style, right=RIGHT)

"""Pages of the crew sheet: the head with the red tag, the row of column heads, rows until a page is full, the foot."""

from dataclasses import dataclass, field

from forumplanner.documents.agenda.sheet import draw_stack
from forumplanner.documents.running_order.cues import draw_cues, draw_legend
from forumplanner.documents.running_order.inspecting import inspect
from forumplanner.documents.running_order.rows import (
    CUE_X,
    INSET,
    ITEM_X,
    NUMBER_X,
    PADDING,
    PERSON_X,
    RIGHT,
    TIME_X,
    Row,
    set_row,
    split,
    word_columns,
)
from forumplanner.documents.setting import Setting, Sizes
from forumplanner.documents.typesetting.marks import mode_mark
from forumplanner.documents.typesetting.pen import MM, Style
from forumplanner.domain.colours import GREY, HAIR, INK, ON_ACCENT, ON_ACCENT_SECOND, SIGNAL, tint
from forumplanner.domain.kinds import Mode
from forumplanner.domain.labels import label
from forumplanner.domain.languages import language_name
from forumplanner.domain.times import clock, day_short
from forumplanner.i18n import in_language, nearest
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.running_order import RunningOrder, RunningSession

WIDTH, HEIGHT = 297.0, 210.0
TOP = 27.0
"""Where the row of column heads begins on every page, mm."""

_HEADS = 6.2
_BOTTOM = HEIGHT - 13.5 - 7.2
_TITLE = Sizes((16, 18), (11, 13), bold=True)
_FACTS = Sizes((8.6, 10), (8, 10))
_HEAD = Sizes((7.8, 9), (7.2, 9), bold=True, colour=ON_ACCENT, colour_second=ON_ACCENT_SECOND)
_MODE = Sizes((6.8, 8), (6.6, 8), bold=True, bold_second=True)


@dataclass(slots=True)
class Sheet:
    """One page as planned."""

    session: RunningSession
    rows: list[tuple[Row, float]] = field(default_factory=list)
    again: bool = False


def plan(setting: Setting, session: RunningSession) -> list[Sheet]:
    """The pages of one session; a row is never split unless it is taller than a page."""
    inspect(setting, session)
    sheets = [Sheet(session)]
    y = TOP + _HEADS
    waiting = [set_row(setting, session, item, room=_BOTTOM - TOP - _HEADS) for item in session.items]
    while waiting:
        row = waiting.pop(0)
        if y + row.height > _BOTTOM:
            halves = split(row, _BOTTOM - y) if row.height > _BOTTOM - TOP - _HEADS else None
            if halves is None and sheets[-1].rows:
                sheets.append(Sheet(session, again=True))
                y = TOP + _HEADS
                waiting.insert(0, row)
                continue
            if halves is not None:
                row = halves[0]
                waiting.insert(0, halves[1])
        sheets[-1].rows.append((row, y))
        y += row.height
    return sheets


def draw_sheet(setting: Setting, order: RunningOrder, sheet: Sheet, number: int, of: int) -> None:
    """Everything on a page."""
    pen = setting.pen
    _head(setting, order, sheet)
    _column_heads(setting, order.accent)
    for row, y in sheet.rows:
        _row(setting, row, y, order.accent)
    draw_legend(setting, pen, NUMBER_X, HEIGHT - 13.5 - 5.6)
    _foot(setting, order, number, of)


def _head(setting: Setting, order: RunningOrder, sheet: Sheet) -> None:
    """What it is, when and where, who leads it, and that it stays inside."""
    pen, session = setting.pen, sheet.session
    tag_x = _red_tag(setting, order.edition.name)
    titles = tuple(
        in_language(tag, "{title} – running order for the crew", title=title) if title else ""
        for title, tag in zip(session.title, setting.languages, strict=True)
    )
    parts = setting.row(titles, _TITLE)
    if sheet.again:
        parts.append((setting.one_line(setting.words("(cont.)")), setting.style(_FACTS, 0)._replace(colour=GREY)))
    while len(parts) > 1 and sum(pen.width(*part) for part in parts) + 3.0 * len(parts) > tag_x - NUMBER_X:
        parts.pop()
    pen.row(NUMBER_X, 12.6, *parts, gap=2.4)
    x, style = NUMBER_X, setting.style(_FACTS, 0)
    for fact in _facts(setting, order, session):
        width = pen.width(fact, style)
        if x + width > tag_x - 4:
            break
        pen.text(fact, x, 20.2, style)
        x += width + 5.0


def _facts(setting: Setting, order: RunningOrder, session: RunningSession) -> list[str]:
    """Day and times, room, host, the secretariat's phone."""
    tag = setting.tongues[0].tag
    times = "–".join(clock(minute) for minute in (session.start, session.end) if minute is not None)
    when = " ".join(filter(None, (day_short(session.day, tag) if session.day else "", times)))
    comma = "、" if setting.tongues[0].chinese else ", "
    hosts = comma.join(setting.best(host.names) or host.shown for host in session.hosts)
    host = f"{setting.best(session.hosts[0].role_label)} {hosts}" if session.hosts else ""
    phone = f"{setting.best(setting.words('Secretariat'))} {order.phone}" if order.phone else ""
    return list(filter(None, (when, setting.one_line(session.room), host, phone)))


def _red_tag(setting: Setting, version: str) -> float:
    """The red tag at the right; returns its left edge."""
    pen = setting.pen
    style = Style(9, 9, bold=True, colour=ON_ACCENT, lang=setting.tongues[0].tag)
    words = "\u3000".join(filter(None, (setting.one_line(setting.words("CREW ONLY")), version)))
    width = pen.width(words, style) + 5.4
    pen.rect(RIGHT - width, 17.6, width, 5.8, SIGNAL)
    pen.text(words, RIGHT - width + 2.7, 17.6 + (5.8 - style.size / MM) / 2, style)
    return RIGHT - width


def _column_heads(setting: Setting, accent: str) -> None:
    pen = setting.pen
    pen.rect(NUMBER_X, TOP, RIGHT - NUMBER_X, _HEADS, accent)
    words = (("Step", NUMBER_X), ("Starts", TIME_X), ("Item", ITEM_X), ("Who", PERSON_X), ("Crew cues", CUE_X))
    columns = [(setting.words(text), x) for text, x in words]
    columns += [(_heading(setting, place), x) for place, (x, _width) in enumerate(word_columns(setting))]
    for lines, x in columns:
        parts = setting.row(lines, _HEAD)
        pen.row(x + INSET, TOP + (_HEADS - 7.8 / MM) / 2, *parts[: 1 if x == NUMBER_X else 2], gap=1.0)


def _heading(setting: Setting, place: int) -> Lines:
    """What stands over a column of the host's words."""
    if place == 0:
        return setting.words("Host’s words")
    language = language_name(setting.tongues[place].tag)
    return tuple(
        in_language(tag, "Host’s words in {language}", language=language[nearest(tag)]) for tag in setting.languages
    )


def _row(setting: Setting, row: Row, y: float, accent: str) -> None:
    pen, item = setting.pen, row.item
    if item.is_video:
        pen.rect(NUMBER_X, y, RIGHT - NUMBER_X, row.height, tint(accent, 0.11))
    top = y + PADDING
    quiet = GREY if row.again else INK
    pen.text(str(item.number), NUMBER_X + INSET, top - 0.6, Style(16, 16, bold=True, colour=quiet, lang="en"))
    if not row.again:
        _time(setting, row, top)
    end = draw_stack(pen, row.title, ITEM_X + INSET, top)
    if item.mode in {Mode.ONLINE, Mode.VIDEO} and not row.again:
        mode_mark(pen, item.mode, ITEM_X + INSET, end + 1.5, accent)
        words = tuple(label(item.mode, tag) for tag in setting.languages)
        parts = [(text, style._replace(colour=accent)) for text, style in setting.row(words, _MODE)]
        pen.row(ITEM_X + INSET + 2.6, end + 1.3, *parts, gap=0.8)
    draw_stack(pen, row.people, PERSON_X + INSET, top)
    for (x, _width), stack in zip(word_columns(setting), row.words, strict=True):
        draw_stack(pen, stack, x + INSET, top)
    draw_cues(pen, row.cues, CUE_X + INSET, top)
    pen.rule(NUMBER_X, y + row.height, RIGHT - NUMBER_X, 0.35, HAIR)


def _time(setting: Setting, row: Row, y: float) -> None:
    item = row.item
    style = Style(10.5, 10.5, bold=True, lang="en")
    if item.start is not None:
        setting.pen.text(clock(item.start), TIME_X + INSET, y, style)
    if item.minutes:
        small = Style(7.8, 9, colour=GREY, lang="en")
        setting.pen.text(f"{item.minutes} min", TIME_X + INSET, y + style.size / MM + 0.9, small)


def _foot(setting: Setting, order: RunningOrder, number: int, of: int) -> None:
    pen, y = setting.pen, HEIGHT - 13.5
    pen.rule(NUMBER_X, y, RIGHT - NUMBER_X, 0.35, HAIR)
    style = Style(7, 7, colour=GREY, lang=setting.tongues[0].tag)
    note = " · ".join(
        filter(None, (setting.one_line(setting.words("Collect after use")), setting.best(order.short_title)))
    )
    pen.text(note, NUMBER_X, y + 1.3, style)
    version = setting.version(order.edition)
    pen.text(version, (NUMBER_X + RIGHT - pen.width(version, style)) / 2, y + 1.3, style)
    pen.text(f"{number} / {of}", 0, y + 1.3, style, right=RIGHT)

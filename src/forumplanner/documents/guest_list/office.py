"""The sheet for the foreign affairs office: order, titles as printed, flags to prepare, room for corrections."""

from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.guest_list.pages import HEAD, LANDSCAPE, Column, Row, Sheets, Table
from forumplanner.documents.guest_list.rows import (
    BASIS,
    POST,
    inspect,
    name_cell,
    proof_cell,
    proof_mark,
    text_cell,
)
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.pen import Style
from forumplanner.domain.colours import GREY, INK
from forumplanner.domain.letter_style import letter_day
from forumplanner.domain.letters import parts
from forumplanner.i18n import nearest
from forumplanner.snapshots.guest_list import GuestList, ListedGuest
from forumplanner.snapshots.paper import Lines

_COLUMNS = (
    Column(14, 8, "No."),
    Column(24, 46, "Name"),
    Column(73, 66, "Title as printed"),
    Column(142, 22, "Flag"),
    Column(166, 24, "Proof", 3.4),
    Column(193, 44, "Basis"),
    Column(240, 43, "Corrections"),
)
_COVER = Sizes((10.5, 16), (8.8, 12.6))
_FLAGS = Sizes((10, 14), (8.6, 11.6))
_SIGN = Sizes((9.6, 12), (8.2, 10))
_RIGHT = LANDSCAPE.right
_WIDTH = _RIGHT - LANDSCAPE.margin


def draw_office(setting: Setting, snapshot: GuestList) -> Sheets:
    """Words of the cover, the table of consular guests, flags, and lines to confirm on."""
    read = [parts(text) for text in snapshot.cover.texts]
    said = tuple("\n".join(filter(None, (one.addressed, *one.paragraphs))) for one in read)
    cover = setting.stack(said, _COVER, _WIDTH, "", gap=1.4)
    flags = setting.stack(_flag_words(setting, snapshot), _FLAGS, _WIDTH, "", gap=1.0)
    sheets = Sheets(
        setting,
        snapshot,
        LANDSCAPE,
        tuple(one.title for one in read),
        tag=setting.words("PLEASE CONFIRM"),
        tables=[Table(_COLUMNS, tuple(_row(setting, guest) for guest in snapshot.consular), upright=True)],
    )
    sheets.set_opening(lambda y: _opening(setting, snapshot, cover, y), 35.0 + height_of(cover) + 5.0)
    sheets.closing = lambda y: _closing(setting, snapshot, flags, tuple(" ".join(one.signers) for one in read), y)
    sheets.closing_height = height_of(flags) + 28.0
    return sheets


def _row(setting: Setting, guest: ListedGuest) -> Row:
    inspect(setting, guest, public=False)
    where = setting.best(guest.names)
    return Row(
        (
            name_cell(setting, guest, _COLUMNS[1].width),
            text_cell(setting, guest.posts, POST, _COLUMNS[2].width, where),
            text_cell(setting, guest.country, POST, _COLUMNS[3].width, where),
            proof_cell(setting, guest.proof, _COLUMNS[4].width - _COLUMNS[4].indent),
            text_cell(setting, guest.basis, BASIS, _COLUMNS[5].width, where),
            [],
        ),
        number=str(guest.place),
        least=10.0,
        mark=proof_mark(setting, guest.proof, _COLUMNS[4].x),
    )


def _opening(setting: Setting, snapshot: GuestList, cover: Stack, y: float) -> float:
    """The number, and what the sheet asks for."""
    if snapshot.cover.number:
        setting.pen.text(snapshot.cover.number, 0, 25.0, Style(10, 12, lang="zh"), right=_RIGHT)
    return draw_stack(setting.pen, cover, LANDSCAPE.margin, y)


def _flag_words(setting: Setting, snapshot: GuestList) -> Lines:
    """Flags to prepare: the host's first, the others in the English alphabet."""
    said = []
    for place, tag in enumerate(setting.languages):
        comma = "、" if nearest(tag) == "zh-Hans" else ", "
        countries = comma.join(flag[place] for flag in snapshot.flags)
        words = setting.words("Flags to prepare ({count}): {countries}", count=len(snapshot.flags), countries=countries)
        said.append(words[place] if snapshot.flags else "")
    return tuple(said)


def _closing(setting: Setting, snapshot: GuestList, flags: Stack, signers: Lines, y: float) -> None:
    """Flags, who writes, and lines on which the office confirms."""
    pen = setting.pen
    y = draw_stack(pen, flags, LANDSCAPE.margin, y + 5.0) + 9.0
    lang = setting.tongues[0].tag
    x = LANDSCAPE.margin
    for message, line in (("Confirmed by", 52.0), ("Date", 34.0), ("Seal of the office", 40.0)):
        x = pen.row(x, y, *setting.row(setting.words(message), _SIGN), gap=1.4) + 2.0
        pen.rule(x, y + 4.2, line, 0.5, INK)
        x += line + 5.0
    day = letter_day(snapshot.cover.dated, lang) if snapshot.cover.dated else ""
    signed = "  ".join(filter(None, (setting.best(signers), day)))
    pen.text(signed, 0, y + 11.0, Style(10, 12, lang=lang), right=_RIGHT)
    note = setting.one_line(
        setting.words("Corrections are entered as places fixed by hand, with your name and the day.")
    )
    pen.text(note, LANDSCAPE.margin, y + 11.6, Style(HEAD.first[0], 9, colour=GREY, lang=lang))

"""Logos on the agenda: in the order of ranks, in their own shape, once in the file; bad ones are named, not drawn."""

import io
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import pypdf
import pytest
from PIL import Image, ImageDraw

from documents.test_agenda import OPENING, forum, item, parallel, tracks, words
from documents.typesetting import readers
from forumplanner.documents.agenda import AgendaOptions, agenda
from forumplanner.documents.typesetting.pen import MM
from forumplanner.documents.typesetting.pictures import picture_of
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.snapshots.agenda import AgendaPaper, OrganiserGroup

COVER = AgendaOptions(glance=False, days=False, forums=False)
FORUMS = AgendaOptions(cover=False, glance=False, days=False)


class Drawn(NamedTuple):
    """A picture on a page: its box in mm from the top left, its stored pixels and where they lie in the file."""

    left: float
    top: float
    width: float
    height: float
    pixels: tuple[int, int]
    stored: int


def drawn(pdf: bytes, page: int = 0) -> list[Drawn]:
    """The pictures of a page in the order of its operators."""
    sheet = pypdf.PdfReader(io.BytesIO(pdf)).pages[page]
    resources: Any = sheet["/Resources"]
    images = resources.get("/XObject", {})
    found: list[Drawn] = []

    def note(operator: bytes, operands: Any, matrix: Any, _text: Any) -> None:
        if operator != b"Do" or images[operands[0]]["/Subtype"] != "/Image":
            return
        width, height, left, bottom = (float(matrix[place]) / MM for place in (0, 3, 4, 5))
        image = images[operands[0]]
        pixels = (image["/Width"], image["/Height"])
        found.append(Drawn(left, 297 - bottom - height, width, height, pixels, images.raw_get(operands[0]).idnum))

    sheet.extract_text(visitor_operand_before=note)
    return found


def logo(width: int, height: int, colour: str = "#8E1A1C", *, form: str = "PNG", margin: int = 0) -> bytes:
    """A plain picture; PNG with clear paper around it."""
    image = Image.new("RGBA", (width + 2 * margin, height + 2 * margin), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((margin, margin, margin + width - 1, margin + height - 1), fill=colour)
    out = io.BytesIO()
    (image if form == "PNG" else image.convert("RGB")).save(out, form)
    return out.getvalue()


def hosted(*logos: str, role: OrganiserRole = OrganiserRole.HOST) -> OrganiserGroup:
    names = tuple((f"第{n}大学{role}", f"University {n} {role}") for n in range(len(logos)))
    return OrganiserGroup(role, words(role), names, logos)


SHAPES = {"square": (400, 400), "wide": (1200, 200), "tall": (200, 600), "strip": (1200, 40), "oblong": (800, 500)}
LOGOS = {key: logo(*size) for key, size in SHAPES.items()}


def test_logos_stand_left_in_the_order_of_ranks() -> None:
    groups = (hosted("square", "wide"), hosted("", "tall", role=OrganiserRole.GUIDANCE))
    found = drawn(agenda(forum(organisers=groups), COVER, logos=LOGOS).pdf)

    assert [round(one.width / one.height, 2) for one in found] == [1.0, 6.0, 0.33]
    assert found[0].left == pytest.approx(36, abs=0.01)
    assert [one.left for one in found] == sorted(one.left for one in found)


@pytest.mark.parametrize("margin", [0, 57])
def test_no_logo_is_distorted_or_higher_than_12_mm_or_wider_than_36(margin: int) -> None:
    logos = {key: logo(*size, margin=margin) for key, size in SHAPES.items()}
    found = drawn(agenda(forum(organisers=(hosted(*SHAPES),)), COVER, logos=logos).pdf)

    assert [one.width / one.height for one in found] == pytest.approx([w / h for w, h in SHAPES.values()], rel=1e-3)
    assert [one for one in found if one.height > 12.001 or one.width > 36.001] == []
    assert max(one.height for one in found) == pytest.approx(12, abs=0.01)


def test_twelve_logos_take_a_second_row_within_the_page() -> None:
    keys = [f"{shape}{n}" for n in range(3) for shape in ("square", "wide", "tall", "oblong")]
    logos = {key: logo(*SHAPES[key[:-1]], colour=f"#{n + 1:02d}4488") for n, key in enumerate(keys)}
    found = drawn(agenda(forum(organisers=(hosted(*keys),)), COVER, logos=logos).pdf)

    middles = [round(one.top + one.height / 2, 1) for one in found]
    assert len(found) == 12
    assert len(set(middles)) == 2
    assert middles == sorted(middles)
    assert [one for one in found if one.left < 35.9 or one.left + one.width > 192.1 or one.top > 241] == []


def test_an_agenda_without_logos_keeps_its_bytes() -> None:
    bare = OrganiserGroup(OrganiserRole.HOST, words(OrganiserRole.HOST), (("云岭大学", "Yunling University"),))
    before = agenda(forum(OPENING, organisers=(bare,))).pdf

    assert agenda(forum(OPENING, organisers=(bare,)), logos={}).pdf == before
    assert agenda(forum(OPENING, organisers=(replace(bare, logos=("square",)),))).pdf == before
    assert agenda(forum(OPENING, organisers=(replace(bare, logos=("square",)),)), logos=LOGOS).pdf != before


def test_the_same_logos_give_the_same_bytes() -> None:
    paper = forum(OPENING, organisers=(hosted(*SHAPES),))
    first = agenda(paper, logos=LOGOS).pdf
    picture_of.cache_clear()

    assert agenda(paper, logos=dict(reversed(LOGOS.items()))).pdf == first


def test_who_has_two_ranks_shows_one_logo_and_a_picture_is_stored_once() -> None:
    both = (hosted("square", "wide"), hosted("square", role=OrganiserRole.SPONSOR))
    track = replace(tracks(1)[0], conveners=(("云岭大学", "Yunling University"),), logos=("square",))
    paper = forum(parallel("t0", item("一", "One", 810)), organisers=both, tracks=(track,))
    pdf = agenda(paper, logos=LOGOS).pdf

    pages = [drawn(pdf, page) for page in range(len(pypdf.PdfReader(io.BytesIO(pdf)).pages))]
    assert [len(page) for page in pages] == [2, 0, 0, 1]
    assert pages[0][0].stored == pages[3][0].stored


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no picture", id="no picture"),
        pytest.param(LOGOS["oblong"][:-40], id="cut off"),
        pytest.param(logo(300, 300, "white"), id="white"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_passed_over_and_named(data: bytes) -> None:
    paper = agenda(forum(organisers=(hosted("bad", "tall"),)), COVER, logos={**LOGOS, "bad": data})

    (remark,) = paper.report.remarks
    assert [round(one.width / one.height, 2) for one in drawn(paper.pdf)] == [0.33]
    assert (remark.trouble, remark.is_error) == (Trouble.BROKEN_LOGO, True)
    assert remark.sentence("en") == (
        "组织单位 Organisers: the logo of “第0大学host University 0 host” can’t be read or is white on white; "
        "choose the picture anew."
    )


def test_a_logo_that_the_file_does_not_hold_is_named() -> None:
    paper = agenda(forum(organisers=(hosted("gone"),)), COVER, logos={})

    assert [remark.trouble for remark in paper.report.remarks] == [Trouble.BROKEN_LOGO]
    assert drawn(paper.pdf) == []


def test_clear_paper_around_a_logo_is_white_and_half_clear_ink_pale() -> None:
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((0, 0, 399, 399), fill=(255, 0, 0, 128))
    out = io.BytesIO()
    image.save(out, "PNG")
    pdf = agenda(forum(organisers=(hosted("seal"),)), COVER, logos={"seal": out.getvalue()}).pdf
    (box,) = drawn(pdf)

    page = readers.picture(pdf)
    dots = page.shape[0] / 297

    def colour(x: float, y: float) -> list[int]:
        found: list[int] = page[int((box.top + y) * dots), int((box.left + x) * dots)].tolist()
        return found

    assert colour(0.3, 0.3) == [255, 255, 255]
    assert np.abs(np.array(colour(6, 6)) - [255, 127, 127]).max() <= 3


@pytest.mark.parametrize("crowd", [1, 3, 6, 12])
def test_logos_never_move_a_text_to_another_page(crowd: int) -> None:
    shapes = list(SHAPES)
    groups = tuple(
        hosted(*(shapes[(n + k) % len(shapes)] for k in range(crowd)), role=role)
        for n, role in enumerate(list(OrganiserRole)[:6])
    )
    track = replace(tracks(1)[0], conveners=(("云岭大学", "Yunling University"),), logos=("wide",))
    paper: AgendaPaper = forum(OPENING, parallel("t0", item("一", "One", 810)), organisers=groups, tracks=(track,))
    plain, shown = agenda(paper), agenda(paper, logos=LOGOS)

    assert letters(shown.pdf) == letters(plain.pdf)
    assert len(drawn(shown.pdf)) == len(SHAPES) or shown.report.count(Trouble.LOGO_LEFT_OUT) > 0


def letters(pdf: bytes) -> list[list[str]]:
    """The letters of each page, however its lines are broken."""
    return [sorted("".join(page.extract_text().split())) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_a_parallel_forum_shows_its_conveners_at_the_right_of_its_title() -> None:
    conveners = (("云岭大学", "Yunling University"), ("滇中学院", "Dian College"))
    track = replace(tracks(1)[0], conveners=conveners, logos=("tall", "square"))
    paper = forum(parallel("t0", item("一", "One", 810)), tracks=(track,))
    found = drawn(agenda(paper, FORUMS, logos=LOGOS).pdf)

    assert [round(one.width / one.height, 2) for one in found] == [0.33, 1.0]
    assert found[1].left + found[1].width == pytest.approx(192, abs=0.01)
    assert [one for one in found if not 24 <= one.top <= one.top + one.height <= 44] == []


def test_where_a_long_title_leaves_no_room_the_logo_is_left_out_and_named() -> None:
    title = ("全国地方院校医学人文教育与区域公共卫生协同发展分论坛" * 3, "Regional public health in universities " * 8)
    track = replace(tracks(1)[0], title=title, conveners=(("云岭大学", "Yunling University"),), logos=("wide",))
    paper = forum(parallel("t0", item("一", "One", 810)), tracks=(track,))
    plain, shown = agenda(paper, FORUMS), agenda(paper, FORUMS, logos=LOGOS)

    assert [remark.text for remark in shown.report.of(Trouble.LOGO_LEFT_OUT)] == ["云岭大学 Yunling University"]
    assert shown.pdf == plain.pdf


def test_a_logo_is_stored_with_the_dots_that_print_shows_and_no_more() -> None:
    (seal,) = drawn(agenda(forum(organisers=(hosted("big"),)), COVER, logos={"big": logo(1200, 1200)}).pdf)

    assert seal.pixels == (283, 283)  # 12 mm at 600 dots per inch


def test_drawings_are_stored_exactly_and_photos_as_jpeg() -> None:
    noise = Image.effect_noise((600, 400), 60).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG")
    art, photo = picture_of(LOGOS["wide"], 36, 12), picture_of(out.getvalue(), 36, 12)

    assert art is not None
    assert photo is not None
    assert (art.filter, art.colours) == ("FlateDecode", "DeviceRGB")
    assert (photo.filter, photo.colours) == ("DCTDecode", "DeviceGray")

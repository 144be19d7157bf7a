"""Badges: every code is read, every name found, nothing clipped in silence; the same batch gives the same bytes."""

import dataclasses
import datetime as dt
import io
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pypdf
import pytest
import zxingcpp

from documents.typesetting import readers
from documents.typesetting.samples import SAMPLES
from forumplanner import paths
from forumplanner.documents.badges import PRESETS, BadgeOptions, NoSuchPreset, Order, badges
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.kinds import Category
from forumplanner.domain.labels import label
from forumplanner.domain.tokens import new_token
from forumplanner.snapshots.badges import BackDay, BackLine, BadgeBatch, BadgeCard
from forumplanner.snapshots.paper import Edition

TAGS = ("zh-Hans", "en")
MM = 72 / 25.4
_random = random.Random(11)


def make_card(number: int = 1, category: Category = Category.DELEGATE, **fields: Any) -> BadgeCard:
    words = tuple(label(category, tag) for tag in TAGS)
    values: dict[str, Any] = {"post": ("教授", "Professor"), "country": ("中国", "China"), **fields}
    return BadgeCard(str(number), new_token(_random), f"YL26-{number:04d}", category, words, **values)


def make_batch(*cards: BadgeCard, **fields: Any) -> BadgeBatch:
    day = BackDay(dt.date(2026, 11, 14), (BackLine(540, ("开幕式", "Opening"), ("云岭厅", "Yunling Hall")),))
    values: dict[str, Any] = {
        "slug": "yl26",
        "languages": TAGS,
        "forum": ("云岭国际医学教育论坛", "Yunling International Medical Education Forum"),
        "place_date": ("昆明 · 2026年11月14日", "Kunming · 14 November 2026"),
        "edition": Edition(step=214, issued="2026-11-10 18:20"),
        "accent": "#0B4F5C",
        "phone": "138 0000 0421",
        "country": "CN",
        "days": (day,),
        **fields,
    }
    return BadgeBatch(badges=cards, **values)


PEOPLE = (
    make_card(1, Category.GUEST, zh="沈砚秋", latin="SHEN Yanqiu"),
    make_card(2, Category.STAFF, zh="方禾", latin="FANG He"),
    *(
        make_card(n, Category.SPEAKER, latin=f"Guest Number {n}", native=s.name, native_language=s.language, zh="张·三")
        for n, s in enumerate(SAMPLES[1:], start=3)
    ),
    BadgeCard("blank", new_token(_random), "YL26-W018", Category.PRESS, ("媒体", "Press")),
)


def codes(pdf: bytes, sheets: int) -> list[str]:
    seen = []
    for sheet in range(sheets):
        picture = readers.picture(pdf, sheet=sheet, scale=3.2).astype(np.uint8)
        seen += [found.text for found in zxingcpp.read_barcodes(picture)]
    return sorted(seen)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_code_on_every_size_of_badge_is_read_back(preset: str) -> None:
    paper = badges(make_batch(*PEOPLE), BadgeOptions(preset=preset))

    assert codes(paper.pdf, paper.pages) == sorted(card.token for card in PEOPLE)


def test_every_name_is_found_again_in_every_script() -> None:
    paper = badges(make_batch(*PEOPLE))
    wanted = {form for card in PEOPLE for form in (card.zh, card.latin, card.number, card.words[0])}

    for read in (readers.by_pdfium, readers.by_poppler, readers.by_pypdf):
        text = read(paper.pdf)
        assert {name for name in wanted if name not in text} == set()
    poppler = readers.by_poppler(paper.pdf)
    assert {card.native for card in PEOPLE if card.native not in poppler} == set()


def test_all_fonts_are_embedded_and_only_those_that_occur() -> None:
    found = readers.fonts(badges(make_batch(PEOPLE[0])).pdf)

    assert all(found.values())
    assert sorted(name.partition("+")[2] for name in found) == [
        "NotoSans-Bold",
        "NotoSans-Regular",
        "NotoSansSC-Bold",
        "NotoSansSC-Regular",
    ]


def test_the_same_batch_gives_the_same_bytes() -> None:
    batch = make_batch(*PEOPLE)

    assert badges(batch).pdf == badges(batch).pdf


def test_another_process_gives_the_same_bytes_without_the_database_or_the_window(tmp_path: Path) -> None:
    batch = make_batch(*PEOPLE)
    (tmp_path / "batch.json").write_bytes(msgspec.json.encode(batch))
    program = (
        "import msgspec, pathlib, sys\n"
        "from forumplanner.documents.badges import badges\n"
        "from forumplanner.snapshots.badges import BadgeBatch\n"
        "batch = msgspec.json.decode(pathlib.Path('batch.json').read_bytes(), type=BadgeBatch)\n"
        "pathlib.Path('badges.pdf').write_bytes(badges(batch).pdf)\n"
        "print(sorted({'sqlalchemy', 'PySide6', 'numpy', 'openpyxl'} & set(sys.modules)))\n"
    )
    source = str(Path(paths.__file__).parent.parent)
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": "77"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout == "[]\n"
    assert (tmp_path / "badges.pdf").read_bytes() == badges(batch).pdf


def test_an_empty_batch_is_one_empty_page() -> None:
    paper = badges(make_batch())

    assert (paper.pages, readers.by_pdfium(paper.pdf), paper.report.remarks) == (1, "", ())


def test_one_badge_a_page_has_its_bleed_around_the_trim() -> None:
    paper = badges(make_batch(*PEOPLE[:2]), BadgeOptions(sheet=""))
    page = pypdf.PdfReader(io.BytesIO(paper.pdf)).pages[0]

    assert paper.pages == 2
    assert [round(float(side) / MM, 2) for side in page.mediabox] == [0, 0, 96, 136]
    assert [round(float(side) / MM, 2) for side in page.trimbox] == [3, 3, 93, 133]
    assert [round(float(side) / MM, 2) for side in page.bleedbox] == [0, 0, 96, 136]


def test_the_band_bleeds_to_the_edge_of_the_bleed_and_the_white_stays_white() -> None:
    paper = badges(make_batch(PEOPLE[0]), BadgeOptions(sheet=""))
    picture = readers.picture(paper.pdf)
    height, width, _ = picture.shape

    assert picture[height - 2, 2].tolist() == picture[height - 2, width - 3].tolist() == [179, 19, 43]
    assert picture[2, 2].tolist() == [255, 255, 255]


def test_crop_marks_stand_outside_the_trim_of_the_block() -> None:
    dots = 10
    paper = badges(make_batch(*PEOPLE[:4]))
    picture = readers.picture(paper.pdf, scale=dots / MM).sum(axis=2)

    row = picture[int(9.5 * dots)]
    marks = [x / dots for x in range(1, len(row)) if row[x] < row[x - 1] - 150 and row[x] < 500]
    assert [round(x) for x in marks if x < 200] == [12, 102, 108, 198]


def test_backs_are_mirrored_so_that_they_meet_their_fronts() -> None:
    paper = badges(make_batch(*PEOPLE[:4]), BadgeOptions(back=True, stacked=False))
    reader = pypdf.PdfReader(io.BytesIO(paper.pdf))

    def across(sheet: int) -> dict[str, float]:
        where: dict[str, float] = {}

        def note(text: str, _ctm: Any, matrix: Any, _font: Any, _size: Any) -> None:
            for card in PEOPLE[:4]:
                if card.number in text:
                    where[card.number] = matrix[4] + _ctm[4]

        reader.pages[sheet].extract_text(visitor_text=note)
        return {number: x / MM for number, x in where.items()}

    fronts, backs = across(0), across(1)
    assert paper.pages == 2
    assert [fronts[card.number] < 105 for card in PEOPLE[:4]] == [True, False, True, False]
    assert [backs[card.number] < 105 for card in PEOPLE[:4]] == [False, True, False, True]


def test_the_pile_comes_off_in_the_order_asked_for() -> None:
    cards = (
        make_card(1, latin="Zhang", sort_key="zhang", delegation="B"),
        make_card(2, latin="An", sort_key="an", delegation="C"),
        make_card(3, latin="Mo", sort_key="mo", delegation="A"),
    )

    def order(chosen: Order) -> list[str]:
        pdf = badges(make_batch(*cards), BadgeOptions(sheet="", order=chosen)).pdf
        reader = pypdf.PdfReader(io.BytesIO(pdf))
        return [next(c.latin for c in cards if c.latin in page.extract_text().split("\n")) for page in reader.pages]

    assert order(Order.NUMBER) == ["Zhang", "An", "Mo"]
    assert order(Order.NAME) == ["An", "Mo", "Zhang"]
    assert order(Order.DELEGATION) == ["Mo", "Zhang", "An"]


def test_one_language_prints_nothing_of_the_other() -> None:
    batch = make_batch(dataclasses.replace(PEOPLE[0], post=("校长", "President")))

    zh = readers.by_pdfium(badges(batch, BadgeOptions(languages=("zh-Hans",), sheet="")).pdf)
    en = readers.by_pdfium(badges(batch, BadgeOptions(languages=("en",), sheet="")).pdf).replace("\n", " ")

    assert {word: word in zh for word in ("沈砚秋", "校长", "嘉宾", "President", "SHEN", "Guest")} == {
        "沈砚秋": True,
        "校长": True,
        "嘉宾": True,
        "President": False,
        "SHEN": False,
        "Guest": False,
    }
    assert [word for word in ("SHEN Yanqiu", "President", "Distinguished Guest", "China") if word not in en] == []
    assert not any("\u4e00" <= char <= "\u9fff" for char in en)


def test_what_gives_way_to_a_long_name_is_reported() -> None:
    long = make_card(
        7,
        zh="威克拉马辛哈·贾亚瓦德纳",
        latin="Wickramasinghe Arachchige Don Chandima Priyantha Jayawardene",
        native="වික්‍රමසිංහ",
        native_language="si",
        courtesy="Prof. Dr.",
        latin_first=True,
    )

    report = badges(make_batch(long), BadgeOptions(preset="CR80")).report

    assert [remark.text for remark in report.of(Trouble.LEFT_OUT)] == ["Prof. Dr.", "වික්‍රමසිංහ"]
    assert report.count(Trouble.OVERFLOW) == 0


def test_a_name_that_fits_nowhere_is_reported_and_not_clipped() -> None:
    endless = make_card(8, latin=" ".join(["Llanfairpwllgwyngyllgogerychwyrndrobwll"] * 4), latin_first=True)

    paper = badges(make_batch(endless), BadgeOptions(preset="CR80"))

    assert [remark.text for remark in paper.report.of(Trouble.OVERFLOW)] == [endless.latin]
    assert paper.report.errors[0].sentence("en").startswith("YL26-0008 Llanfair")


def test_gaps_and_doubles_are_known_before_printing() -> None:
    one = make_card(1, latin="Wiratama", latin_first=True)
    other = make_card(1, zh="李\U0001f600", latin="Wiratama", post=("", "Lecturer"))
    report = badges(make_batch(one, other)).report

    assert {(r.trouble, r.text, r.detail) for r in report.remarks if r.trouble is not Trouble.LEFT_OUT} == {
        (Trouble.DUPLICATE, "Wiratama", ""),
        (Trouble.DUPLICATE, "YL26-0001", ""),
        (Trouble.MISSING_FORM, "Wiratama", "zh"),
        (Trouble.MISSING_LANGUAGE, "Lecturer", ""),
        (Trouble.MISSING_CHARACTER, "李\U0001f600", "U+1F600"),
    }


def test_an_unknown_size_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NoSuchPreset, match=r"“B5”; choose one of 90x130, A6"):
        badges(make_batch(), BadgeOptions(preset="B5"))


@pytest.mark.parametrize("preset", PRESETS)
def test_codes_are_large_enough_and_keep_their_quiet_zone(preset: str) -> None:
    size = PRESETS[preset]
    module = size.qr / 21

    assert module >= 0.65
    assert (size.tile.width - size.qr) / 2 >= 3.9 * module
    assert size.tile.x + size.tile.width <= size.width

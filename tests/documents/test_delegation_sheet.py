"""The delegation sheet: everything on it is found again, long lists go overleaf, nobody's phone but one's is on it."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.typesetting import readers
from forumplanner.documents.delegation_sheet import DelegationSheetOptions, delegation_sheet
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.snapshots.delegation_sheet import (
    DelegationSheet,
    DelegationSheets,
    SheetNeed,
    SheetPerson,
    SheetServant,
    SheetTask,
    SheetTrip,
)
from forumplanner.snapshots.paper import Edition

DAY = dt.date(2026, 11, 13)
TOGETHER = SheetTrip(DAY, 14 * 60 + 5, "CZ 8366", "昆明长水 T1")
NONE = ("", "")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages(pdf: bytes) -> list[str]:
    return [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def person(zh: str = "塔纳瓦·西索巴", en: str = "Assoc. Prof. Dr. Thanawat Srisombat", **fields: Any) -> SheetPerson:
    values: dict[str, Any] = {
        "post": ("副校长", "Vice President"),
        "role": NONE,
        "arrival": TOGETHER,
        "departure": SheetTrip(dt.date(2026, 11, 15), 12 * 60 + 40, "CZ 8365"),
        **fields,
    }
    return SheetPerson(number=values.pop("number", "0061"), names=(zh, en), shown=zh or en, **values)


def sheet(*people: SheetPerson, **fields: Any) -> DelegationSheet:
    head = people[:1]
    values: dict[str, Any] = {
        "id": "th",
        "code": "TH-1",
        "square": "TH",
        "country": ("泰国", "Thailand"),
        "name": ("昭帕耶医科大学", "Chao Phraya Medical University"),
        "standing": ("创始成员", "Founding member"),
        "delegates": len(people),
        "companions": 0,
        "unnamed": 0,
        "heads": head,
        "liaison": SheetServant(("杨溪", "YANG Xi"), "杨溪", "138 0000 0433", ("泰文", "Thai")),
        "hotel": ("云岭宾馆", "Yunling Hotel"),
        "arrival": TOGETHER,
        "together": len(people),
        **fields,
    }
    return DelegationSheet(people=people, **values)


def sheets(*all_of_them: DelegationSheet, **fields: Any) -> DelegationSheets:
    values: dict[str, Any] = {
        "slug": "yl26",
        "languages": ("zh-Hans", "en"),
        "short_title": ("云岭论坛", "Yunling Forum"),
        "edition": Edition("V3.1", 0, "2026-11-10 18:20", "V3.0"),
        "accent": "#0B4F5C",
        "caption": ("排名不分先后", "No ranking is implied"),
        **fields,
    }
    return DelegationSheets(sheets=all_of_them, **values)


TASK = SheetTask(dt.date(2026, 11, 14), 652, ("基层教学", "Rural clinics"), ("主旨报告", "Keynote"), ("云岭厅", "Hall"))
WHOLE = sheets(
    sheet(
        person(tasks=(TASK,), role=("团长", "Head of delegation")),
        person("帕差拉", "Ms. Patchara", number="0064", arrival=SheetTrip(DAY, 29 * 60, "FD 582"), apart=True),
        needs=(SheetNeed(("护照拼写", "Passport spelling"), "娜琳"),),
        contact="Ms Wang",
        notes="团长对花生过敏",
        companions=1,
        unnamed=3,
    )
)


def test_everything_on_it_is_found_again_by_every_reader() -> None:
    pdf = delegation_sheet(WHOLE).pdf
    wanted = [
        "代表团接待单",
        "Delegation sheet",
        "昭帕耶医科大学",
        "Chao Phraya Medical University, Thailand · Founding member",
        "杨　溪",
        "138 0000 0433",
        "11月13日 13 Nov 14:05",
        "CZ 8366",
        "11月14日 14 Nov 05:00",
        "11月14日 10:52  主旨报告：基层教学，云岭厅",
        "14 Nov 10:52  Keynote: Rural clinics, Hall",
        "副校长",
        "Vice President",
        "胸牌 Badge",
        "资料袋 Bag",
        "房卡 Key",
        "代表 2　随行 1",
        "2 + 1 accompanying",
        "随团 With the delegation",
        "护照拼写 Passport spelling: 娜琳",
        "另有 3 人名单未报",
        "Ms Wang",
        "团长对花生过敏",
        "排名不分先后 No ranking is implied",
        "接待组内部使用",
        "V3.1",
    ]

    for read in (readers.by_pdfium, readers.by_poppler, readers.by_pypdf):
        text = squeezed(read(pdf))
        assert [word for word in wanted if squeezed(word) not in text] == []


@pytest.mark.parametrize(
    ("native", "language"),
    [
        ("ศิริพร อนุรักษ์", "Thai"),
        ("ສອນທອງ", "Lao"),
        ("စိုးမင်း", "Burmese"),
        ("សុខ ចន្ទ្រា", "Khmer"),
        ("মোহাম্মদ", "Bengali"),
        ("सुमन राज", "Nepali"),
        ("සුනිල්", "Sinhala"),
        ("محمد حارث", "Urdu"),
        ("Nguyễn Văn Ánh", "Vietnamese"),
        ("Елена Морозова", "Russian"),
    ],
)
def test_names_of_every_script_are_found_again(native: str, language: str) -> None:
    paper = delegation_sheet(sheets(sheet(person("", native))))
    text = squeezed(readers.by_pdfium(paper.pdf))

    assert squeezed(native) in text, language
    assert paper.report.of(Trouble.MISSING_CHARACTER) == ()


def test_all_fonts_are_embedded() -> None:
    assert set(readers.fonts(delegation_sheet(WHOLE).pdf).values()) == {True}


def test_one_language_leaves_the_other_out() -> None:
    english = readers.by_pdfium(delegation_sheet(WHOLE, DelegationSheetOptions(languages=("en",))).pdf)
    chinese = readers.by_pdfium(delegation_sheet(WHOLE, DelegationSheetOptions(languages=("zh-Hans",))).pdf)

    assert ("Delegation sheet" in english, "代表团接待单" in english) == (True, False)
    assert ("Delegation sheet" in chinese, "代表团接待单" in chinese) == (False, True)


def test_forty_members_go_overleaf_under_a_repeated_head() -> None:
    many = [person(f"团员{n}号", f"Member {n}", number=f"{n:04d}") for n in range(40)]
    texts = pages(delegation_sheet(sheets(sheet(*many))).pdf)

    assert len(texts) > 1
    assert [n for n in range(40) if sum(f"团员{n}号" in text for text in texts) < 1] == []
    assert all("昭帕耶医科大学" in text and "证号" in text for text in texts[:-1])
    assert all(squeezed("（续）") in text for text in texts[1:])
    assert "联络员" not in texts[1]


def test_a_batch_stands_in_the_order_given_and_one_alone_is_chosen() -> None:
    lao = replace(sheet(person("宋通", "Sonthong")), id="la", name=("万象健康科学大学", "Vientiane University"))
    both = sheets(sheet(person()), lao)
    texts = pages(delegation_sheet(both).pdf)

    assert ["昭帕耶医科大学" in text for text in texts] == [True, False]
    alone = pages(delegation_sheet(both, DelegationSheetOptions(delegation="la")).pdf)
    assert len(alone) == 1
    assert "万象健康科学大学" in alone[0]


def test_what_is_open_stands_there_as_open() -> None:
    text = pages(delegation_sheet(sheets(sheet(person(), heads=(), liaison=None, hotel=NONE, arrival=None))).pdf)[0]

    assert text.count("待定open") == 3
    assert "分头抵达onebyone" in text


def test_who_gave_no_arrival_declined_or_comes_online_is_said() -> None:
    people = (
        person("甲某某", "A", arrival=None),
        person("乙某某", "B", away=True),
        person("丙某某", "C", online=("线上", "Online")),
        person("丁某某", "D", arrival=SheetTrip(as_written="看情况")),
    )
    text = pages(delegation_sheet(sheets(sheet(*people))).pdf)[0]

    assert [word for word in ("未报notgiven", "婉拒declined", "线上Online", "看情况") if word not in text] == []


def test_a_delegation_of_nobody_but_a_number_has_a_sheet() -> None:
    paper = delegation_sheet(sheets(sheet(unnamed=6, delegates=6, arrival=None, name=NONE)))

    assert paper.pages == 1
    assert "另有6人名单未报" in pages(paper.pdf)[0]


def test_names_without_a_form_that_is_printed_are_told() -> None:
    report = delegation_sheet(sheets(sheet(person("", "Wiratmaja")))).report

    assert [remark.sentence("en") for remark in report.remarks] == [
        "昭帕耶医科大学: the name “Wiratmaja” has no 中文 form."
    ]


def test_what_is_open_is_told_before_printing() -> None:
    bare = sheet(person(), heads=(), liaison=None, hotel=NONE)
    report = delegation_sheet(sheets(bare, replace(bare, heads=(), housed=False))).report

    assert [remark.sentence("en") for remark in report.remarks] == [
        "昭帕耶医科大学: “Head” is still open.",
        "昭帕耶医科大学: “Liaison officer” is still open.",
        "昭帕耶医科大学: “Hotel” is still open.",
    ]
    assert report.remarks[2].sentence("zh-Hans") == "昭帕耶医科大学：“酒店”待定。"


def test_who_comes_online_is_handed_nothing() -> None:
    here, there = person(), person("丙某某", "C", online=("线上", "Online"))
    both, one = (pages(delegation_sheet(sheets(sheet(*people))).pdf)[0] for people in ((here, there), (here, here)))

    assert (both.count("房卡Key"), one.count("房卡Key")) == (1, 2)


def test_a_forum_without_delegations_is_one_page() -> None:
    assert delegation_sheet(sheets()).pages == 1


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    assert delegation_sheet(WHOLE).pdf == delegation_sheet(WHOLE).pdf


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=140), st.text(max_size=140), st.lists(st.text(max_size=90), max_size=4))
def test_any_texts_are_set(zh: str, en: str, notes: list[str]) -> None:
    one = sheet(person(zh, en, post=(zh, en)), name=(zh, en), country=(en, zh), hotel=(zh, en), notes="\n".join(notes))

    assert delegation_sheet(sheets(one)).pages >= 1


def test_a_name_of_120_letters_keeps_its_place() -> None:
    long = ("国际" * 60, "International Health Education and Research University of the Two Rivers " * 2)
    text = pages(delegation_sheet(sheets(sheet(person(), name=long))).pdf)[0]

    assert text.count("国际") >= 60
    assert "联络员" in text

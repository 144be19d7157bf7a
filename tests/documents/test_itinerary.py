"""The personal itinerary: everything on it is found again, long days go overleaf, nothing of others stands on it."""

import datetime as dt
import gc
import re
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.typesetting import readers
from forumplanner.documents.itinerary import ItineraryOptions, itinerary, personal
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.kinds import Category
from forumplanner.snapshots.itinerary import Itinerary, ItineraryBook, Liaison, Stop, StopKind
from forumplanner.snapshots.paper import Edition

DAY = dt.date(2026, 11, 14)
HALL = ("云岭厅 3F", "Yunling Hall, 3F")
A5 = (148 * 72 / 25.4, 210 * 72 / 25.4)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages(pdf: bytes) -> list[str]:
    return [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def stop(hour: float, zh: str = "开幕式", en: str = "Opening Ceremony", **fields: Any) -> Stop:
    values: dict[str, Any] = {"kind": StopKind.SESSION, "day": DAY, "start": int(hour * 60), "place": HALL, **fields}
    return Stop(title=(zh, en), **values)


ARRIVAL = Stop(StopKind.ARRIVAL, DAY - dt.timedelta(days=1), 875, place=("昆明长水机场 T1",) * 2, carrier="KH 214")
TALK = stop(14 + 1 / 6, "复燃风险", "Risk of resurgence", kind=StopKind.SPEECH, deed=("报告", "Report"), minutes=20)
CHAIR = stop(16, "下半场", "Second half", kind=StopKind.PART, deed=("主持", "Chair"))
WELCOME = stop(9, "致欢迎辞", "Welcome Remarks", kind=StopKind.TURN, deed=("致欢迎辞", "Welcome Remarks"), minutes=8)


def card(*stops: Stop, key: str = "sok", **fields: Any) -> Itinerary:
    values: dict[str, Any] = {
        "code": "P0027",
        "number": "YL26-0027",
        "category": Category.SPEAKER,
        "names": ("索·占塔薇", "Dr. SOK Chanthavy"),
        "country": ("柬埔寨", "Cambodia"),
        "institution": ("洞里萨健康科学大学", "Tonle Sap University of Health Sciences"),
        "native": "សុខ ចន្ធាវី",
        "native_language": "km",
        "latin_first": True,
        "delegation_id": "kh",
        "hotel": ("云岭宾馆", "Yunling Hotel"),
        "liaison": Liaison(("方禾", "FANG He"), "138 0000 0421", ("英文、高棉文", "English, Khmer")),
        "home": ("金边", "Phnom Penh"),
        "ahead": -60,
        **fields,
    }
    return Itinerary(participant_id=key, stops=stops or (ARRIVAL, stop(9), TALK, CHAIR, WELCOME), **values)


def book(*cards: Itinerary, **fields: Any) -> ItineraryBook:
    values: dict[str, Any] = {
        "slug": "yl26",
        "languages": ("zh-Hans", "en"),
        "short_title": ("云岭论坛", "Yunling Forum"),
        "edition": Edition("V3.1", 0, "2026-11-10 18:20", "V3.0"),
        "accent": "#0B4F5C",
        "clock": ("北京时间（UTC+8）", "Beijing Time (UTC+8)"),
        "taxi": "云岭医科大学国际会议中心",
        "phone": "0871 6500 0000",
        "mailbox": "secretariat@forum.example",
        **fields,
    }
    return ItineraryBook(cards=cards or (card(),), **values)


ONLINE = card(
    stop(9, url="https://live.forum.example/opening", local="08:00"),
    stop(1, "夜谈", "Night talk", local="11-13 23:30"),
    key="online",
    online=True,
    hotel=(),
)


def test_everything_on_it_is_found_again_by_every_reader() -> None:
    pdf = itinerary(book()).pdf
    wanted = [
        "个人行程单 Personal itinerary",
        "Dr. SOK Chanthavy",
        "索·占塔薇",
        "សុខ ចន្ធាវី",
        "柬埔寨　洞里萨健康科学大学",
        "Tonle Sap University of Health Sciences, Cambodia",
        "云岭宾馆 Yunling Hotel",
        "YL26-0027",
        "您的联络员 Your liaison officer",
        "方　禾",
        "138 0000 0421",
        "英文、高棉文 English, Khmer",
        "11月13日",
        "星期五 Friday, 13 November",
        "Saturday, 14 November",
        "抵达昆明长水机场 T1",
        "KH 214",
        "14:10",
        "您的报告：复燃风险（20分钟）",
        "Your Report: Risk of resurgence, 20 min",
        "您担任主持：下半场",
        "You as Chair: Second half",
        "由您致欢迎辞（8分钟）",
        "You give the Welcome Remarks, 8 min",
        "Yunling Hall, 3F",
        "出租车请看 Show this to a taxi driver",
        "请带我到：云岭医科大学国际会议中心",
        "请带我到：云岭宾馆",
        "0871 6500 0000",
        "时间均为北京时间（UTC+8） All times: Beijing Time (UTC+8)",
        "金边 Phnom Penh −1 h",
        "V3.1",
        "1 / 1",
    ]

    for read in (readers.by_pdfium, readers.by_poppler, readers.by_pypdf):
        text = squeezed(read(pdf))
        assert [word for word in wanted if squeezed(word) not in text] == []


@pytest.mark.parametrize(
    ("native", "language"),
    [
        ("ศิริพร อนุรักษ์", "th"),
        ("ສອນທອງ", "lo"),
        ("စိုးမင်း", "my"),
        ("សុខ ចន្ទ្រា", "km"),
        ("মোহাম্মদ", "bn"),
        ("सुमन राज", "ne"),
        ("සුනිල්", "si"),
        ("محمد حارث", "ur"),
        ("Nguyễn Văn Ánh", "vi"),
        ("Елена Морозова", "ru"),
    ],
)
def test_native_names_of_every_script_stand_under_the_others(native: str, language: str) -> None:
    paper = itinerary(book(card(native=native, native_language=language)))

    assert squeezed(native) in squeezed(readers.by_pdfium(paper.pdf))
    assert paper.report.remarks == ()


def test_all_fonts_are_embedded_and_the_page_is_a5() -> None:
    pdf = itinerary(book()).pdf

    assert set(readers.fonts(pdf).values()) == {True}
    assert pypdfium2.PdfDocument(pdf)[0].get_size() == pytest.approx(A5, abs=0.1)


def test_one_language_leaves_the_other_out_but_for_the_driver() -> None:
    english = squeezed(readers.by_pdfium(itinerary(book(), ItineraryOptions(("en",))).pdf))
    chinese = squeezed(readers.by_pdfium(itinerary(book(), ItineraryOptions(("zh-Hans",))).pdf))

    assert ("Personal" in english, "个人行程单" in english, "请带我到：云岭宾馆" in english) == (True, False, True)
    assert ("Personal" in chinese, "个人行程单" in chinese, "DrSOK" in chinese) == (False, True, False)
    assert "Arrivalat昆明长水机场T1" in english


def test_the_forums_own_order_of_languages_is_kept() -> None:
    one = card(stop(9, "Opening Ceremony", "开幕式", place=("Hall", "云岭厅")), country=("Cambodia", "柬埔寨"))
    text = pages(itinerary(book(one, languages=("en", "zh-Hans"), clock=("Beijing Time", "北京时间"))).pdf)[0]

    assert text.index("Personalitinerary") < text.index("个人行程单")
    assert text.index("OpeningCeremony") < text.index("开幕式")


def test_twenty_sessions_go_overleaf_under_a_repeated_head() -> None:
    many = tuple(stop(8 + n / 2, f"第{n}场专题会议", f"Session number {n}") for n in range(20))
    texts = pages(itinerary(book(card(*many))).pdf)

    assert len(texts) == 2
    assert [n for n in range(20) if sum(f"第{n}场专题会议" in text for text in texts) != 1] == []
    assert all("Dr.SOKChanthavy" in text and "个人行程单" in text and "11月14日" in text for text in texts)
    assert ["（续）(cont.)" in text for text in texts] == [False, True]
    assert ["请带我到" in text for text in texts] == [True, False]
    assert ["1/2" in texts[0], "2/2" in texts[1]] == [True, True]


def test_who_is_online_gets_links_and_the_own_clock_and_no_taxi() -> None:
    text = pages(itinerary(book(ONLINE)).pdf)[0]

    assert "https://live.forum.example/opening" in text
    assert "08:00" in text
    assert "11-1323:30" in text
    assert "小字为金边时间" in text
    assert ("请带我到" in text, "Hotel" in text) == (False, False)


def test_without_a_liaison_officer_the_secretariat_is_called() -> None:
    text = pages(itinerary(book(card(liaison=None))).pdf)[0]

    assert ("secretariat@forum.example" in text, "联络员" in text) == (True, False)


def test_drivers_abroad_are_shown_no_chinese() -> None:
    assert "请带我到" not in pages(itinerary(book(taxi="")).pdf)[0]


def test_what_has_no_time_yet_comes_last() -> None:
    unknown = replace(ARRIVAL, day=None, start=None, as_written="看情况")
    text = pages(itinerary(book(card(stop(9), unknown))).pdf)[0]

    assert text.index("开幕式") < text.index("时间待定") < text.index("看情况")


def test_half_past_midnight_bears_the_date_of_its_clock() -> None:
    text = pages(itinerary(book(card(stop(24.5, "夜谈", "Night talk")))).pdf)[0]

    assert "00:3011-15" in text


def test_nothing_planned_is_said() -> None:
    text = pages(itinerary(book(replace(card(), stops=()))).pdf)[0]

    assert "您的日程尚未排定" in text


def test_cards_are_chosen_by_person_delegation_and_category() -> None:
    lao = card(key="lao", names=("宋通", "Sonthong"), delegation_id="la", category=Category.DELEGATE)
    gone = card(key="gone", names=("未来", "Absent"), away=True)
    whole = book(card(), lao, gone)

    def printed(**chosen: str) -> list[bool]:
        text = "".join(pages(itinerary(whole, ItineraryOptions(**chosen)).pdf))  # type: ignore[arg-type]  # texts only
        return [name in text for name in ("SOKChanthavy", "Sonthong", "Absent")]

    assert printed() == [True, True, False]
    assert printed(delegation="la") == [False, True, False]
    assert printed(category="speaker") == [True, False, False]
    assert printed(person="gone") == [False, False, True]


def test_one_persons_card_is_the_same_as_in_its_paper() -> None:
    whole = book(card(), card(key="lao", names=("宋通", "Sonthong")))

    assert personal(whole, "lao") == itinerary(whole, ItineraryOptions(person="lao")).pdf
    assert len(pypdfium2.PdfDocument(personal(whole, "lao"))) == 1
    with pytest.raises(KeyError):
        personal(whole, "nobody")


def test_a_card_leaves_nothing_behind_that_somebody_must_search_for() -> None:
    whole = book(card(TALK, CHAIR))
    personal(whole, "sok")
    gc.collect()
    gc.disable()
    try:
        personal(whole, "sok")
        left = gc.collect()
    finally:
        gc.enable()

    assert left == 0


def test_names_without_a_form_that_is_printed_are_told() -> None:
    report = itinerary(book(card(names=("", "Wiratmaja")))).report

    assert [(remark.where, remark.text) for remark in report.of(Trouble.MISSING_FORM)] == [("P0027", "Wiratmaja")]


def test_the_same_book_gives_the_same_bytes() -> None:
    assert itinerary(book()).pdf == itinerary(book()).pdf


def test_an_empty_book_is_one_page() -> None:
    assert itinerary(replace(book(), cards=())).pages == 1


def inside(pdf: bytes) -> bool:
    """Whether every character lies on its page, with the margin that office printers need."""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for n in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(n)
            if left < 14 or bottom < 8 or right > A5[0] - 14 or top > A5[1] - 14:
                return False
    return True


LONG = "Kanakkahewage Don Chandana Jayantha Priyadarshana Wickramasinghe Abeywardena-Gunasekara Bandaranaike"


@pytest.mark.parametrize("languages", [(), ("zh-Hans",), ("en",)])
def test_long_names_titles_and_links_stay_on_the_page(languages: tuple[str, ...]) -> None:
    title = (
        "区域公共卫生应急联合演练与跨境传染病监测预警机制建设" * 3,
        "Joint exercises for regional emergencies " * 4,
    )
    one = card(
        stop(9, *title, place=("国际会议中心主楼三层第一报告厅（含同声传译）" * 2, "Main Building, Lecture Hall " * 3)),
        replace(TALK, title=title, url="https://meeting.example/" + "j" * 90),
        names=("维克拉马辛哈·阿贝瓦德纳·古纳塞克拉·班达拉奈克", LONG),
        native="කනක්කහේවගේ දොන් චන්දන ජයන්ත ප්‍රියදර්ශන වික්‍රමසිංහ අබේවර්ධන ගුණසේකර බණ්ඩාරනායක",
        native_language="si",
        hotel=("云岭国际会议中心酒店贵宾楼" * 3, "Yunling International Conference Centre Hotel " * 3),
        liaison=Liaison(("方禾", LONG), "+86 138 0000 0421", ("英文、高棉文", "English, Khmer")),
    )
    pdf = itinerary(book(one), ItineraryOptions(languages)).pdf

    assert inside(pdf)
    assert squeezed("Bandaranaike") in squeezed(readers.by_pdfium(pdf)) or languages == ("zh-Hans",)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=140), st.text(max_size=140))
def test_any_texts_are_set(zh: str, en: str) -> None:
    one = card(
        stop(9, zh, en, place=(en, zh)),
        replace(TALK, title=(zh, en), deed=(en, zh), url=en),
        replace(ARRIVAL, place=(zh, en), carrier=en, as_written=zh),
        names=(zh, en),
        native=zh,
        country=(zh, en),
        institution=(en, zh),
        hotel=(zh, en),
        liaison=Liaison((zh, en), "1", (en, zh)),
    )

    assert itinerary(book(one, taxi=zh)).pages >= 1

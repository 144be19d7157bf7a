"""Hand cards: one item a card, words at arm's length, over to a second card rather than too small."""

import re

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.ceremony import cue, item, order, person, session
from documents.typesetting import readers
from forumplanner.documents.mc_cards import McCardOptions, mc_cards
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.kinds import CueKind, ItemKind

LONG = "感谢各位领导和各位来宾在百忙之中出席今天的活动，让我们共同见证这一时刻。"


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages(pdf: bytes) -> list[str]:
    return [squeezed(sheet.get_textpage().get_text_range()) for sheet in pypdfium2.PdfDocument(pdf)]


def test_a_card_says_who_what_when_and_what_comes_next() -> None:
    first, second = pages(
        mc_cards(order(session(item(1), item(2, ItemKind.VIDEO_ADDRESS, people=(person("阮文安", "An"),))))).pdf
    )

    for wanted in ("09:10", "10分钟min", "高岚", "教授", "云岭医科大学校长", "item1of2", "下一项", "2视频致辞阮文安"):
        assert squeezed(wanted) in first, wanted
    assert "本场最后一项" in second


def test_bold_stretches_are_found_again_whole_by_every_reader() -> None:
    pdf = mc_cards(order(session(item()))).pdf

    for read in (readers.by_pdfium, readers.by_poppler, readers.by_pypdf):
        text = squeezed(read(pdf))
        assert squeezed("下面，有请云岭医科大学校长高岚教授致辞，大家欢迎！") in text
        assert squeezed("May I now invite Prof. GAO Lan.") in text


def test_all_fonts_are_embedded() -> None:
    assert set(readers.fonts(mc_cards(order(session(item()))).pdf).values()) == {True}


def test_if_somebody_is_absent_the_host_goes_to_the_next_item() -> None:
    first, last = pages(mc_cards(order(session(item(1), item(2, title=("闭幕致辞", "Closing"))))).pdf)

    assert squeezed("直接转第2项“闭幕致辞”。") in first
    assert "若嘉宾未到场" not in last


def test_a_spare_plan_is_what_the_host_does() -> None:
    spare = item(1, cues=(cue(CueKind.SPARE, "先放宣传片", "Show the film first"),))
    first = pages(mc_cards(order(session(spare, item(2)))).pdf)[0]

    assert "先放宣传片" in first
    assert "直接转" not in first


def test_words_too_long_for_a_card_go_over_and_none_is_lost() -> None:
    texts = [f"第{n}段。{LONG}" for n in range(12)]
    paper = mc_cards(order(session(item(1, own=("\n".join(texts), "Thank you.")))))
    cards = pages(paper.pdf)

    assert paper.pages > 1
    assert [text for text in texts if squeezed(text) not in "".join(cards)] == []
    assert squeezed(f"card1of{paper.pages}") in cards[0]
    assert squeezed("本项第2张") in cards[0]


def test_the_second_language_has_a_card_of_its_own_rather_than_being_cut() -> None:
    english = "Thank you all for being with us today. " * 20
    paper = mc_cards(order(session(item(1, own=(LONG * 5, english)))))
    first, second = pages(paper.pdf)

    assert "Thankyou" not in first
    assert squeezed(english) in second


def test_a_name_too_long_for_the_card_is_reported() -> None:
    report = mc_cards(order(session(item(1, people=(person("X" * 90, "Y"),))))).report

    assert [remark.trouble for remark in report.remarks] == [Trouble.OVERFLOW]


def test_one_language_alone_is_set() -> None:
    english = pages(mc_cards(order(session(item())), McCardOptions(languages=("en",))).pdf)[0]

    assert re.findall(r"[\u4e00-\u9fff]+", english) == []


def test_nothing_to_say_is_one_empty_card() -> None:
    assert mc_cards(order()).pages == 1


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=1500), st.text(max_size=80))
def test_any_words_and_any_name_are_set(text: str, name: str) -> None:
    called = person(name, name, spoken=(name, name))

    assert mc_cards(order(session(item(1, own=(text, text), title=(name, name), people=(called,))))).pages >= 1

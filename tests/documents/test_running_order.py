"""The crew sheet: every word, cue and name is found again; what is amiss is said; nothing is cut off."""

import re
from dataclasses import replace

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.ceremony import NONE, TAGS, cue, item, order, person, session
from documents.typesetting import readers
from forumplanner.documents.running_order import RunningOrderOptions, running_order
from forumplanner.documents.running_order.calling import called
from forumplanner.documents.running_order.cues import TAGS as CUE_TAGS
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.domain.kinds import CueKind, ItemKind, Role
from forumplanner.snapshots.running_order import RunningAct


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages(pdf: bytes) -> list[str]:
    return [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdf)]


EVERYTHING = order(
    session(
        item(1, cues=tuple(cue(kind, f"提示{n}") for n, kind in enumerate(CueKind))),
        item(2, ItemKind.VIDEO_ADDRESS, people=(person("阮文安", "NGUYEN Van An", pronunciation="ngwen van AHN"),)),
    )
)


def test_every_word_cue_and_name_is_found_again_by_every_reader() -> None:
    pdf = running_order(EVERYTHING).pdf
    wanted = [
        "开幕式程序单",
        "Opening Ceremony",
        "内部使用",
        "CREW ONLY",
        "V3.1",
        "陆怀瑾",
        "云岭厅",
        "0871",
        "09:10",
        "高岚",
        "NGUYEN Van An",
        "ngwen van AHN",
        "下面，有请云岭医科大学校长高岚教授致辞，大家欢迎！",
        "May I now invite Prof. GAO Lan.",
        *(f"提示{n}" for n in range(len(CueKind))),
        *(zh for zh, _en in CUE_TAGS.values()),
    ]

    for read in (readers.by_pdfium, readers.by_poppler, readers.by_pypdf):
        text = squeezed(read(pdf))
        assert [word for word in wanted if squeezed(word) not in text] == []


def test_all_fonts_are_embedded() -> None:
    assert set(readers.fonts(running_order(EVERYTHING).pdf).values()) == {True}


def test_one_language_leaves_the_other_out() -> None:
    chinese = pages(running_order(EVERYTHING, RunningOrderOptions(languages=("zh-Hans",))).pdf)[0]
    english = pages(running_order(EVERYTHING, RunningOrderOptions(languages=("en",))).pdf)[0]

    assert "May I" not in chinese
    assert re.findall(r"[\u4e00-\u9fff]+", english.replace("提示", "")) == []


def test_tags_are_letters_where_nothing_is_chinese() -> None:
    cues = tuple(cue(kind, "", f"cue {n}") for n, kind in enumerate(CueKind))
    text = pages(running_order(order(session(item(cues=cues))), RunningOrderOptions(languages=("en",))).pdf)[0]

    assert [letter for _zh, letter in CUE_TAGS.values() if letter not in text] == []
    assert len({letter for _zh, letter in CUE_TAGS.values()}) == len(CueKind)


def test_a_forum_without_items_is_one_page() -> None:
    paper = running_order(order())

    assert (paper.pages, paper.report.remarks) == (1, ())


def test_a_long_introduction_goes_on_overleaf_with_all_its_words() -> None:
    names = [f"云岭医科大学第{n}附属医院院长贵宾{n}" for n in range(90)]
    long = item(1, ItemKind.INTRODUCTION, people=(), template=("\n".join(names), "\n".join(names)))
    paper = running_order(order(session(long, item(2))))
    text = squeezed("".join(pages(paper.pdf)))

    assert paper.pages > 1
    assert [name for name in names if text.count(name) < 2] == []
    assert squeezed("下面，有请云岭医科大学校长") in text


def test_a_row_is_never_split_while_it_fits_a_page() -> None:
    paper = running_order(order(session(*(item(n) for n in range(1, 13)))))

    whole = squeezed("下面，有请云岭医科大学校长高岚教授致辞，大家欢迎！")
    assert sum(squeezed(page).count(whole) for page in pages(paper.pdf)) == 12


def test_what_is_amiss_is_said_with_its_place() -> None:
    bare = person("阮文安", "NGUYEN Van An", abroad=True, provisional=True)
    faulty = item(4, people=(bare,), own=("有请张三！", ""), template=("下面", ""), stale=("张三",))
    report = running_order(order(session(faulty))).report

    assert [(remark.trouble, remark.text) for remark in report.remarks] == [
        (Trouble.STALE_NAME, "张三"),
        (Trouble.MISSING_WORDS, "致辞"),
        (Trouble.MISSING_SOUND, "阮文安"),
        (Trouble.UNCONFIRMED, "阮文安"),
    ]
    assert report.errors[0].sentence("en") == ("开幕式 4 致辞: the words still name “张三”, who is no longer in it.")
    assert report.remarks[1].sentence("zh-Hans") == "开幕式 4：“致辞”没有英文主持词。"


def test_words_written_on_one_side_only_are_said() -> None:
    report = running_order(order(session(item(own=("有请！", ""))))).report
    (remark,) = report.remarks

    assert (remark.trouble, remark.is_error) == (Trouble.ONE_SIDED, False)
    assert remark.sentence("en") == "开幕式 1: the words for “致辞” in 英文 may not say what the other side does."


def test_a_chosen_session_is_printed_alone() -> None:
    other = replace(session(item(title=("闭幕致辞", "Closing remarks"))), id="close", title=("闭幕式", "Closing"))
    both = order(session(item()), other)

    text = "".join(pages(running_order(both, RunningOrderOptions(session="close")).pdf))
    assert ("闭幕式程序单" in text, "开幕式程序单" in text) == (True, False)
    assert running_order(both).pages == 2


def test_people_of_an_act_stand_under_its_title() -> None:
    people = (person("甲乙丙", role=Role.SIGNATORY, act="a"), person("丁戊己", role=Role.SIGNATORY, act="b"))
    acts = (RunningAct("a", ("甲协议", "A")), RunningAct("b", ("乙协议", "B")))
    text = squeezed(pages(running_order(order(session(item(kind=ItemKind.SIGNING, people=people, acts=acts)))).pdf)[0])

    assert text.index("甲协议") < text.index("甲乙丙") < text.index("乙协议") < text.index("丁戊己")


def test_the_same_order_gives_the_same_bytes() -> None:
    assert running_order(EVERYTHING).pdf == running_order(EVERYTHING).pdf


def test_words_call_a_person_with_the_post_before_the_name() -> None:
    tongue = tongues_of(TAGS, ("zh-Hans",))[0]
    text = "感谢！有请云岭医科大学校长高岚教授，高岚请。"

    assert [text[start:end] for start, end in called(text, item(), tongue)] == ["云岭医科大学校长高岚教授", "高岚"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=300), min_size=1, max_size=4), st.text(max_size=60))
def test_any_words_are_set(texts: list[str], name: str) -> None:
    rows = tuple(
        item(n, own=(text, text), title=(name, NONE[0]), people=(person(name, name, spoken=(name, name)),))
        for n, text in enumerate(texts, start=1)
    )

    assert running_order(order(session(*rows))).pages >= 1

"""Talks from the clipboard: columns are known by header or by content, nothing typed is lost without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.kinds import Mode
from forumplanner.domain.talks import NamedSpeaker
from forumplanner.domain.text import EN, ZH
from forumplanner.exchange.pasted import MOST_ROWS, PastedTalks, PasteRefused, read_talks


def said(pasted: PastedTalks) -> list[tuple[int, str, str, list[str], str, int | None]]:
    """Each talk: row, Chinese and English title, speakers, forum, minutes."""
    return [
        (t.row, t.title.get(ZH), t.title.get(EN), [s.name for s in t.speakers], t.forum, t.minutes)
        for t in pasted.talks
    ]


def test_a_table_with_chinese_headers() -> None:
    pasted = read_talks(
        "序号\t报告题目\t英文题目\t报告人\t分论坛\t时长（分钟）\n"
        "1\t虚拟病人\tVirtual patients\t沈怀瑾\tA\t15\n"
        "2\t叙事医学\tNarrative medicine\t陈国强、Samina Rahman\t分论坛B\t20分钟\n"
    )

    assert said(pasted) == [
        (2, "虚拟病人", "Virtual patients", ["沈怀瑾"], "A", 15),
        (3, "叙事医学", "Narrative medicine", ["陈国强", "Samina Rahman"], "B", 20),
    ]
    assert pasted.problems == ()


def test_a_table_without_headers_is_known_by_what_stands_in_it() -> None:
    pasted = read_talks(
        "Virtual patients in rural training\tSamina Rahman\tA\t15\n"
        "Narrative medicine in many languages\tShen Huaijin\tB\t20 min\n"
        "叙事医学与跨文化沟通的课堂实践\t陈国强\tA\t15\n"
    )

    assert said(pasted) == [
        (1, "", "Virtual patients in rural training", ["Samina Rahman"], "A", 15),
        (2, "", "Narrative medicine in many languages", ["Shen Huaijin"], "B", 20),
        (3, "叙事医学与跨文化沟通的课堂实践", "", ["陈国强"], "A", 15),
    ]


def test_both_titles_are_told_by_their_script_and_columns_may_stand_in_any_order() -> None:
    pasted = read_talks(
        "1\tForum 1\t陈国强\tVirtual patients in rural training\t乡村医学教育中的虚拟病人\n"
        "2\tForum 2\t沈怀瑾\tNarrative medicine across cultures\t跨文化的叙事医学课程建设\n"
        "3\tForum 2\t王芳\tPoster round with the authors\t与作者面对面的壁报交流\n"
    )

    assert said(pasted)[0] == (
        1,
        "乡村医学教育中的虚拟病人",
        "Virtual patients in rural training",
        ["陈国强"],
        "1",
        None,
    )
    assert [talk.forum for talk in pasted.talks] == ["1", "2", "2"]


def test_a_message_with_bars_or_gaps_is_a_table_too() -> None:
    bars = read_talks("虚拟病人 | 沈怀瑾 | A\n叙事医学｜陈国强｜B")
    gaps = read_talks("虚拟病人的教学   沈怀瑾   A\n叙事医学的教学   陈国强   B")

    assert [row[1:] for row in said(bars)] == [
        ("虚拟病人", "", ["沈怀瑾"], "A", None),
        ("叙事医学", "", ["陈国强"], "B", None),
    ]
    assert [talk.forum for talk in gaps.talks] == ["A", "B"]


def test_a_cell_with_line_breaks_comes_quoted_from_a_spreadsheet() -> None:
    pasted = read_talks('Title\tSpeaker\n"Two\nlines, ""quoted"""\tShen Huaijin\n')

    assert said(pasted) == [(2, "", 'Two lines, "quoted"', ["Shen Huaijin"], "", None)]


def test_empty_rows_keep_the_numbers_of_the_others() -> None:
    pasted = read_talks("题目\t报告人\n\n虚拟病人\t沈怀瑾\n\t\n叙事医学\t陈国强\n")

    assert [talk.row for talk in pasted.talks] == [3, 5]


@pytest.mark.parametrize(
    ("cell", "speakers"),
    [
        ("沈怀瑾教授", [NamedSpeaker("沈怀瑾")]),
        ("Prof. Dr. Shen Huaijin", [NamedSpeaker("Shen Huaijin")]),
        ("张三、李四（线上）", [NamedSpeaker("张三"), NamedSpeaker("李四", Mode.ONLINE)]),
        ("Samina Rahman (video); Ana Silva", [NamedSpeaker("Samina Rahman", Mode.VIDEO), NamedSpeaker("Ana Silva")]),
        ("Shen, Huaijin", [NamedSpeaker("Shen Huaijin")]),
        ("Ana Silva, Samina Rahman and Li Wei", [NamedSpeaker(n) for n in ("Ana Silva", "Samina Rahman", "Li Wei")]),
        ("Ministry of Health and Welfare", [NamedSpeaker("Ministry of Health and Welfare")]),
        ("待定", [NamedSpeaker("")]),
        ("TBA", [NamedSpeaker("")]),
        ("王主任", [NamedSpeaker("王主任")]),
        ("", []),
    ],
)
def test_speakers_in_one_cell(cell: str, speakers: list[NamedSpeaker]) -> None:
    pasted = read_talks(f"Title\tSpeaker\nTalk\t{cell}\n")

    assert list(pasted.talks[0].speakers) == speakers


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("A", "A"),
        ("b", "B"),
        ("分论坛C", "C"),
        ("第一分论坛", "1"),
        ("论坛二", "2"),
        ("Forum 3", "3"),
        ("Ｄ组", "D"),
        ("", ""),
    ],
)
def test_the_names_of_a_parallel_forum(cell: str, code: str) -> None:
    pasted = read_talks(f"Title\tForum\nTalk\t{cell}\n")

    assert pasted.talks[0].forum == code


@pytest.mark.parametrize(
    ("cell", "half"), [("上半场", 1), ("下半场", 2), ("Part 2", 2), ("first half", 1), ("later", None)]
)
def test_a_half_may_be_named(cell: str, half: int | None) -> None:
    pasted = read_talks(f"Title\tForum\tHalf\nTalk\tA\t{cell}\n")

    assert pasted.talks[0].half == half


def test_what_can_not_be_read_is_said_with_its_row_and_the_talk_is_kept() -> None:
    pasted = read_talks(
        "题目\t报告人\t论坛\t分钟\n虚拟病人\t沈怀瑾（复旦大学）\t待通知\t约15\n\t陈国强\tA\t0\n叙事医学\t王芳\tB\t９９９\n"
    )

    assert [(problem.row, problem.words[EN]) for problem in pasted.problems] == [
        (2, "Row 2: “复旦大学” beside the name was left out."),
        (2, "Row 2: “待通知” names no parallel forum."),
        (2, "Row 2: “约15” is no number of minutes; it is left open."),
        (3, "Row 3 has no title yet."),
        (3, "Row 3: “0” is no number of minutes; it is left open."),
        (4, "Row 4: “９９９” is no number of minutes; it is left open."),
    ]
    assert [talk.minutes for talk in pasted.talks] == [None, None, None]
    assert all(ZH in problem.words for problem in pasted.problems)


def test_a_column_that_is_not_read_is_named() -> None:
    with_headers = read_talks("题目\t单位\t报告人\n虚拟病人\t复旦大学\t沈怀瑾\n")
    without = read_talks("虚拟病人在乡村的应用\t沈怀瑾\t复旦\n叙事医学的课堂实践\t陈国强\t北大\n")

    assert [(problem.row, problem.words[EN]) for problem in with_headers.problems] == [
        (1, "Column “单位” was not read.")
    ]
    assert [(problem.row, problem.words[EN]) for problem in without.problems] == [(1, "Column “3” was not read.")]


@pytest.mark.parametrize(
    "header",
    ["报告题目 Title\t报告人 Speaker\t分论坛 Forum\t时长 Minutes", "Talk title\tSpeaker name\tTrack\tDuration (min)"],
)
def test_headers_in_both_languages(header: str) -> None:
    pasted = read_talks(f"{header}\n虚拟病人\t沈怀瑾\tA\t15\n")

    assert said(pasted) == [(2, "虚拟病人", "", ["沈怀瑾"], "A", 15)]


def test_titles_of_5000_letters_are_read_whole() -> None:
    long = "医" * 5000

    assert read_talks(f"题目\t报告人\n{long}\t沈怀瑾\n").talks[0].title.get(ZH) == long


def test_another_pair_of_languages_gets_the_title_on_its_own_side() -> None:
    pasted = read_talks("Title\tSpeaker\nการแพทย์\tสมชาย\n", languages=(ZH, "th"))

    assert dict(pasted.talks[0].title.wordings).keys() == {"th"}


@pytest.mark.parametrize("text", ["", "   \n\n", "hello", "\t\t\n\t"])
def test_what_is_no_table_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(PasteRefused, match="There are no rows to paste"):
        read_talks(text)


@pytest.mark.parametrize("text", ["a\tb\n" * (MOST_ROWS + 1), "x" * 2_000_001 + "\tb"])
def test_too_much_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(PasteRefused, match="more than 1000 rows"):
        read_talks(text)


NAMES = ["沈怀瑾", "陈国强", "Samina Rahman", "Nguyễn Văn An"]
TITLES = st.lists(
    st.sampled_from(["虚拟病人", "Virtual patients", "叙事医学 2030", "Care & cure", "“引号”"]), min_size=1, max_size=3
).map(" ".join)
ROWS = st.lists(
    st.tuples(TITLES, st.sampled_from(NAMES), st.sampled_from(["A", "B", ""]), st.integers(1, 600)),
    min_size=1,
    max_size=30,
)


@given(ROWS)
def test_what_was_written_is_read_back(rows: list[tuple[str, str, str, int]]) -> None:
    text = "\n".join(["题目\t报告人\t论坛\t分钟", *("\t".join(map(str, row)) for row in rows)])

    pasted = read_talks(text)

    assert pasted.problems == ()
    assert [(talk.title.best(ZH, EN), talk.speakers[0].name, talk.forum, talk.minutes) for talk in pasted.talks] == rows


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\t\n|\"'，、（）15A论坛"), max_size=300))
def test_any_text_is_read_or_refused_and_rows_stay_in_order(text: str) -> None:
    try:
        pasted = read_talks(text)
    except PasteRefused:
        return

    numbers = [talk.row for talk in pasted.talks]
    assert numbers == sorted(set(numbers))
    assert {problem.row for problem in pasted.problems} <= set(range(1, len(text) + 2))

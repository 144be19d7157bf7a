"""Numbers of a Chinese and an English text: the same said in two ways is the same, another number is found."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.numerals import chinese_numeral, differing, in_chinese, in_english

SAME = (
    ("第三届论坛", "The Third Forum"),
    ("第二十一届年会", "21st Annual Meeting"),
    ("首届论坛", "Inaugural Forum"),
    ("10月24日开幕", "Opening on 24 October"),
    ("2026年10月24日至26日", "24–26 October 2026"),
    ("新冠疫情与2型糖尿病", "COVID-19 and type 2 diabetes"),
    ("在十二个国家用六年时间", "six years in twelve countries"),
    ("1.2万人参加", "12,000 took part"),
    ("3亿人口", "300 million people"),
    ("百分之三十的病人", "30% of the patients"),
    ("20世纪80年代", "the 1980s"),
    ("21世纪的医学", "Medicine in the 21st century"),
    ("下午2:30集合", "Meet at 2:30 pm"),
    ("14:30集合", "Meet at 2:30 p.m."),
    ("上午九点", "9 am"),
    ("分论坛二", "Forum II"),
    ("第一部分", "Part I"),
    ("云岭大学、澜沧大学等11所高校", "Yunling, Lancang and 9 other universities"),
    ("1000余名代表", "over 1,000 delegates"),
    ("2026—2030年规划", "Plan 2026–30"),
    ("十四五规划", "The 14th Five-Year Plan"),
    ("一带一路", "Belt and Road 2026"),
    ("三亚与九江", "Two cities"),
    ("二十国集团", "G20"),
    ("第二次世界大战", "World War II"),
    ("同一健康：3点启示", "One Health: three lessons"),
    ("千人计划", "Thousand Talents"),
    ("一种新方法", "A new method of 2026"),
    ("第三届论坛", "Forum"),
    ("论坛", "3rd Forum"),
)
OTHER = (
    ("第三届论坛", "2nd Forum", ("3",), ("2",)),
    ("首届论坛", "2nd Forum", ("1",), ("2",)),
    ("10月24日", "25 October", ("24",), ("25",)),
    ("11月24日", "24 October", ("11",), ("10",)),
    ("十二个国家", "thirteen countries", ("12",), ("13",)),
    ("3亿人", "30 million people", ("300000000",), ("30000000",)),
    ("百分之三十", "40 per cent", ("30",), ("40",)),
    ("301会议室", "Room 302", ("301",), ("302",)),
    ("Ⅱ期临床试验", "Phase III trial", ("2",), ("3",)),
    ("下午2:30", "2:30 am", ("14",), ("2",)),
)


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_the_same_in_two_ways_is_no_difference(zh: str, en: str) -> None:
    assert differing(zh, en) is None


@pytest.mark.parametrize(("zh", "en", "only_zh", "only_en"), OTHER)
def test_another_number_is_found(zh: str, en: str, only_zh: tuple[str, ...], only_en: tuple[str, ...]) -> None:
    assert differing(zh, en) == (only_zh, only_en)


def _chinese(number: int) -> str:
    """The usual Chinese numeral of a number below 10,000."""
    digits, units, said = "零一二三四五六七八九", ["", "十", "百", "千"], ""
    for place, digit in enumerate(map(int, str(number))):
        unit = units[len(str(number)) - 1 - place]
        if digit:
            said += digits[digit] + unit
        elif not said.endswith("零"):
            said += "零"
    said = said.rstrip("零") if number else "零"
    return said.removeprefix("一") if 10 <= number < 20 else said


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@given(st.integers(1, 9999))
def test_chinese_numerals_are_read_back(number: int) -> None:
    assert chinese_numeral(_chinese(number)) == number


@given(st.integers(1, 99), st.integers(1, 99))
def test_editions_differ_exactly_where_their_numbers_do(zh: int, en: int) -> None:
    found = differing(f"第{_chinese(zh)}届国际医学教育论坛", f"{_ordinal(en)} International Forum on Medical Education")

    assert found == (None if zh == en else ((str(zh),), (str(en),)))


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1, 28))
def test_days_of_a_month_differ_exactly_where_they_do(month: int, zh: int, en: int) -> None:
    names = "January February March April May June July August September October November December".split()  # noqa: SIM905 - a list of words
    found = differing(f"{month}月{zh}日闭幕", f"Closing on {en} {names[month - 1]}")

    assert (found is None) == (zh == en or month in {zh, en})


@given(st.integers(2, 999), st.sampled_from(["{}个国家", "{}所大学", "{}人", "{}%的人", "第{}届"]))
def test_digits_and_numerals_say_the_same(number: int, pattern: str) -> None:
    numeral = pattern.replace("{}%", "百分之{}").format(_chinese(number))

    assert in_chinese(pattern.format(number)) == in_chinese(numeral) == {Decimal(number)}


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read_without_a_fault(zh: str, en: str) -> None:
    assert differing(zh, en) in {None, differing(zh, en)}
    assert all(number >= 0 for number in in_chinese(zh) | in_english(en))

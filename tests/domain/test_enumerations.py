"""Enumerations of which some are named: both languages speak of one total."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.enumerations import (
    COUNTRIES,
    HOUSES,
    INSTITUTIONS,
    PLACES,
    SCHOOLS,
    Counted,
    counted_as,
    enumeration,
    in_both,
)
from forumplanner.domain.kinds import InstitutionKind
from forumplanner.domain.text import LocalizedText

ELEVEN = [LocalizedText.of(zh_Hans=f"甲{n}大学", en=f"University {n}") for n in range(11)]


def both(named: int, *, names: int = 11, unnamed: int = 0, counted: Counted = PLACES) -> tuple[str, str]:
    made = in_both(ELEVEN[:names], named=named, unnamed=unnamed, counted=counted)
    return made.get("zh-Hans"), made.get("en")


@pytest.mark.parametrize(
    ("named", "zh", "en"),
    [
        (0, "11所", "11"),
        (1, "甲0大学等11所", "University 0 and 10 others"),
        (2, "甲0大学、甲1大学等11所", "University 0, University 1 and 9 others"),
    ],
)
def test_chinese_counts_all_and_english_those_left(named: int, zh: str, en: str) -> None:
    assert both(named) == (zh, en)


def test_one_left_over_is_one_other() -> None:
    assert both(2, names=3) == ("甲0大学、甲1大学等3所", "University 0, University 1 and 1 other")


def test_all_named_needs_no_deng() -> None:
    assert both(3, names=3) == ("甲0大学、甲1大学和甲2大学", "University 0, University 1 and University 2")
    assert both(2, names=2) == ("甲0大学和甲1大学", "University 0 and University 1")
    assert both(5, names=1) == ("甲0大学", "University 0")
    assert both(2, names=0) == ("", "")


def test_institutions_without_a_name_count_too() -> None:
    assert both(2, names=2, unnamed=9) == ("甲0大学、甲1大学等11所", "University 0, University 1 and 9 others")


def test_a_noun_stands_behind_the_count() -> None:
    assert both(1, counted=SCHOOLS) == ("甲0大学等11所院校", "University 0 and 10 other universities")
    assert both(10, counted=INSTITUTIONS)[1].endswith("University 9 and 1 other institution")
    assert both(0, names=1, counted=COUNTRIES) == ("1个国家", "1 country")
    assert both(0, counted=COUNTRIES) == ("11个国家", "11 countries")


def test_names_that_hold_and_or_a_comma_stay_apart() -> None:
    health = LocalizedText.of(zh_Hans="卫生、体育部", en="Ministry of Health and Sports")
    arts = LocalizedText.of(zh_Hans="艺术学院", en="School of Art, Music, Dance")

    assert enumeration([health, *ELEVEN[:4]], "en", named=2) == (
        "Ministry of Health and Sports, University 0, and 3 others"
    )
    assert (
        enumeration([arts, health], "en", named=2) == "School of Art, Music, Dance; and Ministry of Health and Sports"
    )
    assert enumeration([health, *ELEVEN[:4]], "zh-Hans", named=2) == "卫生、体育部；甲0大学等5所"


def test_a_missing_language_takes_the_other_ones_name() -> None:
    thai = [LocalizedText.of(zh_Hans="曼谷大学"), LocalizedText.of(en="Chiang Mai University")]

    assert enumeration(thai, "zh-Hans", named=1) == "曼谷大学等2所"
    assert enumeration(thai, "en", named=1) == "曼谷大学 and 1 other"
    assert enumeration(ELEVEN, "lo", named=1) == "University 0 and 10 others"


def test_the_measure_word_follows_what_is_counted() -> None:
    assert counted_as([InstitutionKind.UNIVERSITY, InstitutionKind.HOSPITAL]) == PLACES
    assert counted_as([InstitutionKind.UNIVERSITY, InstitutionKind.COMPANY]) == HOUSES
    assert counted_as([None]) == counted_as([]) == HOUSES


@given(
    names=st.integers(0, 40),
    unnamed=st.integers(0, 60),
    named=st.integers(0, 45),
    counted=st.sampled_from([PLACES, HOUSES, SCHOOLS, INSTITUTIONS]),
)
def test_both_languages_speak_of_the_same_total(names: int, unnamed: int, named: int, counted: Counted) -> None:
    whole = [LocalizedText.of(zh_Hans=f"校{chr(0x4E00 + n)}", en=f"School {chr(65 + n)}") for n in range(names)]
    made = in_both(whole, named=named, unnamed=unnamed, counted=counted)
    zh, en = made.get("zh-Hans"), made.get("en")
    shown, total = min(named, names), names + unnamed

    in_chinese = re.search(r"(\d+)[所家]", zh)
    in_english = re.search(r"(\d+)(?: other)?", en)
    if total and shown < total:
        assert in_chinese is not None
        assert in_english is not None
        assert int(in_chinese.group(1)) == total == shown + int(in_english.group(1))
    else:
        assert (in_chinese, in_english) == (None, None)
    assert en.count("School") == zh.count("校") - zh.count("院校") == shown

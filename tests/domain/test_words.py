"""Words of the field: every code has one in both languages, countries are found in any spelling, steps read well."""

import re
from enum import StrEnum

import pytest

from forumplanner.domain import countries, guest_kinds, history, kinds, labels
from forumplanner.domain.kinds import Category, Mode, Standing, StepKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.sorting import initials, latin_key, pinyin_key, search_keys, text_keys
from forumplanner.i18n import in_language

LISTS = [
    k
    for k in (vars(kinds) | vars(guest_kinds)).values()
    if isinstance(k, type) and issubclass(k, StrEnum) and k not in {StrEnum, StepKind}
]


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_every_code_has_its_word_in_both_languages(kind: type[StrEnum]) -> None:
    for member in kind:
        assert re.search(r"[\u4e00-\u9fff]", labels.label(member, "zh-Hans"))
        assert re.search(r"[A-Za-z]", labels.label(member, "en"))


def test_equal_codes_of_different_lists_keep_their_own_word() -> None:
    assert labels.label(Category.OBSERVER, "zh-Hans") == "列席代表"
    assert labels.label(Standing.OBSERVER, "zh-Hans") == "观察员"


@pytest.mark.parametrize("text", ["线上", "online", "Online", " ONLINE "])
def test_a_word_leads_back_to_its_code(text: str) -> None:
    assert labels.from_word(Mode, text) is Mode.ONLINE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("泰国", "TH"),
        ("Viet Nam", "VN"),
        ("VIETNAM", "VN"),
        ("Lao PDR", "LA"),
        ("The Lao People's Democratic Republic", "LA"),
        ("Burma", "MM"),
        ("Россия", "RU"),
        ("中国台湾", "TW"),
        ("ไทย", "TH"),
        ("Atlantis", None),
    ],
)
def test_a_country_is_found_in_any_spelling(text: str, code: str | None) -> None:
    assert countries.country_code(text) == code


def test_country_names_follow_conference_usage() -> None:
    assert countries.country_name("MM", "en") == "Myanmar"
    assert countries.country_name("LA", "en") == "Lao PDR"
    assert countries.country_name("TW", "zh-Hans") == "中国台湾"


def test_surnames_are_read_as_surnames() -> None:
    assert pinyin_key("单国强") == "shan guo qiang"
    assert pinyin_key("吕晓") == "lv xiao"
    assert pinyin_key("努尔·阿伊莎") == "nu er a yi sha"


def test_latin_keys_ignore_accents() -> None:
    assert latin_key("Đặng Thị Ánh") == "dang thi anh"
    assert initials("chen guo qiang") == "cgq"


def test_a_person_is_found_by_every_form() -> None:
    name = PersonName(zh="诗丽蓬·阿努拉", latin="Siriporn Anurak", native="ศิริพร อนุรักษ์")

    assert search_keys(name) == (
        "诗丽蓬·阿努拉",
        "shilipenganula",
        "slpanl",
        "siriporn anurak",
        "siripornanurak",
        "sa",
        "ศิริพร อนุรักษ์",
    )
    assert text_keys("分论坛", "Forum") == ("分论坛", "fenluntan", "flt", "forum", "f")


@pytest.mark.parametrize("kind", StepKind)
def test_every_step_reads_in_both_languages(kind: StepKind) -> None:
    english, chinese = history.sentence(kind, {}, "en"), history.sentence(kind, {}, "zh-Hans")

    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert not re.search(r"[\u4e00-\u9fff]", english)


def test_a_step_speaks_its_readers_language() -> None:
    values = history.by_language("title", zh="开幕式", en="Opening Ceremony")

    assert history.sentence(StepKind.ADD_SESSION, values, "zh-Hans") == "新增场次“开幕式”"
    assert history.sentence(StepKind.ADD_SESSION, values, "en") == "Added session “Opening Ceremony”"


def test_a_step_of_a_newer_program_still_reads() -> None:
    assert history.sentence("teleport", {}, "en") == "Changed the file"
    assert in_language("zh-Hans", "Changed the file") == "修改文件"

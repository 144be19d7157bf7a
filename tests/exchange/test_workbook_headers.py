"""Headers of the planning workbook are recognised in Chinese, English or both, however they are written."""

import pytest

from forumplanner.exchange.workbook.columns import Spot
from forumplanner.exchange.workbook.reading.headers import is_sensitive, spot_meant
from forumplanner.exchange.workbook.sheets import BY_SUBJECT, SHEETS
from forumplanner.exchange.workbook.words import canonical_tag
from forumplanner.snapshots.import_plan import Subject

PAIR = ("zh-Hans", "en")
EVERY_SPOT = [
    (sheet, Spot(column, tag, number))
    for sheet in SHEETS
    for column in sheet.columns
    for tag in (("zh-Hans", "en", "ru", "zh-Hant") if column.localized else ("seats",) if column.keyed else ("",))
    for number in ((1, 2, 12) if column.numbered else (1,))
]


@pytest.mark.parametrize("shape", ["{en}\n{zh}", "{zh}\n{en}", "{en}", "{zh}", "{en} / {zh}", "  {zh} \n"])
def test_every_column_of_every_sheet_is_found_by_its_own_headers(shape: str) -> None:
    missed = [
        (sheet.subject, spot.key)
        for sheet, spot in EVERY_SPOT
        if spot_meant(sheet, shape.format(en=spot.header["en"], zh=spot.header["zh-Hans"]), PAIR) != spot
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("sheet", "header", "path"),
    [
        (Subject.FORUM, "标题（中文）", "titles[0][zh-Hans]"),
        (Subject.FORUM, "标题\n（英文）", "titles[0][en]"),
        (Subject.FORUM, "英文标题", "titles[0][en]"),
        (Subject.FORUM, "English title", "titles[0][en]"),
        (Subject.FORUM, "TITLE [EN]", "titles[0][en]"),
        (Subject.FORUM, "Title (俄文)", "titles[0][ru]"),
        (Subject.FORUM, "title", "titles[0][en]"),
        (Subject.FORUM, "名　称", "titles[0][zh-Hans]"),
        (Subject.FORUM, "title 2 [ru]", "titles[1][ru]"),
        (Subject.FORUM, "reported [countries_incl_host]", "reported[countries_incl_host]"),
        (Subject.PEOPLE, "姓 名", "name.zh"),
        (Subject.PEOPLE, "姓名（英文）", "name.latin"),
        (Subject.PEOPLE, "护照姓名", "name.latin"),
        (Subject.PEOPLE, "Name (as in passport)", "name.latin"),
        (Subject.PEOPLE, "工作\n单位", "institution_id"),
        (Subject.PEOPLE, "Ｅ－ｍａｉｌ", "emails"),
        (Subject.SESSIONS, "开始\n时间", "starts_at"),
    ],
)
def test_spellings_of_headers(sheet: Subject, header: str, path: str) -> None:
    spot = spot_meant(BY_SUBJECT[sheet], header, PAIR)
    assert spot is not None
    assert spot.path == path


def test_a_text_without_a_language_is_in_that_of_its_header_else_in_the_forums_first() -> None:
    forum = BY_SUBJECT[Subject.FORUM]
    assert [getattr(spot_meant(forum, header, ("ru", "fr")), "tag", "") for header in ("title", "名称")] == ["ru", "ru"]
    assert [getattr(spot_meant(forum, header, PAIR), "tag", "") for header in ("title", "名称")] == ["en", "zh-Hans"]


@pytest.mark.parametrize("header", ["星座", "Shoe size", "title [no language]", "[en]", "2", ""])
def test_unknown_headers_are_no_column(header: str) -> None:
    assert spot_meant(BY_SUBJECT[Subject.PEOPLE], header, PAIR) is None


@pytest.mark.parametrize(
    "header",
    ["护照号", "护照号码", "Passport No.", "身份证号", "出生日期", "Date of birth", "饮食", "Diet", "过敏", "健康状况"],
)
def test_protected_data_is_known_by_its_header_and_is_no_column(header: str) -> None:
    assert is_sensitive(header)
    assert spot_meant(BY_SUBJECT[Subject.PEOPLE], header, PAIR) is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("zh-hans", "zh-Hans"),
        ("EN", "en"),
        ("中文", "zh-Hans"),
        ("俄文", "ru"),
        ("Russian", "ru"),
        ("pt-br", "pt-BR"),
        ("??", ""),
    ],
)
def test_languages_become_bcp_47_tags(text: str, tag: str) -> None:
    assert canonical_tag(text) == tag

"""Texts of letters: filled from what is known, gaps to be seen, numbers without twin, dates and guests in full."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.guest_kinds import DiplomaticRank, LetterKind, PostKind
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.letter_numbers import after, next_number, same, written
from forumplanner.domain.letter_style import guest_named, letter_day, letter_moment, letter_range, office_of, post_name
from forumplanner.domain.letter_templates import FIELDS, TEMPLATES, as_letter, code_of
from forumplanner.domain.letters import UnknownField, fill, parts, preset, require_known_fields, template, with_lines
from forumplanner.domain.names import PersonName
from forumplanner.domain.templates import GAP
from forumplanner.domain.text import EMPTY, LocalizedText

ZH, EN = "zh-Hans", "en"


@pytest.mark.parametrize("code", TEMPLATES)
@pytest.mark.parametrize("tag", [ZH, EN])
def test_the_programs_own_texts_name_only_fields_that_letters_have(code: str, tag: str) -> None:
    text = preset(code, tag)
    read = parts(text)

    require_known_fields(text)
    assert read.title
    assert read.paragraphs
    assert read.signers == ("{host}",)


def test_a_post_is_addressed_in_the_third_person() -> None:
    zh, en = TEMPLATES[code_of(LetterKind.CONSULAR_INVITATION, named=True)]

    assert "{host}向贵馆致意，并谨邀请贵馆{guest}" in zh
    assert parts(zh).paragraphs[-1] == "顺致崇高敬意。"
    assert "presents its compliments to the {post} and has the honour to invite {guest}" in en
    assert parts(en).paragraphs[-1] == (
        "{host} avails itself of this opportunity to renew to the {post_kind} the assurances of its highest "
        "consideration."
    )


def test_what_is_missing_leaves_a_gap_and_is_named_once() -> None:
    filled = fill("{host}致{post}：{theme}，{theme}", {"host": "青岚医科大学", "theme": ""})

    assert filled.text == f"青岚医科大学致{GAP}：{GAP}，{GAP}"
    assert filled.missing == ("post", "theme")
    assert filled.unknown == ()


def test_a_name_in_braces_that_is_no_field_stays_and_is_named() -> None:
    filled = fill("{host} and {hsot}", {"host": "A {post} of words"})

    assert filled.text == "A {post} of words and {hsot}"
    assert filled.unknown == ("hsot",)
    with pytest.raises(UnknownField, match=r"Letters have no field \{hsot\}\. They know \{host\}, \{hosts\}"):
        require_known_fields("{host} and {hsot}")


def test_a_forums_own_text_goes_before_the_programs() -> None:
    own = {"letter.consular_invitation": {EN: "Dear {post}"}}

    assert template("letter.consular_invitation", EN, own) == "Dear {post}"
    assert template("letter.consular_invitation", ZH, own) == preset("letter.consular_invitation", ZH)
    assert template("letter.consular_invitation", "vi", own) == ""


@pytest.mark.parametrize("tag", [ZH, EN])
def test_a_request_in_the_form_of_a_letter_reports_to_no_superior(tag: str) -> None:
    text = as_letter(preset("letter.approval_request", tag))

    assert text != preset("letter.approval_request", tag)
    assert as_letter(text) == text
    assert [word for word in ("请示", "报告", "批示", "report", "instructions") if word in text] == []
    require_known_fields(text)


def test_lines_are_put_before_who_signs() -> None:
    assert with_lines("标题\n\n正文\n\n落款", ["1．甲", "2．乙"]) == "标题\n\n正文\n1．甲\n2．乙\n\n落款"
    assert with_lines("标题\n\n正文", ["1．甲"]) == "标题\n\n正文\n1．甲"
    assert with_lines("正文", []) == "正文"


def test_parts_of_a_text_are_told_by_its_empty_lines() -> None:
    read = parts("邀请函\n\n越南驻昆明总领事馆：\n第一段。\n\n第二段。\n\n青岚医科大学\n示例协会\n")

    assert read.title == "邀请函"
    assert read.addressed == "越南驻昆明总领事馆："
    assert read.paragraphs == ("第一段。", "第二段。")
    assert read.signers == ("青岚医科大学", "示例协会")
    assert parts("").paragraphs == ()
    assert parts("One line").paragraphs == ("One line",)


@given(st.text(), st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text()))
def test_filling_never_fails_and_leaves_no_known_field(text: str, values: dict[str, str]) -> None:
    filled = fill(text, {name: value.replace("{", "") for name, value in values.items()})

    assert {name for name in re.findall(r"\{(\w+)\}", filled.text) if name in FIELDS} == set()


def test_numbers_go_on_without_gap_or_twin() -> None:
    assert next_number("外邀", 2026, []) == "外邀〔2026〕1号"
    assert next_number("外邀", 2026, ["外邀〔2026〕118号"]) == "外邀〔2026〕119号"
    assert next_number("外邀", 2026, ["外邀〔2026〕1号", "外邀[2026]3号"]) == "外邀〔2026〕2号"
    assert next_number("外邀", 2027, ["外邀〔2026〕1号", "外函〔2027〕9号", "第7号"]) == "外邀〔2027〕1号"
    assert after("外邀〔2026〕9号", ["外邀〔2026〕10号"]) == "外邀〔2026〕11号"
    assert after("YMU/7", ["YMU/7"]) == "YMU/7-2"
    assert same("外邀〔2026〕12号", "外邀 (2026) 12号")
    assert not same("外邀〔2026〕12号", "外邀〔2026〕21号")


@given(st.lists(st.integers(1, 60), max_size=12, unique=True))
def test_a_register_filled_by_its_own_proposals_has_no_hole(counts: list[int]) -> None:
    taken = [written("外邀", 2026, count) for count in counts]
    if counts:
        for _ in range(max(counts) - min(counts) + 1 - len(counts)):
            taken.append(next_number("外邀", 2026, taken))

    first = min(counts, default=1)
    assert sorted(taken) == sorted(written("外邀", 2026, n) for n in range(first, first + len(taken)))


def test_dates_stand_in_full() -> None:
    day = dt.date(2026, 11, 13)

    assert [letter_day(day, tag) for tag in (ZH, EN)] == ["2026年11月13日", "13 November 2026"]
    assert letter_range(day, dt.date(2026, 11, 15), ZH) == "2026年11月13日至15日"
    assert letter_range(day, dt.date(2026, 11, 15), EN) == "from 13 to 15 November 2026"
    assert letter_range(day, dt.date(2026, 12, 2), ZH) == "2026年11月13日至12月2日"
    assert letter_range(day, dt.date(2026, 12, 2), EN) == "from 13 November to 2 December 2026"
    assert letter_range(dt.date(2026, 12, 30), dt.date(2027, 1, 2), ZH) == "2026年12月30日至2027年1月2日"
    assert letter_range(dt.date(2026, 12, 30), dt.date(2027, 1, 2), EN) == "from 30 December 2026 to 2 January 2027"
    assert letter_range(day, None, EN) == "on 13 November 2026"
    assert letter_range(None, None, ZH) == ""


@pytest.mark.parametrize(
    ("minute", "zh", "en"),
    [
        (540, "上午9:00", "at 9:00 a.m."),
        (725, "中午12:05", "at 12:05 p.m."),
        (870, "下午2:30", "at 2:30 p.m."),
        (1140, "晚上7:00", "at 7:00 p.m."),
    ],
)
def test_a_time_is_written_as_in_a_letter(minute: int, zh: str, en: str) -> None:
    day = dt.date(2026, 11, 14)

    assert letter_moment(day, minute, ZH) == f"2026年11月14日（星期六）{zh}"
    assert letter_moment(day, minute, EN) == f"{en} on Saturday, 14 November 2026"


def test_a_post_is_named_as_it_names_itself() -> None:
    own = LocalizedText.of({EN: "Consulate General of Vietnam, Kunming"})
    kind = PostKind.CONSULATE_GENERAL

    assert post_name(own, kind, "Viet Nam", "Kunming", EN) == "Consulate General of Vietnam, Kunming"
    assert post_name(own, kind, "越南", "昆明", ZH) == "越南驻昆明总领事馆"
    assert post_name(EMPTY, kind, "Viet Nam", "Kunming", EN) == "Consulate-General of Viet Nam in Kunming"
    assert post_name(EMPTY, kind, "Lao PDR", "Kunming", EN) == "Consulate-General of the Lao PDR in Kunming"
    assert post_name(EMPTY, PostKind.EMBASSY, "老挝", "", ZH) == "老挝驻华大使馆"
    assert post_name(EMPTY, kind, "Viet Nam", "", EN) == ""


def test_consuls_general_are_excellencies_in_letters_and_nobodys_sex_is_guessed() -> None:
    name = PersonName(zh="阮文安", latin="Nguyen Van An", family="Nguyen", courtesy_en="Mr.")
    bare = PersonName(zh="阮文安", latin="Nguyen Van An", family="Nguyen")
    head = office_of(EMPTY, ConsularClass.CONSUL_GENERAL, ZH, role=ConsularRole.HEAD)

    assert guest_named(name, head, ZH, excellency=True) == "总领事阮文安阁下"
    assert guest_named(name, "Consul-General", EN, excellency=True) == "H.E. Mr. NGUYEN Van An, Consul-General"
    assert guest_named(bare, "Consul", EN, excellency=False) == "NGUYEN Van An, Consul"
    assert guest_named(name, "领事", ZH, excellency=False) == "领事阮文安先生"
    assert guest_named(bare, "领事", ZH, excellency=False) == "领事阮文安"
    assert guest_named(PersonName(), "Consul", EN, excellency=False) == ""
    assert office_of(EMPTY, ConsularClass.CONSUL_GENERAL, EN, role=ConsularRole.ACTING) == "Acting Consul-General"
    assert office_of(LocalizedText.of({EN: "Consul General"}), ConsularClass.CONSUL_GENERAL, EN) == "Consul General"
    assert office_of(EMPTY, DiplomaticRank.COUNSELLOR, ZH) == "参赞"

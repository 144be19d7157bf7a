"""Delegations stand as the forum chose, people in a delegation by role and name; captions say what that means."""

import datetime as dt
from typing import Any

import pytest

from forumplanner.domain.captions import caption
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.guest_kinds import ProtocolLevel
from forumplanner.domain.names import PersonName
from forumplanner.domain.orders import DelegationEntry, MemberEntry, delegations, members
from forumplanner.domain.protocol import DelegationOrder, HostPlace, ProtocolRules, SingleName
from forumplanner.domain.ranks import Override
from forumplanner.domain.text import LocalizedText


def entry(key: str, zh: str = "", en: str = "", **more: Any) -> DelegationEntry:
    return DelegationEntry(key, country=LocalizedText.of(zh_Hans=zh, en=en), **more)


CHINA = entry("CN", "中国", "China", host=True, head="尹一", confirmed_on=dt.date(2026, 3, 1), position=9)
LAOS = entry("LA", "老挝", "Lao PDR", head="韦二", level=ProtocolLevel.BUREAU, position=3)
THAILAND = entry("TH", "泰国", "Thailand", head="王三", confirmed_on=dt.date(2026, 5, 1), position=2)
MYANMAR = entry("MM", "缅甸", "Myanmar", level=ProtocolLevel.MINISTER, confirmed_on=dt.date(2026, 4, 1), position=1)
ALL = (THAILAND, CHINA, MYANMAR, LAOS)


def keys(*entries: DelegationEntry, overrides: dict[str, Override] | None = None, **rules: Any) -> list[str]:
    return [one.key for one in delegations(entries, ProtocolRules(**rules), overrides)]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (HostPlace.LAST, ["LA", "MM", "TH", "CN"]),
        (HostPlace.FIRST, ["CN", "LA", "MM", "TH"]),
        (HostPlace.ALPHABET, ["CN", "LA", "MM", "TH"]),
    ],
)
def test_countries_stand_in_the_english_alphabet_and_the_host_where_it_was_put(
    place: HostPlace, expected: list[str]
) -> None:
    assert keys(*ALL, host_place=place) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (DelegationOrder.PROTOCOL, ["MM", "LA", "CN", "TH"]),
        (DelegationOrder.CONFIRMED, ["CN", "MM", "TH", "LA"]),
        (DelegationOrder.PINYIN, ["LA", "MM", "TH", "CN"]),
        (DelegationOrder.STROKES, ["TH", "LA", "CN", "MM"]),
        (DelegationOrder.HAND, ["MM", "TH", "LA", "CN"]),
    ],
)
def test_a_forum_may_choose_another_order(order: DelegationOrder, expected: list[str]) -> None:
    assert keys(*ALL, delegations=order) == expected


def test_of_one_country_the_institution_in_english_decides() -> None:
    one = entry("2", "泰国", "Thailand", institution=LocalizedText.of(en="Saffron University"))
    other = entry("1", "泰国", "Thailand", institution=LocalizedText.of(en="Lotus University"))

    assert keys(one, THAILAND, other) == ["1", "2", "TH"]


def test_a_delegation_without_a_country_stands_last() -> None:
    assert keys(entry("?"), CHINA, THAILAND, host_place=HostPlace.ALPHABET) == ["CN", "TH", "?"]


def test_a_place_by_hand_holds() -> None:
    assert keys(*ALL, overrides={"TH": Override(1, "guest of honour")}) == ["TH", "LA", "MM", "CN"]


def person(key: str, role: str = "", country: str = "CN", **name: Any) -> MemberEntry:
    return MemberEntry(key, PersonName(**name), role, country)


def test_people_stand_by_role_then_chinese_by_strokes_then_foreigners_by_family_name() -> None:
    people = (
        person("driver", DelegationRole.ACCOMPANYING, zh="丁一"),
        person("tran", "", "VN", zh="陈文安", latin="Trần Văn An", family="Trần"),
        person("le", DelegationRole.MEMBER, "VN", zh="黎氏花", latin="Lê Thị Hoa", family="Lê"),
        person("yin", DelegationRole.MEMBER, zh="尹力", latin="Yin Li"),
        person("wang", "", zh="王平", latin="Wang Ping"),
        person("deputy", DelegationRole.DEPUTY, zh="魏征"),
        person("head", DelegationRole.HEAD, zh="龚自珍"),
        person("nobody", ""),
    )

    assert [one.key for one in members(people)] == ["head", "deputy", "wang", "yin", "le", "tran", "nobody", "driver"]


def test_a_given_name_of_one_character_stands_as_the_forum_chose() -> None:
    people = person("li", zh="田大利"), person("fu", zh="田富")

    assert [one.key for one in members(people)] == ["fu", "li"]
    assert [one.key for one in members(people, SingleName.NO_SLOT)] == ["li", "fu"]


@pytest.mark.parametrize("order", DelegationOrder)
def test_every_order_has_a_caption_in_both_languages(order: DelegationOrder) -> None:
    rules = ProtocolRules(delegations=order)

    assert caption(rules, "zh-Hans") != caption(rules, "en") != ""


def test_the_usual_caption_says_that_no_ranking_is_implied() -> None:
    assert caption(ProtocolRules(), "zh-Hans") == "按国名英文字母顺序排列，排名不分先后"
    assert caption(ProtocolRules(), "en") == "Countries in English alphabetical order; no ranking is implied"


def test_a_forum_may_have_a_caption_of_its_own_in_one_language() -> None:
    words = {"caption.delegations": {"zh-Hans": "排名不分先后"}}

    assert caption(ProtocolRules(), "zh-Hans", words) == "排名不分先后"
    assert caption(ProtocolRules(), "en", words) == "Countries in English alphabetical order; no ranking is implied"

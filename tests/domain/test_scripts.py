"""What a host says: each kind of item in both languages, acts one by one, applause once a group, stale names."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.kinds import ItemKind, Mode, Role
from forumplanner.domain.script_templates import TEMPLATES
from forumplanner.domain.scripts import compose, stale_names
from forumplanner.domain.spoken import Occasion, Spoken

SHEN = Spoken("沈砚", office="青岚医科大学校长", courtesy="教授", thanked="沈砚教授")
SHEN_EN = Spoken("Prof. SHEN Yan", office="President of Qinglan Medical University", thanked="Prof. Shen")
ARAYA = Spoken("阿拉雅", office="泰国驻昆明总领事馆领事", courtesy="女士", group="consular")
BARE = Spoken("坎苏·潘塔翁萨", office="老挝南盛卫生科学大学校长", group="abroad")


def said(kind: ItemKind, *people: Spoken, tag: str = "zh-Hans", **fields: object) -> str:
    return compose(Occasion(kind, people=people, **fields), tag)  # type: ignore[arg-type]  # a test's own fields


def as_(person: Spoken, role: Role, act: str = "") -> Spoken:
    return replace(person, role=role, act=act)


def test_an_address_is_announced_with_post_and_courtesy() -> None:
    assert said(ItemKind.ADDRESS, SHEN) == "下面，有请青岚医科大学校长沈砚教授致辞，大家欢迎！"
    assert said(ItemKind.ADDRESS, SHEN_EN, tag="en") == (
        "May I now invite Prof. SHEN Yan, President of Qinglan Medical University, to deliver an address."
    )


def test_who_spoke_before_is_thanked_by_the_short_form() -> None:
    assert said(ItemKind.ADDRESS, ARAYA, thanked=SHEN).splitlines()[0] == "感谢沈砚教授！"
    assert said(ItemKind.WELCOME, SHEN_EN, tag="en", thanked=SHEN_EN).splitlines()[0] == "Thank you, Prof. Shen."


def test_thanks_without_a_known_courtesy_name_nobody() -> None:
    assert said(ItemKind.ADDRESS, SHEN, thanked=BARE, after=ItemKind.KEYNOTE).splitlines()[0] == "感谢精彩的报告！"
    assert said(ItemKind.ADDRESS, SHEN, thanked=BARE, after=ItemKind.ADDRESS).splitlines()[0] == "感谢热情洋溢的致辞！"


def test_a_break_thanks_nobody() -> None:
    assert said(ItemKind.TEA, thanked=SHEN, resume="10:30") == "现在是茶歇时间，请各位代表于10:30回到会场。"


def test_a_keynote_names_its_title_in_the_quotation_marks_of_the_language() -> None:
    assert "报告题目是《山海之间》" in said(ItemKind.KEYNOTE, SHEN, title="山海之间")
    assert "entitled “Between mountains”." in said(ItemKind.KEYNOTE, SHEN_EN, tag="en", title="Between mountains")
    assert "题目" not in said(ItemKind.KEYNOTE, SHEN, title="主旨报告")


def test_online_speakers_are_connected_and_videos_shown() -> None:
    assert said(ItemKind.REPORT, replace(SHEN, mode=Mode.ONLINE)).startswith("下面，让我们在线连接青岚医科大学校长")
    assert said(ItemKind.VIDEO_ADDRESS, SHEN).endswith("请大家观看大屏幕。")


def test_guests_are_introduced_in_the_order_given_with_applause_once_a_group() -> None:
    text = said(ItemKind.INTRODUCTION, guests=(SHEN, ARAYA, BARE), session="开幕式", start=14 * 60)

    assert text.count("让我们以热烈的掌声") == 3
    assert text.index("沈砚教授") < text.index("阿拉雅女士") < text.index("坎苏·潘塔翁萨")
    assert "下午好！欢迎大家出席开幕式" in text


def test_an_introduction_without_guests_still_opens() -> None:
    assert said(ItemKind.INTRODUCTION, tag="en", session="Opening Ceremony", start=540) == (
        "Distinguished guests, ladies and gentlemen, good morning and welcome to the Opening Ceremony.\n"
        "Allow me first to introduce the guests who are with us today."
    )


def test_agreements_are_signed_act_by_act_with_their_own_pairs() -> None:
    people = tuple(
        as_(replace(SHEN, name=name), role, act)
        for name, role, act in (
            ("甲", Role.SIGNATORY, "1"),
            ("乙", Role.SIGNATORY, "1"),
            ("丙", Role.SIGNATORY, "2"),
            ("丁", Role.SIGNATORY, "2"),
            ("证", Role.WITNESS, "2"),
        )
    )
    text = said(ItemKind.SIGNING, *people, acts=(("1", "合作协议"), ("2", "共建协议")))

    first, second = text.index("首先签署《合作协议》"), text.index("接下来签署《共建协议》")
    assert first < text.index("校长甲教授；") < text.index("校长乙教授。") < second < text.index("校长丙教授；")
    assert text.index("证教授见证签约") > second
    assert text.endswith("让我们以热烈的掌声表示祝贺！")


def test_the_last_of_three_agreements_comes_finally() -> None:
    acts = tuple((str(n), f"Agreement {n}") for n in range(3))

    assert [line.split(",")[0] for line in said(ItemKind.SIGNING, tag="en", acts=acts).splitlines()[1:4]] == [
        "First",
        "Next",
        "Finally",
    ]


def test_signatories_without_acts_sign_at_once() -> None:
    text = said(ItemKind.SIGNING, as_(SHEN, Role.SIGNATORY), as_(BARE, Role.SIGNATORY))

    assert "有请签约代表上台：\n青岚医科大学校长沈砚教授；\n老挝南盛卫生科学大学校长坎苏·潘塔翁萨。" in text


def test_an_appointment_says_title_to_whom_and_by_whom() -> None:
    people = (as_(SHEN, Role.PRESENTER), as_(BARE, Role.RECIPIENT, "1"))

    assert said(ItemKind.APPOINTMENT, *people, acts=(("1", "客座教授"),), title="颁发聘书") == (
        "下面进入颁发聘书环节。\n"
        "受聘客座教授的是：老挝南盛卫生科学大学校长坎苏·潘塔翁萨。\n"
        "有请青岚医科大学校长沈砚教授颁授。\n"
        "让我们以热烈的掌声表示祝贺！"
    )


def test_the_session_is_closed_after_its_last_item_only() -> None:
    assert said(ItemKind.ADDRESS, SHEN, session="开幕式", last=True).endswith("（结束后）开幕式到此结束，感谢各位！")
    closing = said(ItemKind.ADDRESS, SHEN, session="闭幕式", forum="青岚论坛", last=True, closes=True)
    assert "青岚论坛到此圆满结束" in closing
    assert "到此" not in said(ItemKind.ADDRESS, SHEN, session="开幕式")


def test_a_declaration_is_read_out_once() -> None:
    assert "沈砚教授宣读《青岚倡议》，" in said(ItemKind.DECLARATION, SHEN, title="宣读《青岚倡议》")
    assert "宣读《青岚倡议》" in said(ItemKind.DECLARATION, SHEN, title="青岚倡议")
    assert "to read out the Qinglan Declaration." in said(
        ItemKind.DECLARATION, SHEN_EN, tag="en", title="Reading of the Qinglan Declaration"
    )


@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("tag", ["zh-Hans", "en"])
@pytest.mark.parametrize("people", [(), (SHEN,), (SHEN, BARE)], ids=["nobody", "one", "two"])
def test_every_kind_of_item_has_words_without_braces(kind: ItemKind, tag: str, people: tuple[Spoken, ...]) -> None:
    text = said(kind, *people, tag=tag, session="开幕式", title="研讨")

    assert text
    assert re.findall(r"[{}\x00-\x09]|\bNone\b", text) == []


def test_a_language_without_templates_has_no_words() -> None:
    assert said(ItemKind.ADDRESS, SHEN, tag="th") == ""
    assert said(ItemKind.ADDRESS, SHEN, tag="zh-Hant") != ""


def test_templates_of_a_forum_take_the_place_of_ours() -> None:
    own = {**TEMPLATES, "address": ("有请{who}！", "Welcome {who}!")}

    assert compose(Occasion(ItemKind.ADDRESS, people=(SHEN,)), "zh-Hans", own) == "有请青岚医科大学校长沈砚教授！"


def test_both_languages_of_a_template_have_words() -> None:
    assert [key for key, pair in TEMPLATES.items() if not all(pair)] == []


def test_no_template_says_comrade_or_excellency() -> None:
    assert [key for key, (zh, _en) in TEMPLATES.items() if "同志" in zh or "阁下" in zh] == []


def test_a_name_that_no_longer_belongs_is_found() -> None:
    assert stale_names("有请张三致辞", own=["李四"], known=["张三", "李四", "王五"]) == ("张三",)
    assert stale_names("May I invite Dr. Zhang San.", own=[], known=["Zhang San"]) == ("Zhang San",)
    assert stale_names("May I invite Ms. LYU Lüyi.", own=[], known=["Lyu Lüyi"]) == ("Lyu Lüyi",)


def test_a_name_inside_another_or_inside_a_word_is_none() -> None:
    assert stale_names("有请李松年致辞", own=["李松年"], known=["李松"]) == ()
    assert stale_names("The Litmus test", own=[], known=["Li", "Lit"]) == ()
    assert stale_names("有请王致辞", own=[], known=["王"]) == ()


def test_a_short_name_is_none_inside_a_saying() -> None:
    assert stale_names("席间谈笑风生。", own=[], known=["谈笑"]) == ()
    assert stale_names("有请谈笑先生！", own=[], known=["谈笑"]) == ("谈笑",)
    assert stale_names("感谢谈笑！", own=[], known=["谈笑"]) == ("谈笑",)


@given(
    st.text(min_size=2, max_size=8).filter(str.strip),
    st.lists(st.text(min_size=2, max_size=8), max_size=4),
    st.text(max_size=20),
)
def test_whoever_belongs_is_never_stale(name: str, others: list[str], around: str) -> None:
    found = stale_names(around + name + around, own=[name, *others], known=[name, *others])

    assert found == ()


@given(st.sampled_from(ItemKind), st.lists(st.text(max_size=12), min_size=1, max_size=3), st.text(max_size=20))
def test_any_name_and_title_is_said_as_it_stands(kind: ItemKind, names: list[str], title: str) -> None:
    people = tuple(Spoken(name) for name in names)

    for tag in ("zh-Hans", "en"):
        compose(Occasion(kind, title=title, people=people, session=title, last=True), tag)

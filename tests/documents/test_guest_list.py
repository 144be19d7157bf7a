"""Lists of guests: what each reader may see, flags, room to correct, rows that stay whole, long names."""

import io
from dataclasses import replace

import pypdf
import pytest

from forumplanner.documents.guest_list import (
    GuestListOptions,
    OfficeSheetOptions,
    Variant,
    guest_list,
    office_sheet,
)
from forumplanner.documents.paper import Paper
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.ranks import Proof
from forumplanner.snapshots.guest_list import GuestList, ListedDelegation, ListedGuest, ListedPerson
from forumplanner.snapshots.letters import LetterSheet
from forumplanner.snapshots.paper import Edition

COVER = LetterSheet(
    id="",
    kind=LetterKind.PROTOCOL_REQUEST,
    guest_id="",
    post_id="",
    code="",
    to=("示例省外办", "Sample FAO"),
    about=(),
    texts=(
        "礼宾次序确认表\n\n示例省外办：\n请予确认。\n\n云岭医科大学",
        "Order\n\nTo: Sample FAO\nPlease confirm.\n\nYMU",
    ),
)
THAI = ListedGuest(
    1,
    ("萍差诺", "H.E. Ms. Pimchanok DETCHAWONG"),
    ("泰国驻昆明总领事馆总领事", "Consul-General of Thailand in Kunming"),
    ("泰国", "Thailand"),
    consular=True,
    basis=("领事证书 2026-03-01", "Exequatur 1 Mar 2026"),
    why_next=("萍差诺排在某某之前", "She stands before the next: exequatur first"),
    confirmed=True,
)
LAO = ListedGuest(
    2,
    ("", ""),
    ("老挝驻昆明总领事馆", "Consulate-General of the Lao PDR in Kunming"),
    ("老挝", "Lao PDR"),
    consular=True,
    proof=Proof.UNPROVEN,
    basis=("外办名册第 1 位", "FAO list no. 1"),
    reason="",
)
MEMBER = ListedPerson(("安瓦鲁", "Dr. Anwarul Kabir"), ("达卡大学教授", "Professor, Dhaka University"))


def a_list(*guests: ListedGuest) -> GuestList:
    shown = guests or (THAI, LAO)
    return GuestList(
        slug="forum",
        languages=("zh-Hans", "en"),
        short_title=("云岭论坛", "Yunling Forum"),
        accent="#0B4F5C",
        edition=Edition(),
        guests=shown,
        consular=shown,
        delegations=(ListedDelegation(("孟加拉国代表团", "Delegation of Bangladesh"), (MEMBER,), unnamed=3),),
        caption=("按国家英文名称排序", "Countries in English alphabetical order"),
        flags=(("中国", "China"), ("老挝", "Lao PDR"), ("泰国", "Thailand")),
        cover=COVER,
    )


def text_of(paper: Paper) -> str:
    pages = pypdf.PdfReader(io.BytesIO(paper.pdf)).pages
    return "".join("".join(page.extract_text().split()) for page in pages).replace("\u00a0", "")


@pytest.mark.parametrize("variant", [Variant.PUBLIC, Variant.PRESS])
def test_lists_for_others_say_nothing_of_how_the_order_came_about(variant: Variant) -> None:
    text = text_of(guest_list(a_list(), GuestListOptions(variant=variant)))

    assert "萍差诺" in text
    assert "Consul-GeneralofThailandinKunming" in text
    for inner in ("Exequatur", "领事证书", "外办名册", "unproven", "待证", "standsbefore"):
        assert inner not in text


@pytest.mark.parametrize("variant", [Variant.PUBLIC, Variant.PRESS])
def test_lists_for_others_have_only_guests_who_accepted_and_are_named(variant: Variant) -> None:
    awaited = replace(THAI, names=("阮文安", "NGUYEN Van An"), confirmed=False)
    text = text_of(guest_list(a_list(awaited, replace(LAO, confirmed=True), THAI), GuestListOptions(variant=variant)))

    assert "萍差诺" in text
    assert [left_out for left_out in ("阮文安", "老挝", "nametobeannounced") if left_out in text] == []


@pytest.mark.parametrize("variant", [Variant.PUBLIC, Variant.PRESS])
def test_an_order_that_is_not_proven_says_so(variant: Variant) -> None:
    options = GuestListOptions(variant=variant)
    proven = text_of(guest_list(a_list(), options))
    unproven = text_of(guest_list(a_list(THAI, replace(THAI, place=2, proof=Proof.UNPROVEN)), options))

    assert ("按礼宾次序排列" in proven, "待外办确认" in proven) == (True, False)
    assert ("按礼宾次序排列" in unproven, "按规则排列，待外办确认" in unproven) == (False, True)
    assert "Byrule,tobeconfirmedwiththeforeignaffairsoffice" in unproven


def test_what_the_press_reads_of_countries_stands_over_the_delegations_alone() -> None:
    text = text_of(guest_list(a_list(), GuestListOptions(variant=Variant.PRESS)))

    assert text.index("萍差诺") < text.index("按国家英文名称排序") < text.index("孟加拉国代表团")


def test_members_who_have_not_confirmed_are_no_news() -> None:
    members = (MEMBER, replace(MEMBER, names=("穆尼鲁", "Munirul Haque"), confirmed=False))
    party = ListedDelegation(("孟加拉国代表团", "Delegation of Bangladesh"), members)
    nobody = replace(party, name=("老挝代表团", "Delegation of the Lao PDR"), members=members[1:])
    paper = guest_list(replace(a_list(), delegations=(party, nobody)), GuestListOptions(variant=Variant.PRESS))

    assert [name for name in ("安瓦鲁", "穆尼鲁", "老挝代表团") if name in text_of(paper)] == ["安瓦鲁"]
    assert paper.report.remarks[-1].sentence("zh-Hans") == "未确认：2 位代表团成员未列入"


def test_the_inner_list_proves_each_place_and_says_why() -> None:
    text = text_of(guest_list(a_list(), GuestListOptions(variant=Variant.INNER)))

    for said in ("秘书处内部", "Exequatur1Mar2026", "次序待证", "有据", "Shestandsbeforethenext:exequaturfirst"):
        assert said in text


def test_the_press_reads_delegations_with_their_members_and_caption() -> None:
    text = text_of(guest_list(a_list(), GuestListOptions(variant=Variant.PRESS)))

    for said in ("孟加拉国代表团", "Dr.AnwarulKabir", "CountriesinEnglishalphabeticalorder", "另有3人，名单待告"):
        assert said in text


def test_the_office_finds_order_titles_flags_and_where_to_confirm() -> None:
    paper = office_sheet(replace(a_list(), cover=replace(COVER, id="l1", number="外函〔2026〕3号")))
    text = text_of(paper)

    assert paper.pages == 1
    for said in (
        "礼宾次序确认表",
        "示例省外办：请予确认。",
        "泰国驻昆明总领事馆总领事",
        "需备国旗（3面）：中国、老挝、泰国",
        "Flagstoprepare(3):China,LaoPDR,Thailand",
        "确认人",
        "外办盖章",
        "更正",
        "外函〔2026〕3号",
    ):
        assert said in text
    english = text_of(office_sheet(a_list(), OfficeSheetOptions(("en",))))
    assert "Pleaseconfirm." in english
    assert "请予确认" not in english


def test_remarks_name_who_is_unnamed_unproven_or_unconfirmed() -> None:
    awaited = replace(THAI, place=3, confirmed=False)
    listed = a_list(THAI, replace(LAO, confirmed=True), awaited, replace(awaited, place=4))
    public = [remark.sentence("en") for remark in guest_list(listed).report.remarks]
    inner = guest_list(a_list(), GuestListOptions(variant=Variant.INNER)).report.remarks

    assert public == ["not confirmed: 2 guests are left out", "not named yet: 1 guest is left out"]
    assert {remark.trouble for remark in inner} == {Trouble.UNNAMED, Trouble.UNPROVEN}
    assert inner[1].sentence("en") == (
        "2: the place of “老挝驻昆明总领事馆” is not proven; confirm it with the foreign affairs office."
    )


def test_many_and_long_guests_run_over_pages_with_their_heads_and_are_all_found() -> None:
    names = [f"Dr. Long{n} Srisombat-Ratanakul Wijesekara Mudiyanselage Tennakoon" for n in range(60)]
    post = "Vice President for International Relations and Academic Affairs, " * 2 + "Sample University"
    guests = [replace(THAI, place=n, names=("", name), posts=("", post)) for n, name in enumerate(names, start=1)]
    for variant in Variant:
        paper = guest_list(a_list(*guests), GuestListOptions(variant=variant))
        text = text_of(paper)

        assert paper.pages > 3
        assert [name for name in names if "".join(name.split()) not in text] == []
        assert text.count("Postandinstitution") >= 3


def test_the_same_list_gives_the_same_bytes() -> None:
    assert guest_list(a_list()).pdf == guest_list(a_list()).pdf


def test_an_empty_list_is_a_page_with_its_heads() -> None:
    empty = replace(a_list(), guests=(), consular=(), delegations=(), flags=())

    assert [guest_list(empty, GuestListOptions(variant=variant)).pages for variant in Variant] == [1, 1, 1]
    assert office_sheet(empty).pages == 1

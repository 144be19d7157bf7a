"""The programme's web page: valid, whole in one file, public data only, whatever somebody wrote in it."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.test_agenda import DAY, OPENING, TEA, forum, item, parallel, part, person, session, tracks
from forumplanner.documents.webpage import WebPage, WebpageOptions, webpage
from forumplanner.documents.webpage.markup import element, safe_link, text
from forumplanner.domain.colours import contrast_ratio
from forumplanner.domain.kinds import Access, Mode, ReleaseKind
from forumplanner.paths import resource
from forumplanner.snapshots.agenda import AgendaAct, AgendaDay, AgendaRoom
from forumplanner.snapshots.paper import Edition

WHOLE = forum(OPENING, TEA, parallel("t0", item("气象预警", "Weather warning", 810)), tracks=tracks(1))


def parsed(page: WebPage) -> Element:
    """The page as a strict HTML5 parser reads it; a fault raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page.html.decode())
    return tree


def found(tree: Element, **attributes: str) -> list[Element]:
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [one for one in tree.iter() if all(wanted[name] in (one.get(name) or "").split() for name in wanted)]


def words(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def body(page: WebPage) -> str:
    """What is read on the page, without its style and its script."""
    return re.sub(r"<(style|script)>.*?</\1>", "", page.html.decode(), flags=re.DOTALL)


def test_the_page_is_valid_html() -> None:
    tree = parsed(webpage(WHOLE))

    assert tree.tag == "html"
    assert [child.tag for child in tree] == ["head", "body"]


def test_every_word_of_the_programme_stands_on_it_in_its_language() -> None:
    tree = parsed(webpage(WHOLE))
    spans = {(one.get("lang"), words(one)) for one in tree.iter("span")}

    assert {
        ("zh-Hans", "开幕式"),
        ("en", "Opening Ceremony"),
        ("zh-Hans", "致欢迎辞"),
        ("en", "Welcome remarks"),
        ("zh-Hans", "陆怀瑾"),
        ("en", "LU Huaijin"),
        ("zh-Hans", "云岭厅"),
        ("en", "Weather warning"),
    } <= spans


def test_landmarks_and_headings_lead_through_it() -> None:
    tree = parsed(webpage(WHOLE))
    tags = [one.tag for one in tree.iter()]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]

    assert [tags.count(tag) for tag in ("main", "nav", "footer", "h1")] == [1, 1, 1, 1]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert [one.get("href") for one in found(tree, class_="skip")] == ["#programme"]


def test_ids_are_unique_and_controls_have_names() -> None:
    tree = parsed(webpage(WHOLE))
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    controls = [one for one in tree.iter() if one.tag in {"input", "select", "button"}]

    assert len(ids) == len(set(ids))
    assert [one.tag for one in controls if not (one.get("aria-label") or words(one))] == []


def test_nothing_is_asked_of_anybody() -> None:
    page = webpage(replace(WHOLE, live_url="https://live.example/a"))
    tree = parsed(page)
    loading = [(one.tag, name) for one in tree.iter() for name in ("src", "srcset", "action", "ping") if one.get(name)]

    assert loading == []
    assert [one.tag for one in tree.iter() if one.tag in {"link", "img", "iframe", "object", "embed", "form"}] == []
    assert "@import" not in page.html.decode()
    assert "url(" not in page.html.decode()
    assert re.findall(r"https?://[^\"<]*", page.html.decode()) == ["https://live.example/a"]


def test_links_are_only_web_addresses() -> None:
    bad = replace(WHOLE, live_url="javascript:alert(1)", replay_url="https://replay.example/x?a=1&b=2")
    links = [one.get("href") for one in parsed(webpage(bad)).iter("a")]

    assert links == ["#programme", "https://replay.example/x?a=1&b=2"]


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "data:text/html,x", "https://a b", 'https://a"b', "//a"])
def test_what_is_no_plain_web_address_is_not_linked(url: str) -> None:
    assert safe_link(url) == ""


def test_what_is_closed_to_the_public_is_left_out() -> None:
    secret = session("译员碰头会", "Interpreters’ briefing", part(item("内部", "Internal", 780)), access=Access.CLOSED)
    page = webpage(forum(OPENING, secret))

    assert "译员碰头会" not in page.html.decode()
    assert page.sessions == 1


def test_contacts_of_parallel_forums_are_left_out() -> None:
    (track,) = tracks(1)
    page = webpage(replace(WHOLE, tracks=(replace(track, contact="方禾 138 0000 0421"),)))

    assert "138 0000" not in page.html.decode()


def test_markup_in_names_is_text() -> None:
    evil = "<script>alert('x')</script>&\"'"
    talk = item(evil, evil, 540, people=(person(evil, evil, (evil, evil)),))
    tree = parsed(webpage(forum(session(evil, evil, part(talk)), short_title=(evil, evil), titles=((evil, evil),))))

    assert len(list(tree.iter("script"))) == 1
    assert {words(one) for one in found(tree, class_="name")} == {evil}


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_escaped_and_valid(zh: str, en: str) -> None:
    talk = item(zh, en, 540, people=(person(zh, en, (zh, en)),))
    page = webpage(forum(session(zh, en, part(talk)), theme=(zh, en), venue=(zh, en)))

    assert parsed(page).tag == "html"


@given(st.text(max_size=30))
def test_an_attribute_is_escaped(value: str) -> None:
    tree = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(element("p", value, title=value))

    assert len(list(tree.iter("p"))) == 1
    assert {name for one in tree.iter("p") for name in one.keys()} <= {"title"}  # noqa: SIM118 - of an element


def test_control_characters_vanish() -> None:
    assert text("a\x00b\x1fc") == "abc"


def test_one_language_leaves_the_other_and_the_switch_out() -> None:
    page = webpage(WHOLE, WebpageOptions(languages=("en",)))

    assert re.findall(r"[\u4e00-\u9fff]", "".join(parsed(page).itertext())) == []
    assert found(parsed(page), class_="switch") == []


def test_a_text_without_the_other_language_is_always_shown() -> None:
    tree = parsed(webpage(forum(session("开幕式", "", part(item("致辞", "", 540))))))
    (title,) = [one for one in tree.iter("span") if words(one) == "致辞"]

    assert (title.get("class"), title.get("lang")) == ("l0 only", "zh-Hans")


def test_times_are_machine_readable_past_midnight_too() -> None:
    late = session("晚会", "Gala", start=1380, end=1470)
    tree = parsed(webpage(forum(late)))

    assert [(one.get("datetime"), words(one)) for one in tree.iter("time")] == [
        (f"{DAY}T23:00", "23:00"),
        ("2026-11-15T00:30", "00:30"),
    ]


def test_the_clocks_zone_is_said_once() -> None:
    assert body(webpage(WHOLE)).count("UTC+8") == 2  # once a language


@pytest.mark.parametrize(
    ("kind", "marked"),
    [(None, True), (ReleaseKind.COMMENTS, True), (ReleaseKind.FINAL, False), (ReleaseKind.ON_SITE, False)],
)
def test_who_has_not_confirmed_is_marked_as_the_issue_asks(kind: ReleaseKind | None, marked: bool) -> None:
    talk = item("报告", "Report", 540, people=(person("高岚", "Gao Lan", provisional=True),))
    paper = forum(session("会", "Session", part(talk)), edition=Edition("V1", kind=kind))

    assert ("to be confirmed" in webpage(paper).html.decode()) is marked
    assert "to be confirmed" in webpage(paper, WebpageOptions(marks=True)).html.decode()


def test_acts_of_a_ceremony_stand_on_it() -> None:
    act = AgendaAct(("合作协议", "Agreement"), ("甲与乙", "A and B"), (person("高岚", "Gao Lan"),))
    tree = parsed(
        webpage(forum(session("闭幕式", "Closing", part(item("签约", "Signing", 540, people=(), acts=(act,))))))
    )
    (shown,) = found(tree, class_="act")

    assert "合作协议 Agreement" in words(shown)
    assert "甲与乙 A and B" in words(shown)
    assert "高岚 Gao Lan" in words(shown)


def test_people_are_found_by_pinyin_and_initials() -> None:
    (row,) = found(parsed(webpage(forum(session("会", "S", part(item("题", "T", 540)))))), class_="item")

    assert {"gaolan", "gl"} <= set((row.get("data-k") or "").split())


def test_online_and_video_are_marked_and_on_site_is_not() -> None:
    talks = (item("一", "One", 540, mode=Mode.ONLINE), item("二", "Two", 560, mode=Mode.ON_SITE))
    modes = [words(one) for one in found(parsed(webpage(forum(session("会", "S", part(*talks))))), class_="mode")]

    assert modes == ["线上 Online"]


def test_rooms_and_days_can_be_chosen() -> None:
    hall = AgendaRoom(("云岭厅", "Yunling Hall"))
    tree = parsed(webpage(forum(replace(OPENING, rooms=(hall,)), replace(TEA, rooms=()))))
    values = {select.get("id"): [one.get("value") for one in select] for select in tree.iter("select")}

    assert values == {"day": ["", "1"], "room": ["", "r1"]}
    assert [one.get("data-room") for one in tree.iter("article")] == ["r1", None]


def test_what_has_no_day_yet_says_so() -> None:
    page = webpage(forum(days=(AgendaDay(None, (OPENING,)),)))

    assert "Date to be announced" in page.html.decode()


def test_an_empty_forum_is_a_page_too() -> None:
    page = webpage(forum(titles=(), organisers=()))

    assert (parsed(page).tag, page.days, page.sessions) == ("html", 0, 0)


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    assert webpage(WHOLE).html == webpage(WHOLE).html


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_have_enough_contrast_in_both_schemes(scheme: int) -> None:
    style = resource("webpage", "page.css").read_text(encoding="utf-8")
    rules: list[dict[str, Any]] = [dict(re.findall(r"--(\w+):(#\w+)", rule)) for rule in style.splitlines()[:2]]
    colours = {name: _six(value) for name, value in rules[scheme].items()}

    for name in ("ink", "grey", "signal"):
        assert contrast_ratio(colours[name], colours["ground"]) >= 4.5
        assert contrast_ratio(colours[name], colours["tint"]) >= 4.5


def _six(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])

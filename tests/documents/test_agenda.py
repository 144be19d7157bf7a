"""The agenda: every word of the programme is found again, pages hold what stands on them, gaps are shown as gaps."""

import datetime as dt
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pypdf
import pypdfium2
import zxingcpp
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from documents.typesetting import readers
from forumplanner import paths
from forumplanner.documents.agenda import AgendaOptions, agenda
from forumplanner.documents.typesetting.pen import MM
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.kinds import BREAK_ITEMS, Access, ItemKind, Mode, OrganiserRole, Role, SessionKind
from forumplanner.domain.labels import label
from forumplanner.snapshots.agenda import (
    AgendaDay,
    AgendaItem,
    AgendaPaper,
    AgendaPart,
    AgendaPerson,
    AgendaRoom,
    AgendaSession,
    AgendaTrack,
    OrganiserGroup,
)
from forumplanner.snapshots.paper import Edition, Lines

TAGS = ("zh-Hans", "en")
DAY = dt.date(2026, 11, 14)
NONE: Lines = ("", "")


def words(kind: Any) -> Lines:
    return tuple(label(kind, tag) for tag in TAGS)


def person(zh: str = "", en: str = "", post: Lines = NONE, role: Role = Role.SPEAKER, **fields: Any) -> AgendaPerson:
    return AgendaPerson((zh, en), zh or en, post, role, words(role), **fields)


def item(zh: str = "", en: str = "", start: int | None = None, minutes: int = 20, **fields: Any) -> AgendaItem:
    kind = fields.pop("kind", ItemKind.REPORT)
    end = start + minutes if start is not None else None
    values: dict[str, Any] = {"mode": None, "people": (person("高岚", "Gao Lan", ("院长", "Dean")),), **fields}
    return AgendaItem(kind, words(kind), (zh, en), NONE, start, end, is_break=kind in BREAK_ITEMS, **values)


def part(*items: AgendaItem, chairs: tuple[AgendaPerson, ...] = (), title: Lines = NONE) -> AgendaPart:
    start = items[0].start if items else None
    return AgendaPart(title, start, items[-1].end if items else None, chairs, (), items)


def session(zh: str = "", en: str = "", *parts: AgendaPart, **fields: Any) -> AgendaSession:
    kind = fields.pop("kind", SessionKind.OTHER)
    starts = [p.start for p in parts if p.start is not None]
    ends = [p.end for p in parts if p.end is not None]
    values: dict[str, Any] = {
        "summary": NONE,
        "rooms": (AgendaRoom(("云岭厅", "Yunling Hall"), "3F", ("会议中心", "Conference Centre")),),
        "start": min(starts, default=None),
        "end": max(ends, default=None),
        "access": Access.OPEN,
        "access_label": NONE,
        "is_break": False,
        "parts": parts,
        **fields,
    }
    return AgendaSession(zh or en or kind, kind, words(kind), (zh, en), **values)


def forum(*sessions: AgendaSession, **fields: Any) -> AgendaPaper:
    values: dict[str, Any] = {
        "slug": "yl26",
        "languages": TAGS,
        "titles": (("云岭国际医学教育论坛", "Yunling International Medical Education Forum"),),
        "short_title": ("云岭论坛", "Yunling Forum"),
        "banner": NONE,
        "theme": NONE,
        "organisers": (),
        "dates": ("2026年11月14日（星期六）", "Saturday, 14 November 2026"),
        "city": ("中国·昆明", "Kunming, China"),
        "venue": NONE,
        "live_url": "",
        "replay_url": "",
        "zone_label": ("北京时间（UTC+8）", "Beijing Time (UTC+8)"),
        "edition": Edition(step=214, issued="2026-11-10 18:20"),
        "accent": "#0B4F5C",
        "tracks": (),
        "days": (AgendaDay(DAY, sessions),) if sessions else (),
        **fields,
    }
    return AgendaPaper(**values)


def pages(pdf: bytes) -> list[str]:
    return [sheet.get_textpage().get_text_range().replace("\r", "") for sheet in pypdfium2.PdfDocument(pdf)]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def outline(pdf: bytes) -> list[tuple[str, int]]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))

    def flat(entries: Any) -> list[Any]:
        return [one for entry in entries for one in (flat(entry) if isinstance(entry, list) else [entry])]

    return [(entry.title, (reader.get_destination_page_number(entry) or 0) + 1) for entry in flat(reader.outline)]


OPENING = session(
    "开幕式",
    "Opening Ceremony",
    part(
        item("致欢迎辞", "Welcome remarks", 540, 8, kind=ItemKind.WELCOME),
        item("致辞", "Address", 548, 7, kind=ItemKind.VIDEO_ADDRESS, mode=Mode.VIDEO),
        chairs=(person("陆怀瑾", "LU Huaijin", ("党委书记", "Secretary"), Role.CHAIR),),
    ),
    kind=SessionKind.OPENING,
)
TEA = session("茶歇", "Tea break", start=600, end=630, kind=SessionKind.BREAK, is_break=True)


def parallel(track: str, *items: AgendaItem) -> AgendaSession:
    return session("", "", part(*items), kind=SessionKind.PARALLEL, track=track)


def tracks(count: int) -> tuple[AgendaTrack, ...]:
    return tuple(
        AgendaTrack(f"t{n}", chr(65 + n), (f"分论坛主题{n}", f"Subject number {n}"), "#0B6E75") for n in range(count)
    )


def test_every_word_of_the_programme_is_found_again() -> None:
    pdf = agenda(forum(OPENING, TEA)).pdf
    wanted: tuple[str, ...] = (
        "开幕式",
        "Opening Ceremony",
        "致欢迎辞",
        "Welcome remarks",
        "高岚",
        "Gao Lan",
        "院长",
        "Dean",
    )
    wanted += ("陆怀瑾", "LU Huaijin", "党委书记", "茶歇", "Tea break", "09:00", "09:08", "视频", "Video", "云岭厅")

    for read in (readers.by_pdfium, readers.by_poppler, readers.by_pypdf):
        assert [word for word in wanted if squeezed(word) not in squeezed(read(pdf))] == []


def test_names_of_two_characters_are_found_whole() -> None:
    names = ("高岚", "方禾", "李松")
    host = person("方禾", "FANG He", role=Role.CHAIR)
    talk = item("致辞", "Address", 540, people=(person("高岚", "Gao Lan"), person("李松", "Li Song")))
    pdf = agenda(forum(session("主旨报告", "Keynotes", part(talk, chairs=(host,))))).pdf

    for read in (readers.by_pdfium, readers.by_poppler, readers.by_pypdf):
        text = read(pdf)
        assert [name for name in names if name not in text] == []


def test_all_fonts_are_embedded() -> None:
    assert set(readers.fonts(agenda(forum(OPENING, TEA)).pdf).values()) == {True}


def test_an_empty_forum_is_a_cover() -> None:
    paper = agenda(forum(titles=(), short_title=NONE, dates=NONE, city=NONE, zone_label=NONE, edition=Edition()))

    assert (paper.pages, paper.report.remarks) == (1, ())
    assert squeezed(pages(paper.pdf)[0]) == "会议日程Conferenceprogramme草稿Draft"


def test_nothing_chosen_still_is_a_page() -> None:
    nothing = AgendaOptions(cover=False, glance=False, days=False, forums=False)

    assert agenda(forum(OPENING), nothing).pages == 1


def test_one_language_prints_nothing_of_the_other() -> None:
    paper = forum(OPENING, TEA, parallel("t0", item("气象预警", "Weather warning", 810)), tracks=tracks(1))

    en = "\n".join(pages(agenda(paper, AgendaOptions(languages=("en",))).pdf))
    zh = "\n".join(pages(agenda(paper, AgendaOptions(languages=("zh-Hans",))).pdf))

    assert re.findall(r"[\u3000-\u9fff]+", en) == []
    assert [word for word in ("Opening", "Chair", "Welcome", "Lan", "Dean", "Forum", "Hall") if word in zh] == []


def test_any_pair_of_languages_works() -> None:
    paper = forum(OPENING, languages=("ru", "en"), titles=(("Медицинский форум", "Medical Forum"),))

    text = readers.by_pdfium(agenda(paper).pdf)

    assert "Медицинский форум" in text
    assert "Medical Forum" in text


def test_the_same_snapshot_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    paper = forum(OPENING, TEA, parallel("t0", item("一", "One", 810)), tracks=tracks(1))
    (tmp_path / "agenda.json").write_bytes(msgspec.json.encode(paper))
    program = (
        "import msgspec, pathlib, sys\n"
        "from forumplanner.documents.agenda import agenda\n"
        "from forumplanner.snapshots.agenda import AgendaPaper\n"
        "paper = msgspec.json.decode(pathlib.Path('agenda.json').read_bytes(), type=AgendaPaper)\n"
        "pathlib.Path('agenda.pdf').write_bytes(agenda(paper).pdf)\n"
        "print(sorted({'sqlalchemy', 'PySide6'} & set(sys.modules)))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(paths.__file__).parent.parent), "PYTHONHASHSEED": "5"}
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )

    assert ran.stdout == "[]\n"
    assert (tmp_path / "agenda.pdf").read_bytes() == agenda(paper).pdf == agenda(paper).pdf


def test_where_only_the_order_is_known_rows_are_numbered() -> None:
    unknown = part(item("甲题", "First"), item("乙题", "Second"))
    text = pages(agenda(forum(session("报告", "Talks", unknown)), AgendaOptions(cover=False, glance=False)).pdf)[0]

    assert re.findall(r"\d\d:\d\d", text) == ["18:20"]  # only in the footer
    assert re.findall(r"^(\d) .题", text, re.MULTILINE) == ["1", "2"]


def test_what_nobody_knows_is_to_be_announced_and_not_invented() -> None:
    nobody = AgendaPerson(NONE, "", NONE, Role.SPEAKER, words(Role.SPEAKER), placeholder=True)
    open_ = session("", "", part(item(people=(nobody,)), item("有题目", "Titled", people=())), rooms=())
    paper = agenda(forum(open_, days=(AgendaDay(None, (open_,)),)), AgendaOptions(cover=False, glance=False))

    text = squeezed(pages(paper.pdf)[0])
    assert [text.count(squeezed(word)) for word in ("题目待定", "Title to be announced", "日期待定")] == [1, 1, 2]
    assert text.count("Tobeannounced") == 2


def test_a_name_or_title_in_one_language_only_is_printed_once_and_noted() -> None:
    lone = item("只有中文", "", 540, people=(person("", "Only Latin"),))
    paper = agenda(forum(session("报告", "Talks", part(lone))), AgendaOptions(cover=False, glance=False))

    text = pages(paper.pdf)[0]
    assert (text.count("只有中文"), text.count("Only Latin")) == (1, 1)
    assert [remark.text for remark in paper.report.of(Trouble.MISSING_LANGUAGE)] == ["只有中文"]


def test_a_character_without_a_font_is_named_before_printing() -> None:
    odd = item("表情\U0001f600", "Emoji", 540)

    (remark,) = agenda(forum(session("报告", "Talks", part(odd)))).report.of(Trouble.MISSING_CHARACTER)

    assert (remark.text, remark.detail) == ("表情\U0001f600", "U+1F600")


def test_heads_repeat_overleaf_and_the_chair_is_repeated_with_cont() -> None:
    talks = [item(f"报告题目{n}", f"Title of talk {n}", 540 + 10 * n, 10) for n in range(40)]
    long = session("主旨报告", "Keynotes", part(*talks, chairs=(person("陆怀瑾", "LU Huaijin", NONE, Role.CHAIR),)))
    texts = pages(agenda(forum(long), AgendaOptions(cover=False, glance=False)).pdf)

    assert len(texts) > 2
    assert [("时间 Time" in text, "主旨报告" in text, text.count("陆怀瑾")) for text in texts] == [
        (True, True, 1) for _text in texts
    ]
    assert ["（续）" in text for text in texts] == [False] + [True] * (len(texts) - 1)
    assert [f"{n} / {len(texts)}" in text for n, text in enumerate(texts, start=1)] == [True] * len(texts)


def test_a_row_is_never_parted_from_its_time() -> None:
    talks = [item(f"甲{n:02d}乙", f"Talk {n:02d} here", 540 + 10 * n, 10) for n in range(24)]
    texts = pages(agenda(forum(session("报告", "Talks", part(*talks))), AgendaOptions(cover=False, glance=False)).pdf)

    for n in range(24):
        minute = 540 + 10 * n
        clock = f"{minute // 60:02d}:{minute % 60:02d}–"
        title = next(text for text in texts if f"甲{n:02d}乙" in text)
        assert clock in squeezed(title)


def test_a_row_taller_than_a_page_is_split_and_loses_nobody() -> None:
    panel = item("圆桌", "Panel", 540, people=tuple(person(f"嘉宾{n:02d}号", f"Guest {n:02d} Name") for n in range(60)))
    texts = pages(agenda(forum(session("会议", "Meeting", part(panel))), AgendaOptions(cover=False, glance=False)).pdf)

    whole = squeezed("".join(texts))
    assert [n for n in range(60) if whole.count(f"嘉宾{n:02d}号") != 1 or f"Guest{n:02d}Name" not in whole] == []


def test_parallel_forums_lead_to_their_pages() -> None:
    sessions = [parallel(f"t{n}", *(item(f"题{n}{k}", f"T {n} {k}", 810 + 20 * k) for k in range(5))) for n in range(8)]
    paper = agenda(forum(OPENING, *sessions, tracks=tracks(8)))
    texts = pages(paper.pdf)
    marks = dict(outline(paper.pdf))

    day = next(text for text in texts if "分论坛 Parallel Forums" in text.replace("\n", " "))
    listed = [int(n) for n in re.findall(r"第(\d+)页", day)]
    assert listed == [marks[f"分论坛{chr(65 + n)} Forum {chr(65 + n)} 分论坛主题{n}"] for n in range(8)]
    assert [f"题{n}4" in texts[page - 1] for n, page in enumerate(listed)] == [True] * 8


def test_bookmarks_name_cover_glance_days_and_forums() -> None:
    paper = agenda(forum(OPENING, parallel("t0", item("一", "One", 810)), tracks=tracks(1)))

    assert outline(paper.pdf) == [
        ("云岭国际医学教育论坛", 1),
        ("日程总览", 2),
        ("11月14日 周六 Sat 14 Nov", 3),
        ("分论坛A Forum A 分论坛主题0", 4),
    ]


def test_footers_say_which_issue_this_is() -> None:
    draft = pages(agenda(forum(OPENING)).pdf)[1]
    release = pages(agenda(forum(OPENING, edition=Edition("V3.1", 214, "2026-11-10 18:20", "V3.0"))).pdf)[1]

    assert "草稿 Draft · 第214步 step 214 · 2026-11-10 18:20" in draft
    assert squeezed("V3.1 2026-11-10 18:20 签发 issued 替代 replaces V3.0") in squeezed(release)


def test_links_on_the_cover_are_read_by_a_scanner() -> None:
    paper = forum(live_url="https://live.example/2026", replay_url="https://replay.example/2026/yunling")

    found = zxingcpp.read_barcodes(readers.picture(agenda(paper).pdf).astype(np.uint8))

    assert sorted(code.text for code in found) == ["https://live.example/2026", "https://replay.example/2026/yunling"]


def test_the_cover_stays_white_for_office_printers() -> None:
    colour = readers.picture(agenda(forum(OPENING)).pdf)[10, 10].tolist()
    office = readers.picture(agenda(forum(OPENING), AgendaOptions(office=True)).pdf)[10, 10].tolist()

    assert (colour, office) == ([11, 79, 92], [255, 255, 255])


def test_too_many_organisers_get_a_page_and_none_is_lost() -> None:
    names = tuple((f"第{n}医科大学附属医院", f"Affiliated Hospital of Medical University No. {n}") for n in range(12))
    groups = tuple(OrganiserGroup(role, words(role), names[:6]) for role in OrganiserRole)
    paper = agenda(forum(OPENING, organisers=groups))

    text = squeezed("".join(pages(paper.pdf)))
    assert text.count("第5医科大学附属医院") == len(OrganiserRole) + 1  # the host stands above the titles too
    assert paper.report.count(Trouble.OVERFLOW) == 0


def test_very_long_titles_shrink_and_then_are_reported() -> None:
    long = ("卫生健康论坛暨全国地方院校医学人文教育联盟学术年会" * 4, "Forum on health and medical humanities " * 8)

    remarks = agenda(forum(titles=(long,) * 3)).report.of(Trouble.OVERFLOW)

    assert [remark.where for remark in remarks] == ["封面 Cover"]


def test_days_of_a_long_forum_follow_each_other() -> None:
    days = tuple(AgendaDay(DAY + dt.timedelta(n), (OPENING, TEA)) for n in range(4))
    paper = agenda(forum(days=days))

    assert [title for title, _page in outline(paper.pdf)] == [
        "云岭国际医学教育论坛",
        "日程总览",
        "11月14日 周六 Sat 14 Nov",
        "11月15日 周日 Sun 15 Nov",
        "11月16日 周一 Mon 16 Nov",
        "11月17日 周二 Tue 17 Nov",
    ]


def test_several_days_share_a_landscape_page_at_a_glance_while_they_fit() -> None:
    crowded = tuple(session(f"会议{n}", f"Meeting {n}", start=480 + 30 * n, end=510 + 30 * n) for n in range(24))
    some = [AgendaDay(DAY + dt.timedelta(n), (OPENING, TEA)) for n in range(5)]
    only = AgendaOptions(cover=False, days=False, forums=False)

    def shapes(*days: AgendaDay) -> list[bool]:
        reader = pypdf.PdfReader(io.BytesIO(agenda(forum(days=days), only).pdf))
        return [sheet.mediabox.width > sheet.mediabox.height for sheet in reader.pages]

    assert shapes(some[0]) == [False]
    assert shapes(*some[:4]) == [True]
    assert shapes(*some) == [False] * 5
    assert shapes(*some[:2], AgendaDay(None, (OPENING,))) == [True, False]
    assert shapes(some[0], AgendaDay(DAY + dt.timedelta(1), crowded)) == [False] * 3


def test_abstracts_and_on_site_marks_are_printed_on_request() -> None:
    talk = replace(item("题目", "Title", 540, mode=Mode.ON_SITE), abstract=("这是摘要", "This is the abstract"))
    paper = forum(session("报告", "Talks", part(talk)))
    quiet = AgendaOptions(cover=False, glance=False)

    plain = pages(agenda(paper, quiet).pdf)[0]
    full = pages(agenda(paper, replace(quiet, abstracts=True, mark_all=True)).pdf)[0]

    assert ("这是摘要" in plain, "这是摘要" in full) == (False, True)
    assert (plain.count("线下"), full.count("线下")) == (2, 2)
    assert ("未标注者为线下" in plain, "未标注者为线下" in full) == (True, False)


def inside(pdf: bytes) -> list[str]:
    """Characters that stand outside the printable page, 5 mm from the edge."""
    strays = []
    for sheet in pypdfium2.PdfDocument(pdf):
        width, height = sheet.get_size()
        text = sheet.get_textpage()
        for n in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(n)
            if right > left and (left < 5 * MM or right > width - 5 * MM or bottom < 5 * MM or top > height - 5 * MM):
                strays.append(text.get_text_range(n, 1))
    return strays


texts = st.text(st.sampled_from("医学教育论坛，：（） ABCdef-·"), max_size=60).map(str.strip)
pairs = st.tuples(texts, texts)
clocks = st.none() | st.integers(480, 1500)


@st.composite
def people(draw: st.DrawFn) -> AgendaPerson:
    names = draw(pairs)
    role, mode = draw(st.sampled_from(Role)), draw(st.none() | st.sampled_from(Mode))
    return AgendaPerson(names, names[0] or names[1], draw(pairs), role, words(role), mode, draw(st.booleans()))


@st.composite
def items(draw: st.DrawFn) -> AgendaItem:
    kind = draw(st.sampled_from(ItemKind))
    return AgendaItem(
        kind,
        words(kind),
        draw(pairs),
        NONE,
        draw(clocks),
        draw(clocks),
        draw(st.none() | st.sampled_from(Mode)),
        kind in BREAK_ITEMS,
        tuple(draw(st.lists(people(), max_size=5))),
    )


@st.composite
def meetings(draw: st.DrawFn) -> AgendaSession:
    kind = draw(st.sampled_from(SessionKind))
    parts = tuple(
        AgendaPart(draw(pairs), draw(clocks), draw(clocks), tuple(chairs), (), tuple(rows))
        for chairs, rows in draw(
            st.lists(st.tuples(st.lists(people(), max_size=3), st.lists(items(), max_size=6)), max_size=3)
        )
    )
    track = draw(st.sampled_from(["", "", "t0", "t1"]))
    values = {"start": draw(clocks), "end": draw(clocks), "kind": kind, "track": track, "summary": draw(pairs)}
    return session(*draw(pairs), *parts, **values)


def test_a_start_at_the_end_of_the_day_stays_off_the_edge_of_the_cover() -> None:
    late = session("晚会", "Party", part(item("歌", "Song", 1460, 5)))

    assert inside(agenda(forum(OPENING, late)).pdf) == []


def test_chairs_that_fill_more_than_a_page_go_on_overleaf() -> None:
    chairs = tuple(
        person(
            f"主席{n}", f"Chairwoman Number {n}", ("第一医科大学公共卫生学院院长", "Dean of Public Health"), Role.CHAIR
        )
        for n in range(30)
    )
    paper = agenda(forum(session("大会", "Assembly", part(item("报告", "Report", 540), chairs=chairs))))

    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(paper.pdf))
    assert inside(paper.pdf) == []
    assert [n for n in range(30) if f"主席{n}" not in text] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(st.lists(st.lists(meetings(), max_size=5), max_size=3))
def test_whatever_is_known_or_not_an_agenda_comes_out_and_stays_on_its_pages(found: list[list[AgendaSession]]) -> None:
    days = tuple(AgendaDay(DAY + dt.timedelta(n) if n else None, tuple(one)) for n, one in enumerate(found))
    paper = agenda(forum(days=days, tracks=tracks(2)))

    assert inside(paper.pdf) == []

"""Lines and boxes: what a width holds, what gives way first, and ink that never meets."""

import io
from typing import Any

import numpy as np
import pytest

from documents.typesetting.readers import picture
from documents.typesetting.samples import PROSE, SAMPLES, STRINGS
from forumplanner.documents.typesetting import (
    NAME,
    TEXT,
    TITLE,
    Canvas,
    Paragraph,
    ParagraphCache,
    Policy,
    balance,
    draw_line,
    fit,
    keep_together,
    pitch,
    spread,
)
from forumplanner.documents.typesetting.characters import grapheme_end

MM = 72 / 25.4
COLOURS = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


def shown(para: Paragraph, units: float, *, anywhere: bool = True) -> list[str]:
    return [para.text[line.start : line.end] for line in para.wrap(units, anywhere)]


def test_widths_grow_with_the_size_and_count_every_em(texts: ParagraphCache) -> None:
    para = texts.get("昆明医科大学")

    assert (para.natural(), para.width(10), para.width(20)) == (6000.0, 60.0, 120.0)


def test_a_gap_stands_between_han_and_letters_but_not_in_dates(texts: ParagraphCache) -> None:
    date = texts.get("2026年11月14日")
    gapped, closed = texts.get("昆明K"), texts.get("昆明 K")

    assert date.extra == {}
    assert gapped.extra == {1: 125.0}
    assert closed.extra == {}


def test_two_marks_in_a_row_share_an_em_and_a_half(texts: ParagraphCache) -> None:
    assert texts.get("（中国）。").natural() == 4500.0
    assert texts.get("：“中”，").natural() == 4000.0


def test_lines_hold_what_their_width_allows(texts: ParagraphCache) -> None:
    assert shown(texts.get("昆明医科大学，第一"), 4000) == ["昆明医科", "大学，第", "一"]
    assert shown(texts.get("昆明医科大学第一附属医院"), 5000) == ["昆明医科大", "学第一附属", "医院"]
    assert shown(texts.get("first\nsecond line\n"), 1e6) == ["first", "second line"]
    assert shown(texts.get(""), 1000) == [""]


def test_no_line_is_wider_than_its_box(texts: ParagraphCache) -> None:
    for text in [*PROSE, *(text for _, text in STRINGS)]:
        para = texts.get(text)
        widest = max(para.advance(at, grapheme_end(para.text, at)) for at in range(len(para.text)))
        for units in (2500, 4000, 9000, 21000):
            if units > widest * 1.8:
                assert [line.width for line in para.wrap(units) if line.width > units + 0.001] == []


def test_an_emergency_break_never_parts_a_cluster(texts: ParagraphCache) -> None:
    for language, text in STRINGS:
        para = texts.get(text, lang=language)
        starts = {run.start + c.start for run, _, clusters in para.settings for c in clusters or ()}
        simple = {at for run, _, clusters in para.settings if clusters is None for at in range(run.start, run.end)}
        for units in (900, 1500, 2600):
            ends = [line.start for line in para.wrap(units)]
            assert (language, [at for at in ends if at not in starts | simple]) == (language, [])


def test_a_name_kept_together_moves_to_the_next_line_whole(texts: ParagraphCache) -> None:
    free = texts.get("主持人：沈知行、李伟")
    kept = texts.get(f"主持人：{keep_together('沈知行')}、{keep_together('李伟')}")

    assert kept.text == free.text
    assert shown(free, 5000) == ["主持人：沈", "知行、李伟"]
    assert shown(kept, 5000) == ["主持人：", "沈知行、", "李伟"]


def test_a_spread_name_is_as_wide_as_three_characters_and_never_broken(texts: ParagraphCache) -> None:
    name, line = texts.get(spread("李伟")), texts.get(f"主持人：{spread('李伟')}、{spread('方禾')}")

    assert (name.text, name.width(10)) == ("李伟", texts.get("李　伟").width(10))
    assert shown(line, 6000) == ["主持人：", "李伟、", "方禾"]


def test_balanced_lines_are_as_many_but_more_even(texts: ParagraphCache) -> None:
    para = texts.get("Faculty of Medicine, Prince of Songkla University", lang="en")
    greedy, even = para.wrap(20000), balance(para, 20000)

    assert len(greedy) == len(even) == 2
    assert max(line.width for line in even) - min(line.width for line in even) < greedy[0].width - greedy[1].width


@pytest.mark.parametrize("leading", [1.0, 1.2, 1.35, 1.5])
def test_the_ink_of_one_line_never_meets_the_next(texts: ParagraphCache, leading: float) -> None:
    blocks = [" ".join([text] * 3) for sample in SAMPLES for text in (sample.name, sample.institution)]
    blocks.append("昆明医科大学 မန္တလေးဆေးတက္ကသိုလ် Kunming ព្រះសីហនុ پروفیسر جاوید اکرم 昆明")

    assert [block[:12] for block in blocks if rows_of_two_colours(texts.get(block), leading)] == []


def rows_of_two_colours(para: Paragraph, leading: float) -> int:
    """Set the paragraph in lines of three colours, and count the rows of pixels that hold more than one of them."""

    def drawing(canvas: Canvas) -> None:
        y = 480.0
        lines = para.wrap(150 * 1000 / 14)
        for number, (line, drop) in enumerate(zip(lines, pitch(lines, 14, leading), strict=True)):
            y -= drop
            canvas.setFillColorRGB(*COLOURS[number % 3])
            draw_line(canvas, para, line, 20, y, 14)
        assert y > 30

    return colour_rows(drawing)


def colour_rows(drawing: Any) -> int:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (190, 500))
    drawing(canvas)
    canvas.save()
    image = picture(buffer.getvalue(), scale=2)
    rows = []
    for mine, one, other in ((0, 1, 2), (1, 0, 2), (2, 0, 1)):
        lead = image[:, :, mine] - np.maximum(image[:, :, one], image[:, :, other])
        rows.append((lead > 60).any(axis=1))
    assert sum(row.any() for row in rows) >= 1
    return int((np.sum(rows, axis=0) > 1).sum())


@pytest.mark.parametrize(
    ("text", "height", "policy", "size", "lines", "overflow", "broken"),
    [
        ("欧阳博", 8, TEXT, 20.0, 1, "", False),
        ("Siti Nurhaliza binti Tarudin", 8, TEXT, 14.0, 1, "", False),
        ("Siti Nurhaliza binti Tarudin", 16, TEXT, 20.0, 2, "", False),
        ("Faculty of Medicine, Prince of Songkla University", 16, TEXT, 14.0, 2, "", False),
        ("မန္တလေးဆေးတက္ကသိုလ်", 8, TEXT, 15.2, 1, "", False),
        ("یونیورسٹی آف ہیلتھ سائنسز لاہور", 8, TEXT, 12.6, 1, "", False),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 16, TEXT, 9.0, 2, "", True),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 16, NAME, 9.0, 2, "width", True),
        (
            "昆明医科大学第一附属医院国际医学教育与医疗服务联盟秘书处办公室（中国·云南·昆明）",
            8,
            TEXT,
            9.0,
            3,
            "height",
            False,
        ),
        ("沈知行" * 8, 16, NAME, 9.0, 2, "width", True),
    ],
)
def test_a_box_of_66_mm_holds(
    texts: ParagraphCache,
    text: str,
    height: float,
    policy: Policy,
    size: float,
    lines: int,
    overflow: str,
    broken: bool,
) -> None:
    found = fit(
        texts.get(text, bold=True, lang="en"), 66 * MM, height * MM, size=20, floor=9, leading=1.15, policy=policy
    )

    assert (found.size, len(found.lines), found.overflow, found.broken) == (size, lines, overflow, broken)


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ("Wiratama", 34.0, ["Wiratama"]),
        ("Khin Thiri Lwin", 29.5, ["Khin Thiri Lwin"]),
        ("Srisombat-Ratanakul", 21.0, ["Srisombat-Ratanakul"]),
        ("Siti Nurhaliza binti Tarudin", 33.0, ["Siti Nurhaliza", "binti Tarudin"]),
        (
            "Wijesinghe Arachchilage Don Chandrasekara Kumaratunga Perera",
            18.0,
            ["Wijesinghe Arachchilage", "Don Chandrasekara", "Kumaratunga Perera"],
        ),
        ("沈知行", 34.0, ["沈知行"]),
        ("阿卜杜拉·拉赫曼·伊布拉希莫夫", 24.5, ["阿卜杜拉·拉赫曼·", "伊布拉希莫夫"]),
    ],
)
def test_a_name_on_a_badge_of_78_mm(texts: ParagraphCache, name: str, size: float, lines: list[str]) -> None:
    para = texts.get(name, bold=True, lang="en")

    found = fit(para, 78 * MM, 44 * MM, size=34, floor=16, leading=1.1, policy=NAME)

    assert (found.size, [para.text[line.start : line.end] for line in found.lines]) == (size, lines)


@pytest.mark.parametrize(
    ("title", "lang", "lines"),
    [
        ("医学教育国际化", "zh", ["医学教育国际化"]),
        ("区域医疗合作、人才培养、学分互认、远程会诊", "zh", ["区域医疗合作、人才培养、", "学分互认、远程会诊"]),
        ("区域医学教育与医疗服务共同体：昆明的实践", "zh", ["区域医学教育与医疗服务共同体：", "昆明的实践"]),
        (
            "Building a Regional Community of Medical Education: Practice at Kunming",
            "en",
            ["Building a Regional Community", "of Medical Education:", "Practice at Kunming"],
        ),
    ],
)
def test_a_title_breaks_at_its_joints(texts: ParagraphCache, title: str, lang: str, lines: list[str]) -> None:
    para = texts.get(title, bold=True, lang=lang)

    found = fit(para, 62 * MM, 40 * MM, size=10, floor=9, leading=1.4, policy=TITLE)

    assert (found.size, [para.text[line.start : line.end] for line in found.lines]) == (10, lines)


def test_a_nominal_box_is_as_high_as_its_type(texts: ParagraphCache) -> None:
    found = fit(texts.get("昆明\n医科"), 200, 200, size=10, floor=8, leading=1.4, nominal=True)

    assert (found.first, round(found.height, 6)) == (8.8, 24.0)


def test_a_lower_size_is_only_taken_when_the_higher_does_not_fit(texts: ParagraphCache) -> None:
    para = texts.get(PROSE[0])
    for height in range(30, 200, 17):
        found = fit(para, 150, height, size=14, floor=6, max_lines=30)
        if found.overflow or found.size == 14:
            continue
        larger = fit(para, 150, height, size=found.size + 0.2, floor=found.size + 0.2, max_lines=30)
        assert (found.height <= height, larger.overflow) == (True, "height")


def test_a_chinese_dash_is_one_stroke(texts: ParagraphCache) -> None:
    para = texts.get("中——国")
    clusters = para.settings[0].clusters or ()

    assert [para.text[cluster.start : cluster.end] for cluster in clusters] == ["中", "——", "国"]
    assert len(clusters[1].parts) == 1

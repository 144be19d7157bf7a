"""Line ends: none that ICU's Chinese rules forbid, none that an editor would mark."""

import random
from itertools import pairwise

import pytest
from icu4py.breakers import LineBreaker

from documents.typesetting.samples import MIXED, PROSE, STRINGS
from forumplanner.documents.typesetting import ParagraphCache
from forumplanner.documents.typesetting.breaks import opportunities

NEVER_FIRST = frozenset("、。，．：；！？）〕］｝〉》」』】”’…—·!?,.:;)]}%％‰℃々ー၊။។៕ๆຯ،؛؟।")
NEVER_LAST = frozenset("（〔［｛〈《「『【“‘([{$¥￥€£#№")
JUNK = "昆明医科大学abc XYZ 12.5%、。，（）“”《》—…·-/:;!?¥￥$第届年月日℃+#@&คณะមហាविद्याየ"


def lines_of(texts: ParagraphCache) -> list[tuple[str, int, bool]]:
    """(text, offset, at a space) of every soft line end of real and of junk texts at many widths."""
    chance = random.Random(11)
    junk = ["".join(chance.choices(JUNK, k=60)) for _ in range(60)]
    real = [*PROSE, *MIXED, *(text for _, text in STRINGS)]
    found = []
    for text in [*real, *junk]:
        para = texts.get(text)
        for ems in range(4, 36):
            lines = para.wrap(ems * 1000, anywhere=False)
            found += [(para.text, following.start, line.end < following.start) for line, following in pairwise(lines)]
    return found


def test_no_line_ends_where_icu_forbids_it(texts: ParagraphCache) -> None:
    allowed: dict[str, set[int]] = {}
    ends = lines_of(texts)
    for text, _, _ in ends:
        if text not in allowed:
            units = text.encode("utf-16-le")
            segments = LineBreaker(text, "zh").segments()
            allowed[text] = {len(units[: 2 * end].decode("utf-16-le")) for _, end in segments}

    illegal = [(text[max(0, at - 4) : at], text[at : at + 4]) for text, at, _ in ends if at not in allowed[text]]

    assert len(ends) >= 5000
    assert illegal == []


def test_no_line_begins_or_ends_with_a_forbidden_sign(texts: ParagraphCache) -> None:
    ends = lines_of(texts)

    assert [text[at : at + 4] for text, at, _ in ends if text[at] in NEVER_FIRST] == []
    assert [text[at - 4 : at] for text, at, spaced in ends if not spaced and text[at - 1] in NEVER_LAST] == []


@pytest.mark.parametrize(
    "together",
    [
        "2026年11月14日",
        "10:30–12:00",
        "2019—2026",
        "〔2026〕118号",
        "第3届",
        "第13届",
        "3.5 kg",
        "36.5%",
        "25 ℃",
        "¥20",
        "office@forum.example",
        "A-301",
        "0871-65920000",
        "13个",
        "O’Neil",
        "ဆေးတက္ကသိုလ်",
        "มหาวิทยาลัย",
    ],
)
def test_what_belongs_together_is_never_parted(together: str) -> None:
    text = f"中文{together}中文"

    offsets, _ = opportunities(text)

    assert [text[2:at] for at in offsets if 2 < at < 2 + len(together)] == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("昆明医科", ["昆", "明", "医", "科"]),
        ("co-operation of care", ["co-", "operation ", "of ", "care"]),
        ("来了120人，第2届", ["来", "了", "120人，", "第2届"]),
        ("“一带一路”倡议", ["“一", "带", "一", "路”", "倡", "议"]),
        ("各国……成果", ["各", "国……", "成", "果"]),
        ("a\nb c", ["a\n", "b ", "c"]),
        ("ភាសា\u200bខ្មែរ", ["ភាសា\u200b", "ខ្មែរ"]),
        ("", [""]),
    ],
)
def test_lines_may_end_only_between_these_parts(text: str, parts: list[str]) -> None:
    offsets, _ = opportunities(text)

    assert [text[a:b] for a, b in zip([0, *offsets], [*offsets, len(text)], strict=True)] == parts


def test_a_newline_must_end_the_line() -> None:
    assert opportunities("a\nb c\nd") == ([2, 4, 6], [2, 6])

"""Runs and faces: who sets what, on a Chinese line and on any other, and what nobody can set."""

import pytest

from documents.typesetting.samples import MORE_SCRIPTS, STRINGS
from forumplanner.documents.typesetting import FontBook, ParagraphCache
from forumplanner.documents.typesetting.fonts import Voice
from forumplanner.documents.typesetting.itemise import itemise

SC, LATIN = "NotoSansSC-Regular", "NotoSans-Regular"


def faces(texts: ParagraphCache, text: str, lang: str) -> list[tuple[str, str]]:
    para = texts.get(text, lang=lang)
    return [(para.text[run.start : run.end], run.face.name) for run, _, _ in para.settings]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("沈知行 (KMU 2026)", "zh", [("沈知行", SC), (" (KMU 2026)", SC)]),
        ("沈知行 (KMU 2026)", "en", [("沈知行", SC), (" (KMU 2026)", LATIN)]),
        ("“SCI”论文", "zh", [("“", SC), ("SCI", SC), ("”论文", SC)]),
        ("the “SCI” paper", "en", [("the “SCI” paper", LATIN)]),
        ("O’Neil教授", "zh", [("O’Neil", LATIN), ("教授", SC)]),
        ("Šimon和Lan", "zh", [("Šimon", LATIN), ("和", SC), ("Lan", SC)]),
        ("Ғайрат（塔）", "zh", [("Ғайрат", LATIN), ("（塔）", SC)]),
        ("阿卜杜拉·拉赫曼", "en", [("阿卜杜拉·拉赫曼", SC)]),
        (
            "ศ.ดร. (PSU)",
            "en",
            [
                ("ศ", "NotoSansThai-Regular"),
                (".", LATIN),
                ("ดร", "NotoSansThai-Regular"),
                (".", LATIN),
                (" ", "NotoSansThai-Regular"),
                ("(PSU)", LATIN),
            ],
        ),
    ],
)
def test_the_line_s_language_picks_the_first_face(
    texts: ParagraphCache, text: str, lang: str, expected: list[tuple[str, str]]
) -> None:
    joined: list[tuple[str, str]] = []
    for part, face in faces(texts, text, lang):
        if joined and joined[-1][1] == face and lang == "en":
            joined[-1] = (joined[-1][0] + part, face)
        else:
            joined.append((part, face))
    assert joined == expected


def test_every_script_of_the_region_has_a_face(texts: ParagraphCache) -> None:
    for language, text in (*STRINGS, *MORE_SCRIPTS):
        assert (language, texts.get(text, lang=language).missing) == (language, ())
        assert (language, texts.get(text, lang=language, bold=True).missing) == (language, ())


def test_what_no_face_has_is_named_with_its_place_and_codes(texts: ParagraphCache) -> None:
    para = texts.get("李伟😀教授 👩\u200d👩\u200d👧 ꦗ")

    assert [(gap.offset, gap.text, gap.codes) for gap in para.missing] == [
        (2, "😀", "U+1F600"),
        (6, "👩\u200d👩\u200d👧", "U+1F469 U+200D U+1F469 U+200D U+1F467"),
        (12, "ꦗ", "U+A997"),
    ]


def test_urdu_keeps_western_digits_and_seams_in_the_latin_face(texts: ParagraphCache) -> None:
    assert faces(texts, "اجلاس 10:30", "en") == [
        ("اجلاس", "NotoNastaliqUrdu-Regular"),
        (" ", LATIN),
        ("10:30", LATIN),
    ]


def test_the_short_way_finds_the_same_faces_as_the_long_one(book: FontBook) -> None:
    plain = (
        *("沈知行教授", "Kunming Medical University", "昆明 Kunming（2026）", "“引号”与English…", "第3届—2026"),
        *("同饮一江水\u3000共育好医生", "10月23日\u3000星期六", "李𬭎\u3000Dr. LI Hong"),
    )
    for chinese in (True, False):
        voice = Voice(chinese=chinese)
        for text in plain:
            short = itemise(text, book, voice)
            long = itemise(text, book, voice, base=1)

            def by_character(items: object, text: str = text) -> list[str]:
                runs = items.runs  # type: ignore[attr-defined]  # both are Items
                return [next(r.face.name for r in runs if r.start <= at < r.end) for at in range(len(text))]

            assert (text, by_character(short)) == (text, by_character(long))


def test_each_line_of_a_text_has_its_own_order(texts: ParagraphCache) -> None:
    para = texts.get("خان\n(KMU)", lang="en")

    assert (para.base, [run.level for run, _, _ in para.settings][-1] > 0) == (1, True)


def test_a_mark_of_another_script_stays_with_its_base(texts: ParagraphCache) -> None:
    para = texts.get("\U000191d3A\U000111b3", lang="zh")

    assert [(run.start, run.end) for run, _, _ in para.settings] == [(0, 1), (1, 3)]
    assert [gap.offset for gap in para.missing] == [0, 1]

"""What is known before printing, in the reader's language."""

import pytest

from forumplanner.documents.typesetting import ParagraphCache, spread
from forumplanner.documents.typesetting.preflight import ERRORS, Inspection, Remark, Trouble


def test_the_same_remark_is_kept_once_and_errors_stand_apart() -> None:
    inspection = Inspection()
    for _twice in range(2):
        inspection.note(Trouble.SHRUNK, "0001", "长", "7.6")
        inspection.note(Trouble.OVERFLOW, "0002", "更长")

    report = inspection.report()

    assert report.remarks == (
        Remark(Trouble.SHRUNK, "0001", "长", "7.6"),
        Remark(Trouble.OVERFLOW, "0002", "更长"),
    )
    assert report.errors == (Remark(Trouble.OVERFLOW, "0002", "更长"),)
    assert (report.count(Trouble.SHRUNK), report.of(Trouble.DUPLICATE)) == (1, ())


def test_characters_without_a_face_are_named_by_their_code_points(texts: ParagraphCache) -> None:
    inspection = Inspection()

    inspection.characters(texts.get("李\U0001f600"), "第3行")
    inspection.characters(texts.get("李伟"), "第4行")

    assert inspection.report().remarks == (Remark(Trouble.MISSING_CHARACTER, "第3行", "李\U0001f600", "U+1F600"),)


def test_a_spread_name_is_named_as_somebody_wrote_it() -> None:
    inspection = Inspection()

    inspection.note(Trouble.MISSING_LANGUAGE, spread("主持"), f"{spread('方禾')}、陈国强")

    assert inspection.report().remarks == (Remark(Trouble.MISSING_LANGUAGE, "主持", "方禾、陈国强"),)


def test_what_stands_twice_is_named_at_each_place() -> None:
    inspection = Inspection()

    inspection.duplicates([("1", "王敏"), ("2", "李松"), ("3", "王敏"), ("4", ""), ("5", "")])

    assert [(remark.where, remark.text) for remark in inspection.report().remarks] == [("1", "王敏"), ("3", "王敏")]


COUNTS = (Trouble.GUESTS_LEFT_OUT, Trouble.MEMBERS_LEFT_OUT, Trouble.UNNAMED_LEFT_OUT)


@pytest.mark.parametrize("trouble", COUNTS)
def test_a_remark_on_how_many_says_the_number_in_both_languages(trouble: Trouble) -> None:
    one, many = Remark(trouble, "", "1"), Remark(trouble, "", "7")

    assert " is left out" in one.sentence("en")
    assert "7 " in many.sentence("en")
    assert " are left out" in many.sentence("en")
    assert "7" in many.sentence("zh-Hans")
    assert not many.is_error


@pytest.mark.parametrize("trouble", [kind for kind in Trouble if kind not in {Trouble.SHEET, *COUNTS}])
def test_every_remark_speaks_both_languages(trouble: Trouble) -> None:
    remark = Remark(trouble, "0007", "王敏", "latin")

    zh, en = remark.sentence("zh-Hans"), remark.sentence("en")

    assert zh.startswith("0007：")
    assert en.startswith("0007: ")
    assert "王敏" in zh
    assert "王敏" in en
    assert remark.is_error == (trouble in ERRORS)

"""Letters on paper and in Word: found by every reader, one page a language, marked before approval and not written."""

import datetime as dt
import io
from dataclasses import replace

import docx
import pypdf
import pytest
from docx.shared import Pt

from forumplanner.documents.letters import LetterOptions, letters
from forumplanner.documents.letters.word import LetterHeld, letters_document
from forumplanner.documents.paper import Paper
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.letter_templates import INVITATION_NAMED, REQUEST
from forumplanner.domain.letters import fill, preset
from forumplanner.snapshots.letters import Letters, LetterSheet
from forumplanner.snapshots.paper import Edition

TAGS = ("zh-Hans", "en")
VALUES = (
    {
        "host": "云岭医科大学",
        "post": "越南驻昆明总领事馆",
        "guest": "总领事阮文安阁下",
        "forum": "2026云岭国际医学教育论坛",
        "opening": "2026年11月14日（星期六）上午9:00",
        "venue": "云岭医科大学国际会议中心",
        "dates": "2026年11月13日至15日",
        "theme": "同饮一江水",
        "phone": "+999 27 0000 0100",
        "mailbox": "forum@ymu.example",
    },
    {
        "host": "Yunling Medical University",
        "post": "Consulate-General of Viet Nam in Kunming",
        "post_kind": "Consulate-General",
        "guest": "H.E. Mr. NGUYEN Van An, Consul-General",
        "forum": "Yunling International Medical Education Forum 2026",
        "opening": "at 9:00 a.m. on Saturday, 14 November 2026",
        "venue": "International Conference Centre",
        "dates": "from 13 to 15 November 2026",
        "theme": "One river",
        "phone": "+999 27 0000 0100",
        "mailbox": "forum@ymu.example",
    },
)


def a_letter(code: str = INVITATION_NAMED, **fields: object) -> LetterSheet:
    filled = [fill(preset(code, tag), values) for tag, values in zip(TAGS, VALUES, strict=True)]
    draft = LetterSheet(
        id="",
        kind=LetterKind.CONSULAR_INVITATION,
        guest_id="g1",
        post_id="p1",
        code="G-VN",
        to=(VALUES[0]["post"], VALUES[1]["post"]),
        about=(VALUES[0]["guest"], VALUES[1]["guest"]),
        texts=tuple(one.text for one in filled),
        missing=tuple(one.missing for one in filled),
        unknown=tuple(one.unknown for one in filled),
        kept=("阮文安", "+999 27 0000 0100"),
    )
    return replace(draft, **fields)  # type: ignore[arg-type]  # a test names only fields that there are


def all_letters(*drafts: LetterSheet, issued: tuple[LetterSheet, ...] = ()) -> Letters:
    request = a_letter(REQUEST, kind=LetterKind.APPROVAL_REQUEST, guest_id="", to=("", ""))
    return Letters(
        slug="forum",
        languages=TAGS,
        short_title=("云岭论坛", "Yunling Forum"),
        host=("云岭医科大学", "Yunling Medical University"),
        contact="+999 27 0000 0100 · forum@ymu.example",
        accent="#0B4F5C",
        edition=Edition(),
        today=dt.date(2026, 9, 3),
        drafts=drafts,
        request=request,
        sheet=request,
        issued=issued,
    )


ISSUED = a_letter(id="l1", number="外邀〔2026〕12号", dated=dt.date(2026, 9, 18), approved=True)


def pages(paper: Paper) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(paper.pdf))
    return ["".join(page.extract_text().split()).replace("\u00a0", "") for page in read.pages]


def test_an_issued_letter_stands_on_one_page_a_language_with_number_date_and_signer() -> None:
    paper = letters(all_letters(a_letter(approved=True), issued=(ISSUED,)))
    zh, en = pages(paper)

    assert (paper.pages, paper.held, paper.report.remarks) == (2, (), ())
    for found in (
        "外邀〔2026〕12号",
        "邀请函",
        "越南驻昆明总领事馆：",
        "云岭医科大学向贵馆致意，并谨邀请贵馆总领事阮文安阁下出席",
        "顺致崇高敬意。",
        "2026年9月18日",
        "盖章处",
        "初签",
    ):
        assert found in zh
    for found in (
        "外邀〔2026〕12号",
        "YunlingMedicalUniversitypresentsitscomplimentstotheConsulate-GeneralofVietNaminKunming",
        "assurancesofitshighestconsideration.",
        "18September2026",
        "Initials",
    ):
        assert found in en
    assert "待批" not in zh + en
    assert "草稿" not in zh + en


def test_the_same_letter_gives_the_same_bytes() -> None:
    snapshot = all_letters(a_letter(approved=True), issued=(ISSUED,))

    assert letters(snapshot).pdf == letters(snapshot).pdf


def test_a_letter_before_approval_says_so_on_every_page_and_is_held() -> None:
    paper = letters(all_letters(a_letter()))

    assert ["待批Notapproved" in page for page in pages(paper)] == [True, True]
    assert paper.held == ("Consulate-General of Viet Nam in Kunming",)
    assert [remark.trouble for remark in paper.report.errors] == [Trouble.NOT_APPROVED]
    assert paper.report.errors[0].sentence("en") == (
        "越南驻昆明总领事馆: the approval to invite “越南驻昆明总领事馆” is not recorded; the page says so."
    )


def test_an_approved_draft_is_only_a_draft() -> None:
    paper = letters(all_letters(a_letter(approved=True)))

    assert paper.held == ()
    assert ["草稿Draft" in page for page in pages(paper)] == [True, True]


def test_a_letter_that_went_out_with_a_reason_is_printed_again_without_a_mark() -> None:
    early = replace(ISSUED, approved=False, despite="urgent")

    assert letters(all_letters(a_letter(), issued=(early,))).held == ()
    assert letters(all_letters(a_letter(), issued=(replace(early, despite=""),))).held == ("外邀〔2026〕12号",)


def test_both_languages_share_a_page_where_they_fit() -> None:
    options = LetterOptions(one_page=True)
    long = replace(ISSUED, texts=(ISSUED.texts[0], ISSUED.texts[1].replace(".\n", f".\n{'More words. ' * 90}\n")))

    assert letters(all_letters(a_letter(), issued=(ISSUED,)), options).pages == 1
    assert letters(all_letters(a_letter(), issued=(long,)), options).pages > 1


def test_a_long_letter_goes_on_and_signs_under_lines_of_the_body() -> None:
    zh = ISSUED.texts[0].replace("顺致", "另告知如下。\n" * 14 + "顺致")
    paper = letters(all_letters(a_letter(), issued=(replace(ISSUED, texts=(zh, "")),)))
    last = pages(paper)[-1]

    assert paper.pages == 2
    assert last.index("顺致崇高敬意") < last.index("2026年9月18日")
    assert last.count("另告知如下") >= 1
    assert Trouble.MISSING_LANGUAGE in {remark.trouble for remark in paper.report.remarks}


def test_gaps_and_names_in_braces_are_listed_by_language() -> None:
    request = a_letter(REQUEST, kind=LetterKind.APPROVAL_REQUEST, guest_id="", unknown=(("gast",), ()))
    paper = letters(replace(all_letters(), request=request), LetterOptions(kind="approval_request"))
    said = [remark.sentence("en") for remark in paper.report.remarks]

    assert "越南驻昆明总领事馆: the text names {gast}, which is no field of letters." in said
    assert "越南驻昆明总领事馆: “Foreign affairs office” is not known; a gap stands in its place (English)." in said
    assert "____" in pages(paper)[0]


def test_nothing_is_written_for_word_before_approval() -> None:
    with pytest.raises(LetterHeld, match="The approval to invite Consulate-General of Viet Nam in Kunming"):
        letters_document(all_letters(a_letter()))


def test_the_word_document_has_the_same_words_on_the_official_page() -> None:
    document = docx.Document(io.BytesIO(letters_document(all_letters(a_letter(), issued=(ISSUED,)))))
    section = document.sections[0]
    texts = [paragraph.text for paragraph in document.paragraphs]
    body = next(p for p in document.paragraphs if p.text.startswith("云岭医科大学向贵馆致意"))

    margins = [margin.mm if margin else 0 for margin in (section.top_margin, section.left_margin, section.right_margin)]
    assert [round(margin) for margin in margins] == [37, 28, 26]
    assert texts.count("外邀〔2026〕12号") == 2
    assert "2026年9月18日" in texts
    assert "18 September 2026" in texts
    assert body.runs[0].font.size == Pt(16)
    assert body.paragraph_format.first_line_indent == Pt(32)
    assert 'w:eastAsia="仿宋"' in body.runs[0]._element.xml

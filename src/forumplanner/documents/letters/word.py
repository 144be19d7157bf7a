"""The same letters for Word and WPS: page and type of GB/T 9704, each language on a page of its own."""

import io
from typing import TYPE_CHECKING, Any, Final

from forumplanner.documents.letters import LetterOptions, chosen_letters
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.letter_style import letter_day
from forumplanner.domain.letters import parts
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import in_language, interface_language, nearest
from forumplanner.snapshots.letters import Letters, LetterSheet

if TYPE_CHECKING:  # the XML library loads when somebody writes a document
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TITLE_HAN: Final = "宋体"
BODY_HAN: Final = "仿宋"
LATIN: Final = "Times New Roman"
"""Faces that Windows and WPS bring; where they are missing, others are put in their place."""

_GREY, _INK = "565D66", "16191D"


class LetterHeld(PlannerError):
    """A letter may not leave the house yet."""


def letters_document(snapshot: Letters, options: LetterOptions | None = None) -> bytes:
    """The letters as .docx. Raises `LetterHeld` where the approval to invite is not recorded and no reason is kept."""
    import docx  # noqa: PLC0415 - loads the XML library
    from docx.shared import Mm  # noqa: PLC0415 - as above

    chosen = options or LetterOptions()
    sheets = chosen_letters(snapshot, chosen)
    require_free_to_go(snapshot, sheets)
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    tags = [tag for tag in snapshot.languages if not chosen.languages or tag in chosen.languages]
    if chosen.head:
        _head(section.header.paragraphs[0], snapshot, tags)
    halves = [(sheet, tag) for sheet in sheets for tag in tags if sheet.texts[snapshot.languages.index(tag)]]
    for place, (sheet, tag) in enumerate(halves):
        _half(document, snapshot, sheet, tag, breaks=place > 0)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def require_free_to_go(snapshot: Letters, sheets: tuple[LetterSheet, ...]) -> None:
    """Raise `LetterHeld` with the names of those that may not go."""
    held = [sheet.addressee(interface_language(), snapshot.languages) for sheet in sheets if sheet.held]
    if held:
        raise LetterHeld(
            _(
                "The approval to invite {posts} is not recorded. Record it, or issue the letter with a reason, "
                "which is kept. Nothing was written.",
                posts=", ".join(held),
            )
        )


def _head(paragraph: "Paragraph", snapshot: Letters, tags: list[str]) -> None:
    """Who writes, and how to reach the secretariat."""
    names = [snapshot.host[snapshot.languages.index(tag)] for tag in tags]
    for place, name in enumerate(filter(None, names)):
        _styled(paragraph.add_run(("  " if place else "") + name), 11 if place else 18, bold=not place, han=TITLE_HAN)
    if snapshot.contact:
        _styled(paragraph.add_run(f"\n{snapshot.contact}"), 8, colour=_GREY)


def _half(document: "Document", snapshot: Letters, sheet: LetterSheet, tag: str, *, breaks: bool) -> None:
    """A letter in one language."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: PLC0415 - loads the XML library
    from docx.shared import Mm, Pt  # noqa: PLC0415 - as above

    chinese = nearest(tag) == "zh-Hans"
    read = parts(sheet.texts[snapshot.languages.index(tag)])
    body = 16 if chinese else 13
    number = document.add_paragraph()
    number.paragraph_format.page_break_before = breaks
    number.alignment = ALIGN.RIGHT
    words = sheet.number or in_language(tag, "Draft")
    _styled(number.add_run(words), 12, colour=_INK if sheet.number else _GREY, bold=not sheet.number)
    title = document.add_paragraph()
    title.alignment = ALIGN.CENTER
    title.paragraph_format.space_after = Pt(12)
    _styled(title.add_run(read.title), 22 if chinese else 19, bold=True, han=TITLE_HAN)
    opening = ((read.addressed, False),) if read.addressed else ()
    for text, indent in (*opening, *((said, chinese) for said in read.paragraphs)):
        paragraph = document.add_paragraph()
        _leading(paragraph, 29 if chinese else 19)
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.space_after = Pt(0 if chinese else 6)
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(2 * body)
        _styled(paragraph.add_run(text), body)
    _signing(document, sheet, read.signers, tag, size=body, right=Mm(4 * body * 25.4 / 72))


def _signing(
    document: "Document", sheet: LetterSheet, signers: tuple[str, ...], tag: str, *, size: int, right: Any
) -> None:
    """Who signs and the date at the right, four characters from the edge, with room for the seal around them."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: PLC0415 - loads the XML library
    from docx.shared import Mm  # noqa: PLC0415 - as above

    lines = [*signers, *([letter_day(sheet.dated, tag)] if sheet.dated else [])]
    for place, text in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.alignment = ALIGN.RIGHT
        paragraph.paragraph_format.right_indent = right
        paragraph.paragraph_format.space_before = Mm(16 if place == 0 else 0)
        paragraph.paragraph_format.space_after = Mm(14 if place == len(lines) - 1 else 0)
        paragraph.paragraph_format.keep_with_next = place < len(lines) - 1
        _styled(paragraph.add_run(text), size)
    if sheet.kind is LetterKind.CONSULAR_INVITATION:
        initials = document.add_paragraph()
        _styled(initials.add_run(f"{in_language(tag, 'Initials')} ______________"), 9, colour=_GREY)


def _leading(paragraph: "Paragraph", points: float) -> None:
    from docx.enum.text import WD_LINE_SPACING  # noqa: PLC0415 - loads the XML library
    from docx.shared import Pt  # noqa: PLC0415 - as above

    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(points)


def _styled(run: "Run", size: float, *, bold: bool = False, colour: str = _INK, han: str = BODY_HAN) -> None:
    """Size, weight, colour and a face for Han beside the one for Latin."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - loads the XML library
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - as above

    run.font.size, run.font.bold, run.font.name = Pt(size), bold, LATIN
    run.font.color.rgb = RGBColor.from_string(colour)
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - the library has no call for East Asia
    fonts.set(qn("w:eastAsia"), han)
    if any("\u4e00" <= sign <= "\u9fff" for sign in run.text):
        fonts.set(qn("w:hint"), "eastAsia")

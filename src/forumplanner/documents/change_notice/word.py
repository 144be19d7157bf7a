"""The change notice as a Word document, for offices that pass notices on as files to edit."""

import io
from typing import TYPE_CHECKING, Any

from forumplanner.changes import compare
from forumplanner.changes.kinds import kind_word
from forumplanner.changes.noting import differing
from forumplanner.domain.times import day_short
from forumplanner.i18n import in_language
from forumplanner.snapshots.change_notice import ChangeNotice
from forumplanner.snapshots.changes import Change, ChangeGroup, ChangeKind
from forumplanner.snapshots.paper import Lines

if TYPE_CHECKING:  # the library is loaded when a document is made
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

HAN, LATIN = "微软雅黑", "Segoe UI"
"""Faces that Windows brings; Word and WPS put others in their place where they lack them."""

_RED, _GREY, _INK = "B3261E", "565D66", "16191D"
_WIDTHS_MM = (9, 22, 40, 50, 53)


def change_notice_document(snapshot: ChangeNotice, languages: tuple[str, ...] = ()) -> bytes:
    """The change notice as .docx in these languages (() for all), stacked in each cell; the same input, same words."""
    import docx  # noqa: PLC0415 - loads the XML library
    from docx.shared import Mm  # noqa: PLC0415 - as above

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    _Writer(document, snapshot, [tag for tag in snapshot.languages if not languages or tag in languages]).write()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Writer:
    """Writes one notice into a document."""

    def __init__(self, document: "Document", snapshot: ChangeNotice, tags: list[str]) -> None:
        self._document, self._snapshot, self._tags = document, snapshot, tags
        self._places = [snapshot.languages.index(tag) for tag in tags]

    def write(self) -> None:
        """Title, versions, how many changes, the table, whom to ask."""
        snapshot = self._snapshot
        title = self._document.add_paragraph()
        for n, tag in enumerate(self._tags):
            _styled(title.add_run(("  " if n else "") + in_language(tag, "Change notice")), 11 if n else 20, bold=not n)
        now = snapshot.new.name or in_language(self._tags[0], "Now")
        _styled(self._document.add_paragraph().add_run(f"{snapshot.old.name} → {now}"), 15, bold=True, colour=_RED)
        self._paragraph(snapshot.short_title, 9)
        _styled(self._document.add_paragraph().add_run(snapshot.new.issued), 8.5, colour=_GREY)
        comparison = compare(snapshot.old.programme, snapshot.new.programme, minor=snapshot.minor)
        if not comparison.changes():
            self._paragraph(self._words("No changes."), 11)
            return
        table = self._table()
        number = 0
        for group in comparison.told():
            self._head(table, group)
            for change in group.changes:
                number += 1
                self._row(table, change, number)
        self._paragraph(self._words("All else stands."), 10)
        if snapshot.phone:
            self._paragraph(tuple(f"{text}  {snapshot.phone}" for text in self._words("Questions: Secretariat")), 9)

    def _words(self, message: str) -> Lines:
        return tuple(in_language(tag, message) for tag in self._snapshot.languages)

    def _table(self) -> Any:
        """Five columns under a head that every page repeats."""
        from docx.oxml import OxmlElement  # noqa: PLC0415 - loads the XML library
        from docx.shared import Mm  # noqa: PLC0415 - as above

        table = self._document.add_table(rows=1, cols=len(_WIDTHS_MM))
        table.style = "Table Grid"
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
            column.width = Mm(width)
        heads = (("",) * len(self._snapshot.languages), *(self._words(m) for m in ("Kind", "Item", "Was", "Now")))
        for cell, lines in zip(table.rows[0].cells, heads, strict=True):
            self._cell(cell, lines, 8, colour=_GREY)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the library has no call for it
        return table

    def _head(self, table: Any, group: ChangeGroup) -> None:
        """A session over its changes, across all columns."""
        row = table.add_row()
        cell = row.cells[0].merge(row.cells[-1])
        titles = tuple(
            " · ".join(filter(None, (title, day_short(group.day, tag) if group.day else "")))
            for title, tag in zip(group.title, self._snapshot.languages, strict=True)
        )
        self._cell(cell, titles, 9.5, bold=True)

    def _row(self, table: Any, change: Change, number: int) -> None:
        cells = table.add_row().cells
        _styled(cells[0].paragraphs[0].add_run(str(number)), 10, bold=True)
        kinds = tuple(kind_word(change.kind, tag) for tag in self._snapshot.languages)
        self._cell(cells[1], kinds, 9, bold=True, colour=_RED if change.kind is ChangeKind.CANCELLED else _INK)
        self._cell(cells[2], change.what, 9.5, bold=True)
        was, now = differing(change)
        self._cell(cells[3], was, 9, colour=_GREY, strike=True)
        self._cell(cells[4], now, 9.5, bold=True)

    def _cell(
        self, cell: "_Cell", lines: Lines, size: float, *, bold: bool = False, colour: str = _INK, strike: bool = False
    ) -> None:
        """A text in each language under the other; only the first is bold or struck."""
        written = 0
        for text in dict.fromkeys(lines[place] for place in self._places):
            if not text:
                continue
            paragraph = cell.paragraphs[0] if not written else cell.add_paragraph()
            _tight(paragraph)
            run = paragraph.add_run(text)
            _styled(run, size - 1.4 if written else size, bold=bold and not written, colour=colour)
            run.font.strike = (strike and not written) or None
            written += 1

    def _paragraph(self, lines: Lines, size: float) -> None:
        paragraph = self._document.add_paragraph()
        for n, text in enumerate(dict.fromkeys(lines[place] for place in self._places)):
            _styled(paragraph.add_run(("  " if n else "") + text), size - 1 if n else size, colour=_GREY if n else _INK)


def _tight(paragraph: "Paragraph") -> None:
    from docx.shared import Pt  # noqa: PLC0415 - loads the XML library

    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.space_before = Pt(1)


def _styled(run: "Run", size: float, *, bold: bool = False, colour: str = _INK) -> None:
    """Size, weight, colour, and a face for Han beside the one for Latin: without it Word takes a serif face."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - loads the XML library
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - as above

    run.font.size, run.font.bold, run.font.name = Pt(size), bold, LATIN
    run.font.color.rgb = RGBColor.from_string(colour)
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - the library has no call for East Asia
    fonts.set(qn("w:eastAsia"), HAN)
    if has_han(run.text):
        fonts.set(qn("w:hint"), "eastAsia")


def has_han(text: str) -> bool:
    """Whether a text holds Han characters, so that its quotes and dashes belong to them."""
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)

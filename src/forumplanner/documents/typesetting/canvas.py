"""The canvas of every paper: ReportLab's, with the same bytes for the same input and nothing but embedded fonts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.outlines import outline
from forumplanner.documents.typesetting.pdffont import PdfFont

_FORM_MARGIN = 5
"""Design units that a form's box leaves around the ink."""


class Canvas(ReportLabCanvas):
    """A canvas that also keeps the document's fonts, glyph forms and lines already written."""

    _code: list[str]
    _doc: Any
    _formsinuse: list[str]
    _pagesize: tuple[float, float]
    _setXObjects: Callable[[Any], None]  # noqa: N815 - ReportLab's name

    def __init__(
        self,
        target: IO[bytes] | str,
        pagesize: tuple[float, float],
        *,
        lang: str = "zh-CN",
        title: str = "",
        author: str = "",
        subject: str = "",
        **options: Any,
    ) -> None:
        """Open a document; `options` are ReportLab's own, e.g. `trimBox` and `bleedBox`."""
        self._fonts: dict[str, PdfFont] = {}
        self._forms: dict[tuple[str, int], tuple[str, str] | None] = {}
        self.line_bodies: dict[Any, str] = {}
        super().__init__(target, pagesize=pagesize, invariant=1, pageCompression=1, lang=lang, **options)
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject(subject)
        self.setCreator("Forum Planner")

    def _make_preamble(self) -> None:
        """ReportLab's preamble selects Helvetica, which isn't embedded; ours selects nothing."""
        self._preamble = "1 0 0 1 0 0 cm" if self.bottomup else f"1 0 0 -1 0 {self._pagesize[1]} cm"

    def write(self, operators: str) -> None:
        """Append content-stream operators to the page or form being drawn."""
        self._code.append(operators)

    def font(self, face: Face) -> PdfFont:
        """The document's font for a face; written when the document is saved."""
        found = self._fonts.get(face.name)
        if found is None:
            found = self._fonts[face.name] = PdfFont(self._doc, face)
        return found

    def glyph_form(self, face: Face, glyph: int) -> str:
        """Resource name of the form that draws a glyph's outline at one unit a design unit; "" for blank glyphs."""
        key = (face.name, glyph)
        if key not in self._forms:
            self._forms[key] = self._make_form(face, glyph)
        form = self._forms[key]
        if form is None:
            return ""
        name, resource = form
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        return resource

    @contextmanager
    def form(self, name: str, box: tuple[float, float, float, float]) -> Iterator[None]:
        """Catch what is written meanwhile in a form of that name; `box` is left, bottom, right, top in points."""
        page = self._code, self._formsinuse
        self._code, self._formsinuse = [], []
        try:
            yield
            # Not beginForm and endForm, as in `_make_form`.
            form = pdfdoc.PDFFormXObject(lowerx=box[0], lowery=box[1], upperx=box[2], uppery=box[3])
            form.compression = 1
            form.setStreamList(self._code)
            self._setXObjects(form)
            self._doc.addForm(name, form)
        finally:
            self._code, self._formsinuse = page

    def _make_form(self, face: Face, glyph: int) -> tuple[str, str] | None:
        path = outline(face, glyph)
        if not path:
            return None
        left, bottom, right, top = (measure / face.scale for measure in face.ink(glyph))
        # Not beginForm and endForm: on a still empty page they lose the list of forms in use.
        form = pdfdoc.PDFFormXObject(
            lowerx=left - _FORM_MARGIN,
            lowery=bottom - _FORM_MARGIN,
            upperx=right + _FORM_MARGIN,
            uppery=top + _FORM_MARGIN,
        )
        form.compression = 1
        form.setStreamList([f"{path} f"])
        name = f"fp.{face.name}.{glyph}"
        self._doc.addForm(name, form)
        return name, self._doc.getXObjectName(name)

"""The canvas of every paper: ReportLab's, with the same bytes for the same input and nothing but embedded fonts."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.packing import pack_all, pages_of
from forumplanner.documents.typesetting.pdffont import PdfFont

rl_config.useA85 = 0  # streams as bytes, not as ASCII text, which takes a quarter more room


class Canvas(ReportLabCanvas):
    """A canvas that also keeps the document's fonts and the lines already written."""

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
        self.line_bodies: dict[Any, str] = {}
        self._last_text = ("", "")
        self._written: dict[Hashable, list[str]] = {}
        super().__init__(target, pagesize=pagesize, invariant=1, pageCompression=1, lang=lang, **options)
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject(subject)
        self.setCreator("Forum Planner")

    def _make_preamble(self) -> None:
        """ReportLab's preamble selects Helvetica, which isn't embedded; ours selects nothing."""
        self._preamble = "1 0 0 1 0 0 cm" if self.bottomup else f"1 0 0 -1 0 {self._pagesize[1]} cm"

    def save(self) -> None:
        """Write the document."""
        if self._code:
            self.showPage()
        pack_all(pages_of(self._doc))
        super().save()

    def write(self, operators: str) -> None:
        """Append content-stream operators to the page or form being drawn."""
        self._code.append(operators)

    def write_text(self, colour: str, operators: str) -> None:
        """Append text with the operator of its colour, which isn't repeated right after text of the same colour."""
        code = self._code
        text, before = self._last_text
        code.append(operators if code and code[-1] is text and colour == before else f"{colour} {operators}")
        self._last_text = code[-1], colour

    def write_again(self, key: Hashable, content: Callable[[], object]) -> None:
        """Write what `content` writes; what was written under the same key is copied and not set again."""
        written = self._written.get(key)
        if written is None:
            start, self._last_text = len(self._code), ("", "")  # other pages don't have what stands before it
            content()
            self._written[key] = self._code[start:]
        else:
            self._code += written

    def font(self, face: Face) -> PdfFont:
        """The document's font for a face; written when the document is saved."""
        found = self._fonts.get(face.name)
        if found is None:
            found = self._fonts[face.name] = PdfFont(self._doc, face)
        return found

    @contextmanager
    def form(self, name: str, box: tuple[float, float, float, float]) -> Iterator[None]:
        """Catch what is written meanwhile in a form of that name; `box` is left, bottom, right, top in points."""
        page = self._code, self._formsinuse
        self._code, self._formsinuse = [], []
        try:
            yield
            # Not beginForm and endForm: on a still empty page they lose the list of forms in use.
            form = pdfdoc.PDFFormXObject(lowerx=box[0], lowery=box[1], upperx=box[2], uppery=box[3])
            form.compression = 1
            form.setStreamList(self._code or ["q Q"])  # ReportLab fills an empty form with a magenta test picture
            self._setXObjects(form)
            self._doc.addForm(name, form)
        finally:
            self._code, self._formsinuse = page

    def keep(self, stored: Any) -> None:
        """Put a drawing that is ready into the document, to be drawn by its name like a form."""
        self._doc.addForm(stored.name, stored)

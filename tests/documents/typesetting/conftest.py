"""What the tests of the text layer share: one book of faces, one cache of paragraphs, a page to draw on."""

import io
from collections.abc import Callable

import pytest

from documents.typesetting.readers import Drawing
from forumplanner.documents.typesetting import Canvas, FontBook, ParagraphCache


@pytest.fixture(scope="session")
def book() -> FontBook:
    return FontBook()


@pytest.fixture(scope="session")
def texts(book: FontBook) -> ParagraphCache:
    return ParagraphCache(book)


@pytest.fixture(scope="session")
def page() -> Callable[[Drawing], bytes]:
    """Make a document of one page of 500 x 1100 points by a drawing function."""

    def make(drawing: Drawing) -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, (500, 1100), title="页 Page", author="Office", subject="Test")
        drawing(canvas)
        canvas.save()
        return buffer.getvalue()

    return make

"""What all papers of one process share: the paragraphs already set."""

import atexit
import gc
from functools import cache

from forumplanner.documents.typesetting.fonts import FontBook
from forumplanner.documents.typesetting.paragraph import ParagraphCache


@cache
def own_texts() -> ParagraphCache:
    """The paragraphs of this process, for papers that aren't given any; they live as long as it does."""
    # So at its end nobody need look for what refers to each other in them: that took a tenth of a paper's time.
    atexit.register(gc.freeze)
    return ParagraphCache(FontBook())

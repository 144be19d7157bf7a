"""What all papers of one process share: the paragraphs already set, and a memory that isn't searched meanwhile."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from forumplanner.documents.typesetting.fonts import FontBook
from forumplanner.documents.typesetting.paragraph import ParagraphCache


@cache
def own_texts() -> ParagraphCache:
    """The paragraphs of this process, for papers that aren't given any; they live as long as it does."""
    # So at its end nobody need look for what refers to each other in them: that took a tenth of a paper's time.
    atexit.register(gc.freeze)
    return ParagraphCache(FontBook())


@contextmanager
def uncollected() -> Iterator[None]:
    """Don't look for objects to throw away while a paper is made: nearly all of them are needed until it is done."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # What was made counts as old at once: else the next object made anywhere would have all of it searched.
            gc.freeze()
            gc.unfreeze()
            gc.enable()

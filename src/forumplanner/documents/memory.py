"""A memory that nobody searches for what may be thrown away, while things are made that are all kept."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Don't look for objects to throw away while a library is loaded or a paper is made: nearly all are needed."""
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

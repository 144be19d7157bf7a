"""What `bench.py` measures of 1,000 itineraries: reading them all, printing them all, one alone for a mail.

    python tools/bench_itineraries.py FOLDER

Prints milliseconds as JSON; makes its planner file in the folder.
"""
# ruff: noqa: PLC0415 - loading a library is part of what a user waits for

import json
import sys
import time
from pathlib import Path

PEOPLE = 1000


def main(folder: Path) -> None:
    """Make the file, read it, print it."""
    from forumplanner import sample
    from forumplanner.store import Store

    path = folder / "itineraries.forumplanner"
    if not path.is_file():
        with Store.create(path, actor="Lin") as store:
            sample.write(store, PEOPLE)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}))


def measured(path: Path) -> dict[str, float]:
    """Seconds, each measured once, as a user waits: to read, to print all, to print one more."""
    began = time.perf_counter()
    from forumplanner.documents.itinerary import itinerary, personal
    from forumplanner.queries import itinerary as reading
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    with Store.open(path, writable=False) as store, store.read() as db:
        book = reading.load(db, forum_id=FORUM)
    read = time.perf_counter()
    paper = itinerary(book)
    printed = time.perf_counter()
    personal(book, book.cards[-1].participant_id)
    alone = time.perf_counter()
    if len(book.cards) != PEOPLE or paper.pages < PEOPLE:
        raise SystemExit(f"{len(book.cards)} cards on {paper.pages} pages")
    return {"read": read - began, "print": printed - read, "whole": printed - began, "one": alone - printed}


if __name__ == "__main__":
    main(Path(sys.argv[1]))

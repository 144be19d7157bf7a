"""What `bench.py` measures of the numbers of 5,000 people: reading, the page, another basis, rows, the approval.

    python tools/bench_numbers.py FOLDER

Prints milliseconds as JSON; makes its planner file in the folder.
"""
# ruff: noqa: PLC0415 - loading a library is part of what a user waits for

import json
import sys
import time
from pathlib import Path
from typing import Any

PEOPLE = 5000


def main(folder: Path) -> None:
    """Make the file, read it, show it."""
    from forumplanner import sample
    from forumplanner.store import Store

    path = folder / "numbers.forumplanner"
    if not path.is_file():
        with Store.create(path, actor="Lin") as store:
            sample.write(store, PEOPLE)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}))


def measured(path: Path) -> dict[str, float]:
    """Seconds, each the best of five."""
    from forumplanner import app
    from forumplanner.domain.counting import count
    from forumplanner.domain.ids import ForumId
    from forumplanner.domain.statistics import USUAL, Measure
    from forumplanner.gui import fonts
    from forumplanner.gui.pages.numbers.forum_view import ForumView
    from forumplanner.queries import approval, statistics, statistics_rows
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    application = app.make_application()
    fonts.load_rest()
    spent: dict[str, float] = {}

    def timed(what: str, do: Any) -> Any:
        made = None
        for _turn in range(5):
            began = time.perf_counter()
            made = do()
            spent[what] = min(spent.get(what, 9.0), time.perf_counter() - began)
        return made

    with Store.open(path, writable=False) as store, store.read() as db:
        numbers = timed("read", lambda: statistics.load(db, forum_id=ForumId(FORUM)))
        timed("count", lambda: count(numbers.facts, USUAL))
        rows = count(numbers.facts, USUAL).of(Measure.PEOPLE).rows
        timed("rows", lambda: statistics_rows.load(db, forum_id=ForumId(FORUM), rows=rows))
        timed("approval", lambda: approval.load(db, forum_id=ForumId(FORUM)))
    view = ForumView(lambda _counted: ())
    view.resize(1180, 760)
    view.show()
    application.processEvents()

    def show() -> None:
        view.show_numbers(numbers)
        application.processEvents()

    timed("show", show)
    spent["open"] = spent["read"] + spent["show"]
    return spent


if __name__ == "__main__":
    main(Path(sys.argv[1]))

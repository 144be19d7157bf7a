"""What `bench.py` measures of the page People with 5,000 people: reading and showing them, going to the next person.

    python tools/bench_people.py FOLDER

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

    path = folder / "people.forumplanner"
    if not path.is_file():
        with Store.create(path, actor="Lin") as store:
            sample.write(store, PEOPLE)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}))


def measured(path: Path) -> dict[str, float]:
    """Seconds, each the best of several: to read, to show, both together, and from one person to the next."""
    from PySide6.QtTest import QTest

    from forumplanner import app, settings
    from forumplanner.gui import fonts
    from forumplanner.gui.dialogs import AnsweredDialogs
    from forumplanner.gui.pages.people import PeoplePage
    from forumplanner.gui.pages.people.fetching import read_people

    app.make_application()
    fonts.load_rest()
    window = app.make_window(settings.load(), AnsweredDialogs())
    window.show()
    app.start_work(window)
    window.opening.open_path(path)
    while not window.shell.is_open():
        QTest.qWait(20)
    shell = window.shell
    shell.tasks.wait()
    page = PeoplePage(shell)
    page.resize(1200, 800)
    page.show()
    page.twins.search.leave()
    QTest.qWait(400)
    spent: dict[str, float] = {}

    def timed(what: str, do: Any) -> Any:
        made = None
        for turn in range(6):
            began = time.perf_counter()
            made = do(turn)
            page.table.viewport().repaint()
            spent[what] = min(spent.get(what, 9.0), time.perf_counter() - began)
        return made

    found = timed("read", lambda _turn: read_people(shell.store, shell.forum_id, everybody=False, chinese=False))
    timed("show", lambda _turn: page._show(found))  # noqa: SLF001 - what the page does with what a thread has read
    timed("next person", lambda turn: page.table.set_current(page.model.id_at(turn + 1)))
    spent["open"] = spent["read"] + spent["show"]
    window.close()
    return spent


if __name__ == "__main__":
    main(Path(sys.argv[1]))

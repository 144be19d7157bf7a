"""What `bench.py` measures of 300 delegations of 5,000 people: reading them, showing their tree, all unfolded.

    python tools/bench_delegations.py FOLDER

Prints milliseconds as JSON; makes its planner file in the folder.
"""
# ruff: noqa: PLC0415 - loading a library is part of what a user waits for

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

PEOPLE, DELEGATIONS = 5000, 300
COUNTRIES = ("TH", "LA", "MM", "KH", "VN", "BD", "NP", "LK", "PK", "ID", "RU", "CN", "MY", "IN", "MV", "BT")


def make(path: Path) -> None:
    """The sample with everybody in one of 300 delegations."""
    from sqlalchemy import select

    from forumplanner import sample
    from forumplanner.domain.kinds import StepKind
    from forumplanner.domain.text import LocalizedText
    from forumplanner.records import Delegation, Participant
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    with Store.create(path, actor="Lin") as store:
        sample.write(store, PEOPLE)
        with store.step(StepKind.OTHER, count=PEOPLE) as db:
            people = list(db.execute(select(Participant).where(Participant.forum_id == FORUM)).scalars())
            for number in range(DELEGATIONS):
                name = LocalizedText.of({"zh-Hans": f"第{number}代表团", "en": f"Delegation {number}"})
                made = Delegation(forum_id=FORUM, country=COUNTRIES[number % len(COUNTRIES)], name=name)
                made.position, made.liaison_id = number, people[number].id
                db.add(made)
                db.flush()
                for place, one in enumerate(people[number::DELEGATIONS]):
                    one.delegation_id, one.role_in_delegation = made.id, "member" if place else "head"


def main(folder: Path) -> None:
    """Make the file, read it, show it."""
    path = folder / "delegations.forumplanner"
    if not path.is_file():
        make(path)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}))


def measured(path: Path) -> dict[str, float]:
    """Seconds, each the best of five: to read, to show, both together, and to unfold all 5,000."""
    from forumplanner import app
    from forumplanner.domain.ids import ForumId
    from forumplanner.gui import fonts
    from forumplanner.gui.pages.delegations.model import DelegationsModel
    from forumplanner.gui.pages.delegations.rows import Finder, View, build
    from forumplanner.gui.pages.delegations.tree import DelegationsTree
    from forumplanner.queries import delegations as query
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
        found = timed("read", lambda: query.load(db, forum_id=ForumId(FORUM)))
    model = DelegationsModel(application)
    tree, finder = DelegationsTree(model), Finder(found)
    tree.resize(1090, 760)
    tree.show()
    application.processEvents()
    every = frozenset(f"delegation:{line.id}" for line in found.lines)

    def show(view: View) -> None:
        model.show_rows(found, build(found, view, finder))
        tree.viewport().repaint()

    timed("show", lambda: show(View()))
    timed("unfold", lambda: show(replace(View(), unfolded=every)))
    timed("search", lambda: show(replace(View(), words="chen")))
    spent["open"] = spent["read"] + spent["show"]
    return spent


if __name__ == "__main__":
    main(Path(sys.argv[1]))

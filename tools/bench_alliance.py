"""What `bench.py` measures of an alliance of 500 members and 1,000 people: the page opened, a tab changed.

    python tools/bench_alliance.py FOLDER

Prints milliseconds as JSON; makes its planner file in the folder.
"""
# ruff: noqa: PLC0415 - loading a library is part of what a user waits for

import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

MEMBERS = 500
ROUNDS = 5


def make(path: Path) -> None:
    """The sample of 1,000 people, with 500 institutions more that were admitted in fifteen years."""
    from uuid import uuid4

    from forumplanner import sample
    from forumplanner.domain.guest_kinds import AllianceChange
    from forumplanner.domain.kinds import Standing, StepKind
    from forumplanner.domain.text import LocalizedText
    from forumplanner.records import Institution, LedgerEntry
    from forumplanner.store import Store

    with Store.create(path, actor="Lin") as store:
        sample.write(store, 1000)
        with store.step(StepKind.OTHER, count=MEMBERS) as db:
            for number in range(MEMBERS):
                name = LocalizedText.of({"zh-Hans": f"第{number}医科大学", "en": f"Medical University No. {number}"})
                row = Institution(id=uuid4(), name=name, country="CN", standing=Standing.MEMBER)
                entry = LedgerEntry(id=uuid4(), change=AllianceChange.ADMITTED, standing=Standing.MEMBER)
                entry.institution_id, entry.position = row.id, number
                entry.day = row.standing_since = dt.date(2010 + number % 15, 5, 1 + number % 28)
                db.add_all((row, entry))


class Desk:
    """As much of the window as the page needs."""

    def __init__(self, store: Any, forum_id: Any) -> None:
        from forumplanner.gui.dialogs import AnsweredDialogs
        from forumplanner.gui.mailing import Mailing
        from forumplanner.gui.tasks import Tasks
        from forumplanner.queries import forums
        from forumplanner.settings import Mail

        self.store, self.forum_id = store, forum_id
        self.tasks, self.dialogs = Tasks(), AnsweredDialogs()
        self.mailing = Mailing(Mail(), self.tasks)
        with store.read() as db:
            self.card = next(card for card in forums.load(db) if card.id == str(forum_id))

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Nobody reads it."""

    def go(self, page: str, target: str = "") -> None:
        """There is no other page."""

    def choose_forum(self, forum_id: str) -> None:
        """There is no other forum."""

    def prefer(self, what: str, value: str) -> None:
        """Nothing is kept."""

    def badge(self, page: str, number: int, tone: str = "") -> None:
        """There is no rail."""


def main(folder: Path) -> None:
    """Make the file, read it, show it."""
    path = folder / "alliance.forumplanner"
    if not path.is_file():
        make(path)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}))


def measured(path: Path) -> dict[str, float]:
    """Seconds, each the best of five: to read the ledger, to open the page, to show the members for the first time."""
    from PySide6.QtWidgets import QApplication

    from forumplanner import app
    from forumplanner.domain.ids import ForumId
    from forumplanner.gui import fonts
    from forumplanner.gui.pages.alliance import AlliancePage
    from forumplanner.queries import alliance
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    application = app.make_application()
    fonts.load_rest()
    spent: dict[str, float] = {}

    def note(what: str, began: float) -> None:
        spent[what] = min(spent.get(what, 9.0), time.perf_counter() - began)

    with Store.open(path, writable=False) as store:
        desk = Desk(store, ForumId(FORUM))
        for _turn in range(ROUNDS):
            began = time.perf_counter()
            with store.read() as db:
                alliance.load(db, forum_id=desk.forum_id)
            note("read", began)
            began = time.perf_counter()
            page = AlliancePage(desk)
            page.resize(1232, 800)
            page.show()
            page.refresh(None)
            _until_shown(application, page)
            note("open", began)
            _settle(desk)
            began = time.perf_counter()
            page.show_target("members")
            _until_shown(application, page)
            note("members", began)
            _settle(desk)
            page.hide()
            page.deleteLater()
            QApplication.processEvents()
    return spent


def _until_shown(application: Any, page: Any) -> None:
    """Until the rows of the tab are read and painted."""
    while not page.register.languages:
        application.processEvents()
    page.register.table.viewport().repaint()


def _settle(desk: Desk) -> None:
    from PySide6.QtWidgets import QApplication

    for _turn in range(4):
        desk.tasks.wait()
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

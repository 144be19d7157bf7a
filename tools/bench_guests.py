"""What `bench.py` measures of 300 consular and 300 other guests among 5,000 people: lists, one card, the chase matrix.

    python tools/bench_guests.py FOLDER

Prints milliseconds as JSON; makes its planner file in the folder.
"""
# ruff: noqa: PLC0415 - loading a library is part of what a user waits for

import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

PEOPLE, CONSULS, HONOURED, POSTS = 5000, 300, 300, 60
TODAY = dt.date(2027, 9, 1)
NOTES = 5
"""Lines of each log."""


def make(path: Path) -> None:
    """The sample with 300 people sent by 60 posts, five lines about each, and 300 guests of honour."""
    from uuid import uuid4

    from sqlalchemy import select

    from forumplanner import sample
    from forumplanner.domain.guest_kinds import ProtocolGroup
    from forumplanner.domain.invitation_chain import CHAIN
    from forumplanner.domain.kinds import ConsularClass, ConsularRole, StepKind
    from forumplanner.domain.text import LocalizedText
    from forumplanner.records import ConsularGuest, ConsularPost, ContactNote, Participant
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    classes, roles = list(ConsularClass), list(ConsularRole)
    with Store.create(path, actor="Lin") as store:
        sample.write(store, PEOPLE)
        with store.step(StepKind.OTHER, count=PEOPLE) as db:
            people = list(db.execute(select(Participant).where(Participant.forum_id == FORUM)).scalars())
            posts = [
                ConsularPost(
                    id=uuid4(), country="TH", name=LocalizedText.of({"en": f"Consulate no. {n}"}), list_order=n
                )
                for n in range(POSTS)
            ]
            db.add_all(posts)
            for number, person in enumerate(people[100 : 100 + CONSULS]):
                guest = ConsularGuest(
                    id=uuid4(),
                    forum_id=FORUM,
                    consular_post_id=posts[number % POSTS].id,
                    participant_id=person.id,
                    consular_class=classes[number % len(classes)],
                    role=roles[number % len(roles)],
                    exequatur_on=dt.date(2020, 1, 1) + dt.timedelta(days=number * 7) if number % 3 else None,
                    status=CHAIN[number % len(CHAIN)],
                )
                person.status = guest.status
                db.add(guest)
                for line in range(NOTES):
                    note = ContactNote(
                        id=uuid4(), forum_id=FORUM, consular_guest_id=guest.id, text="said", position=line
                    )
                    note.day, note.status = dt.date(2027, 8, 1 + line), CHAIN[line]
                    note.next_on = TODAY if line == NOTES - 1 and number % 4 == 0 else None
                    db.add(note)
            for person in people[1000 : 1000 + HONOURED]:
                person.protocol_group = ProtocolGroup.GUEST_OF_HONOUR


def main(folder: Path) -> None:
    """Make the file, read it, show it."""
    path = folder / "guests.forumplanner"
    if not path.is_file():
        make(path)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}))


def measured(path: Path) -> dict[str, float]:
    """Seconds, each the best of five: to read the lists, to show them with one card, and the same of the matrix."""
    from forumplanner import app
    from forumplanner.domain.ids import ForumId
    from forumplanner.gui import fonts
    from forumplanner.gui.pages.guests.chase import ChaseModel, ChaseTable
    from forumplanner.gui.pages.guests.views import GuestViews
    from forumplanner.queries import calls, chasing, guest_cards
    from forumplanner.queries import guests as query
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    application = app.make_application()
    fonts.load_rest()
    spent: dict[str, float] = {}
    forum = ForumId(FORUM)

    def timed(what: str, do: Any) -> Any:
        made = None
        for _turn in range(5):
            began = time.perf_counter()
            made = do()
            spent[what] = min(spent.get(what, 9.0), time.perf_counter() - began)
        return made

    def lists(db: Any) -> Any:
        known = calls.load(db, forum_id=forum, today=TODAY)
        return query.load(db, forum_id=forum, today=TODAY, known=known), known

    with Store.open(path, writable=False) as store, store.read() as db:
        found, known = timed("read", lambda: lists(db))
        timed("card", lambda: guest_cards.card(db, line=found.consular[7], forum_id=forum))
        matrix = timed("matrix", lambda: chasing.load(db, forum_id=forum))
    views, model = GuestViews(), ChaseModel()
    table = ChaseTable(model)
    for widget in (views, table):
        widget.resize(890, 760)
        widget.show()
    application.processEvents()

    def show() -> None:
        views.narrow(found, known, TODAY)
        views.list.viewport().repaint()

    def show_matrix() -> None:
        model.show_chase(matrix)
        table.viewport().repaint()

    timed("show", show)
    timed("show_matrix", show_matrix)
    spent["open"] = spent["read"] + spent["show"] + spent["card"]
    return spent


if __name__ == "__main__":
    main(Path(sys.argv[1]))

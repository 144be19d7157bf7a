"""What `bench.py` measures of changes among 1,000 people who were told of ten sessions each: read, show, preview.

    python tools/bench_invitations.py FOLDER

Prints milliseconds as JSON; makes its planner file in the folder.
"""
# ruff: noqa: PLC0415 - loading a library is part of what a user waits for

import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

PEOPLE, SESSIONS, CHANGED = 1000, 10, 4
"""So many of each person's sessions have moved since."""

SENT = dt.datetime(2027, 9, 1, 2, tzinfo=dt.UTC)


def make(path: Path) -> None:
    """The sample with 1,000 people, each in ten sessions and told of all; then four of them move by ten minutes."""
    from uuid import UUID, uuid4

    from sqlalchemy import select

    from forumplanner import sample
    from forumplanner.domain.kinds import Access, SessionKind, StepKind
    from forumplanner.domain.mail_kinds import MailKind, OutboxState
    from forumplanner.queries import telling
    from forumplanner.queries.calendar_facts import facts_of, fingerprint
    from forumplanner.records import MailRound, OutboxMessage, Session
    from forumplanner.sample.draft import FORUM
    from forumplanner.snapshots.told_facts import about, part
    from forumplanner.store import Store

    with Store.create(path, actor="Lin") as store:
        sample.write(store, PEOPLE)
        with store.step(StepKind.OTHER, count=SESSIONS) as db:
            found = db.execute(select(Session).where(Session.forum_id == FORUM).order_by(Session.id)).scalars()
            timed = [one for one in found if one.starts_at and one.ends_at]
            for one in timed[:SESSIONS]:
                one.kind, one.access, one.track_id = SessionKind.KEYNOTES, Access.OPEN, None
            for one in timed[SESSIONS:]:
                one.access = Access.BY_INVITATION
            moved = [one.id for one in timed[:CHANGED]]
        with store.read() as db:
            plan = telling.load(db, forum_id=FORUM)
        events = {event.session_id: event for event in plan.plan.events}
        facts, mailboxes = facts_of(plan.plan), {one.participant_id: one.mailbox for one in plan.readers}
        with store.step(StepKind.OTHER, count=PEOPLE) as db:
            batch = MailRound(id=uuid4(), forum_id=FORUM, kind=MailKind.PROGRAMME, made_at=SENT, made_by="Lin")
            db.add(batch)
            for place, person in enumerate(plan.plan.people):
                tells = [
                    {
                        "session": own.session_id,
                        "uid": f"{uuid4()}@example",
                        "sequence": 0,
                        "fingerprint": fingerprint(facts[own.session_id], own.note),
                        "summary": events[own.session_id].summary,
                        "location": events[own.session_id].location,
                        "start": events[own.session_id].start.isoformat(),
                        "end": events[own.session_id].end.isoformat(),
                        "zone": events[own.session_id].zone,
                        "url": events[own.session_id].url,
                        "about": about(events[own.session_id]),
                        "part": part(own.note, events[own.session_id]),
                    }
                    for own in person.sessions
                ]
                db.add(
                    OutboxMessage(
                        forum_id=FORUM,
                        round_id=batch.id,
                        participant_id=UUID(person.participant_id),
                        kind=MailKind.PROGRAMME,
                        method="REQUEST",
                        to_name=person.name,
                        to_mailbox=mailboxes[person.participant_id],
                        subject="Programme",
                        words="",
                        message_id=f"{uuid4()}@example",
                        tells=tells,
                        state=OutboxState.SENT,
                        position=place,
                        queued_at=SENT,
                        settled_at=SENT,
                        answer="",
                    )
                )
        with store.step(StepKind.OTHER, count=CHANGED) as db:
            for key in moved:
                one = db.get_one(Session, key)
                for name in ("starts_at", "ends_at"):
                    setattr(one, name, getattr(one, name) + dt.timedelta(minutes=10))


def main(folder: Path) -> None:
    """Make the file, read it, show it."""
    path = folder / "invitations.forumplanner"
    if not path.is_file():
        make(path)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}))


def measured(path: Path) -> dict[str, float]:
    """Seconds, each the best of five: `read` in a thread; the rest in the window's thread.

    `read`: everything that the page shows; `mails`: the same while only mails moved. `show`: the rows with the first
    mail, painted; `preview`: another mail; `search`: the first search by a name; `review`: the numbers.
    """
    from forumplanner import app
    from forumplanner.domain.ids import ForumId
    from forumplanner.domain.sending import Limits
    from forumplanner.gui import fonts
    from forumplanner.gui.pages.invitations.changes import ChangesView
    from forumplanner.gui.pages.invitations.fetching import read
    from forumplanner.gui.pages.invitations.review import Outlook, Review
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
            spent[what] = min(spent.get(what, 99.0), time.perf_counter() - began)
        return made

    with Store.open(path, writable=False) as store:
        found = timed("read", lambda: read(store, ForumId(FORUM), None))
        timed("mails", lambda: read(store, ForumId(FORUM), found))
    view, review = ChangesView(), Review()
    for widget in (view, review):
        widget.resize(890, 760)
        widget.show()
    application.processEvents()

    def show() -> None:
        view.take(found.desk, found.sums, found.keys)
        for shown in (view.table.viewport(), view.preview.viewport()):
            shown.repaint()

    def turn() -> None:
        view.preview.turn(1)
        view.preview.viewport().repaint()

    def search() -> None:
        view.model.set_rows(view.model.rows())
        view.narrow("wang")
        view.narrow("")

    outlook = Outlook("office@example", Limits(), 0, SENT, "")
    timed("show", show)
    timed("preview", turn)
    timed("search", search)
    timed("review", lambda: review.show_mails(view.to_send(), found.desk, found.sums, outlook))
    spent["rows"] = len(found.sums.rows) / 1000
    spent["due"] = sum(len(row.mails) for row in found.sums.rows) / 1000
    return spent


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""What `bench.py` measures of a round of 1,000 programme mails, each with the reader's own itinerary as PDF.

    python tools/bench_mail.py FOLDER

Prints milliseconds as JSON: the whole round from the plan to the outbox, and the longest time in which the window
did nothing meanwhile, though it is painted anew ten times a second. Makes its planner file in the folder.
"""
# ruff: noqa: PLC0415 - loading a library is part of what a user waits for

import datetime as dt
import json
import sys
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MAILS = 1000
PEOPLE = 1200
"""Some have no address, some are told by telephone."""

NOW = dt.datetime(2027, 9, 1, tzinfo=dt.UTC)
BEAT, PAINTED_EVERY = 5, 20
"""Milliseconds between two beats; every so manieth paints the window."""


def main(folder: Path) -> None:
    """Make the file, open the window on it, make the round behind it."""
    from forumplanner import sample
    from forumplanner.store import Store

    path = folder / "mail.forumplanner"
    path.unlink(missing_ok=True)
    with Store.create(path, actor="Lin") as store:
        sample.write(store, PEOPLE)
    print(json.dumps({what: seconds * 1000 for what, seconds in measured(path).items()}), flush=True)


def measured(path: Path) -> dict[str, float]:
    """Seconds of the round, and of the window's longest silence."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest

    from forumplanner import app, settings
    from forumplanner.gui import fonts
    from forumplanner.gui.dialogs import AnsweredDialogs
    from forumplanner.gui.pages.invitations.rounds.building import build

    app.make_application()
    fonts.load_rest()
    window = app.make_window(settings.load(), AnsweredDialogs())
    window.show()
    app.start_work(window)
    window.opening.open_path(path)
    while not window.shell.is_open():
        QTest.qWait(20)
    window.shell.go("invitations")
    for _turn in range(10):  # what is read and checked in threads
        window.shell.tasks.wait(60_000)
        QTest.qWait(50)
    loop = QEventLoop()
    made: list[int] = []

    def done(count: int) -> None:
        made.append(count)
        loop.quit()

    def failed(error: Exception) -> None:
        print(error, file=sys.stderr)
        loop.quit()

    silences = _listening(window)
    began = time.perf_counter()
    build(
        window.shell,
        lambda progress: the_round(window.shell.store, progress),
        over=window,
        words=lambda: "1,000",
        done=done,
        failed=failed,
    )
    loop.exec()
    spent = {"whole": time.perf_counter() - began, "silence": max(silences)}
    if made != [MAILS]:
        raise SystemExit(f"{made} mails")
    window.close()
    return spent


def _listening(window: Any) -> list[float]:
    """Seconds between the beats of a timer in the window's thread, growing from now on."""
    from PySide6.QtCore import QTimer

    silences: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        silences.append((now := time.perf_counter()) - last)
        last = now
        if len(silences) % PAINTED_EVERY == 0:
            window.repaint()

    timer = QTimer(window)
    timer.timeout.connect(beat)
    timer.start(BEAT)
    return silences


def the_round(store: Any, progress: Any) -> int:
    """Everything between the press of a button and an outbox that is ready; how many mails it holds."""
    from forumplanner.actions import outbox, telling
    from forumplanner.documents.itinerary import personal
    from forumplanner.domain.ids import ForumId
    from forumplanner.domain.mail_kinds import MailKind
    from forumplanner.invitations.assembling import Assembler
    from forumplanner.invitations.messages import Attachment
    from forumplanner.queries import itinerary
    from forumplanner.queries import telling as reading
    from forumplanner.sample.draft import FORUM

    with store.read() as db:
        plan, cards = reading.load(db, forum_id=FORUM), itinerary.load(db, forum_id=FORUM)
    book, programmes = telling.prepare_programmes(store, forum_id=ForumId(FORUM), people=_reached(plan), now=NOW)

    def files(person: str) -> Sequence[Attachment]:
        return (Attachment("itinerary.pdf", "application/pdf", personal(cards, person)),)

    mails = []
    for mail in Assembler(plan, NOW).programmes(book, programmes, files):
        mails.append(mail)
        progress.step(len(mails), MAILS)
    outbox.queue(store, forum_id=ForumId(FORUM), kind=MailKind.PROGRAMME, mails=mails, account="office@qlmu.example")
    return len(mails)


def _reached(plan: Any) -> list[Any]:
    """A thousand of those who are told by mail and have a session with a time."""
    from forumplanner.domain.ids import ParticipantId
    from forumplanner.snapshots.telling import Reach

    placed = {person.participant_id for person in plan.plan.people if person.sessions}
    reached = [one.participant_id for one in plan.readers if one.reach is Reach.MAIL and one.participant_id in placed]
    return [ParticipantId(uuid.UUID(person)) for person in reached[:MAILS]]


if __name__ == "__main__":
    main(Path(sys.argv[1]))

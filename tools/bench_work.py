"""What `bench.py` measures, one piece a process: python tools/bench_work.py PIECE ARGUMENTS...

Imports stand inside the pieces, since loading a library is part of what a user waits for.
"""
# ruff: noqa: PLC0415 - see above

import dataclasses
import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
TYPST = ROOT / "tools" / "typst"
KEEP = 20
"""How many different talks the agenda of repeated texts has."""


def data(folder: str) -> None:
    """Sample files, and their snapshots as JSON."""
    from forumplanner import sample
    from forumplanner.store import Store

    work = Path(folder)
    for name, people, talks, rooms in (("forum", 1000, 60, 4), ("large", 1000, 300, 30), ("crowd", 10_000, 60, 4)):
        with Store.create(work / f"{name}.forumplanner", actor="Lin") as store:
            sample.write(store, people, talks=talks, rooms=rooms)
    with Store.create(work / "board.forumplanner", actor="Lin") as store:
        sample.write(store, 1000, talks=300, rooms=30)
        _more_sessions(store)
    _badge_data(work)
    _agenda_data(work)
    _calendar_data(work)


def _more_sessions(store: Any) -> None:
    """Ten sessions a day in each of the rooms of parallel forums, with three talks each: 300 in 30 rooms."""
    from sqlalchemy import select

    from forumplanner.domain.kinds import ItemKind, Role, StepKind
    from forumplanner.records import Appearance, Item, Part, Participant, Session, SessionRoom

    with store.step(StepKind.MAKE_SAMPLE, people=0) as db:
        people = iter(db.execute(select(Participant.id)).scalars().all())
        for old in db.execute(select(Session).where(Session.track_id.is_not(None))).scalars().all():
            for n in range(9):
                start = old.starts_at.replace(hour=0, minute=0) + dt.timedelta(minutes=n * 35 + (n >= 5) * 220)
                part = Part(title=old.title, items=[_talk(Item, ItemKind.REPORT, old.title, k) for k in range(3)])
                new = Session(title=old.title, kind=old.kind, day=old.day, zone=old.zone, track_id=old.track_id)
                new.forum_id, new.starts_at, new.ends_at = old.forum_id, start, start + dt.timedelta(minutes=30)
                new.rooms, new.parts = [SessionRoom(room_id=old.rooms[0].room_id)], [part]
                db.add(new)
                db.flush()
                for item, who in zip(part.items, people, strict=False):
                    db.add(Appearance(item_id=item.id, participant_id=who, role=Role.SPEAKER))


def _talk(item: Any, kind: Any, title: Any, position: int) -> Any:
    return item(kind=kind, title=title, minutes=10, position=position)


def _badge_data(work: Path) -> None:
    import msgspec
    import segno

    from forumplanner.domain.colours import CATEGORY_COLOURS
    from forumplanner.queries import badges
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    with Store.open(work / "forum.forumplanner", writable=False) as store, store.read() as db:
        batch = badges.load(db, forum_id=FORUM)
    cards = tuple(card for card in batch.badges if not card.is_blank)
    (work / "badges.json").write_bytes(msgspec.json.encode(dataclasses.replace(batch, badges=cards)))
    codes = [segno.make(card.token, version=1, error="m", boost_error=False) for card in cards]
    modules = [[255 * (not dark) for row in code.matrix for dark in row] for code in codes]
    (work / "codes.json").write_text(json.dumps(modules))
    (work / "colours.json").write_text(json.dumps({str(kind): colour for kind, colour in CATEGORY_COLOURS.items()}))


def _agenda_data(work: Path) -> None:
    import msgspec

    from forumplanner.queries import agenda
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    with Store.open(work / "large.forumplanner", writable=False) as store, store.read() as db:
        paper = msgspec.to_builtins(agenda.load(db, forum_id=FORUM))
    (work / "different.json").write_text(json.dumps(paper, ensure_ascii=False))
    (work / "repeated.json").write_text(json.dumps(_repeating(paper), ensure_ascii=False))


def _repeating(paper: Any) -> Any:
    """The same agenda in which only `KEEP` talks differ."""
    copy = json.loads(json.dumps(paper))
    sessions = [session for day in copy["days"] for session in day["sessions"]]
    talks = [i for s in sessions for part in s["parts"] for i in part["items"] if i["kind"] == "report"]
    kept = [{field: talk[field] for field in ("title", "people", "mode")} for talk in talks[:KEEP]]
    for place, talk in enumerate(talks):
        talk.update(kept[place % KEEP])
    return copy


def _calendar_data(work: Path) -> None:
    import msgspec

    from forumplanner.actions.calendar import prepare
    from forumplanner.domain.ids import ForumId
    from forumplanner.sample.draft import FORUM
    from forumplanner.store import Store

    moment = dt.datetime(2027, 9, 1, tzinfo=dt.UTC)
    with Store.open(work / "forum.forumplanner") as store:
        book = prepare(store, forum_id=ForumId(FORUM), now=lambda: moment)
    ten = book.programme[:10]
    people = tuple(
        dataclasses.replace(
            person,
            entries=tuple(
                dataclasses.replace(entry, uid=f"{person.participant_id}-{n}@qlmu.example")
                for n, entry in enumerate(ten)
            ),
        )
        for person in book.people
    )
    (work / "calendars.json").write_bytes(msgspec.json.encode(dataclasses.replace(book, people=people)))


def badges(source: str, out: str) -> None:
    """Badges from a snapshot, importing only `documents`."""
    import msgspec

    from forumplanner.documents.badges import badges as paper
    from forumplanner.snapshots.badges import BadgeBatch

    Path(out).write_bytes(paper(msgspec.json.decode(Path(source).read_bytes(), type=BadgeBatch)).pdf)


def agenda(source: str, out: str, parts: str = "whole") -> None:
    """An agenda from a snapshot, importing only `documents`; `parts` "days" leaves out cover and glance."""
    import msgspec

    from forumplanner.documents.agenda import AgendaOptions
    from forumplanner.documents.agenda import agenda as paper
    from forumplanner.snapshots.agenda import AgendaPaper

    snapshot = msgspec.json.decode(Path(source).read_bytes(), type=AgendaPaper)
    whole = parts == "whole"
    Path(out).write_bytes(paper(snapshot, AgendaOptions(cover=whole, glance=whole)).pdf)


def calendars(source: str, out: str) -> None:
    """Calendar files from a snapshot, into one folder."""
    import msgspec

    from forumplanner.invitations import calendar
    from forumplanner.snapshots.calendar import CalendarBook

    folder = Path(out)
    folder.mkdir(exist_ok=True)
    for name, file in calendar.participant_files(msgspec.json.decode(Path(source).read_bytes(), type=CalendarBook)):
        (folder / name).write_bytes(file)


def typst(template: str, out: str, **inputs: str) -> None:
    """The same work by Typst, with the same fonts."""
    import typst as compiler

    compiler.compile(
        str(TYPST / template),
        output=out,
        root="/",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )


def typst_badges(folder: str, out: str) -> None:
    """Badges by Typst; it is given the QR codes ready made."""
    work = Path(folder)
    inputs = {name: str((work / f"{file}.json").resolve()) for name, file in
              (("data", "badges"), ("codes", "codes"), ("colours", "colours"))}  # fmt: skip
    typst("badges.typ", out, **inputs)


def typst_agenda(source: str, out: str, parts: str = "whole") -> None:
    """An agenda by Typst, with the same texts."""
    typst("agenda.typ", out, data=str(Path(source).resolve()), parts=parts)


def bare_window() -> None:
    """The smallest window that Qt can show: says the time of its first paint."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            print(time.time(), flush=True)
            application.exit()

    application = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    application.exec()


def our_window() -> None:
    """The program's window on the way `app.main` takes: says the time of its first paint."""
    from forumplanner import app, settings

    chosen = settings.load()
    application = app.bare_application(chosen)
    window = app.bare_window(chosen)

    def painted() -> None:
        print(time.time(), flush=True)
        application.exit()

    window.painted.connect(painted)
    application.exec()


def our_furnished_window() -> None:
    """The same until the welcome page is painted and can be used."""
    from PySide6.QtCore import QTimer

    from forumplanner import app, settings

    chosen = settings.load()
    application = app.bare_application(chosen)
    window = app.bare_window(chosen)

    def ready() -> None:
        print(time.time(), flush=True)
        window.close()

    def painted() -> None:
        app.begin(window)
        window.repaint()
        QTimer.singleShot(0, ready)

    window.painted.connect(painted)
    application.exec()


def people(file: str) -> None:
    """The list of people: says the milliseconds to read it, open it, sort it and filter it by a key press."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLineEdit

    from forumplanner import app
    from forumplanner.domain.ids import ForumId
    from forumplanner.gui import fonts
    from forumplanner.gui.pages.people.filters import starts
    from forumplanner.gui.pages.people.table import columns
    from forumplanner.gui.widgets.table import FastTable
    from forumplanner.gui.widgets.table_model import FastTableModel
    from forumplanner.queries import people as query
    from forumplanner.sample.draft import FORUM
    from forumplanner.snapshots.people import PersonLine
    from forumplanner.store import Store

    application = app.make_application()
    fonts.load_rest()
    with Store.open(Path(file), writable=False) as store, store.read() as db:
        began = time.perf_counter()
        found = query.load(db, forum_id=ForumId(FORUM))
        spent = {"read": time.perf_counter() - began}
    shown = columns(lambda: found.languages)
    model: FastTableModel[PersonLine] = FastTableModel(
        shown, identity=lambda row: row.participant_id, search=lambda row: row.keys, parent=application
    )
    table, field = FastTable(model, name="people", label="people"), QLineEdit()
    table.resize(1200, 800)
    table.show()
    field.show()
    application.processEvents()

    def timed(what: str, do: Any, rounds: int) -> None:
        for turn in range(rounds):
            start = time.perf_counter()
            do(turn)
            table.viewport().repaint()
            spent[what] = min(spent.get(what, 9.0), time.perf_counter() - start)

    by_name = next(place for place, column in enumerate(shown) if column.key == "latin")
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    timed("open", lambda _turn: model.set_rows(found.lines), 3)
    timed("sort", lambda turn: model.sort(by_name, orders[turn % 2]), 6)
    keys: dict[str, list[float]] = {}
    for query_text in ("c", "ch", "che", "chen") * 4:
        model.set_filter("")
        began = time.perf_counter()
        model.set_filter(query_text, starts(query_text))
        table.viewport().repaint()
        keys.setdefault(query_text, []).append(time.perf_counter() - began)
    spent["first key"] = keys["c"][0]  # brings letters of other scripts on the screen, with their fonts
    spent["filter"] = max(min(times[1:]) for times in keys.values())
    print(json.dumps({what: seconds * 1000 for what, seconds in spent.items()}))


def board(file: str) -> None:
    """The programme's board: says the milliseconds to read it, to open its page, and of one frame of a drag."""
    from PySide6.QtTest import QTest

    from forumplanner import app, settings
    from forumplanner.domain.ids import ForumId
    from forumplanner.gui import fonts
    from forumplanner.gui.dialogs import AnsweredDialogs
    from forumplanner.gui.pages.programme import ProgrammePage
    from forumplanner.queries import programme as query
    from forumplanner.sample.draft import FORUM

    application = app.make_application()
    fonts.load_rest()
    window = app.make_window(settings.load(), AnsweredDialogs())
    window.show()
    app.start_work(window)
    window.opening.open_path(Path(file))
    while not window.shell.is_open():
        QTest.qWait(20)
    with window.shell.store.read() as db:
        began = time.perf_counter()
        found = query.load(db, forum_id=ForumId(FORUM))
        spent = {"read": time.perf_counter() - began, "open page": 9.0}
    for _turn in range(3):
        began = time.perf_counter()
        page = ProgrammePage(window.shell)
        page.resize(1440, 900)
        page.show()
        page.fetching.ready.emit(found)
        page.board.view.viewport().repaint()
        spent["open page"] = min(spent["open page"], time.perf_counter() - began)
    page.refresh(None)
    for _turn in range(5):  # what is read and checked in threads, and what comes of it
        window.shell.tasks.wait(60_000)
        QTest.qWait(50)
    spent["drag frame"] = _drag(application, page.board.view)
    print(json.dumps({what: seconds * 1000 for what, seconds in spent.items()}), flush=True)
    window.close()


def _drag(application: Any, view: Any) -> float:
    """Seconds of the slowest frame while a session is carried over the rooms, each the best of four."""
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtTest import QTest

    port, block = view.viewport(), next(b for b in view.plan().blocks if b.column == 4 and b.session.track_id)
    view.ensureVisible(block.x, block.y, block.width, block.height)
    start = view.mapFromScene(QPointF(block.x + block.width / 2, block.y + block.height / 2))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    frames: dict[int, float] = {}
    QTest.mousePress(port, left, none, start)
    for _turn in range(4):
        for n in range(90):
            point = start + QPoint(10 + n * 6, n * 7 % 300)
            there = QPointF(port.mapToGlobal(point))
            began = time.perf_counter()
            application.sendEvent(port, QMouseEvent(QEvent.Type.MouseMove, QPointF(point), there, left, left, none))
            application.processEvents()
            frames[n] = min(frames.get(n, 9.0), time.perf_counter() - began)
    view.cancel()
    return max(frames.values())


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])

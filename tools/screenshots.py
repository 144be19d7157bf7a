"""Opens the sample forum, walks every page and dialog in both languages and schemes, and saves pictures.

Usage: python tools/screenshots.py OUT [PAGE ...]
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from PySide6.QtCore import QDeadlineTimer  # noqa: E402 - the source tree must be on the path first
from PySide6.QtTest import QTest  # noqa: E402 - as above
from PySide6.QtWidgets import QLineEdit  # noqa: E402 - as above

from forumplanner import app, paths, settings  # noqa: E402 - as above
from forumplanner.domain.history import by_language  # noqa: E402 - as above
from forumplanner.domain.ids import ParticipantId, PersonId, RoomId, SessionId  # noqa: E402 - as above
from forumplanner.domain.kinds import Access, SessionKind, StepKind  # noqa: E402 - as above
from forumplanner.domain.names import PersonName  # noqa: E402 - as above
from forumplanner.gui.dialogs import AnsweredDialogs  # noqa: E402 - as above
from forumplanner.gui.frame import look  # noqa: E402 - as above
from forumplanner.gui.pages.invitations import InvitationsPage  # noqa: E402 - as above
from forumplanner.gui.pages.people import PeoplePage  # noqa: E402 - as above
from forumplanner.gui.pages.programme import ProgrammePage  # noqa: E402 - as above
from forumplanner.gui.window import PlannerWindow  # noqa: E402 - as above
from forumplanner.store import Store  # noqa: E402 - as above

SIZES = ((1440, 900), (1366, 768), (1280, 720))
PATIENCE_MS = 20_000
PAST_STEPS = 5
"""The sample has fewer steps until `some_steps` were made in it."""


def main(out: Path, wanted: set[str]) -> None:
    """Save one picture a scene, language, scheme and size; small sizes in light only."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        paths.user_data = lambda: Path(scratch)
        app.make_application()
        window = app.make_window(settings.load(), AnsweredDialogs())
        window.show()
        app.start_work(window)
        for name, enter in scenes(window).items():
            if not wanted or name in wanted:
                picture(window, name, enter, out)
        window.close()


def scenes(window: PlannerWindow) -> dict[str, Callable[[], object]]:
    """What to show, by name, in an order in which each follows the one before."""
    return {
        "welcome": window.files.close,
        "new-forum": window.files.new,
        "overview": lambda: at(window, "overview"),
        "programme": lambda: at(window, "programme"),
        "programme-clash": lambda: programme(window, clash=True),
        "programme-list": lambda: programme(window, shape="list"),
        "people": lambda: at(window, "people"),
        "people-roles": lambda: people(window, tab="roles"),
        "people-contacts": lambda: people(window, tab="contacts"),
        "people-ticked": lambda: people(window, ticks=2),
        "people-quick": lambda: people(window, line="周敏 副院长 江南医大 13800000000 素食"),
        "people-all": lambda: people(window, everybody=True),
        "duplicates": lambda: duplicates(window),
        "delegations": lambda: at(window, "delegations"),
        "guests": lambda: at(window, "guests", "lists"),
        "chase": lambda: at(window, "guests", "chase"),
        "numbers": lambda: at(window, "numbers", "countries"),
        "numbers-all": lambda: at(window, "numbers", "all"),
        "approval": lambda: approved(window),
        "approval-form": lambda: at(window, "approval", "new"),
        "alliance": lambda: at(window, "alliance", "organisers"),
        "alliance-members": lambda: at(window, "alliance", "members"),
        "alliance-offices": lambda: at(window, "alliance", "offices"),
        "alliance-agreements": lambda: at(window, "alliance", "agreements"),
        "alliance-appointments": lambda: at(window, "alliance", "appointments"),
        "invitations": lambda: at(window, "invitations", "changes"),
        "change-words": lambda: change_words(window),
        "who-must-know": lambda: at(window, "invitations", "knowing"),
        "who-was-told": lambda: at(window, "invitations", "told"),
        "replies": lambda: at(window, "invitations", "replies"),
        "account": lambda: at(window, "invitations", "account"),
        "review": lambda: at(window, "invitations", "review"),
        "people-mail": lambda: people(window, tab="mail"),
        "round": lambda: at(window, "invitations", "round"),
        "findings": lambda: at(window, "findings"),
        "history": lambda: past(window, "moved"),
        "history-removed": lambda: past(window, "removed"),
        "languages": lambda: at(window, "languages"),
        "settings": lambda: at(window, "settings"),
        "settings-protocol": lambda: at(window, "settings", "protocol"),
        "agenda": lambda: at(window, "documents", "agenda"),
        "badges": lambda: at(window, "documents", "badges"),
        "itineraries": lambda: at(window, "documents", "itinerary"),
        "press-brief": lambda: at(window, "documents", "press_brief"),
        "running-order": lambda: at(window, "documents", "running_order"),
        "hand-cards": lambda: at(window, "documents", "mc_cards"),
        "webpage": lambda: at(window, "documents", "webpage"),
        "letters": lambda: at(window, "documents", "letters"),
        "letter-texts": lambda: at(window, "letters", "letter.consular_invitation.named"),
        "letter-register": lambda: at(window, "letters", "register"),
        "guest-list": lambda: at(window, "documents", "guest_list"),
        "office-sheet": lambda: at(window, "documents", "office_sheet"),
        "script": lambda: at(window, "script"),
        "calendars": lambda: at(window, "documents", "calendars"),
        "palette": lambda: palette(window),
        "import": lambda: importing(window),
        "programme-large": lambda: large(window),
    }


def picture(window: PlannerWindow, name: str, enter: Callable[[], object], out: Path) -> None:
    """One scene in every dress."""
    for language, short in (("zh-Hans", "zh"), ("en", "en")):
        window.set_language(language)
        for scheme in ("light", "dark"):
            look.wear("dark" if scheme == "dark" else "light")
            window.top.show_choices(language=language, scheme=scheme)
            for width, height in SIZES if scheme == "light" else SIZES[:1]:
                window.resize(width, height)
                enter()
                settle(window)
                window.grab().save(str(out / f"{name}-{short}-{scheme}-{width}.png"))
                print(f"{name}-{short}-{scheme}-{width}")
    window.palette_box.hide()


def at(window: PlannerWindow, page: str, target: str = "") -> None:
    """A page of the sample forum, with something chosen in it."""
    if not window.shell.is_open():
        window.settings = replace(window.settings, place=replace(window.settings.place, page=page))
        window.opening.open_sample()
        until(lambda: bool(window.stack.key()))
    window.go(page, target)


def change_words(window: PlannerWindow) -> None:
    """The words that mails about a change are written with, beside such a mail."""
    at(window, "invitations", "changes")
    settle(window)
    page = window.stack.page()
    if isinstance(page, InvitationsPage):
        page.views.changes.preview.reword.click()


def programme(window: PlannerWindow, *, clash: bool = False, shape: str = "board") -> None:
    """The programme as a board or a list; with `clash` at a session that clashes, its details open."""
    at(window, "programme")
    settle(window)
    page = window.stack.page()
    if isinstance(page, ProgrammePage):
        page.show_as(shape)
        page.side.set_open(open_=clash)
        if clash:
            page.next_finding()


def people(window: PlannerWindow, *, tab: str = "", ticks: int = 0, line: str = "", everybody: bool = False) -> None:
    """The list of people with one thing open: a tab, ticked rows, a typed line, or everybody in the file."""
    at(window, "people", f"quick:{line}" if line else "all")
    settle(window)
    page = window.stack.page()
    if isinstance(page, PeoplePage):
        page.twins.close()
        page.quick.setVisible(bool(line))
        page.model.set_ticks(page.model.ticks(), on=False)
        page.model.set_ticks([page.model.id_at(n) for n in range(2, 2 + ticks)])
        page.inspector.tabs.choose(tab or "details")
        if (page.scope.choice() == "all") is not everybody:
            page.scope.button("all" if everybody else "here").click()


def duplicates(window: PlannerWindow) -> None:
    """A pair that may be one person, planted once."""
    from forumplanner.actions import people as verbs  # noqa: PLC0415 - for one scene only

    people(window)
    page, store = window.stack.page(), window.shell.store
    if isinstance(page, PeoplePage):
        row = next(row for row in page.model.rows() if len(row.name.zh) > 1 and row.name.latin)
        if sum(one.name.zh == row.name.zh for one in page.model.rows()) == 1:
            name = PersonName(zh=row.name.zh, latin=" ".join(reversed(row.name.latin.split())))
            verbs.add_person(
                store, forum_id=window.shell.forum_id, name=name, country=row.country, phone="138 0000 0009"
            )
            settle(window)
        page.twins.search.start()
        settle(window)
        page.twins.open()


def large(window: PlannerWindow) -> None:
    """The board of 30 rooms, in a planner file of its own."""
    from forumplanner import sample  # noqa: PLC0415 - for one scene only

    path = paths.user_data() / "large.forumplanner"
    if not path.is_file():
        with Store.create(path, actor="林晓") as store:
            sample.write(store, 1000, talks=300, rooms=30)
    if window.shell.is_open() and window.shell.store.path != path:
        window.files.close()
    if not window.shell.is_open():
        window.opening.open_path(path)
        until(lambda: bool(window.stack.key()))
    programme(window)


def approved(window: PlannerWindow) -> None:
    """The page of approvals, with one from which the forum departs."""
    import datetime as dt  # noqa: PLC0415 - for one scene only

    from forumplanner.actions import approval  # noqa: PLC0415 - as above
    from forumplanner.domain.text import LocalizedText  # noqa: PLC0415 - as above
    from forumplanner.queries import approval as reading  # noqa: PLC0415 - as above

    at(window, "approval")
    store, forum_id = window.shell.store, window.shell.forum_id
    with store.read() as db:
        found = reading.load(db, forum_id=forum_id)
    if not found.lines:
        paper = approval.Paper(
            authority=LocalizedText.of(zh_Hans="示例省外事办公室", en="Foreign Affairs Office of the sample province"),
            reference="示外〔2027〕12号",
            approved_on=dt.date(2027, 3, 1),
            numbers={"people": 180, "foreign_people": 66},
        )
        key = approval.record_approval(store, forum_id=forum_id, paper=paper)
        approval.set_list(store, approval_id=key, people=(found.now.listed or ())[3:])


def past(window: PlannerWindow, what: str) -> None:
    """The history with an open step: one that moved a session, or one that removed another."""
    at(window, "overview")
    store = window.shell.store
    if store.head()[0] < PAST_STEPS:
        some_steps(store)
    wanted = {"moved": StepKind.EDIT_SESSION, "removed": StepKind.REMOVE_SESSION}[what]
    at(window, "history", str(next(step.id for step in store.history() if step.kind is wanted)))


def some_steps(store: Store) -> None:
    """What a secretary does in an afternoon."""
    from sqlalchemy import select  # noqa: PLC0415 - for one scene only

    from forumplanner.actions import people, rooms, sessions  # noqa: PLC0415 - as above
    from forumplanner.records import Participant, Room, Session  # noqa: PLC0415 - as above

    with store.read() as db:
        found = db.execute(select(Session.id, Session.kind).order_by(Session.day, Session.position)).all()
        keys = [row.id for row in found if row.kind in {SessionKind.PARALLEL, SessionKind.WORK_MEETING}]
        room = db.execute(select(Room.id).order_by(Room.position.desc()).limit(1)).scalar_one()
        guests = db.execute(select(Participant.id, Participant.person_id).limit(3)).all()
    store.actor = "周敏"
    people.set_phone(store, person_id=PersonId(guests[0].person_id), phone="+86 139 0000 0001")
    people.remove_participant(store, participant_id=ParticipantId(guests[1].id))
    store.undo()
    store.actor = "林晓"
    rooms.set_capacity(store, room_id=RoomId(room), capacity=64)
    sessions.put_in_room(store, session_id=SessionId(keys[0]), room_id=RoomId(room))
    with store.step(StepKind.EDIT_SESSION, **by_language("title", zh="分论坛三", en="Forum 3")) as db:
        session = db.get_one(Session, keys[0])
        session.title = session.title.edited("en", "Teaching in the Hills: Thirty Years of Rural Clinics")
        session.expected, session.access = 120, Access.BY_INVITATION
        session.rooms[0].room_id = db.execute(select(Room.id).order_by(Room.position).limit(1)).scalar_one()
    sessions.remove_session(store, session_id=SessionId(keys[1]))
    people.set_notes(store, person_id=PersonId(guests[2].person_id), notes="不吃牛肉")


def importing(window: PlannerWindow) -> None:
    """What a list would do, in a planner file of its own: the sample takes none."""
    own = paths.user_data() / "回执汇总.forumplanner"
    dialogs = window.shell.dialogs
    if not own.is_file() and isinstance(dialogs, AnsweredDialogs):
        window.files.close()
        dialogs.answers.append(own)
        window.files.take(table())
        until(lambda: window.stack.key() == "importing")
    window.go("importing", str(table()))


def palette(window: PlannerWindow) -> None:
    """The go-to box with hits."""
    at(window, "overview")
    window.call_palette()
    settle(window)
    field = window.findChild(QLineEdit, "paletteField")
    if isinstance(field, QLineEdit):
        field.setText("hj")


def table() -> Path:
    """A list of people with faults in it."""
    from openpyxl import Workbook  # noqa: PLC0415 - for one scene only

    path = paths.user_data() / "回执汇总.xlsx"
    if path.is_file():
        return path
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = "参会人员"
    sheet.append(["中文姓名", "护照姓名", "国家", "类别", "手机", "到达时间"])
    sheet.append(["阮文安", "NGUYEN Van An", "越南", "代表", "８６-138 0000 0000", "10.22下午4点40"])
    sheet.append(["阮文安", "NGUYEN Van An", "越南", "代表", "138 0000 0001", "看情况"])
    sheet.append(["苏米达-查克拉", "Sumita CHAKMA", "Burma", "演讲嘉宾", None, None])
    sheet.append(["王明/李华", None, "中国", "志愿者", None, None])
    book.save(path)
    return path


def settle(window: PlannerWindow) -> None:
    """Wait until no thread works and everything is drawn."""
    QTest.qWait(200)
    for _ in range(5):
        window.shell.tasks.wait(PATIENCE_MS)
        QTest.qWait(60)


def until(ready: Callable[[], bool]) -> None:
    """Let the window work until `ready()`."""
    limit = QDeadlineTimer(PATIENCE_MS)
    while not ready() and not limit.hasExpired():
        QTest.qWait(20)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"), set(sys.argv[2:]))

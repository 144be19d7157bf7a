"""Five consulates and one more, from the foreign affairs office to who comes, in the real window; then all of it back.

Zhou adds posts, is stopped at the letter before the approval, logs what comes, and reads the order with its proof.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget

from factories import make_appearance, make_forum, make_item, make_part, make_session
from forumplanner.domain.history import sentence
from forumplanner.domain.kinds import ConsularClass, ConsularRole, InvitationStatus
from forumplanner.domain.ranks import Proof
from forumplanner.gui.pages.guests import GuestsPage, clock
from forumplanner.gui.pages.guests.timeline import said
from forumplanner.gui.widgets.fields import Combo
from forumplanner.records import Appearance, ConsularGuest, Letter
from forumplanner.snapshots.guests import GuestCard, GuestLine
from forumplanner.store import Store
from gui.conftest import desk, dressed
from gui_desk import Desk
from planner_file import filling_of
from store.tables import Dump, dump

__all__ = ["desk", "dressed"]

S = InvitationStatus
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
NOON = 4
"""Noon in Kunming, in hours of UTC."""

PLANTED = (
    ("TH", "Tessi Bunya", "2023-04-11"),
    ("MM", "Min Zeya", "2024-09-02"),
    ("BD", "Ratna Chowdhury", "2025-01-20"),
    ("LA", "Khamla Vong", "2022-12-01"),
    ("KH", "Sok Dara", "2024-03-15"),
    ("VN", "Dao Van", ""),
)
"""Six heads of post with the day of the exequatur; of the last one nobody knows it."""

ORDER = ["Khamla Vong", "Tessi Bunya", "Sok Dara", "Min Zeya", "Ratna Chowdhury"]
"""The key: by the day of the exequatur."""


class Calendar:
    """The day that the page reads; the scenario turns its leaves."""

    def __init__(self) -> None:
        self.day = dt.date(2026, 9, 18)

    def instant(self) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time(NOON), tzinfo=dt.UTC)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    made = Calendar()
    monkeypatch.setattr(clock, "instant", made.instant)
    return made


class Zhou:
    """Who invites, by keys and by mouse."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self.desk = desk
        desk.window.opening.open_path(path)
        desk.until(lambda: desk.window.shell.shown_card() is not None)
        desk.settle()
        self.key(Qt.Key.Key_5, CTRL)
        desk.until(lambda: desk.window.stack.key() == "guests")
        desk.settle()

    @property
    def page(self) -> GuestsPage:
        page = self.desk.window.stack.page()
        assert isinstance(page, GuestsPage)
        return page

    @property
    def card(self) -> GuestCard:
        card = self.page.inspector.card()
        assert card is not None
        return card

    @property
    def store(self) -> Store:
        return self.desk.window.shell.store

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.desk.press(key, modifiers)
        self.rest()

    def rest(self) -> None:
        """Until all is quiet; offscreen nobody gives the window its focus back when a list closes."""
        self.desk.settle()
        if not self.desk.window.isActiveWindow():
            self.desk.window.activateWindow()
            self.desk.until(self.desk.window.isActiveWindow)

    def click(self, name: str) -> None:
        QTest.mouseClick(self.desk.find(QAbstractButton, name), LEFT)
        self.rest()

    def type(self, name: str, words: str) -> None:
        """Into a field that is empty or whose words are replaced."""
        field = self.desk.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        self.desk.type(words)

    def person(self, name: str, words: str) -> None:
        """Type somebody new: nobody of that name is known, so Enter makes them."""
        self.type(name, words)
        self.desk.press(Qt.Key.Key_Return)
        self.rest()

    def down_to(self, name: str, key: str) -> None:
        """Choose in a drop-down by its arrow keys."""
        combo = self.desk.find(Combo, name)
        combo.setFocus()
        for _ in range(combo.count()):
            if combo.key() == key:
                return
            self.desk.press(Qt.Key.Key_Down)
            self.rest()
        assert combo.key() == key

    def choose(self, line: GuestLine) -> None:
        """By a press on the row."""
        view = self.page.views.list
        place = view.visualRect(self.page.views.rows.index(self.page.views.rows.place_of(line.id), 0))
        QTest.mouseClick(view.viewport(), LEFT, pos=place.topLeft() + QPoint(80, 20))
        self.rest()

    def of(self, country: str) -> GuestLine:
        return next(line for line in self.page.guests.consular if line.country == country and not line.stands_for.latin)

    def called(self, name: str) -> GuestLine:
        return next(line for line in self.page.guests.consular if line.name.latin == name)

    def log(self, text: str, status: S | None = None, reference: str = "") -> None:
        """Ctrl+L, a line, Enter."""
        self.page.views.list.setFocus()
        self.key(Qt.Key.Key_L, CTRL)
        self.desk.type(text)
        if status is not None:
            self.down_to("logStatus", str(status))
        if reference:
            self.type("logReference", reference)
        self.desk.find(QLineEdit, "logText").setFocus()
        self.key(Qt.Key.Key_Return)

    def last_step(self) -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, "en")

    def everything(self) -> Dump:
        return dump(self.store.path)


@pytest.fixture
def zhou(desk: Desk, tmp_path: Path, calendar: Calendar) -> Zhou:
    path = tmp_path / "dianchi.forumplanner"
    with Store.create(path) as store, filling_of(store) as db:
        make_forum(db)
    return Zhou(desk, path)


def add_posts(zhou: Zhou) -> None:
    """All of the list by Space, Malaysia left out by the mouse."""
    zhou.key(Qt.Key.Key_N, CTRL)
    posts = zhou.desk.find(QListWidget, "newGuestPosts")
    for _ in range(posts.count()):
        zhou.desk.press(Qt.Key.Key_Space)
        zhou.desk.press(Qt.Key.Key_Down)
    malaysia = posts.findItems("Malaysia", Qt.MatchFlag.MatchStartsWith)[0]
    QTest.mouseClick(posts.viewport(), LEFT, pos=posts.visualItemRect(malaysia).center())
    zhou.key(Qt.Key.Key_Return, CTRL)


def name_the_heads(zhou: Zhou) -> None:
    """Name, class, function and date of each post's head."""
    for country, name, exequatur in PLANTED:
        zhou.choose(zhou.of(country))
        zhou.click("guestName")
        zhou.person("namePerson", name)
        zhou.key(Qt.Key.Key_Return, CTRL)
        zhou.down_to("guestRecord_consular_class", str(ConsularClass.CONSUL_GENERAL))
        zhou.down_to("guestRecord_role", str(ConsularRole.HEAD))
        if exequatur:
            zhou.type("guestRecord_exequatur_on", exequatur)
            zhou.key(Qt.Key.Key_Return)


def test_six_heads_stand_by_their_planted_dates_and_one_is_unproven(zhou: Zhou) -> None:
    add_posts(zhou)
    assert zhou.last_step() == "Added 6 consular posts to the guests"
    assert {line.status for line in zhou.page.guests.consular} == {S.TO_APPROVE}

    name_the_heads(zhou)

    lines = zhou.page.guests.consular
    assert [line.name.latin for line in lines if line.name.latin != "Dao Van"] == ORDER
    proofs = {line.name.latin: line.ranked.proof for line in lines if line.ranked}
    assert [name for name, proof in proofs.items() if proof is Proof.UNPROVEN] == ["Dao Van"]
    assert zhou.page.facts() == "1 place in the order is not proven"


def test_a_letter_before_the_approval_is_stopped_and_its_reason_stands_in_history(zhou: Zhou) -> None:
    add_posts(zhou)
    zhou.choose(zhou.of("TH"))
    assert zhou.desk.find(QAbstractButton, "guestLetter").text().strip() == "Approval not recorded"
    before = zhou.everything()

    zhou.click("guestLetter")
    zhou.key(Qt.Key.Key_Return, CTRL)
    assert zhou.everything() == before
    assert zhou.page.forms.inviting.wrong.text() == (
        "The approval is not recorded. Log it first, or write why the letter goes all the same: the reason is kept."
    )

    zhou.type("inviteReason", "the rector asked on the phone")
    zhou.key(Qt.Key.Key_Return, CTRL)

    assert "the rector asked on the phone" in zhou.last_step()
    with zhou.store.read() as db:
        (letter,) = db.query(Letter).all()
        assert letter.despite == "the rector asked on the phone"
    assert zhou.of("TH").status is S.SENT


def test_an_invitation_reads_as_five_dated_lines(zhou: Zhou, calendar: Calendar) -> None:
    add_posts(zhou)
    zhou.choose(zhou.of("TH"))
    zhou.log("request filed", S.TO_APPROVE)
    calendar.day = dt.date(2026, 9, 25)
    zhou.log("", S.APPROVED, "FAO (2026) no. 118")
    assert zhou.desk.find(QAbstractButton, "guestLetter").text().strip() == "Invitation"

    calendar.day = dt.date(2026, 9, 28)
    zhou.click("guestLetter")
    zhou.key(Qt.Key.Key_Return, CTRL)
    calendar.day = dt.date(2026, 9, 30)
    zhou.log("the protocol secretary has it", S.RECEIVED)
    calendar.day = dt.date(2026, 10, 8)
    zhou.log("1 companion", S.ACCEPTED)

    notes = [note for note in zhou.card.notes if note.subject == "consular_guest"]
    with zhou.store.read() as db:
        number = db.query(Letter).one().number
    assert [(note.day.isoformat(), note.status, said(note)) for note in notes] == [
        ("2026-09-18", S.TO_APPROVE, "Phone · request filed"),
        ("2026-09-25", S.APPROVED, "FAO (2026) no. 118 · Phone"),
        ("2026-09-28", S.SENT, f"{number} · Letter"),
        ("2026-09-30", S.RECEIVED, "Phone · the protocol secretary has it"),
        ("2026-10-08", S.ACCEPTED, "Phone · 1 companion"),
    ]
    shown = zhou.page.inspector.status.rungs.widgets()
    assert [rung.accessibleName().split(" · ")[:2] for rung in shown] == [
        ["To approve", "18 Sep"],
        ["FAO approved", "25 Sep"],
        ["Sent", "28 Sep"],
        ["Received", "30 Sep"],
        ["Accepted", "8 Oct"],
        ["Attended", "Recorded at check-in"],
    ]


def test_a_substitute_comes_at_the_own_rank_and_everything_is_taken_back_and_done_again(
    zhou: Zhou, calendar: Calendar
) -> None:
    empty, made = zhou.everything(), undoable(zhou)
    add_posts(zhou)
    name_the_heads(zhou)
    give_an_address(zhou, "Khamla Vong")
    calendar.day = dt.date(2026, 10, 21)
    start, steps = zhou.everything(), undoable(zhou)
    zhou.choose(zhou.called("Khamla Vong"))
    assert zhou.card.line.place == 1

    zhou.page.views.list.setFocus()
    zhou.key(Qt.Key.Key_R, CTRL)
    zhou.person("replacePerson", "Manivanh Soupha")
    zhou.down_to("replaceClass", str(ConsularClass.CONSUL))
    zhou.type("replaceTitleEn", "Consul")
    zhou.key(Qt.Key.Key_Return, CTRL)

    assert zhou.last_step() == "Manivanh Soupha comes instead of Khamla Vong"
    line, absentee = zhou.called("Manivanh Soupha"), zhou.called("Khamla Vong")
    assert (line.place, line.role, line.consular_class) == (6, ConsularRole.OFFICER, ConsularClass.CONSUL)
    assert (absentee.place, absentee.status) == (0, S.SUBSTITUTE_NAMED)
    with zhou.store.read() as db:
        assert db.query(Appearance).one().participant_id == UUID(line.participant_id)
        assert db.get_one(ConsularGuest, UUID(line.id)).stands_for_id == UUID(absentee.id)
    assert zhou.page.views.rows.lines()[-1].name.latin == "Khamla Vong"

    end = zhou.everything()
    undo(zhou, undoable(zhou) - steps)
    assert zhou.everything() == start
    undo(zhou, steps - made)
    assert zhou.everything() == empty
    assert zhou.page.views.content.currentWidget() is zhou.page.views.empty
    redo(zhou)
    assert zhou.everything() == end


def give_an_address(zhou: Zhou, name: str) -> None:
    """An address in the programme, as another page would give it."""
    with filling_of(zhou.store) as db:
        forum = db.get_one(ConsularGuest, UUID(zhou.called(name).id)).forum_id
        session = make_session(db, type("F", (), {"id": forum})(), "开幕式", "Opening")
        item = make_item(db, make_part(db, session), "致辞", "Address")
        who = db.get_one(ConsularGuest, UUID(zhou.called(name).id)).participant_id
        made = make_appearance(db, item)
        made.participant_id = who
    zhou.rest()


def undoable(zhou: Zhou) -> int:
    return sum(not step.undone for step in zhou.store.history(None))


def undo(zhou: Zhou, times: int) -> None:
    repeat(zhou, times, lambda: zhou.key(Qt.Key.Key_Z, CTRL))


def redo(zhou: Zhou) -> None:
    while zhou.store.can_redo() is not None:
        repeat(zhou, 1, lambda: zhou.key(Qt.Key.Key_Z, CTRL | SHIFT))


def repeat(zhou: Zhou, times: int, act: Callable[[], None]) -> None:
    """Each of them is written before the next."""
    for _ in range(times):
        zhou.page.setFocus()
        before = zhou.store.head()
        act()
        zhou.desk.until(partial(changed, zhou.store, before))
        zhou.rest()


def changed(store: Store, before: tuple[int, str]) -> bool:
    return store.head() != before

"""Mail of a file that is older than it was: in doubt, never sent by itself, and its revisions never fall."""

from collections.abc import Callable
from pathlib import Path

import pytest

from forumplanner.actions import telling
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.older_files import GAP, OLDER_FILE
from forumplanner.records import CalendarIdentity, OutboxMessage
from forumplanner.store import Reason, Store, list_backups, restore
from told_forum import ToldForum


@pytest.fixture
def house(file: Path) -> ToldForum:
    """Three people were told; an update waits for two of them."""
    house = ToldForum(Store.create(file, actor="Lin"))
    house.tell()
    house.move("14:20", "16:20")
    house.tell(state=OutboxState.QUEUED)
    return house


def states(store: Store) -> list[tuple[OutboxState, str]]:
    """State and answer of the two updates."""
    with store.read() as db:
        rows = db.query(OutboxMessage).order_by(OutboxMessage.queued_at, OutboxMessage.position)
        return sorted((row.state, row.answer) for row in rows if not _is_first(row))


def _is_first(row: OutboxMessage) -> bool:
    return bool(row.tells[0]["sequence"] % GAP == 0)


def newest(house: ToldForum, store: Store) -> int:
    """The highest SEQUENCE that was kept of Siri's talk."""
    with store.read() as db:
        rows = db.query(CalendarIdentity).filter(CalendarIdentity.participant_id == house.people["Siri"])
        return max(row.sequence for row in rows if row.session_id == house.talk)


def send(house: ToldForum) -> None:
    """The updates go out; no step of the history comes of it."""
    with house.store.step(StepKind.OTHER) as db:
        for row in db.query(OutboxMessage).filter(OutboxMessage.state == OutboxState.QUEUED):
            row.state = OutboxState.SENT


def by_copy(house: ToldForum) -> Path:
    """The file as it was before the updates went out lies in its place again."""
    path = house.store.path
    older = path.read_bytes()
    send(house)
    house.store.close()
    path.write_bytes(older)
    return path


def by_restoring(house: ToldForum) -> Path:
    path = house.store.path
    house.store.backup(Reason.WISH)
    send(house)
    house.store.close()
    restore(list_backups(path)[-1], path)
    return path


WAYS: dict[str, Callable[[ToldForum], Path]] = {"copied": by_copy, "restored": by_restoring}


@pytest.mark.parametrize("way", WAYS)
def test_what_waited_in_an_older_file_is_in_doubt(house: ToldForum, way: str) -> None:
    path = WAYS[way](house)

    with Store.open(path, actor="Lin") as store:
        assert states(store) == [(OutboxState.UNKNOWN, OLDER_FILE)] * 2
        assert str(store.doubted) == (
            "2 mails waited in this file when it was copied, and may have been sent since. They are in doubt now: look "
            "into the outbox."
        )


@pytest.mark.parametrize("way", WAYS)
def test_no_revision_falls_below_one_that_left_the_house(house: ToldForum, way: str) -> None:
    path = WAYS[way](house)

    with Store.open(path, actor="Lin") as store:
        assert newest(house, store) == 1 + GAP
        house.store = store
        house.move("15:00", "17:00")
        (siri,) = (mail for mail in house.mails() if mail.participant_id == str(house.people["Siri"]))
        (made,) = telling.prepare(store, forum_id=house.forum, mails=[siri])
        assert made.entry.sequence == 2 + GAP


@pytest.mark.parametrize("way", WAYS)
def test_how_far_a_mailbox_was_read_no_longer_counts(house: ToldForum, way: str) -> None:
    before = house.store.line()
    path = WAYS[way](house)

    with Store.open(path, actor="Lin") as store:
        assert (before, store.line()) == (0, 1)
    with Store.open(path, actor="Lin") as store:
        assert store.line() == 1


def test_it_is_done_once_and_what_waits_from_then_on_is_left_alone(house: ToldForum) -> None:
    path = by_copy(house)
    with Store.open(path, actor="Lin") as store, store.step(StepKind.OTHER) as db:
        first = db.query(OutboxMessage).filter(OutboxMessage.state == OutboxState.UNKNOWN).limit(1).one()
        first.state, first.answer = OutboxState.QUEUED, ""

    with Store.open(path, actor="Lin") as store:
        assert store.doubted is None
        assert states(store) == [(OutboxState.QUEUED, ""), (OutboxState.UNKNOWN, OLDER_FILE)]
        assert newest(house, store) == 1 + GAP


def test_the_same_older_copy_put_there_again_is_in_doubt_again(house: ToldForum) -> None:
    path = house.store.path
    older = path.read_bytes()
    by_copy(house)
    Store.open(path, actor="Lin").close()
    path.write_bytes(older)

    with Store.open(path, actor="Lin") as store:
        assert states(store) == [(OutboxState.UNKNOWN, OLDER_FILE)] * 2


def test_a_copy_that_went_its_own_way_is_in_doubt_too(house: ToldForum) -> None:
    path = house.store.path
    common = path.read_bytes()
    house.move("15:00", "17:00")
    for _ in range(5):
        house.move("15:30", "17:30")
        house.move("15:00", "17:00")
    elsewhere = path.read_bytes()
    house.store.close()
    path.write_bytes(common)
    with Store.open(path, actor="Lin") as store:
        house.store = store
        house.move("16:00", "18:00")
    path.write_bytes(elsewhere)

    with Store.open(path, actor="Lin") as store:
        assert store.opened_older is not None
        assert states(store) == [(OutboxState.UNKNOWN, OLDER_FILE)] * 2


def test_what_waits_in_the_file_itself_goes_on_waiting(house: ToldForum) -> None:
    path = house.store.path
    house.store.close()

    with Store.open(path, actor="Lin") as store:
        assert (store.doubted, store.line(), newest(house, store)) == (None, 0, 1)
        assert states(store) == [(OutboxState.QUEUED, "")] * 2


def test_an_older_file_without_mail_says_nothing_of_mail(file: Path) -> None:
    house = ToldForum(Store.create(file, actor="Lin"))
    older = file.read_bytes()
    house.move("14:20", "16:20")
    house.store.close()
    file.write_bytes(older)

    with Store.open(file, actor="Lin") as store:
        assert (store.opened_older is not None, str(store.doubted)) == (True, "")


def test_only_reading_an_older_file_changes_nothing_in_it(house: ToldForum) -> None:
    path = by_copy(house)
    before = path.read_bytes()

    Store.open(path, actor="Lin", writable=False).close()

    assert path.read_bytes() == before


def test_mail_that_was_sent_since_is_in_the_next_backup(house: ToldForum) -> None:
    house.store.backup(Reason.WISH)
    send(house)

    assert house.store.backup(Reason.TIMER) is not None
    assert house.store.backup(Reason.TIMER) is None

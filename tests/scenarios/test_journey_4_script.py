"""The evening before, a guest is replaced: words that somebody wrote stay as they are and are only marked."""

import uuid
from pathlib import Path

from sqlalchemy import select

from forumplanner import sample
from forumplanner.actions import scripts
from forumplanner.actions.appearances import Who, replace_by
from forumplanner.documents.mc_cards import mc_cards
from forumplanner.documents.running_order import running_order as crew_sheet
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.ids import AppearanceId, ForumId, ItemId, ParticipantId, SessionId
from forumplanner.queries import running_order
from forumplanner.records import Appearance, Forum, Item, Participant, Person, Session
from forumplanner.snapshots.running_order import RunningItem, RunningOrder
from forumplanner.store import Store

WELCOME, BY_HAND = "OPEN-1-02", "OPEN-1-03"


def read(store: Store) -> RunningOrder:
    with store.read() as db:
        return running_order.load(db, forum_id=db.scalars(select(Forum.id)).one())


def item(store: Store, code: str) -> RunningItem:
    with store.read() as db:
        key = str(db.scalars(select(Item.id).where(Item.code == code)).one())
    return next(item for session in read(store).sessions for item in session.items if item.id == key)


def replace_guest(store: Store, code: str, zh: str) -> None:
    """Somebody else speaks instead of the guest of that item."""
    with store.read() as db:
        forum = db.scalars(select(Forum.id)).one()
        old = db.scalars(select(Appearance.id).join(Item, Item.id == Appearance.item_id).where(Item.code == code)).one()
        names = db.execute(select(Participant.id, Person.name).join(Person, Person.id == Participant.person_id))
        new = next(key for key, name in names if name.zh == zh)
    replace_by(store, appearances=[AppearanceId(old)], forum_id=ForumId(forum), who=Who(ParticipantId(new)))


def test_words_written_by_hand_stay_and_name_who_no_longer_belongs(tmp_path: Path) -> None:
    with Store.create(tmp_path / "sample.forumplanner", actor="Lin") as store:
        sample.write(store)
        with store.read() as db:
            opening = SessionId(uuid.UUID(str(db.scalars(select(Session.id).where(Session.code == "OPEN")).one())))
        before = item(store, BY_HAND)

        replace_guest(store, BY_HAND, "谈笑")
        after = item(store, BY_HAND)
        assert (after.own, before.stale, after.stale) == (before.own, (), ("褚南星", "Chu Nanxing"))
        assert "谈笑" in after.template[0]

        assert scripts.write_scripts(store, session_id=opening) > 0
        assert item(store, BY_HAND).own == before.own  # filling the empty ones leaves them alone

        for paper in (crew_sheet(read(store)), mc_cards(read(store))):
            assert ("褚南星" in {remark.text for remark in paper.report.of(Trouble.STALE_NAME)}) is True

        scripts.clear_script(store, item_id=ItemId(uuid.UUID(after.id)))
        assert item(store, BY_HAND).words == after.template
        assert item(store, BY_HAND).stale == ()


def test_words_by_template_follow_the_programme(tmp_path: Path) -> None:
    with Store.create(tmp_path / "sample.forumplanner", actor="Lin") as store:
        sample.write(store)

        replace_guest(store, WELCOME, "陆怀远")

        assert item(store, WELCOME).words[0] == "下面，有请青岚医科大学党委书记陆怀远教授致欢迎辞，大家欢迎！"
        store.undo()
        assert "沈砚" in item(store, WELCOME).words[0]

"""Letters and guest lists are read in as many statements for thirty guests as for one; snapshots are plain values."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.guest_kinds import ApprovalKind, PostKind
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.ranks import Proof
from forumplanner.queries import guest_list, letters
from forumplanner.records import Approval, ConsularGuest, ConsularPost, Delegation, Forum, OrderOverride
from forumplanner.snapshots.guest_list import GuestList
from forumplanner.snapshots.letters import Letters, LetterTexts


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def add_guest(db: Db, forum: Forum, country: str, latin: str = "", **fields: Any) -> ConsularGuest:
    """A consular guest of that country's post in Kunming."""
    participant = None
    if latin:
        person = make.make_person(db, name=PersonName(latin=latin), country=country)
        participant = make.make_participant(db, forum, person, Category.CONSULAR)
    post = ConsularPost(id=uuid.uuid4(), country=country, city=make.text("昆明", "Kunming"))
    made = ConsularGuest(
        id=uuid.uuid4(),
        forum_id=forum.id,
        consular_post_id=post.id,
        participant_id=participant.id if participant else None,
        **fields,
    )
    db.add_all((post, made))
    return made


def statements(db: Db, read: Any) -> int:
    db.flush()
    db.expire_all()
    count = 0

    def note(*_arguments: object) -> None:
        nonlocal count
        count += 1

    engine = db.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    read()
    event.remove(engine, "before_cursor_execute", note)
    return count


@pytest.mark.parametrize("read", [letters.load, letters.texts, guest_list.load])
def test_the_number_of_statements_does_not_grow(db: Db, read: Any) -> None:
    forum = make.make_forum(db)
    db.add(Delegation(id=uuid.uuid4(), forum_id=forum.id, country="TH"))
    add_guest(db, forum, "TH", "Somchai One")
    few = statements(db, lambda: read(db, forum_id=forum.id))
    for number in range(30):
        add_guest(db, forum, "LA", f"Guest {number}")

    assert statements(db, lambda: read(db, forum_id=forum.id)) == few


def test_snapshots_are_plain_values(db: Db) -> None:
    forum = make.make_forum(db)
    add_guest(db, forum, "TH", "Somchai One")
    for kind, found in (
        (Letters, letters.load(db, forum_id=forum.id)),
        (LetterTexts, letters.texts(db, forum_id=forum.id)),
        (GuestList, guest_list.load(db, forum_id=forum.id)),
    ):
        assert msgspec.json.decode(msgspec.json.encode(found), type=kind) == found


def test_an_empty_forum_leaves_gaps_and_fails_nowhere(db: Db) -> None:
    forum = make.make_forum(db, titles=(), starts_on=None, ends_on=None, venue=make.text(), city=make.text())

    found = letters.load(db, forum_id=forum.id)

    assert found.drafts == ()
    assert {"host", "forum", "office", "purpose", "dates", "forum_city"} <= set(found.request.missing[0])
    assert guest_list.load(db, forum_id=forum.id).guests == ()


def test_the_opening_is_the_ceremony_s_and_the_forum_s_own_country_name_counts(db: Db) -> None:
    forum = make.make_forum(db, words={"country.LA": {"en": "Lao People’s Democratic Republic"}})
    make.make_session(db, forum, "闭幕式", "Closing", start="17:00", kind=SessionKind.CLOSING)
    make.make_session(db, forum, "开幕式", "Opening", start="14:30", kind=SessionKind.OPENING)
    add_guest(db, forum, "LA")

    draft = letters.load(db, forum_id=forum.id).drafts[0]

    assert "to be held at 2:30 p.m. on Saturday, 14 November 2026" in draft.texts[1]
    assert "出席2026年11月14日（星期六）下午2:30在" in draft.texts[0]
    assert draft.to[1] == "Consulate-General of Lao People’s Democratic Republic in Kunming"
    assert "invite a representative of the Consulate-General" in draft.texts[1]


def test_a_post_s_own_name_wins_and_an_embassy_is_an_embassy(db: Db) -> None:
    forum = make.make_forum(db)
    guest = add_guest(db, forum, "VN")
    embassy = add_guest(db, forum, "LA")
    db.flush()
    db.get_one(ConsularPost, guest.consular_post_id).name = make.text("", "Consulate General of the S.R. of Vietnam")
    db.get_one(ConsularPost, embassy.consular_post_id).kind = PostKind.EMBASSY
    db.flush()

    own, other = letters.load(db, forum_id=forum.id).drafts

    names = {one.to for one in (own, other)}
    assert ("越南驻昆明总领事馆", "Consulate General of the S.R. of Vietnam") in names
    assert ("老挝驻华大使馆", "Embassy of the Lao PDR in Kunming") in names


def test_who_declined_is_neither_listed_nor_requested(db: Db) -> None:
    forum = make.make_forum(db)
    add_guest(db, forum, "TH", "Somchai One", status=InvitationStatus.DECLINED)
    add_guest(db, forum, "LA", "Bounmy Two")

    add_guest(db, forum, "VN", "Nguyen Three", status=InvitationStatus.SUBSTITUTE_NAMED)
    written = letters.load(db, forum_id=forum.id)
    assert [draft.about[1] for draft in written.drafts if "Bounmy" not in draft.about[1]] == []
    assert len(written.drafts) == 1
    assert [name for name in ("Somchai", "Nguyen", "Bounmy") if name in written.request.texts[1]] == ["Bounmy"]
    found = guest_list.load(db, forum_id=forum.id)
    assert [guest.names[1] for guest in found.consular] == ["Bounmy Two"]
    assert [flag[1] for flag in found.flags] == ["China", "Lao PDR"]


def test_places_carry_proof_basis_and_the_reason_of_a_hand(db: Db) -> None:
    forum = make.make_forum(db)
    head = {"consular_class": ConsularClass.CONSUL_GENERAL, "role": ConsularRole.HEAD}
    first = add_guest(db, forum, "TH", "Somchai One", **head, exequatur_on=make.DAY)
    second = add_guest(db, forum, "LA", "Bounmy Two", **head)
    db.add(
        OrderOverride(
            id=uuid.uuid4(),
            forum_id=forum.id,
            listing="consular",
            consular_guest_id=second.id,
            place=1,
            reason="office",
        )
    )
    db.flush()

    listed = guest_list.load(db, forum_id=forum.id).consular

    assert [guest.names[1] for guest in listed] == ["Bounmy Two", "Somchai One"]
    assert (listed[0].proof, listed[0].reason) == (Proof.BY_HAND, "office")
    assert "office" in listed[0].basis[1]
    assert listed[0].why_next
    assert listed[1].why_next == ()
    assert first.id != second.id


@pytest.mark.parametrize(
    ("kind", "day", "held"),
    [
        (ApprovalKind.CONSULAR_GUESTS, make.DAY, False),
        (ApprovalKind.CONSULAR_GUESTS, None, True),
        (ApprovalKind.FORUM, make.DAY, True),
    ],
)
def test_only_an_approval_of_the_guests_with_its_day_frees_the_letters(
    db: Db, kind: ApprovalKind, day: dt.date | None, *, held: bool
) -> None:
    forum = make.make_forum(db)
    add_guest(db, forum, "TH", "Somchai One")
    db.add(Approval(id=uuid.uuid4(), forum_id=forum.id, kind=kind, approved_on=day))
    db.flush()

    assert [draft.held for draft in letters.load(db, forum_id=forum.id).drafts] == [held]

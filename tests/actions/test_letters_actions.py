"""Issuing letters: numbered, kept as issued, noted with the guest, and held before the approval is recorded."""

import datetime as dt
import uuid
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from factories import make_forum, make_institution, make_organiser, make_participant, make_person, text
from forumplanner.actions import contacts
from forumplanner.actions.found import NotPossible
from forumplanner.actions.letter_texts import set_letter_text
from forumplanner.actions.letters import NotApproved, NumberTaken, correct_letter, issue_letter, issue_letters
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import ApprovalKind, LetterKind
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ConsularGuestId, ConsularPostId, ForumId, LetterId
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus
from forumplanner.domain.letters import UnknownField
from forumplanner.domain.names import PersonName
from forumplanner.queries import guest_list
from forumplanner.queries import letters as reading
from forumplanner.records import Approval, ConsularGuest, ConsularPost, ContactNote, Forum, Letter, OrderOverride
from forumplanner.snapshots.letters import Letters, LetterSheet
from forumplanner.store import Store
from planner_file import Filling

DAY = dt.date(2026, 9, 3)


@dataclass(frozen=True)
class Posts:
    """A forum with two posts: Viet Nam's head is known by name, Laos has named nobody."""

    forum: ForumId
    vietnam: ConsularGuestId
    laos: ConsularGuestId
    post: ConsularPostId


@pytest.fixture
def posts(filling: Filling) -> Posts:
    with filling() as db:
        forum = make_forum(db, words={"letter.office": {"zh-Hans": "示例省外事办公室", "en": "Sample Provincial FAO"}})
        make_organiser(db, forum, make_institution(db))
        name = PersonName(zh="阮文安", latin="Nguyen Van An", family="Nguyen", courtesy_en="Mr.")
        consul = make_participant(db, forum, make_person(db, country="VN", name=name), Category.CONSULAR)
        keys = []
        for order, (country, who) in enumerate((("VN", consul.id), ("LA", None))):
            post = ConsularPost(id=uuid.uuid4(), country=country, city=text("昆明", "Kunming"), list_order=order)
            guest = ConsularGuest(id=uuid.uuid4(), forum_id=forum.id, consular_post_id=post.id, participant_id=who)
            if who:
                guest.consular_class, guest.role = ConsularClass.CONSUL_GENERAL, ConsularRole.HEAD
            db.add_all((post, guest))
            keys.append((guest.id, post.id))
        (vietnam, post_id), (laos, _) = keys
        return Posts(ForumId(forum.id), ConsularGuestId(vietnam), ConsularGuestId(laos), ConsularPostId(post_id))


def read(store: Store, posts: Posts) -> Letters:
    with store.read() as db:
        return reading.load(db, forum_id=posts.forum)


def approve(store: Store, posts: Posts, guest: ConsularGuestId) -> None:
    about = About.guest(guest)
    contacts.log(store, forum_id=posts.forum, about=about, day=DAY, status=InvitationStatus.APPROVED, reference="12")


def test_nothing_is_issued_before_the_approval_is_recorded(store: Store, posts: Posts) -> None:
    head = store.head()

    with pytest.raises(
        NotApproved, match="The approval to invite Consulate-General of Viet Nam in Kunming is not recorded"
    ):
        issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam)
    with pytest.raises(NotApproved):
        issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam, despite="  ")

    assert store.head() == head
    assert [draft.held for draft in read(store, posts).drafts] == [True, True]


def test_a_reason_lets_a_letter_go_and_stands_in_register_and_history(store: Store, posts: Posts) -> None:
    key = issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam, dated=DAY, despite="The office said so")

    with store.read() as db:
        letter = db.get_one(Letter, key)
        assert (letter.number, letter.despite, letter.issued_by) == ("外邀〔2026〕1号", "The office said so", "Lin")
    step = store.history()[0]
    assert sentence(step.kind, step.values, "en") == (
        "Issued 外邀〔2026〕1号 to Consulate-General of Viet Nam in Kunming before the approval was recorded: "
        "The office said so"
    )
    assert sentence(step.kind, step.values, "zh-Hans").endswith("理由：The office said so")
    assert [sheet.held for sheet in read(store, posts).issued] == [False]


@pytest.mark.parametrize("by", ["guest", "post", "record"])
def test_an_approval_counts_for_guest_post_or_all(store: Store, posts: Posts, filling: Filling, by: str) -> None:
    if by == "guest":
        approve(store, posts, posts.vietnam)
    elif by == "post":
        contacts.log(
            store, forum_id=posts.forum, about=About.post(posts.post), day=DAY, status=InvitationStatus.APPROVED
        )
    else:
        with filling() as db:
            kind = ApprovalKind.CONSULAR_GUESTS
            db.add(Approval(id=uuid.uuid4(), forum_id=posts.forum, kind=kind, approved_on=DAY))

    issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam, dated=DAY, despite="not needed")

    letters = read(store, posts)
    assert [draft.held for draft in letters.drafts] == [False, by != "record"]
    assert letters.issued[0].despite == ""


def test_issuing_notes_the_step_with_number_and_day_and_is_one_undo(store: Store, posts: Posts) -> None:
    approve(store, posts, posts.vietnam)
    issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam, dated=DAY, contact="Ms Tran")

    with store.read() as db:
        note = db.scalars(select(ContactNote).order_by(ContactNote.position.desc())).first()
        assert note is not None
        assert (note.status, note.reference, note.day, note.contact) == (
            InvitationStatus.SENT,
            "外邀〔2026〕1号",
            DAY,
            "Ms Tran",
        )
        assert db.get_one(ConsularGuest, posts.vietnam).status is InvitationStatus.SENT
    store.undo()
    assert read(store, posts).issued == ()
    with store.read() as db:
        assert db.get_one(ConsularGuest, posts.vietnam).status is InvitationStatus.APPROVED


def test_a_second_letter_takes_nobody_back(store: Store, posts: Posts) -> None:
    approve(store, posts, posts.vietnam)
    about = About.guest(posts.vietnam)
    contacts.log(store, forum_id=posts.forum, about=about, day=DAY, status=InvitationStatus.ACCEPTED)

    issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam)

    with store.read() as db:
        assert db.get_one(ConsularGuest, posts.vietnam).status is InvitationStatus.ACCEPTED


def test_a_reprint_gives_the_text_as_it_was_issued(store: Store, posts: Posts, filling: Filling) -> None:
    approve(store, posts, posts.vietnam)
    before = read(store, posts).drafts[0].texts
    issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam, dated=DAY)
    with filling() as db:
        db.get_one(Forum, posts.forum).titles = (text("改名的论坛", "Renamed Forum"),)

    letters = read(store, posts)

    assert letters.chosen(LetterKind.CONSULAR_INVITATION, str(posts.vietnam))[0].texts == before
    assert "总领事阮文安阁下" in before[0]
    assert "Renamed Forum" in letters.chosen(LetterKind.CONSULAR_INVITATION, str(posts.vietnam), anew=True)[0].texts[1]


def test_several_letters_get_consecutive_numbers_from_the_first(store: Store, posts: Posts) -> None:
    for guest in (posts.vietnam, posts.laos):
        approve(store, posts, guest)

    issue_letters(
        store, forum_id=posts.forum, guest_ids=(posts.vietnam, posts.laos), number="外邀〔2026〕117号", dated=DAY
    )

    assert [sheet.number for sheet in read(store, posts).issued] == ["外邀〔2026〕117号", "外邀〔2026〕118号"]
    with store.read() as db:
        year = reading.proposed_number(db, forum_id=posts.forum, kind=LetterKind.CONSULAR_INVITATION, year=2026)
    assert year == "外邀〔2026〕119号"


def test_no_number_is_given_twice(store: Store, posts: Posts) -> None:
    first = issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam, dated=DAY, despite="urgent")
    other = issue_letter(store, forum_id=posts.forum, guest_id=posts.laos, dated=DAY, despite="urgent")

    with pytest.raises(NumberTaken, match="in the register already"):
        issue_letter(store, forum_id=posts.forum, guest_id=posts.laos, number="外邀(2026)1号", despite="urgent")
    with pytest.raises(NumberTaken):
        correct_letter(store, letter_id=other, number="外邀〔2026〕1号", dated=DAY)
    correct_letter(store, letter_id=LetterId(first), number="外邀〔2026〕7号", dated=DAY)

    assert [sheet.number for sheet in read(store, posts).issued] == ["外邀〔2026〕7号", "外邀〔2026〕2号"]


def test_a_request_to_the_office_makes_the_posts_wait_for_approval(store: Store, posts: Posts) -> None:
    issue_letters(store, forum_id=posts.forum, kind=LetterKind.APPROVAL_REQUEST, dated=DAY)

    letters = read(store, posts)
    assert letters.issued[0].number == "外请〔2026〕1号"
    assert letters.issued[0].to == ("示例省外事办公室", "Sample Provincial FAO")
    assert "1．越南驻昆明总领事馆：总领事阮文安阁下\n2．老挝驻昆明总领事馆：（人选待告）" in letters.issued[0].texts[0]
    with store.read() as db:
        statuses = {guest.status for guest in db.scalars(select(ConsularGuest))}
        notes = [note.reference for note in db.scalars(select(ContactNote))]
    assert statuses == {InvitationStatus.TO_APPROVE}
    assert notes == ["外请〔2026〕1号"] * 2


def test_a_text_of_the_forum_is_kept_and_given_back(store: Store, posts: Posts) -> None:
    code = "letter.consular_invitation.named"
    own = "邀请函\n\n{post}：\n谨邀请{guest}，函号{number}，日期{date}。\n\n{host}"

    assert set_letter_text(store, forum_id=posts.forum, code=code, tag="zh-Hans", text=own)
    assert not set_letter_text(store, forum_id=posts.forum, code=code, tag="zh-Hans", text=own)
    issue_letter(store, forum_id=posts.forum, guest_id=posts.vietnam, dated=DAY, despite="urgent")
    assert "谨邀请总领事阮文安阁下，函号外邀〔2026〕1号，日期2026年9月3日。" in read(store, posts).issued[0].texts[0]
    assert set_letter_text(store, forum_id=posts.forum, code=code, tag="zh-Hans", text="")
    with store.read() as db:
        assert list(db.get_one(Forum, posts.forum).words or {}) == ["letter.office"]


def test_a_prefix_of_the_forum_opens_the_next_number(store: Store, posts: Posts) -> None:
    set_letter_text(
        store, forum_id=posts.forum, code="letter.consular_invitation.prefix", tag="zh-Hans", text="云医外邀"
    )
    step = store.history()[0]
    with store.read() as db:
        kind = LetterKind.CONSULAR_INVITATION
        number = reading.proposed_number(db, forum_id=posts.forum, kind=kind, year=2026)

    assert number == "云医外邀〔2026〕1号"
    assert sentence(step.kind, step.values, "zh-Hans") == "修改函件文本：领馆邀请函字号前缀"


def test_a_text_with_an_unknown_field_is_refused_by_name(store: Store, posts: Posts) -> None:
    head = store.head()

    with pytest.raises(UnknownField, match=r"no field \{gast\}"):
        set_letter_text(store, forum_id=posts.forum, code="letter.consular_invitation", tag="en", text="{gast}")
    with pytest.raises(NotPossible, match=r"no text “letter\.love”"):
        set_letter_text(store, forum_id=posts.forum, code="letter.love", tag="en", text="x")

    assert store.head() == head


def test_a_letter_to_a_post_whose_guest_is_gone_still_names_the_post(store: Store, posts: Posts) -> None:
    key = issue_letter(store, forum_id=posts.forum, guest_id=posts.laos, dated=DAY, despite="urgent")
    with store.step(store.history()[0].kind) as db:
        letter, guest = db.get_one(Letter, key), db.get_one(ConsularGuest, posts.laos)
        letter.consular_guest_id = None
        for note in db.scalars(select(ContactNote).where(ContactNote.consular_guest_id == guest.id)):
            db.delete(note)
        db.flush()
        db.delete(guest)

    assert read(store, posts).issued[0].to == ("老挝驻昆明总领事馆", "Consulate-General of the Lao PDR in Kunming")


def test_the_sheet_is_kept_with_its_order_and_loses_its_number_when_the_order_changes(
    store: Store, posts: Posts, filling: Filling
) -> None:
    def cover() -> LetterSheet:
        with store.read() as db:
            return guest_list.load(db, forum_id=posts.forum).cover

    before = cover()
    issue_letters(store, forum_id=posts.forum, kind=LetterKind.PROTOCOL_REQUEST, dated=DAY)
    issued = read(store, posts).issued[0]
    same = cover()
    with filling() as db:
        override = OrderOverride(id=uuid.uuid4(), forum_id=posts.forum, listing="consular", place=1, reason="office")
        override.consular_guest_id = posts.laos
        db.add(override)

    assert (before.number, same.number, cover().number) == ("", "外函〔2026〕1号", "")
    assert "\n1．阮文安，越南" in issued.texts[0]
    assert "国旗：中国、老挝、越南" in issued.texts[0]
    assert issued.texts[0].endswith("\n\n云岭医科大学")
    assert issued.texts == read(store, posts).issued[0].texts

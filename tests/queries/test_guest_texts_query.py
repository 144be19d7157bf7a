"""Texts of the guest side are read with the rest, each once and only for this forum, with the way to its place."""

import uuid

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import make_delegation, make_forum, make_institution, new_database, text
from forumplanner.domain.guest_kinds import AgreementKind, AllianceChange, AllianceOffice, AppointmentKind
from forumplanner.queries import completeness
from forumplanner.records import (
    Agreement,
    Appointment,
    ConsularGuest,
    ConsularPost,
    Forum,
    LedgerEntry,
    OfficeTerm,
)
from forumplanner.snapshots.completeness import Completeness, Gap, TextKind


def load(db: Db, forum: Forum) -> Completeness:
    db.commit()
    return completeness.load(db, forum_id=forum.id)  # type: ignore[arg-type]  # the record's key is a plain UUID


def gaps_of(found: Completeness, kind: TextKind) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [(_place(gap), gap.text.texts, gap.page, gap.target) for gap in found.gaps if gap.kind is kind]


def _place(gap: Gap) -> str:
    return f"{gap.ref.column} {gap.belongs.texts[0] if gap.belongs else ''}".strip()


def a_post(db: Db, forum: Forum, *, guests: int = 1) -> list[ConsularGuest]:
    """A consulate named in Chinese only, with guests whose titles are Chinese too."""
    post = ConsularPost(country="LA", name=text("老挝总领事馆"), city=text("昆明", "Kunming"), district=text("云南"))
    db.add(post)
    db.flush()
    made = [
        ConsularGuest(forum_id=forum.id, consular_post_id=post.id, title=text("领事"), position=place)
        for place in range(guests)
    ]
    db.add_all(made)
    db.flush()
    return made


def test_a_post_is_listed_once_and_leads_to_its_first_guest() -> None:
    db = new_database()
    forum = make_forum(db)
    first, second = a_post(db, forum, guests=2)

    found = load(db, forum)

    assert gaps_of(found, TextKind.CONSULAR_POST) == [
        ("name", ("老挝总领事馆", ""), "guests", str(first.id)),
        ("district 老挝总领事馆", ("云南", ""), "guests", str(first.id)),
    ]
    assert gaps_of(found, TextKind.CONSULAR_GUEST) == [
        ("title 老挝总领事馆", ("领事", ""), "guests", str(first.id)),
        ("title 老挝总领事馆", ("领事", ""), "guests", str(second.id)),
    ]
    assert [(t.total, t.missing) for t in found.tallies if t.kind is TextKind.CONSULAR_POST] == [(3, 2)]


def test_posts_that_send_nobody_to_this_forum_are_not_its_texts() -> None:
    db = new_database()
    forum, other = make_forum(db), make_forum(db)
    a_post(db, other)

    assert load(db, forum).gaps == ()


def test_a_delegation_leads_to_its_own_row() -> None:
    db = new_database()
    forum = make_forum(db)
    laos = make_delegation(db, forum, name=text("老挝代表团", "Lao delegation"), hotel=text("云岭宾馆"))
    make_delegation(db, forum, country="TH")

    found = load(db, forum)

    assert gaps_of(found, TextKind.DELEGATION) == [
        ("hotel 老挝代表团", ("云岭宾馆", ""), "delegations", str(laos.id)),
    ]
    assert [t.total for t in found.tallies if t.kind is TextKind.DELEGATION] == [2]


def test_registers_count_what_came_about_here_or_nowhere() -> None:
    db = new_database()
    forum, other = make_forum(db), make_forum(db)
    school = make_institution(db, "云岭医科大学", "Yunling Medical University")
    here = Agreement(forum_id=forum.id, kind=AgreementKind.MEMORANDUM, title=text("合作备忘录"))
    elsewhere = Agreement(forum_id=other.id, kind=AgreementKind.MEMORANDUM, title=text("他处协议"))
    given = Appointment(kind=AppointmentKind.AWARD, title=text("贡献奖", "Award"), resolution=text("全文"))
    joined = LedgerEntry(institution_id=school.id, change=AllianceChange.ADMITTED, occasion=text("成立大会"))
    office = OfficeTerm(office=AllianceOffice.CHAIRMAN, resolution=text("推举"))
    db.add_all([here, elsewhere, given, joined, office])
    db.flush()

    assert gaps_of(load(db, forum), TextKind.ALLIANCE) == [
        ("title", ("合作备忘录", ""), "alliance", f"agreements:{here.id}"),
        ("resolution 贡献奖", ("全文", ""), "alliance", f"appointments:{given.id}"),
        ("occasion 云岭医科大学", ("成立大会", ""), "alliance", f"members:{school.id}"),
        ("resolution 理事长", ("推举", ""), "alliance", f"offices:{office.id}"),
    ]


def test_own_words_in_one_language_leave_the_usual_words_to_review() -> None:
    db = new_database()
    forum = make_forum(db)
    forum.words = {
        "organiser.host": {"zh-Hans": "主办高校"},
        "caption.delegations": {"zh-Hans": "排名不分先后", "en": "In no order"},
        "letter.office": {"zh-Hans": "省外事办"},
        "letter.consular_invitation.prefix": {"zh-Hans": "云医函"},
        "country.VN": {"zh-Hans": "越南社会主义共和国"},
    }

    found = load(db, forum)

    (host,) = [gap for gap in found.gaps if gap.kind is TextKind.WORDS]
    assert (host.text.texts, host.text.review, host.missing) == (("主办高校", "Hosted by"), (False, True), False)
    assert (host.page, host.target) == ("alliance", "organisers")
    (office,) = [gap for gap in found.gaps if gap.kind is TextKind.LETTER]
    assert (office.text.texts, office.page, office.target) == (("省外事办", ""), "letters", "letter.office")
    assert {t.kind: t.total for t in found.tallies if t.kind in {TextKind.WORDS, TextKind.LETTER}} == {
        TextKind.WORDS: 2,
        TextKind.LETTER: 1,
    }


def test_one_guest_and_fifty_cost_the_same_number_of_statements() -> None:
    db = new_database()
    small, large = make_forum(db), make_forum(db)
    a_post(db, small)
    for _ in range(50):
        a_post(db, large)
        make_delegation(db, large, name=text("代表团"))
    db.commit()

    assert statements(db, small.id) == statements(db, large.id)


def statements(db: Db, forum_id: uuid.UUID) -> int:
    seen: list[str] = []
    event.listen(db.get_bind(), "before_cursor_execute", lambda *call: seen.append(call[2]))
    db.expire_all()
    completeness.load(db, forum_id=forum_id)  # type: ignore[arg-type]  # the record's key is a plain UUID
    return len(seen)

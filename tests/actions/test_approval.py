"""Approvals are recorded with the forum as it stands, compared with it later, and every verb is one step."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factories import DAY, make_forum, make_institution, make_participant, make_person, text
from forumplanner.actions import approval as verbs
from forumplanner.actions.found import NoLongerThere, NotPossible
from forumplanner.domain.approval import DeviationKind, Listed
from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ApprovalId, ForumId, new_id
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.protocol import DelegationOrder, ProtocolRules, Regime, Subject
from forumplanner.domain.regimes import wants_consular_approval
from forumplanner.queries import approval as query
from forumplanner.queries import checks as checked
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Participant, Person, PersonAlias
from forumplanner.snapshots.approval import Approvals, CheckedApproval
from forumplanner.store import Store
from planner_file import filling_of

PAPER = verbs.Paper(
    authority=text("云南省外事办公室", "Foreign Affairs Office"),
    reference="云外〔2026〕12号",
    approved_on=dt.date(2026, 6, 1),
    numbers={"people": 3, "foreign_people": 2},
)


@dataclass
class Desk:
    """A forum with three people of three countries."""

    store: Store
    forum_id: ForumId
    people: list[Person]

    def now(self) -> Approvals:
        with self.store.read() as db:
            return query.load(db, forum_id=self.forum_id)

    def checked(self, at: dt.datetime | None) -> CheckedApproval:
        with self.store.read() as db:
            return checked.load(db, forum_id=self.forum_id, now=at).approval

    def deviations(self) -> list[DeviationKind]:
        newest = self.now().newest
        return [one.kind for one in newest.deviations] if newest else []


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = Store.create(tmp_path / "approval.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db, protocol=ProtocolRules(regime=Regime.BNU).to_keep())
        school = make_institution(db)
        people = [
            make_person(db, name, country=country, institution=school)
            for name, country in (("陈", "CN"), ("桑亚", "TH"), ("雄", "VN"))
        ]
        for person in people:
            make_participant(db, forum, person, status=InvitationStatus.ACCEPTED)
    yield Desk(store, ForumId(forum.id), people)
    store.close()


def test_an_approval_keeps_the_forum_as_it_stood(desk: Desk) -> None:
    verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER)

    newest = desk.now().newest
    assert newest is not None
    assert (newest.reference, newest.approved.starts_on, newest.approved.numbers) == (
        "云外〔2026〕12号",
        DAY,
        {"people": 3, "foreign_people": 2},
    )
    assert [one.zh for one in newest.approved.listed or ()] == ["陈", "桑亚", "雄"]
    assert newest.approved.listed == desk.now().now.listed
    assert newest.deviations == ()
    step = desk.store.history(1)[0]
    assert sentence(step.kind, step.values, "zh-Hans") == "登记批复 云外〔2026〕12号"


def test_later_changes_deviate_and_undo_takes_them_back(desk: Desk) -> None:
    verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER)
    with filling_of(desk.store) as db:
        forum = db.get(Forum, desk.forum_id)
        assert forum is not None
        forum.titles = (text("云岭论坛", "Yunling Forum"),)
        forum.starts_on = DAY - dt.timedelta(days=1)
        make_participant(db, forum, make_person(db, "新", country="LA"))
        person = db.get(Person, desk.people[1].id)
        assert person is not None
        person.country = "MM"

    assert desk.deviations() == [
        DeviationKind.RENAMED,
        DeviationKind.DATES,
        DeviationKind.MORE_PEOPLE,
        DeviationKind.MORE_FOREIGN,
        DeviationKind.NEW_PEOPLE,
        DeviationKind.OTHER_COUNTRY,
    ]


def test_who_declines_is_gone_from_the_list(desk: Desk) -> None:
    verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER)
    with filling_of(desk.store) as db:
        row = db.query(Participant).filter(Participant.person_id == desk.people[2].id).one()
        row.status = InvitationStatus.DECLINED

    assert desk.deviations() == [DeviationKind.GONE_PEOPLE]


def test_a_merged_person_is_still_the_one_on_the_list(desk: Desk) -> None:
    key = verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER)
    was = new_id()
    listed = [Listed(str(was), "桑亚", "", "TH"), *(Listed(str(one.id)) for one in (desk.people[0], desk.people[2]))]
    verbs.set_list(desk.store, approval_id=key, people=listed)
    with filling_of(desk.store) as db:
        db.add(PersonAlias(id=new_id(), person_id=desk.people[1].id, was_id=was))

    assert desk.deviations() == []


def test_without_a_list_nobody_is_compared(desk: Desk) -> None:
    verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER, with_list=False)
    with filling_of(desk.store) as db:
        forum = db.get(Forum, desk.forum_id)
        assert forum is not None
        make_participant(db, forum, make_person(db, "新", country="CN"))

    assert desk.deviations() == [DeviationKind.MORE_PEOPLE]


def test_approved_again_nothing_deviates_but_the_numbers(desk: Desk) -> None:
    key = verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER)
    with filling_of(desk.store) as db:
        forum = db.get(Forum, desk.forum_id)
        assert forum is not None
        make_participant(db, forum, make_person(db, "新", country="LA"))

    verbs.freeze_again(desk.store, approval_id=key)

    assert desk.deviations() == [DeviationKind.MORE_PEOPLE, DeviationKind.MORE_FOREIGN]


def test_the_newest_approval_counts(desk: Desk) -> None:
    verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER)
    later = verbs.Paper(reference="second", approved_on=dt.date(2026, 7, 1))
    key = verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=later)
    newest = desk.now().newest
    assert newest is not None
    assert newest.reference == "second"

    verbs.edit_approval(desk.store, approval_id=key, paper=verbs.Paper(reference="corrected"))
    verbs.remove_approval(desk.store, approval_id=key)

    assert [line.reference for line in desk.now().lines] == ["云外〔2026〕12号"]


@pytest.mark.parametrize("paper", [verbs.Paper(), verbs.Paper(reference=" "), verbs.Paper("", numbers={"people": -1})])  # type: ignore[arg-type]  # "" stands for no authority
def test_a_paper_that_says_nothing_is_refused(desk: Desk, paper: verbs.Paper) -> None:
    with pytest.raises(NotPossible):
        verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=paper)

    assert desk.now().lines == ()


def test_an_approval_that_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(NoLongerThere):
        verbs.remove_approval(desk.store, approval_id=ApprovalId(new_id()))


def test_choosing_rules_leaves_the_other_choices(desk: Desk) -> None:
    with filling_of(desk.store) as db:
        forum = db.get(Forum, desk.forum_id)
        assert forum is not None
        forum.protocol = ProtocolRules(delegations=DelegationOrder.PINYIN).to_keep()

    verbs.set_regime(desk.store, forum_id=desk.forum_id, regime=Regime.CAS, sensitive=True, file_days=120)
    verbs.set_regime(desk.store, forum_id=desk.forum_id, subject=Subject.NATURAL)

    rules = desk.now().rules
    assert rules == ProtocolRules(
        delegations=DelegationOrder.PINYIN,
        regime=Regime.CAS,
        subject=Subject.NATURAL,
        sensitive="yes",
        file_days="120",
    )
    verbs.set_regime(desk.store, forum_id=desk.forum_id, sensitive=False, file_days=0)
    assert (desk.now().rules.sensitive, desk.now().rules.file_days) == ("", "")
    with pytest.raises(NotPossible):
        verbs.set_regime(desk.store, forum_id=desk.forum_id, file_days=-1)


def test_checks_are_told_what_is_overdue_only_with_a_clock(desk: Desk) -> None:
    late = dt.datetime.combine(DAY - dt.timedelta(days=30), dt.time(12), dt.UTC)

    assert [str(one.kind) for one in desk.checked(late).overdue] == ["file"]
    assert desk.checked(None).overdue == ()
    verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER)
    assert desk.checked(late).overdue == ()
    after = dt.datetime.combine(DAY + dt.timedelta(days=70), dt.time(12), dt.UTC)
    assert [str(one.kind) for one in desk.checked(after).overdue] == ["summary"]


def test_consular_guests_want_an_approval_of_their_own(desk: Desk) -> None:
    with filling_of(desk.store) as db:
        post = ConsularPost(id=new_id(), country="VN")
        db.add_all([post, ConsularGuest(id=new_id(), forum_id=desk.forum_id, consular_post_id=post.id)])
    found = desk.now()
    verbs.record_approval(desk.store, forum_id=desk.forum_id, paper=PAPER, kind=ApprovalKind.CONSULAR_GUESTS)

    assert (found.consular, found.consular_approved, desk.now().consular_approved) == (1, False, True)
    assert wants_consular_approval(Regime.BNU, consular=1, approved=False)
    assert not wants_consular_approval(Regime.BNU, consular=1, approved=True)
    assert not wants_consular_approval(Regime.NONE, consular=1, approved=False)
    assert desk.now().newest is None


def test_a_forum_of_two_countries_needs_no_approval(desk: Desk) -> None:
    with filling_of(desk.store) as db:
        person = db.get(Person, desk.people[2].id)
        assert person is not None
        person.country = "HK"

    assert desk.checked(dt.datetime(2026, 11, 13, tzinfo=dt.UTC)) == CheckedApproval()
    assert desk.now().classed.international is False

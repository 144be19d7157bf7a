"""The ledger of members: admitted, other standing, gone; named one by one; what can't be true is refused."""

import datetime as dt
from dataclasses import dataclass

import pytest

from factories import make_forum, make_institution
from forumplanner.actions import alliance, standings
from forumplanner.actions.alliance import Circumstances
from forumplanner.actions.found import NotPossible
from forumplanner.actions.ledger_rules import ContradictsLedger
from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, InstitutionId, LedgerEntryId
from forumplanner.domain.kinds import Standing
from forumplanner.queries import alliance as query
from forumplanner.records import Institution
from forumplanner.snapshots.alliance import Alliance
from forumplanner.store import Store
from planner_file import Filling

FOUNDED, FIRST, SECOND = dt.date(2018, 10, 20), dt.date(2020, 11, 7), dt.date(2022, 9, 24)
FOUNDING = Circumstances(day=FOUNDED, occasion={"zh-Hans": "成立大会", "en": "Founding meeting"})


@dataclass
class Union:
    store: Store
    forum_id: ForumId
    places: list[InstitutionId]

    def shown(self, on: dt.date | None = None) -> Alliance:
        with self.store.read() as db:
            return query.load(db, forum_id=self.forum_id, on=on)

    def record(self, place: int) -> Institution:
        with self.store.read() as db:
            row = db.get(Institution, self.places[place])
            assert row is not None
            db.expunge(row)
            return row

    def said(self) -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, "en")


@pytest.fixture
def union(store: Store, filling: Filling) -> Union:
    with filling() as db:
        forum = make_forum(db)
        places = [InstitutionId(make_institution(db, f"第{n}大学", f"University {n}").id) for n in range(6)]
    return Union(store, ForumId(forum.id), places)


def test_thirty_nine_founders_two_and_eleven_make_fifty_two(union: Union) -> None:
    say = union.store
    alliance.count_unnamed(say, number=39, standing=Standing.FOUNDING_MEMBER, at=FOUNDING)
    for place in (0, 1):
        alliance.admit(say, institution_id=union.places[place], at=Circumstances(day=FIRST))
    alliance.count_unnamed(say, number=11, at=Circumstances(year=2022))

    assert [union.shown(day).members for day in (FOUNDED, FIRST, SECOND)] == [39, 41, 52]
    now = union.shown()
    assert (now.members, now.founding, now.later, now.observers) == (52, 39, 13, 0)
    assert [(line.year, line.admitted, line.members) for line in now.years] == [
        (2018, 39, 39),
        (2020, 2, 41),
        (2022, 11, 52),
    ]
    assert [(line.standing, line.number) for line in now.lines] == [
        (Standing.FOUNDING_MEMBER, 39),
        (Standing.MEMBER, 1),
        (Standing.MEMBER, 1),
        (Standing.MEMBER, 11),
    ]


def test_naming_one_of_those_counted_lowers_the_count_in_one_step(union: Union) -> None:
    entry = alliance.count_unnamed(union.store, number=2, standing=Standing.FOUNDING_MEMBER, at=FOUNDING)
    steps = len(union.store.history())

    named = alliance.name_unnamed(union.store, entry_id=entry, institution_id=union.places[0])

    shown = union.shown()
    assert len(union.store.history()) == steps + 1
    assert (shown.members, shown.founding) == (2, 2)
    assert {line.id: (line.unnamed, line.occasion.side(1)) for line in shown.entries} == {
        str(entry): (1, "Founding meeting"),
        str(named): (0, "Founding meeting"),
    }
    assert union.record(0).standing is Standing.FOUNDING_MEMBER
    assert union.said() == "Named one of the members that were only counted: University 0"

    alliance.name_unnamed(union.store, entry_id=entry, institution_id=union.places[1])
    assert [line.unnamed for line in union.shown().entries] == [0, 0]
    union.store.undo()
    union.store.undo()
    assert [line.unnamed for line in union.shown().entries] == [2]
    assert union.record(0).standing is None


def test_the_directory_keeps_the_current_standing(union: Union) -> None:
    place = union.places[0]
    alliance.admit(union.store, institution_id=place, standing=Standing.FOUNDING_MEMBER, at=FOUNDING)
    alliance.give_standing(union.store, institution_id=place, standing=Standing.CHAIR, at=Circumstances(day=FIRST))

    assert (union.record(0).standing, union.record(0).standing_since) == (Standing.CHAIR, FIRST)

    alliance.leave(union.store, institution_id=place, at=Circumstances(day=SECOND))
    assert (union.record(0).standing, union.record(0).standing_since) == (None, None)
    assert [union.shown(day).members for day in (FOUNDED, FIRST, SECOND)] == [1, 1, 0]

    union.store.undo()
    assert union.record(0).standing is Standing.CHAIR


def test_a_standing_that_only_the_directory_knows_is_one_entry(union: Union, filling: Filling) -> None:
    with filling() as db:
        row = make_institution(
            db,
            "第七大学",
            "University 7",
            standing=Standing.MEMBER,
            standing_since=FIRST,
            standing_occasion="理事会",
        )
    entry = LedgerEntryId(row.id)

    before = union.shown()
    assert (before.members, before.entries[0].kept, before.entries[0].occasion.side(0)) == (1, False, "理事会")

    alliance.write_entry(union.store, entry_id=entry, text="occasion", tag="en", words="Council meeting")
    kept = union.shown().entries[0]
    assert (kept.id, kept.kept, kept.day, kept.occasion.texts) == (
        str(entry),
        True,
        FIRST,
        ("理事会", "Council meeting"),
    )
    with pytest.raises(ContradictsLedger):
        alliance.admit(union.store, institution_id=InstitutionId(row.id), at=Circumstances(day=SECOND))
    alliance.leave(union.store, institution_id=InstitutionId(row.id), at=Circumstances(day=SECOND))
    assert [union.shown(day).members for day in (FIRST, SECOND)] == [1, 0]


def test_an_entry_only_the_directory_knew_is_removed_with_the_standing(union: Union, filling: Filling) -> None:
    with filling() as db:
        row = make_institution(db, "第七大学", "University 7", standing=Standing.MEMBER)

    alliance.remove_entry(union.store, entry_id=LedgerEntryId(row.id))

    assert union.shown().entries == ()


def test_what_can_not_be_true_is_refused_with_a_way_on(union: Union) -> None:
    place, other = union.places[:2]
    alliance.admit(union.store, institution_id=place, at=Circumstances(day=FIRST))
    before = union.shown()

    with pytest.raises(ContradictsLedger) as twice:
        alliance.admit(union.store, institution_id=place, at=Circumstances(day=SECOND))
    with pytest.raises(ContradictsLedger) as early:
        alliance.leave(union.store, institution_id=place, at=Circumstances(day=FOUNDED))
    with pytest.raises(ContradictsLedger, match="University 1 is no member"):
        alliance.give_standing(union.store, institution_id=other, standing=Standing.CHAIR)
    with pytest.raises(NotPossible, match="at least one"):
        alliance.count_unnamed(union.store, number=0)

    assert str(twice.value) == (
        "University 0 belongs to the alliance already (since Saturday, 7 November 2020). Give it another standing"
        " instead, or enter first that it left."
    )
    assert str(early.value) == (
        "University 0 is no member at that time: an admission has to stand before it. Choose a later day, or enter the"
        " admission first."
    )
    assert union.shown() == before


def test_an_admission_can_not_be_moved_behind_the_leaving(union: Union) -> None:
    entry = alliance.admit(union.store, institution_id=union.places[0], at=Circumstances(day=FOUNDED))
    alliance.leave(union.store, institution_id=union.places[0], at=Circumstances(day=FIRST))

    with pytest.raises(ContradictsLedger):
        alliance.set_entry_time(union.store, entry_id=entry, day=SECOND)
    with pytest.raises(ContradictsLedger):
        alliance.remove_entry(union.store, entry_id=entry)

    alliance.set_entry_time(union.store, entry_id=entry, day=None, year=2019)
    assert union.shown(dt.date(2019, 6, 1)).members == 1


def test_entries_are_edited_in_both_languages(union: Union) -> None:
    entry = alliance.count_unnamed(union.store, number=11, at=Circumstances(year=2022))

    alliance.write_entry(union.store, entry_id=entry, text="resolution", tag="zh-Hans", words="同意吸纳")
    alliance.write_entry(union.store, entry_id=entry, text="resolution", tag="en", words="Admitted unanimously")
    alliance.set_unnamed(union.store, entry_id=entry, number=12)
    alliance.set_entry_standing(union.store, entry_id=entry, standing=Standing.OBSERVER)

    line = union.shown().entries[0]
    assert (line.resolution.texts, line.unnamed) == (("同意吸纳", "Admitted unanimously"), 12)
    assert (union.shown().members, union.shown().observers) == (0, 12)
    assert union.said() == "Edited the ledger of members: 12 without a name"


def test_where_a_file_brought_another_standing_either_side_can_follow(union: Union, filling: Filling) -> None:
    first, second = union.places[:2]
    for place in (first, second):
        alliance.admit(union.store, institution_id=place, at=Circumstances(day=FIRST))
    with filling() as db:
        for place, standing, since in ((first, Standing.OBSERVER, SECOND), (second, None, None)):
            row = db.get(Institution, place)
            assert row is not None
            row.standing, row.standing_since = standing, since
    assert [(one.name.side(1), one.directory, one.ledger) for one in union.shown().differing] == [
        ("University 0", Standing.OBSERVER, Standing.MEMBER),
        ("University 1", None, Standing.MEMBER),
    ]

    standings.follow_directory(union.store, institution_id=first)
    standings.follow_ledger(union.store, institution_id=second)

    assert union.shown().differing == ()
    assert [(line.change, line.standing, line.day) for line in union.shown().entries[-1:]] == [
        (AllianceChange.STANDING, Standing.OBSERVER, SECOND)
    ]
    assert (union.record(0).standing, union.record(1).standing) == (Standing.OBSERVER, Standing.MEMBER)


def test_a_member_that_the_directory_lost_leaves_when_the_ledger_follows(union: Union, filling: Filling) -> None:
    place = union.places[0]
    alliance.admit(union.store, institution_id=place, at=Circumstances(day=FIRST))
    with filling() as db:
        row = db.get(Institution, place)
        assert row is not None
        row.standing = None

    standings.follow_directory(union.store, institution_id=place)

    assert (union.shown().members, union.shown().differing) == (0, ())
    assert union.shown(FIRST).members == 1

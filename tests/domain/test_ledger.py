"""The ledger of members: who belongs to the alliance on a day, and which entries can't be true."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.domain.ledger import Entry, Fault, YearLine, faults, joined, roll, years

ADMITTED, STANDING, LEFT = AllianceChange.ADMITTED, AllianceChange.STANDING, AllianceChange.LEFT
FOUNDED, FIRST, SECOND = dt.date(2018, 10, 20), dt.date(2020, 11, 7), dt.date(2022, 9, 24)


def founding(number: int = 39) -> list[Entry]:
    return [
        Entry(f"f{n}", ADMITTED, institution=f"i{n}", standing=Standing.FOUNDING_MEMBER, day=FOUNDED)
        for n in range(number)
    ]


def counted(number: int, day: dt.date, standing: Standing = Standing.MEMBER) -> Entry:
    return Entry(f"c{day}", ADMITTED, unnamed=number, standing=standing, day=day)


def test_founders_and_two_admissions_make_the_members_of_each_day() -> None:
    entries = [*founding(), counted(2, FIRST), counted(11, SECOND)]
    eve = dt.timedelta(days=1)

    assert [roll(entries, day).members for day in (FOUNDED - eve, FOUNDED, FIRST - eve, FIRST, SECOND)] == [
        0,
        39,
        39,
        41,
        52,
    ]
    now = roll(entries)
    assert (now.members, now.founding, now.later) == (52, 39, 13)
    assert years(entries) == (
        YearLine(2018, 39, 0, 39),
        YearLine(2020, 2, 0, 41),
        YearLine(2022, 11, 0, 52),
    )


def test_an_entry_known_by_its_year_counts_from_the_first_day_of_the_year() -> None:
    entries = [Entry("a", ADMITTED, institution="x", year=2020), Entry("b", ADMITTED, institution="y")]

    assert roll(entries, dt.date(2019, 12, 31)).members == 1
    assert roll(entries, dt.date(2020, 1, 1)).members == 2


def test_a_new_standing_counts_nobody_twice_and_keeps_the_founding() -> None:
    entries = [
        *founding(3),
        Entry("s", STANDING, institution="i0", standing=Standing.CHAIR, day=FIRST),
        Entry("l", LEFT, institution="i1", day=SECOND),
    ]

    now = roll(entries)

    assert dict(now.standings) == {"i0": Standing.CHAIR, "i2": Standing.FOUNDING_MEMBER}
    assert (now.members, now.founding) == (2, 2)


def test_whoever_leads_from_the_first_day_is_a_founder() -> None:
    chair = Entry("chair", ADMITTED, institution="c", standing=Standing.CHAIR, day=FOUNDED)
    late = Entry("late", ADMITTED, institution="d", standing=Standing.SECRETARY_GENERAL, day=SECOND)

    assert roll([*founding(2), chair, late]).founding == 3


def test_observers_are_no_members() -> None:
    now = roll([*founding(2), counted(4, FIRST, Standing.OBSERVER)])

    assert (now.members, now.observers) == (2, 4)


def test_what_can_not_be_true_is_named_and_changes_nothing() -> None:
    entries = [
        *founding(1),
        Entry("again", ADMITTED, institution="i0", day=FIRST),
        Entry("early", LEFT, institution="i9", day=FIRST),
        Entry("many", LEFT, unnamed=3, standing=Standing.MEMBER, day=FIRST),
    ]

    assert faults(entries) == {
        "again": Fault.ADMITTED_TWICE,
        "early": Fault.NOT_A_MEMBER,
        "many": Fault.TOO_FEW_UNNAMED,
    }
    assert roll(entries).members == 1


def test_who_left_can_come_back() -> None:
    entries = [
        *founding(1),
        Entry("l", LEFT, institution="i0", day=FIRST),
        Entry("b", ADMITTED, institution="i0", standing=Standing.MEMBER, day=SECOND),
    ]

    assert faults(entries) == {}
    assert (roll(entries).members, roll(entries).founding) == (1, 0)


@given(
    st.lists(
        st.builds(
            Entry,
            id=st.uuids().map(str),
            change=st.sampled_from(AllianceChange),
            institution=st.sampled_from(["", "a", "b", "c"]),
            unnamed=st.integers(0, 9),
            standing=st.none() | st.sampled_from(Standing),
            day=st.none() | st.dates(dt.date(2015, 1, 1), dt.date(2030, 1, 1)),
            year=st.none() | st.integers(2015, 2030),
            position=st.integers(0, 5),
        ),
        max_size=12,
        unique_by=lambda entry: entry.id,
    ),
    st.dates(dt.date(2014, 1, 1), dt.date(2031, 1, 1)),
)
def test_any_ledger_adds_up(entries: list[Entry], day: dt.date) -> None:
    now = roll(entries, day)

    assert now.members == now.founding + now.later
    assert now.members + now.observers == len(now.standings) + sum(now.unnamed.values())
    assert now.founding >= 0
    assert now.later >= 0
    assert set(now.since) == set(now.standings)
    sound = [entry for entry in entries if entry.id not in faults(entries)]
    assert roll(sound, day) == now


def test_who_joined_is_told_apart_as_the_roll_tells_it() -> None:
    entries = [
        *founding(3),
        Entry("s", ADMITTED, institution="led", standing=Standing.SECRETARY_GENERAL, day=FOUNDED),
        Entry("o", ADMITTED, institution="watching", standing=Standing.OBSERVER, day=FIRST),
        counted(11, SECOND),
        Entry("twice", ADMITTED, institution="i0", standing=Standing.MEMBER, day=SECOND),
        Entry("p", STANDING, institution="watching", standing=Standing.MEMBER, day=SECOND),
    ]

    found = joined(entries)

    assert [(one.entry.id, one.number) for one in found if not one.founding] == [(f"c{SECOND}", 11), ("p", 1)]
    now = roll(entries)
    assert sum(one.number for one in found if one.founding) == now.founding == 4
    assert sum(one.number for one in found if not one.founding) == now.later == 12

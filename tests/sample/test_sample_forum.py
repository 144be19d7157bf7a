"""The sample forum: the same every time, whole in the file, rich in what real forums have, faulty only on purpose."""

import subprocess
import sys
import unicodedata
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import func, inspect, select

from forumplanner import checks, sample
from forumplanner.domain.kinds import Category, OrganiserRole, Role, SessionKind, Severity
from forumplanner.domain.tokens import is_token
from forumplanner.queries import checks as checked
from forumplanner.records import (
    Appearance,
    Badge,
    Base,
    ConsularGuest,
    Delegation,
    Forum,
    Item,
    Journey,
    Organiser,
    Part,
    Participant,
    Person,
    Session,
    SessionRoom,
)
from forumplanner.sample.draft import FORUM
from forumplanner.store import Store

SOURCE = Path(__file__).resolve().parents[2] / "src"
RecordT = TypeVar("RecordT", bound=Base)
Span = tuple[float, float]


def values(record: Base) -> tuple[str, ...]:
    return (type(record).__name__, *(repr(getattr(record, c.key)) for c in inspect(type(record)).column_attrs))


@cache
def built(participants: int = sample.DEFAULT, talks: int | None = None, rooms: int = 4) -> sample.Plan:
    return sample.build(participants, talks=talks, rooms=rooms)


def of(plan: sample.Plan, kind: type[RecordT]) -> list[RecordT]:
    return [record for record in plan.records if isinstance(record, kind)]


@pytest.fixture(scope="module")
def plan() -> sample.Plan:
    return built()


@pytest.mark.parametrize("participants", [150, 240, 1000])
def test_the_same_arguments_give_the_same_records(participants: int) -> None:
    first, second = built(participants), sample.build(participants)

    assert [values(r) for r in first.records] == [values(r) for r in second.records]


def test_keys_are_unique(plan: sample.Plan) -> None:
    keys = [(type(r).__name__, r.id) for r in plan.records]  # type: ignore[attr-defined]  # every sample record is keyed

    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("participants", [150, 240, 599, 600, 1000])
def test_there_are_as_many_participants_as_asked_for(participants: int) -> None:
    assert sample.answer_key(participants).participants == participants


def test_the_default_sample_is_as_its_answer_key_says() -> None:
    key = sample.answer_key()

    assert (key.delegations, len(key.countries), key.consular_posts, key.parallel_forums) == (11, 12, 5, 4)
    assert (key.talks, key.provisional, key.placeholders) == (32, 5, 2)
    assert key.missing_english == ("PF-C-1-01", "PF-C-2-02")
    assert key.needs_review == ("PF-A-1-03",)
    assert set(key.categories) == set(Category)


def test_the_large_sample_is_the_forum_of_a_thousand() -> None:
    key = sample.answer_key(1000)

    assert (key.delegations, len(key.countries), key.consular_posts, key.parallel_forums) == (11, 12, 5, 4)
    assert (key.talks, key.provisional) == (60, 17)


def test_the_sample_grows_to_three_hundred_talks_in_thirty_rooms() -> None:
    key = sample.answer_key(1000, talks=300, rooms=30)

    assert (key.talks, key.parallel_forums) == (300, 30)


@pytest.mark.parametrize(
    ("participants", "talks", "rooms"), [(149, None, 4), (20_001, None, 4), (240, 3, 4), (240, 200, 4), (240, None, 3)]
)
def test_an_impossible_size_is_refused_in_one_sentence(participants: int, talks: int | None, rooms: int) -> None:
    with pytest.raises(sample.SampleRefused, match=r"Choose|need"):
        sample.build(participants, talks=talks, rooms=rooms)


def test_every_script_of_the_region_occurs_as_a_native_name(plan: sample.Plan) -> None:
    scripts = {unicodedata.name(c).split()[0] for p in of(plan, Person) for c in p.name.native if c.isalpha()}

    assert scripts == {
        "THAI", "LAO", "MYANMAR", "KHMER", "LATIN", "BENGALI", "DEVANAGARI", "SINHALA", "TAMIL", "ARABIC", "CYRILLIC",
    }  # fmt: skip


def test_difficult_names_are_there(plan: sample.Plan) -> None:
    names = [p.name for p in of(plan, Person)]

    assert max(len(n.latin) for n in names) == 60
    assert any(" " not in n.latin for n in names)  # a mononym
    assert {"李𬭎", "方龑", "欧阳若水", "沈砚"} <= {n.zh for n in names}
    assert len([n for n in names if n.zh == "王敏"]) == 2


def test_names_are_kept_tidy(plan: sample.Plan) -> None:
    assert [p.name for p in of(plan, Person) if p.name != p.name.tidied()] == []


def test_the_forum_has_two_titles_and_four_ranks_of_organisers(plan: sample.Plan) -> None:
    (forum,) = of(plan, Forum)
    ranks = [o.role for o in of(plan, Organiser) if o.track_id is None]

    assert len(forum.titles) == 2
    assert {r: ranks.count(r) > 1 for r in ranks} == dict.fromkeys(
        (OrganiserRole.HOST, OrganiserRole.GUIDANCE, OrganiserRole.ORGANIZER, OrganiserRole.COORGANIZER), True
    )


def test_consulates_promise_somebody_without_a_name(plan: sample.Plan) -> None:
    assert [g.code for g in of(plan, ConsularGuest) if g.participant_id is None] == ["G-MM", "G-KH", "G-VN", "G-MM-2"]


def test_each_delegation_has_one_head_and_all_but_one_a_liaison_officer(plan: sample.Plan) -> None:
    heads = [p.delegation_id for p in of(plan, Participant) if p.role_in_delegation == "head"]

    assert sorted(map(str, heads)) == sorted(str(d.id) for d in of(plan, Delegation))
    assert [d.country for d in of(plan, Delegation) if d.liaison_id is None] == ["RU"]


def test_everybody_has_a_badge_of_their_own(plan: sample.Plan) -> None:
    badges = of(plan, Badge)
    owners = [str(badge.participant_id) for badge in badges if badge.participant_id]

    assert sorted(owners) == sorted(str(participant.id) for participant in of(plan, Participant))
    assert all(is_token(badge.token) for badge in badges)
    assert len({badge.token for badge in badges}) == len({badge.number for badge in badges}) == len(badges)


def test_mail_addresses_lead_nowhere(plan: sample.Plan) -> None:
    mails = [mail for p in of(plan, Person) for mail in p.emails]

    assert len(set(mails)) == len(mails)
    assert [mail for mail in mails if not mail.endswith(".example")] == []


def spans(plan: sample.Plan) -> dict[str, Span]:
    """Start and end of each part and item by its code, flowing from one item to the next."""
    found: dict[str, Span] = {}
    for part in of(plan, Part):
        if part.starts_at is None or part.ends_at is None:
            continue
        found[part.code] = (part.starts_at.timestamp(), part.ends_at.timestamp())
        now = part.starts_at.timestamp()
        for item in (i for i in of(plan, Item) if i.part_id == part.id):
            now = item.starts_at.timestamp() if item.starts_at else now
            found[item.code] = (now, now + (item.minutes or 0) * 60)
            now += (item.minutes or 0) * 60
    return found


@pytest.mark.parametrize("participants", [240, 1000])
def test_items_follow_each_other_and_fill_their_part(participants: int) -> None:
    plan = built(participants)
    times = spans(plan)
    for part in of(plan, Part):
        items = [times[i.code] for i in of(plan, Item) if i.part_id == part.id]
        if items:
            assert (items[0][0], items[-1][1]) == times[part.code]
            assert [a[1] for a, _ in pairwise(items)] == [b[0] for _, b in pairwise(items)]


@pytest.mark.parametrize(("participants", "talks", "rooms"), [(240, None, 4), (1000, None, 4), (1000, 300, 30)])
def test_nobody_is_in_two_sessions_at_once_but_on_purpose(participants: int, talks: int | None, rooms: int) -> None:
    plan = built(participants, talks, rooms)
    times, item_codes = spans(plan), {i.id: i.code for i in of(plan, Item)}
    part_codes = {p.id: p.code for p in of(plan, Part)}
    tasks: dict[object, list[str]] = {}
    for a in of(plan, Appearance):
        if a.participant_id:
            code = item_codes[a.item_id] if a.item_id else part_codes[a.part_id]  # type: ignore[index]  # one of both is set
            tasks.setdefault(a.participant_id, []).append(code)

    clashes = [
        ((a, b), round((min(times[a][1], times[b][1]) - max(times[a][0], times[b][0])) / 60))
        for codes in tasks.values()
        for a, b in combinations(sorted(codes), 2)
        if a.rsplit("-", a.count("-") - 1)[0] != b.rsplit("-", b.count("-") - 1)[0]
        and times[a][0] < times[b][1]
        and times[b][0] < times[a][1]
    ]

    assert clashes == [(("PF-A-2", "PF-B-2-01"), 20)]


@pytest.mark.parametrize(("participants", "talks", "rooms"), [(240, None, 4), (1000, None, 4), (1000, 300, 30)])
def test_no_room_is_used_twice_at_once_but_on_purpose(participants: int, talks: int | None, rooms: int) -> None:
    plan = built(participants, talks, rooms)
    timed = {s.id: s for s in of(plan, Session) if s.starts_at and s.ends_at}
    uses = [(u.room_id, timed[u.session_id]) for u in of(plan, SessionRoom) if u.session_id in timed]

    clashes = [
        {a.code, b.code}
        for (room, a), (other, b) in combinations(uses, 2)
        if room == other and a.starts_at < b.ends_at and b.starts_at < a.ends_at  # type: ignore[operator]  # timed
    ]

    assert clashes == [{"BRIEF", "PF-A"}]


def test_one_speaker_lands_after_her_own_talk(plan: sample.Plan) -> None:
    times, items = spans(plan), {i.id: i.code for i in of(plan, Item)}
    landing = {j.participant_id: j.at.timestamp() for j in of(plan, Journey) if j.direction == "arrival" and j.at}

    late = [
        items[a.item_id]
        for a in of(plan, Appearance)
        if a.item_id
        and a.role is Role.SPEAKER
        and a.participant_id in landing
        and landing[a.participant_id] > times[items[a.item_id]][0]
    ]

    assert late == ["PF-C-1-02"]


def test_the_programme_keeps_odd_minutes_and_sessions_without_a_time(plan: sample.Plan) -> None:
    starts = {i.starts_at.strftime("%H:%M") for i in of(plan, Item) if i.starts_at}

    assert "01:28" in starts  # 09:28 in Beijing
    assert [s.code for s in of(plan, Session) if s.starts_at is None] == ["WALK"]
    assert {s.kind for s in of(plan, Session)} >= {
        SessionKind.OPENING, SessionKind.KEYNOTES, SessionKind.PARALLEL, SessionKind.WORK_MEETING,
        SessionKind.CLOSING, SessionKind.BANQUET, SessionKind.VISIT, SessionKind.REGISTRATION,
    }  # fmt: skip


def test_writing_is_one_step_that_one_undo_takes_back(tmp_path: Path) -> None:
    with_sample = Store.create(tmp_path / "sample.forumplanner", actor="Lin")
    sample.write(with_sample)
    with with_sample.read() as session:
        written = session.scalar(select(func.count()).select_from(Participant))
    steps = [step.kind for step in with_sample.history()]
    with_sample.undo()
    with with_sample.read() as session:
        left = session.scalar(select(func.count()).select_from(Participant))
    with_sample.close()

    assert (written, steps, left) == (240, ["make_sample"], 0)


def test_every_run_of_the_program_makes_the_same_sample() -> None:
    code = (
        "import hashlib; from sqlalchemy import inspect; from forumplanner import sample; "
        "rows = [[repr(getattr(r, c.key)) for c in inspect(type(r)).column_attrs] for r in sample.build(150).records]; "
        "print(hashlib.sha256(repr(rows).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(SOURCE)},
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


@pytest.mark.parametrize(("participants", "talks", "rooms"), [(240, None, 4), (1000, None, 4), (1000, 300, 30)])
def test_the_checks_find_the_planted_faults_and_no_other_error(
    tmp_path: Path, participants: int, talks: int | None, rooms: int
) -> None:
    with Store.create(tmp_path / "sample.forumplanner", actor="Lin") as store:
        sample.write(store, participants, talks=talks, rooms=rooms)
        with store.read() as db:
            found = checks.run(checked.load(db, forum_id=FORUM))
    planted = sample.answer_key(participants, talks=talks, rooms=rooms).planted

    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    assert [(str(f.kind), f.minutes) for f in errors[:2]] == [("head_overlap", 20), ("room_overlap", 10)]
    assert [str(f.kind) for f in errors[2:]] == ["arrives_after"]
    assert [fault.minutes for fault in planted[:2]] == [20, 10]

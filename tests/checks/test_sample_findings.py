"""The faults planted in the sample forum are found, each with its minutes, and no others of their kind."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from forumplanner import checks, sample
from forumplanner.queries import checks as query
from forumplanner.records import Forum, Item, Part, Participant, Session
from forumplanner.snapshots.findings import Finding, FindingKind, SubjectKind
from forumplanner.store import Store

PLANTED = {
    "head_twice": FindingKind.HEAD_OVERLAP,
    "room_twice": FindingKind.ROOM_OVERLAP,
    "arrives_late": FindingKind.ARRIVES_AFTER,
    "not_interpreted": FindingKind.INTERPRETATION_OPEN,
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.create(tmp_path_factory.mktemp("sample") / "sample.forumplanner", actor="Lin") as made:
        sample.write(made)
        yield made


@pytest.fixture(scope="module")
def findings(store: Store) -> list[Finding]:
    with store.read() as db:
        return checks.run(query.load(db, forum_id=db.scalars(select(Forum.id)).one()))


@pytest.fixture(scope="module")
def codes(store: Store) -> dict[str, str]:
    """The code of each participant, and of the session in which each part and item stands."""
    with store.read() as db:
        found = {str(key): code for key, code in db.execute(select(Participant.id, Participant.code))}
        found |= {str(key): code for key, code in db.execute(select(Session.id, Session.code))}
        parts = select(Part.code, Session.code).join(Session, Session.id == Part.session_id)
        found |= {part: session for part, session in db.execute(parts) if part}
        items = select(Item.code, Session.code).join(Part, Part.id == Item.part_id).join(Session)
        return found | {item: session for item, session in db.execute(items) if item}


@pytest.mark.parametrize("planted", sample.answer_key().planted, ids=lambda planted: planted.kind)
def test_a_planted_fault_is_found_once_with_its_minutes(
    planted: sample.Planted, findings: list[Finding], codes: dict[str, str]
) -> None:
    (finding,) = [f for f in findings if f.kind is PLANTED[planted.kind]]
    sessions = {codes[s.id] for s in finding.subjects if s.type is SubjectKind.SESSION}
    people = [codes[s.id] for s in finding.subjects if s.type is SubjectKind.PARTICIPANT]

    assert sessions == {codes.get(place, place) for place in planted.where}
    assert people == ([planted.person] if planted.person else [])
    assert planted.minutes in {finding.minutes, 0}  # some faults are planted without a figure


def test_nothing_is_found_that_the_answer_key_does_not_know(findings: list[Finding]) -> None:
    known = {
        *PLANTED.values(),
        FindingKind.TRANSLATION_MISSING,
        FindingKind.TRANSLATION_STALE,
        FindingKind.PLACEHOLDER_OPEN,
        FindingKind.APPEARANCE_PROVISIONAL,
        FindingKind.SESSION_WITHOUT_TIME,  # the walk-through on stage
    }

    assert {finding.kind for finding in findings} == known


def test_missing_and_stale_english_are_those_of_the_answer_key(findings: list[Finding], store: Store) -> None:
    key = sample.answer_key()
    with store.read() as db:
        code_of = {str(item): code for item, code in db.execute(select(Item.id, Item.code))}

    def items(kind: FindingKind) -> list[str]:
        subjects = (s for f in findings if f.kind is kind for s in f.subjects if s.type is SubjectKind.ITEM)
        return sorted(code_of[subject.id] for subject in subjects)

    assert items(FindingKind.TRANSLATION_MISSING) == list(key.missing_english)
    assert items(FindingKind.TRANSLATION_STALE) == list(key.needs_review)

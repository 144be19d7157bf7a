"""The sample's ceremonies: cues at every item, acts with their own people, and one name that no longer belongs."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from forumplanner import sample
from forumplanner.domain.kinds import CueKind, ItemKind, Role
from forumplanner.queries import running_order
from forumplanner.records import Forum
from forumplanner.snapshots.running_order import RunningOrder, RunningSession
from forumplanner.store import Store


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningOrder]:
    with Store.create(tmp_path_factory.mktemp("sample") / "sample.forumplanner", actor="Lin") as store:
        sample.write(store)
        with store.read() as db:
            yield running_order.load(db, forum_id=db.scalars(select(Forum.id)).one())


def ceremony(order: RunningOrder, code: str) -> RunningSession:
    return next(session for session in order.sessions if session.code == code)


def test_every_item_of_the_opening_has_cues_in_both_languages(order: RunningOrder) -> None:
    items = ceremony(order, "OPEN").items

    assert [item.number for item in items if not item.cues] == []
    assert [cue for item in items for cue in item.cues if not all(cue.text)] == []
    assert {cue.kind for item in items for cue in item.cues} == set(CueKind)


def test_two_agreements_are_signed_by_a_pair_each(order: RunningOrder) -> None:
    (signing,) = [item for item in ceremony(order, "CLOSE").items if item.kind is ItemKind.SIGNING]
    pairs = [[p.shown for p in signing.people if p.act == act.id and p.role is Role.SIGNATORY] for act in signing.acts]

    assert [len(pair) for pair in pairs] == [2, 2]
    assert all(name in signing.template[0] for pair in pairs for name in pair)


def test_each_visiting_professor_is_appointed_in_an_act_of_their_own(order: RunningOrder) -> None:
    (appointment,) = [item for item in ceremony(order, "OPEN").items if item.kind is ItemKind.APPOINTMENT]

    assert [sum(p.act == act.id for p in appointment.people) for act in appointment.acts] == [1, 1]
    assert "受聘护理学院客座教授的是：越南" in appointment.template[0]


def test_one_script_names_a_guest_who_was_replaced(order: RunningOrder) -> None:
    stale = {item.number: item.stale for session in order.sessions for item in session.items if item.stale}

    assert stale == {7: ("威拉特马贾", "Wiratmaja")}


def test_some_words_are_written_by_hand_and_some_in_one_language_only(order: RunningOrder) -> None:
    written = {item.number: tuple(map(bool, item.own)) for item in ceremony(order, "OPEN").items if any(item.own)}

    assert written == {3: (True, True), 7: (True, True), 9: (True, False)}


def test_the_host_has_words_for_every_item_of_the_forum(order: RunningOrder) -> None:
    assert [item.id for session in order.sessions for item in session.items if not all(item.words)] == []


def test_nobody_is_called_comrade_and_no_consul_excellency(order: RunningOrder) -> None:
    words = "".join(item.words[0] for session in order.sessions for item in session.items)

    assert ("同志" in words, "阁下" in words) == (False, False)

"""Whatever a secretary does, undoes and redoes, in however many sittings, the file holds what it held at that point."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy import event

from forumplanner.domain.kinds import StepKind
from forumplanner.store import BringBackRefused, StepRefused, Store, UndoRefused
from store.secretary import ACTIONS, Action, Chance, fill
from store.tables import Dump, dump
from store.witness import Witness


class AnyHistory(RuleBasedStateMachine):
    """`_states` holds the file's contents after each step that stands or can be redone; `_at` is where we are."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "any.forumplanner"
        self._watch(Store.create(self._path, actor="Lin"))
        self._agreed = 0

    def _watch(self, store: Store) -> None:
        self._store = store
        self._witness = Witness(store)
        event.listen(store._engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))  # no power is cut

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        with self._store.step(StepKind.MAKE_SAMPLE) as db:
            fill(db, Chance(seed))
        self._states = [dump(self._path)]
        self._at = 0
        self._before: dict[int, Dump] = {}

    @rule(action=st.sampled_from(ACTIONS), seed=st.integers(0, 2**32))
    def act(self, action: Action, seed: int) -> None:
        head = self._store.head()
        try:
            with self._store.step(StepKind.OTHER, action=action.__name__) as db:
                action(db, Chance(seed))
        except StepRefused:
            assert self._store.head() == head
        if self._store.head() != head:
            self._remember()
        self._require(self._states[self._at])

    def _remember(self) -> None:
        self._before[self._store.head()[0]] = self._states[self._at]
        self._states = [*self._states[: self._at + 1], dump(self._path)]
        self._at += 1

    @rule(seed=st.integers(0, 2**32))
    def take_back_an_older_step(self, seed: int) -> None:
        """What was said before is what is done; a refusal changes nothing, and the others' rows stay."""
        number = Chance(seed).randint(1, self._store.head()[0])
        refusal = self._store.can_undo_step(number)
        if refusal is None:
            self._store.undo_step(number)
            self._remember()
        else:
            with pytest.raises(UndoRefused, match=re.escape(str(refusal))):
                self._store.undo_step(number)
        self._require(self._states[self._at])

    @rule(seed=st.integers(0, 2**32))
    def go_back(self, seed: int) -> None:
        """The file holds what it held before that step, and all that goes was told."""
        number = Chance(seed).randint(2, max(2, self._store.head()[0]))
        if self._before.get(number) is None:
            return
        told = self._store.steps_after(number)
        made = self._store.go_back_before(number)
        if made is not None:
            self._remember()
            assert made.values["turned"] == ",".join(str(step.id) for step in told)
        if told and told[-1].id == number:
            assert self._states[self._at] == self._before[number]
        self._require(self._states[self._at])

    @rule(seed=st.integers(0, 2**32))
    def bring_back(self, seed: int) -> None:
        """What comes back is whole, nothing else changes, and it is told no more as removed."""
        removed = self._store.removed()
        if not removed:
            return
        thing = Chance(seed).choice(removed)
        refusal = self._store.can_bring_back(thing.step.id)
        before = self._states[self._at]
        if refusal is None:
            made = self._store.bring_back(thing.step.id)
            self._remember()
            assert thing.step.id not in [one.step.id for one in self._store.removed()]
            after = self._states[self._at]
            came = sum(len(after[name]) - len(before[name]) for name in after)
            assert came == made.values["rows"] == sum(1 + len(row.along) for row in thing.rows)
        else:
            with pytest.raises(BringBackRefused, match=re.escape(str(refusal))):
                self._store.bring_back(thing.step.id)
        self._require(self._states[self._at])

    @rule()
    def undo(self) -> None:
        if self._at:
            assert self._store.undo() is not None
            self._at -= 1
        self._require(self._states[self._at])

    @rule()
    def redo(self) -> None:
        redone = self._store.redo()
        assert (redone is None) == (self._at == len(self._states) - 1)
        self._at += redone is not None
        self._require(self._states[self._at])

    @rule()
    def come_back_tomorrow(self) -> None:
        self._store.close()
        self._agreed += self._witness.agreed
        self._watch(Store.open(self._path, actor="Lin"))

    def _require(self, state: Dump) -> None:
        assert dump(self._path) == state

    def teardown(self) -> None:
        """All the way back, in a new sitting, and all the way forward again."""
        self.come_back_tomorrow()
        for state in reversed(self._states[: self._at]):
            assert self._store.undo() is not None
            self._require(state)
        self.come_back_tomorrow()
        for state in self._states[1:]:
            assert self._store.redo() is not None
            self._require(state)
        assert self._store.redo() is None
        assert self._store.verify() == []
        self._store.close()
        assert self._agreed + self._witness.agreed >= len(self._states)
        self._folder.cleanup()


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)

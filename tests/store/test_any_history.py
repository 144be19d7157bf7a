"""Whatever a secretary does, undoes and redoes, in however many sittings, the file holds what it held at that point."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy import event

from forumplanner.domain.kinds import StepKind
from forumplanner.store import StepRefused, Store
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

    @rule(action=st.sampled_from(ACTIONS), seed=st.integers(0, 2**32))
    def act(self, action: Action, seed: int) -> None:
        head = self._store.head()
        try:
            with self._store.step(StepKind.OTHER, action=action.__name__) as db:
                action(db, Chance(seed))
        except StepRefused:
            assert self._store.head() == head
        if self._store.head() != head:
            self._states = [*self._states[: self._at + 1], dump(self._path)]
            self._at += 1
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

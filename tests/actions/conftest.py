"""An empty planner file for verbs to work on."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from forumplanner.store import Store
from planner_file import Filling, filling_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "test.forumplanner", actor="Lin")
    yield made
    made.close()


@pytest.fixture
def filling(store: Store) -> Filling:
    return partial(filling_of, store)

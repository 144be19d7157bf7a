"""A planner file for each test, every step of it watched by an independent witness."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumplanner.store import Store
from store.odd_records import ODD
from store.witness import Witness


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "云岭论坛 #1 100%.forumplanner"


@pytest.fixture
def planner(file: Path) -> Iterator[Store]:
    """A new planner file with the program's own records."""
    store = Store.create(file, actor="Lin")
    Witness(store)
    yield store
    store.close()


@pytest.fixture
def odd(file: Path) -> Iterator[Store]:
    """A new planner file with `odd_records`."""
    store = Store.create(file, actor="Lin", schema=ODD)
    Witness(store)
    yield store
    store.close()

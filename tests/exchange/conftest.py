"""An empty planner file for imports to go into."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumplanner.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "test.forumplanner", actor="Lin")
    yield made
    made.close()

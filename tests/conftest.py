"""What every test starts from: Qt offscreen, the interface in English, the user's folders in a scratch place."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from forumplanner import i18n, paths

# Search anew at every desk; a run that others wait for searches where it searched before.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def interface_in_english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture(autouse=True)
def own_user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Backups, settings and remembered heads of a test never meet those of this computer's user."""
    folder = tmp_path_factory.mktemp("user-data")
    monkeypatch.setattr(paths, "user_data", lambda: folder)
    return folder

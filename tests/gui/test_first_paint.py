"""Slow libraries wait for the first paint: a fresh process shows the window and tells what it loaded."""

import json
import subprocess
import sys

SLOW = {"sqlalchemy", "reportlab", "icalendar", "openpyxl", "alembic", "pypdfium2", "uharfbuzz", "babel", "pypinyin"}

CODE = """
import json, sys
from forumplanner import app, settings
application = app.make_application()
window = app.make_window(settings.load())
window.painted.connect(lambda: (print(json.dumps(sorted(sys.modules))), application.quit()))
window.show()
application.exec()
"""


def test_nothing_slow_is_loaded_at_the_first_paint(tmp_path_factory: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        text=True,
        check=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src", "HOME": "/nonexistent", "LANG": "zh_CN.UTF-8"},
    )
    loaded = {name.split(".")[0] for name in json.loads(done.stdout)}

    assert loaded & SLOW == set()
    assert "PySide6" in loaded

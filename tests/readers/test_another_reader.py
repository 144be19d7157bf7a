"""What ical.js, a reader written by others in another language, makes of our calendars: zones, words, revisions."""

import json
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from readers.made import HOSTILE, STAMP, ZONES, calendars, invitation

HERE = Path(__file__).parent
NODE = shutil.which("node")
READY = bool(NODE) and (HERE / "node_modules" / "ical.js").is_dir()
if not READY:
    warnings.warn("ical.js is not installed (make readers): a second reader of calendars is NOT tested", stacklevel=1)

pytestmark = pytest.mark.skipif(not READY, reason="ical.js is not installed: make readers")


def read(data: bytes) -> dict[str, object]:
    assert NODE
    done = subprocess.run([NODE, "read.mjs"], cwd=HERE, input=data, capture_output=True, check=True)
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize("zone", ZONES)
def test_every_wall_clock_from_2024_to_2030_is_the_instant_of_the_zone_database(zone: str) -> None:
    for data, instants in calendars(zone):
        events = read(data)["events"]
        assert isinstance(events, list)
        assert [(one["start"], one["end"]) for one in events] == instants


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(HOSTILE)
def test_words_come_back_as_they_were_written(summary: str) -> None:
    assert read(invitation(summary + r" \N \; , ;")) == {
        "method": "REQUEST",
        "events": [
            {
                "uid": "u@y.example",
                "sequence": 7,
                "summary": summary + r" \N \; , ;",
                "start": STAMP.timestamp(),
                "end": STAMP.timestamp() + 3600,
            }
        ],
    }

"""Serial numbers of a register (证字第2026-0012号): the next one, and where a row of them has gaps or twins."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_LAST_DIGITS: Final = re.compile(r"^(.*?)([0-9]+)([^0-9]*)$", re.DOTALL)
USUAL: Final = "证字第{year}-0001号"
"""The first number of a register that has none yet."""


@dataclass(frozen=True, slots=True)
class Serial:
    """A number taken apart at its last run of digits: what stands before, the count with its width, what follows."""

    before: str
    count: int
    width: int
    after: str

    @classmethod
    def of(cls, text: str) -> "Serial | None":
        """Take a number apart; None where it holds no digit."""
        found = _LAST_DIGITS.match(text.strip())
        if found is None:
            return None
        before, digits, after = found.groups()
        return cls(before, int(digits), len(digits), after)

    def at(self, count: int) -> str:
        """The number of the same row with another count."""
        return f"{self.before}{count:0{self.width}d}{self.after}"


@dataclass(frozen=True, slots=True)
class SerialFaults:
    """Numbers that a row leaves out (at most `MOST_GAPS` a row), and numbers given twice, each as it is written."""

    gaps: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()


MOST_GAPS: Final = 20


def next_number(numbers: Iterable[str], *, year: int, like: str = "") -> str:
    """The number after the highest of the row that `like` begins, else of the row of the last number written.

    A row that names another year begins anew at 1 in `year`. Without any number the usual form is taken.
    """
    known = [serial for text in numbers if (serial := Serial.of(text))]
    model = Serial.of(like) or (known[-1] if known else None)
    if model is None:
        return USUAL.format(year=year)
    old = re.search(r"(19|20)[0-9]{2}(?![0-9])", model.before)
    if old and int(old.group()) != year and not like:
        before = f"{model.before[: old.start()]}{year}{model.before[old.end() :]}"
        model = Serial(before, 0, model.width, model.after)
    row = [one.count for one in known if (one.before, one.after) == (model.before, model.after)]
    return model.at(max(row, default=0) + 1)


def faults_of(numbers: Iterable[str]) -> SerialFaults:
    """Gaps and twins in each row of numbers; a row is what stands before and after the count."""
    written = [text.strip() for text in numbers if text.strip()]
    twins = tuple(sorted(text for text, times in Counter(written).items() if times > 1))
    rows: defaultdict[tuple[str, str], list[Serial]] = defaultdict(list)
    for text in written:
        if (serial := Serial.of(text)) is not None:
            rows[serial.before, serial.after].append(serial)
    gaps = [gap for row in rows.values() for gap in _gaps(row)]
    return SerialFaults(tuple(gaps), twins)


def _gaps(row: list[Serial]) -> list[str]:
    known = {serial.count for serial in row}
    model = min(row, key=lambda serial: serial.count)
    missing: list[str] = []
    for count in range(min(known), max(known)):
        if count not in known:
            missing.append(model.at(count))
        if len(missing) == MOST_GAPS:
            break
    return missing

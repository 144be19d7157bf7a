"""Measures speed, memory and size against the bars, and against Typst doing the same work in the same run.

    python tools/bench.py [--rounds N]

Each figure is the best of N fresh processes, ours and Typst's in turn, so that a busy machine disturbs both alike.
"Papers alone" loads a snapshot from JSON and imports nothing but `documents`. Needs a Unix system (wait4) and typst.
Exit code 1 where a bar is missed.
"""

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
PIECES = ROOT / "tools" / "bench_work.py"
CHECKS = ROOT / "tools" / "bench_checks.py"
CHANGES = ROOT / "tools" / "bench_changes.py"
DELEGATIONS = ROOT / "tools" / "bench_delegations.py"
NUMBERS = ROOT / "tools" / "bench_numbers.py"
DUPLICATES = ROOT / "tools" / "bench_duplicates.py"
PEOPLE = ROOT / "tools" / "bench_people.py"
ORDERS = ROOT / "tools" / "bench_orders.py"
GUESTS = ROOT / "tools" / "bench_guests.py"
INVITATIONS = ROOT / "tools" / "bench_invitations.py"
ALLIANCE = ROOT / "tools" / "bench_alliance.py"
ITINERARIES = ROOT / "tools" / "bench_itineraries.py"
MAIL = ROOT / "tools" / "bench_mail.py"
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT / "src"),
    "XDG_DATA_HOME": str(WORK / "user"),
    "QT_QPA_PLATFORM": "offscreen",
}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode; the first run makes it

AGENDAS = (
    ("repeated", "days", 1.0),
    ("different", "days", 1.8),
    ("repeated", "whole", None),
    ("different", "whole", None),
)
"""Texts, parts and the most that ours may take of Typst's time. Both set the same texts; cover and glance have no bar,
since ours draws QR codes and searches for the best heights there, and Typst's source does neither.
"""

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Run:
    """One fresh process: wall-clock seconds, processor seconds, peak memory (MB), what it wrote (kB).

    Processor seconds have no bar; beside them one sees how busy the machine was.
    """

    seconds: float
    busy: float = 0.0
    megabytes: float = 0.0
    kilobytes: float = 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    """The most that something may take; None where there is no bar. `ratio`: our seconds to the other's."""

    seconds: float | None = None
    megabytes: float | None = None
    kilobytes: float | None = None
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; `other`: Typst, or for the window a bare one."""

    name: str
    run: Run
    bar: Bar
    other: Run | None = None

    @property
    def ratio(self) -> float | None:
        """Our seconds to the other's."""
        return self.run.seconds / self.other.seconds if self.other else None

    def pairs(self) -> tuple[tuple[float | None, float | None], ...]:
        """Each figure with its bar."""
        run, bar = self.run, self.bar
        return (
            (run.seconds, bar.seconds),
            (run.megabytes, bar.megabytes),
            (run.kilobytes, bar.kilobytes),
            (self.ratio, bar.ratio),
        )

    @property
    def missed(self) -> bool:
        """Whether any bar is missed."""
        return any(bar is not None and (value is None or value > bar) for value, bar in self.pairs())


def piece(name: str, *arguments: str | Path) -> Command:
    """The command that runs one piece of work."""
    return [sys.executable, PIECES, name, *arguments]


def planner(*arguments: str | Path) -> Command:
    """A whole command of the program's."""
    return [sys.executable, "-m", "forumplanner", "--language", "en", *arguments]


def run(command: Command, out: Path | None = None) -> Run:
    """Run a command to its end; `out` is the file or folder that it writes anew."""
    if out is not None:
        shutil.rmtree(out, ignore_errors=True) if out.is_dir() else out.unlink(missing_ok=True)
    started = time.perf_counter()
    running = subprocess.Popen(
        list(map(str, command)), env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(running.pid, 0)
    seconds = time.perf_counter() - started
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        print(f"This did not work: {' '.join(map(str, command))}", file=sys.stderr)
        return Run(math.inf)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, _size(out))


def _size(out: Path | None) -> float:
    files = [] if out is None else list(out.iterdir()) if out.is_dir() else [out]
    return sum(file.stat().st_size for file in files) / 1000


def first_paint(name: str) -> Run:
    """From the start of a process to the paint of its window that the piece tells of."""
    started = time.time()
    said = subprocess.run(list(map(str, piece(name))), env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return Run(float(said.stdout.split()[-1]) - started)


def best(rounds: int, *makers: Callable[[], Run]) -> list[Run]:
    """The best of several rounds of each, taken in turn."""
    runs = [[make() for make in makers] for _round in range(rounds)]
    return [min((turn[n] for turn in runs), key=lambda one: one.seconds) for n in range(len(makers))]


def window_lines(rounds: int) -> Iterator[Line]:
    """Start-up, beside a bare window."""
    ours, bare = best(rounds + 2, lambda: first_paint("our_window"), lambda: first_paint("bare_window"))
    yield Line("window: first paint (beside a bare window)", ours, Bar(ratio=1.5), bare)
    (ready,) = best(rounds, lambda: first_paint("our_furnished_window"))
    yield Line("window: welcome page, ready to be used", ready, Bar())


def paper_lines(rounds: int) -> Iterator[Line]:
    """Papers alone, beside Typst; then whole commands."""
    pdf, other = WORK / "ours.pdf", WORK / "typst.pdf"
    ours, typst = best(
        rounds,
        lambda: run(piece("badges", WORK / "badges.json", pdf), pdf),
        lambda: run(piece("typst_badges", WORK, other), other),
    )
    yield Line("1,000 badges, paper alone", ours, Bar(1.5, 90, 700, ratio=1.0), typst)
    for name, parts, allowed in AGENDAS:
        source, made = WORK / f"{name}.json", WORK / f"agenda-{name}-{parts}.pdf"
        work = piece("agenda", source, made, parts)
        others = piece("typst_agenda", source, other, parts)
        ours, typst = best(
            rounds,
            lambda work=work, made=made: run(work, made),  # type: ignore[misc]  # bound now
            lambda others=others: run(others, other),  # type: ignore[misc]  # as above
        )
        what = "whole agenda" if parts == "whole" else "day tables"
        yield Line(f"{what} of 300 talks, texts {name}", ours, Bar(ratio=allowed), typst)
    for name, file in (("badges", "forum"), ("agenda", "large")):
        command = planner("export", WORK / f"{file}.forumplanner", name, "--out", pdf)
        (whole,) = best(rounds, lambda command=command: run(command, pdf))  # type: ignore[misc]  # as above
        yield Line(f"whole command: export {name}", whole, Bar(2.5))


def file_lines(rounds: int) -> Iterator[Line]:
    """Calendars and the import of a workbook."""
    folder, book, new = WORK / "calendars", WORK / "workbook.xlsx", WORK / "imported.forumplanner"
    (alone,) = best(rounds, lambda: run(piece("calendars", WORK / "calendars.json", folder), folder))
    yield Line("1,000 calendars of 10 events, written", alone, Bar(2.0))
    command = planner("export", WORK / "forum.forumplanner", "calendar", "--out", folder)
    (whole,) = best(rounds, lambda: run(command, folder))
    yield Line("whole command: export calendar", whole, Bar())
    (export,) = best(1, lambda: run(planner("export", WORK / "forum.forumplanner", "workbook", "--out", book), book))
    yield Line("whole command: export workbook", export, Bar())
    (imported,) = best(rounds, lambda: run(planner("import", new, book), new))
    yield Line("whole command: import of 1,000 participants", imported, Bar(5.0))


def people_lines() -> Iterator[Line]:
    """The list of 10,000 people."""
    command = list(map(str, piece("people", WORK / "crowd.forumplanner")))
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    bars = {"read": None, "open": 0.1, "sort": 0.05, "first key": None, "filter": 0.05}
    for what, bar in bars.items():
        yield Line(f"10,000 people: {what}", Run(spent[what] / 1000), Bar(bar))


def directory_lines() -> Iterator[Line]:
    """The page of 5,000 people: the list with its inspector."""
    command = [sys.executable, str(PEOPLE), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"read": None, "show": None, "open": 0.15, "next person": 0.05}.items():
        yield Line(f"page of 5,000 people: {what}", Run(spent[what] / 1000), Bar(bar))


def board_lines() -> Iterator[Line]:
    """The programme's board with 300 sessions in 30 rooms; a frame of a drag checks and paints."""
    command = list(map(str, piece("board", WORK / "board.forumplanner")))
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"read": None, "open page": 0.3, "drag frame": 0.016}.items():
        yield Line(f"board: {what}", Run(spent[what] / 1000), Bar(bar))


def delegation_lines() -> Iterator[Line]:
    """The tree of 300 delegations with 5,000 people."""
    command = [sys.executable, str(DELEGATIONS), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"open": 0.15, "unfold": None, "search": 0.05}.items():
        yield Line(f"300 delegations of 5,000 people: {what}", Run(spent[what] / 1000), Bar(bar))


def number_lines() -> Iterator[Line]:
    """The page of numbers over 5,000 people, and the rows behind the largest of them."""
    command = [sys.executable, str(NUMBERS), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"open": 0.15, "count": 0.05, "rows": None, "approval": None}.items():
        yield Line(f"numbers of 5,000 people: {what}", Run(spent[what] / 1000), Bar(bar))


def guest_lines() -> Iterator[Line]:
    """300 consular and 300 other guests among 5,000 people, and what they all still owe."""
    command = [sys.executable, str(GUESTS), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"open": 0.15, "card": 0.05, "matrix": 0.1}.items():
        yield Line(f"600 guests among 5,000 people: {what}", Run(spent[what] / 1000), Bar(bar))


def invitation_lines() -> Iterator[Line]:
    """The page of invitations over 1,000 people who were told of ten sessions each, of which four have moved."""
    command = [sys.executable, str(INVITATIONS), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"read": None, "mails": None, "show": 0.1, "preview": 0.05, "search": 0.05}.items():
        yield Line(f"changes for 1,000 people: {what}", Run(spent[what] / 1000), Bar(bar))


def alliance_lines() -> Iterator[Line]:
    """The page of organisers and the alliance with 500 members."""
    command = [sys.executable, str(ALLIANCE), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"read": None, "open": 0.15, "members": 0.15}.items():
        yield Line(f"alliance of 500 members: {what}", Run(spent[what] / 1000), Bar(bar))


def itinerary_lines() -> Iterator[Line]:
    """The personal itineraries of 1,000 people, and one of them for a mail."""
    command = [sys.executable, str(ITINERARIES), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    for what, bar in {"read": None, "print": None, "whole": 4.0, "one": 0.1}.items():
        yield Line(f"1,000 itineraries: {what}", Run(spent[what] / 1000), Bar(bar))


def mail_lines() -> Iterator[Line]:
    """A round of 1,000 programme mails with the readers' itineraries, made behind an open window."""
    command = [sys.executable, str(MAIL), str(WORK)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    yield Line("1,000 programme mails with PDF, into the outbox", Run(spent["whole"] / 1000), Bar(20.0))
    yield Line("the window's longest silence meanwhile", Run(spent["silence"] / 1000), Bar(0.1))


def check_lines() -> Iterator[Line]:
    """All checks of a large forum, and a session that is dragged."""
    command = [sys.executable, str(CHECKS)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    yield Line("checks: 1,000 sessions", Run(spent["run"] / 1000), Bar(0.05))
    yield Line("checks: one move among 300 sessions in 30 rooms", Run(spent["move"] / 1000), Bar(0.008))


def change_lines() -> Iterator[Line]:
    """Two releases of 1,000 sessions, from their bytes to what differs."""
    said = subprocess.run([sys.executable, str(CHANGES)], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    yield Line("two releases of 1,000 sessions: read and compared", Run(spent["whole"] / 1000), Bar(0.2))


def order_lines() -> Iterator[Line]:
    """The order of protocol of a long list of guests."""
    said = subprocess.run([sys.executable, str(ORDERS)], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    yield Line("order of protocol of 500 guests", Run(spent["order"] / 1000), Bar(0.02))


def duplicate_lines() -> Iterator[Line]:
    """The search for people who stand twice, in the background."""
    command = [sys.executable, str(DUPLICATES)]
    said = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    spent = json.loads(said.stdout.splitlines()[-1])
    yield Line("duplicates: 5,000 people of 200 institutions", Run(spent["many houses"] / 1000), Bar(3.0))
    yield Line("duplicates: 5,000 people of one institution", Run(spent["one house"] / 1000), Bar(3.0))


def shown(line: Line) -> str:
    """One line of the table: each figure with its bar."""
    forms = ("{:.3f} s", "{:.0f} MB", "{:.0f} kB", "{:.2f}x")
    cells = []
    for form, (value, bar) in zip(forms, line.pairs(), strict=True):
        said = form.format(value) if value else "-"
        cells.append(f"{said} (<= {bar:g})" if bar is not None else said)
    if line.other:
        cells[-1] += f" of {line.other.seconds:.3f} s"
    busy = f"{line.run.busy:.2f} s" if line.run.busy else "-"
    return row(line.name, busy, cells) + ("MISSED" if line.missed else "ok")


def row(name: str, busy: str, cells: Sequence[str]) -> str:
    """A line of the table with its columns below each other."""
    return f"{name:<51}{busy:<10}" + "".join(f"{cell:<29}" for cell in cells)


def main() -> int:
    """Make the data, measure everything, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="fresh processes a figure (default: 3)")
    rounds = parser.parse_args().rounds
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    run(piece("data", WORK))
    load = ", ".join(f"{busy:.1f}" for busy in os.getloadavg())
    print(f"{os.cpu_count()} processors, load {load}: seconds have their bars on a machine that does nothing else.")
    print(row(f"best of {rounds}", "processor", ("time", "peak memory", "output", "to the other")))
    missed = 0
    for lines in (
        window_lines(rounds),
        paper_lines(rounds),
        file_lines(rounds),
        people_lines(),
        directory_lines(),
        board_lines(),
        delegation_lines(),
        guest_lines(),
        invitation_lines(),
        alliance_lines(),
        itinerary_lines(),
        mail_lines(),
        number_lines(),
        check_lines(),
        change_lines(),
        order_lines(),
    ):
        for line in lines:
            print(shown(line), flush=True)
            missed += line.missed
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

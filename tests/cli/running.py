"""What a call of the command line gives, and where the program is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"


@dataclass(frozen=True)
class Answer:
    """Exit code, what was said on stdout, what on stderr."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]

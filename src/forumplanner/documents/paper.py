"""What every paper gives: its bytes, how many pages they are, and what to know before printing."""

from dataclasses import dataclass

from forumplanner.documents.typesetting.preflight import Preflight


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper as PDF; the same snapshot and options always give the same bytes."""

    pdf: bytes
    pages: int
    report: Preflight

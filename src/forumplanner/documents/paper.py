"""What every paper gives: its bytes, how many pages they are, and what to know before printing."""

from dataclasses import dataclass

from forumplanner.documents.typesetting.preflight import Preflight


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper as PDF; the same snapshot and options always give the same bytes.

    `held`: to whom it may not go yet, by name. Such a paper may be looked at and says so on its pages; whoever writes
    it to a file or a printer asks for a reason first.
    """

    pdf: bytes
    pages: int
    report: Preflight
    held: tuple[str, ...] = ()

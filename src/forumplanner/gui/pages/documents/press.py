"""Making the press brief: on which basis it counts is chosen here as on the page of numbers."""

import time
from typing import TYPE_CHECKING

from forumplanner import files
from forumplanner.gui.pages.documents.kinds import Made, Option, PaperKind, Shape, Source, Values, language_option
from forumplanner.gui.pages.documents.releases import stamped
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # loads the database's library, which the first paint does not wait for
    from forumplanner.snapshots.forums import ForumCard


def press_kind() -> PaperKind:
    """One page for those who write about the forum."""
    return PaperKind(
        "press_brief",
        lambda: _("To send"),
        lambda: _("Press brief"),
        lambda: _("A4, one page"),
        "page",
        _options,
        make=_make,
        edit=("numbers", lambda: _("To the numbers…")),
    )


def _options(card: "ForumCard") -> tuple[Option, ...]:
    return (
        Option(
            "counting",
            lambda: _("Who is counted"),
            Shape.CHOICE,
            (
                ("listed", lambda: _("On the list")),
                ("invited", lambda: _("Invited")),
                ("confirmed", lambda: _("Have confirmed")),
                ("attended", lambda: _("Attended")),
            ),
            "listed",
        ),
        Option(
            "host",
            lambda: _("Host country"),
            Shape.CHOICE,
            (("in", lambda: _("With host country")), ("out", lambda: _("Without"))),
            "in",
        ),
        Option(
            "rounding",
            lambda: _("How the number of people is rounded"),
            Shape.CHOICE,
            (
                ("1", lambda: _("Exact")),
                ("10", lambda: _("Tens")),
                ("100", lambda: _("Hundreds")),
                ("1000", lambda: _("Thousands")),
            ),
            "1",
        ),
        language_option(card),
    )


def _make(source: Source, values: Values) -> Made:
    from forumplanner.documents import press_brief as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import press_brief as reading  # noqa: PLC0415 - loads the database's library

    started = time.perf_counter()
    with source.store.read() as db:
        snapshot = reading.load(db, forum_id=source.forum_id)
    chosen = values.get("languages", "")
    paper = printing.press_brief(
        snapshot,
        printing.PressBriefOptions(
            languages=(chosen,) if chosen else (),
            counting=values.get("counting", "listed"),
            host=values.get("host", "in"),
            rounding=values.get("rounding", "1"),
        ),
    )
    name = files.safe_name(stamped(f"{snapshot.slug}-press-brief", snapshot.edition), suffix=".pdf")
    return Made(paper, time.perf_counter() - started, 1, name)

"""Making the delegation sheets: one of them, or all in the forum's order."""

import time
from functools import partial
from typing import TYPE_CHECKING

from forumplanner import files, i18n
from forumplanner.gui.pages.documents.kinds import Made, Option, PaperKind, Shape, Source, Values, language_option
from forumplanner.gui.pages.documents.releases import stamped
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # these load the database's and the PDF library, which the first paint does not wait for
    from forumplanner.snapshots.delegation_sheet import DelegationSheet
    from forumplanner.snapshots.forums import ForumCard


def delegation_kind() -> PaperKind:
    """The sheet for the reception team."""
    return PaperKind(
        "delegation_sheet",
        lambda: _("For guests"),
        lambda: _("Delegation sheet"),
        lambda: _("A4 landscape, for the reception team"),
        "page",
        _options,
        make=_make,
        edit=("delegations", lambda: _("To the delegations…")),
    )


def _options(card: "ForumCard") -> tuple[Option, ...]:
    everything: tuple[tuple[str, Text], ...] = (("", lambda: _("All delegations")),)
    return (Option("delegation", lambda: _("Delegation"), Shape.CHOICE, everything), language_option(card))


def _make(source: Source, values: Values) -> Made:
    from forumplanner.documents import delegation_sheet as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import delegation_sheet as reading  # noqa: PLC0415 - loads the database's library

    started = time.perf_counter()
    with source.store.read() as db:
        snapshot = reading.load(db, forum_id=source.forum_id)
    chosen = values.get("languages", "")
    key = values.get("delegation", "")
    options = printing.DelegationSheetOptions(languages=(chosen,) if chosen else (), delegation=key)
    paper = printing.delegation_sheet(snapshot, options) if snapshot.sheets else None
    name = files.safe_name(stamped(f"{snapshot.slug}-delegations", snapshot.edition), suffix=".pdf")
    choices = tuple((sheet.id, partial(_title, sheet, snapshot.languages)) for sheet in snapshot.sheets)
    count = len(snapshot.chosen(key)) if snapshot.sheets else 0
    return Made(paper, time.perf_counter() - started, count, name, choices={"delegation": choices})


def _title(sheet: "DelegationSheet", languages: tuple[str, ...]) -> str:
    tag = i18n.interface_language()
    place = next((n for n, other in enumerate(languages) if i18n.nearest(other) == tag), 0)
    return sheet.heading(place) or sheet.heading(1 - place if len(languages) > 1 else 0) or _("Country not known")

"""Making the personal itineraries: of everybody, of one delegation, of one category."""

import time
from functools import partial
from typing import TYPE_CHECKING

from forumplanner import files, i18n
from forumplanner.domain.kinds import Category
from forumplanner.domain.labels import label
from forumplanner.gui.pages.documents.kinds import Made, Option, PaperKind, Shape, Source, Values, language_option
from forumplanner.gui.pages.documents.releases import stamped
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # these load the database's and the PDF library, which the first paint does not wait for
    from forumplanner.snapshots.forums import ForumCard
    from forumplanner.snapshots.itinerary import DelegationChoice


def itinerary_kind() -> PaperKind:
    """The card that a guest reads."""
    return PaperKind(
        "itinerary",
        lambda: _("For guests"),
        lambda: _("Personal itinerary"),
        lambda: _("A5, one card a person"),
        "page",
        _options,
        make=_make,
        edit=("delegations", lambda: _("To the delegations…")),
    )


def _options(card: "ForumCard") -> tuple[Option, ...]:
    everybody: tuple[tuple[str, Text], ...] = (("", lambda: _("Everybody")),)
    all_delegations: tuple[tuple[str, Text], ...] = (("", lambda: _("All delegations")),)
    categories = tuple((category.value, partial(_category, category)) for category in Category)
    return (
        Option("delegation", lambda: _("Delegation"), Shape.CHOICE, all_delegations),
        Option("category", lambda: _("Whom for"), Shape.CHOICE, (*everybody, *categories)),
        language_option(card),
    )


def _category(category: Category) -> str:
    return label(category, i18n.interface_language())


def _make(source: Source, values: Values) -> Made:
    from forumplanner.documents import itinerary as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import itinerary as reading  # noqa: PLC0415 - loads the database's library

    started = time.perf_counter()
    with source.store.read() as db:
        book = reading.load(db, forum_id=source.forum_id)
    chosen = values.get("languages", "")
    delegation, category = values.get("delegation", ""), values.get("category", "")
    options = printing.ItineraryOptions((chosen,) if chosen else (), delegation=delegation, category=category)
    count = len(book.chosen(delegation=delegation, category=category))
    paper = printing.itinerary(book, options) if count else None
    name = files.safe_name(stamped(f"{book.slug}-itineraries", book.edition), suffix=".pdf")
    choices = tuple((one.id, partial(_title, one, book.languages)) for one in book.delegations)
    return Made(paper, time.perf_counter() - started, count, name, choices={"delegation": choices})


def _title(one: "DelegationChoice", languages: tuple[str, ...]) -> str:
    tag = i18n.interface_language()
    place = next((n for n, other in enumerate(languages) if i18n.nearest(other) == tag), 0)
    return one.title[place] or next(filter(None, one.title), "") or _("Country not known")

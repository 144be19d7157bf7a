"""Making what a ceremony needs (running order, hand cards) and the programme's web page, all in a thread."""

import time
from functools import partial
from typing import TYPE_CHECKING

from forumplanner import files, i18n
from forumplanner.gui.pages.documents.kinds import Made, Option, PaperKind, Shape, Source, Values, language_option
from forumplanner.gui.pages.documents.releases import stamped
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # these load the database's and the PDF library, which the first paint does not wait for
    from forumplanner.snapshots.forums import ForumCard
    from forumplanner.snapshots.running_order import RunningOrder, RunningSession


def ceremony_kinds() -> tuple[PaperKind, ...]:
    """Running order and hand cards; their words are edited on the page Host script."""
    edit = ("script", lambda: _("Edit words and cues…"))
    group = lambda: _("For ceremonies")  # noqa: E731 - a word for a word
    return (
        PaperKind(
            "running_order",
            group,
            lambda: _("Running order"),
            lambda: _("A4 landscape, for the crew"),
            "page",
            _options,
            make=_running_order,
            edit=edit,
        ),
        PaperKind(
            "mc_cards",
            group,
            lambda: _("Hand cards"),
            lambda: _("A5, one item a card"),
            "badge",
            _options,
            make=_mc_cards,
            edit=edit,
        ),
    )


def webpage_kind() -> PaperKind:
    """The programme for phones."""
    return PaperKind(
        "webpage",
        lambda: _("To send"),
        lambda: _("Programme web page"),
        lambda: _("One file, for phones"),
        "page",
        lambda card: (language_option(card),),
        make=_webpage,
        web=True,
    )


def _options(card: "ForumCard") -> tuple[Option, ...]:
    everything: tuple[tuple[str, Text], ...] = (("", lambda: _("All ceremonies")),)
    return (
        Option("session", lambda: _("Ceremony"), Shape.CHOICE, everything),
        language_option(card),
    )


def _running_order(source: Source, values: Values) -> Made:
    from forumplanner.documents import running_order as printing  # noqa: PLC0415 - loads the PDF library

    started = time.perf_counter()
    order = _read(source)
    options = printing.RunningOrderOptions(languages=_tags(values), session=values.get("session", ""))
    paper = printing.running_order(order, options)
    count = len(printing.chosen_sessions(order, options.session))
    name = files.safe_name(stamped(f"{order.slug}-running-order", order.edition), suffix=".pdf")
    return Made(paper, time.perf_counter() - started, count, name, choices={"session": _sessions(order)})


def _mc_cards(source: Source, values: Values) -> Made:
    from forumplanner.documents import mc_cards as printing  # noqa: PLC0415 - loads the PDF library

    started = time.perf_counter()
    order = _read(source)
    paper = printing.mc_cards(order, printing.McCardOptions(languages=_tags(values), session=values.get("session", "")))
    name = files.safe_name(stamped(f"{order.slug}-hand-cards", order.edition), suffix=".pdf")
    return Made(paper, time.perf_counter() - started, paper.pages, name, choices={"session": _sessions(order)})


def _webpage(source: Source, values: Values) -> Made:
    from forumplanner.documents.webpage import WebpageOptions, webpage  # noqa: PLC0415 - needed here only
    from forumplanner.queries import agenda as reading  # noqa: PLC0415 - loads the database's library

    started = time.perf_counter()
    with source.store.read() as db:
        snapshot = reading.load(db, forum_id=source.forum_id)
    page = webpage(snapshot, WebpageOptions(languages=_tags(values)))
    name = files.safe_name(stamped(f"{snapshot.slug}-programme", snapshot.edition), suffix=".html")
    return Made(None, time.perf_counter() - started, page.sessions, name, page=page.html)


def _read(source: Source) -> "RunningOrder":
    from forumplanner.queries import running_order as reading  # noqa: PLC0415 - loads the database's library

    with source.store.read() as db:
        return reading.load(db, forum_id=source.forum_id)


def _tags(values: Values) -> tuple[str, ...]:
    chosen = values.get("languages", "")
    return (chosen,) if chosen else ()


def _sessions(order: "RunningOrder") -> tuple[tuple[str, Text], ...]:
    """Every session with items, ceremonies first."""
    ordered = sorted(order.sessions, key=lambda session: not session.ceremonial)
    return tuple((session.id, partial(_title, session, order.languages)) for session in ordered)


def _title(session: "RunningSession", languages: tuple[str, ...]) -> str:
    return session.heading(i18n.interface_language(), languages)

"""The papers that the command line writes: what each is called, which options it has, and how it is made."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forumplanner.cli.arguments import COUNTINGS, ORDERS, PAGES, ROUNDINGS, SHEETS, VARIANTS
from forumplanner.domain.ids import ForumId
from forumplanner.files import PlannerError, write_atomically
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.forum_listing import ForumListing
from forumplanner.store import Store

if TYPE_CHECKING:  # these load the PDF library, which most verbs do without
    from forumplanner.documents.paper import Paper as Printed
    from forumplanner.snapshots.running_order import RunningOrder

OF_AGENDA = ("without", "office", "mark_all", "abstracts", "release", "provisional")
OF_BADGES = ("preset", "sheet", "order", "category", "back", "reading_order")
OF_CEREMONY = ("session",)
OF_LETTERS = ("letter", "request", "anew", "one_page", "no_head")
OF_GUEST_LIST = ("variant",)
OF_DELEGATIONS = ("delegation",)
OF_ITINERARY = ("person", "delegation", "category")
OF_PRESS = ("counting", "without_host", "rounding")
OPTIONS = (*OF_AGENDA, *OF_BADGES, *OF_CEREMONY, *OF_LETTERS, *OF_GUEST_LIST, *OF_DELEGATIONS, *OF_PRESS, "person")
"""Options of one paper or another, as the parser names them; None where not given."""


class NoSuchSession(PlannerError):
    """A session that the forum doesn't have, or that has no items."""


class PaperHeld(PlannerError):
    """A paper may be looked at, but not leave the house yet."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: of which file and forum, in which languages (() for all), with which options."""

    store: Store
    forum: ForumListing
    languages: tuple[str, ...]
    given: argparse.Namespace

    @property
    def forum_id(self) -> ForumId:
        """The forum's key."""
        return ForumId(self.forum.key)

    @property
    def out(self) -> Path:
        """Where to."""
        return Path(self.given.out)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, in one sentence, and what to know before it is printed or sent."""

    said: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. `write` raises `StepRefused` before anything is written where the file must be open for writing.

    `also`: another format that it can be written in.
    """

    name: str
    format: str
    title: Callable[[], str]
    write: Callable[[Order], Written]
    options: tuple[str, ...] = ()
    also: str = ""


def all_papers() -> tuple[Paper, ...]:
    """All papers, in the order of `arguments.PAPERS`."""
    from forumplanner.cli import guest_papers as guests  # noqa: PLC0415 - it writes what this module describes

    return (
        Paper("agenda", "pdf", lambda: _("Agenda"), _agenda, OF_AGENDA),
        Paper("badges", "pdf", lambda: _("Badges"), _badges, OF_BADGES),
        Paper("running-order", "pdf", lambda: _("Running order"), _running_order, OF_CEREMONY),
        Paper("mc-cards", "pdf", lambda: _("Hand cards"), _mc_cards, OF_CEREMONY),
        Paper("letters", "pdf", lambda: _("Letters"), guests.letters, OF_LETTERS, also="docx"),
        Paper("guest-list", "pdf", lambda: _("Guest list"), guests.guest_list, OF_GUEST_LIST),
        Paper("office-sheet", "pdf", lambda: _("Sheet for the foreign affairs office"), guests.office_sheet),
        Paper("delegation-sheet", "pdf", lambda: _("Delegation sheet"), guests.delegation_sheet, OF_DELEGATIONS),
        Paper("itinerary", "pdf", lambda: _("Personal itinerary"), guests.itinerary, OF_ITINERARY),
        Paper("press-brief", "pdf", lambda: _("Press brief"), guests.press_brief, OF_PRESS),
        Paper("webpage", "html", lambda: _("Programme as a web page"), _webpage),
        Paper("calendar", "ics", lambda: _("Calendar files, one for each participant"), _calendar),
        Paper("workbook", "xlsx", lambda: _("Planning workbook"), _workbook),
    )


def all_choices() -> dict[str, tuple[str, ...]]:
    """What can be chosen for an option; an option that is not here is a tick."""
    from forumplanner.documents.badges import PRESETS  # noqa: PLC0415 - loads the PDF library
    from forumplanner.domain.kinds import Category  # noqa: PLC0415 - needed here only

    return {
        "without": PAGES,
        "preset": tuple(PRESETS),
        "sheet": SHEETS,
        "provisional": ("mark", "plain"),
        "order": ORDERS,
        "category": tuple(str(category) for category in Category),
        "variant": VARIANTS,
        "counting": COUNTINGS,
        "rounding": ROUNDINGS,
    }


def _agenda(order: Order) -> Written:
    from forumplanner.documents.agenda import AgendaOptions, agenda  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import agenda as reading  # noqa: PLC0415 - as above
    from forumplanner.queries import releases  # noqa: PLC0415 - as above

    given, without = order.given, set(order.given.without or ())
    with order.store.read() as db:
        key = releases.named(db, forum_id=order.forum_id, name=given.release) if given.release else None
        snapshot = reading.load(db, forum_id=order.forum_id, release_id=key)
        logos = reading.logos(db, snapshot)
    options = AgendaOptions(
        languages=order.languages,
        cover="cover" not in without,
        glance="glance" not in without,
        days="days" not in without,
        forums="forums" not in without,
        office=bool(given.office),
        mark_all=bool(given.mark_all),
        abstracts=bool(given.abstracts),
        provisional=given.provisional or "",
    )
    paper = agenda(snapshot, options, logos=logos)
    write_atomically(order.out, paper.pdf)
    return _pages(order, paper.pages, [remark.sentence(interface_language()) for remark in paper.report.remarks])


def _badges(order: Order) -> Written:
    from forumplanner.actions.badges import issue_badges  # noqa: PLC0415 - needed here only
    from forumplanner.documents import badges as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.domain.kinds import Category  # noqa: PLC0415 - needed here only
    from forumplanner.queries import badges as reading  # noqa: PLC0415 - as above

    given = order.given
    issue_badges(order.store, forum_id=order.forum_id)
    categories = [Category(code) for code in given.category or ()] or None
    with order.store.read() as db:
        batch = reading.load(db, forum_id=order.forum_id, categories=categories)
    options = printing.BadgeOptions(
        preset=given.preset or "90x130",
        languages=order.languages,
        sheet="" if given.sheet == "none" else given.sheet or "A4",
        back=bool(given.back),
        order=printing.Order(given.order or "number"),
        stacked=not given.reading_order,
    )
    paper = printing.badges(batch, options)
    write_atomically(order.out, paper.pdf)
    return _pages(order, paper.pages, [remark.sentence(interface_language()) for remark in paper.report.remarks])


def _running_order(order: Order) -> Written:
    from forumplanner.documents import running_order as printing  # noqa: PLC0415 - loads the PDF library

    snapshot = _ceremonies(order)
    options = printing.RunningOrderOptions(languages=order.languages, session=_session(order, snapshot))
    return printed(order, printing.running_order(snapshot, options))


def _mc_cards(order: Order) -> Written:
    from forumplanner.documents import mc_cards as printing  # noqa: PLC0415 - loads the PDF library

    snapshot = _ceremonies(order)
    options = printing.McCardOptions(languages=order.languages, session=_session(order, snapshot))
    return printed(order, printing.mc_cards(snapshot, options))


def _ceremonies(order: Order) -> "RunningOrder":
    from forumplanner.queries import running_order as reading  # noqa: PLC0415 - needed here only

    with order.store.read() as db:
        return reading.load(db, forum_id=order.forum_id)


def _session(order: Order, snapshot: "RunningOrder") -> str:
    """The id of the session that --session names by its code or title; "" for all ceremonies."""
    wished = order.given.session
    if not wished:
        return ""
    for session in snapshot.sessions:
        if wished in {session.code, *session.title}:
            return session.id
    known = ", ".join(session.code or next(filter(None, session.title), "") for session in snapshot.sessions)
    raise NoSuchSession(_("There is no session “{name}” with items; choose one of {known}.", name=wished, known=known))


def printed(order: Order, paper: "Printed") -> Written:
    """Write a finished paper; its remarks say what to know before. Raises `PaperHeld` for one that can't go yet."""
    if paper.held:
        raise PaperHeld(
            _(
                "The approval to invite {posts} is not recorded. Record it, or issue the letter with a reason, "
                "which is kept. Nothing was written.",
                posts=", ".join(paper.held),
            )
        )
    write_atomically(order.out, paper.pdf)
    return _pages(order, paper.pages, [remark.sentence(interface_language()) for remark in paper.report.remarks])


def _webpage(order: Order) -> Written:
    from forumplanner.documents.webpage import WebpageOptions, webpage  # noqa: PLC0415 - needed here only
    from forumplanner.queries import agenda as reading  # noqa: PLC0415 - as above

    with order.store.read() as db:
        snapshot = reading.load(db, forum_id=order.forum_id)
    page = webpage(snapshot, WebpageOptions(languages=order.languages))
    write_atomically(order.out, page.html)
    said = ngettext(
        "“{name}”: a web page of {n} session.",
        "“{name}”: a web page of {n} sessions.",
        page.sessions,
        name=order.out.name,
    )
    return Written(said)


def _pages(order: Order, pages: int, remarks: list[str]) -> Written:
    said = ngettext("“{name}”: {n} page.", "“{name}”: {n} pages.", pages, name=order.out.name)
    return Written(said, tuple(remarks))


def _calendar(order: Order) -> Written:
    from forumplanner.actions.calendar import prepare  # noqa: PLC0415 - needed here only
    from forumplanner.invitations import calendar  # noqa: PLC0415 - as above

    book = prepare(order.store, forum_id=order.forum_id)
    write_atomically(order.out / calendar.PROGRAMME, calendar.programme_file(book))
    people = 0
    for name, data in calendar.participant_files(book):
        write_atomically(order.out / name, data, durable=False)
        people += 1
    said = ngettext(
        "“{folder}”: {programme} and {n} participant's file.",
        "“{folder}”: {programme} and {n} participants' files.",
        people,
        folder=order.out.name,
        programme=calendar.PROGRAMME,
    )
    remarks = [
        _("“{title}” is in no calendar, since its start or end isn't known yet.", title=_first(left.title))
        for left in book.left_out
    ]
    return Written(said, tuple(remarks))


def _workbook(order: Order) -> Written:
    from forumplanner.exchange import workbook  # noqa: PLC0415 - loads the spreadsheet library
    from forumplanner.queries import workbook as reading  # noqa: PLC0415 - needed here only

    with order.store.read() as db:
        known = reading.known(db, order.forum_id)
    write_atomically(order.out, workbook.export(known))
    return Written(_("“{name}”: the forum as a planning workbook.", name=order.out.name))


def _first(texts: tuple[str, ...]) -> str:
    return next(filter(None, texts), "–")

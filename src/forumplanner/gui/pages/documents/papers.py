"""Making each paper from the open file: one reading, then the paper, all in a thread."""

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from forumplanner import files
from forumplanner.gui.pages.documents.ceremonies import ceremony_kinds, webpage_kind
from forumplanner.gui.pages.documents.delegations import delegation_kind
from forumplanner.gui.pages.documents.guests import guest_kinds
from forumplanner.gui.pages.documents.itineraries import itinerary_kind
from forumplanner.gui.pages.documents.kinds import (
    CalendarEntry,
    CalendarPeek,
    Made,
    Option,
    PaperKind,
    Shape,
    Source,
    Values,
    language_option,
)
from forumplanner.gui.pages.documents.press import press_kind
from forumplanner.gui.pages.documents.releases import (
    issue_options,
    notice_kind,
    release_choices,
    release_key,
    stamped,
)
from forumplanner.gui.tasks import Progress
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.snapshots.agenda import AgendaPaper
    from forumplanner.snapshots.forums import ForumCard


def paper_kinds() -> tuple[PaperKind, ...]:
    """All papers in the order of the gallery; the first is the one that Ctrl+P prints."""
    return (
        PaperKind(
            "agenda",
            lambda: _("For the programme"),
            lambda: _("Agenda"),
            lambda: _("A4, with cover"),
            "page",
            _agenda_options,
            make=_agenda,
        ),
        notice_kind(),
        *ceremony_kinds(),
        *guest_kinds(),
        delegation_kind(),
        itinerary_kind(),
        PaperKind(
            "badges",
            lambda: _("On site"),
            lambda: _("Badges"),
            lambda: _("Front and back"),
            "badge",
            _badge_options,
            make=_badges,
        ),
        press_kind(),
        webpage_kind(),
        PaperKind(
            "calendars",
            lambda: _("To send"),
            lambda: _("Calendar files"),
            lambda: _("One per participant"),
            "calendar",
            lambda _card: (),
            export=_calendars,
            peek=_calendar_peek,
        ),
    )


def _ticks(values: Values) -> dict[str, bool]:
    """Every chosen tick, as options of the same name."""
    return {key: bool(value) for key, value in values.items() if key not in {"languages", "release", "provisional"}}


def _tags(values: Values) -> tuple[str, ...]:
    chosen = values.get("languages", "")
    return (chosen,) if chosen else ()


def _agenda_options(card: "ForumCard") -> tuple[Option, ...]:
    return (
        *issue_options(),
        language_option(card),
        Option("cover", lambda: _("Cover"), Shape.TICK, default="yes"),
        Option("glance", lambda: _("Programme at a glance"), Shape.TICK, default="yes"),
        Option("days", lambda: _("Day by day"), Shape.TICK, default="yes"),
        Option("forums", lambda: _("A page for each parallel forum"), Shape.TICK, default="yes"),
        Option("abstracts", lambda: _("Abstracts under the titles"), Shape.TICK),
        Option("mark_all", lambda: _("Mark who is on site too"), Shape.TICK),
        Option("office", lambda: _("Light cover for office printers"), Shape.TICK),
    )


def _agenda(source: Source, values: Values) -> Made:
    from forumplanner.documents.agenda import AgendaOptions, agenda  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import agenda as reading  # noqa: PLC0415 - loads the database's library

    started = time.perf_counter()
    key, choices = release_key(source, values), {"release": release_choices(source)}
    with source.store.read() as db:
        snapshot = reading.load(db, forum_id=source.forum_id, release_id=key)
        logos = reading.logos(db, snapshot)
    marked = values.get("provisional", "")
    paper = agenda(snapshot, AgendaOptions(languages=_tags(values), provisional=marked, **_ticks(values)), logos=logos)
    count = sum(len(day.sessions) for day in snapshot.days)
    name = files.safe_name(stamped(f"{snapshot.slug}-agenda", snapshot.edition), suffix=".pdf")
    seconds = time.perf_counter() - started
    return Made(paper, seconds, count, name, one_sided=_one_sided(snapshot), choices=choices)


def _one_sided(snapshot: "AgendaPaper") -> float:
    """How many of the titles of sessions and items lack the second language, as a share."""
    sessions = [session for day in snapshot.days for session in day.sessions]
    items = [item for session in sessions for part in session.parts for item in part.items]
    texts = [*(session.title for session in sessions), *(item.title for item in items)]
    titles = [text for text in texts if any(text)]
    return sum(not all(title) for title in titles) / len(titles) if titles else 0.0


def _badge_options(card: "ForumCard") -> tuple[Option, ...]:
    return (
        Option(
            "who",
            lambda: _("Which ones"),
            Shape.RADIO,
            (
                ("", lambda: _("Everybody")),
                ("guests", lambda: _("Guests and speakers")),
                ("crew", lambda: _("Staff only")),
            ),
        ),
        Option(
            "preset",
            lambda: _("Size"),
            Shape.CHOICE,
            (
                ("90x130", "90 × 130 mm"),
                ("A6", "A6 · 105 × 148 mm"),
                ("A7", "A7 · 74 × 105 mm"),
                ("101.6x76.2", "101.6 × 76.2 mm"),
                ("101.6x152.4", "101.6 × 152.4 mm"),
                ("90x54", "90 × 54 mm"),
                ("CR80", "CR80 · 85.6 × 54 mm"),
            ),
            "90x130",
        ),
        Option(
            "sheet",
            lambda: _("Paper"),
            Shape.CHOICE,
            (
                ("A4", lambda: _("A4, several on a sheet")),
                ("A3", lambda: _("A3, several on a sheet")),
                ("", lambda: _("One a page, with bleed")),
            ),
            "A4",
        ),
        language_option(card),
        Option(
            "order",
            lambda: _("Order"),
            Shape.CHOICE,
            (
                ("number", lambda: _("By number")),
                ("name", lambda: _("By name")),
                ("delegation", lambda: _("By delegation")),
                ("category", lambda: _("By category")),
            ),
            "number",
        ),
        Option("back", lambda: _("Programme on the back"), Shape.TICK),
        Option("stacked", lambda: _("Sorted after cutting"), Shape.TICK, default="yes"),
    )


_GROUPS = {
    "guests": ("guest", "consular", "speaker"),
    "crew": ("staff", "volunteer", "interpreter", "security", "crew"),
}


def _badges(source: Source, values: Values) -> Made:
    from forumplanner.documents.badges import BadgeOptions, Order, badges  # noqa: PLC0415 - loads the PDF library
    from forumplanner.domain.kinds import Category  # noqa: PLC0415 - needed here only
    from forumplanner.queries import badges as reading  # noqa: PLC0415 - loads the database's library
    from forumplanner.queries import people  # noqa: PLC0415 - loads the database's library

    started = time.perf_counter()
    categories = tuple(Category(code) for code in _GROUPS.get(values.get("who", ""), ())) or None
    with source.store.read() as db:
        whole = reading.load(db, forum_id=source.forum_id)
        expected = len(people.load(db, forum_id=source.forum_id).lines)
    named = sum(not card.is_blank for card in whole.badges)
    batch = replace(whole, badges=tuple(c for c in whole.badges if categories is None or c.category in categories))
    options = BadgeOptions(
        preset=values.get("preset", "90x130"),
        languages=_tags(values),
        sheet=values.get("sheet", "A4"),
        back=bool(values.get("back")),
        order=Order(values.get("order", "number")),
        stacked=bool(values.get("stacked")),
    )
    paper = badges(batch, options) if batch.badges else None
    return Made(
        paper,
        time.perf_counter() - started,
        len(batch.badges),
        files.safe_name(stamped(f"{batch.slug}-badges", batch.edition), suffix=".pdf"),
        lacking=max(0, expected - named),
        blanks=sum(card.is_blank for card in batch.badges),
        sheets=paper.pages // (2 if options.back else 1) if paper and options.sheet else 0,
    )


def give_numbers(source: Source) -> int:
    """Give a badge number to everybody who has none; how many that were. One step."""
    from forumplanner.actions.badges import issue_badges  # noqa: PLC0415 - loads the database's library

    return len(issue_badges(source.store, forum_id=source.forum_id))


def _calendar_peek(source: Source) -> CalendarPeek:
    """The calendar of whoever has most to do; reading it gives out no identity."""
    from forumplanner.domain import times  # noqa: PLC0415 - needed here only
    from forumplanner.queries import calendar as reading  # noqa: PLC0415 - loads the database's library

    with source.store.read() as db:
        plan = reading.plan(db, forum_id=source.forum_id)
    events = {event.session_id: event for event in plan.events}
    people = [person for person in plan.people if person.sessions]
    busiest = max(people, key=lambda person: sum(bool(one.note) for one in person.sessions), default=None)
    entries = tuple(
        CalendarEntry(
            event.start.astimezone(times.zone(event.zone)),
            event.end.astimezone(times.zone(event.zone)),
            event.summary,
            event.location,
            one.note,
        )
        for one in (busiest.sessions if busiest else ())
        for event in (events[one.session_id],)
    )
    name = busiest.name if busiest else ""
    return CalendarPeek(name, entries, len(people), len(events), len(plan.left_out))


def _calendars(source: Source, folder: Path, progress: Progress) -> int:
    from forumplanner.actions import calendar as getting_ready  # noqa: PLC0415 - loads the database's library
    from forumplanner.invitations import calendar  # noqa: PLC0415 - loaded with its library on use

    book = getting_ready.prepare(source.store, forum_id=source.forum_id)
    files.write_atomically(folder / calendar.PROGRAMME, calendar.programme_file(book))
    written = 1
    for name, data in calendar.participant_files(book):
        progress.step(written, len(book.people) + 1)
        files.write_atomically(folder / name, data, durable=False)
        written += 1
    return written

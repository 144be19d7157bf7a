"""The row of tools on the page: languages, search, day and room; it shows only where its script runs."""

from collections.abc import Iterable, Sequence

from forumplanner.documents.webpage.markup import Markup, element
from forumplanner.documents.webpage.wording import Wording
from forumplanner.domain.languages import language_name
from forumplanner.domain.times import day_long, day_short
from forumplanner.i18n import nearest
from forumplanner.snapshots.agenda import AgendaDay, AgendaSession
from forumplanner.snapshots.paper import Lines

Days = Sequence[tuple[AgendaDay, Sequence[AgendaSession]]]
"""Each day with those of its sessions that stand on the page."""


def page_tools(wording: Wording, days: Days) -> Markup:
    """Everything that sifts the programme, named for who can't see it."""
    w = wording
    search = w.plain(w.words("Search names and titles"))
    day_choices = [(w.plain(day_words(w, day, short=True)), str(n)) for n, (day, _) in enumerate(days, start=1)]
    return element(
        "nav",
        *_languages(w),
        element("input", type="search", id="find", autocomplete="off", placeholder=search, aria_label=search),
        _select(w, "day", ("Day", "All days"), day_choices),
        _select(w, "room", ("Room", "All rooms"), rooms_of(w, days).items()),
        element("button", w.spans(w.words("Light or dark")), type="button", id="scheme"),
        element("p", id="count", role="status"),
        id="tools",
        hidden=True,
        aria_label=w.plain(w.words("Language and filters")),
    )


def day_words(wording: Wording, day: AgendaDay, *, short: bool = False) -> Lines:
    """A day in each language; what has no day yet says so."""
    date = day.date
    if date is None:
        return wording.words("Date to be announced")
    return tuple((day_short if short else day_long)(date, tag) for tag in wording.languages)


def rooms_of(wording: Wording, days: Days) -> dict[str, str]:
    """A number for each room by its names, in the order of the programme."""
    rooms = (room for _day, sessions in days for session in sessions for room in session.rooms)
    names = dict.fromkeys(wording.plain(room.name) for room in rooms if any(room.name))
    return {name: f"r{number}" for number, name in enumerate(names, start=1)}


def _languages(wording: Wording) -> list[Markup]:
    """One button for both languages and one each; none where there is only one."""
    w = wording
    if len(w.tongues) < 2:
        return []
    both = w.spans(w.words("Both languages"))
    buttons = [element("button", both, type="button", data_set="all", aria_pressed="true")]
    for place, tongue in enumerate(w.tongues):
        name = language_name(tongue.tag)[nearest(tongue.tag)]
        buttons.append(
            element("button", name, type="button", data_set=str(place), lang=tongue.tag, aria_pressed="false")
        )
    label = w.plain(w.words("Languages"))
    return [element("div", *buttons, class_="switch", role="group", aria_label=label)]


def _select(wording: Wording, key: str, words: tuple[str, str], choices: Iterable[tuple[str, str]]) -> Markup:
    name, everything = (wording.plain(wording.words(text)) for text in words)
    options = [element("option", text, value=value) for text, value in choices]
    return element("select", element("option", everything, value=""), *options, id=key, aria_label=name)

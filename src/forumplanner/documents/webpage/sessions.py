"""Sessions on the page: head with time and place, parts with their chairs, items with who appears."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from forumplanner.documents.webpage.markup import Markup, element, join, safe_link
from forumplanner.documents.webpage.wording import Wording
from forumplanner.domain.kinds import Mode
from forumplanner.domain.labels import label
from forumplanner.domain.sorting import text_keys
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import (
    AgendaAct,
    AgendaItem,
    AgendaPart,
    AgendaPerson,
    AgendaRoom,
    AgendaSession,
    AgendaTrack,
)

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class SessionWriter:
    """Writes the sessions of one day. `marks`: mark who hasn't confirmed; `rooms`: room numbers by name."""

    wording: Wording
    date: dt.date | None
    tracks: dict[str, AgendaTrack]
    rooms: dict[str, str]
    marks: bool

    def session(self, session: AgendaSession, day: str) -> Markup:
        """A session as an article, found by its day, its rooms and every word in it."""
        track = self.tracks.get(session.track)
        rooms = " ".join(self.rooms[key] for key in map(self.room_key, session.rooms) if key in self.rooms)
        kind = "session break" if session.is_break else "session"
        parts = [self.part(part) for part in session.parts]
        return element(
            "article",
            self._head(session, track),
            *parts,
            class_=kind,
            id=f"s-{session.id}",
            data_day=day,
            data_room=rooms,
            style=f"--track:{track.colour}" if track else "",
        )

    def room_key(self, room: AgendaRoom) -> str:
        """What a room is told apart by: its names."""
        return self.wording.plain(room.name)

    def part(self, part: AgendaPart) -> Markup:
        """A part: its name, who leads it, its items."""
        w = self.wording
        pieces: list[Markup] = []
        if any(part.label):
            pieces.append(element("h4", w.spans(part.label)))
        leading = [*part.chairs, *part.people]
        if leading:
            pieces.append(element("div", *(self.person(one, labelled=True) for one in leading), class_="chairs"))
        if part.items:
            pieces.append(element("ol", *(self.item(item) for item in part.items), class_="items"))
        return element("div", *pieces, class_="part") if pieces else Markup("")

    def item(self, item: AgendaItem) -> Markup:
        """A row of the agenda."""
        w = self.wording
        title = item.title if any(item.title) else item.kind_label
        speaking = {one.role for one in item.people}
        body: list[Markup] = [element("p", w.spans(title), self._mode(item.mode), class_="title")]
        body += [self.person(one, labelled=len(speaking) > 1, mode=item.mode is None) for one in item.people]
        body += [self.act(act) for act in item.acts]
        if any(item.held_in):
            body.append(element("p", w.spans(item.held_in), class_="held"))
        if any(item.abstract):
            summary = element("summary", w.spans(w.words("Abstract")))
            body.append(element("details", summary, element("p", w.spans(item.abstract))))
        body += self._link(item.url)
        everybody = (*item.people, *(one for act in item.acts for one in act.people))
        return element(
            "li",
            element("div", *([self.time(item.start)] if item.start is not None else []), class_="when"),
            element("div", *body, class_="what"),
            class_="item rest" if item.is_break else "item",
            data_k=self._keys(everybody),
        )

    def act(self, act: AgendaAct) -> Markup:
        """One act of a ceremony: what it is about, the institutions, the persons in it."""
        w = self.wording
        lines = [element("p", w.spans(text)) for text in (act.title, act.parties) if any(text)]
        return element("div", *lines, *(self.person(one, labelled=True) for one in act.people), class_="act")

    def person(self, person: AgendaPerson, *, labelled: bool = False, mode: bool = False) -> Markup:
        """Name and post; who hasn't confirmed is marked where the issue says so."""
        w = self.wording
        names = person.names if any(person.names) else (person.shown,) * len(w.languages)
        if not any(names):
            names = w.words("To be announced")
        pieces: list[Markup] = []
        if labelled:
            pieces.append(element("span", w.spans(person.role_label), class_="role"))
        pieces.append(element("span", w.spans(names), class_="name"))
        if person.provisional and self.marks:
            pieces.append(element("span", w.spans(w.words("(to be confirmed)")), class_="unsure"))
        if mode:
            pieces.append(self._mode(person.mode))
        if any(person.posts):
            pieces.append(element("span", w.spans(person.posts), class_="post"))
        return element("div", *_spaced(pieces), class_="person")

    def time(self, start: int, end: int | None = None) -> Markup:
        """A start, or a stretch, as the clock in the hall shows it."""
        begins = element("time", clock(start), datetime=self._machine(start), class_="start")
        if end is None:
            return begins
        return join(begins, "–", element("time", clock(end), datetime=self._machine(end), class_="end"))

    def _head(self, session: AgendaSession, track: AgendaTrack | None) -> Markup:
        w = self.wording
        title = session.title if any(session.title) else track.title if track else session.kind_label
        code = [element("span", track.code, class_="code")] if track and track.code else []
        when = [self.time(session.start, session.end)] if session.start is not None else []
        facts = [element("span", w.spans(room.name), class_="room") for room in session.rooms]
        if any(session.access_label):
            facts.append(element("span", w.spans(session.access_label), class_="access"))
        below = [element("p", w.spans(session.summary), class_="summary")] if any(session.summary) else []
        return element(
            "header",
            element("div", *when, class_="when"),
            element(
                "div",
                element("h3", *_spaced([*code, w.spans(title)])),
                *([element("p", *_spaced(facts), class_="facts")] if facts else []),
                *below,
                *self._link(session.url),
                class_="what",
            ),
        )

    def _link(self, url: str) -> list[Markup]:
        """A link to a stream or replay, if there is an address that can be followed."""
        if not safe_link(url):
            return []
        w = self.wording
        return [element("p", element("a", w.spans(w.words("Watch online")), href=url, rel="noopener"), class_="link")]

    def _mode(self, mode: Mode | None) -> Markup:
        """Only what departs from the rule is marked: online and video."""
        if mode not in {Mode.ONLINE, Mode.VIDEO}:
            return Markup("")
        words = tuple(label(mode, tag) for tag in self.wording.languages)
        return join(" ", element("span", self.wording.spans(words), class_="mode"))

    def _machine(self, minute: int) -> str:
        if self.date is None:
            return clock(minute)
        return f"{self.date + dt.timedelta(days=minute // _DAY):%Y-%m-%d}T{clock(minute)}"

    def _keys(self, people: Sequence[AgendaPerson]) -> str:
        """Pinyin and initials of the names, so that `sy` finds 沈砚."""
        names = [name for one in people if not one.placeholder for name in one.names if name]
        return " ".join(dict.fromkeys(key for key in text_keys(*names) if key.isascii()))


def _spaced(pieces: Sequence[Markup]) -> list[Markup]:
    """The pieces with a space between them."""
    return [join(" ", piece) if n else piece for n, piece in enumerate(pieces)]

"""What is said to people whom no mail reaches: a sentence for a call, a text for a chat, in each of the languages."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from forumplanner.domain.kinds import Mode
from forumplanner.domain.times import conference_day, day_short, local_clock
from forumplanner.domain.zones import city_of
from forumplanner.i18n import in_language, nearest
from forumplanner.snapshots.must_know import Concerned, News, Spot, What
from forumplanner.snapshots.telling import Reader, TellingPlan

BETWEEN: Final = "\n\n"
"""Between the two languages of a text."""

_GONE: Final = {
    What.CANCELLED: "“{title}”, planned for {when}, is cancelled.",
    What.OPEN: "“{title}”, planned for {when}, has no new time yet; we will let you know.",
    What.LEFT: "You are no longer expected at “{title}” ({when}).",
}


@dataclass(frozen=True)
class Spoken:
    """Says the news of one plan. `elsewhere`: zones of those who take part online from elsewhere."""

    plan: TellingPlan

    @cached_property
    def notes(self) -> dict[tuple[str, str], str]:
        """By participant and session: what they do there, in all languages."""
        people = self.plan.plan.people
        return {(one.participant_id, own.session_id): own.note for one in people for own in one.sessions if own.note}

    def sentence(self, news: News, tag: str, elsewhere: Iterable[str] = ()) -> str:
        """One piece of news as one sentence: what was, what is now, on both clocks for whoever is elsewhere."""
        zones = tuple(dict.fromkeys(elsewhere))
        title = self._side(news.title, tag)
        if news.what in _GONE:
            when = self._when(news.was, tag, zones) if news.was else in_language(tag, "time open")
            return in_language(tag, _GONE[news.what], title=title, when=when)
        if news.now is None:
            return in_language(tag, "“{title}” has changed.", title=title)
        when, place = self._when(news.now, tag, zones), self._side(news.now.place, tag)
        if news.what is What.NEW:
            where = _joined(tag, when, place)
            return in_language(tag, "New in your programme: “{title}”, {where}.", title=title, where=where)
        if news.was is None or news.what is What.PART:
            where = _joined(tag, when, place)
            message = "Your part in “{title}” has changed; time and place stay: {where}."
            return in_language(tag, message, title=title, where=where)
        return self._moved(title, news.was, news.now, tag, zones)

    def _moved(self, title: str, was: Spot, now: Spot, tag: str, zones: Sequence[str]) -> str:
        before, after = _clocks(was, tag, with_day=_day(was) != _day(now)), self._when(now, tag, zones)
        left, right = self._side(was.place, tag), self._side(now.place, tag)
        if (was.start, was.end) == (now.start, now.end):
            message = "“{title}” moves from {was} to {now}; the time stays: {when}."
            return in_language(tag, message, title=title, was=left or "–", now=right or "–", when=after)
        if left == right and right:
            message = "“{title}” is now on {now} instead of {was}; the place stays: {place}."
            return in_language(tag, message, title=title, was=before, now=after, place=right)
        if left != right:
            before, after = _joined(tag, before, left), _joined(tag, after, right)
        return in_language(tag, "“{title}” is now on {now} instead of {was}.", title=title, was=before, now=after)

    def short(self, news: News, tag: str) -> tuple[str, str]:
        """What was and what is now, as a list shows it: only what differs; "" where there is none."""
        was, now = news.was, news.now
        if was is None or now is None or news.what is What.PART:
            return self._brief(was, tag), self._brief(now, tag)
        times = [_clocks(spot, tag, with_day=_day(was) != _day(now)) for spot in (was, now)]
        places = [self._side(spot.place, tag) for spot in (was, now)]
        if times[0] == times[1]:
            return places[0], places[1]
        if places[0] == places[1]:
            return times[0], times[1]
        return _joined(tag, times[0], places[0]), _joined(tag, times[1], places[1])

    def _brief(self, spot: Spot | None, tag: str) -> str:
        return _joined(tag, _clocks(spot, tag, with_day=True), self._side(spot.place, tag)) if spot else ""

    def call(self, concerned: Concerned, reader: Reader) -> dict[str, str]:
        """By language: what to say on the phone, with the person's own part where that is new."""
        zones = _zones([reader])
        return {
            tag: (" " if nearest(tag) != "zh-Hans" else "").join(
                text
                for news in concerned.news
                for text in (self.sentence(news, tag, zones), self._own(news, concerned.participant_id, tag))
                if text
            )
            for tag in self.plan.languages
        }

    def _own(self, news: News, person: str, tag: str) -> str:
        """What somebody does in a session, as their calendar says it: its lines hold one language after the other."""
        note = self.notes.get((person, news.session_id), "") if news.what in {What.NEW, What.PART} else ""
        lines, languages = note.split("\n"), self.plan.languages
        if not note or len(lines) % len(languages):
            return ""
        size, at = len(lines) // len(languages), languages.index(tag)
        return "; ".join(lines[at * size : (at + 1) * size]) + ("。" if nearest(tag) == "zh-Hans" else ".")

    def group(self, people: Sequence[Concerned], reader_of: Callable[[str], Reader | None]) -> str:
        """The text for a chat, the forum's languages one after the other; a change of only some says whose it is."""
        return BETWEEN.join(self._group(people, reader_of, tag) for tag in self.plan.languages)

    def _group(self, people: Sequence[Concerned], reader_of: Callable[[str], Reader | None], tag: str) -> str:
        lines = []
        for news in dict.fromkeys(news for one in people for news in one.news):
            concerned = [one for one in people if news in one.news]
            readers = [reader for one in concerned if (reader := reader_of(one.participant_id))]
            line = self.sentence(news, tag, _zones(readers))
            if len(concerned) < len(people):
                names = ("、" if nearest(tag) == "zh-Hans" else ", ").join(reader.name.shown(tag) for reader in readers)
                line = in_language(tag, "{sentence} (For: {names})", sentence=line, names=names)
            lines.append(line)
        forum = next((text for spoken, field, text in self.plan.facts if (spoken, field) == (tag, "forum")), "")
        body = (
            "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1)) if len(lines) > 1 else lines[0]
        )
        return in_language(
            tag,
            "Dear all,\nthe programme of {forum} has changed:\n{changes}\nAll else stays as it is. Thank you; please "
            "ask us if anything is unclear.",
            forum=forum,
            changes=body,
        )

    def _when(self, spot: Spot, tag: str, zones: Sequence[str]) -> str:
        """Sat 14 Nov 14:00–16:00 (Colombo 11:30–13:30)."""
        here = _clocks(spot, tag, with_day=True)
        there = [_there(spot, zone, tag) for zone in zones if zone != spot.zone]
        return in_language(tag, "{here} ({there})", here=here, there=", ".join(there)) if there else here

    def _side(self, lines: Sequence[str], tag: str) -> str:
        here = dict(zip(self.plan.languages, lines, strict=False)).get(tag, "")
        return " ".join((here or next(filter(None, lines), "")).split())


def _zones(readers: Iterable[Reader]) -> tuple[str, ...]:
    """Whose clocks are told besides: only of those who take part from there."""
    return tuple(dict.fromkeys(one.zone for one in readers if one.zone and one.mode is Mode.ONLINE))


def _day(spot: Spot) -> dt.date:
    return conference_day(spot.start, spot.zone)


def _clocks(spot: Spot | None, tag: str, *, with_day: bool) -> str:
    if spot is None:
        return ""
    hours = f"{local_clock(spot.start, spot.zone)}–{local_clock(spot.end, spot.zone)}"
    return f"{day_short(_day(spot), tag)} {hours}" if with_day else hours


def _there(spot: Spot, zone: str, tag: str) -> str:
    """The same on another clock, with the day where that is another."""
    theirs = conference_day(spot.start, zone)
    other = f"{day_short(theirs, tag)} " if theirs != _day(spot) else ""
    city = city_of(zone).get(tag) or zone
    return f"{city} {other}{local_clock(spot.start, zone)}–{local_clock(spot.end, zone)}"


def _joined(tag: str, *texts: str) -> str:
    return ("，" if nearest(tag) == "zh-Hans" else ", ").join(filter(None, texts))

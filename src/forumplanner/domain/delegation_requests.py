"""The polite text that asks a delegation's contact for what is missing, in the contact's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.delegations import OURS, Lack
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import count_in_language, in_language, nearest


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to ask for: what, of whom (in the contact's language), how many people it concerns."""

    lack: Lack
    names: tuple[str, ...] = ()
    number: int = 0


_WORDS: Final[dict[Lack, tuple[str, str]]] = {
    Lack.NAMES: ("name and post of {n} person announced", "names and posts of {n} people announced"),
    Lack.LATIN_NAME: ("spelling as in the passport of {n} person", "spelling as in the passport of {n} people"),
    Lack.CHINESE_NAME: ("name in Chinese characters of {n} person", "names in Chinese characters of {n} people"),
    Lack.POST: ("post of {n} person", "posts of {n} people"),
    Lack.ARRIVAL: (
        "arrival (day, time, flight or train) of {n} person",
        "arrival (day, time, flight or train) of {n} people",
    ),
    Lack.PHOTO: ("portrait photo of {n} person", "portrait photos of {n} people"),
}


def language_of(contact_language: str, *, country: str, host: str) -> str:
    """In which of the program's languages a contact is written to: their own if it is one, at home Chinese."""
    if contact_language:
        return nearest(contact_language)
    return ZH if country == host == "CN" else EN


def request(tag: str, *, contact: str, forum: str, delegation: str, wanted: Sequence[Wanted]) -> str:
    """The whole text: greeting, numbered list, thanks. What the secretariat finds by itself is not asked for."""
    lines = [_asked(tag, one) for one in wanted if one.lack not in OURS]
    greeting = in_language(tag, "Dear {contact},", contact=contact) if contact else in_language(tag, "Dear colleagues,")
    opening = in_language(tag, "for “{forum}” we still need from {delegation}:", forum=forum, delegation=delegation)
    numbered = [f"({number}) {line}" for number, line in enumerate(lines, start=1)]
    return "\n".join((greeting, opening, *numbered, in_language(tag, "Thank you very much for your help.")))


def asked_codes(wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """What the note about the request keeps: the codes of what was asked for."""
    return tuple(str(one.lack) for one in wanted if one.lack not in OURS)


def _asked(tag: str, one: Wanted) -> str:
    names = ("、" if nearest(tag) == ZH else ", ").join(one.names)
    if one.lack is Lack.HEADS:
        return in_language(tag, "who of these leads the delegation: {names}", names=names)
    if one.lack is Lack.HEAD:
        return in_language(tag, "name and post of the head of delegation")
    words = count_in_language(tag, *_WORDS[one.lack], one.number)
    return in_language(tag, "{what}: {names}", what=words, names=names) if names else words

"""Attendees as records: person, posts, participant, journeys and badge."""

import unicodedata
from collections import Counter
from random import Random

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import BadgeState, Category, Direction, Mode
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.tokens import new_token
from forumplanner.records import Badge, Journey, Participant, Person, Post
from forumplanner.sample import draft as drafts
from forumplanner.sample.attendees import Attendee
from forumplanner.sample.draft import FORUM, Draft
from forumplanner.sample.tables import PREFIX, ZONE, at, key, pair, table

_LANGUAGES = {"CN": ("zh-Hans",), "ID": ("id", "en")}
_BY_PHONE = frozenset({Category.GUEST, Category.CONSULAR})
"""Guests of honour and consuls are rung up, so the list has no mail address of theirs."""

BLANKS = (Category.DELEGATE, Category.GUEST, Category.PRESS, Category.STAFF)
BLANKS_EACH = 3
"""Badges without a name for walk-ins: so many of each of these categories."""


def add_people(draft: Draft, attendees: list[Attendee]) -> None:
    """Person, posts and participant of each attendee; codes P0001 ... in the order given."""
    mailboxes: Counter[str] = Counter()
    in_delegation: Counter[str] = Counter()
    for number, attendee in enumerate(attendees, start=1):
        code = f"P{number:04d}"
        draft.numbers[attendee.code] = code
        draft.add(_person(attendee, code, number, mailboxes))
        _add_posts(draft, attendee)
        in_delegation[attendee.country] += 1
        draft.add(_participant(attendee, code, in_delegation[attendee.country]))


def _person(attendee: Attendee, code: str, number: int, mailboxes: Counter[str]) -> Person:
    name = attendee.name
    return Person(
        id=key("person", attendee.code),
        code=code,
        name=name,
        country=attendee.country,
        languages=_LANGUAGES.get(attendee.country, (name.native_language or "my", "en")),
        emails=_emails(attendee, number, mailboxes),
        phone=f"+999 27 {number // 10000 + 1:04d} {number % 10000:04d}",
        sort_pinyin=pinyin_key(name.zh),
        sort_latin=latin_key(name.latin),
        notes=attendee.notes,
    )


def _emails(attendee: Attendee, number: int, mailboxes: Counter[str]) -> tuple[str, ...]:
    if attendee.category in _BY_PHONE or number % 23 == 0:
        return ()
    plain = unicodedata.normalize("NFKD", attendee.name.latin.lower()).encode("ascii", "ignore").decode()
    mailbox = ".".join("".join(c for c in word if c.isalnum()) for word in plain.split())
    mailbox = mailbox.replace("..", ".")[:40].strip(".")
    mailboxes[mailbox] += 1
    tail = str(mailboxes[mailbox]) if mailboxes[mailbox] > 1 else ""
    return (f"{mailbox}{tail}@{attendee.institution or 'consulate'}.example",)


def _add_posts(draft: Draft, attendee: Attendee) -> None:
    held = [(attendee.institution, attendee.title), *([attendee.also] if attendee.also else [])]
    for number, (institution, title) in enumerate(held):
        draft.add(
            Post(
                id=drafts.post(attendee.code, number),
                person_id=key("person", attendee.code),
                institution_id=drafts.institution(institution) if institution else None,
                title=pair(title),
                position=number,
            )
        )


def _channel(attendee: Attendee) -> Channel | None:
    """One delegation hears everything in its own chat, and who chairs a first half is rung up."""
    if attendee.code in {track["chairs"][0] for track in table("programme")["tracks"]}:
        return Channel.PHONE
    return Channel.CHAT if attendee.country == "NP" and attendee.delegation else None


def _participant(attendee: Attendee, code: str, place: int) -> Participant:
    foreign = attendee.country != "CN"
    return Participant(
        id=drafts.participant(attendee.code),
        forum_id=FORUM,
        person_id=key("person", attendee.code),
        code=code,
        category=attendee.category,
        post_id=drafts.post(attendee.code),
        mode=attendee.mode,
        status=attendee.status,
        delegation_id=key("delegation", attendee.country) if foreign and attendee.delegation else None,
        role_in_delegation=attendee.delegation if foreign else "",
        contact_by=_channel(attendee),
        position=place,
    )


def add_journeys(draft: Draft, attendees: list[Attendee], random: Random) -> None:
    """Arrivals and departures as far as the lists know them."""
    cities = {row["code"]: row["city_en"] for row in table("directory")["institutions"]}
    for attendee in attendees:
        away = cities.get(attendee.institution, "Kunming") != "Kunming"
        known = random.random() < (0.75 if attendee.country != "CN" else 0.3)
        if attendee.mode is Mode.ON_SITE and away and (known or attendee.arrives_late):
            _add_journeys_of(draft, attendee, random)


def _add_journeys_of(draft: Draft, attendee: Attendee, random: Random) -> None:
    by_train = attendee.country == "CN" and random.random() < 0.5
    hours = (8, 13) if attendee.early else (8, 21)
    landing = at(0, random.randrange(hours[0] * 60, hours[1] * 60, 5))
    landing = at(1, 15 * 60 + 40) if attendee.arrives_late else landing
    unclear = not attendee.arrives_late and random.random() < 0.06
    leaving = at(2, random.randrange(13 * 60, 22 * 60, 5))
    for place, (direction, instant) in enumerate(((Direction.ARRIVAL, landing), (Direction.DEPARTURE, leaving))):
        number = random.randrange(100, 1000)
        draft.add(
            Journey(
                id=key("journey", f"{attendee.code}/{direction}"),
                participant_id=drafts.participant(attendee.code),
                direction=direction,
                at=None if unclear else instant,
                zone=ZONE,
                carrier="" if unclear else f"G{number}" if by_train else f"XX {number}",
                place="昆明南站" if by_train else "昆明长水机场 T1",
                as_written="看情况" if unclear else "",
                position=place,
            )
        )


def add_badges(draft: Draft, attendees: list[Attendee], random: Random) -> None:
    """A badge for everybody, then blanks for walk-ins."""
    for number, attendee in enumerate(attendees, start=1):
        draft.add(
            Badge(
                id=key("badge", attendee.code),
                forum_id=FORUM,
                token=new_token(random),
                number=f"{PREFIX}-{number:04d}",
                participant_id=drafts.participant(attendee.code),
                state=BadgeState.VALID,
            )
        )
    for number, category in enumerate([c for c in BLANKS for _ in range(BLANKS_EACH)], start=1):
        draft.add(
            Badge(
                id=key("badge", f"W{number:03d}"),
                forum_id=FORUM,
                token=new_token(random),
                number=f"{PREFIX}-W{number:03d}",
                category=category,
                state=BadgeState.VALID,
            )
        )

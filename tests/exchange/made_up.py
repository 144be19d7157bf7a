"""Forums full of any text and any gap: what a planner file may hold, the workbook must carry."""

import datetime as dt
import unicodedata
import uuid
from collections.abc import Sequence
from typing import Protocol

from hypothesis import strategies as st
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_organiser,
    make_part,
    make_participant,
    make_person,
    make_post,
    make_room,
    make_session,
    make_track,
    new_database,
)
from forumplanner.domain import guest_kinds, kinds
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText, tidy
from forumplanner.exchange.workbook.reading.questions import split_names
from forumplanner.queries import workbook as query
from forumplanner.records import (
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    Item,
    Journey,
    Part,
    Participant,
)
from forumplanner.snapshots.workbook import KnownForum

DAYS = st.dates(dt.date(2026, 11, 1), dt.date(2026, 11, 30))
INSTANTS = st.datetimes(dt.datetime(2026, 11, 1), dt.datetime(2026, 11, 30), timezones=st.just(dt.UTC)).map(  # noqa: DTZ001 - the zone follows
    lambda at: at.replace(microsecond=0)
)
ZONES = st.sampled_from(["Asia/Shanghai", "Asia/Kathmandu", "Europe/London", "America/New_York"])
COUNTRIES = st.sampled_from(["", "CN", "VN", "LA", "NP", "TW"])
NUMBERS = st.none() | st.integers(0, 100_000)
FORMULAS = st.sampled_from(
    ["=1+1", "+1", "-1", "@x", "＝1", "_x0041_", "a\nb", "Li <Wei> & Co", "'quoted", "#REF!", "TRUE", "9:00"]
)


def texts(limit: int = 200) -> st.SearchStrategy[str]:
    """Any text as records keep it, often empty."""
    written = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=12) | FORMULAS
    return st.just("") | written.map(lambda text: tidy(text)[:limit])


def plain() -> st.SearchStrategy[str]:
    """Short technical text: links, phones, flights."""
    return texts().map(lambda text: " ".join(tidy(unicodedata.normalize("NFKC", text)).split())[:40])


def codes() -> st.SearchStrategy[str]:
    """Often no code; else one that is met twice now and then."""
    return st.sampled_from(["", "", "A", "B", "P0001", "云-1", "1", "=x"])


def localized() -> st.SearchStrategy[LocalizedText]:
    """Text in any of four languages."""
    return st.dictionaries(st.sampled_from(["zh-Hans", "en", "ru", "zh-Hant-HK"]), texts(), max_size=3).map(
        LocalizedText.of
    )


def names() -> st.SearchStrategy[PersonName]:
    """A name with any of its forms."""
    form = (
        st.sampled_from(["", "沈砚秋", "王伟", "Nguyễn Văn An", "Shen Yanqiu", "阿努拉·诗丽蓬", "Li <Wei> & Co"])
        | plain()
    )
    one = form.filter(lambda text: len(split_names(text)) == 1)
    return st.builds(
        PersonName,
        zh=one, latin=one, native=one, native_language=st.sampled_from(["", "th", "lo"]), family=one, given=one,
        courtesy_en=texts(), suffix_en=texts(), address_zh=texts(), pronunciation=texts(),
        latin_first=st.booleans(), zh_confirmed=st.booleans(), latin_confirmed=st.booleans(),
    ).map(PersonName.tidied)  # fmt: skip


class Keyed(Protocol):
    """A record with a key."""

    @property
    def id(self) -> uuid.UUID: ...


def some(draw: st.DrawFn, records: Sequence[Keyed]) -> uuid.UUID | None:
    """The key of one of some records, or None."""
    return draw(st.none() | st.sampled_from([record.id for record in records])) if records else None


def several(draw: st.DrawFn, most: int = 3) -> range:
    """So many times."""
    return range(draw(st.integers(0, most)))


@st.composite
def forums(draw: st.DrawFn) -> KnownForum:
    """What a planner file with one forum knows."""
    db = new_database()
    return query.known(db, _fill(draw, db).id)


def _fill(draw: st.DrawFn, db: Db) -> Forum:
    forum = make_forum(db, slug="made-up", zone=draw(ZONES), country=draw(COUNTRIES), edition=draw(texts()))
    forum.titles = tuple(title for title in draw(st.lists(localized(), max_size=3)) if title)
    forum.theme, forum.series = draw(localized()), draw(localized())
    forum.starts_on, forum.ends_on = draw(st.none() | DAYS), draw(st.none() | DAYS)
    forum.mode = draw(st.none() | st.sampled_from(kinds.ForumMode))
    forum.live_url = draw(plain())
    forum.notes = tuple(note for note in draw(st.lists(texts(), max_size=4)) if note)
    reported = draw(st.dictionaries(st.sampled_from(["attendees", "2019", "a b"]), texts()))
    forum.reported = {code: said for code, said in reported.items() if said} or None
    institutions = [make_institution(db, code=draw(codes()), country=draw(COUNTRIES)) for _ in several(draw)]
    for institution in institutions:
        institution.name, institution.city = draw(localized()), draw(localized())
    people = _people(draw, db, forum, institutions)
    _guests(draw, db, forum, institutions, people)
    _programme(draw, db, forum, institutions, people)
    db.flush()
    return forum


def _people(draw: st.DrawFn, db: Db, forum: Forum, institutions: list[Institution]) -> list[Participant]:
    delegations = [
        make_delegation(db, forum, code=draw(codes()), name=draw(localized()), country=draw(COUNTRIES))
        for _ in several(draw, 2)
    ]
    for delegation in delegations:
        delegation.institution_id = some(draw, institutions)
        delegation.unnamed, delegation.notes = draw(st.integers(0, 9)), draw(texts())
        delegation.contact, delegation.contact_language = draw(texts()), draw(st.sampled_from(["", "en", "lo"]))
        delegation.confirmed_on, delegation.hotel = draw(st.none() | DAYS), draw(localized())
    return [_person(draw, db, forum, institutions, delegations) for _ in several(draw, 4)]


def _person(
    draw: st.DrawFn, db: Db, forum: Forum, institutions: list[Institution], delegations: list[Delegation]
) -> Participant:
    person = make_person(db, name=draw(names()), country=draw(COUNTRIES), notes=draw(texts()), phone=draw(plain()))
    person.emails = draw(st.sampled_from([(), ("a@b.example",), ("a@b.example", "c@d.example")]))
    posts = [make_post(db, person, title=draw(localized()), position=n) for n in several(draw, 2)]
    for post in posts:
        post.institution_id, post.since = some(draw, institutions), draw(st.none() | DAYS)
        post.until = draw(st.none() | DAYS)
    made = make_participant(db, forum, person, draw(st.sampled_from(kinds.Category)), code=draw(codes()))
    made.notes, made.position = draw(texts()), draw(st.integers(0, 3))
    made.delegation_id, made.mode = some(draw, delegations), draw(st.none() | st.sampled_from(kinds.Mode))
    made.role_in_delegation = draw(st.sampled_from(["", "head", "member"]))
    made.protocol_group = draw(st.none() | st.sampled_from(guest_kinds.ProtocolGroup))
    made.contact_by = draw(st.none() | st.sampled_from(guest_kinds.Channel))
    made.protocol_level = draw(st.none() | st.sampled_from(guest_kinds.ProtocolLevel))
    made.post_id = some(draw, posts)
    for n in several(draw, 2):
        _journey(draw, db, made, n)
    return made


def _journey(draw: st.DrawFn, db: Db, participant: Participant, position: int) -> None:
    made = Journey(id=uuid.uuid4(), participant_id=participant.id, position=position, carrier=draw(plain()))
    made.direction = draw(st.sampled_from(kinds.Direction))
    made.at, made.zone, made.as_written = draw(st.none() | INSTANTS), draw(ZONES), draw(texts())
    db.add(made)


def _guests(draw: st.DrawFn, db: Db, forum: Forum, institutions: list[Institution], people: list[Participant]) -> None:
    for institution in institutions:
        role = draw(st.sampled_from(kinds.OrganiserRole))
        make_organiser(db, forum, institution, role, position=draw(st.integers(0, 3)))
    guests: list[ConsularGuest] = []
    for n in several(draw, 2):
        post = ConsularPost(id=uuid.uuid4(), code=f"C{n}", country=draw(st.sampled_from(["VN", "TH"])))
        post.contact, post.phone, post.email = draw(texts()), draw(plain()), draw(st.sampled_from(["", "a@b.example"]))
        post.kind = draw(st.sampled_from(guest_kinds.PostKind))
        post.district, post.address = draw(localized()), draw(localized())
        db.add(post)
        guests += [_guest(draw, forum, post, people) for _ in several(draw, 2)]
    for guest in guests:
        guest.stands_for_id = some(draw, guests)
        db.add(guest)


def _guest(draw: st.DrawFn, forum: Forum, post: ConsularPost, people: list[Participant]) -> ConsularGuest:
    guest = ConsularGuest(id=uuid.uuid4(), forum_id=forum.id, consular_post_id=post.id, code=draw(codes()))
    guest.participant_id, guest.honorary = some(draw, people), draw(st.booleans())
    guest.exequatur_on, guest.seniority = draw(st.none() | DAYS), draw(NUMBERS)
    guest.notified_on, guest.companions = draw(st.none() | DAYS), draw(st.integers(0, 9))
    guest.diplomatic_rank = draw(st.none() | st.sampled_from(guest_kinds.DiplomaticRank))
    guest.status = draw(st.none() | st.sampled_from(kinds.InvitationStatus))
    guest.title, guest.plate, guest.interpreting = draw(localized()), draw(plain()), draw(texts())
    return guest


def _programme(
    draw: st.DrawFn, db: Db, forum: Forum, institutions: list[Institution], people: list[Participant]
) -> None:
    rooms = [make_room(db, forum, code=draw(codes()), capacity=draw(NUMBERS)) for _ in several(draw)]
    for room in rooms:
        room.name = draw(localized())
    tracks = [
        make_track(db, forum, draw(st.sampled_from(["", "A", "B"])), title=draw(localized())) for _ in several(draw, 2)
    ]
    for track in tracks:
        track.convener_id = some(draw, institutions)
    for _ in several(draw):
        chosen = tuple(draw(st.lists(st.sampled_from(rooms), unique=True))) if rooms else ()
        session = make_session(db, forum, rooms=chosen, day=draw(st.none() | DAYS), code=draw(codes()))
        session.title, session.track_id = draw(localized()), some(draw, tracks)
        session.zone, session.notes, session.url = draw(ZONES), draw(texts()), draw(plain())
        session.starts_at = draw(st.none() | INSTANTS)
        for n in range(draw(st.integers(1, 2))):
            part = make_part(db, session, position=n, title=draw(localized()), code=draw(codes()))
            for place in several(draw, 2):
                _item(draw, db, part, place, institutions, people)
            _appearances(draw, db, part, institutions, people)


def _item(
    draw: st.DrawFn, db: Db, part: Part, position: int, institutions: list[Institution], people: list[Participant]
) -> None:
    item = make_item(db, part, position=position, minutes=draw(NUMBERS), code=draw(codes()))
    item.title, item.starts_at = draw(localized()), draw(st.none() | INSTANTS)
    item.languages = draw(st.sampled_from([(), ("en",), ("zh-Hans", "en")]))
    _appearances(draw, db, item, institutions, people)


def _appearances(
    draw: st.DrawFn, db: Db, place: Item | Part, institutions: list[Institution], people: list[Participant]
) -> None:
    for n in several(draw, 2):
        who = draw(st.none() | st.sampled_from(people)) if people else None
        house = draw(st.none() | st.sampled_from(institutions)) if institutions and not who else None
        made = make_appearance(db, place, who, draw(st.sampled_from(kinds.Role)), institution=house, position=n)
        made.label = draw(localized()) if who or house else LocalizedText.of({"en": "To be announced"})
        made.provisional, made.code = draw(st.booleans()), draw(codes())

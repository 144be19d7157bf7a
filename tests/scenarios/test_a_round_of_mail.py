"""A round of mail without a window: built from a real file, in order, each with what is that person's alone."""

import datetime as dt
import email
import email.policy
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from icalendar import Calendar

from factories import (
    make_appearance,
    make_delegation,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
)
from forumplanner.actions import outbox, telling
from forumplanner.actions.mail_texts import set_mail_text
from forumplanner.documents.itinerary import personal
from forumplanner.domain.ids import ForumId, ParticipantId
from forumplanner.domain.kinds import Category, Role, SessionKind
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.telling import Due
from forumplanner.invitations.building import ITINERARY, Order, Step, Verbs, build
from forumplanner.invitations.looks import Sample, look, samples
from forumplanner.invitations.rounds import Known, Whom, known, roll
from forumplanner.queries import itinerary, rounds
from forumplanner.queries import telling as reading
from forumplanner.records import CalendarIdentity, MailRound
from forumplanner.snapshots.calendar import CalendarBook
from forumplanner.snapshots.outbox import Prepared, Programme, Written
from forumplanner.snapshots.rounds import Duty
from forumplanner.store import Store
from planner_file import filling_of

NOW = dt.datetime(2026, 10, 9, 1, tzinfo=dt.UTC)
NAMES = tuple(
    f"{given} {family}" for family in ("Somphou", "Perera", "Rahman") for given in ("Ana", "Ben", "Chi", "Dao")
)
"""Twelve people; each speaks in a forum of their own."""


class Office:
    """A forum in a file whose every speaker has a session that nobody else has."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with filling_of(store) as db:
            forum = make_forum(db, mailbox="office@yunling.example")
            hall = make_room(db, forum)
            group = make_delegation(db, forum)
            for place, name in enumerate(NAMES):
                person = make_person(db, latin=name, country="LA", emails=(f"p{place}@menam.example",))
                made = make_participant(db, forum, person, Category.DELEGATE)
                talk = make_session(
                    db, forum, f"论坛{place}", f"Talk of {name}", kind=SessionKind.PARALLEL,
                    start=f"{8 + place:02}:00", end=f"{8 + place:02}:45", rooms=(hall,),
                )  # fmt: skip
                role = Role.CHAIR if place == 7 else Role.SPEAKER if place == 5 else Role.RECIPIENT
                make_appearance(db, make_item(db, make_part(db, talk), "报告", name, minutes=20), made, role=role)
                made.delegation_id, made.role_in_delegation = group.id, "head" if place == 3 else "member"
            self.forum = ForumId(forum.id)

    def order(self, kind: MailKind = MailKind.PROGRAMME, *, draft: bool = False) -> Order:
        with self.store.read() as db:
            plan, duties = reading.load(db, forum_id=self.forum), rounds.load(db, forum_id=self.forum)
        return Order(kind, plan, roll(kind, plan, Known(), duties, Whom(), now=NOW).ready, NOW, draft)

    def build(self, order: Order, step: Step = lambda _done, _of: None, *, cards: bool = False) -> tuple[Written, ...]:
        with self.store.read() as db:
            book = itinerary.load(db, forum_id=self.forum)
        card: Callable[[str], bytes] | None = (lambda key: personal(book, key)) if cards else None
        return build(order, Verbs(self.programmes, self.changes, card), step)

    def programmes(self, people: Sequence[str]) -> tuple[CalendarBook, Sequence[Programme]]:
        keys = [ParticipantId(UUID(key)) for key in people]
        return telling.prepare_programmes(self.store, forum_id=self.forum, people=keys, now=NOW)

    def changes(self, mails: Sequence[Due]) -> Sequence[Prepared]:
        return telling.prepare(self.store, forum_id=self.forum, mails=mails, now=NOW)

    def identities(self) -> int:
        with self.store.read() as db:
            return db.query(CalendarIdentity).count()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Store.create(tmp_path / "round.forumplanner", actor="Zhou") as store:
        yield Office(store)


def parts_of(mail: Written) -> dict[str, bytes]:
    """Attached files by name, and the invitation in the body under its type."""
    message = email.message_from_bytes(mail.content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    found = {}
    for part in message.walk():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            found[part.get_filename() or part.get_content_type()] = content
    return found


def words_of_pdf(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_chairs_speakers_and_heads_stand_first(office: Office) -> None:
    mails = office.build(office.order())

    assert [mail.to_name for mail in mails[:3]] == [NAMES[7], NAMES[5], NAMES[3]]
    assert sorted(mail.to_name for mail in mails) == sorted(NAMES)


def test_nobody_gets_another_s_programme(office: Office) -> None:
    for mail in office.build(office.order(), cards=True):
        parts = parts_of(mail)
        others = [name for name in NAMES if name != mail.to_name]
        calendar = Calendar.from_ical(parts["programme.ics"])
        assert isinstance(calendar, Calendar)
        (event,) = calendar.walk("VEVENT")
        texts = {
            "words": parts["text/plain"].decode(),
            "page": parts["text/html"].decode(),
            "calendar": str(event["SUMMARY"]),
            "card": words_of_pdf(parts[ITINERARY]),
        }

        assert f"mailto:{mail.to_mailbox}".encode() in parts["text/calendar"].replace(b"\r\n ", b"")
        for where, text in texts.items():
            assert mail.to_name in text, where
            assert [name for name in others if name in text] == [], where


def test_drawing_a_round_up_makes_no_identities(office: Office) -> None:
    order = office.order()
    steps = len(office.store.history())

    assert office.identities() == 0
    office.build(order)
    assert (office.identities(), len(office.store.history())) == (2 * len(NAMES), steps)


def test_a_round_that_is_called_off_queues_nothing(office: Office) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _of: int) -> None:
        if done == 5:
            raise Stopped

    with pytest.raises(Stopped):
        office.build(office.order(), stop)

    with office.store.read() as db:
        assert reading.messages(db, forum_id=office.forum) == ()


def test_progress_runs_from_none_to_all(office: Office) -> None:
    told: list[tuple[int, int]] = []
    office.build(office.order(), lambda done, of: told.append((done, of)))

    assert told == [(done, len(NAMES)) for done in range(len(NAMES) + 1)]


def test_sessions_are_asked_about_one_by_one(office: Office) -> None:
    mails = office.build(office.order(MailKind.SESSION))

    assert len(mails) == len(NAMES)
    for mail in mails:
        assert (mail.kind, mail.method, [one["session"] != str(office.forum) for one in mail.tells]) == (
            MailKind.SESSION,
            "REQUEST",
            [True],
        )
        assert f"Talk of {mail.to_name}" in mail.subject


def test_reminders_go_to_the_silent_twice_and_then_to_nobody(office: Office) -> None:
    for kind, expected in [(MailKind.PROGRAMME, 12), (MailKind.REMINDER, 12), (MailKind.REMINDER, 12)]:
        with office.store.read() as db:
            plan, duties = reading.load(db, forum_id=office.forum), rounds.load(db, forum_id=office.forum)
            told = known(reading.messages(db, forum_id=office.forum), {})
        ready = roll(kind, plan, told, duties, Whom(), now=NOW, again=True).ready
        mails = office.build(Order(kind, plan, ready, NOW))
        outbox.queue(office.store, forum_id=office.forum, kind=kind, mails=mails, account="", handed_over=True, now=NOW)
        assert len(mails) == expected

    with office.store.read() as db:
        plan, duties = reading.load(db, forum_id=office.forum), rounds.load(db, forum_id=office.forum)
        told = known(reading.messages(db, forum_id=office.forum), {})
    assert roll(MailKind.REMINDER, plan, told, duties, Whom(), now=NOW, again=True).ready == ()


def test_chairs_speakers_and_heads_are_read_from_the_programme(office: Office) -> None:
    with office.store.read() as db:
        duties = rounds.load(db, forum_id=office.forum)

    assert sorted((min(own), len(own)) for own in duties.of.values()) == [
        (Duty.CHAIR, 1),
        (Duty.HEAD, 1),
        (Duty.SPEAKER, 1),
    ]


def test_a_round_keeps_the_words_it_was_made_from(office: Office) -> None:
    set_mail_text(
        office.store, forum_id=office.forum, kind=MailKind.PROGRAMME, part="subject", tag="en", text="Your days"
    )
    mails = office.build(office.order())
    key = outbox.queue(
        office.store, forum_id=office.forum, kind=MailKind.PROGRAMME, mails=mails[:2], account="", handed_over=True
    )
    outbox.queue(
        office.store,
        forum_id=office.forum,
        kind=MailKind.PROGRAMME,
        mails=mails[2:],
        account="",
        handed_over=True,
        round_id=key,
    )

    with office.store.read() as db:
        (kept,) = db.query(MailRound).all()
        lines = reading.messages(db, forum_id=office.forum)
    assert (kept.subject.get("en"), kept.made_by) == ("Your days", "Zhou")
    assert "{programme}" in kept.body.get("zh-Hans")
    assert ({line.round_id for line in lines}, len(lines)) == ({str(key)}, len(NAMES))


@pytest.mark.parametrize("kind", [MailKind.PROGRAMME, MailKind.SESSION, MailKind.SAVE_THE_DATE])
def test_a_look_shows_the_very_mail(office: Office, kind: MailKind) -> None:
    order = office.order(kind)
    seen = {one.participant_id: look(kind, order.plan, one, card=False) for one in order.readers}

    for mail in office.build(order):
        shown = seen[mail.participant_id]
        assert (shown.to, shown.mailbox, shown.subject, shown.text) == (
            mail.to_name,
            mail.to_mailbox,
            mail.subject,
            mail.words,
        )
        assert list(shown.files) == [name for name in parts_of(mail) if "/" not in name]


def test_three_mails_are_worth_a_look(office: Office) -> None:
    order = office.order()
    seen = {reader.participant_id for _sample, reader in samples(MailKind.PROGRAMME, order.plan, order.readers)}
    at = next(n for n, reader in enumerate(order.readers) if reader.participant_id not in seen)
    native = replace(order.readers[at], name=replace(order.readers[at].name, native="สมชาย"))
    readers = (*order.readers[:at], native, *order.readers[at + 1 :])

    chosen = samples(MailKind.PROGRAMME, order.plan, readers)
    assert [sample for sample, _reader in chosen] == [Sample.SHORTEST, Sample.LONGEST, Sample.OTHER_SCRIPT]
    assert len({reader.participant_id for _sample, reader in chosen}) == 3
    assert chosen[2][1] == native
    assert samples(MailKind.PROGRAMME, order.plan, readers[:1]) == ((Sample.LONGEST, readers[0]),)
    assert samples(MailKind.PROGRAMME, order.plan, ()) == ()

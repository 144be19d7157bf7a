"""Who is told what, end to end without a window: plan, first mails, a room that changes, a speaker who is dropped."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from icalendar import Calendar

from factories import (
    at,
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    text,
)
from forumplanner.actions import outbox, people, telling
from forumplanner.actions.merging import merge
from forumplanner.actions.outbox import AccountOutbox
from forumplanner.domain.ids import ForumId, ParticipantId, PersonId, SessionId
from forumplanner.domain.kinds import Category, InvitationStatus, SessionKind, StepKind
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.merging import Side
from forumplanner.domain.sending import Limits
from forumplanner.domain.telling import Change, Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.due_changes import everything_due
from forumplanner.invitations.run import Run, Stop
from forumplanner.invitations.smtp import Account, Line, Security
from forumplanner.queries import telling as reading
from forumplanner.records import Appearance, Forum, Session
from forumplanner.snapshots.telling import Reach, TellingPlan
from forumplanner.store import Store
from mail_server import Script, running
from planner_file import filling_of
from taken_mail import event_of, mail_of

ACCOUNT = "office@127.0.0.1"
NOW = dt.datetime(2026, 10, 9, 1, tzinfo=dt.UTC)
ALL_DAY = Limits(per_minute=60_000, per_day=10_000, opens=0, closes=24 * 60)


class Desk:
    """A forum of a few people in a file, and a mail server beside it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.taken: list[tuple[str, bytes]] = []
        self.people: dict[str, ParticipantId] = {}
        self.persons: dict[str, PersonId] = {}
        with filling_of(store) as db:
            forum = make_forum(db, mailbox="office@yunling.example")
            hall, other = make_room(db, forum), make_room(db, forum, "301", "301")
            keynotes = make_session(
                db, forum, "主旨报告", "Keynotes", kind=SessionKind.KEYNOTES, start="10:00", end="12:00", rooms=(hall,)
            )
            talk = make_session(
                db, forum, "第三分论坛", "Forum 3", kind=SessionKind.PARALLEL, start="14:00", end="16:00", rooms=(hall,)
            )
            part = make_part(db, talk)
            for name, country, category, mailbox in PEOPLE:
                person = make_person(db, latin=name, country=country, emails=(mailbox,) if mailbox else ())
                made = make_participant(db, forum, person, category)
                self.people[name], self.persons[name] = ParticipantId(made.id), PersonId(person.id)
                if category is Category.SPEAKER:
                    make_appearance(db, make_item(db, part, "报告", name, minutes=20), made)
            self.forum, self.other_room = ForumId(forum.id), other.id
            self.keynotes, self.talk = SessionId(keynotes.id), SessionId(talk.id)

    def plan(self) -> TellingPlan:
        with self.store.read() as db:
            return reading.load(db, forum_id=self.forum)

    def due(self) -> tuple[Due, ...]:
        return tuple(mail for mail in everything_due(self.plan()) if mail.mailbox)

    def send(self, mails: Sequence[Due]) -> list[tuple[str, EmailMessage]]:
        prepared = telling.prepare(self.store, forum_id=self.forum, mails=mails, now=NOW)
        written = list(Assembler(self.plan(), NOW).changes(prepared))
        outbox.queue(self.store, forum_id=self.forum, kind=MailKind.CHANGE, mails=written, account=ACCOUNT)
        script = Script()
        with running(script) as port:
            line = Line(Account("127.0.0.1", port, Security.NONE), str)
            ended = Run(
                AccountOutbox(self.store, ACCOUNT), line, "office@yunling.example", ALL_DAY, lambda _s: False
            ).go()
        assert ended.stop is Stop.DONE
        return [(to, mail_of(content)) for to, content in script.taken]

    def names(self, mails: Sequence[Due]) -> Counter[tuple[str, str]]:
        by_id = {str(key): name for name, key in self.people.items()}
        return Counter((by_id[mail.participant_id], str(mail.change)) for mail in mails)


PEOPLE = (
    ("Siri", "TH", Category.SPEAKER, "siri@menam.example"),
    ("Perera", "LK", Category.SPEAKER, "perera@mahaweli.example"),
    ("Hung", "VN", Category.DELEGATE, "hung＠redriver.example "),
    ("Chen", "CN", Category.DELEGATE, "chen@qq,example"),
    ("Nobody", "NP", Category.DELEGATE, ""),
    ("Consul", "MM", Category.CONSULAR, "consul@mission.example"),
)


def words_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "told.forumplanner", actor="Zhou") as store:
        yield Desk(store)


def test_each_is_reached_in_their_own_way(desk: Desk) -> None:
    reach = {one.name.shown("en"): one.reach for one in desk.plan().readers}

    assert reach == {
        "Siri": Reach.MAIL,
        "Perera": Reach.MAIL,
        "Hung": Reach.MAIL,
        "Chen": Reach.BAD_ADDRESS,
        "Nobody": Reach.NO_ADDRESS,
        "Consul": Reach.PHONE,
    }


def test_a_programme_mail_invites_to_the_stay_and_holds_every_own_session(desk: Desk) -> None:
    book, programmes = telling.prepare_programmes(
        desk.store, forum_id=desk.forum, people=list(desk.people.values()), now=NOW
    )
    written = list(Assembler(desk.plan(), NOW).programmes(book, programmes))
    mails = {mail.to_mailbox: mail_of(mail.content) for mail in written}

    assert set(mails) == {"siri@menam.example", "perera@mahaweli.example", "hung@redriver.example"}
    method, stay = event_of(mails["siri@menam.example"])
    assert (method, stay.start, stay.end, stay["TRANSP"]) == ("REQUEST", at("00:00"), at("24:00"), "TRANSPARENT")
    (own,) = [part for part in mails["siri@menam.example"].walk() if part.get_filename() == "programme.ics"]
    content = own.get_payload(decode=True)
    assert isinstance(content, bytes)
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == [
        "主旨报告 / Keynotes",
        "第三分论坛 / Forum 3",
    ]
    words = words_of(mails["siri@menam.example"])
    assert "14:00–16:00 Beijing Time (UTC+8) (Bangkok 13:00–15:00)  Forum 3\n" in words
    assert "14:00–16:00 北京时间（UTC+8），曼谷时间 13:00–15:00  第三分论坛\n" in words


def test_whoever_got_the_programme_hears_of_changes_under_the_same_uid(desk: Desk) -> None:
    book, programmes = telling.prepare_programmes(
        desk.store, forum_id=desk.forum, people=list(desk.people.values()), now=NOW
    )
    written = list(Assembler(desk.plan(), NOW).programmes(book, programmes))
    outbox.queue(desk.store, forum_id=desk.forum, kind=MailKind.PROGRAMME, mails=written, account="", handed_over=True)
    assert desk.due() == ()

    with desk.store.step(StepKind.OTHER) as db:
        session = db.get(Session, desk.talk)
        assert session
        session.starts_at = at("14:30")
    sent = desk.send(desk.due())
    uids = {entry.uid for person in book.people for entry in person.entries if entry.session_id == str(desk.talk)}

    assert [(event_of(mail)[1]["SEQUENCE"]) for _to, mail in sent] == [1, 1]
    assert {str(event_of(mail)[1]["UID"]) for _to, mail in sent} == uids


def test_a_moved_room_tells_exactly_its_people(desk: Desk) -> None:
    first = desk.due()
    assert desk.names(first) == {("Siri", "new"): 2, ("Perera", "new"): 2, ("Hung", "new"): 1}
    assert sorted(to for to, _mail in desk.send(first)) == [
        "hung@redriver.example",
        *["perera@mahaweli.example"] * 2,
        *["siri@menam.example"] * 2,
    ]
    assert desk.due() == ()

    with desk.store.step(StepKind.OTHER) as db:
        session = db.get(Session, desk.talk)
        assert session
        session.rooms[0].room_id = desk.other_room
    changed = desk.due()
    sent = desk.send(changed)

    assert desk.names(changed) == {("Siri", "update"): 1, ("Perera", "update"): 1}
    assert {to for to, _mail in sent} == {"siri@menam.example", "perera@mahaweli.example"}
    method, event = event_of(sent[0][1])
    assert (method, event["SEQUENCE"], "301" in str(event["LOCATION"])) == ("REQUEST", 1, True)
    assert desk.due() == ()


def test_an_update_keeps_its_uid_and_says_what_was_on_both_clocks(desk: Desk) -> None:
    (before,) = [event_of(mail)[1] for to, mail in desk.send(desk.due()) if to.startswith("hung")]
    with desk.store.step(StepKind.OTHER) as db:
        session = db.get(Session, desk.keynotes)
        assert session
        session.starts_at = at("10:30")
    ((_to, mail),) = [one for one in desk.send(desk.due()) if one[0].startswith("hung")]
    _method, event = event_of(mail)

    assert (event["UID"], event["SEQUENCE"]) == (before["UID"], 1)
    words = words_of(mail)
    assert mail["Subject"] == "Change: Keynotes / 日程变更：主旨报告"
    assert "Was: Sat 14 Nov 10:00–12:00 Beijing Time (UTC+8) (Hanoi 09:00–11:00)\n" in words
    assert "Now: Sat 14 Nov 10:30–12:00 Beijing Time (UTC+8) (Hanoi 09:30–11:00), " in words
    assert words.index("Dear") < words.index("尊敬的")


def test_a_speaker_who_is_dropped_gets_a_cancellation_and_can_come_back(desk: Desk) -> None:
    desk.send(desk.due())
    with desk.store.step(StepKind.OTHER) as db:
        for row in db.query(Appearance).filter(Appearance.participant_id == desk.people["Siri"]):
            row.participant_id, row.label = None, text("待定", "To be announced")
    mails = desk.due()
    cancelled = {to: event_of(mail) for to, mail in desk.send(mails)}

    assert desk.names(mails) == {("Siri", "cancel"): 1, ("Perera", "update"): 1}
    method, event = cancelled["siri@menam.example"]
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)

    desk.store.undo()
    back = {to: event_of(mail)[1] for to, mail in desk.send(desk.due())}
    assert (back["siri@menam.example"]["UID"], back["siri@menam.example"]["SEQUENCE"]) == (event["UID"], 2)


def test_a_corrected_address_is_cancelled_at_the_old_and_invited_at_the_new(desk: Desk) -> None:
    desk.send(desk.due())
    people.set_emails(desk.store, person_id=desk.persons["Hung"], emails=["an@redriver.example"])
    sent = desk.send(desk.due())
    (away, (_first, old)), (here, (_second, new)) = [(to, event_of(mail)) for to, mail in sent]

    assert (away, old["STATUS"]) == ("hung@redriver.example", "CANCELLED")
    assert (here, new["STATUS"], new["SEQUENCE"]) == ("an@redriver.example", "CONFIRMED", 0)
    assert old["UID"] != new["UID"]
    assert desk.due() == ()


def test_whoever_leaves_the_forum_is_taken_out_of_their_calendars(desk: Desk) -> None:
    desk.send(desk.due())
    people.remove_participant(desk.store, participant_id=desk.people["Hung"])
    ((to, mail),) = desk.send(desk.due())

    assert (to, event_of(mail)[0]) == ("hung@redriver.example", "CANCEL")
    assert desk.due() == ()


def test_whoever_declined_hears_no_more_until_they_come_after_all(desk: Desk) -> None:
    desk.send(desk.due())
    people.set_status(desk.store, participants=[desk.people["Siri"]], status=InvitationStatus.DECLINED)
    with desk.store.step(StepKind.OTHER) as db:
        session = db.get(Session, desk.talk)
        assert session
        session.starts_at = at("14:30")
    assert desk.names(desk.due()) == {("Perera", "update"): 1}

    people.set_status(desk.store, participants=[desk.people["Siri"]], status=InvitationStatus.ACCEPTED)
    assert desk.names(desk.due()) == {("Perera", "update"): 1, ("Siri", "update"): 1}


def test_a_merge_tells_nobody_anything_and_its_undo_neither(desk: Desk) -> None:
    desk.send(desk.due())
    with desk.store.step(StepKind.OTHER) as db:
        twin = make_person(db, latin="Ann Hung", country="VN", emails=("hung@redriver.example",))
        forum = db.get(Forum, desk.forum)
        assert forum
        make_participant(db, forum, twin, Category.DELEGATE, status=InvitationStatus.DECLINED)
        other = PersonId(twin.id)
    merge(desk.store, keep=other, drop=desk.persons["Hung"], choices={f"{desk.forum}:status": Side.DROP})
    assert desk.due() == ()

    desk.store.undo()
    assert desk.due() == ()


def test_a_minor_change_is_told_to_nobody_until_the_next(desk: Desk) -> None:
    desk.send(desk.due())
    with desk.store.step(StepKind.OTHER) as db:
        session = db.get(Session, desk.keynotes)
        assert session
        session.title = text("主旨报告", "Keynote Addresses")
    telling.mark_minor(desk.store, forum_id=desk.forum, session_id=desk.keynotes)
    assert desk.due() == ()

    with desk.store.step(StepKind.OTHER) as db:
        session = db.get(Session, desk.keynotes)
        assert session
        session.starts_at = at("10:30")
    assert {mail.change for mail in desk.due()} == {Change.UPDATE}

    telling.mark_minor(desk.store, forum_id=desk.forum, session_id=desk.keynotes)
    telling.tell_after_all(desk.store, session_id=desk.keynotes)
    assert len(desk.due()) == 3

"""Mailed calendars: one event, one person, the method that RFC 5546 asks for; read back by two other readers."""

import datetime as dt
from dataclasses import replace

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from factories import at
from forumplanner.domain.kinds import Role
from forumplanner.invitations.itip import Addressee, Inviter, Method, mailed
from forumplanner.snapshots.calendar import CalendarEvent, Entry

SENT = dt.datetime(2026, 10, 9, 8, 30, tzinfo=dt.UTC)
BEGIN, END = at("09:00"), at("09:50")
assert BEGIN
assert END
EVENT = CalendarEvent("s", BEGIN, END, "Asia/Shanghai", "开幕式 / Opening", "云岭厅", "两行\nTwo lines")
ENTRY = Entry("s", "u@yunling.example", 2, SENT, SENT, "您的任务：主持")
GUEST = Addressee("Siriporn Anurak", "siri@menam.example")
OFFICE = Inviter(("云岭论坛", "Yunling Forum"), "office@yunling.example")


def event(
    method: Method = Method.REQUEST, to: Addressee = GUEST, what: CalendarEvent = EVENT
) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(mailed(method, what, ENTRY, to=to, by=OFFICE))
    assert isinstance(calendar, Calendar)
    (only,) = calendar.walk("VEVENT")
    assert isinstance(only, Event)
    return calendar, only


def test_a_request_names_one_person_and_asks_for_an_answer() -> None:
    calendar, only = event()

    assert calendar["METHOD"] == "REQUEST"
    assert (only["UID"], only["SEQUENCE"], only["STATUS"]) == ("u@yunling.example", 2, "CONFIRMED")
    assert str(only["ATTENDEE"]) == "mailto:siri@menam.example"
    assert dict(only["ATTENDEE"].params) == {
        "CN": "Siriporn Anurak",
        "CUTYPE": "INDIVIDUAL",
        "PARTSTAT": "NEEDS-ACTION",
        "ROLE": "REQ-PARTICIPANT",
        "RSVP": "TRUE",
    }
    assert str(only["ORGANIZER"]) == "mailto:office@yunling.example"
    assert only.start == BEGIN


def test_a_cancellation_takes_the_event_back_and_asks_nothing() -> None:
    calendar, only = event(Method.CANCEL)

    assert (calendar["METHOD"], only["STATUS"], only["ATTENDEE"].params["RSVP"]) == ("CANCEL", "CANCELLED", "FALSE")
    assert "PARTSTAT" not in only["ATTENDEE"].params


@pytest.mark.parametrize(("role", "said"), [(Role.CHAIR, "CHAIR"), (Role.SPEAKER, "REQ-PARTICIPANT")])
def test_who_leads_a_session_is_its_chair(role: Role, said: str) -> None:
    _calendar, only = event(to=replace(GUEST, role=role))

    assert only["ATTENDEE"].params["ROLE"] == said


def test_a_second_reader_agrees() -> None:
    read = vobject.readOne(mailed(Method.REQUEST, EVENT, ENTRY, to=GUEST, by=OFFICE).decode())

    assert read.method.value == "REQUEST"
    assert read.vevent.summary.value == EVENT.summary
    assert read.vevent.dtstart.value == BEGIN
    assert read.vevent.attendee.value == "mailto:siri@menam.example"


@given(st.text(max_size=300), st.text(max_size=80))
def test_hostile_words_stay_in_their_place(summary: str, name: str) -> None:
    data = mailed(Method.REQUEST, replace(EVENT, summary=summary), ENTRY, to=replace(GUEST, name=name), by=OFFICE)

    assert data.count(b"\r\nATTENDEE;") == 1
    assert data.count(b"BEGIN:VEVENT") == data.count(b"BEGIN:VCALENDAR") == 1 or "BEGIN:" in summary + name
    assert all(len(row) <= 75 for row in data.split(b"\r\n"))

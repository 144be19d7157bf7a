"""Plans in which nothing is amiss though something looks so: no check may find anything."""

from dataclasses import replace

from checked_forum import PERERA, RAHMAN, ROOM_A, ROOM_B, appears, arrives, forum, leaves, part, session, talk
from factories import DAY, text
from forumplanner.domain.kinds import (
    ForumMode,
    Interpretation,
    ItemKind,
    Mode,
    OrganiserRole,
    ReleaseKind,
    Role,
    SessionKind,
    Severity,
)
from forumplanner.domain.names import PersonName
from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.ranks import Proof
from forumplanner.snapshots.approval import CheckedApproval
from forumplanner.snapshots.checked_guests import CheckedDelegation
from forumplanner.snapshots.checks import (
    CheckedAppearance,
    CheckedDecline,
    CheckedForum,
    CheckedItem,
    CheckedOrganiser,
    CheckedPerson,
    CheckedRoom,
    CheckSeverity,
)
from oracle_planted import EAST, ENVOY, FRIDAY, WEST, Case, closure, hall, release, talking

NAMESAKE = CheckedPerson("rahman2", PersonName(zh="拉赫曼", latin="Karim Rahman"), "BD")
STREAM = CheckedRoom("S", text("直播间", "Stream"))
CHAIRS = session("1", "14:00", "15:00", part(rahman=Role.CHAIR), room="A")


def beside(*items: CheckedItem) -> CheckedForum:
    """Rahman chairs in room A from 14:00 to 15:00; something else runs in room B."""
    return forum(CHAIRS, session("2", "14:00", "15:00", part(*items), room="B"))


def titled(zh: str, en: str) -> CheckedForum:
    """One talk of that title."""
    return hall(talk(title=text(zh, en)))


def journey(*journeys: str) -> CheckedForum:
    """Rahman speaks from 09:30 to 09:50 and travels as said: "+08:30" arrives, "-10:50" leaves, "-" without a time."""
    known = tuple((arrives if at[0] == "+" else leaves)(at[1:] or None) for at in journeys)
    talks = session("1", "09:00", "10:00", part(talking("a", "09:30", 20)), room="A")
    return forum(talks, people=(replace(RAHMAN, journeys=known),))


def online(country: str, start: str, end: str) -> CheckedForum:
    """Somebody of that country speaks online all through a session."""
    speaker = CheckedPerson("p", PersonName(latin="P"), country, mode=Mode.ONLINE)
    return forum(session("1", start, end, part(talk(appears("p"), minutes=60)), room="A"), people=(speaker,))


def walking(second: str, *rooms: CheckedRoom) -> CheckedForum:
    """Rahman chairs in A until 10:00, then in B from `second` on."""
    return forum(
        session("1", "09:00", "10:00", part(rahman=Role.CHAIR), room="A"),
        session("2", second, "11:00", part(rahman=Role.CHAIR), room="B"),
        rooms=rooms,
    )


def interpreted(kind: Interpretation, *people: CheckedAppearance, channel: str = "") -> CheckedForum:
    """One talk to be interpreted."""
    return hall(talk(*people, interpretation=kind, channel=channel))


INNOCENT = (
    Case(
        "a delegation announced by number, and one with its head",
        forum(
            delegations=(
                CheckedDelegation("D", text("泰国代表团")),
                CheckedDelegation("E", text("老挝代表团"), (text("坎苏"),), named=4),
            )
        ),
    ),
    Case(
        "a consul-general who speaks at a proven place, admitted on the last day",
        replace(hall(talking("a", "09:00", 20)), envoys=(replace(ENVOY, exequatur_on=DAY),), ends_on=DAY),
    ),
    Case(
        "a place by hand of somebody who speaks",
        replace(hall(talking("a", "09:00", 20)), envoys=(replace(ENVOY, proof=Proof.BY_HAND),)),
    ),
    Case(
        "an unproven place of a guest who is not on the programme, and of one whom nobody has named",
        replace(
            hall(talk(appears("perera"))),
            envoys=(
                replace(ENVOY, proof=Proof.UNPROVEN),
                replace(ENVOY, id="H", participant_id=None, proof=Proof.UNPROVEN),
            ),
        ),
    ),
    Case("one session after the other in a room", forum(CHAIRS, session("2", "15:00", "16:00", room="A"))),
    Case(
        "two namesakes in two rooms",
        replace(beside(talk(appears("rahman2"), start="14:10")), people=(RAHMAN, NAMESAKE)),
    ),
    Case(
        "a recorded video needs nobody", beside(talk(appears("rahman", mode=Mode.VIDEO), start="14:10", media="a.mp4"))
    ),
    Case("an MC who gives an address in the own part", hall(talking("a", "09:00", 10), rahman=Role.MC)),
    Case("another session in another room", forum(CHAIRS, session("2", "14:00", "15:00", room="B"))),
    Case("one session in two rooms", forum(session("1", "14:00", "15:00", part(rahman=Role.CHAIR), rooms=("A", "B")))),
    Case(
        "one event entered twice",
        forum(
            *(
                session(n, "14:00", "15:00", part(rahman=Role.CHAIR), room=n, title=text("开幕式", "Opening"))
                for n in "AB"
            )
        ),
    ),
    Case(
        "a stream of what happens elsewhere",
        forum(CHAIRS, session("2", "14:00", "15:00", part(rahman=Role.CHAIR), room="S"), rooms=(ROOM_A, STREAM)),
    ),
    Case(
        "two streams at once",
        forum(*(session(n, "14:00", "15:00", rooms=(n, "S")) for n in "AB"), rooms=(ROOM_A, ROOM_B, STREAM)),
    ),
    Case(
        "registration in the same hall",
        forum(CHAIRS, session("2", "13:00", "17:00", room="A", kind=SessionKind.REGISTRATION)),
    ),
    Case(
        "an exhibition over the day",
        forum(CHAIRS, session("2", "09:00", "18:00", room="A", kind=SessionKind.EXHIBITION)),
    ),
    Case(
        "a group break in all rooms",
        forum(CHAIRS, session("2", "14:30", "14:50", rooms=("A", "B"), kind=SessionKind.BREAK)),
    ),
    Case(
        "looking after the registration",
        forum(CHAIRS, session("2", "13:00", "17:00", part(rahman=Role.MC), room="B", kind=SessionKind.REGISTRATION)),
    ),
    Case(
        "free in the other half",
        forum(
            session("1", "14:00", "17:00", part(end="15:30", rahman=Role.CHAIR), part(start="15:50"), room="A"),
            session("2", "15:30", "16:00", part(rahman=Role.CHAIR), room="B"),
        ),
    ),
    Case(
        "a talk that ends when the chair begins",
        forum(CHAIRS, session("2", "13:00", "14:00", part(talking("a", "13:40", 20)), room="B")),
    ),
    Case(
        "a room opened in time", forum(CHAIRS, rooms=(replace(ROOM_A, closures=(closure("08:00", "14:00"),)), ROOM_B))
    ),
    Case(
        "another room is closed", forum(CHAIRS, rooms=(ROOM_A, replace(ROOM_B, closures=(closure("08:00", "18:00"),))))
    ),
    Case("the last seat", forum(session("1", "09:00", "10:00", room="A", expected=120))),
    Case("seats of the room it is relayed to", forum(session("1", "09:00", "10:00", rooms=("A", "B"), expected=270))),
    Case("a bus needs no room", forum(session("1", "09:00", "10:00", kind=SessionKind.TRANSFER))),
    Case(
        "a place in words",
        forum(session("1", "19:00", "21:00", kind=SessionKind.BANQUET, place=text("湖边", "Lakeside"))),
    ),
    Case("held online", forum(session("1", "09:00", "10:00"), mode=ForumMode.ONLINE)),
    Case("a walk in time", walking("10:10", EAST, WEST)),
    Case("next door", walking("10:00", EAST, replace(ROOM_B, building=EAST.building))),
    Case("a building that nobody entered", walking("10:00", EAST, ROOM_B)),
    Case("arrives just early enough", journey("+08:30")),
    Case("leaves just late enough", journey("-10:50")),
    Case("journeys without a time", journey("+", "-")),
    Case("online by day", online("BD", "09:00", "10:00")),
    Case("online from a country without a clock", online("XX", "03:00", "04:00")),
    Case("items that fill the session", hall(talk(minutes=32, name="a"), talk(minutes=28, name="b"))),
    Case("odd minutes", hall(talk(start="09:28", minutes=2, name="a"), talk(start="09:30", minutes=7, name="b"))),
    Case(
        "a change of speakers",
        hall(
            talk(start="09:00", minutes=20, name="a"),
            talk(start="09:24", minutes=20, name="b"),
            kind=SessionKind.PARALLEL,
            perera=Role.CHAIR,
        ),
    ),
    Case(
        "tea between two parts",
        forum(
            session(
                "1",
                "14:00",
                "17:00",
                part(end="15:30", perera=Role.CHAIR),
                part(start="15:50", perera=Role.CHAIR),
                room="A",
                kind=SessionKind.PARALLEL,
            )
        ),
    ),
    Case("items of unknown length", hall(talk(minutes=None, name="a"), talk(minutes=None, name="b"))),
    Case("past midnight", forum(session("1", "22:00", "25:00", part(talk(start="24:30")), room="A"))),
    Case("a video with a link", hall(talk(kind=ItemKind.VIDEO_ADDRESS, url="https://video.example/1"))),
    Case("simultaneous on a channel", interpreted(Interpretation.SIMULTANEOUS, channel="2")),
    Case(
        "consecutive with an interpreter", interpreted(Interpretation.CONSECUTIVE, appears("perera", Role.INTERPRETER))
    ),
    Case("nothing to interpret", interpreted(Interpretation.NONE)),
    Case(
        "an institution speaks in the final programme",
        replace(
            hall(talk(CheckedAppearance("x", institution_id="i"), appears("rahman"))),
            releases=release(ReleaseKind.FINAL),
        ),
    ),
    Case(
        "declined, and is not on the programme",
        replace(hall(talk(appears("rahman"))), declines=(CheckedDecline("perera"), CheckedDecline("rahman", "2"))),
    ),
    Case(
        "not coming, and sends a recording",
        replace(
            hall(talk(appears("rahman", mode=Mode.VIDEO), url="https://video.example/1")),
            declines=(CheckedDecline("rahman"),),
        ),
    ),
    Case(
        "not coming, and speaks online",
        replace(hall(talk(appears("rahman", mode=Mode.ONLINE))), declines=(CheckedDecline("rahman"),)),
    ),
    Case("a number in a name", titled("新冠疫情与2型糖尿病", "COVID-19 and type 2 diabetes")),
    Case("numbers in words", titled("在十二个国家用六年", "Six years in twelve countries")),
    Case("a number left out", titled("第三届云岭论坛", "Yunling Forum")),
    Case(
        "host of the forum, organiser of a parallel one",
        forum(
            organisers=(
                CheckedOrganiser("u", text("大学", "University"), OrganiserRole.HOST),
                CheckedOrganiser("u", text("大学", "University"), OrganiserRole.ORGANIZER, "t"),
            )
        ),
    ),
    Case(
        "a Friday without guests who keep the prayer",
        forum(
            session("1", "13:00", "15:00", part(perera=Role.CHAIR), room="A", day=FRIDAY, kind=SessionKind.KEYNOTES),
            people=(PERERA,),
            planning=PlanningRules(meal_from=0, meal_to=0),
        ),
    ),
    Case(
        "after the prayer",
        forum(session("1", "14:00", "15:00", part(perera=Role.CHAIR), room="A", day=FRIDAY, kind=SessionKind.KEYNOTES)),
    ),
    Case(
        "a meal within",
        forum(
            session(
                "1",
                "11:00",
                "14:00",
                part(talk(minutes=180, kind=ItemKind.MEAL), perera=Role.CHAIR),
                room="A",
                kind=SessionKind.WORKSHOP,
            )
        ),
    ),
    Case(
        "over in time for lunch",
        forum(session("1", "11:00", "12:25", part(perera=Role.CHAIR), room="A", kind=SessionKind.KEYNOTES)),
    ),
    Case("a visit over lunchtime", forum(session("1", "10:00", "15:00", kind=SessionKind.VISIT))),
    Case(
        "a kind that the forum switched off",
        replace(
            forum(*(session(n, "09:00", "10:00", room="A") for n in "12")),
            severities=(CheckSeverity("room_overlap", Severity.OFF),),
        ),
    ),
    Case("five days where five are allowed", forum(approval=CheckedApproval(days=5, most_days=5))),
    Case("six days where no rules apply", forum(approval=CheckedApproval(days=6, most_days=None))),
)

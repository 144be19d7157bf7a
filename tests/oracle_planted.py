"""Faults, each planted alone: what is wrong, and exactly which findings tell of it.

An expected finding is (kind, ids of its subjects in order, minutes).
"""

import datetime as dt
from dataclasses import dataclass, replace

from checked_forum import PERERA, RAHMAN, ROOM_A, ROOM_B, appears, arrives, forum, leaves, part, session, talk
from factories import DAY, at, text
from forumplanner.domain.approval import Deviation, DeviationKind
from forumplanner.domain.kinds import (
    Interpretation,
    ItemKind,
    Mode,
    OrganiserRole,
    ReleaseKind,
    Role,
    SessionKind,
)
from forumplanner.domain.names import PersonName
from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.ranks import Proof
from forumplanner.domain.regimes import Deadline, DeadlineKind, Refused
from forumplanner.snapshots.approval import CheckedApproval
from forumplanner.snapshots.checked_guests import CheckedDelegation, CheckedEnvoy
from forumplanner.snapshots.checks import (
    CheckedClosure,
    CheckedDay,
    CheckedDecline,
    CheckedForum,
    CheckedItem,
    CheckedOrganiser,
    CheckedPart,
    CheckedPerson,
    CheckedRelease,
    CheckedWalk,
)
from forumplanner.snapshots.findings import FindingKind as K

Expected = tuple[K, str, int | None]

FRIDAY = DAY - dt.timedelta(days=1)
EAST = replace(ROOM_A, building=text("东楼", "East"))
WEST = replace(ROOM_B, building=text("西楼", "West"))
ENVOY = CheckedEnvoy("G", text("拉赫曼", "Rahman"), text("孟加拉国总领事馆"), "BD", participant_id="rahman")
"""Rahman as consul-general with a proven place."""
ISSUED = at("08:00") or dt.datetime.now(tz=dt.UTC)


@dataclass(frozen=True)
class Case:
    """What was planted, in which forum, and what must be found: nothing less, nothing more."""

    name: str
    forum: CheckedForum
    expected: tuple[Expected, ...] = ()


def called(one: CheckedPart, identity: str) -> CheckedPart:
    """The same part under an id that a table can name."""
    return replace(one, id=identity)


def closure(start: str, end: str) -> CheckedClosure:
    """A stretch of the test's day in which a room is closed."""
    return CheckedClosure(at(start) or ISSUED, at(end) or ISSUED, text("布展", "Set-up"))


def release(kind: ReleaseKind) -> tuple[CheckedRelease, ...]:
    """One issue of the programme."""
    return (CheckedRelease("V3.0", kind, ISSUED),)


def talking(name: str, start: str, minutes: int, role: Role = Role.SPEAKER) -> CheckedItem:
    """Rahman does something for that long."""
    return talk(appears("rahman", role), start=start, minutes=minutes, name=name)


def twice(first: Role, second: Role) -> CheckedForum:
    """Rahman from 14:00 to 15:00 in room A, and from 14:40 to 15:00 in room B."""
    return forum(
        session("1", "14:00", "15:00", part(talking("a", "14:00", 60, first)), room="A"),
        session("2", "14:30", "15:30", part(talking("b", "14:40", 20, second)), room="B"),
    )


def hall(*items: CheckedItem, kind: SessionKind = SessionKind.RECEPTION, **people: Role) -> CheckedForum:
    """One session in room A from 09:00 to 10:00 with one part P."""
    leading = tuple(appears(person, role) for person, role in people.items())
    whole = replace(part(*items), id="P", appearances=leading)
    return forum(session("1", "09:00", "10:00", whole, room="A", kind=kind))


PLANTED = (
    Case("speaks in two rooms", twice(Role.SPEAKER, Role.SPEAKER), ((K.PERSON_OVERLAP, "rahman 1 2", 20),)),
    Case("chairs and speaks elsewhere", twice(Role.CHAIR, Role.SPEAKER), ((K.PERSON_OVERLAP, "rahman 1 2", 20),)),
    Case(
        "speaks and moderates elsewhere", twice(Role.SPEAKER, Role.MODERATOR), ((K.PERSON_OVERLAP, "rahman 2 1", 20),)
    ),
    Case("interprets in two rooms", twice(Role.INTERPRETER, Role.INTERPRETER), ((K.PERSON_OVERLAP, "rahman 1 2", 20),)),
    Case("signs while on a panel", twice(Role.PANELIST, Role.SIGNATORY), ((K.PERSON_OVERLAP, "rahman 1 2", 20),)),
    Case("presents while called up", twice(Role.PRESENTER, Role.RECIPIENT), ((K.PERSON_OVERLAP, "rahman 1 2", 20),)),
    Case(
        "head of a delegation in two rooms",
        replace(
            twice(Role.SPEAKER, Role.SPEAKER),
            people=(replace(RAHMAN, heads=text("孟加拉国代表团", "Delegation of Bangladesh")), PERERA),
        ),
        ((K.HEAD_OVERLAP, "rahman 1 2", 20),),
    ),
    Case(
        "two talks during one chair are one finding of all minutes",
        forum(
            session("1", "14:00", "16:00", part(rahman=Role.CHAIR), room="A"),
            session("2", "14:00", "16:00", part(talking("a", "14:10", 15), talking("b", "15:00", 25)), room="B"),
        ),
        ((K.PERSON_OVERLAP, "rahman 1 2", 40),),
    ),
    Case(
        "two sessions in one room",
        forum(session("1", "09:00", "10:30", room="A"), session("2", "10:15", "11:00", room="A")),
        ((K.ROOM_OVERLAP, "A 1 2", 15),),
    ),
    Case(
        "a relayed session in a taken room",
        forum(session("1", "09:00", "10:30", room="A"), session("2", "10:00", "11:00", rooms=("B", "A"))),
        ((K.ROOM_OVERLAP, "A 1 2", 30),),
    ),
    Case(
        "three at once are three pairs",
        forum(*(session(name, "09:00", "10:00", room="A") for name in "123")),
        ((K.ROOM_OVERLAP, "A 1 2", 60), (K.ROOM_OVERLAP, "A 1 3", 60), (K.ROOM_OVERLAP, "A 2 3", 60)),
    ),
    Case(
        "a closed room",
        forum(
            session("1", "09:00", "10:00", room="A"),
            rooms=(replace(ROOM_A, closures=(closure("08:00", "09:25"),)), ROOM_B),
        ),
        ((K.ROOM_CLOSED, "A 1", 25),),
    ),
    Case(
        "a room too small",
        forum(session("1", "09:00", "10:00", room="A", expected=121)),
        ((K.ROOM_TOO_SMALL, "1 A", None),),
    ),
    Case("no room", forum(session("1", "09:00", "10:00")), ((K.SESSION_WITHOUT_ROOM, "1", None),)),
    Case(
        "a walk of ten minutes in eight",
        forum(
            session("1", "09:00", "10:00", part(talking("a", "09:30", 30)), room="A"),
            session("2", "10:00", "11:00", part(talking("b", "10:08", 20)), room="B"),
            rooms=(EAST, WEST),
        ),
        ((K.WALK_SHORT, "rahman 1 2", 2),),
    ),
    Case(
        "a walk that takes longer than the usual one",
        forum(
            session("1", "09:00", "10:00", part(rahman=Role.CHAIR), room="A"),
            session("2", "10:15", "11:00", part(rahman=Role.CHAIR), room="B"),
            rooms=(EAST, WEST),
            walks=(CheckedWalk("西楼", "东楼", 25),),
        ),
        ((K.WALK_SHORT, "rahman 1 2", 10),),
    ),
    Case(
        "arrives after the own talk",
        forum(
            session("1", "09:00", "10:00", part(talking("a", "09:30", 20)), room="A"),
            people=(replace(RAHMAN, journeys=(arrives("10:10"),)),),
        ),
        ((K.ARRIVES_AFTER, "rahman 1", 40),),
    ),
    Case(
        "arrives within the buffer that the forum set",
        forum(
            session("1", "09:00", "10:00", part(talking("a", "09:30", 20)), room="A"),
            people=(replace(RAHMAN, journeys=(arrives("08:10"),)),),
            planning=PlanningRules(arrival_buffer=90),
        ),
        ((K.ARRIVES_CLOSE, "rahman 1", 80),),
    ),
    Case(
        "leaves before the end",
        forum(
            session("1", "09:00", "10:00", part(talking("a", "09:30", 20)), room="A"),
            people=(replace(RAHMAN, journeys=(leaves("09:40"),)),),
        ),
        ((K.LEAVES_BEFORE, "rahman 1", 10),),
    ),
    Case(
        "leaves right after the talk",
        forum(
            session("1", "09:00", "10:00", part(talking("a", "09:30", 20)), room="A"),
            people=(replace(RAHMAN, journeys=(leaves("10:20"),)),),
        ),
        ((K.LEAVES_CLOSE, "rahman 1", 30),),
    ),
    Case(
        "online before seven by the own clock",
        forum(
            session("1", "08:00", "09:00", part(talking("a", "08:30", 20)), room="A"),
            people=(replace(RAHMAN, mode=Mode.ONLINE),),
        ),
        ((K.ONLINE_AT_NIGHT, "rahman 1", 30),),
    ),
    Case("an item after the end", hall(talk(start="10:05", minutes=10)), ((K.ITEM_OUTSIDE_SESSION, "Talk 1", 10),)),
    Case("an item before the start", hall(talk(start="08:50", minutes=20)), ((K.ITEM_OUTSIDE_SESSION, "Talk 1", 10),)),
    Case(
        "more items than time",
        hall(talk(minutes=40, name="a"), talk(minutes=35, name="b")),
        ((K.SESSION_OVERRUN, "P b 1", 15),),
    ),
    Case(
        "a first half that runs into the second",
        forum(
            session(
                "1",
                "14:00",
                "16:00",
                called(part(talk(minutes=70)), "P"),
                called(part(start="15:00"), "Q"),
                room="A",
            )
        ),
        ((K.SESSION_OVERRUN, "P Talk 1", 10),),
    ),
    Case(
        "two parts at once",
        forum(
            session(
                "1",
                "14:00",
                "16:00",
                called(part(start="14:00", end="15:10"), "P"),
                called(part(start="15:00", end="16:00"), "Q"),
                room="A",
            )
        ),
        ((K.PART_OVERLAP, "P Q 1", 10),),
    ),
    Case(
        "a part that begins before its session",
        forum(session("1", "14:00", "16:00", called(part(start="13:50", end="16:00"), "P"), room="A")),
        ((K.PART_OUTSIDE_SESSION, "P 1", 10),),
    ),
    Case(
        "an item that starts before the other is over",
        hall(talk(start="09:00", minutes=30, name="a"), talk(start="09:20", minutes=20, name="b")),
        ((K.ITEM_OVERLAP, "a b 1", 10),),
    ),
    Case(
        "empty minutes between two items",
        hall(
            talk(start="09:00", minutes=20, name="a"),
            talk(start="09:35", minutes=20, name="b"),
            kind=SessionKind.PARALLEL,
            perera=Role.CHAIR,
        ),
        ((K.SESSION_GAP, "a b 1", 15),),
    ),
    Case(
        "a session without length",
        forum(session("1", "09:00", "09:00", room="A")),
        ((K.ENDS_BEFORE_START, "1", 0),),
    ),
    Case("an item of minus five minutes", hall(talk(minutes=-5)), ((K.ENDS_BEFORE_START, "Talk", None),)),
    Case(
        "nobody in the chair",
        hall(talk(minutes=60), kind=SessionKind.PARALLEL),
        ((K.PART_WITHOUT_CHAIR, "P", None),),
    ),
    Case(
        "a chair who speaks in the own part is a note",
        hall(talking("a", "09:00", 60), kind=SessionKind.PARALLEL, rahman=Role.CHAIR),
        ((K.CHAIR_PRESENTS, "rahman a 1", None),),
    ),
    Case(
        "a video address without a file",
        hall(talk(minutes=5, kind=ItemKind.VIDEO_ADDRESS)),
        ((K.VIDEO_WITHOUT_FILE, "Talk 1", None),),
    ),
    Case(
        "a recorded speaker without a link",
        hall(talk(appears("rahman", mode=Mode.VIDEO), minutes=5)),
        ((K.VIDEO_WITHOUT_FILE, "Talk 1", None),),
    ),
    Case(
        "two items to be interpreted by nobody",
        hall(
            talk(minutes=5, name="a", interpretation=Interpretation.CONSECUTIVE, channel="2"),
            talk(minutes=5, name="b", interpretation=Interpretation.SIMULTANEOUS),
        ),
        ((K.INTERPRETATION_OPEN, "1 a b", None),),
    ),
    Case(
        "not confirmed in the final programme",
        replace(hall(talk(appears("rahman", provisional=True))), releases=release(ReleaseKind.FINAL)),
        ((K.RELEASED_UNCONFIRMED, "1 Talk", None),),
    ),
    Case(
        "a place to be filled in an on-site update",
        replace(hall(talk(appears(None))), releases=release(ReleaseKind.ON_SITE)),
        ((K.RELEASED_PLACEHOLDER, "1 Talk", None),),
    ),
    Case(
        "not confirmed in an issue for comments is a note",
        replace(hall(talk(appears("rahman", provisional=True))), releases=release(ReleaseKind.COMMENTS)),
        ((K.APPEARANCE_PROVISIONAL, "1 Talk", None),),
    ),
    Case(
        "declined the session that he speaks in",
        replace(hall(talking("a", "09:00", 20)), declines=(CheckedDecline("rahman", "1"),)),
        ((K.DECLINED_ON_PROGRAMME, "rahman 1", None),),
    ),
    Case(
        "a chair who is not coming",
        replace(hall(talk(minutes=60), rahman=Role.CHAIR), declines=(CheckedDecline("rahman"),)),
        ((K.DECLINED_ON_PROGRAMME, "rahman 1", None),),
    ),
    Case(
        "two tasks of somebody who declined, one of them provisional, are one finding",
        replace(
            hall(talk(appears("rahman", provisional=True)), rahman=Role.DISCUSSANT),
            declines=(CheckedDecline("rahman"),),
        ),
        ((K.DECLINED_ON_PROGRAMME, "rahman 1", None),),
    ),
    Case("no English", hall(talk(title=text("只有中文"))), ((K.TRANSLATION_MISSING, "Talk", None),)),
    Case(
        "English older than the Chinese",
        hall(talk(title=text("旧题", "Old").edited("zh-Hans", "新题"))),
        ((K.TRANSLATION_STALE, "Talk", None),),
    ),
    Case("another edition", hall(talk(title=text("第三届论坛", "2nd Forum"))), ((K.NUMBERS_DIFFER, "Talk", None),)),
    Case(
        "another date in the summary",
        forum(session("1", "09:00", "10:00", room="A", summary=text("10月24日发布", "Released on 25 October"))),
        ((K.NUMBERS_DIFFER, "1", None),),
    ),
    Case(
        "an institution as host and supporter",
        forum(
            organisers=(
                CheckedOrganiser("u", text("大学", "University"), OrganiserRole.HOST),
                CheckedOrganiser("u", text("大学", "University"), OrganiserRole.SUPPORTER),
            )
        ),
        ((K.ORGANISER_TWICE, "u", None),),
    ),
    Case(
        "two sessions during the Friday prayer are one finding",
        forum(
            session("1", "13:30", "15:00", part(perera=Role.CHAIR), room="A", day=FRIDAY, kind=SessionKind.KEYNOTES),
            session("2", "13:50", "15:00", part(rahman=Role.CHAIR), room="B", day=FRIDAY, kind=SessionKind.PARALLEL),
        ),
        ((K.FRIDAY_PRAYER, "1 2", 30),),
    ),
    Case(
        "a day that the secretariat knows for a guest's country",
        forum(
            session("1", "15:00", "16:00", part(perera=Role.CHAIR), room="A", kind=SessionKind.KEYNOTES),
            days=(CheckedDay(DAY, text("月圆节", "Poya"), "LK"),),
        ),
        ((K.NATIONAL_DAY, "forum", None),),
    ),
    Case(
        "a session over lunchtime",
        forum(session("1", "11:00", "12:40", part(perera=Role.CHAIR), room="A", kind=SessionKind.KEYNOTES)),
        ((K.OVER_LUNCH, "1", 40),),
    ),
    Case("no mailbox", forum(mailbox=""), ((K.FORUM_WITHOUT_MAILBOX, "forum", None),)),
    Case(
        "a guest whom an English badge can't name",
        forum(people=(CheckedPerson("li", PersonName(zh="李松"), "CN"),)),
        ((K.NAME_FORM_MISSING, "li", None),),
    ),
    Case(
        "a delegation that nobody leads",
        forum(delegations=(CheckedDelegation("D", text("老挝代表团", "Delegation of Laos"), named=3),)),
        ((K.DELEGATION_WITHOUT_HEAD, "D", None),),
    ),
    Case(
        "a delegation with two heads",
        forum(delegations=(CheckedDelegation("D", text("老挝代表团"), (text("坎苏"), text("本坎")), named=2),)),
        ((K.DELEGATION_TWO_HEADS, "D", None),),
    ),
    Case(
        "a consular post without a country",
        forum(envoys=(replace(ENVOY, country=""),)),
        ((K.POST_WITHOUT_COUNTRY, "G", None),),
    ),
    Case(
        "an exequatur of the year after",
        forum(envoys=(replace(ENVOY, exequatur_on=DAY + dt.timedelta(days=1)),), ends_on=DAY),
        ((K.EXEQUATUR_LATE, "G", None),),
    ),
    Case(
        "an unproven place of somebody who speaks",
        replace(hall(talking("a", "09:00", 20)), envoys=(replace(ENVOY, proof=Proof.UNPROVEN),)),
        ((K.ORDER_UNPROVEN, "G", None),),
    ),
    Case(
        "an unproven place of somebody who chairs",
        replace(hall(talk(appears("perera")), rahman=Role.CHAIR), envoys=(replace(ENVOY, proof=Proof.UNPROVEN),)),
        ((K.ORDER_UNPROVEN, "G", None),),
    ),
    Case("no time yet", forum(session("1", "09:00", None, room="A")), ((K.SESSION_WITHOUT_TIME, "1", None),)),
    Case(
        "more people than approved",
        forum(approval=CheckedApproval(deviations=(Deviation(DeviationKind.MORE_PEOPLE, numbers=(400, 434)),))),
        ((K.APPROVAL_DEVIATES, "forum", None),),
    ),
    Case(
        "an application that nobody filed",
        forum(approval=CheckedApproval(overdue=(Deadline(DeadlineKind.FILE, DAY - dt.timedelta(days=100)),))),
        ((K.APPROVAL_OVERDUE, "forum", None),),
    ),
    Case(
        "a word that rules don't want in a name",
        forum(approval=CheckedApproval(refused=(Refused("峰会", "云岭峰会"),))),
        ((K.NAME_REFUSED, "forum", None),),
    ),
    Case(
        "six days where five are allowed",
        forum(approval=CheckedApproval(days=6, most_days=5)),
        ((K.EVENT_TOO_LONG, "forum", None),),
    ),
)

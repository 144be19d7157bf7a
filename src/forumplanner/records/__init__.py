"""What is kept: SQLAlchemy declarative classes, one file per subject, no behaviour but validation.

JOURNALLED names the tables whose rows the journal follows; the others are history, files and what left the house.
"""

from forumplanner.records.alliance import Agreement, AgreementParty, Appointment, LedgerEntry, OfficeTerm
from forumplanner.records.approvals import Approval
from forumplanner.records.badges import Badge
from forumplanner.records.base import Base
from forumplanner.records.calendar import CalendarIdentity
from forumplanner.records.ceremony import Act, Cue
from forumplanner.records.contacts import ContactNote, Letter, Material, OrderOverride
from forumplanner.records.delegations import ConsularGuest, Delegation
from forumplanner.records.forum import Forum, Organiser, Release
from forumplanner.records.institutions import ConsularPost, Institution
from forumplanner.records.journal import Asset, JournalRow, JournalStep, PlannerFile
from forumplanner.records.minor_changes import MinorChange
from forumplanner.records.outbox import MailRound, OutboxMessage, ReceivedReply
from forumplanner.records.people import DistinctPair, Journey, Participant, Person, PersonAlias, Post
from forumplanner.records.planning import Acknowledgement, CheckSetting, RoomClosure, SpecialDay, Walk
from forumplanner.records.programme import Appearance, Item, Part, Room, Session, SessionRoom, Track

NOT_JOURNALLED = frozenset(
    {
        "calendar_identity",
        "mail_round",
        "outbox_message",
        "received_reply",
        "journal_step",
        "journal_row",
        "asset",
        "planner_file",
    }
)
"""Tables without undo: append-only ledgers, history itself, files by content."""

__all__ = [
    "NOT_JOURNALLED",
    "Acknowledgement",
    "Act",
    "Agreement",
    "AgreementParty",
    "Appearance",
    "Appointment",
    "Approval",
    "Asset",
    "Badge",
    "Base",
    "CalendarIdentity",
    "CheckSetting",
    "ConsularGuest",
    "ConsularPost",
    "ContactNote",
    "Cue",
    "Delegation",
    "DistinctPair",
    "Forum",
    "Institution",
    "Item",
    "JournalRow",
    "JournalStep",
    "Journey",
    "LedgerEntry",
    "Letter",
    "MailRound",
    "Material",
    "MinorChange",
    "OfficeTerm",
    "OrderOverride",
    "Organiser",
    "OutboxMessage",
    "Part",
    "Participant",
    "Person",
    "PersonAlias",
    "PlannerFile",
    "Post",
    "ReceivedReply",
    "Release",
    "Room",
    "RoomClosure",
    "Session",
    "SessionRoom",
    "SpecialDay",
    "Track",
    "Walk",
]

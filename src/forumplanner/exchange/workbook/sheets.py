"""The planning workbook as data: its twelve sheets in order; template, import and export all read this table."""

from typing import Final

from forumplanner.exchange.workbook.directory import CONSULAR, DELEGATIONS, FORUM, INSTITUTIONS, ORGANISERS, PEOPLE
from forumplanner.exchange.workbook.programme import APPEARANCES, ITEMS, PARTS, ROOMS, SESSIONS, TRACKS
from forumplanner.snapshots.import_plan import Subject

SHEETS: Final = (
    FORUM,
    ORGANISERS,
    INSTITUTIONS,
    PEOPLE,
    DELEGATIONS,
    CONSULAR,
    ROOMS,
    TRACKS,
    SESSIONS,
    PARTS,
    ITEMS,
    APPEARANCES,
)
"""The sheets in the order of the workbook."""

BY_SUBJECT: Final = {sheet.subject: sheet for sheet in SHEETS}

REFERRED_FIRST: Final = (
    Subject.FORUM,
    Subject.INSTITUTIONS,
    Subject.ROOMS,
    Subject.TRACKS,
    Subject.DELEGATIONS,
    Subject.PEOPLE,
    Subject.CONSULAR,
    Subject.SESSIONS,
    Subject.PARTS,
    Subject.ITEMS,
    Subject.APPEARANCES,
    Subject.ORGANISERS,
)
"""Sheets so that what a row speaks of comes first."""

INSTRUCTIONS: Final = "instructions 填写说明"
LISTS: Final = "lists 选项"
"""Sheets beside those of the table: the first one, and the hidden one that drop-downs read."""

"""The planning workbook as data: its twelve sheets in order; template, import and export all read this table."""

from typing import Final

from forumplanner.exchange.workbook_directory import CONSULAR, DELEGATIONS, FORUM, INSTITUTIONS, ORGANISERS, PEOPLE
from forumplanner.exchange.workbook_programme import APPEARANCES, ITEMS, PARTS, ROOMS, SESSIONS, TRACKS

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

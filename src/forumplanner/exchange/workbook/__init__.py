"""The planning workbook that a secretariat fills in: its empty form, reading it into a plan, writing a forum back.

The table of its sheets and columns is `sheets.SHEETS`; everything here is made from that table.
"""

from forumplanner.exchange.workbook.reading import WorkbookRefused, forum_slug, read
from forumplanner.exchange.workbook.reports import dry_run, report
from forumplanner.exchange.workbook.writing import TextTooLong, export, template, write, write_template

__all__ = [
    "TextTooLong",
    "WorkbookRefused",
    "dry_run",
    "export",
    "forum_slug",
    "read",
    "report",
    "template",
    "write",
    "write_template",
]

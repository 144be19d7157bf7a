"""The planning workbook that a secretariat fills in: its empty form, reading it into a plan, writing a forum back.

The table of its sheets and columns is `workbook_sheets.SHEETS`; everything here is made from that table.
"""

from forumplanner.exchange.workbook_export import TextTooLong, export, template, write, write_template
from forumplanner.exchange.workbook_file import WorkbookRefused
from forumplanner.exchange.workbook_import import forum_slug, read
from forumplanner.exchange.workbook_report import dry_run, report

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

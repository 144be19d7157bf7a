"""The planning workbook that a secretariat fills in: its empty form, reading it into a plan, writing a forum back.

The table of its sheets and columns is `workbook_sheets.SHEETS`; everything here is made from that table.
"""

from forumplanner.exchange.workbook_export import TextTooLong, write, write_template
from forumplanner.exchange.workbook_file import WorkbookRefused
from forumplanner.exchange.workbook_import import forum_slug, read

__all__ = ["TextTooLong", "WorkbookRefused", "forum_slug", "read", "write", "write_template"]

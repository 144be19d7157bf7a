"""A planning workbook read into an ImportPlan: opened, recognised, linked to what is known, planned row by row.

`file` opens it, `headers` makes draft rows, `forum` settles where it goes, `linking` finds each row's records
(`people`, `identity`, `references`, `questions`), `changes` says what each row would do; `plan` calls them in order.
"""

from forumplanner.exchange.workbook.reading.file import WorkbookRefused
from forumplanner.exchange.workbook.reading.plan import forum_slug, read

__all__ = ["WorkbookRefused", "forum_slug", "read"]

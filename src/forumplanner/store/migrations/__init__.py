"""Alembic's side of migrations: `versions/` holds one file per form of the planner file, numbered like user_version."""

ROWS_MAY_CHANGE: dict[str, frozenset[str]] = {}
"""By revision: tables in which a migration adds or removes rows on purpose; elsewhere a changed count is a failure."""

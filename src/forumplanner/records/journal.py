"""The file's own book-keeping: steps and rows of the journal, files by content, the planner file's identity.

None of these tables is journalled itself: only the store writes steps and rows, and files never change.
"""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.records.base import Base


class JournalStep(Base):
    """One user action: what was done, by whom, when; its rows stand in `journal_row`."""

    __tablename__ = "journal_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    mode: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(40))
    values: Mapped[dict[str, Any]] = mapped_column(JSON(none_as_null=True))
    actor: Mapped[str]
    at: Mapped[dt.datetime]
    target: Mapped[int | None]
    undone: Mapped[bool] = mapped_column(default=False)
    dead: Mapped[bool] = mapped_column(default=False)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class JournalRow(Base):
    """One row that a step changed: images are canonical JSON, of an update only the fields that differ."""

    __tablename__ = "journal_row"
    __table_args__ = (Index(None, "table_name", "row_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(
        ForeignKey("journal_step.id", deferrable=True, initially="DEFERRED"), index=True
    )
    table_name: Mapped[str] = mapped_column(String(40))
    row_key: Mapped[str] = mapped_column(String(120))
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))


class Asset(Base):
    """A photo, logo or imported file, kept once under the SHA-256 of its bytes."""

    __tablename__ = "asset"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(100))
    data: Mapped[bytes] = mapped_column(LargeBinary)


class PlannerFile(Base):
    """The one row that says which planner file this is and which program can open it."""

    __tablename__ = "planner_file"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    made_at: Mapped[dt.datetime]
    made_with: Mapped[str] = mapped_column(String(20))
    needs: Mapped[str] = mapped_column(String(20))

"""The columns of the list of members and of the ledger beside it."""

from collections.abc import Callable

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.domain.ledger import STANDINGS
from forumplanner.gui import reading
from forumplanner.gui.pages.alliance.entry_details import entry_name
from forumplanner.gui.pages.alliance.words import when
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.alliance import EntryLine, MemberLine

Languages = Callable[[], tuple[str, ...]]
_CHANGE = {AllianceChange.ADMITTED: "ok", AllianceChange.STANDING: "info", AllianceChange.LEFT: "warn"}
_STANDING = {Standing.CHAIR: "accent", Standing.SECRETARY_GENERAL: "accent", Standing.FOUNDING_MEMBER: "info"}


def member_columns(languages: Languages) -> list[Column[MemberLine]]:
    """Standing, institution, since when."""
    return [
        Column(
            "standing",
            lambda: _("Standing"),
            lambda row: short_standing(row.standing),
            width=112,
            cell=Cell.PILL,
            tone=lambda row: _STANDING.get(row.standing, ""),
            sort=lambda row: STANDINGS.index(row.standing),
        ),
        Column("name", lambda: _("Institution"), lambda row: member_name(row, languages()), stretch=True),
        Column("since", lambda: _("Since"), lambda row: str(row.year or ""), width=58, cell=Cell.MUTED, right=True),
    ]


def entry_columns(languages: Languages) -> list[Column[EntryLine]]:
    """When, what, who, as what, on which occasion."""
    return [
        Column(
            "when",
            lambda: _("When"),
            lambda row: when(row.day, row.year),
            width=96,
            sort=lambda row: row.day.isoformat() if row.day else str(row.year or ""),
            hits=False,
        ),
        Column(
            "change",
            lambda: _("What changed"),
            lambda row: _("contradictory") if row.fault else reading.word(row.change),
            width=104,
            cell=Cell.PILL,
            tone=lambda row: "danger" if row.fault else _CHANGE[row.change],
        ),
        Column("who", lambda: _("Institution"), lambda row: entry_name(row, languages()), stretch=True),
        Column(
            "standing",
            lambda: _("Standing"),
            lambda row: short_standing(row.standing) if row.standing else "",
            width=108,
            cell=Cell.MUTED,
            hits=False,
        ),
        Column(
            "occasion",
            lambda: _("Occasion"),
            lambda row: reading.words(row.occasion, languages()),
            width=150,
            cell=Cell.MUTED,
            hits=False,
            hide_below=640,
        ),
    ]


def member_name(row: MemberLine, languages: tuple[str, ...]) -> str:
    """A member, or how many are only counted."""
    return reading.words(row.name, languages) or _("{number} without a name", number=row.number)


def short_standing(standing: Standing) -> str:
    """A standing in a word that a narrow column holds."""
    words = {
        Standing.CHAIR: _("Chair inst."),
        Standing.SECRETARY_GENERAL: _("Sec.-General"),
        Standing.FOUNDING_MEMBER: _("Founding"),
        Standing.MEMBER: _("Member"),
        Standing.OBSERVER: _("Observer"),
    }
    return words[standing]

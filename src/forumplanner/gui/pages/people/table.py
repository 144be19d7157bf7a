"""The columns of the list of people, in the order that the interface's language asks for."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtGui import QColor

from forumplanner import i18n
from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.gui import reading, theme
from forumplanner.gui.widgets.columns import Cell, Column, ticks
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PersonLine

_TONES = {
    InvitationStatus.ACCEPTED: "ok",
    InvitationStatus.ATTENDED: "ok",
    InvitationStatus.SENT: "warn",
    InvitationStatus.RECEIVED: "warn",
    InvitationStatus.DECLINED: "danger",
    InvitationStatus.SUBSTITUTE_NAMED: "info",
    InvitationStatus.TO_APPROVE: "info",
}
_MODES = {Mode.ONLINE: "wifi", Mode.VIDEO: "video"}


def columns(languages: Callable[[], tuple[str, ...]]) -> tuple[Column[PersonLine], ...]:
    """The list's columns now; `languages` gives the forum's pair."""
    chinese, latin = _chinese(), _latin()
    zh = i18n.interface_language() == "zh-Hans"
    names = (chinese, latin) if zh else (latin, chinese)
    shown: tuple[Column[PersonLine], ...] = (
        *names,
        Column("native", lambda: _("Native script"), _native, width=104, cell=Cell.MUTED, hide_below=836),
        Column(
            "category", lambda: _("Category"), _short, width=96 if zh else 100, swatch=_swatch, sort=_short, hits=False
        ),
        Column(
            "institution",
            lambda: _("Institution"),
            lambda row: reading.line(row.institution, languages()),
            stretch=True,
            hits=False,
        ),
        Column("country", lambda: _("Country"), lambda row: reading.country(row.country), width=88, hits=False),
        Column(
            "reply",
            lambda: _("Reply"),
            _reply,
            width=126 if zh else 142,
            cell=Cell.PILL,
            tone=lambda row: _TONES.get(row.status, "") if row.status else "",
            beside=_mode,
            sort=lambda row: (row.status is None, _reply(row)),
            hits=False,
        ),
    )
    return (ticks(), *(replace(column, faint=_is_elsewhere) for column in shown))


def _is_elsewhere(row: PersonLine) -> bool:
    return not row.here


def _chinese() -> Column[PersonLine]:
    title = (lambda: _("Name")) if i18n.interface_language() == "zh-Hans" else (lambda: _("Chinese"))
    return Column(
        "zh",
        title,
        lambda row: row.name.zh,
        width=132 if i18n.interface_language() == "zh-Hans" else 112,
        tag="zh-Hans",
        sort=lambda row: (not row.sort_pinyin, row.sort_pinyin, row.name.zh),
    )


def _latin() -> Column[PersonLine]:
    title = (lambda: _("Passport name")) if i18n.interface_language() == "zh-Hans" else (lambda: _("Name"))
    return Column(
        "latin",
        title,
        lambda row: row.name.latin,
        width=146,
        tag="en",
        sort=lambda row: (not row.sort_latin, row.sort_latin),
    )


def _native(row: PersonLine) -> str:
    """Nothing where it is the Latin name again, as in Viet Nam."""
    return "" if row.name.native == row.name.latin else row.name.native


def _category(row: PersonLine) -> str:
    return reading.word(row.category)


def _short(row: PersonLine) -> str:
    """The category in a word that a narrow column holds; "" for somebody who is not in this forum."""
    if not row.here:
        return ""
    words = {Category.GUEST: _("Guest"), Category.CONSULAR: _("Consular")}
    return words.get(row.category) or _category(row)


def _swatch(row: PersonLine) -> QColor:
    return theme.category_colour(row.category)


def _reply(row: PersonLine) -> str:
    if not row.here:
        return _("Not in this forum")
    return reading.word(row.status) if row.status else ""


def _mode(row: PersonLine) -> tuple[str, str]:
    icon = _MODES.get(row.mode, "") if row.mode else ""
    return (icon, reading.word(row.mode)) if icon and row.mode else ("", "")


def by_pinyin(lines: Iterable[PersonLine]) -> tuple[PersonLine, ...]:
    """People by the syllables of their Chinese name; those without one stand among them by their Latin letters."""
    return tuple(sorted(lines, key=lambda row: (row.sort_pinyin or row.sort_latin, row.name.zh, row.participant_id)))


def by_latin(lines: Iterable[PersonLine]) -> tuple[PersonLine, ...]:
    """People by the letters of their Latin name, as the query gives them."""
    return tuple(sorted(lines, key=lambda row: (row.sort_latin, row.sort_pinyin, row.participant_id)))


def shown_name(row: PersonLine) -> str:
    """The name for the reader."""
    return row.name.shown(i18n.interface_language())


def copied(rows: list[PersonLine], languages: tuple[str, ...], *, as_table: bool) -> str:
    """Rows as a table for a spreadsheet (tabs), or as lines of text for a message."""
    if not as_table:
        parts = ((shown_name(row), reading.line(row.institution, languages), _category(row)) for row in rows)
        return "\n".join(reading.listed(filter(None, line)) for line in parts)
    shown = [column for column in columns(lambda: languages) if column.cell is not Cell.TICK]
    head = "\t".join(column.title if isinstance(column.title, str) else column.title() for column in shown)
    return "\n".join([head, *("\t".join(column.text(row) for column in shown) for row in rows)])

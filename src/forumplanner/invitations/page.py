"""The words of a mail as an HTML page: a block a language, small tables for times and places, links to be pressed.

Every mail program has to show it, so there are inline styles and no pictures, classes or scripts.
"""

import html
import re
from collections.abc import Sequence
from typing import Final

from forumplanner.i18n import in_language
from forumplanner.invitations.tables import Row, Section, Table

_LINK: Final = re.compile(r"https?://[^\s<>\"'，。；、）)]+")
_PAGE: Final = "font-family:sans-serif;font-size:15px;line-height:1.5;color:#222"
_RULE: Final = '<hr style="border:0;border-top:1px solid #ccc;margin:24px 0">'
_TABLE: Final = (
    '<table width="100%" cellpadding="0" cellspacing="0" border="0" '
    'style="max-width:640px;border-collapse:collapse;margin:0 0 16px">'
)
_CELL: Final = "padding:6px 12px 6px 0;border-bottom:1px solid #e4e4e4;text-align:left;vertical-align:top"
_HEAD: Final = f"{_CELL};font-weight:normal;font-size:13px;color:#666"
_HEADING: Final = "margin:16px 0 4px;font-weight:bold"
_SMALL: Final = "font-size:13px;color:#666"
_OLD: Final = "text-decoration:line-through;color:#666"


def as_html(text: str, language: str, sections: Sequence[Section] = ()) -> str:
    """The page of a mail. `sections`: its words where they are known as more than `text`, each in its language."""
    body = f"\n{_RULE}\n".join(map(_section, sections)) if sections else _paragraphs(text)
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language)}"><head><meta charset="utf-8"></head>\n'
        f'<body style="{_PAGE}">\n{body}\n</body></html>\n'
    )


def _section(section: Section) -> str:
    tag, last, pieces = section.tag, ("", ""), []
    for part in section.parts:
        if isinstance(part, str):
            pieces.append(_paragraphs(part))
        else:
            pieces.append(_table(part, tag, last))
            last = _clocks(part)
    return f'<div lang="{html.escape(tag)}">\n' + "\n".join(filter(None, pieces)) + "\n</div>"


def _paragraphs(text: str) -> str:
    """Paragraphs at blank lines."""
    found = [p for p in re.split(r"\n{2,}", text.strip("\n")) if p]
    return "\n".join(f"<p>{_pressed(p)}</p>" for p in found)


def _pressed(paragraph: str) -> str:
    pieces, last = [], 0
    for link in _LINK.finditer(paragraph):
        address = html.escape(link[0])
        pieces += [html.escape(paragraph[last : link.start()]), f'<a href="{address}">{address}</a>']
        last = link.end()
    return "".join((*pieces, html.escape(paragraph[last:]))).replace("\n", "<br>\n")


def _clocks(table: Table) -> tuple[str, str]:
    """Zone and city that a table's times are told in: those of its last row, which is what holds."""
    when = next((row.when for row in reversed(table.rows) if row.when), None)
    return (when.zone, when.city) if when else ("", "")


def _table(table: Table, tag: str, above: tuple[str, str]) -> str:
    """One table; its clocks are named in a head, unless they are those of the table `above`."""
    clocks = _clocks(table)
    sessions, labels = any(row.title for row in table.rows), any(row.label for row in table.rows)
    lines = [f'<p style="{_HEADING}">{html.escape(table.heading)}</p>']
    lines += [f'<p style="margin:0 0 4px">{_pressed(said)}</p>' for said in table.above]
    lines.append(_TABLE)
    if clocks != above:
        lines.append(_head(clocks, tag, sessions=sessions, labels=labels))
    lines += [_row(row, tag, clocks[0], sessions=sessions, labels=labels) for row in table.rows]
    lines.append("</table>")
    lines += [f"<p>{_pressed(note)}</p>" for note in table.notes]
    return "\n".join(lines)


def _head(clocks: tuple[str, str], tag: str, *, sessions: bool, labels: bool) -> str:
    zone, city = (html.escape(name) for name in clocks)
    cells = [_th("")] if labels else []
    cells.append(_th(f"{zone}<br>{city}" if city else zone))
    if sessions:
        cells.append(_th(html.escape(in_language(tag, "Session"))))
    cells.append(_th(html.escape(in_language(tag, "Place"))))
    return f"<tr>{''.join(cells)}</tr>"


def _row(row: Row, tag: str, zone: str, *, sessions: bool, labels: bool) -> str:
    struck = f' style="{_OLD}"' if row.over else ""
    cells = [_td(html.escape(row.caption(tag)), "14%", _SMALL)] if labels else []
    cells.append(_td(_times(row, zone), "24%" if sessions else "42%"))
    if sessions:
        cells.append(_td(html.escape(row.title), "38%", "font-weight:bold"))
    place = html.escape(row.place)
    cells.append(_td(f"<span{struck}>{place}</span>" if struck and place else place, "38%" if sessions else "44%"))
    return f"<tr>{''.join(cells)}</tr>"


def _times(row: Row, zone: str) -> str:
    """Both clocks under each other; another zone than the head's is named."""
    when = row.when
    if when is None:
        return ""
    here = html.escape(f"{when.day} {when.here}" if when.day else when.here)
    here = f'<span style="{_OLD}">{here}</span>' if row.over else here
    there = html.escape(when.there)
    small = f"{_SMALL};text-decoration:line-through" if row.over else _SMALL
    there = f'<br><span style="{small}">{there}</span>' if there else ""
    named = f' <span style="{_SMALL}">{html.escape(when.zone)}</span>' if when.zone != zone else ""
    return f"{here}{named}{there}"


def _th(text: str) -> str:
    return f'<th scope="col" style="{_HEAD}">{text}</th>'


def _td(text: str, width: str, style: str = "") -> str:
    return f'<td width="{width}" style="{_CELL}{f";{style}" if style else ""}">{text}</td>'

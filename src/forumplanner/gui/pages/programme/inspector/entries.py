"""From a session to the rows of its outline and of its people."""

from collections.abc import Iterable, Iterator

from forumplanner.domain.kinds import BREAK_ITEMS, ItemKind, Severity
from forumplanner.gui import reading
from forumplanner.gui.pages.programme import cells
from forumplanner.gui.pages.programme.inspector.outline import Entry
from forumplanner.gui.pages.programme.rows import shown_parts
from forumplanner.gui.widgets.clock import written
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import AppearanceLine, ItemLine, PartLine, SessionLine

_CUPS = {ItemKind.TEA: "coffee", ItemKind.MEAL: "utensils", ItemKind.PHOTO: "users"}


def outline(
    session: SessionLine, parts: Iterable[PartLine], languages: tuple[str, ...], found: tuple[Finding, ...]
) -> list[Entry]:
    """Parts (where they have a name) and items, as the agenda has them."""
    headed = shown_parts(session)
    rows: list[Entry] = []
    for part in parts:
        if part in headed:
            rows.append(_part(part, languages, found))
        rows += (_item(part_item, languages, found) for part_item in part.items)
    return rows


def _part(part: PartLine, languages: tuple[str, ...], found: tuple[Finding, ...]) -> Entry:
    span = "–".join(filter(None, (written(part.begins), written(part.ends))))
    return Entry(
        f"part:{part.id}",
        reading.words(part.title, languages) or _("Part"),
        time=span,
        lead=cells.names(part.chairs, languages),
        heading=True,
        alert=_clashes(found, part.id, part.chairs),
    )


def _item(item: ItemLine, languages: tuple[str, ...], found: tuple[Finding, ...]) -> Entry:
    words = reading.words(item.title, languages) or reading.word(item.kind)
    minutes = _("{n} min", n=item.minutes) if item.minutes is not None else ""
    if item.kind in BREAK_ITEMS:
        span = " · ".join(filter(None, (written(item.begins), minutes)))
        return Entry(f"item:{item.id}", words, time=span, icon=_CUPS[item.kind])
    modes = sorted({line.mode for line in item.people if line.mode and line.mode != "onsite"})
    acts = ngettext("{n} act", "{n} acts", len(item.acts)) if item.acts else ""
    who = cells.names([line for line in item.people if not line.act_id], languages)
    return Entry(
        f"item:{item.id}",
        words,
        time=written(item.begins) or "–",
        note=" · ".join(filter(None, (who, acts, minutes, *(reading.word(mode) for mode in modes)))),
        pill=(_("Provisional"), "info") if any(line.provisional for line in item.people) else ("", ""),
        alert=_clashes(found, item.id, item.people),
    )


def _clashes(found: Iterable[Finding], identity: str, people: Iterable[AppearanceLine]) -> bool:
    here = {identity, *(line.participant_id for line in people if line.participant_id)}
    return any(f.severity is Severity.ERROR and any(f.about(one) for one in here) for f in found)


def who(session: SessionLine, parts: Iterable[PartLine], languages: tuple[str, ...]) -> list[Entry]:
    """Everybody in it in the order of the programme, under what they lead or appear in; each row leads there."""
    return [
        Entry(
            key,
            cells.name(line, languages),
            note=" · ".join(filter(None, (reading.word(line.role), place, _mode(line)))),
            pill=(_("Provisional"), "info") if line.provisional else ("", ""),
        )
        for key, place, line in _appearances(session, parts, languages)
    ]


def number(session: SessionLine, parts: Iterable[PartLine]) -> int:
    """How many people and organisations that is, each once; placeholders are nobody."""
    return len(
        {
            line.participant_id or line.institution_id
            for _key, _place, line in _appearances(session, parts, ())
            if not line.placeholder
        }
    )


def _mode(line: AppearanceLine) -> str:
    mode = line.mode or line.own_mode
    return reading.word(mode) if mode and mode != "onsite" else ""


def _appearances(
    session: SessionLine, parts: Iterable[PartLine], languages: tuple[str, ...]
) -> Iterator[tuple[str, str, AppearanceLine]]:
    headed = shown_parts(session)
    for part in parts:
        key = f"part:{part.id}" if part in headed else f"session:{session.id}"
        title = reading.words(part.title, languages) if part in headed else ""
        yield from ((key, title, line) for line in part.chairs)
        for item in part.items:
            words = " ".join(filter(None, (written(item.begins), reading.words(item.title, languages))))
            yield from ((f"item:{item.id}", words, line) for line in item.people)

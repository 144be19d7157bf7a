"""A forum that a scenario plans by verbs alone, prints, reads back, and sends through the planning workbook."""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2

from exchange.filled import Row, filled, import_into, known_of
from forumplanner.actions import appearances, forums, items, parts, people, sessions
from forumplanner.actions.appearances import Who
from forumplanner.documents.agenda import AgendaOptions, agenda
from forumplanner.domain.ids import AppearanceId, ForumId, ItemId, ParticipantId, PartId, SessionId
from forumplanner.domain.kinds import Category, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText
from forumplanner.exchange import workbook
from forumplanner.queries import agenda as agenda_query
from forumplanner.queries import programme
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.programme import ItemLine, Programme, SessionLine
from forumplanner.store import Store

DAY = dt.date(2026, 11, 14)
ZH, EN = "zh-Hans", "en"


def two(zh: str, en: str = "") -> dict[str, str]:
    """A text in both languages."""
    return {tag: text for tag, text in ((ZH, zh), (EN, en)) if text}


def at(clock: str) -> int:
    """Minutes since midnight."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def squeezed(text: str) -> str:
    """Without any white space: lines break where they like."""
    return re.sub(r"\s", "", text)


@dataclass
class Planned:
    """The forum; what it makes comes back as typed keys."""

    store: Store
    forum_id: ForumId
    folder: Path

    @classmethod
    def new(cls, folder: Path) -> "Planned":
        store = Store.create(folder / "planned.forumplanner", actor="Lin")
        title = LocalizedText.of(two("云岭国际医学教育论坛", "Yunling International Medical Education Forum"))
        key = forums.create_forum(store, title=title, starts_on=DAY, ends_on=DAY + dt.timedelta(days=1))
        return cls(store, key, folder)

    @classmethod
    def imported(cls, folder: Path, **sheets: list[Row]) -> "Planned":
        """A forum whose sheets come out of a filled workbook, which is a verb too."""
        store = Store.create(folder / "imported.forumplanner", actor="Lin")
        import_into(store, filled(**sheets))
        return cls(store, ForumId(UUID(known_of(store).forum_id)), folder)

    def session(
        self,
        zh: str,
        en: str,
        span: tuple[str, str] | None = None,
        kind: SessionKind = SessionKind.PARALLEL,
        day: dt.date | None = DAY,
    ) -> SessionId:
        start, end = (at(span[0]), at(span[1])) if span else (None, None)
        return sessions.add_session(
            self.store, forum_id=self.forum_id, title=two(zh, en), kind=kind, day=day, start=start, end=end
        )

    def part(self, session: SessionId, place: int = 0) -> PartId:
        line = next(one for one in self.programme().sessions if one.id == str(session))
        return PartId(UUID(line.parts[place].id))

    def next_part(self, session: SessionId, start: str) -> PartId:
        made = parts.add_part(self.store, session_id=session)
        parts.start_part(self.store, part_id=made, start=at(start))
        return made

    def item(
        self,
        part: PartId,
        zh: str,
        en: str = "",
        minutes: int | None = None,
        kind: ItemKind = ItemKind.REPORT,
    ) -> ItemId:
        return items.add_item(self.store, part_id=part, title=two(zh, en), kind=kind, minutes=minutes)

    def person(self, zh: str, latin: str, **more: Any) -> ParticipantId:
        return people.add_person(
            self.store,
            forum_id=self.forum_id,
            name=PersonName(zh=zh, latin=latin, **more),
            category=Category.SPEAKER,
            country="CN",
        )

    def let(
        self,
        place: ItemId | PartId,
        who: ParticipantId | Who,
        role: Role = Role.SPEAKER,
        *,
        mode: Mode | None = None,
        provisional: bool = False,
    ) -> AppearanceId:
        seen = who if isinstance(who, Who) else Who(who)
        return appearances.add_appearance(
            self.store, place=place, who=seen, role=role, mode=mode, provisional=provisional
        )

    def programme(self) -> Programme:
        with self.store.read() as db:
            return programme.load(db, forum_id=self.forum_id)

    def line(self, session: SessionId) -> SessionLine:
        return next(one for one in self.programme().sessions if one.id == str(session))

    def items(self) -> list[ItemLine]:
        return items_of(self.programme())

    def paper(self) -> AgendaPaper:
        with self.store.read() as db:
            return agenda_query.load(db, forum_id=self.forum_id)

    def pdf(self, options: AgendaOptions | None = None) -> bytes:
        return agenda(self.paper(), options).pdf

    def printed(self, options: AgendaOptions | None = None) -> str:
        """All words of the agenda in both languages, as a reader of the PDF finds them, white space taken out."""
        pages = pypdfium2.PdfDocument(self.pdf(options))
        return squeezed("".join(page.get_textpage().get_text_range() for page in pages))

    def days_printed(self) -> str:
        """The day's table alone: no cover, no overview."""
        return self.printed(AgendaOptions(cover=False, glance=False, forums=False))

    def again(self) -> Programme:
        """The programme after its workbook went into an empty planner file."""
        known = known_of(self.store)
        with Store.create(self.folder / "again.forumplanner", actor="Zhou") as store:
            import_into(store, workbook.export(known))
            with store.read() as db:
                return programme.load(db, forum_id=ForumId(UUID(known_of(store).forum_id)))


def items_of(found: Programme) -> list[ItemLine]:
    """All items in the order of the programme."""
    return [item for session in found.sessions for part in session.parts for item in part.items]

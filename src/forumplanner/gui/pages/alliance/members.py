"""The tab of members: who belongs to the alliance by standing, on any day, and the ledger that says how it came."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.actions import alliance as verbs
from forumplanner.domain.enumerations import counted_as, in_both
from forumplanner.domain.kinds import Standing
from forumplanner.domain.text import LocalizedText
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.differing import DifferenceBanner
from forumplanner.gui.pages.alliance.empty import nothing_yet
from forumplanner.gui.pages.alliance.entry_card import EntryCard
from forumplanner.gui.pages.alliance.entry_details import EntryDetails, entry_name
from forumplanner.gui.pages.alliance.member_columns import entry_columns, member_columns
from forumplanner.gui.pages.alliance.member_editing import MemberEditing, entry_key
from forumplanner.gui.pages.alliance.register import Register
from forumplanner.gui.pages.alliance.taking import TakeBar
from forumplanner.gui.pages.alliance.words import both_languages
from forumplanner.gui.widgets.columns import Column
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Number
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Elide, Label, Rule
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import alliance as query
from forumplanner.snapshots.alliance import Alliance, EntryLine, MemberLine, YearSum
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.proposals import Register as Registers


class MembersRegister(Register[EntryLine]):
    """The ledger is the list that is edited; a member leads to the entry by which it was admitted."""

    tables = frozenset({"institution", "ledger_entry", "item", "act", "appearance"})

    def __init__(self, frame: Frame) -> None:
        tags = frame.card.languages
        self.whole = Alliance(tags)
        self._cards: dict[str, InstitutionCard] = {}
        self.details = EntryDetails(frame, tags)
        self.card = EntryCard(tags)
        self.taking = TakeBar(frame, Registers.LEDGER)
        self.differing = DifferenceBanner(frame)
        self._make_members()
        super().__init__(
            frame,
            name="members",
            columns=self._make_columns,
            identity=lambda row: row.id,
            search=lambda row: haystack(*row.name.texts),
            label=lambda: _("Ledger of members"),
            inspector=self.details,
            adding=self.card,
            empty=nothing_yet(
                lambda: _("No members yet"),
                lambda: _("Enter who founded the alliance, by name or as a number, and then each admission."),
                name="membersEmpty",
                icon="handshake",
                new=lambda: _("New entry"),
                start=self.start_new,
            ),
        )
        self.named = Number(
            name="membersNamed", label=lambda: _("How many a sentence names"), most=99, unit=lambda: _(" named")
        )
        self.named.set_value(2)
        self.named.setFixedWidth(96)
        self._connect()

    def fill_body(self) -> None:
        """Members at the left, the ledger at the right."""
        self.body.addWidget(self.taking)
        self.body.addWidget(self.differing)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._half(self.on_bar, self.members), 5)
        row.addWidget(Rule(standing=True))
        row.addLayout(self._half(self.years_bar, self.content), 7)
        self.body.addLayout(row, 1)

    def tools(self) -> list[QWidget]:
        """Search, and how many a sentence names."""
        return [self.search, self.named]

    def read(self, db: Any) -> Alliance:
        """The alliance on the day asked for."""
        return query.load(db, forum_id=self.frame.forum_id, on=self.on.value())

    def show_read(self, snapshot: Alliance) -> None:
        """Show members and ledger."""
        self.whole = snapshot
        self._cards = {card.id: card for card in snapshot.institutions}
        self.people.set_rows(snapshot.lines)
        self.years.set_text(" · ".join(_year_words(year) for year in snapshot.years))
        newest = sorted(snapshot.entries, key=lambda one: one.day or dt.date(one.year or 1, 1, 1), reverse=True)
        self.show_rows(newest, snapshot.languages)
        self.differing.show_differing(snapshot.differing, snapshot.languages)
        self.taking.load()

    def show_line(self, line: EntryLine | None) -> None:
        """Show an entry, and its member at the left."""
        card = self._cards.get(line.institution_id) if line is not None else None
        self.details.show_line(line, card, self.offers.choices)
        member = next((one.id for one in self.whole.lines if line is not None and one.entry_id == line.id), None)
        self.members.set_current(member)

    def take_offers(self) -> None:
        """Institutions and ceremonies."""
        self.card.whom.set_choices(self.offers.institutions)
        self.details.take_offers(self.offers)

    def facts(self) -> str:
        """How many members there are, founders and later ones; observers apart."""
        whole = self.whole
        if not whole.entries:
            return ""
        since = ngettext(
            "{n} member: {founding} founding, {later} admitted since",
            "{n} members: {founding} founding, {later} admitted since",
            whole.members,
            founding=whole.founding,
            later=whole.later,
        )
        observers = ngettext("{n} observer", "{n} observers", whole.observers) if whole.observers else ""
        on = _("on {day}", day=whole.on.isoformat()) if whole.on else ""
        return " · ".join(filter(None, (since, observers, on)))

    def new_words(self) -> str:
        """What Ctrl+N makes."""
        return _("New entry")

    def first_field(self) -> QWidget | None:
        """The day."""
        return self.details.when

    def retranslate(self) -> None:
        """The left list has words of its own."""
        super().retranslate()
        self.members.set_columns(member_columns(lambda: self.languages))

    def remove_current(self) -> None:
        """Take the entry out of the ledger."""
        line = self.current()
        if line is not None:
            doing.done(
                self.frame,
                lambda: verbs.remove_entry(self.frame.store, entry_id=entry_key(line)),
                say=_("Taken out of the ledger: {name}", name=entry_name(line, self.languages)),
            )

    def sentence(self) -> str:
        """The members as "A、B等52所" and "A, B and 50 others"."""
        named = [line for line in self.whole.lines if line.institution_id and line.standing is not Standing.OBSERVER]
        counted = sum(
            line.number
            for line in self.whole.lines
            if not line.institution_id and line.standing is not Standing.OBSERVER
        )
        names = [LocalizedText.of(dict(zip(self.languages, line.name.texts, strict=False))) for line in named]
        kinds = [line.kind for line in named]
        said = in_both(names, named=self.named.value(), unnamed=counted, counted=counted_as(kinds))
        return both_languages([said.get(tag) for tag in ("zh-Hans", "en")])

    def _make_members(self) -> None:
        self.people: FastTableModel[MemberLine] = FastTableModel(
            member_columns(lambda: self.languages),
            identity=lambda row: row.id,
            search=lambda row: haystack(*row.name.texts, *row.short_name.texts),
        )
        self.members = FastTable(self.people, name="membersList", label=lambda: _("Members by standing"))
        self.on_bar = Toolbar(name="membersOn", height=38)
        self.on = DayField(name="membersDay", label=lambda: _("Members on a day"))
        self.on.setFixedWidth(112)
        self.on.say(self.on.setPlaceholderText, lambda: _("today"))
        self.on_bar.add(Label(lambda: _("Members by standing"), role="strong", name="membersTitle"))
        self.on_bar.stretch()
        self.on_bar.add(Label(lambda: _("as of"), role="note", name="membersAsOf"), self.on)
        self.years_bar = Toolbar(name="membersYears", height=38)
        self.years = Elide("", role="note", name="membersYearSums")
        self.years_bar.add(Label(lambda: _("Ledger"), role="strong", name="ledgerTitle"))
        self.years_bar.layout().addWidget(self.years, 1, Qt.AlignmentFlag.AlignVCenter)  # type: ignore[union-attr,call-arg]  # a row

    def _connect(self) -> None:
        self.on.editingFinished.connect(self._ask_day)
        self.members.picked.connect(self._go)
        self.members.opened.connect(lambda _id: self.open_current())
        self.search.query.connect(self.people.set_filter)
        self.details.removed.connect(self.remove_current)
        self.details.institution.told.connect(self.show_current)
        self.editing = MemberEditing(self)

    def _half(self, bar: QWidget, content: QWidget) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(0)
        made.addWidget(bar)
        made.addWidget(content, 1)
        return made

    def _make_columns(self) -> list[Column[EntryLine]]:
        return entry_columns(lambda: self.languages)

    def _ask_day(self) -> None:
        if self.on.is_sound() and self.on.value() != self.whole.on:
            self.load(None)

    def _go(self, member: object) -> None:
        entry = next((one.entry_id for one in self.whole.lines if one.id == member), "")
        if entry and entry != self.table.current_id():
            self.search.clear()
            self.table.set_current(entry)


def _year_words(year: YearSum) -> str:
    """A year of the ledger in a few signs: "2022 +11 = 52"."""
    came = f"+{year.admitted}" if year.admitted else ""
    went = f"−{year.left}" if year.left else ""
    return " ".join(filter(None, (str(year.year or "—"), came, went, f"= {year.members}")))

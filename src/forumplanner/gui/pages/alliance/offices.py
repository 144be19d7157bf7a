"""The tab of offices: who holds which from when until when, on any day, and where two hold one office at once."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from forumplanner.actions import offices as verbs
from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.domain.ids import ItemId, OfficeTermId
from forumplanner.domain.labels import label
from forumplanner.domain.terms import TermState
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.choosing import Chooser, holder_of
from forumplanner.gui.pages.alliance.empty import nothing_yet
from forumplanner.gui.pages.alliance.office_details import OfficeDetails
from forumplanner.gui.pages.alliance.register import Register
from forumplanner.gui.pages.alliance.words import both_languages, choices, when, who
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import offices as query
from forumplanner.snapshots.offices import OfficeLine, Offices

_TONES = {TermState.HELD: "ok", TermState.TO_COME: "info", TermState.ENDED: ""}


class OfficesRegister(Register[OfficeLine]):
    """An overlap in an office for one is said at both terms, with the way to let one follow the other."""

    tables = frozenset({"office_term", "institution", "person", "item"})

    def __init__(self, frame: Frame) -> None:
        tags = frame.card.languages
        self.whole = Offices(tags)
        self.details = OfficeDetails(tags)
        self.office = Combo(choices(AllianceOffice), name="officeNewOffice", label=lambda: _("Office"))
        self.holder = Chooser(
            name="officeNewHolder", label=lambda: _("Held by"), hint=lambda: _("Institution or person")
        )
        self.since = DayField(name="officeNewSince", label=lambda: _("Since"))
        self.until = DayField(name="officeNewUntil", label=lambda: _("Until"))
        super().__init__(
            frame,
            name="offices",
            columns=self._make_columns,
            identity=lambda row: row.id,
            search=lambda row: haystack(row.person.zh, row.person.latin, *row.institution.texts),
            label=lambda: _("Offices of the alliance"),
            inspector=self.details,
            adding=AddingCard(
                lambda: _("New term of office"),
                [
                    (lambda: _("Office"), self.office),
                    (lambda: _("Held by"), self.holder),
                    (lambda: _("Since"), self.since),
                    (lambda: _("Until"), self.until),
                ],
                name="officeNew",
                add=lambda: _("Enter it"),
            ),
            empty=nothing_yet(
                lambda: _("No offices yet"),
                lambda: _("Chair institution, secretary-general, honorary titles: who holds them and for which term."),
                name="officesEmpty",
                icon="stamp",
                new=lambda: _("New term of office"),
                start=self.start_new,
            ),
        )
        self.on = DayField(name="officesDay", label=lambda: _("Offices on a day"))
        self.on.setFixedWidth(112)
        self.on.say(self.on.setPlaceholderText, lambda: _("today"))
        self._connect()

    def tools(self) -> list[QWidget]:
        """Search and the day."""
        return [self.search, Label(lambda: _("as of"), role="note", name="officesAsOf"), self.on]

    def read(self, db: Any) -> Offices:
        """All terms, as they stand on the day asked for."""
        return query.load(db, forum_id=self.frame.forum_id, on=self.on.value() or _today())

    def show_read(self, snapshot: Offices) -> None:
        """Show them."""
        self.whole = snapshot
        self.show_rows(snapshot.lines, snapshot.languages)

    def show_line(self, line: OfficeLine | None) -> None:
        """Show one in the inspector, with those that hold the office beside it."""
        rivals = [one for one in self.whole.lines if line is not None and one.id in line.clashes]
        self.details.show_line(line, rivals, self.offers.choices)

    def take_offers(self) -> None:
        """Institutions and people in one list."""
        self.holder.set_choices(self.offers.both)
        self.details.holder.set_choices(self.offers.both)

    def facts(self) -> str:
        """How many offices are held, and when."""
        held = sum(line.state is TermState.HELD for line in self.whole.lines)
        if not self.whole.lines:
            return ""
        if self.on.value():
            return ngettext("{n} office held on that day", "{n} offices held on that day", held)
        return ngettext("{n} office held today", "{n} offices held today", held)

    def new_words(self) -> str:
        """What Ctrl+N makes."""
        return _("New term of office")

    def first_field(self) -> QWidget | None:
        """The first day."""
        return self.details.since

    def remove_current(self) -> None:
        """Take the term out."""
        line = self.current()
        if line is not None:
            doing.done(
                self.frame,
                lambda: verbs.remove_office(self.frame.store, term_id=_key(line)),
                say=_("Taken out: {office}", office=reading.word(line.office)),
            )

    def sentence(self) -> str:
        """Each office with its holders on that day, a line a language."""
        held = [line for line in self.whole.lines if line.state is TermState.HELD]
        lines = []
        for place, tag in enumerate(self.languages):
            chinese = tag.startswith("zh")
            said = [
                f"{label(one.office, tag)}{'：' if chinese else ': '}"
                f"{one.person.shown(tag) or one.institution.best(place)}"
                for one in held
            ]
            lines.append(("；" if chinese else "; ").join(said))
        return both_languages(lines)

    def _connect(self) -> None:
        self.on.editingFinished.connect(self._ask_day)
        self.adding.wanted.connect(self._add)
        details = self.details
        details.office.picked.connect(lambda key: self._edit(partial(verbs.set_office, office=AllianceOffice(key))))
        details.holder.picked.connect(self._hold)
        details.termed.connect(lambda since, until: self._edit(partial(verbs.set_term, since=since, until=until)))
        details.item.picked.connect(
            lambda key: self._edit(partial(verbs.set_office_item, item_id=ItemId(UUID(key)) if key else None))
        )
        details.resolution.edited.connect(
            lambda tag, text: self._edit(partial(verbs.write_office, tag=tag, words=text))
        )
        details.resolution.confirmed.connect(lambda tag: self._edit(partial(verbs.confirm_office, tag=tag)))
        details.followed.connect(self._follow)
        details.removed.connect(self.remove_current)

    def _ask_day(self) -> None:
        if self.on.is_sound():
            self.load(None)

    def _add(self) -> None:
        institution, person = holder_of(self.holder.key)
        made = self.enter(
            lambda: verbs.give_office(
                self.frame.store,
                office=AllianceOffice(self.office.key() or AllianceOffice.CHAIR_INSTITUTION),
                institution_id=institution,
                person_id=person,
                since=self.since.value(),
                until=self.until.value(),
            ),
            _("Entered: {name}", name=self.holder.text()),
        )
        if made:
            self.holder.clear_choice()
            self.adding.start()

    def _hold(self, key: str) -> None:
        institution, person = holder_of(key)
        self._edit(partial(verbs.set_holder, institution_id=institution, person_id=person))

    def _follow(self) -> None:
        line = self.current()
        if line is not None and line.since is not None:
            on = line.since
            doing.done(
                self.frame,
                lambda: verbs.succeed(self.frame.store, term_id=_key(line), on=on),
                say=_("The term before ends on {day}", day=when(on - dt.timedelta(days=1))),
            )

    def _edit(self, verb: Callable[..., object]) -> None:
        self.change(lambda line: verb(self.frame.store, term_id=_key(line)))

    def _make_columns(self) -> list[Column[OfficeLine]]:
        order = list(AllianceOffice)
        return [
            Column(
                "office",
                lambda: _("Office"),
                lambda row: reading.word(row.office),
                width=206,
                sort=lambda row: order.index(row.office),
                cell=Cell.STRONG,
                hits=False,
            ),
            Column(
                "holder",
                lambda: _("Held by"),
                lambda row: who(row.person, row.institution, self.languages),
                stretch=True,
            ),
            Column("since", lambda: _("Since"), lambda row: when(row.since), width=96, hits=False),
            Column("until", lambda: _("Until"), lambda row: when(row.until), width=96, hits=False),
            Column(
                "state",
                lambda: _("State"),
                lambda row: _("two at once") if row.clashes else state_words(row.state),
                width=104,
                cell=Cell.PILL,
                tone=lambda row: "danger" if row.clashes else _TONES[row.state],
            ),
        ]


def state_words(state: TermState) -> str:
    """How a term stands."""
    return {TermState.HELD: _("in office"), TermState.ENDED: _("ended"), TermState.TO_COME: _("to come")}[state]


def _key(line: OfficeLine) -> OfficeTermId:
    return OfficeTermId(UUID(line.id))


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()

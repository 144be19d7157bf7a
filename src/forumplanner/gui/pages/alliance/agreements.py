"""The tab of agreements: the register of what was signed, with its parties; signings of the programme are offered."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from forumplanner.actions import agreements as verbs
from forumplanner.domain.enumerations import counted_as, in_both
from forumplanner.domain.guest_kinds import AgreementKind
from forumplanner.domain.ids import AgreementId, InstitutionId, ItemId, PersonId
from forumplanner.domain.text import LocalizedText
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.agreement_details import AgreementDetails
from forumplanner.gui.pages.alliance.choosing import Chooser
from forumplanner.gui.pages.alliance.empty import nothing_yet
from forumplanner.gui.pages.alliance.register import Register
from forumplanner.gui.pages.alliance.taking import TakeBar
from forumplanner.gui.pages.alliance.words import both_languages, choices, when, who
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import agreements as query
from forumplanner.snapshots.agreements import AgreementLine, Agreements
from forumplanner.snapshots.proposals import Register as Registers


class AgreementsRegister(Register[AgreementLine]):
    """Agreements of every forum in the file; those of the forum that is shown are plain, older ones say their day."""

    tables = frozenset({"agreement", "agreement_party", "institution", "person", "item", "act", "appearance"})

    def __init__(self, frame: Frame) -> None:
        tags = frame.card.languages
        self.whole = Agreements(tags)
        self.details = AgreementDetails(tags)
        self.taking = TakeBar(frame, Registers.AGREEMENTS)
        self.kind = Combo(choices(AgreementKind), name="agreementNewKind", label=lambda: _("Kind"))
        self.zh = Field(name="agreementNewZh", label=lambda: _("Title"), hint=lambda: _("Chinese"))
        self.en = Field(name="agreementNewEn", label=lambda: _("Title"), hint=lambda: _("English"))
        hint = lambda: _("Institution, initials will do")  # noqa: E731 - the same words twice
        self.first = Chooser(name="agreementNewFirst", label=lambda: _("First party"), hint=hint)
        self.second = Chooser(name="agreementNewSecond", label=lambda: _("Second party"), hint=hint)
        super().__init__(
            frame,
            name="agreements",
            columns=self._make_columns,
            identity=lambda row: row.id,
            search=lambda row: haystack(
                row.number,
                *row.title.texts,
                *(text for party in row.parties for text in (*party.institution.texts, party.person.zh)),
            ),
            label=lambda: _("Register of agreements"),
            inspector=self.details,
            adding=AddingCard(
                lambda: _("New agreement"),
                [
                    (lambda: _("Title"), self.zh),
                    ("", self.en),
                    (lambda: _("Kind"), self.kind),
                    (lambda: _("First party"), self.first),
                    (lambda: _("Second party"), self.second),
                ],
                name="agreementNew",
                add=lambda: _("Enter it"),
            ),
            empty=nothing_yet(
                lambda: _("No agreements yet"),
                lambda: _("Signings of the programme are offered here as soon as it names two parties."),
                name="agreementsEmpty",
                icon="scroll-text",
                new=lambda: _("New agreement"),
                start=self.start_new,
            ),
        )
        self._connect()

    def fill_body(self) -> None:
        """Above the table, what the programme offers."""
        self.body.addWidget(self.taking)
        super().fill_body()

    def read(self, db: Any) -> Agreements:
        """The register."""
        return query.load(db, forum_id=self.frame.forum_id)

    def show_read(self, snapshot: Agreements) -> None:
        """Show it."""
        self.whole = snapshot
        self.show_rows(snapshot.lines, snapshot.languages)
        self.taking.load()

    def show_line(self, line: AgreementLine | None) -> None:
        """Show one in the inspector."""
        self.details.show_line(line, self.offers.choices)

    def take_offers(self) -> None:
        """Institutions, people."""
        self.first.set_choices(self.offers.institutions)
        self.second.set_choices(self.offers.institutions)
        self.details.take_offers(self.offers)

    def facts(self) -> str:
        """How many agreements there are, and how many of this forum."""
        total, here = len(self.whole.lines), sum(line.here for line in self.whole.lines)
        if not total:
            return ""
        said = ngettext("{n} agreement", "{n} agreements", total)
        return said if here == total else _("{agreements} · {n} of this forum", agreements=said, n=here)

    def new_words(self) -> str:
        """What Ctrl+N makes."""
        return _("New agreement")

    def first_field(self) -> QWidget | None:
        """The kind."""
        return self.details.kind

    def remove_current(self) -> None:
        """Take the agreement out."""
        line = self.current()
        if line is not None:
            doing.done(
                self.frame,
                lambda: verbs.remove_agreement(self.frame.store, agreement_id=_key(line)),
                say=_("Taken out of the register: {title}", title=self._title(line)),
            )

    def sentence(self) -> str:
        """The institutions that signed, as an enumeration in both languages."""
        names: dict[str, LocalizedText] = {}
        for line in self.model.shown():
            for party in line.parties:
                texts = dict(zip(self.languages, party.institution.texts, strict=False))
                names.setdefault(party.institution_id or party.id, LocalizedText.of(texts))
        said = in_both([name for name in names.values() if name], named=3, counted=counted_as([None]))
        return both_languages([said.get(tag) for tag in ("zh-Hans", "en")])

    def _connect(self) -> None:
        self.adding.wanted.connect(self._add)
        details = self.details
        details.number.editingFinished.connect(self._number)
        details.kind.picked.connect(lambda key: self._edit(partial(verbs.set_agreement_kind, kind=AgreementKind(key))))
        details.day.editingFinished.connect(self._day)
        details.item.picked.connect(
            lambda key: self._edit(partial(verbs.set_agreement_item, item_id=ItemId(UUID(key)) if key else None))
        )
        for field, text in ((details.title_pair, "title"), (details.resolution, "resolution")):
            field.edited.connect(partial(self._write, text))
            field.confirmed.connect(partial(self._confirm, text))
        details.party_added.connect(
            lambda key: self._edit(partial(verbs.add_party, institution_id=InstitutionId(UUID(key))))
        )
        store = self.frame.store
        details.party_signed.connect(
            lambda party, person: self._do(
                partial(
                    verbs.set_signatory,
                    store,
                    party_id=UUID(party),
                    person_id=PersonId(UUID(person)) if person else None,
                )
            )
        )
        details.party_moved.connect(
            lambda party: self._do(partial(verbs.move_party, store, party_id=UUID(party), by=-1))
        )
        details.party_gone.connect(lambda party: self._do(partial(verbs.remove_party, store, party_id=UUID(party))))
        details.removed.connect(self.remove_current)

    def _add(self) -> None:
        title = dict(zip(self.languages, (self.zh.text(), self.en.text()), strict=False))
        parties = [verbs.Signing(InstitutionId(UUID(one.key))) for one in (self.first, self.second) if one.key]
        made = self.enter(
            lambda: verbs.add_agreement(
                self.frame.store,
                forum_id=self.frame.forum_id,
                kind=AgreementKind(self.kind.key() or AgreementKind.MEMORANDUM),
                title=title,
                parties=parties,
            ),
            _("Entered: {name}", name=self.zh.text() or self.en.text() or reading.word(AgreementKind.MEMORANDUM)),
        )
        if made:
            for field in (self.zh, self.en):
                field.clear()
            for chooser in (self.first, self.second):
                chooser.clear_choice()
            self.adding.start()

    def _number(self) -> None:
        line, text = self.current(), self.details.number.text()
        if line is not None and text.strip() != line.number:
            self._edit(partial(verbs.set_agreement_number, number=text))

    def _day(self) -> None:
        line, field = self.current(), self.details.day
        if line is not None and field.is_sound() and field.value() != line.signed_on:
            field.setModified(False)
            self._edit(partial(verbs.set_signed_on, day=field.value()))

    def _write(self, text: Any, tag: str, words: str) -> None:
        self._edit(partial(verbs.write_agreement, text=text, tag=tag, words=words))

    def _confirm(self, text: Any, tag: str) -> None:
        self._edit(partial(verbs.confirm_agreement, text=text, tag=tag))

    def _edit(self, verb: Callable[..., object]) -> None:
        line = self.current()
        if line is not None:
            self._do(partial(verb, self.frame.store, agreement_id=_key(line)))

    def _do(self, verb: Callable[[], object]) -> None:
        doing.done(self.frame, verb)
        self.show_current()

    def _title(self, row: AgreementLine) -> str:
        return reading.words(row.title, self.languages) or reading.word(row.kind)

    def _make_columns(self) -> list[Column[AgreementLine]]:
        return [
            Column("number", lambda: _("Number"), lambda row: row.number, width=144, cell=Cell.MUTED, hide_below=700),
            Column("title", lambda: _("Agreement"), self._title, stretch=True),
            Column(
                "parties",
                lambda: _("Parties"),
                lambda row: reading.listed(
                    who(one.person, one.institution, self.languages)
                    if not one.institution
                    else reading.words(one.institution, self.languages)
                    for one in row.parties
                ),
                width=270,
            ),
            Column(
                "kind",
                lambda: _("Kind"),
                lambda row: reading.word(row.kind),
                width=140,
                cell=Cell.MUTED,
                hide_below=840,
                hits=False,
            ),
            Column("day", lambda: _("Signed on"), lambda row: when(row.signed_on), width=96, hits=False),
        ]


def _key(line: AgreementLine) -> AgreementId:
    return AgreementId(UUID(line.id))

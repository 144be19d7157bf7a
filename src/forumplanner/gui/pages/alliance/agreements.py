"""The tab of agreements: the register of what was signed, with its parties; signings of the programme are offered."""

from typing import Any

from PySide6.QtWidgets import QWidget

from forumplanner.actions import agreements as verbs
from forumplanner.domain.enumerations import counted_as, in_both
from forumplanner.domain.guest_kinds import AgreementKind
from forumplanner.domain.text import LocalizedText
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.agreement_details import AgreementDetails
from forumplanner.gui.pages.alliance.agreement_editing import AgreementEditing, agreement_key
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
        self._editing = AgreementEditing(self)

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
                lambda: verbs.remove_agreement(self.frame.store, agreement_id=agreement_key(line)),
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

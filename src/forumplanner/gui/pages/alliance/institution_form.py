"""An institution in the inspector: names, short names and city in both languages, country, kind, what it belongs to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal

from forumplanner.actions import institutions
from forumplanner.actions.institutions import InstitutionText
from forumplanner.domain.ids import InstitutionId
from forumplanner.domain.kinds import InstitutionKind
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.choosing import Chooser
from forumplanner.gui.pages.alliance.details import grid
from forumplanner.gui.pages.alliance.logo import LogoRow
from forumplanner.gui.pages.alliance.offers import Offers
from forumplanner.gui.pages.alliance.typed_fields import CountryField
from forumplanner.gui.pages.alliance.words import choices
from forumplanner.gui.widgets.fields import Combo, Labelled
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.picker import Pick
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.register_choices import RegisterChoices
from forumplanner.snapshots.wordings import NO_TEXT


class InstitutionForm(Section):
    """Edits the directory's institution itself; `told` after each verb, so that what was refused is shown as it was."""

    told = Signal()

    def __init__(self, frame: Frame, *, name: str, tags: tuple[str, ...]) -> None:
        super().__init__(lambda: _("Institution"), name=name)
        self._frame, self._card = frame, InstitutionCard("", name=NO_TEXT)
        self._tags, self._offers = tags, Offers(RegisterChoices())
        self._built = False

    def take_offers(self, offers: Offers) -> None:
        """Institutions to belong to, and none."""
        self._offers = offers
        if self._built:
            self.parent_place.set_choices(offers.institutions, always=[Pick("", _("None"), "", "")])

    def show_card(self, card: InstitutionCard) -> None:
        """Show an institution; the fields are made after the first paint, which they would hold up."""
        self._card = card
        if self._built:
            self._show()
        else:
            QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        if self._built:
            return
        self._built = True
        self._make_fields()
        self._lay_out()
        self._connect()
        self.take_offers(self._offers)
        self._show()

    def _make_fields(self) -> None:
        name = self.objectName()
        self.name = BilingualField(lambda: _("Full name"), name=f"{name}Name", tags=self._tags)
        self.short = BilingualField(lambda: _("Short name"), name=f"{name}Short", tags=self._tags)
        self.city = BilingualField(lambda: _("City"), name=f"{name}City", tags=self._tags)
        self.country = CountryField(name=f"{name}Country")
        self.kind = Combo(choices(InstitutionKind, empty="—"), name=f"{name}Kind", label=lambda: _("Kind"))
        self.parent_place = Chooser(
            name=f"{name}Parent", label=lambda: _("Belongs to"), hint=lambda: _("Institution above it")
        )
        self.logo = LogoRow(self._frame, name=f"{name}Logo")

    def _lay_out(self) -> None:
        for field in (self.name, self.short, self.city):
            self.column.addWidget(field)
        self.column.addLayout(grid([(lambda: _("Country"), self.country), (lambda: _("Kind"), self.kind)]))
        self.column.addWidget(Labelled(lambda: _("Belongs to"), self.parent_place))
        self.column.addWidget(self.logo)

    def _connect(self) -> None:
        texts: tuple[tuple[BilingualField, InstitutionText], ...] = (
            (self.name, "name"),
            (self.short, "short_name"),
            (self.city, "city"),
        )
        for pair, text in texts:
            pair.edited.connect(partial(self._write, text))
            pair.confirmed.connect(partial(self._confirm, text))
        self.country.chosen.connect(self._set_country)
        self.kind.picked.connect(self._set_kind)
        self.parent_place.picked.connect(self._set_parent)
        self.logo.told.connect(self.told)

    def _show(self) -> None:
        card = self._card
        self.name.set_value(card.name)
        self.short.set_value(card.short_name)
        self.city.set_value(card.city)
        self.country.show_code(card.country)
        self.kind.choose(str(card.kind or ""))
        self.parent_place.show_chosen(reading.words(card.parent, self._tags))
        self.logo.show_card(card)

    def _write(self, text: InstitutionText, tag: str, words: str) -> None:
        key = self._key()
        self._do(
            lambda: institutions.write_institution(
                self._frame.store, institution_id=key, text=text, tag=tag, words=words
            )
        )

    def _confirm(self, text: InstitutionText, tag: str) -> None:
        key = self._key()
        self._do(lambda: institutions.confirm_institution(self._frame.store, institution_id=key, text=text, tag=tag))

    def _set_country(self, code: str) -> None:
        key = self._key()
        self._do(lambda: institutions.set_institution_country(self._frame.store, institution_id=key, country=code))

    def _set_kind(self, kind: str) -> None:
        key, chosen = self._key(), InstitutionKind(kind) if kind else None
        self._do(lambda: institutions.set_institution_kind(self._frame.store, institution_id=key, kind=chosen))

    def _set_parent(self, parent: str) -> None:
        key, above = self._key(), doing.institution_id(parent)
        self._do(lambda: institutions.set_parent(self._frame.store, institution_id=key, parent_id=above))

    def _key(self) -> InstitutionId:
        key = doing.institution_id(self._card.id)
        assert key is not None  # noqa: S101 - fields are shown for an institution only
        return key

    def _do(self, verb: Callable[[], None]) -> None:
        doing.done(self._frame, verb)
        self.told.emit()

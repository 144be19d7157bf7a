"""A term of office in the inspector: office, holder, term, ceremony, resolution; and who holds it at the same time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.gui import reading
from forumplanner.gui.pages.alliance.choosing import Chooser, ceremonies
from forumplanner.gui.pages.alliance.details import Details, grid
from forumplanner.gui.pages.alliance.term_days import TermDays
from forumplanner.gui.pages.alliance.typed_fields import LongTexts
from forumplanner.gui.pages.alliance.words import choices, term_words, who
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.gui.widgets.fields import Combo, Labelled
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.offices import OfficeLine
from forumplanner.snapshots.register_choices import RegisterChoices


class OfficeDetails(Details):
    """`termed(since, until)` when a day was written; `followed()`: the term before ends the day before this one."""

    termed = Signal(object, object)
    followed = Signal()

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__(
            name="officeDetails",
            label=lambda: _("Details of the office"),
            nothing=lambda: _("No office selected"),
            hint=lambda: _("Choose one in the list."),
            remove=lambda: _("Take out the term"),
        )
        self._tags = tags
        self.follow = Button(lambda: _("Let it follow"), name="officeFollow", small=True)
        self.clash = Banner("", name="officeClash", look="danger", icon="triangle-alert")
        # "Maximum" would cut the words at the height they need in one line.
        self.clash.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.office = Combo(choices(AllianceOffice), name="officeOffice", label=lambda: _("Office"))
        self.holder = Chooser(name="officeHolder", label=lambda: _("Held by"), hint=lambda: _("Institution or person"))
        self.term = TermDays(self, name="office")
        self.since, self.until = self.term.since, self.term.until
        self.item = Combo((), name="officeItem", label=lambda: _("Ceremony"))
        self.resolution = LongTexts(lambda: _("Resolution as adopted"), name="officeResolution", tags=tags)
        section = Section(lambda: _("Term"), name="officeFacts", first=True)
        for widget in (Labelled(lambda: _("Office"), self.office), Labelled(lambda: _("Held by"), self.holder)):
            section.column.addWidget(widget)
        section.column.addLayout(grid(self.term.entries))
        section.column.addWidget(Labelled(lambda: _("Ceremony"), self.item))
        section.column.addWidget(self.resolution)
        self.fill(self.clash, self.follow, section)
        self.follow.clicked.connect(self.followed)
        self.term.termed.connect(self.termed)

    def show_line(self, line: OfficeLine | None, rivals: Sequence[OfficeLine], offered: RegisterChoices) -> None:
        """Show a term, with the others that hold the office on some of its days."""
        self.show_filled(filled=line is not None)
        if line is None:
            return
        self.show_head(who(line.person, line.institution, self._tags), (reading.word(line.office),))
        self.office.choose(str(line.office))
        self.holder.show_chosen(who(line.person, line.institution, self._tags))
        self.term.show_term(line.since, line.until)
        self.item.set_choices(ceremonies(offered, line.item_id, reading.words(line.item, self._tags)))
        self.item.choose(line.item_id)
        self.resolution.set_value(line.resolution)
        self._show_clash(line, rivals)

    def _show_clash(self, line: OfficeLine, rivals: Sequence[OfficeLine]) -> None:
        self.clash.setVisible(bool(rivals))
        self.follow.setVisible(False)
        if not rivals:
            return
        other = rivals[0]
        self.clash.tell(
            _("Two hold this office at once"),
            _(
                "{other} holds it too, {term}. End that term the day before this one begins, or correct the days.",
                other=who(other.person, other.institution, self._tags),
                term=term_words(other.since, other.until),
            ),
        )
        later = line.since is not None and (other.since is None or other.since < line.since)
        self.follow.setVisible(later)

"""An organiser in the inspector: rank and place, the words of the rank on the forum's papers, the institution."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from forumplanner.domain.kinds import OrganiserRole
from forumplanner.domain.labels import label
from forumplanner.domain.role_words import speaks_of_money
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.details import Details
from forumplanner.gui.pages.alliance.institution_form import InstitutionForm
from forumplanner.gui.pages.alliance.words import choices
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.gui.widgets.fields import Combo, Labelled
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.organisers import OrganiserLine, Organisers, RoleWords
from forumplanner.snapshots.wordings import Pair


class OrganiserDetails(Details):
    """`ranked(role)`, `placed(track)`, `worded(tag, text)`, `usual()`: the forum's own words for the rank go."""

    ranked = Signal(str)
    placed = Signal(str)
    worded = Signal(str, str)
    usual = Signal()

    def __init__(self, frame: Frame, tags: tuple[str, ...]) -> None:
        super().__init__(
            name="organiserDetails",
            label=lambda: _("Details of the organiser"),
            nothing=lambda: _("No organiser selected"),
            hint=lambda: _("Choose one in the list."),
            remove=lambda: _("Take off the organisers"),
        )
        self._tags = tags
        self.role = Combo(choices(OrganiserRole), name="organiserRole", label=lambda: _("Rank"))
        self.place = Combo((), name="organiserPlace", label=lambda: _("Organises"))
        here = Section(lambda: _("In this forum"), name="organiserHere", first=True)
        for widget in (Labelled(lambda: _("Rank"), self.role), Labelled(lambda: _("Organises"), self.place)):
            here.column.addWidget(widget)
        self.also = Banner("", name="organiserAlso", look="warn")
        self.also.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.back = Button(lambda: _("Usual words"), name="organiserUsual", kind="link", small=True)
        printed = Section(lambda: _("The rank on this forum’s papers"), self.back, name="organiserPrinted")
        self.words = BilingualField(lambda: _("Words over the institutions"), name="organiserWords", tags=tags)
        self.money = Label("", role="warn", name="organiserMoney", wrap=True)
        printed.column.addWidget(self.words)
        printed.column.addWidget(self.money)
        self.institution = InstitutionForm(frame, name="organiserInstitution", tags=tags)
        self.fill(self.also, here, printed, self.institution)
        self.role.picked.connect(self.ranked)
        self.place.picked.connect(self.placed)
        self.words.edited.connect(self.worded)
        self.back.clicked.connect(self.usual)

    def show_line(self, line: OrganiserLine | None, whole: Organisers) -> None:
        """Show an organiser with the words of its rank and its other ranks."""
        self.show_filled(filled=line is not None)
        if line is None:
            return
        tracks: list[tuple[str, Text]] = [("", lambda: _("The forum"))]
        tracks += [(one.id, f"{one.code} {reading.words(one.title, self._tags)}".strip()) for one in whole.tracks]
        self.place.set_choices(tracks)
        self.role.choose(str(line.role))
        self.place.choose(line.track_id)
        words = next(one for one in whole.words if one.role is line.role)
        name = reading.words(line.institution.name, self._tags)
        self.show_head(name, (printed_word(words, self._tags), reading.words(line.track, self._tags)))
        self._show_words(words)
        self._show_ranks(line, whole)
        self.institution.show_card(line.institution)

    def _show_words(self, words: RoleWords) -> None:
        texts = tuple(own or usual for own, usual in zip(words.own, words.usual, strict=True))
        self.words.set_value(Pair(texts, tuple(False for _text in texts)))
        self.back.setVisible(any(words.own))
        paid = any(speaks_of_money(words.role, text) for text in texts)
        self.money.setText(
            _(
                "“Sponsor” means whoever pays. In English {rank} is “{usual}”; who pays has a rank of its own,"
                " 赞助单位.",
                rank=label(words.role, ZH),
                usual=label(words.role, EN),
            )
            if paid
            else ""
        )
        self.money.setVisible(paid)

    def _show_ranks(self, line: OrganiserLine, whole: Organisers) -> None:
        """The other ranks of the same institution in the same list."""
        others = [
            reading.word(one.role)
            for one in whole.lines
            if one.institution.id == line.institution.id and one.track_id == line.track_id and one.id != line.id
        ]
        self.also.tell(_("Also listed as: {ranks}", ranks=reading.listed(others)) if others else "")
        self.also.setVisible(bool(others))


def printed_word(words: RoleWords, tags: tuple[str, ...]) -> str:
    """What the papers print over a rank, for the reader."""
    return reading.line(words.own, tags) or reading.line(words.usual, tags)

"""The rest of a person in the inspector: category and reply, what they do and how they travel."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from forumplanner.domain.kinds import Category, Direction, InvitationStatus, Mode
from forumplanner.gui import reading, texting
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.clock import written
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.gui.widgets.picker import Picker
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import JourneyLine, PersonAppearance, PersonCard


def choices(kind: type[StrEnum], *, empty: Text | None = None) -> list[tuple[str, Text]]:
    """The members of a list as a drop-down shows them, with an empty one in front if it has words."""
    members: list[tuple[str, Text]] = [(str(member), _worded(member)) for member in kind]
    return [("", empty), *members] if empty is not None else members


def _worded(member: StrEnum) -> Callable[[], str]:
    return lambda: reading.word(member)


class HereSection(Section):
    """What the person is in this forum. `picked(field, key)`: "category", "reply", "mode" or "country"."""

    picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("In this forum"), name="personHere")
        dash: Text = "—"
        self.category = Combo(choices(Category), name="personCategory", label=lambda: _("Category"))
        self.reply = Combo(choices(InvitationStatus, empty=dash), name="personReply", label=lambda: _("Reply"))
        self.mode = Combo(choices(Mode, empty=dash), name="personMode", label=lambda: _("Attendance"))
        self.country = Picker(name="personCountry", label=lambda: _("Country"), hint=lambda: _("Country"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        entries: list[tuple[Text, QWidget]] = [
            (lambda: _("Category"), self.category),
            (lambda: _("Reply"), self.reply),
            (lambda: _("Attendance"), self.mode),
            (lambda: _("Country"), self.country),
        ]
        for place, (text, widget) in enumerate(entries):
            row, column = divmod(place, 2)
            grid.addWidget(Label(text, role="label", name=f"{widget.objectName()}Label"), row * 2, column)
            grid.addWidget(widget, row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        for field, combo in (("category", self.category), ("reply", self.reply), ("mode", self.mode)):
            combo.picked.connect(lambda key, field=field: self.picked.emit(field, key))
        self.country.picked.connect(lambda key: self.picked.emit("country", key))

    def show_card(self, card: PersonCard) -> None:
        """Show the person's values."""
        self.category.choose(str(card.category))
        self.reply.choose(str(card.status or ""))
        self.mode.choose(str(card.mode or ""))
        self.country.show_chosen(reading.country(card.country))


class DoingSection(Section):
    """What the person does in the programme; `went(target)` to a place of the programme."""

    went = Signal(str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Appearances"), name="personAppearances")
        self._languages: tuple[str, ...] = ()
        self._clashing: frozenset[str] = frozenset()
        self.rows: Rows[tuple[PersonAppearance, bool, str]] = Rows(self._row, name="personAppearanceRows", gap=2)
        self.none = Label(lambda: _("Nothing in the programme yet."), role="note", name="personAppearancesNone")
        self.column.addWidget(self.rows)
        self.column.addWidget(self.none)

    def show_appearances(
        self, lines: Sequence[PersonAppearance], languages: tuple[str, ...], clashing: frozenset[str]
    ) -> None:
        """Show these; sessions in `clashing` get a red triangle."""
        self._languages = languages
        self.rows.show_values([(line, line.session_id in clashing, _said_role(line)) for line in lines])
        self.none.setVisible(not lines)

    def _row(self, value: tuple[PersonAppearance, bool, str]) -> QWidget:
        line, clashes, role = value
        made = QWidget()
        made.setObjectName("personAppearance")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        when = " ".join(filter(None, (f"{line.day:%m-%d}" if line.day else "", written(line.start))))
        time = Label(when or "—", role="note", name="personAppearanceTime")
        time.setFixedWidth(78)
        row.addWidget(time)
        title = reading.words(line.item, self._languages) or reading.words(line.session, self._languages)
        link = Button("", name=f"personAppearance_{line.id}", kind="link")
        link.setText(link.fontMetrics().elidedText(f"{title} · {role}", Qt.TextElideMode.ElideRight, 190))
        link.setToolTip(f"{title} · {role}")
        link.setAccessibleName(f"{when} {title} {role}")
        target = f"item:{line.item_id}" if line.item_id else f"session:{line.session_id}"
        link.clicked.connect(lambda: self.went.emit(target))
        row.addWidget(link)
        row.addStretch(1)
        if clashes:
            row.addWidget(Picture("triangle-alert", "danger", size=14))
        return made


def _said_role(line: PersonAppearance) -> str:
    return reading.word(line.role)


class JourneysSection(Section):
    """Arrivals and departures."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Travel"), name="personJourneys", first=True)
        self.rows: Rows[tuple[JourneyLine, str]] = Rows(self._row, name="personJourneyRows", gap=4)
        self.none = Label(lambda: _("No arrival or departure is known yet."), role="note", name="personJourneysNone")
        self.column.addWidget(self.rows)
        self.column.addWidget(self.none)

    def show_journeys(self, lines: Sequence[JourneyLine]) -> None:
        """Show these."""
        self.rows.show_values([(line, _journey_words(line)) for line in lines])
        self.none.setVisible(not lines)

    def _row(self, value: tuple[JourneyLine, str]) -> QWidget:
        line, words = value
        made = QWidget()
        made.setObjectName("personJourney")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture("plane-landing" if line.direction is Direction.ARRIVAL else "plane-takeoff", "text3"))
        row.addWidget(Elide(words, name="personJourneyWords"), 1)
        return made


def _journey_words(line: JourneyLine) -> str:
    when = " ".join(filter(None, (texting.short_day(line.day) if line.day else "", written(line.start))))
    return " · ".join(filter(None, (reading.word(line.direction), when or line.as_written, line.carrier, line.place)))

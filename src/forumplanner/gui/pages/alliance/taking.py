"""TakeBar: what the programme's ceremonies would enter into a register, shown line by line, taken in one step."""

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.actions.taking import take_from_programme
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.words import who
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import proposals as query
from forumplanner.snapshots.proposals import Proposal, Proposals, Register

MOST_HIGH = 168
"""Pixels that the open list may take."""


class TakeBar(QWidget):
    """A banner that says how many there are; opened it lists them with a tick each. Hidden where there are none."""

    def __init__(self, frame: Frame, register: Register) -> None:
        super().__init__()
        self.setObjectName(f"take_{register}")
        self._frame, self._register = frame, register
        self._shown = Proposals()
        self._ticks: dict[str, QCheckBox] = {}
        self.look = Button(lambda: _("Look at them"), name="takeLook", kind="ghost", small=True)
        self.take = Button("", name="takeAll", small=True)
        self.banner = Banner("", name="takeBanner", look="info", icon="calendar-check", buttons=(self.look, self.take))
        self.list = QScrollArea()
        self.list.setObjectName("takeList")
        self.list.setWidgetResizable(True)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addWidget(self.list)
        self.look.clicked.connect(self._look)
        self.take.clicked.connect(self._take)
        self.hide()

    def load(self) -> None:
        """Read what would be entered, in a thread of its own: no list waits for it."""
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> Proposals:
            with store.read() as db:
                return query.load(db, forum_id=forum_id)

        self._frame.tasks.start(work, done=self._show, failed=lambda error: self._frame.toast(str(error)))

    def _show(self, read: Proposals) -> None:
        if read != self._shown or not self._ticks:
            self._shown = read
            self._fill()
        self._say()

    def lines(self) -> tuple[Proposal, ...]:
        """What would be entered into this register."""
        return self._shown.of(self._register)

    def chosen(self) -> list[str]:
        """The ids that are ticked."""
        return [key for key, tick in self._ticks.items() if tick.isChecked()]

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("takeLines")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        self._ticks = {}
        for line in self.lines():
            tick = QCheckBox(proposal_words(line, self._shown.languages))
            tick.setObjectName("takeLine")
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self._say())
            self._ticks[line.id] = tick
            column.addWidget(tick)
        column.addStretch(1)
        self.list.setWidget(inside)
        self.list.setFixedHeight(min(MOST_HIGH, inside.sizeHint().height() + 4))

    def _say(self) -> None:
        number, chosen = len(self.lines()), len(self.chosen())
        planned = any(line.day is not None and line.day > _today() for line in self.lines())
        self.banner.tell(
            (
                lambda: ngettext(
                    "The programme plans {n} record that isn’t in this register.",
                    "The programme plans {n} records that aren’t in this register.",
                    number,
                )
            )
            if planned
            else lambda: ngettext(
                "The programme has {n} record that isn’t in this register.",
                "The programme has {n} records that aren’t in this register.",
                number,
            )
        )
        self.take.set_text(lambda: _("Enter {n} planned", n=chosen) if planned else _("Enter {n}", n=chosen))
        if chosen:
            self.take.enable()
        else:
            self.take.disable(lambda: _("Tick at least one."))
        self.setVisible(bool(number))

    def _look(self) -> None:
        self.list.setVisible(not self.list.isVisible())

    def _take(self) -> None:
        chosen = self.chosen()
        doing.done(
            self._frame,
            lambda: take_from_programme(self._frame.store, forum_id=self._frame.forum_id, chosen=chosen),
            say=ngettext(
                "Entered {n} record from the programme", "Entered {n} records from the programme", len(chosen)
            ),
        )


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def proposal_words(line: Proposal, languages: tuple[str, ...]) -> str:
    """What would be entered, in one line: what, who, on which day."""
    people = []
    for party in line.parties:
        name, place = party.person.shown(i18n.interface_language()), reading.words(party.institution, languages)
        people.append(
            f"{place} ({name})"
            if line.register is Register.AGREEMENTS and name and place
            else who(party.person, party.institution, languages)
        )
    day = line.day.isoformat() if line.day else ""
    return " · ".join(filter(None, (reading.words(line.title, languages), reading.listed(people), day)))

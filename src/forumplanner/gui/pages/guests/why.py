"""Why a guest has this place: against the neighbours above and below, with the articles, and how sure it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forumplanner import i18n
from forumplanner.domain.precedence import Ranked, is_proven, why_open
from forumplanner.domain.ranks import Proof
from forumplanner.gui import reading
from forumplanner.gui.pages.guests import words
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label, Picture, Rule
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestLine


class WhyCard(Card):
    """`asked()`: another place is wanted; `freed()`: the place fixed by hand is to follow the rule again."""

    asked = Signal()
    freed = Signal()

    def __init__(self) -> None:
        super().__init__(name="guestWhy", look="accent", margin=14, gap=8)
        self.title = self.set_head("")
        self.reasons: Rows[tuple[str, str]] = Rows(_reason, name="guestReasons", gap=6)
        self.column.addWidget(self.reasons)
        self.column.addWidget(Rule())
        self._mark = Picture("circle-check", "ok", size=15)
        self._proof = Label("", role="small", name="guestProof", wrap=True)
        self.free = Button(lambda: _("By rule"), name="guestFree", kind="ghost", small=True)
        self.move_button = Button(lambda: _("Move…"), name="guestMove", small=True, key="Alt+Up")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._mark)
        foot.addWidget(self._proof, 1)
        foot.addWidget(self.free)
        foot.addWidget(self.move_button)
        self.column.addLayout(foot)
        self.move_button.clicked.connect(self.asked)
        self.free.clicked.connect(self.freed)

    def show_line(self, line: GuestLine, among: Sequence[GuestLine]) -> None:
        """Explain a guest's place among those of the same list; hidden for who has none."""
        ranked = line.ranked
        self.setVisible(ranked is not None)
        if ranked is None:
            return
        self.title.say(self.title.setText, lambda: _title(line))
        self.reasons.show_values(reasons(line, among))
        icon, tone = words.PROOFS[ranked.proof]
        self._mark.set_icon(icon, tone)
        self._proof.setText(verdict(line))
        self.free.setVisible(ranked.proof is Proof.BY_HAND)


def _title(line: GuestLine) -> str:
    if line.consular:
        return _("No. {n} among consular guests", n=line.place)
    return _("No. {n} among guests of honour", n=line.place)


def reasons(line: GuestLine, among: Sequence[GuestLine]) -> list[tuple[str, str]]:
    """Icon and sentence: against the one above, against the one below, and what the place stands on."""
    ranked = line.ranked
    if ranked is None:
        return []
    if ranked.proof is Proof.BY_HAND:
        return [("hand", words.basis(line))]
    above = next((one for one in among if one.place == line.place - 1), None)
    below = next((one for one in among if one.place == line.place + 1), None)
    found = []
    if above is not None and above.ranked is not None:
        name, reason = _called(above, line), _against(ranked, above.ranked, _called(above, line))
        found.append(("arrow-down", _("After {name}: {reason}", name=name, reason=reason)))
    if below is not None and below.ranked is not None:
        name, reason = _called(below, line), _against(ranked, below.ranked, _called(below, line))
        found.append(("arrow-up", _("Before {name}: {reason}", name=name, reason=reason)))
    return [*found, ("calendar-check", words.basis(line))]


def _called(near: GuestLine, line: GuestLine) -> str:
    """A neighbour as the reader calls it: consular guests by country, others and one of the same country by name."""
    if near.consular and near.country != line.country:
        return reading.country(near.country) or words.title(near)
    return words.title(near)


def _against(mine: Ranked, near: Ranked, name: str) -> str:
    """Why two stand as they do: what decides, with its article, else whose answer is missing."""
    tag = i18n.interface_language()
    if near.override or is_proven(mine, near):
        said = mine.reasons(near, tag)
        return said[-1] if said else _("as the list has it")
    return why_open(mine, near, name, tag)


def verdict(line: GuestLine) -> str:
    """What is proven of this guest alone: the same as the mark in the row."""
    if line.ranked is None or line.ranked.proof is not Proof.UNPROVEN:
        return words.proof_words(line.ranked.proof) if line.ranked else ""
    if line.consular:
        return _("Not proven: confirm with the FAO")
    return _("Not proven: confirm with their office")


def _reason(value: tuple[str, str]) -> QWidget:
    icon, sentence = value
    made = QWidget()
    made.setObjectName("guestReason")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    picture = Picture(icon, "text2", size=15)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    label = Label(sentence, role="", name="guestReasonText", wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    row.addWidget(label, 1)
    return made

"""Why a guest has this place: against the neighbours above and below, with the articles, and how sure it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forumplanner import i18n
from forumplanner.domain.ranks import Proof
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
        self.rule = Label("", role="note", name="guestWhyRule")
        self.title = self.set_head("", self.rule)
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
        self.title.say(self.title.setText, lambda: _("Why no. {n}", n=line.place))
        self.rule.say(self.rule.setText, lambda: _("VCCR art. 9, 15, 16") if line.consular else "")
        self.reasons.show_values(reasons(line, among))
        icon, tone = words.PROOFS[ranked.proof]
        self._mark.set_icon(icon, tone)
        self._proof.setText(words.proof_words(ranked.proof))
        self.free.setVisible(ranked.proof is Proof.BY_HAND)


def reasons(line: GuestLine, among: Sequence[GuestLine]) -> list[tuple[str, str]]:
    """Icon and sentence: against the one above, against the one below, and what the place stands on."""
    tag, ranked = i18n.interface_language(), line.ranked
    if ranked is None:
        return []
    if ranked.proof is Proof.BY_HAND:
        return [("hand", words.basis(line))]
    found = []
    for icon, place in (("arrow-down", line.place - 1), ("arrow-up", line.place + 1)):
        near = next((one for one in among if one.place == place), None)
        if near is not None and near.ranked is not None:
            said = ranked.reasons(near.ranked, tag)
            before = _("After no. {n}: {reason}") if icon == "arrow-down" else _("Before no. {n}: {reason}")
            found.append((icon, before.format(n=place, reason=said[-1] if said else _("as the list has it"))))
    return [*found, ("calendar-check", words.basis(line))]


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

"""The bands above the two lists, and the legend below them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from forumplanner.domain.invitation_chain import CHAIN
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.ranks import Proof
from forumplanner.gui.pages.guests import words
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.guests import GuestLine


class Band(Attentive, QFrame):
    """Title and facts of one list, with what can be done about it at the right."""

    def __init__(self, title: Text, *beside: Button, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("place", "tools")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(Label(title, role="strong", name=f"{name}Title"))
        self.facts = Elide("", role="small", name=f"{name}Facts")
        row.addWidget(self.facts, 1)
        for button in beside:
            row.addWidget(button)

    def set_facts(self, text: Text) -> None:
        """The line beside the title."""
        self.facts.say(self.facts.set_text, text)


class ConsularBand(Band):
    """`ruled()`: the rule is to be seen; `printed()`: the list is to be printed."""

    ruled = Signal()
    printed = Signal()

    def __init__(self) -> None:
        self.rule = Button(
            lambda: _("Rule: class → date → list"), name="guestRule", kind="ghost", icon="list-ordered", small=True
        )
        self.paper = Button(lambda: _("Print list"), name="guestPrint", kind="ghost", icon="printer", small=True)
        super().__init__(
            lambda: _("Consular guests · order among themselves"), self.rule, self.paper, name="consularBand"
        )
        self.rule.clicked.connect(self.ruled)
        self.paper.clicked.connect(self.printed)

    def show_lines(self, lines: Sequence[GuestLine]) -> None:
        """Count them."""
        posts = len({line.post_id for line in lines if line.place})
        done = sum(words.settled(line) for line in lines)
        waiting = sum(line.status is InvitationStatus.TO_APPROVE for line in lines)
        self.set_facts(lambda: _consular_facts(posts, done, waiting))


class HonourBand(Band):
    """Moves here need a reason, and the band says so."""

    def __init__(self) -> None:
        self.hint = Button(
            lambda: _("Moves need a reason"), name="guestMoveHint", kind="ghost", icon="arrow-up-down", small=True
        )
        self.hint.set_tip(lambda: _("Alt+Up and Alt+Down ask for another place and its reason"))
        super().__init__(lambda: _("Guests of honour · order among themselves"), self.hint, name="honourBand")
        self.set_facts(lambda: _("By group, level and the committee’s order"))


class Legend(QFrame):
    """What the marks mean, and the steps of an invitation."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guestLegend")
        self.setProperty("place", "foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 16, 6)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        for proof, (icon, tone) in words.PROOFS.items():
            row.addWidget(Picture(icon, tone, size=14))
            row.addWidget(Label(_mark_words(proof), role="small", name=f"legend_{proof}"))
            row.addSpacing(12)
        chain = Elide(_chain, role="small", name="legendChain")
        row.addStretch(1)
        column.addWidget(chain)


def _mark_words(proof: Proof) -> Callable[[], str]:
    return lambda: words.proof_words(proof)


def _chain() -> str:
    return " → ".join(words.step_words(step) for step in CHAIN)


def _consular_facts(posts: int, done: int, waiting: int) -> str:
    told = [ngettext("{n} post", "{n} posts", posts), ngettext("{n} settled", "{n} settled", done)]
    if waiting:
        told.append(ngettext("{n} to approve", "{n} to approve", waiting))
    return " · ".join(told)


def unproven(lines: Sequence[GuestLine]) -> int:
    """How many places of an order are not proven."""
    return sum(line.ranked is not None and line.ranked.proof is Proof.UNPROVEN for line in lines)

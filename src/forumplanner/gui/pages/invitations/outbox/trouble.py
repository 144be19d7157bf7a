"""The card above the list that calls for a person: how many mails are in doubt or refused; its button opens them."""

from collections.abc import Mapping
from typing import Final

from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.gui import texting
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.i18n import gettext as _

TROUBLED: Final = frozenset({OutboxState.UNKNOWN, OutboxState.REFUSED})
"""What nothing happens to until somebody decides."""


class TroubleCard(Banner):
    """Hidden while no mail needs a person. `see`: the rows are wanted."""

    def __init__(self) -> None:
        self.see = Button(lambda: _("See to them"), name="outboxSee", small=True)
        super().__init__("", name="outboxTrouble", look="warn", buttons=(self.see,))
        self.hide()

    def sentence(self) -> str:
        """What it says, "" while hidden."""
        return self.title.text() if not self.isHidden() else ""

    def show_counts(self, counts: Mapping[OutboxState, int]) -> None:
        """Show how many mails of the whole outbox stand at those states."""
        doubted, refused = counts.get(OutboxState.UNKNOWN, 0), counts.get(OutboxState.REFUSED, 0)
        self.tell(lambda: _sum(doubted, refused))
        self.setVisible(bool(doubted or refused))


def _sum(doubted: int, refused: int) -> str:
    """Such as "1 in doubt, 1 refused"."""
    in_doubt = _("{n} in doubt", n=texting.number(doubted)) if doubted else ""
    sent_back = _("{n} refused", n=texting.number(refused)) if refused else ""
    return _(", ").join(filter(None, (in_doubt, sent_back)))

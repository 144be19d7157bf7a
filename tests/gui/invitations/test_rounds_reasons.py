"""Why people get no mail of a round: each reason is drawn and said, whoever is chosen."""

import pytest

from forumplanner import paths
from forumplanner.gui.pages.invitations.rounds import RoundForm
from forumplanner.gui.pages.invitations.rounds.words import ICONS
from forumplanner.gui.widgets.labels import Elide
from forumplanner.invitations.left_out import left_out
from forumplanner.invitations.rounds import Left
from gui_desk import Desk


@pytest.mark.parametrize("why", Left)
def test_each_reason_has_an_icon_and_words(why: Left) -> None:
    assert paths.resource("icons", f"{ICONS[why]}.svg").is_file()
    assert left_out(why, 3).startswith("3 ")


def test_everybody_can_be_chosen(desk: Desk) -> None:
    desk.open_sample("invitations")
    desk.window.go("invitations", "round")
    form = desk.find(RoundForm, "roundForm")
    desk.until(lambda: form.round.facts is not None)
    form.who.untold.click()
    desk.settle()

    line = form.check.findChild(Elide, "roundSaid_address")
    assert line is not None
    assert line.text() == left_out(Left.ADDRESS, 1)

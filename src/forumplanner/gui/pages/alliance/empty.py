"""What a register shows while nothing is in it: what it will hold, and the way to the first entry."""

from collections.abc import Callable, Sequence

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState


def nothing_yet(
    title: Text,
    text: Text,
    *,
    name: str,
    icon: str,
    new: Text,
    start: Callable[[], object],
    more: Sequence[Button] = (),
) -> EmptyState:
    """One sentence and a filled button, with further ways beside it."""
    button = Button(new, name=f"{name}New", kind="primary", icon="plus", key="Ctrl+N")
    button.clicked.connect(lambda _checked=False: start())
    return EmptyState(title, text, name=name, icon=icon, choices=(button, *more))

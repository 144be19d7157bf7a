"""What could be filled into a name: one quiet line under its field, taken by a press or by Enter, never by itself."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.domain.name_forms import Suggestion
from forumplanner.domain.names import PersonName
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide
from forumplanner.i18n import gettext as _

_LATIN = ("latin", "family", "given", "order")
_TITLES = ("courtesy_zh", "courtesy_en")


@dataclass(frozen=True, slots=True)
class Offer:
    """The words of a suggestion, and the whole name once it is taken; what it fills in is not confirmed."""

    words: str
    name: PersonName


class SuggestedLine(QWidget):
    """`taken(PersonName)`; hidden while there is nothing to suggest."""

    taken = Signal(object)

    def __init__(self, what: str) -> None:
        super().__init__()
        self.setObjectName(f"suggested_{what}")
        self._offer: Offer | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.words = Elide("", role="note", name=f"suggestedWords_{what}")
        self.button = Button(
            lambda: _("Take it"), name=f"suggestedTake_{what}", kind="link", small=True, tip=lambda: _("Enter"), key=""
        )
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.take)
        self.hide()

    def offer(self, offer: Offer | None) -> None:
        """Suggest this, or nothing."""
        self._offer = offer
        self.words.set_text(_("Suggested: {name}", name=offer.words) if offer else "")
        self.setVisible(offer is not None)

    def take(self) -> None:
        """Take what is suggested, if anything is."""
        if self._offer is not None:
            self.taken.emit(self._offer.name)


def latin_offer(name: PersonName, found: Suggestion) -> Offer | None:
    """A Latin form, or where the family name stands in the one on record."""
    parts = {field: getattr(found.name, field) for field in found.filled if field in _LATIN}
    if not parts:
        return None
    taken = replace(name, **parts)
    if "latin" in parts:
        return Offer(taken.latin_with_capitals(), replace(taken, latin_confirmed=False))
    return Offer(_("family name {family}, given name {given}", family=taken.family, given=taken.given), taken)


def title_offer(name: PersonName, found: Suggestion) -> Offer | None:
    """Titles that stand inside the name."""
    parts = {field: getattr(found.name, field) for field in found.filled if field in _TITLES}
    if not parts:
        return None
    return Offer(_("title {title}", title=" / ".join(parts.values())), replace(name, **parts))

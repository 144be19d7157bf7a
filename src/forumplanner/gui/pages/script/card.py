"""One item of a ceremony: when, what and who at the left, the host's words and the cues beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.times import clock
from forumplanner.gui.pages.script.cues import CueRows
from forumplanner.gui.pages.script.words import WordsSide
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import nearest, ngettext
from forumplanner.snapshots.running_order import RunningItem, RunningPerson

FACTS_WIDTH = 190
_SHOWN = 5


class ItemCard(Attentive, Card):
    """`written(tag, text)`, `confirmed(tag)`, `left(tag)`, `on(tag)`; cues tell through `cues`."""

    written = Signal(str, str)
    confirmed = Signal(str)
    left = Signal(str)
    on = Signal(str)

    def __init__(self, item: RunningItem, tags: tuple[str, ...]) -> None:
        super().__init__(name=f"scriptItem_{item.number}", gap=10)
        self._tags = tags
        self.item = item
        self.time = Label("", role="lead", name="scriptTime")
        self.title = Label("", role="strong", name="scriptTitle", wrap=True)
        self.second = Label("", role="small", name="scriptSecond", wrap=True)
        self.people = Label("", role="small", name="scriptPeople", wrap=True)
        self.stale = Label("", role="danger", name="scriptStale", wrap=True)
        self.sides = {tag: WordsSide(tag, place) for place, tag in enumerate(tags)}
        self.cues = CueRows(tags)
        self._lay_out()
        for tag, side in self.sides.items():
            side.written.connect(lambda text, tag=tag: self.written.emit(tag, text))
            side.confirmed.connect(lambda tag=tag: self.confirmed.emit(tag))
            side.left.connect(lambda tag=tag: self.left.emit(tag))
            side.on.connect(lambda tag=tag: self.on.emit(tag))
        self.show_item(item)

    def show_item(self, item: RunningItem) -> None:
        """The same item, perhaps changed."""
        self.item = item
        for side in self.sides.values():
            side.show_item(item)
        self.cues.show_cues(item.cues)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what it is in the reader's order of languages."""
        super().retranslate()
        if not hasattr(self, "sides"):
            return
        item = self.item
        start = clock(item.start) if item.start is not None else "–"
        minutes = ngettext("{n} min", "{n} min", item.minutes) if item.minutes else ""
        self.time.setText(f"{item.number}　{start}")
        self.time.setToolTip(minutes)
        titles = [text for text in (item.title if any(item.title) else item.kind_label) if text]
        self.title.setText(titles[0] if titles else "")
        self.second.setText(" · ".join(dict.fromkeys([*titles[1:], minutes])) if titles[1:] else minutes)
        self.people.setText("\n".join(_named(person, self._tags) for person in item.people[:_SHOWN]))
        self.people.setVisible(bool(item.people))
        self.stale.setText(_("The words still name {names}", names=_("; ").join(item.stale)) if item.stale else "")
        self.stale.setVisible(bool(item.stale))

    def needs_look(self) -> bool:
        """Whether somebody should look at it: stale names, words missing or behind the other side."""
        return bool(self.item.stale) or any(self.item.lagging) or not all(self.item.words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        facts = QWidget()
        facts.setObjectName("scriptFacts")
        facts.setFixedWidth(FACTS_WIDTH)
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.time, self.title, self.second, self.people, self.stale):
            column.addWidget(widget)
        column.addStretch(1)
        row.addWidget(facts, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(10)
        words = QHBoxLayout()
        words.setSpacing(12)
        for side in self.sides.values():
            words.addWidget(side, 1)
        right.addLayout(words)
        right.addWidget(self.cues)
        row.addLayout(right, 1)
        self.column.addLayout(row)


def _named(person: RunningPerson, tags: tuple[str, ...]) -> str:
    """A person as a reader of the interface's language finds them."""
    here = i18n.interface_language()
    place = next((n for n, tag in enumerate(tags) if nearest(tag) == here), 0)
    name = person.names[place] or person.shown or _("To be announced")
    return f"{name} · {person.pronunciation}" if person.pronunciation else name

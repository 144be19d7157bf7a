"""The cards of one session under each other: kept by item, sifted, and gone through by keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from forumplanner.gui.pages.script.card import ItemCard
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.snapshots.running_order import RunningItem


class CardList(QScrollArea):
    """`follow(card)` is called for each new card."""

    def __init__(self, follow: Callable[[ItemCard], None]) -> None:
        super().__init__()
        self.setObjectName("scriptScroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follow = follow
        self._tags: tuple[str, ...] = ()
        self.cards: dict[str, ItemCard] = {}
        body = QWidget()
        body.setObjectName("scriptBody")
        body.setProperty("place", "page")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(20, 12, 20, 20)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self.setWidget(body)

    def show_items(self, items: tuple[RunningItem, ...], tags: tuple[str, ...]) -> None:
        """Show these; a card whose item stays is kept, so that nobody is interrupted while typing."""
        kept = {item.id for item in items} if tags == self._tags else set()
        self._tags = tags
        for key in [key for key in self.cards if key not in kept]:
            gone = self.cards.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, item in enumerate(items):
            card = self.cards.get(item.id)
            if card is None:
                card = self.cards[item.id] = self._made(item, tags)
            else:
                card.show_item(item)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        self.cards = {item.id: self.cards[item.id] for item in items}

    def sift(self, query: str, *, needing: bool) -> int:
        """Show the cards with these words, or only those that need a look; how many that are."""
        words = query.casefold().split()
        shown = 0
        for card in self.cards.values():
            fits = all(word in _words(card.item) for word in words) and (card.needs_look() or not needing)
            card.setVisible(fits)
            shown += fits
        return shown

    def needing(self) -> int:
        """How many cards need a look."""
        return sum(card.needs_look() for card in self.cards.values())

    def first(self) -> QWidget | None:
        """The words of the first card in sight."""
        card = next((card for card in self.cards.values() if not card.isHidden()), None)
        return next(iter(card.sides.values())).box if card is not None else None

    def show_card(self, item_id: str) -> None:
        """Bring a card into sight and its words under the keys."""
        if item_id in self.cards:
            self._focus(self.cards[item_id], "")

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) card in sight, in the language in which the keys are."""
        cards = [card for card in self.cards.values() if not card.isHidden()]
        focus = self.window().focusWidget()
        here = next((n for n, card in enumerate(cards) if focus is not None and card.isAncestorOf(focus)), -by)
        if 0 <= here + by < len(cards):
            tags = cards[here].sides if 0 <= here < len(cards) else {}
            tag = next((tag for tag, side in tags.items() if focus is not None and side.isAncestorOf(focus)), "")
            self._focus(cards[here + by], tag)

    def _made(self, item: RunningItem, tags: tuple[str, ...]) -> ItemCard:
        card = ItemCard(item, tags)
        self._follow(card)
        card.on.connect(lambda _tag: self.step(1))
        return card

    def _focus(self, card: ItemCard, tag: str) -> None:
        side = card.sides.get(tag) or next(iter(card.sides.values()))
        self.ensureWidgetVisible(card)
        side.box.setFocus()


def _words(item: RunningItem) -> str:
    people = [name for person in item.people for name in (*person.names, person.shown)]
    return haystack(*item.title, *item.words, *people, rare=False)

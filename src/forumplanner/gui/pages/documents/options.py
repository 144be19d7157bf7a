"""The options of the chosen paper, at the left of the preview; every change shows at once."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QRadioButton, QVBoxLayout, QWidget

from forumplanner.gui.pages.documents.kinds import Option, PaperKind, Shape, Values
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Labelled
from forumplanner.gui.widgets.labels import Label
from forumplanner.snapshots.forums import ForumCard

WIDTH = 264

Offered = Mapping[str, tuple[tuple[str, Text], ...]]
"""Keys and words by the option that they can be chosen for."""


class Tick(Attentive, QCheckBox):
    """A check box that speaks the interface's language."""

    def __init__(self, text: Text, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setText, text)


class Radio(Attentive, QRadioButton):
    """A radio button that speaks the interface's language."""

    def __init__(self, text: Text, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setText, text)


class OptionsPanel(QFrame):
    """`changed()` after each choice; each paper remembers what was chosen. `edit(page)` asks for another page."""

    changed = Signal()
    edit = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paperOptions")
        self.setProperty("place", "panel")
        self.setFixedWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        self._place = QVBoxLayout()
        self._body = QWidget()
        self._place.addWidget(self._body)
        outer.addLayout(self._place)
        outer.addStretch(1)
        self._chosen: dict[str, dict[str, str]] = {}
        self._offered: dict[str, Offered] = {}
        self._static: dict[str, tuple[tuple[str, Text], ...]] = {}
        self._key = ""

    def show_kind(self, kind: PaperKind, card: ForumCard) -> None:
        """The options of that paper."""
        self._key = kind.key
        chosen = self._chosen.setdefault(kind.key, {})
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self._body.setObjectName("optionsBody")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(kind.title, role="lead", name="optionsTitle"))
        self._static = {}
        for option in kind.options(card):
            chosen.setdefault(option.key, option.default)
            self._static[option.key] = option.choices
            self._add(column, option, chosen)
        if kind.edit is not None:
            self._add_edit(column, *kind.edit)
        self._place.addWidget(self._body)
        self._body.show()
        self.offer(self._offered.get(kind.key, {}))

    def offer(self, choices: Offered) -> None:
        """What the forum itself offers for options of the paper shown, behind what the paper always does."""
        self._offered[self._key] = choices
        for key, offered in choices.items():
            combo = self._body.findChild(Combo, f"option_{key}")
            if isinstance(combo, Combo):
                combo.set_choices((*self._static.get(key, ()), *offered))
                combo.choose(self._chosen[self._key].get(key, ""))

    def values(self) -> Values:
        """What is chosen for the paper shown."""
        return dict(self._chosen.get(self._key, {}))

    def set_value(self, key: str, value: str) -> None:
        """Choose for the paper that is shown next."""
        self._chosen.setdefault(self._key, {})[key] = value

    def _add(self, column: QVBoxLayout, option: Option, chosen: dict[str, str]) -> None:
        if option.shape is Shape.TICK:
            tick = Tick(option.label, name=f"option_{option.key}")
            tick.setChecked(bool(chosen[option.key]))
            tick.toggled.connect(lambda on: self._choose(option.key, "yes" if on else ""))
            column.addWidget(tick)
        elif option.shape is Shape.CHOICE:
            combo = Combo(option.choices, name=f"option_{option.key}", label=option.label)
            combo.choose(chosen[option.key])
            combo.picked.connect(lambda key: self._choose(option.key, key))
            column.addWidget(Labelled(option.label, combo))
        else:
            self._add_radios(column, option, chosen[option.key])

    def _add_edit(self, column: QVBoxLayout, page: str, words: Text) -> None:
        """A button to where the paper's words are written."""
        button = Button(words, name="optionsEdit", icon="type")
        button.clicked.connect(lambda: self.edit.emit(page))
        column.addSpacing(4)
        column.addWidget(button)

    def _add_radios(self, column: QVBoxLayout, option: Option, on: str) -> None:
        column.addWidget(Label(option.label, role="label", name=f"option_{option.key}_label"))
        group = QButtonGroup(self._body)
        for key, text in option.choices:
            radio = Radio(text, name=f"option_{option.key}_{key or 'all'}")
            radio.setChecked(key == on)
            radio.clicked.connect(lambda _checked=False, key=key: self._choose(option.key, key))
            group.addButton(radio)
            column.addWidget(radio)

    def _choose(self, key: str, value: str) -> None:
        values = self._chosen[self._key]
        if values.get(key) != value:
            values[key] = value
            self.changed.emit()

"""The post that a consular guest comes from: names in both languages, whom to call, its place in the office's list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestCard, Mission


class PostSection(Section):
    """`written(column, text)`: "contact", "phone", "email" or "list_order"; `named(tag, text)`."""

    written = Signal(str, str)
    named = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Consular post"), name="guestPost")
        self._mission: Mission | None = None
        self.name_field = BilingualField(lambda: _("Name of the post"), name="guestPostName")
        self.column.addWidget(self.name_field)
        labels: dict[str, Text] = {
            "contact": lambda: _("Protocol secretary"),
            "phone": lambda: _("Phone"),
            "email": lambda: _("E-mail"),
            "list_order": lambda: _("FAO list no."),
        }
        self.fields = {key: Field(name=f"guestPost_{key}", label=text) for key, text in labels.items()}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for place, (key, text) in enumerate(labels.items()):
            row, column = divmod(place, 2)
            grid.addWidget(Label(text, role="label", name=f"guestPostLabel_{key}"), row * 2, column)
            grid.addWidget(self.fields[key], row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
            self.fields[key].editingFinished.connect(lambda key=key: self._take(key))
        self.column.addLayout(grid)
        self.name_field.edited.connect(self.named)

    def show_card(self, card: GuestCard) -> None:
        """Show the post; hidden for guests without one."""
        self._mission = card.mission
        self.setVisible(card.mission is not None)
        if card.mission is None:
            return
        self.name_field.set_value(card.mission.name)
        for key, field in self.fields.items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(_text(card.mission, key))
                field.setCursorPosition(0)

    def _take(self, key: str) -> None:
        text = self.fields[key].text().strip()
        if self._mission is not None and text != _text(self._mission, key):
            self.fields[key].setModified(False)
            self.written.emit(key, text)


def _text(mission: Mission, key: str) -> str:
    value = getattr(mission, key)
    return "" if value is None else str(value)

"""Naming the person whom a post sends, weeks after the row was made."""

from PySide6.QtCore import Signal

from forumplanner.gui.pages.guests.form import FormCard
from forumplanner.gui.pages.guests.person_field import PersonField
from forumplanner.i18n import gettext as _


class NameCard(FormCard):
    """`made(Comer)`."""

    made = Signal(object)

    def __init__(self) -> None:
        title = lambda: _("Name the person")  # noqa: E731 - the same words stand on the form and on its button
        super().__init__(title, title, lambda: _("Leave"), name="nameGuest")
        self.person = PersonField(name="namePerson", label=lambda: _("Person"))
        self.add((((lambda: _("Person"), self.person),),))

    def start(self, post: str) -> None:
        """Begin about a post's guest."""
        self.who.set_text(post)
        self.person.setFocus()

    def clear(self) -> None:
        """Forget who was chosen."""
        self.person.clear()
        self.refuse("")

    def finish(self) -> None:
        """Tell who it is."""
        comer = self.person.comer()
        self.refuse("" if comer else _("Choose a person, or type the name of a new one and press Enter."))
        if comer is not None:
            self.made.emit(comer)

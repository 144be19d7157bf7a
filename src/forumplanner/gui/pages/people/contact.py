"""How to reach a person, in the inspector: addresses, phone, languages, the one channel that is allowed, notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from forumplanner import i18n
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.invitation_chain import reached_by
from forumplanner.domain.languages import language_name, tag_of
from forumplanner.domain.mailbox_lists import read_mailboxes
from forumplanner.domain.mailboxes import AddressFault
from forumplanner.gui import reading
from forumplanner.gui.pages.people.facts import choices
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label, Picture
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PersonCard


class ContactSection(Section):
    """`written(field, text)`: "phone", "emails", "speaks" or "notes"; `reached(channel)`: its code, "" for as usual."""

    written = Signal(str, str)
    reached = Signal(str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Contact and notes"), name="personContact")
        self._card: PersonCard | None = None
        self.emails = Field(name="personEmails", label=lambda: _("E-mail"), hint=lambda: _("E-mail addresses"))
        self.doubt = Label("", role="warn", name="personEmailsDoubt", wrap=True)
        self.phone = Field(name="personPhone", label=lambda: _("Phone"), hint=lambda: _("Phone"))
        self.speaks = Field(name="personSpeaks", label=lambda: _("Speaks"), hint=lambda: _("Languages spoken"))
        self.channel = Combo(name="personChannel", label=lambda: _("Reach only by"))
        self.notes = NotesField()
        self._row("mail", self.emails)
        self.column.addWidget(self.doubt)
        for icon, field in (("phone", self.phone), ("languages", self.speaks)):
            self._row(icon, field)
        self.column.addWidget(Label(lambda: _("Reach only by"), role="label", name="personChannelLabel"))
        self.column.addWidget(self.channel)
        self.column.addWidget(self.notes)
        for key, field in self._fields().items():
            field.editingFinished.connect(lambda key=key, field=field: self._take(key, field.text()))
        self.emails.textChanged.connect(lambda _text: self._look())
        self.notes.left.connect(lambda: self._take("notes", self.notes.toPlainText()))
        self.channel.picked.connect(self.reached)

    def show_card(self, card: PersonCard) -> None:
        """Show the person's values; what is being typed stays."""
        self._card = card
        for key, field in self._fields().items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(_texts(card)[key])
                field.setCursorPosition(0)
        if not self.notes.hasFocus():
            self.notes.setPlainText(card.notes)
        usual = reached_by(card.category)
        self.channel.set_choices(choices(Channel, empty=lambda: _("As usual: {channel}", channel=reading.word(usual))))
        self.channel.choose(str(card.contact_by or ""))
        self._look()

    def _fields(self) -> dict[str, Field]:
        return {"emails": self.emails, "phone": self.phone, "speaks": self.speaks}

    def _row(self, icon: str, field: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Picture(icon, "text3"))
        row.addWidget(field, 1)
        self.column.addLayout(row)

    def _take(self, field: str, text: str) -> None:
        card = self._card
        if card is not None and text.strip() != _texts(card)[field]:
            self.written.emit(field, text)

    def _look(self) -> None:
        """Say under the field why no mail reaches an address; it is kept all the same."""
        faults = read_mailboxes(self.emails.text()).faults
        said = fault_words(*faults[0]) if faults else ""
        self.emails.set_wrong(said)
        self.doubt.setText(said)
        self.doubt.setVisible(bool(said))


def _texts(card: PersonCard) -> dict[str, str]:
    """The card's values as the fields show them."""
    return {
        "emails": ", ".join(card.emails),
        "phone": card.phone,
        "speaks": reading.listed(spoken(card.speaks)),
        "notes": card.notes,
    }


def spoken(tags: tuple[str, ...]) -> list[str]:
    """Languages by their names; a word that is no tag stays."""
    return [language_name(tag)[i18n.interface_language()] for tag in tags]


def languages_of(text: str) -> list[str]:
    """The tags of languages written by name or tag, parted by commas; what is none of them stays as it was written."""
    words = text.replace("、", ",").replace("，", ",").replace(";", ",").replace("；", ",").split(",")
    return [tag_of(word) or word.strip() for word in words if word.strip()]


def fault_words(written: str, fault: AddressFault) -> str:
    """Why no mail reaches what was written, and that it was kept."""
    said: dict[AddressFault, Text] = {
        AddressFault.SPACE: lambda: _(
            "“{text}” holds a space; no mail would arrive. It is kept as it is.", text=written
        ),
        AddressFault.NO_AT: lambda: _("“{text}” has no @ or more than one. It is kept as it is.", text=written),
        AddressFault.DOMAIN: lambda: _("“{text}”: the part behind the @ is no mail domain. It is kept.", text=written),
    }
    words = said.get(fault, lambda: _("“{text}” is no address that mail reaches. It is kept as it is.", text=written))
    return words if isinstance(words, str) else words()


class NotesField(Attentive, QPlainTextEdit):
    """A few lines of text; `left` when the focus goes."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("personNotes")
        self.setFixedHeight(58)
        self.setTabChangesFocus(True)
        self.say(self.setAccessibleName, lambda: _("Notes"))
        self.say(self.setPlaceholderText, lambda: _("Notes"))

    def focusOutEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Tell."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.left.emit()

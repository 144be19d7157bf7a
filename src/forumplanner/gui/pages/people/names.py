"""A person's names in the inspector: each form with the mark that it was checked, and how the person is addressed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.addressing import address
from forumplanner.domain.name_cautions import cautions
from forumplanner.domain.name_forms import Suggestion, suggest
from forumplanner.domain.name_rules import RULES, rule_for
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import fonts
from forumplanner.gui.pages.people.suggesting import SuggestedLine, latin_offer, title_offer
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _

_FORMS = ("zh", "latin", "native")


class NamesSection(Section):
    """`renamed(PersonName)` when a form was rewritten, `marked(form, on)` when a mark was set or taken back."""

    renamed = Signal(object)
    marked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(lambda: _("Names"), name="personNames", first=True)
        self._name, self._country = PersonName(), ""
        labels: dict[str, Text] = {
            "zh": lambda: _("Chinese"),
            "latin": lambda: _("Passport"),
            "native": lambda: _("Native script"),
            "courtesy_zh": lambda: _("Title, Chinese"),
            "courtesy_en": lambda: _("Title, English"),
            "address_zh": lambda: _("Addressed in Chinese"),
            "address_en": lambda: _("Addressed in English"),
        }
        self.fields = {key: NameField(f"personName_{key}", text) for key, text in labels.items()}
        self.marks = {form: ConfirmMark(form) for form in _FORMS}
        self.latin_line = SuggestedLine("latin")
        self.title_line = SuggestedLine("title")
        self.note = Label("", role="note", name="personNameNote", wrap=True)
        self.preview = Label("", role="strong", name="personAddressed", wrap=True)
        self.rule = Combo(name="personNameRule", label=lambda: _("Name rule"))
        self._lay_out(labels)
        for key, field in self.fields.items():
            field.editingFinished.connect(lambda key=key: self._take(key))
        for form, mark in self.marks.items():
            mark.clicked.connect(lambda _=False, form=form: self._flip(form))
        self.latin_line.taken.connect(self._take_suggested)
        self.title_line.taken.connect(self._take_suggested)
        self.fields["latin"].accepted.connect(self.latin_line.take)
        self.fields["courtesy_en"].accepted.connect(self.title_line.take)
        self.rule.picked.connect(lambda code: self.renamed.emit(replace(self._name, rule=code)))

    def show_name(self, name: PersonName, country: str = "") -> None:
        """Show a person's forms; a field that is being typed in keeps its letters."""
        self._name, self._country = name, country
        self.fields["zh"].setFont(fonts.font("zh-Hans"))
        self.fields["latin"].setFont(fonts.font("en"))
        for key, field in self.fields.items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(getattr(name, key))
                field.setCursorPosition(0)
        for form, mark in self.marks.items():
            mark.show_mark(on=getattr(name, f"{form}_confirmed"), there=bool(getattr(name, form)))
        self._show_address(name, country)
        offered = suggest(name, country)
        self.latin_line.offer(latin_offer(name, offered))
        self.title_line.offer(title_offer(name, offered))
        self._show_note(name, country, offered)
        self._show_rule(name, country)

    def _show_address(self, name: PersonName, country: str) -> None:
        zh, en = address(name, country, ZH), address(name, country, EN)
        order = (zh, en) if i18n.interface_language() == ZH else (en, zh)
        shown = " / ".join(filter(None, order))
        self.preview.setText(shown)
        self.preview.setVisible(bool(shown))
        for key, own in (("address_zh", ZH), ("address_en", EN)):
            bare = replace(name, address_zh="", address_en="")
            self.fields[key].setPlaceholderText(address(bare, country, own))

    def _show_note(self, name: PersonName, country: str, offered: Suggestion) -> None:
        tag = i18n.interface_language()
        said = [caution.text[tag] for caution in cautions(name, country)]
        said += [note[tag] for note in offered.notes]
        self.note.setText(" ".join(said[:2]))
        self.note.setVisible(bool(said))

    def _show_rule(self, name: PersonName, country: str) -> None:
        tag = i18n.interface_language()
        usual = rule_for(replace(name, rule=""), country)
        choices: list[tuple[str, Text]] = [("", lambda: _("By country: {rule}", rule=usual.words[tag]))]
        self.rule.set_choices([*choices, *((rule.code, rule.words[tag]) for rule in RULES)])
        self.rule.choose(name.rule)
        self.rule.setToolTip(rule_for(name, country).watch[tag])

    def _lay_out(self, labels: dict[str, Text]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        line = 0
        for place, (key, text) in enumerate(labels.items()):
            wide = key in self.marks
            column = 0 if wide else (place - len(_FORMS)) % 2
            grid.addWidget(Label(text, role="label", name=f"personNameLabel_{key}"), line, column)
            grid.addWidget(self.fields[key], line + 1, column, 1, 2 if wide else 1)
            if wide:
                grid.addWidget(self.marks[key], line, 1, Qt.AlignmentFlag.AlignRight)
            if key == "latin":
                grid.addWidget(self.latin_line, line + 2, 0, 1, 2)
            if key == "courtesy_en":
                grid.addWidget(self.title_line, line + 2, 0, 1, 2)
            line += 3 if wide or column else 0
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.note)
        foot = QGridLayout()
        foot.setHorizontalSpacing(8)
        foot.setVerticalSpacing(2)
        foot.addWidget(Label(lambda: _("Address as"), role="label", name="personAddressedLabel"), 0, 0)
        foot.addWidget(self.preview, 1, 0)
        foot.addWidget(Label(lambda: _("Name rule"), role="label", name="personNameRuleLabel"), 0, 1)
        foot.addWidget(self.rule, 1, 1)
        foot.setColumnStretch(0, 1)
        foot.setColumnStretch(1, 1)
        self.column.addLayout(foot)

    def _take(self, key: str) -> None:
        text = self.fields[key].text()
        if text.strip() != getattr(self._name, key):
            self.fields[key].setModified(False)
            changed = {key: text}
            self.renamed.emit(replace(self._name, **changed))  # type: ignore[arg-type]  # only keys of text fields

    def _take_suggested(self, name: PersonName) -> None:
        for key in ("latin", "courtesy_en", "courtesy_zh"):
            self.fields[key].setModified(False)
        self.renamed.emit(name)

    def _flip(self, form: str) -> None:
        self.marked.emit(form, not getattr(self._name, f"{form}_confirmed"))


class NameField(Field):
    """`accepted()`: Enter in the untouched field takes what is suggested below it."""

    accepted = Signal()

    def __init__(self, name: str, label: Text) -> None:
        super().__init__(name=name, label=label)
        self.returnPressed.connect(lambda: None if self.isModified() else self.accepted.emit())


class ConfirmMark(Attentive, QWidget):
    """A mark, "Confirmed" in green or "To confirm" in amber; a press turns it."""

    clicked = Signal()

    def __init__(self, form: str) -> None:
        super().__init__()
        self.setObjectName(f"confirmMark_{form}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.button = Button("", name=f"confirm_{form}", kind="mark", icon="circle-alert", small=True)
        self.button.clicked.connect(self.clicked)
        grid.addWidget(self.button)

    def show_mark(self, *, on: bool, there: bool) -> None:
        """Show whether the form is confirmed; nothing where there is no form."""
        self.button.setVisible(there)
        self.button.setProperty("tone", "ok" if on else "warn")
        self.button.set_icon("circle-check" if on else "circle-alert", "ok" if on else "warn")
        self.button.set_text((lambda: _("Confirmed")) if on else (lambda: _("To confirm")))
        self.button.set_tip(
            (lambda: _("Checked with the person. Press to take the mark back."))
            if on
            else (lambda: _("Press once the person has checked this form."))
        )
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

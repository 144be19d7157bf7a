"""The fields of an item and of a part: when, how long, what it is, in which language and on which channel."""

from forumplanner.domain.kinds import Interpretation, ItemKind
from forumplanner.gui.pages.programme.inspector import spoken
from forumplanner.gui.pages.programme.inspector.form import Form, codes
from forumplanner.gui.widgets.clock import ClockField, written
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import ItemLine, PartLine, SessionLine


class ItemForm(Form):
    """Fields "start", "minutes", "kind", "interpretation", "channel", "languages"."""

    def __init__(self) -> None:
        super().__init__(name="itemForm")
        self.start = ClockField(name="itemStart", label=lambda: _("Start"))
        self.minutes = Field(name="itemMinutes", label=lambda: _("Minutes"), hint="—")
        self.kind = Combo(codes(ItemKind), name="itemKind", label=lambda: _("Kind"))
        self.languages = Field(
            name="itemLanguages", label=lambda: _("Languages spoken"), hint=lambda: _("Lao, English")
        )
        self.interpretation = Combo(
            codes(Interpretation), name="itemInterpretation", label=lambda: _("Interpretation"), letters=6
        )
        self.channel = Field(name="itemChannel", label=lambda: _("Channel"), hint="—")
        self.put(lambda: _("Start"), self.start, row=0, column=0, span=2)
        self.put(lambda: _("Minutes"), self.minutes, row=0, column=2, span=1)
        self.put(lambda: _("Kind"), self.kind, row=0, column=3, span=3)
        self.put(lambda: _("Languages"), self.languages, row=1, column=0, span=2)
        self.put(lambda: _("Interpretation"), self.interpretation, row=1, column=2, span=3)
        self.put(lambda: _("Channel"), self.channel, row=1, column=5, span=1)
        self.tell_clock("start", self.start)
        self.tell_combo("kind", self.kind)
        self.tell_combo("interpretation", self.interpretation)
        self.tell_number("minutes", self.minutes)
        self.tell_words("channel", self.channel)
        self.languages.editingFinished.connect(self._take_languages)

    def show_item(self, item: ItemLine, session: SessionLine) -> None:
        """Show the values; a start that flows stands in the field as a hint."""
        self.start.set_value(item.start)
        self.start.say(self.start.setPlaceholderText, written(item.begins) or "—")
        self.start.setEnabled(session.day is not None)
        self.start.setToolTip("" if session.day else _("The session has no day yet. Give it a day first."))
        self.keep("minutes", self.minutes, "" if item.minutes is None else str(item.minutes))
        self.kind.choose(str(item.kind))
        self.interpretation.choose(str(item.interpretation))
        self.keep("channel", self.channel, item.channel)
        self.keep("languages", self.languages, spoken.shown(item.languages))

    def _take_languages(self) -> None:
        text = self.languages.text().strip()
        tags = spoken.read(text)
        self.languages.set_wrong(_("Write languages by name, such as Lao, English.") if tags is None else "")
        if tags is not None and text != self._kept.get("languages", ""):
            self.languages.setModified(False)
            self.set.emit("languages", " ".join(tags))


class PartForm(Form):
    """Fields "start" and "end" of a part."""

    def __init__(self) -> None:
        super().__init__(name="partForm")
        self.start = ClockField(name="partStart", label=lambda: _("Start"))
        self.end = ClockField(name="partEnd", label=lambda: _("End"))
        self.put(lambda: _("Start"), self.start, row=0, column=0, span=2)
        self.put(lambda: _("End"), self.end, row=0, column=2, span=2)
        self.tell_clock("start", self.start)
        self.tell_clock("end", self.end)

    def show_part(self, part: PartLine) -> None:
        """Show the values; times that follow from the items stand in the fields as hints."""
        self.start.set_value(part.start)
        self.start.say(self.start.setPlaceholderText, written(part.begins) or "—")
        self.end.set_value(part.end)
        self.end.say(self.end.setPlaceholderText, written(part.ends) or "—")

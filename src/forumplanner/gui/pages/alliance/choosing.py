"""Fields that choose: institutions and people by type-ahead, ceremonies; what was chosen keeps its key."""

from collections.abc import Callable, Sequence
from uuid import UUID

from forumplanner import i18n
from forumplanner.domain.ids import InstitutionId, PersonId
from forumplanner.gui import reading
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.snapshots.register_choices import RegisterChoices

PERSON = "person/"
"""Before the key of a person where institutions and people are offered in one list."""


class Chooser(Picker):
    """A picker that remembers: `key` of what was chosen, or the `typed` name of somebody new."""

    def __init__(self, *, name: str, label: Text, hint: Text = "", new: Callable[[str], str] | None = None) -> None:
        super().__init__(name=name, label=label, hint=hint, new=new)
        self.key, self.typed = "", ""
        self._words: dict[str, str] = {}
        self.picked.connect(self._take)
        self.asked.connect(self._take_new)

    def set_choices(self, choices: Sequence[Pick], *, always: Sequence[Pick] = ()) -> None:
        """What can be found, with the words of each."""
        super().set_choices(choices, always=always)
        self._words = {pick.id: pick.words for pick in (*choices, *always)}

    def clear_choice(self) -> None:
        """Nothing is chosen."""
        self.key, self.typed = "", ""
        self.clear()
        self.show_chosen("")
        self.setText("")

    def choose(self, key: str, words: str) -> None:
        """Choose without a signal."""
        self.key, self.typed = key, ""
        self._show(words)

    def _take(self, key: str) -> None:
        self.key, self.typed = key, ""
        self._show(self._words.get(key, ""))

    def _take_new(self, text: str) -> None:
        self.key, self.typed = "", text
        self._show(text)

    def _show(self, words: str) -> None:
        self.show_chosen(words)
        self.setText(words)
        self.setModified(False)
        self.setCursorPosition(0)


def institution_picks(choices: RegisterChoices) -> list[Pick]:
    """The directory's institutions, found by full and short name."""
    return [
        Pick(
            one.id,
            reading.words(one.name, choices.languages),
            reading.country(one.country),
            haystack(*one.name.texts, *one.short_name.texts),
        )
        for one in choices.institutions
    ]


def person_picks(choices: RegisterChoices) -> list[Pick]:
    """The directory's people, found by any form of the name."""
    tag = i18n.interface_language()
    return [
        Pick(
            one.id,
            one.name.shown(tag),
            reading.words(one.institution, choices.languages),
            haystack(one.name.zh, one.name.latin, one.name.native),
        )
        for one in choices.people
    ]


def ceremonies(choices: RegisterChoices, here: str = "", words: str = "") -> list[tuple[str, Text]]:
    """The forum's ceremonies for a drop-down, "—" first; `here`: one of another forum that is linked now."""
    found: list[tuple[str, Text]] = [("", "—")]
    known = {one.id for one in choices.ceremonies}
    for one in choices.ceremonies:
        day = f"{one.day:%m-%d} " if one.day else ""
        found.append((one.id, f"{day}{reading.words(one.title, choices.languages)}"))
    if here and here not in known:
        found.append((here, words))
    return found


def holder_of(key: str) -> tuple[InstitutionId | None, PersonId | None]:
    """An institution or a person out of the key of a choice in a list of both."""
    if key.startswith(PERSON):
        return None, PersonId(UUID(key.removeprefix(PERSON)))
    return (InstitutionId(UUID(key)) if key else None), None

"""What to know before printing: characters no font has, texts that overflow, names without a form, duplicates."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.documents.typesetting.characters import take_marks
from forumplanner.documents.typesetting.paragraph import Paragraph
from forumplanner.domain.languages import language_name
from forumplanner.domain.letters import field_words
from forumplanner.i18n import count_in_language, in_language, nearest


class Trouble(StrEnum):
    """What is amiss with a paper, the worst first."""

    OVERFLOW = "overflow"
    MISSING_CHARACTER = "missing_character"
    DUPLICATE = "duplicate"
    MISSING_FORM = "missing_form"
    MISSING_LANGUAGE = "missing_language"
    LEFT_OUT = "left_out"
    SHRUNK = "shrunk"
    STALE_NAME = "stale_name"
    MISSING_WORDS = "missing_words"
    ONE_SIDED = "one_sided"
    MISSING_SOUND = "missing_sound"
    UNCONFIRMED = "unconfirmed"
    GUESTS_LEFT_OUT = "guests_left_out"
    MEMBERS_LEFT_OUT = "members_left_out"
    UNNAMED_LEFT_OUT = "unnamed_left_out"
    NOT_APPROVED = "not_approved"
    UNKNOWN_FIELD = "unknown_field"
    MISSING_FIELD = "missing_field"
    MISSING_COURTESY = "missing_courtesy"
    UNNAMED = "unnamed"
    OPEN = "open"
    MISSING_POST = "missing_post"
    UNPROVEN = "unproven"
    BROKEN_LOGO = "broken_logo"
    LOGO_LEFT_OUT = "logo_left_out"
    SHEET = "sheet"


_SENTENCES: dict[Trouble, str] = {
    Trouble.OVERFLOW: "{where}: “{text}” does not fit; shorten it.",
    Trouble.MISSING_CHARACTER: "{where}: no font has {detail} in “{text}”; choose a font that does in the settings.",
    Trouble.DUPLICATE: "{where}: “{text}” stands more than once.",
    Trouble.MISSING_FORM: "{where}: the name “{text}” has no {detail} form.",
    Trouble.MISSING_LANGUAGE: "{where}: “{text}” has no text in the other language.",
    Trouble.LEFT_OUT: "{where}: “{text}” was left out so that the name stays readable.",
    Trouble.SHRUNK: "{where}: “{text}” is set smaller, at {detail} pt.",
    Trouble.STALE_NAME: "{where}: the words still name “{text}”, who is no longer in it.",
    Trouble.MISSING_WORDS: "{where}: the host has no words for “{text}” in {detail}.",
    Trouble.ONE_SIDED: "{where}: the words for “{text}” in {detail} may not say what the other side does.",
    Trouble.MISSING_SOUND: "{where}: how to say “{text}” is not noted.",
    Trouble.UNCONFIRMED: "{where}: “{text}” has not confirmed yet.",
    Trouble.NOT_APPROVED: "{where}: the approval to invite “{text}” is not recorded; the page says so.",
    Trouble.UNKNOWN_FIELD: "{where}: the text names {text}, which is no field of letters.",
    Trouble.MISSING_FIELD: "{where}: “{text}” is not known; a gap stands in its place ({detail}).",
    Trouble.MISSING_COURTESY: "{where}: no record says Mr. or Ms. of “{text}”; neither is written.",
    Trouble.UNNAMED: "{where}: nobody is named for “{text}” yet.",
    Trouble.OPEN: "{where}: “{text}” is still open.",
    Trouble.MISSING_POST: "{where}: “{text}” has no post to print.",
    Trouble.UNPROVEN: "{where}: the place of “{text}” is not proven; confirm it with the foreign affairs office.",
    Trouble.BROKEN_LOGO: "{where}: the logo of “{text}” can’t be read or is white on white; choose the picture anew.",
    Trouble.LOGO_LEFT_OUT: "{where}: there is no room for the logo of “{text}”.",
    Trouble.SHEET: "{text}",
}

_COUNTS: dict[Trouble, tuple[str, str]] = {
    Trouble.GUESTS_LEFT_OUT: ("not confirmed: {n} guest is left out", "not confirmed: {n} guests are left out"),
    Trouble.MEMBERS_LEFT_OUT: (
        "not confirmed: {n} delegation member is left out",
        "not confirmed: {n} delegation members are left out",
    ),
    Trouble.UNNAMED_LEFT_OUT: ("not named yet: {n} guest is left out", "not named yet: {n} guests are left out"),
}
"""Remarks on how many are not printed; the text is their number."""

ERRORS = frozenset(
    {
        Trouble.OVERFLOW,
        Trouble.MISSING_CHARACTER,
        Trouble.DUPLICATE,
        Trouble.STALE_NAME,
        Trouble.NOT_APPROVED,
        Trouble.UNKNOWN_FIELD,
        Trouble.BROKEN_LOGO,
    }
)
"""What should be put right before a paper is printed; the rest is good to know."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know: where (row, number, name), which text, and a detail (code points, points)."""

    trouble: Trouble
    where: str
    text: str
    detail: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it should be put right before printing."""
        return self.trouble in ERRORS

    def sentence(self, tag: str) -> str:
        """The remark in words, for a reader of `tag`."""
        if self.trouble is Trouble.SHEET:
            return in_language(tag, self.text)
        if self.trouble in _COUNTS:
            return count_in_language(tag, *_COUNTS[self.trouble], int(self.text))
        if self.trouble is Trouble.MISSING_FIELD:  # a field's name and a language's tag, named for whoever reads
            text, detail = field_words(self.text, tag), language_name(self.detail)[nearest(tag)]
            return in_language(tag, _SENTENCES[self.trouble], where=self.where, text=text, detail=detail)
        text = in_language(tag, self.text) if self.trouble is Trouble.OPEN else self.text  # a label's message
        return in_language(tag, _SENTENCES[self.trouble], where=self.where, text=text, detail=self.detail)


@dataclass(frozen=True, slots=True)
class Preflight:
    """All remarks on a paper, in the order of its pages."""

    remarks: tuple[Remark, ...] = ()

    def of(self, trouble: Trouble) -> tuple[Remark, ...]:
        """The remarks of one kind."""
        return tuple(remark for remark in self.remarks if remark.trouble is trouble)

    @property
    def errors(self) -> tuple[Remark, ...]:
        """What should be put right before printing."""
        return tuple(remark for remark in self.remarks if remark.is_error)

    def count(self, trouble: Trouble) -> int:
        """How many remarks of one kind there are."""
        return len(self.of(trouble))


class Inspection:
    """Gathers remarks while a paper is set; the same remark is kept once."""

    def __init__(self) -> None:
        self._remarks: dict[Remark, None] = {}

    def note(self, trouble: Trouble, where: str, text: str, detail: str = "") -> None:
        """Keep a remark, its texts as somebody wrote them."""
        self._remarks[Remark(trouble, take_marks(where).text, take_marks(text).text, detail)] = None

    def characters(self, para: Paragraph, where: str) -> None:
        """Note every character of a paragraph that no face has, by its code points."""
        for missing in para.missing:
            self.note(Trouble.MISSING_CHARACTER, where, para.text, missing.codes)

    def duplicates(self, named: Iterable[tuple[str, str]]) -> None:
        """Note texts that stand more than once; pairs of place and text."""
        pairs = list(named)
        times = Counter(text for _where, text in pairs)
        for where, text in pairs:
            if text and times[text] > 1:
                self.note(Trouble.DUPLICATE, where, text)

    def report(self) -> Preflight:
        """What was gathered."""
        return Preflight(tuple(self._remarks))

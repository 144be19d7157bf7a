"""Letters that leave the house: drafts as the templates fill them now, and what the register holds as it was issued."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.i18n import nearest
from forumplanner.snapshots.paper import Edition, Lines


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """One letter, with its text in each paper language. `id`: in the register, "" for a draft.

    `to`: whom it goes to, `about`: who is invited, as lists name them. `missing`, `unknown`: per language, fields
    without a value and names in braces that are no field. `approved`: whether the approval to invite is recorded.
    `despite`: why it was issued before. `plain_courtesy`: somebody is named of whom no record says Mr. or Ms. `kept`:
    names and numbers that are never broken over two lines. `sent`: the invitation is out already, or was answered.
    """

    id: str
    kind: LetterKind
    guest_id: str
    post_id: str
    code: str
    to: Lines
    about: Lines
    texts: Lines
    number: str = ""
    dated: dt.date | None = None
    missing: tuple[tuple[str, ...], ...] = ()
    unknown: tuple[tuple[str, ...], ...] = ()
    approved: bool = False
    despite: str = ""
    issued_by: str = ""
    plain_courtesy: bool = False
    kept: tuple[str, ...] = ()
    sent: bool = False

    def addressee(self, tag: str, languages: Lines) -> str:
        """Whom it goes to, for a reader of `tag`."""
        own = [line for line, other in zip(self.to, languages, strict=False) if nearest(other) == nearest(tag)]
        return next(filter(None, (*own, *self.to)), "–")

    @property
    def is_draft(self) -> bool:
        """Whether it has not been issued yet."""
        return not self.id

    @property
    def held(self) -> bool:
        """Whether it may not leave the house: an invitation abroad without approval and without a kept reason."""
        if self.kind is not LetterKind.CONSULAR_INVITATION:
            return False
        return not self.approved and not (self.id and self.despite)


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters of a forum. `drafts`: one invitation for each consular guest, in order. `issued`: oldest first.

    `host`: who writes. `contact`: the secretariat's public phone and mailbox, for the head. `today`: on the forum's
    clock.
    """

    slug: str
    languages: Lines
    short_title: Lines
    host: Lines
    contact: str
    accent: str
    edition: Edition
    today: dt.date
    drafts: tuple[LetterSheet, ...]
    request: LetterSheet
    sheet: LetterSheet
    issued: tuple[LetterSheet, ...] = ()

    def chosen(self, kind: LetterKind, key: str = "", *, anew: bool = False) -> tuple[LetterSheet, ...]:
        """What a paper shows: each as last issued, or its draft where it never was, or `anew`.

        `key`: the id of a guest or of an issued letter, or a guest's code; "" for all of that kind.
        """
        if one := next((letter for letter in self.issued if key and key in {letter.id, letter.number}), None):
            return (one,)
        drafts = self.drafts if kind is LetterKind.CONSULAR_INVITATION else (self._single(kind),)
        wanted = [draft for draft in drafts if key in {"", draft.guest_id, draft.code}]
        return tuple(draft if anew else self.last_issued(draft) or draft for draft in wanted)

    def last_issued(self, draft: LetterSheet) -> LetterSheet | None:
        """The newest letter in the register that took a draft's place."""
        same = [one for one in self.issued if one.kind is draft.kind and one.guest_id == draft.guest_id]
        return same[-1] if same else None

    def _single(self, kind: LetterKind) -> LetterSheet:
        return self.request if kind is LetterKind.APPROVAL_REQUEST else self.sheet


@dataclass(frozen=True, slots=True)
class Sample:
    """Values with which a text is shown while it is written: of one guest, by language in the paper's order."""

    guest_id: str
    name: Lines
    values: tuple[dict[str, str], ...]
    named: bool


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """A forum's own texts by code, one line a language ("" where the program's own stands), and what to try them on."""

    languages: Lines
    own: dict[str, Lines]
    samples: tuple[Sample, ...]

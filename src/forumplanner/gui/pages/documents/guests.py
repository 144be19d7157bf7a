"""Making the papers of the guest side: letters, the guest list, the sheet for the foreign affairs office."""

import time
import uuid
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from forumplanner import files, i18n
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.gui.pages.documents.kinds import (
    Issuable,
    Made,
    Option,
    PaperKind,
    Shape,
    Source,
    Values,
    language_option,
)
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # these load the database's and the PDF library, which the first paint does not wait for
    from forumplanner.documents.letters import LetterOptions
    from forumplanner.snapshots.forums import ForumCard
    from forumplanner.snapshots.guest_list import GuestList
    from forumplanner.snapshots.letters import Letters, LetterSheet


def guest_kinds() -> tuple[PaperKind, ...]:
    """Letters with their texts on a page of their own, and the lists."""
    group = lambda: _("For guests")  # noqa: E731 - a word for a word
    return (
        PaperKind(
            "letters",
            group,
            lambda: _("Letters"),
            lambda: _("To consular posts"),
            "page",
            _letter_options,
            make=_letters,
            edit=("letters", lambda: _("Texts and register…")),
        ),
        PaperKind(
            "guest_list",
            group,
            lambda: _("Guest list"),
            lambda: _("In order of protocol"),
            "page",
            _list_options,
            make=_guest_list,
        ),
        PaperKind(
            "office_sheet",
            group,
            lambda: _("Sheet to confirm"),
            lambda: _("Order, titles, flags"),
            "page",
            lambda card: (language_option(card),),
            make=_office_sheet,
            edit=("letters", lambda: _("Texts and register…")),
        ),
    )


def _letter_options(card: "ForumCard") -> tuple[Option, ...]:
    kinds: tuple[tuple[str, Text], ...] = (
        (LetterKind.CONSULAR_INVITATION.value, lambda: _("Invitations to posts")),
        (LetterKind.APPROVAL_REQUEST.value, lambda: _("Request for approval")),
    )
    everybody: tuple[tuple[str, Text], ...] = (("", lambda: _("All of them")),)
    return (
        Option("kind", lambda: _("What it is"), Shape.RADIO, kinds, kinds[0][0]),
        Option("letter", lambda: _("Which letter"), Shape.CHOICE, everybody),
        language_option(card),
        Option("one_page", lambda: _("Both languages on one page"), Shape.TICK),
        Option("no_head", lambda: _("For printed letter paper"), Shape.TICK),
        Option("anew", lambda: _("Write it anew, even if issued"), Shape.TICK),
    )


def _list_options(card: "ForumCard") -> tuple[Option, ...]:
    variants: tuple[tuple[str, Text], ...] = (
        ("public", lambda: _("For everybody")),
        ("inner", lambda: _("Inner list, with the basis")),
        ("press", lambda: _("List for the press")),
    )
    return (Option("variant", lambda: _("For whom"), Shape.RADIO, variants, "public"), language_option(card))


def _letters(source: Source, values: Values) -> Made:
    from forumplanner.documents import letters as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.documents.letters.word import letters_document  # noqa: PLC0415 - loads what writes documents

    started = time.perf_counter()
    snapshot = _read(source)
    kind = LetterKind(values.get("kind", LetterKind.CONSULAR_INVITATION.value))
    choices = _choices(snapshot, kind)
    key = values.get("letter", "")
    options = printing.LetterOptions(
        languages=_tags(values),
        kind=kind.value,
        letter=key if key in dict(choices) else "",
        anew=bool(values.get("anew")),
        head=not values.get("no_head"),
        one_page=bool(values.get("one_page")),
    )
    sheets = printing.chosen_letters(snapshot, options)
    paper = printing.letters(snapshot, options) if sheets else None
    return Made(
        paper,
        time.perf_counter() - started,
        len(sheets),
        files.safe_name(_file_part(snapshot, options, sheets), suffix=".pdf"),
        choices={"letter": choices},
        word=partial(letters_document, snapshot, options) if sheets else None,
        issuable=_issuable(source, snapshot, kind, sheets),
    )


def _guest_list(source: Source, values: Values) -> Made:
    from forumplanner.documents import guest_list as printing  # noqa: PLC0415 - loads the PDF library

    started = time.perf_counter()
    snapshot = _read_list(source)
    variant = values.get("variant", "public")
    paper = printing.guest_list(snapshot, printing.GuestListOptions(languages=_tags(values), variant=variant))
    name = files.safe_name(f"{snapshot.slug}-guests-{variant}", suffix=".pdf")
    return Made(paper, time.perf_counter() - started, len(snapshot.guests), name)


def _office_sheet(source: Source, values: Values) -> Made:
    from forumplanner.documents import guest_list as printing  # noqa: PLC0415 - loads the PDF library

    started = time.perf_counter()
    snapshot = _read_list(source)
    paper = printing.office_sheet(snapshot, printing.OfficeSheetOptions(languages=_tags(values)))
    name = files.safe_name(f"{snapshot.slug}-office-sheet", suffix=".pdf")
    issuable = _issuable(source, _read(source), LetterKind.PROTOCOL_REQUEST, (snapshot.cover,))
    return Made(paper, time.perf_counter() - started, len(snapshot.consular), name, issuable=issuable)


def issue(source: Source, issuable: Issuable, *, number: str, dated: str, despite: str) -> int:
    """Issue the drafts on the desk; how many letters that were. Raises what `actions.letters` refuses."""
    import datetime as dt  # noqa: PLC0415 - needed here only

    from forumplanner.actions.letters import issue_letters  # noqa: PLC0415 - loads the database's library
    from forumplanner.domain.ids import ConsularGuestId  # noqa: PLC0415 - needed here only

    keys = issue_letters(
        source.store,
        forum_id=source.forum_id,
        kind=LetterKind(issuable.kind),
        guest_ids=[ConsularGuestId(uuid.UUID(key)) for key in issuable.guests],
        number=number,
        dated=dt.date.fromisoformat(dated) if dated else None,
        despite=despite,
    )
    return len(keys)


def _issuable(
    source: Source, snapshot: "Letters", kind: LetterKind, sheets: "Sequence[LetterSheet]"
) -> Issuable | None:
    """The drafts among the letters shown, without those whose invitation is out already; None where none is left."""
    from forumplanner.queries import letters as reading  # noqa: PLC0415 - loads the database's library

    drafts = [sheet for sheet in sheets if sheet.is_draft and (len(sheets) == 1 or not sheet.sent)]
    if not drafts:
        return None
    with source.store.read() as db:
        number = reading.proposed_number(db, forum_id=source.forum_id, kind=kind, year=snapshot.today.year)
    return Issuable(
        kind=kind.value,
        guests=tuple(sheet.guest_id for sheet in drafts if sheet.guest_id),
        number=number,
        dated=snapshot.today.isoformat(),
        count=len(drafts),
        held=tuple(sheet.to for sheet in drafts if sheet.held),
        languages=snapshot.languages,
    )


def _choices(snapshot: "Letters", kind: LetterKind) -> tuple[tuple[str, Text], ...]:
    """Each guest's letter as it stands now, then those of the register, newest first."""
    drafts = snapshot.drafts if kind is LetterKind.CONSULAR_INVITATION else ()
    now = [(draft.guest_id, partial(_named, snapshot, draft)) for draft in drafts]
    issued = [sheet for sheet in reversed(snapshot.issued) if sheet.kind is kind]
    return (*now, *((sheet.id, partial(_named, snapshot, sheet)) for sheet in issued))


def _named(snapshot: "Letters", sheet: "LetterSheet") -> str:
    to = sheet.addressee(i18n.interface_language(), snapshot.languages)
    return f"{sheet.number} {to}" if sheet.number else to


def _file_part(snapshot: "Letters", options: "LetterOptions", sheets: "Sequence[LetterSheet]") -> str:
    """The name of a file of letters: "x-letter-G-VN", "x-request", "x-letters"."""
    if options.kind == LetterKind.APPROVAL_REQUEST.value:
        return f"{snapshot.slug}-request"
    alone = len(sheets) == 1 and sheets[0].code
    return f"{snapshot.slug}-letter-{sheets[0].code}" if alone else f"{snapshot.slug}-letters"


def _read(source: Source) -> "Letters":
    from forumplanner.queries import letters as reading  # noqa: PLC0415 - loads the database's library

    with source.store.read() as db:
        return reading.load(db, forum_id=source.forum_id)


def _read_list(source: Source) -> "GuestList":
    from forumplanner.queries import guest_list as reading  # noqa: PLC0415 - loads the database's library

    with source.store.read() as db:
        return reading.load(db, forum_id=source.forum_id)


def _tags(values: Values) -> tuple[str, ...]:
    chosen = values.get("languages", "")
    return (chosen,) if chosen else ()

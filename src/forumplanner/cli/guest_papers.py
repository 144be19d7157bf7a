"""Papers of the guest side for the command line: letters, guest list, the sheet for the foreign affairs office."""

from dataclasses import replace
from typing import TYPE_CHECKING

from forumplanner.cli.papers import Order, Written, printed
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.files import PlannerError, write_atomically
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:
    from forumplanner.snapshots.itinerary import ItineraryBook


class NoSuchDelegation(PlannerError):
    """A delegation that the forum doesn't have."""


class NoSuchPerson(PlannerError):
    """A participant that the forum doesn't have, or has several of."""


class NoSuchLetter(PlannerError):
    """No guest has that code, and no letter of the register that number."""


def letters(order: Order) -> Written:
    """Letters as PDF or for Word. Raises `NoSuchLetter`, `PaperHeld` and `LetterHeld` before the approval."""
    from forumplanner.documents import letters as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.documents.letters.word import letters_document  # noqa: PLC0415 - loads what writes documents
    from forumplanner.queries import letters as reading  # noqa: PLC0415 - needed here only

    given = order.given
    with order.store.read() as db:
        snapshot = reading.load(db, forum_id=order.forum_id)
    options = printing.LetterOptions(
        languages=order.languages,
        kind=(LetterKind.APPROVAL_REQUEST if given.request else LetterKind.CONSULAR_INVITATION).value,
        letter=given.letter or "",
        anew=bool(given.anew),
        one_page=bool(given.one_page),
        head=not given.no_head,
    )
    if not printing.chosen_letters(snapshot, options):
        names = (*(draft.code for draft in snapshot.drafts), *(sheet.number for sheet in snapshot.issued))
        known = ", ".join(filter(None, names)) or "–"
        raise NoSuchLetter(_("There is no letter “{name}”; choose one of {known}.", name=given.letter, known=known))
    if given.format == "docx":
        write_atomically(order.out, letters_document(snapshot, options))
        return Written(_("“{name}”: letters for Word.", name=order.out.name))
    return printed(order, printing.letters(snapshot, options))


def guest_list(order: Order) -> Written:
    """The list of guests."""
    from forumplanner.documents import guest_list as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import guest_list as reading  # noqa: PLC0415 - needed here only

    with order.store.read() as db:
        snapshot = reading.load(db, forum_id=order.forum_id)
    options = printing.GuestListOptions(languages=order.languages, variant=order.given.variant or "public")
    return printed(order, printing.guest_list(snapshot, options))


def office_sheet(order: Order) -> Written:
    """The sheet on which the foreign affairs office confirms order, titles and flags."""
    from forumplanner.documents import guest_list as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import guest_list as reading  # noqa: PLC0415 - needed here only

    with order.store.read() as db:
        snapshot = reading.load(db, forum_id=order.forum_id)
    return printed(order, printing.office_sheet(snapshot, printing.OfficeSheetOptions(languages=order.languages)))


def delegation_sheet(order: Order) -> Written:
    """A sheet for each delegation in the forum's order, or for one. Raises `NoSuchDelegation`."""
    from forumplanner.documents import delegation_sheet as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import delegation_sheet as reading  # noqa: PLC0415 - needed here only

    with order.store.read() as db:
        snapshot = reading.load(db, forum_id=order.forum_id)
    wished = order.given.delegation
    names = {sheet.id: (sheet.code, sheet.square, *sheet.name, *sheet.country) for sheet in snapshot.sheets}
    key = next((key for key, known in names.items() if wished in known), "") if wished else ""
    if wished and not key:
        known = ", ".join(sheet.code or sheet.heading(0) for sheet in snapshot.sheets) or "–"
        raise NoSuchDelegation(_("There is no delegation “{name}”; choose one of {known}.", name=wished, known=known))
    options = printing.DelegationSheetOptions(languages=order.languages, delegation=key)
    return printed(order, printing.delegation_sheet(snapshot, options))


def itinerary(order: Order) -> Written:
    """A card for each participant, or for some. Raises `NoSuchPerson` and `NoSuchDelegation`."""
    from forumplanner.documents import itinerary as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import itinerary as reading  # noqa: PLC0415 - needed here only

    given = order.given
    with order.store.read() as db:
        book = reading.load(db, forum_id=order.forum_id)
    delegations = {one.id: one.names for one in book.delegations}
    wished = given.delegation
    delegation = next((key for key, names in delegations.items() if wished in names), "") if wished else ""
    if wished and not delegation:
        known = ", ".join(names[0] for names in delegations.values() if names) or "–"
        raise NoSuchDelegation(_("There is no delegation “{name}”; choose one of {known}.", name=wished, known=known))
    person = _person(book, given.person) if given.person else ""
    cards = [
        card
        for category in (given.category or [""])
        for card in book.chosen(person=person, delegation=delegation, category=category)
    ]
    paper = printing.itinerary(replace(book, cards=tuple(cards)), printing.ItineraryOptions(order.languages, person))
    return printed(order, paper)


def _person(book: "ItineraryBook", wished: str) -> str:
    """The id of the one participant of that code, badge number or name. Raises `NoSuchPerson`."""
    found = [card for card in book.cards if wished in {card.code, card.number, *card.names, card.native}]
    if len(found) > 1:
        known = ", ".join(card.code or card.number for card in found)
        raise NoSuchPerson(_("There are several people “{name}”; choose one of {known}.", name=wished, known=known))
    if not found:
        raise NoSuchPerson(_("There is no participant “{name}”. Give a code, a badge number or a name.", name=wished))
    return found[0].participant_id


def press_brief(order: Order) -> Written:
    """Numbers with their basis, names in order, what came of the forum."""
    from forumplanner.documents import press_brief as printing  # noqa: PLC0415 - loads the PDF library
    from forumplanner.queries import press_brief as reading  # noqa: PLC0415 - needed here only

    with order.store.read() as db:
        snapshot = reading.load(db, forum_id=order.forum_id)
    given = order.given
    options = printing.PressBriefOptions(
        languages=order.languages,
        counting=given.counting or "listed",
        host="out" if given.without_host else "in",
        rounding=given.rounding or "1",
    )
    return printed(order, printing.press_brief(snapshot, options))

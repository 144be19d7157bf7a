"""The three lists: public with name and post; inner with proof, basis, reasons and explanations; for the press."""

from forumplanner.documents.guest_list.coming import all_proven, coming, coming_delegations
from forumplanner.documents.guest_list.pages import LANDSCAPE, PORTRAIT, Column, Row, Sheets, Table
from forumplanner.documents.guest_list.rows import (
    BASIS,
    NAME,
    POST,
    WHY,
    heading,
    inspect,
    name_cell,
    proof_cell,
    proof_mark,
    text_cell,
)
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.characters import spread
from forumplanner.i18n import count_in_language
from forumplanner.snapshots.guest_list import GuestList, ListedDelegation, ListedGuest
from forumplanner.snapshots.paper import Lines

_PUBLIC = (Column(18, 9, "No."), Column(28, 56, "Name"), Column(88, 104, "Post and institution"))
_INNER = (
    Column(14, 9, "No."),
    Column(24, 56, "Name"),
    Column(84, 92, "Post and institution"),
    Column(178, 28, "Proof", 3.4),
    Column(210, 73, "Basis and reason"),
)
_WHY = (Column(14, 24, "Places"), Column(40, 243, "Why the first stands before the second"))


def public_sheets(setting: Setting, snapshot: GuestList) -> Sheets:
    """Number, name, post of those who come: nothing of how the order came about."""
    guests = coming(setting, snapshot.guests)
    return Sheets(
        setting,
        snapshot,
        PORTRAIT,
        setting.words("Guest list"),
        caption=_ordered(setting, guests),
        tables=[Table(_PUBLIC, tuple(_public(setting, guest) for guest in guests))],
    )


def _ordered(setting: Setting, guests: tuple[ListedGuest, ...]) -> Lines:
    """What the order is; while a place is not proven, that it is yet to be confirmed."""
    if all_proven(guests):
        return setting.words("In order of protocol")
    return setting.words("By rule, to be confirmed with the foreign affairs office")


def _public(setting: Setting, guest: ListedGuest) -> Row:
    inspect(setting, guest, public=True)
    where = setting.best(guest.names)
    name, post = _PUBLIC[1].width, _PUBLIC[2].width
    return Row(
        (name_cell(setting, guest, name), text_cell(setting, guest.posts, POST, post, where)), number=str(guest.place)
    )


def inner_sheets(setting: Setting, snapshot: GuestList) -> Sheets:
    """For the secretariat alone: what each place stands on, and why each stands before the next."""
    tables = [Table(_INNER, tuple(_inner(setting, guest) for guest in snapshot.guests))]
    reasons = tuple(_why(setting, guest) for guest in snapshot.guests if any(guest.why_next))
    if reasons:
        tables.append(Table(_WHY, reasons, title=setting.words("Why A stands before B"), opens=True))
    return Sheets(
        setting,
        snapshot,
        LANDSCAPE,
        setting.words("Guest list"),
        tag=setting.words("SECRETARIAT ONLY"),
        caption=setting.words("A proposal by rule; confirm it with the foreign affairs office"),
        tables=tables,
    )


def _inner(setting: Setting, guest: ListedGuest) -> Row:
    inspect(setting, guest, public=False)
    where = setting.best(guest.names)
    return Row(
        (
            name_cell(setting, guest, _INNER[1].width),
            text_cell(setting, guest.posts, POST, _INNER[2].width, where),
            proof_cell(setting, guest.proof, _INNER[3].width - _INNER[3].indent),
            text_cell(setting, guest.basis, BASIS, _INNER[4].width, where),
        ),
        number=str(guest.place),
        mark=proof_mark(setting, guest.proof, _INNER[3].x),
    )


def _why(setting: Setting, guest: ListedGuest) -> Row:
    stack = text_cell(setting, guest.why_next, WHY, _WHY[1].width, str(guest.place))
    return Row((stack,), number=f"{guest.place} – {guest.place + 1}")


def press_sheets(setting: Setting, snapshot: GuestList) -> Sheets:
    """Guests first, in their order; then the delegations in the forum's, each with its members, under their caption."""
    guests, delegations = coming(setting, snapshot.guests), coming_delegations(setting, snapshot)
    tables = []
    if guests or not delegations:
        band = [Row(band=heading(setting, setting.words("Distinguished guests")))] if guests else []
        tables.append(Table(_PUBLIC, (*band, *(_public(setting, guest) for guest in guests))))
    if delegations:
        rows = tuple(row for one in delegations for row in _delegation(setting, one))
        tables.append(Table(_PUBLIC, rows, title=setting.words("Delegations"), caption=snapshot.caption))
    return Sheets(
        setting,
        snapshot,
        PORTRAIT,
        setting.words("List of attendees for the press"),
        caption=_ordered(setting, guests) if guests else (),
        tables=tables,
    )


def _delegation(setting: Setting, delegation: ListedDelegation) -> list[Row]:
    """Heading and members; a delegation of which nobody is named is a heading that says how many come."""
    rows = [Row(band=heading(setting, delegation.name))]
    for number, member in enumerate(delegation.members, start=1):
        where = setting.best(member.names)
        names = setting.stack(tuple(spread(one) for one in member.names), NAME, _PUBLIC[1].width, where, gap=0.9)
        posts = text_cell(setting, member.posts, POST, _PUBLIC[2].width, where)
        rows.append(Row((names, posts), number=str(number)))
    if delegation.unnamed:
        count = delegation.unnamed
        more = tuple(
            count_in_language(tag, "{n} more, names to be announced", "{n} more, names to be announced", count)
            for tag in setting.languages
        )
        rows.append(Row((setting.stack(more, POST, _PUBLIC[1].width, "", gap=0.6), [])))
    return rows

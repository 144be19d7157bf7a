"""Letters leave the house: numbered, written into the register as they were issued, and noted for each guest."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session as Db

from forumplanner.actions import contacts
from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.whole import next_position
from forumplanner.domain import letter_numbers as numbering
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel, LetterKind
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ConsularGuestId, ForumId, LetterId, new_id
from forumplanner.domain.invitation_chain import place
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.queries import guest_list
from forumplanner.queries import letters as reading
from forumplanner.records import ConsularGuest, Letter
from forumplanner.snapshots.letters import Letters, LetterSheet
from forumplanner.snapshots.paper import Lines
from forumplanner.store import Store


class NotApproved(NotPossible):
    """An invitation abroad is to go before the approval is recorded, and nobody said why."""


class NumberTaken(NotPossible):
    """Another letter bears that number."""


def issue_letter(
    store: Store,
    *,
    forum_id: ForumId,
    guest_id: ConsularGuestId,
    number: str = "",
    dated: dt.date | None = None,
    despite: str = "",
    channel: Channel | None = Channel.LETTER,
    contact: str = "",
) -> LetterId:
    """Issue the invitation to one guest's post; see `issue_letters`."""
    return issue_letters(
        store,
        forum_id=forum_id,
        guest_ids=(guest_id,),
        number=number,
        dated=dated,
        despite=despite,
        channel=channel,
        contact=contact,
    )[0]


def issue_letters(
    store: Store,
    *,
    forum_id: ForumId,
    kind: LetterKind = LetterKind.CONSULAR_INVITATION,
    guest_ids: Sequence[ConsularGuestId] = (),
    number: str = "",
    dated: dt.date | None = None,
    despite: str = "",
    channel: Channel | None = Channel.LETTER,
    contact: str = "",
) -> tuple[LetterId, ...]:
    """Issue letters with consecutive numbers, in one step; both texts are kept as they stand now.

    `number`: of the first, "" for the next one of the register; `dated`: None for today on the forum's clock. An
    invitation is noted as sent with each guest and its post; a request to the foreign affairs office makes the guests
    that it lists wait for approval. Without the approval recorded, an invitation goes only with `despite`, the reason,
    which the letter and the history keep. Raises `NotApproved`, `NumberTaken`, `NoSuchForum`, `NoLongerThere`.
    """
    with store.read() as db:
        whole = reading.load(db, forum_id=forum_id)
        today, drafts = whole.today, _drafts(whole, kind, guest_ids)
        day = dated or today
        _require_approved(drafts, whole.languages, despite)
        numbers = _numbers(db, forum_id, kind, number.strip(), day.year, len(drafts))
        by_guest = {draft.guest_id: one for draft, one in zip(drafts, numbers, strict=True)}
        whole = reading.load(db, forum_id=forum_id, numbers=by_guest, dated=day)
        drafts = _drafts(whole, kind, guest_ids)
        if kind is LetterKind.PROTOCOL_REQUEST:
            drafts = (replace(drafts[0], texts=guest_list.sheet_texts(guest_list.load(db, forum_id=forum_id))),)
    held = any(draft.held for draft in drafts)
    values = _told(numbers, drafts, whole.languages) | ({"reason": despite.strip()} if held else {})
    step = StepKind.ISSUE_LETTER_DESPITE if held else StepKind.ISSUE_LETTER
    with store.step(step, **values) as db:
        keys = []
        for draft, one in zip(drafts, numbers, strict=True):
            letter = _register(db, forum_id, draft, whole.languages, one, day, store.actor)
            letter.despite = despite.strip() if draft.held else ""
            keys.append(LetterId(letter.id))
        noted = contacts.moment(db, forum_id)
        sent = contacts.Noted(min(day, today), noted.minute if day >= today else None, channel, contact)
        _note(db, forum_id, kind, list(zip(drafts, numbers, strict=True)), whole, sent, store.actor)
    return tuple(keys)


def correct_letter(store: Store, *, letter_id: LetterId, number: str, dated: dt.date | None) -> None:
    """Correct number and date of a letter in the register; its text stays as issued. Raises `NumberTaken`."""
    clean = number.strip()
    if not clean:
        raise NotPossible(_("A letter needs a number. Nothing was changed."))
    with store.read() as db:
        letter = found(db, Letter, letter_id)
        others = [row.number for row in reading.register(db, letter.forum_id) if row.id != letter_id]
        _require_free(clean, others)
    with store.step(StepKind.EDIT_LETTER, number=clean) as db:
        letter = found(db, Letter, letter_id)
        letter.number, letter.dated = clean, dated


def _drafts(letters: Letters, kind: LetterKind, guest_ids: Sequence[ConsularGuestId]) -> tuple[LetterSheet, ...]:
    """The drafts that are meant, in the order of the guests given."""
    if kind is not LetterKind.CONSULAR_INVITATION:
        return letters.chosen(kind, anew=True)
    wanted = [str(key) for key in guest_ids]
    found_ = {draft.guest_id: draft for draft in letters.drafts}
    drafts = tuple(found_[key] for key in wanted if key in found_)
    if not drafts:
        raise NotPossible(_("There is nothing to issue: choose at least one guest of a consular post."))
    return drafts


def _require_approved(drafts: Sequence[LetterSheet], tags: Lines, despite: str) -> None:
    held = [draft for draft in drafts if draft.held]
    if held and not despite.strip():
        posts = ", ".join(dict.fromkeys(draft.addressee(interface_language(), tags) for draft in held))
        raise NotApproved(
            _(
                "The approval to invite {posts} is not recorded. Record it first, or give a reason, which is kept. "
                "Nothing was issued.",
                posts=posts,
            )
        )


def _numbers(db: Db, forum_id: uuid.UUID, kind: LetterKind, first: str, year: int, count: int) -> tuple[str, ...]:
    """Consecutive numbers from `first`, else from the next of the register; none that is taken."""
    taken = [row.number for row in reading.register(db, forum_id)]
    numbers = [first or reading.proposed_number(db, forum_id=forum_id, kind=kind, year=year)]
    _require_free(numbers[0], taken)
    while len(numbers) < count:
        numbers.append(numbering.after(numbers[-1], [*taken, *numbers]))
    return tuple(numbers)


def _require_free(number: str, taken: Sequence[str]) -> None:
    if any(numbering.same(number, one) for one in taken):
        raise NumberTaken(
            _("The number {number} is in the register already. Choose another one. Nothing was issued.", number=number)
        )


def _told(numbers: Sequence[str], drafts: Sequence[LetterSheet], tags: Lines) -> dict[str, str]:
    """Numbers and addressees as the step's values keep them."""
    zh = "、".join(draft.addressee(ZH, tags) for draft in drafts)
    en = ", ".join(draft.addressee(EN, tags) for draft in drafts)
    return {"number": ", ".join(numbers), **by_language("to", zh=zh, en=en)}


def _register(
    db: Db, forum_id: ForumId, draft: LetterSheet, tags: Lines, number: str, day: dt.date, actor: str
) -> Letter:
    letter = Letter(
        id=new_id(),
        forum_id=forum_id,
        kind=draft.kind,
        number=number,
        dated=day,
        consular_post_id=uuid.UUID(draft.post_id) if draft.post_id else None,
        consular_guest_id=uuid.UUID(draft.guest_id) if draft.guest_id else None,
        text=LocalizedText.of(_texts(draft, tags)),
        issued_by=actor,
        position=next_position(db, Letter.position, Letter.forum_id == forum_id),
    )
    db.add(letter)
    db.flush()
    return letter


def _texts(draft: LetterSheet, tags: Lines) -> Mapping[str, str]:
    return dict(zip(tags, draft.texts, strict=True))


def _note(
    db: Db,
    forum_id: ForumId,
    kind: LetterKind,
    issued: Sequence[tuple[LetterSheet, str]],
    whole: Letters,
    noted: contacts.Noted,
    actor: str,
) -> None:
    """Note with each guest what left the house; nobody goes back a step by it."""
    if kind is LetterKind.PROTOCOL_REQUEST:
        return
    asked = kind is LetterKind.APPROVAL_REQUEST
    status = InvitationStatus.TO_APPROVE if asked else InvitationStatus.SENT
    pairs = (
        [(draft.guest_id, issued[0][1]) for draft in whole.drafts] if asked else [(d.guest_id, n) for d, n in issued]
    )
    for key, number in pairs:
        guest = found(db, ConsularGuest, uuid.UUID(key))
        later = place(guest.status) < place(status)
        if asked and not later:
            continue
        step = contacts.Noted(
            noted.day, noted.minute, noted.channel, noted.contact, status=status if later else None, reference=number
        )
        about = About.guest(ConsularGuestId(guest.id))
        contacts.write_note(db, forum_id=forum_id, about=about, author=actor, noted=step)

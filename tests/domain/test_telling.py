"""Who is told what: new, changed and dropped sessions, corrected addresses, and above all who is left in peace."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.telling import Change, Due, Told, Wanted, due, step

AT = {"p": "p@menam.example", "q": "q@menam.example"}
WANTED = Wanted("p", "s", "now", "all")
TOLD = Told("p", "s", "u", 1, "now", "p@menam.example")


def mails(*wanted: Wanted, told: Iterable[Told] = (), minor: Iterable[tuple[str, str]] = ()) -> list[Due]:
    known = {(last.participant_id, last.session_id): last for last in told}
    return list(due(wanted, known, AT, frozenset(minor)))


def test_whoever_was_told_nothing_gets_what_is_new() -> None:
    assert mails(WANTED) == [Due("p", "s", Change.NEW, "p@menam.example")]


def test_whoever_knows_it_is_left_in_peace() -> None:
    assert mails(WANTED, told=[TOLD]) == []
    assert mails(WANTED, told=[replace(TOLD, mailbox="P@Menam.example")]) == []


def test_what_changed_is_an_update() -> None:
    old = replace(TOLD, fingerprint="then")

    assert mails(WANTED, told=[old]) == [Due("p", "s", Change.UPDATE, "p@menam.example", was=old)]


def test_a_change_that_somebody_found_minor_is_told_to_nobody_until_the_next() -> None:
    old = replace(TOLD, fingerprint="then")

    assert mails(WANTED, told=[old], minor=[("s", step("then", "now"))]) == []
    assert [mail.change for mail in mails(WANTED, told=[old], minor=[("s", step("before", "now"))])] == [Change.UPDATE]


def test_what_is_gone_is_taken_back_once() -> None:
    assert mails(told=[TOLD]) == [Due("p", "s", Change.CANCEL, "p@menam.example", was=TOLD)]
    assert mails(told=[replace(TOLD, over=True)]) == []


def test_what_comes_back_is_new_again() -> None:
    (mail,) = mails(WANTED, told=[replace(TOLD, over=True)])

    assert (mail.change, mail.fresh) == (Change.NEW, False)


def test_what_was_told_by_mouth_is_updated_by_mail_and_never_cancelled_there() -> None:
    pasted = replace(TOLD, mailbox="")

    assert mails(WANTED, told=[pasted]) == []
    assert [mail.change for mail in mails(WANTED, told=[replace(pasted, fingerprint="then")])] == [Change.UPDATE]
    assert mails(told=[pasted]) == []


def test_a_corrected_address_is_told_at_both() -> None:
    old = replace(TOLD, mailbox="typo@menam.example")

    assert mails(WANTED, told=[old]) == [
        Due("p", "s", Change.CANCEL, "typo@menam.example", was=old),
        Due("p", "s", Change.NEW, "p@menam.example", was=old, fresh=True),
    ]


def test_whoever_has_no_mailbox_gets_no_mail() -> None:
    assert mails(replace(WANTED, participant_id="nobody")) == []


FINGERPRINTS = st.sampled_from(["a", "b"])
PLANS = st.dictionaries(st.tuples(st.sampled_from("pq"), st.sampled_from("stu")), FINGERPRINTS)


@given(PLANS, PLANS)
def test_after_the_mails_nobody_has_to_be_told_anything(
    before: dict[tuple[str, str], str], now: dict[tuple[str, str], str]
) -> None:
    told = {whose: Told(*whose, "u", 0, said, AT[whose[0]]) for whose, said in before.items()}
    wanted = [Wanted(*whose, said, "all") for whose, said in now.items()]

    for mail in due(wanted, told, AT, frozenset()):
        whose = mail.participant_id, mail.session_id
        last = told.get(whose) or Told(*whose, "u", 0, "", mail.mailbox)
        told[whose] = replace(last, fingerprint=now.get(whose, ""), over=mail.change is Change.CANCEL)
        assert (whose in now) != (mail.change is Change.CANCEL)
        assert before.get(whose) != now.get(whose)

    assert due(wanted, told, AT, frozenset()) == ()

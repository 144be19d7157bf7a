"""Ceremonies on the agenda: acts stand below their item and keep with it; several are numbered."""

from documents.test_agenda import NONE, forum, item, pages, part, person, session, squeezed
from forumplanner.documents.agenda import AgendaOptions, agenda
from forumplanner.domain.kinds import ItemKind, Role
from forumplanner.snapshots.agenda import AgendaAct
from forumplanner.snapshots.paper import Lines

TABLE = AgendaOptions(cover=False, glance=False)


def act(zh: str, en: str = "", parties: Lines = NONE, people: int = 0) -> AgendaAct:
    signing = tuple(person(f"签约人{n}", f"Signer {n}", role=Role.SIGNATORY) for n in range(people))
    return AgendaAct((zh, en), parties, signing)


def signing(*acts: AgendaAct, start: int = 540) -> list[str]:
    row = item("签约仪式", "Signing", start, kind=ItemKind.SIGNING, people=(), acts=acts)
    return pages(agenda(forum(session("开幕式", "Opening", part(row))), TABLE).pdf)


def test_two_acts_are_numbered_one_is_not() -> None:
    (several,) = signing(act("备忘录", "Memorandum"), act("协议", "Agreement"))
    (single,) = signing(act("备忘录", "Memorandum"))

    assert "(1)备忘录" in squeezed(several)
    assert "(2)协议" in squeezed(several)
    assert "(1)" not in single


def test_parties_stand_for_a_title_that_is_missing() -> None:
    (page,) = signing(act("", "", ("甲大学与乙大学", "University A and University B")))

    assert squeezed("甲大学与乙大学 University A and University B") in squeezed(page)


def test_an_item_never_stands_at_the_foot_of_a_page_without_its_first_act() -> None:
    for before in range(8, 26):
        rows = [item(f"报告{n}", f"Talk {n}", 480 + n, minutes=1) for n in range(before)]
        row = item("签约仪式", "Signing", 700, kind=ItemKind.SIGNING, people=(), acts=(act("备忘录", people=4),))
        shown = pages(agenda(forum(session("开幕式", "Opening", part(*rows, row))), TABLE).pdf)
        (page,) = [page for page in shown if "签约仪式" in page]
        assert "备忘录" in page, before

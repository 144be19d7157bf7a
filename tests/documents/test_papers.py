"""The list of papers: what the window and the command line offer is what the papers take."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from documents.test_agenda import OPENING, forum
from documents.test_badges import PEOPLE, make_batch
from forumplanner import paths
from forumplanner.documents import PAPERS, NoSuchOption, NoSuchPaper, paper_kind, print_paper
from forumplanner.documents.agenda import AgendaOptions, agenda
from forumplanner.documents.badges import PRESETS, BadgeOptions, Order, badges
from forumplanner.documents.change_notice import ChangeNoticeOptions
from forumplanner.documents.delegation_sheet import DelegationSheetOptions
from forumplanner.documents.guest_list import GuestListOptions, OfficeSheetOptions
from forumplanner.documents.itinerary import ItineraryOptions
from forumplanner.documents.letters import LetterOptions
from forumplanner.documents.mc_cards import McCardOptions
from forumplanner.documents.press_brief import PressBriefOptions
from forumplanner.documents.running_order import RunningOrderOptions

OPTIONS = {
    "agenda": AgendaOptions,
    "badges": BadgeOptions,
    "running_order": RunningOrderOptions,
    "mc_cards": McCardOptions,
    "change_notice": ChangeNoticeOptions,
    "letters": LetterOptions,
    "guest_list": GuestListOptions,
    "office_sheet": OfficeSheetOptions,
    "press_brief": PressBriefOptions,
    "delegation_sheet": DelegationSheetOptions,
    "itinerary": ItineraryOptions,
}


@pytest.mark.parametrize("code", PAPERS)
def test_every_option_of_a_paper_is_offered_with_its_own_default(code: str) -> None:
    offered = {option.name: option.default for option in PAPERS[code].options}

    assert offered == {field.name: field.default for field in dataclasses.fields(OPTIONS[code])}


def test_every_size_and_order_is_offered() -> None:
    kind = paper_kind("badges")

    assert sorted(dict(kind.option("preset").choices)) == sorted(PRESETS)
    assert [code for code, _label in kind.option("order").choices] == list(Order)


def test_labels_speak_both_languages() -> None:
    assert (paper_kind("agenda").words("zh-Hans"), paper_kind("agenda").words("en")) == ("日程", "Agenda")
    preset = paper_kind("badges").option("preset")
    assert (preset.words("zh-Hans"), preset.choice_words("A6", "en")) == ("规格", "A6, 105 × 148 mm")
    assert paper_kind("badges").option("sheet").choice_words("A4", "zh-Hans") == "A4"


def test_a_paper_is_printed_by_its_code() -> None:
    paper, batch = forum(OPENING), make_batch(*PEOPLE[:2])

    assert print_paper("agenda", paper, {"office": True, "languages": ("en",)}) == agenda(
        paper, AgendaOptions(office=True, languages=("en",))
    )
    assert print_paper("badges", batch, {"preset": "A6", "order": "name"}) == badges(
        batch, BadgeOptions(preset="A6", order=Order.NAME)
    )


def test_what_is_not_offered_is_refused_with_what_is() -> None:
    with pytest.raises(NoSuchPaper, match="no paper “poster”; choose one of agenda, badges"):
        print_paper("poster", None)
    with pytest.raises(NoSuchOption, match="has no option “colour”; it has languages, preset"):
        print_paper("badges", make_batch(), {"colour": "red"})
    with pytest.raises(NoSuchOption, match="“B5” is no choice for “preset”"):
        print_paper("badges", make_batch(), {"preset": "B5"})
    with pytest.raises(NoSuchOption, match="“yes” is no choice for “back”"):
        print_paper("badges", make_batch(), {"back": "yes"})


def test_the_list_loads_nothing_that_prints() -> None:
    source = str(Path(paths.__file__).parent.parent)
    program = "import sys, forumplanner.documents; print({'reportlab', 'uharfbuzz', 'segno'} & set(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": source}, capture_output=True, text=True, check=True
    )

    assert ran.stdout == "set()\n"

"""Papers: one file or folder each; a snapshot and options in, a PDF and what to know before printing out.

`PAPERS` says which there are and what can be chosen, for the window and the command line, without loading any of the
libraries that print.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import in_language

if TYPE_CHECKING:
    from forumplanner.documents.paper import Paper

Value = str | bool | tuple[str, ...]


class NoSuchPaper(PlannerError):
    """A kind of paper that the program does not print."""


class NoSuchOption(PlannerError):
    """A choice that a paper does not offer."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its name in the options' dataclass, a label, choices with their labels, the default.

    Labels are message ids; where a choice's label is empty its code is shown. A default of True or False makes it a
    switch; a text without choices takes what the forum itself offers, such as one of its sessions.
    """

    name: str
    label: str
    default: Value
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def is_switch(self) -> bool:
        """Whether it is only switched on or off."""
        return isinstance(self.default, bool)

    def words(self, tag: str) -> str:
        """Its label for a reader of `tag`."""
        return in_language(tag, self.label)

    def choice_words(self, code: str, tag: str) -> str:
        """The label of one of its choices for a reader of `tag`."""
        label = dict(self.choices).get(code, "")
        return in_language(tag, label) if label else code

    def accepts(self, value: object) -> bool:
        """Whether it can take that value."""
        if self.is_switch:
            return isinstance(value, bool)
        if isinstance(self.default, tuple):
            return isinstance(value, tuple)
        if not self.choices:
            return isinstance(value, str)
        return value in dict(self.choices)


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper that can be printed. `code` is also the name of the query that reads its snapshot, unless `query` is."""

    code: str
    title: str
    options: tuple[Option, ...]
    query: str = ""

    def words(self, tag: str) -> str:
        """Its title for a reader of `tag`."""
        return in_language(tag, self.title)

    def option(self, name: str) -> Option:
        """The option of that name; raises `NoSuchOption`."""
        for option in self.options:
            if option.name == name:
                return option
        known = ", ".join(option.name for option in self.options)
        raise NoSuchOption(
            _("The paper “{paper}” has no option “{name}”; it has {known}.", paper=self.code, name=name, known=known)
        )


_LANGUAGES = Option("languages", "Languages", ())
_SESSION = Option("session", "Ceremony", "")

PAPERS: Final[dict[str, Kind]] = {
    "agenda": Kind(
        "agenda",
        "Agenda",
        (
            _LANGUAGES,
            Option("cover", "Cover", True),
            Option("office", "Cover for office printers", False),
            Option("glance", "Programme at a glance", True),
            Option("days", "Day tables", True),
            Option("forums", "Pages of parallel forums", True),
            Option("mark_all", "Mark on-site items too", False),
            Option("abstracts", "Abstracts under the titles", False),
            Option(
                "provisional",
                "Who is to be confirmed",
                "",
                (("", "By the kind of release"), ("mark", "Marked"), ("plain", "Not marked")),
            ),
        ),
    ),
    "badges": Kind(
        "badges",
        "Badges",
        (
            _LANGUAGES,
            Option(
                "preset",
                "Badge size",
                "90x130",
                (
                    ("90x130", "90 × 130 mm"),
                    ("A6", "A6, 105 × 148 mm"),
                    ("A7", "A7, 74 × 105 mm"),
                    ("CR80", "CR80 card, 85.6 × 54 mm"),
                    ("90x54", "90 × 54 mm"),
                    ("101.6x76.2", "4 × 3 in"),
                    ("101.6x152.4", "4 × 6 in"),
                ),
            ),
            Option(
                "sheet",
                "Sheet of paper",
                "A4",
                (("A4", ""), ("A3", ""), ("Letter", ""), ("", "One badge a page, with bleed, for the print shop")),
            ),
            Option("back", "With backs", False),
            Option(
                "order",
                "Order of the badges",
                "number",
                (
                    ("number", "By number"),
                    ("name", "By name"),
                    ("delegation", "By delegation"),
                    ("category", "By category"),
                ),
            ),
            Option("stacked", "Cut, then stack the piles", True),
        ),
    ),
    "running_order": Kind("running_order", "Running order", (_LANGUAGES, _SESSION)),
    "mc_cards": Kind("mc_cards", "Hand cards", (_LANGUAGES, _SESSION), query="running_order"),
    "change_notice": Kind(
        "change_notice",
        "Change notice",
        (_LANGUAGES, Option("internal", "Last page: what to print again (internal)", False)),
    ),
    "letters": Kind(
        "letters",
        "Letters",
        (
            _LANGUAGES,
            Option(
                "kind",
                "What it is",
                "consular_invitation",
                (
                    ("consular_invitation", "Letters to consular posts"),
                    ("approval_request", "Request to the foreign affairs office"),
                ),
            ),
            Option("letter", "Which letter", ""),
            Option("anew", "Write it anew, even if issued", False),
            Option("head", "With the letter’s head", True),
            Option("one_page", "Both languages on one page", False),
        ),
    ),
    "guest_list": Kind(
        "guest_list",
        "Guest list",
        (
            _LANGUAGES,
            Option(
                "variant",
                "For whom",
                "public",
                (
                    ("public", "For everybody"),
                    ("inner", "For the secretariat, with the basis"),
                    ("press", "For the press, with delegations"),
                ),
            ),
        ),
    ),
    "office_sheet": Kind("office_sheet", "Sheet for the foreign affairs office", (_LANGUAGES,), query="guest_list"),
    "press_brief": Kind(
        "press_brief",
        "Press brief",
        (
            _LANGUAGES,
            Option(
                "counting",
                "Who is counted",
                "listed",
                (
                    ("listed", "On the list"),
                    ("invited", "Invited"),
                    ("confirmed", "Have confirmed"),
                    ("attended", "Attended"),
                ),
            ),
            Option("host", "Host country", "in", (("in", "With host country"), ("out", "Without"))),
            Option(
                "rounding",
                "How the number of people is rounded",
                "1",
                (("1", "Exact"), ("10", "Tens"), ("100", "Hundreds"), ("1000", "Thousands")),
            ),
        ),
    ),
    "delegation_sheet": Kind(
        "delegation_sheet", "Delegation sheet", (_LANGUAGES, Option("delegation", "Delegation", ""))
    ),
    "itinerary": Kind(
        "itinerary",
        "Personal itinerary",
        (
            _LANGUAGES,
            Option("person", "Person", ""),
            Option("delegation", "Delegation", ""),
            Option("category", "Category", ""),
        ),
    ),
}
"""Papers by code, in the order in which they are offered."""


def paper_kind(code: str) -> Kind:
    """The paper of that code; raises `NoSuchPaper`."""
    if code not in PAPERS:
        raise NoSuchPaper(_("There is no paper “{code}”; choose one of {known}.", code=code, known=", ".join(PAPERS)))
    return PAPERS[code]


def print_paper(code: str, snapshot: Any, values: Mapping[str, Value] | None = None) -> "Paper":
    """Print the snapshot that the query of the same name has read, with values for some of the paper's options.

    Raises `NoSuchPaper`, `NoSuchOption`.
    """
    kind = paper_kind(code)
    chosen = dict(values or {})
    for name, value in chosen.items():
        if not kind.option(name).accepts(value):
            raise NoSuchOption(_("“{value}” is no choice for “{name}”.", value=value, name=name))
    return _PRESSES[code](snapshot, chosen)


def _print_agenda(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.agenda import AgendaOptions, agenda  # noqa: PLC0415 - loads the libraries that print

    return agenda(snapshot, AgendaOptions(**chosen))


def _print_badges(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.badges import BadgeOptions, Order, badges  # noqa: PLC0415 - loads what prints

    if "order" in chosen:
        chosen["order"] = Order(chosen["order"])
    return badges(snapshot, BadgeOptions(**chosen))


def _print_running_order(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.running_order import (  # noqa: PLC0415 - loads the libraries that print
        RunningOrderOptions,
        running_order,
    )

    return running_order(snapshot, RunningOrderOptions(**chosen))


def _print_mc_cards(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.mc_cards import McCardOptions, mc_cards  # noqa: PLC0415 - loads what prints

    return mc_cards(snapshot, McCardOptions(**chosen))


def _print_change_notice(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.change_notice import (  # noqa: PLC0415 - loads the libraries that print
        ChangeNoticeOptions,
        change_notice,
    )

    return change_notice(snapshot, ChangeNoticeOptions(**chosen))


def _print_letters(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.letters import LetterOptions, letters  # noqa: PLC0415 - loads what prints

    return letters(snapshot, LetterOptions(**chosen))


def _print_guest_list(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.guest_list import GuestListOptions, guest_list  # noqa: PLC0415 - loads what prints

    return guest_list(snapshot, GuestListOptions(**chosen))


def _print_office_sheet(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.guest_list import OfficeSheetOptions, office_sheet  # noqa: PLC0415 - loads what prints

    return office_sheet(snapshot, OfficeSheetOptions(**chosen))


def _print_delegation_sheet(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.delegation_sheet import (  # noqa: PLC0415 - loads the libraries that print
        DelegationSheetOptions,
        delegation_sheet,
    )

    return delegation_sheet(snapshot, DelegationSheetOptions(**chosen))


def _print_itinerary(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.itinerary import ItineraryOptions, itinerary  # noqa: PLC0415 - loads what prints

    return itinerary(snapshot, ItineraryOptions(**chosen))


def _print_press_brief(snapshot: Any, chosen: dict[str, Any]) -> "Paper":
    from forumplanner.documents.press_brief import PressBriefOptions, press_brief  # noqa: PLC0415 - loads what prints

    return press_brief(snapshot, PressBriefOptions(**chosen))


_PRESSES: dict[str, Callable[[Any, dict[str, Any]], "Paper"]] = {
    "agenda": _print_agenda,
    "badges": _print_badges,
    "running_order": _print_running_order,
    "mc_cards": _print_mc_cards,
    "change_notice": _print_change_notice,
    "letters": _print_letters,
    "guest_list": _print_guest_list,
    "office_sheet": _print_office_sheet,
    "press_brief": _print_press_brief,
    "delegation_sheet": _print_delegation_sheet,
    "itinerary": _print_itinerary,
}

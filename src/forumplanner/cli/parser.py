"""The verbs and their options, with help in the reader's language."""

import argparse
from typing import Any, NoReturn

from forumplanner import __version__
from forumplanner.cli import wrong_usage
from forumplanner.cli.arguments import COUNTINGS, ORDERS, PAGES, PAPERS, ROUNDINGS, SHEETS, VARIANTS
from forumplanner.domain.kinds import Category, ReleaseKind
from forumplanner.i18n import LANGUAGES
from forumplanner.i18n import gettext as _


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the reader's language."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = _("needed")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help"))
        self.add_argument(
            "--language",
            choices=LANGUAGES,
            metavar="|".join(LANGUAGES),
            default=argparse.SUPPRESS,
            help=_("language of the messages (default: the window's, else the system's)"),
        )

    def format_usage(self) -> str:
        """The usage line with our word before it."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, _("Usage: "))
        return formatter.format_help()

    def format_help(self) -> str:
        """The help, its usage line with our word before it."""
        whole, usage = super().format_help(), super().format_usage()
        return self.format_usage() + whole.removeprefix(usage)

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and one sentence after the usage."""
        self.exit(2, f"{self.format_usage()}{wrong_usage.sentence(message)}\n")


def build_parser() -> Parser:
    """The whole command line. Each verb names its module of this package (`room`) and its function there (`does`)."""
    parser = Parser(
        prog="forumplanner",
        description=_("Plan an international forum. Without a verb the window opens, on FILE if one is named."),
        epilog=_("“forumplanner VERB --help” tells more about a verb."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"Forum Planner {__version__}", help=_("show the version")
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, title=_("verbs"), parser_class=Parser)
    _add_making(verbs)
    _add_reading(verbs)
    _add_exporting(verbs)
    _add_releasing(verbs)
    _add_lettering(verbs)
    _add_inviting(verbs)
    _add_answering(verbs)
    _add_keeping(verbs)
    return parser


def _add(verbs: Any, name: str, room: str, help_: str, *, file: bool = True, does: str = "") -> Parser:
    verb: Parser = verbs.add_parser(name, help=help_, description=help_)
    verb.set_defaults(room=room, does=does or name)
    if file:
        verb.add_argument("file", metavar="FILE", help=_("the planner file"))
    return verb


def _add_forum(verb: Parser) -> None:
    verb.add_argument(
        "--forum", metavar="SLUG", default="", help=_("which forum; may be left out where the file holds only one")
    )


def _add_json(verb: Parser) -> None:
    verb.add_argument("--json", action="store_true", help=_("print JSON and nothing else"))


def _add_making(verbs: Any) -> None:
    sample = _add(verbs, "sample", "making", _("make a new planner file with the invented sample forum"))
    sample.add_argument(
        "--participants", type=int, default=240, metavar="N", help=_("how many people it has (default: 240)")
    )
    template = _add(verbs, "template", "making", _("write the empty planning workbook"), file=False)
    template.add_argument("out", metavar="OUT.xlsx", help=_("the workbook to write"))
    import_ = _add(verbs, "import", "importing", _("take over a filled planning workbook"), does="take_over")
    import_.add_argument("source", metavar="SOURCE", help=_("the workbook to read; it is not changed"))
    _add_forum(import_)
    import_.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    import_.add_argument("--report", metavar="OUT.json", help=_("write rows, repairs, questions and rejects as JSON"))


def _add_reading(verbs: Any) -> None:
    _add_json(_add(verbs, "forums", "reading", _("list the forums of a planner file")))
    check = _add(verbs, "check", "reading", _("list what needs attention; exit code 1 if anything is an error"))
    _add_forum(check)
    check.add_argument("--accepted", action="store_true", help=_("show what was accepted too, with its reason"))
    _add_json(check)
    stats = _add(verbs, "stats", "protocol", _("headline numbers with the basis they are counted on"))
    _add_forum(stats)
    stats.add_argument(
        "--counting", choices=COUNTINGS, default=COUNTINGS[0], help=_("whom to count (default: everybody listed)")
    )
    stats.add_argument("--without-host", action="store_true", help=_("leave the host country out of the countries"))
    stats.add_argument(
        "--rounding", choices=ROUNDINGS, default=ROUNDINGS[0], help=_("floor the number of people to this")
    )
    _add_json(stats)
    precedence = _add(verbs, "precedence", "protocol", _("a list in the order of protocol, each place with its reason"))
    _add_forum(precedence)
    precedence.add_argument(
        "--list",
        choices=("guests", "consular", "delegations"),
        default="guests",
        help=_("which list (default: guests)"),
    )
    _add_json(precedence)
    history = _add(verbs, "history", "keeping", _("list every step, newest first"))
    history.add_argument("--step", type=int, default=0, metavar="N", help=_("what step N changed, before and after"))
    history.add_argument("--removed", action="store_true", help=_("what was removed and can be brought back"))
    _add_json(history)


def _add_exporting(verbs: Any) -> None:
    _add(verbs, "papers", "exporting", _("list the papers that can be written, with their options"), file=False)
    export = _add(verbs, "export", "exporting", _("write a paper"))
    export.add_argument("paper", choices=PAPERS, metavar="PAPER", help=_("which one; see “forumplanner papers”"))
    _add_forum(export)
    export.add_argument("--out", required=True, metavar="PATH", help=_("the file to write; for calendar a folder"))
    export.add_argument(
        "--languages", metavar="zh-Hans,en", default="", help=_("languages of the paper (default: the forum's)")
    )
    export.add_argument(
        "--format", choices=("pdf", "docx", "xlsx", "ics", "html"), help=_("kind of file (default: the paper's own)")
    )
    _add_paper_options(export)


def _add_paper_options(export: Parser) -> None:
    """Options that not every paper has; which paper has which stands in `papers.PAPERS`."""
    agenda = export.add_argument_group(_("agenda"))
    agenda.add_argument(
        "--without",
        action="append",
        choices=PAGES,
        help=_("leave out these pages; may be given several times"),
    )
    agenda.add_argument(
        "--office", action="store_true", default=None, help=_("a cover for printers that can't print to the edge")
    )
    agenda.add_argument("--mark-all", action="store_true", default=None, help=_("mark what is on site, too"))
    agenda.add_argument("--release", metavar="NAME", help=_("as that release froze it (default: as it stands)"))
    agenda.add_argument(
        "--provisional",
        choices=("mark", "plain"),
        help=_("mark who is still to be confirmed, or don't (default: by the kind of release)"),
    )
    agenda.add_argument("--abstracts", action="store_true", default=None, help=_("abstracts under the titles"))
    badges = export.add_argument_group(_("badges"))
    badges.add_argument("--preset", metavar="90x130", help=_("size; “forumplanner papers” lists them"))
    badges.add_argument("--sheet", choices=SHEETS, help=_("sheet; none: one a page, with bleed"))
    badges.add_argument("--order", choices=ORDERS, help=_("order of the pile"))
    badges.add_argument(
        "--category",
        action="append",
        choices=[str(c) for c in Category],
        metavar="CATEGORY",
        help=_("only this category; may be given several times"),
    )
    badges.add_argument("--back", action="store_true", default=None, help=_("with backs: the day and whom to call"))
    badges.add_argument(
        "--reading-order",
        action="store_true",
        default=None,
        help=_("in reading order instead of cut piles that go on one after the other"),
    )
    ceremony = export.add_argument_group(_("running order and hand cards"))
    ceremony.add_argument("--session", metavar="CODE", help=_("code or title of one session (default: all ceremonies)"))
    _add_guest_options(export)


def _add_guest_options(export: Parser) -> None:
    letters = export.add_argument_group(_("letters and guest list"))
    letters.add_argument(
        "--letter", metavar="CODE", help=_("code of a guest or number of an issued letter (default: all)")
    )
    letters.add_argument(
        "--request", action="store_true", default=None, help=_("the request to the foreign affairs office instead")
    )
    letters.add_argument(
        "--anew", action="store_true", default=None, help=_("as the text would be now, even where it was issued")
    )
    letters.add_argument("--one-page", action="store_true", default=None, help=_("both languages on one page"))
    letters.add_argument("--no-head", action="store_true", default=None, help=_("for printed letter paper"))
    letters.add_argument(
        "--delegation", metavar="NAME", help=_("code, country or name of one delegation (default: all)")
    )
    letters.add_argument(
        "--person", metavar="CODE", help=_("code, badge number or name of one person, for the itinerary (default: all)")
    )
    letters.add_argument("--variant", choices=VARIANTS, help=_("for whom the guest list is (default: public)"))
    press = export.add_argument_group(_("press brief"))
    press.add_argument("--counting", choices=COUNTINGS, help=_("who is counted (default: everybody on the list)"))
    press.add_argument(
        "--without-host", action="store_true", default=None, help=_("the host country is not one of the countries")
    )
    press.add_argument(
        "--rounding", choices=ROUNDINGS, help=_("round the number of people down, as “over 1,000” (default: exact)")
    )


def _add_lettering(verbs: Any) -> None:
    letter = _add(verbs, "letter", "lettering", _("issue letters to consular posts, with numbers of the register"))
    letter.add_argument("codes", metavar="CODE", nargs="*", help=_("codes of consular guests"))
    _add_forum(letter)
    letter.add_argument("--list", action="store_true", help=_("list the register instead"))
    letter.add_argument(
        "--request", action="store_true", help=_("the request to the foreign affairs office instead of invitations")
    )
    letter.add_argument("--number", metavar="NUMBER", default="", help=_("of the first letter (default: the next one)"))
    letter.add_argument("--date", metavar="YYYY-MM-DD", default="", help=_("date of the letters (default: today)"))
    letter.add_argument(
        "--despite", metavar="REASON", default="", help=_("why they go before the approval is recorded; it is kept")
    )


def _add_inviting(verbs: Any) -> None:
    invite = _add(verbs, "invite", "inviting", _("write invitations as drafts for a mail program"))
    _add_forum(invite)
    invite.add_argument("--eml", required=True, metavar="DIR", help=_("the folder to write them into"))
    invite.add_argument(
        "--kind",
        choices=("programme", "session", "changes"),
        default="programme",
        help=_("whole programmes, sessions one by one, or what changed since people were told (default: programme)"),
    )
    invite.add_argument("--mark-sent", action="store_true", help=_("keep that they were handed over"))
    _add_json(invite)


def _add_answering(verbs: Any) -> None:
    replies = _add(verbs, "replies", "answering", _("take answers to invitations out of mails"), does="answers")
    replies.add_argument("sources", metavar="SOURCE", nargs="+", help=_("mails (.eml), calendar files (.ics), folders"))
    _add_forum(replies)
    _add_json(replies)


def _add_releasing(verbs: Any) -> None:
    release = _add(verbs, "release", "releasing", _("issue the programme as it stands under a name"))
    release.add_argument("name", metavar="NAME", nargs="?", default="", help=_("such as V2 (default: the next one)"))
    _add_forum(release)
    release.add_argument(
        "--kind", choices=[str(kind) for kind in ReleaseKind], default="comments", help=_("what it is for")
    )
    release.add_argument("--note", metavar="TEXT", default="", help=_("what to say about it, in Chinese or English"))
    release.add_argument(
        "--minor",
        action="append",
        metavar="ID",
        default=[],
        help=_("a change that is only a slip put right (“changes --json” has the ids); may be given several times"),
    )
    listed = _add(verbs, "releases", "releasing", _("list the releases, newest first"), does="releases_")
    _add_forum(listed)
    _add_json(listed)
    changes = _add(verbs, "changes", "releasing", _("list what changed between two releases"))
    changes.add_argument("old", metavar="OLD", help=_("the older release"))
    changes.add_argument(
        "new", metavar="NEW", nargs="?", default="", help=_("the newer one (default: what stands now)")
    )
    _add_forum(changes)
    changes.add_argument("--pdf", metavar="OUT.pdf", help=_("write the change notice as PDF"))
    changes.add_argument("--docx", metavar="OUT.docx", help=_("write the change notice for Word"))
    _add_json(changes)


def _add_keeping(verbs: Any) -> None:
    undo = _add(verbs, "undo", "keeping", _("take back your newest step"))
    undo.add_argument("--step", type=int, default=0, metavar="N", help=_("take back step N alone; later steps stay"))
    _add(verbs, "redo", "keeping", _("do again what was taken back last"))
    back = _add(verbs, "bring-back", "past", _("put in again what a step removed"), does="bring_back")
    back.add_argument("step", type=int, metavar="N", help=_("the step that removed it; see “history --removed”"))
    _add(verbs, "verify", "keeping", _("look the whole file over; exit code 1 if anything is wrong"))
    backup = _add(verbs, "backup", "keeping", _("write a verified copy of the file"))
    backup.add_argument("out", metavar="OUT", help=_("the copy to write; an existing file is left alone"))

"""What the menus hold: each command with its words, its keys and what it calls."""

from typing import TYPE_CHECKING

from forumplanner.gui.blank import save_blank
from forumplanner.gui.frame import panes
from forumplanner.gui.frame.commands import Command
from forumplanner.gui.frame.shell import local_now
from forumplanner.gui.page import PageSpec
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # the window itself builds its commands from here
    from forumplanner.gui.window import PlannerWindow


_OTHER_KEYS = {"settings": ("Ctrl+,",)}
"""Keys of pages without a number."""


def commands_of(window: "PlannerWindow", specs: tuple[PageSpec, ...]) -> list[Command]:
    """All commands of the window."""
    return [*_file(window), *_edit(window), *_view(window, specs), *_registers(window)]


def _file(window: "PlannerWindow") -> list[Command]:
    files, shell = window.files, window.shell
    return [
        Command(
            "new",
            lambda: _("New forum…"),
            files.new,
            "file",
            ("Ctrl+N",),
            "file-plus",
            in_file=False,
            lends_keys=True,
        ),
        Command("open", lambda: _("Open…"), files.open, "file", ("Ctrl+O",), "folder-open", in_file=False),
        Command("sample", lambda: _("Sample forum"), window.opening.open_sample, "file", (), "sparkles", in_file=False),
        Command("restore", lambda: _("Restore a backup…"), files.restore, "file", (), "archive-restore", in_file=False),
        Command(
            "import",
            lambda: _("Import a table…"),
            files.ask_import,
            "file",
            ("Ctrl+I",),
            "file-input",
            in_file=False,
            rule=True,
        ),
        Command(
            "blank",
            lambda: _("Get the empty workbook…"),
            lambda: save_blank(shell),
            "file",
            (),
            "file-down",
            in_file=False,
        ),
        Command(
            "print", lambda: _("Documents and printing"), lambda: shell.go("documents"), "file", ("Ctrl+P",), "printer"
        ),
        Command("save", lambda: _("Save (automatic)"), lambda: _tell_saved(window), "file", ("Ctrl+S",), "save"),
        Command("check", lambda: _("Check this file"), window.opening.check, "file", (), "shield-check"),
        Command("close", lambda: _("Close the file"), files.close, "file", ("Ctrl+W",), "x", rule=True),
        Command("quit", lambda: _("Quit"), window.close, "file", ("Ctrl+Q",), "", in_file=False),
    ]


def _edit(window: "PlannerWindow") -> list[Command]:
    undoing = window.shell.undoing
    return [
        Command("undo", lambda: _("Undo"), undoing.undo, "edit", ("Ctrl+Z",), "undo-2"),
        Command("redo", lambda: _("Redo"), undoing.redo, "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
        Command(
            "find", lambda: _("Find in this list"), lambda: _find(window), "edit", ("Ctrl+F",), "search", rule=True
        ),
        Command(
            "quick_person",
            lambda: _("Add a person by one line…"),
            lambda: window.go("people", "quick"),
            "edit",
            ("Ctrl+Shift+N",),
            "user-plus",
        ),
        Command(
            "duplicates",
            lambda: _("Possible duplicates"),
            lambda: window.go("people", "duplicates"),
            "edit",
            (),
            "copy",
        ),
        Command(
            "add_consulates", lambda: _("Add consulates…"), lambda: window.go("guests", "posts"), "edit", (), "landmark"
        ),
        Command("merge_people", lambda: _("Merge two people…"), lambda: window.go("people", "merge"), "edit"),
        Command(
            "day_pattern",
            lambda: _("Day from a pattern"),
            lambda: window.go("programme", "pattern"),
            "edit",
            ("Ctrl+Shift+D",),
            "calendar-plus",
        ),
        Command("rooms", lambda: _("Rooms"), lambda: window.go("programme", "rooms"), "edit", (), "door-open"),
        Command(
            "sort_addresses",
            lambda: _("Order of addresses"),
            lambda: window.go("script", "addresses"),
            "edit",
            (),
            "list-ordered",
        ),
        Command(
            "release",
            lambda: _("Release the programme…"),
            lambda: window.go("history", "release"),
            "edit",
            ("Ctrl+Shift+R",),
            "tag",
        ),
        *_telling(window),
        Command("goto", lambda: _("Go to…"), window.call_palette, "edit", ("Ctrl+K",), "search", in_file=False),
    ]


def _telling(window: "PlannerWindow") -> list[Command]:
    """What is told to people."""
    return [
        Command(
            "who_must_know",
            lambda: _("Who must know"),
            lambda: window.go("invitations", "knowing"),
            "edit",
            ("Ctrl+Shift+M",),
            "mail",
        ),
        Command(
            "answers_from_files",
            lambda: _("Take answers from mails…"),
            lambda: window.go("invitations", "answer-files"),
            "edit",
            (),
            "folder-open",
        ),
        Command(
            "fetch_answers",
            lambda: _("Fetch answers from the mailbox"),
            lambda: window.go("invitations", "answer-fetch"),
            "edit",
            (),
            "mail",
        ),
        Command(
            "note_answer",
            lambda: _("Note an answer…"),
            lambda: window.go("invitations", "answer-note"),
            "edit",
            (),
            "pencil",
        ),
        Command("mail_round", lambda: _("New round…"), lambda: window.go("invitations", "round"), icon="users"),
        Command("mail_review", lambda: _("Review and send"), lambda: window.go("invitations", "review"), icon="send"),
        Command("outbox", lambda: _("Outbox"), lambda: window.go("invitations", "outbox"), icon="mail"),
        Command("mail_account", lambda: _("Mail account"), lambda: window.go("invitations", "account"), icon="mail"),
        Command("pause_mail", lambda: _("Pause sending, or go on"), lambda: _turn_mail(window), icon="pause"),
    ]


def _view(window: "PlannerWindow", specs: tuple[PageSpec, ...]) -> list[Command]:
    pages = [
        Command(
            f"page_{spec.key}",
            spec.title,
            lambda key=spec.key: window.go(key),  # type: ignore[misc]  # a default argument keeps each page's own key
            "view",
            (f"Ctrl+{spec.number}",) if spec.number else _OTHER_KEYS.get(spec.key, ()),
            spec.icon,
        )
        for spec in specs
        if spec.key != "importing"
    ]
    return [
        *pages,
        Command(
            "next_pane",
            lambda: _("Next area"),
            lambda: panes.go_round(window, by=1),
            "view",
            ("F6",),
            "",
            in_file=False,
            rule=True,
        ),
        Command(
            "previous_pane",
            lambda: _("Previous area"),
            lambda: panes.go_round(window, by=-1),
            "view",
            ("Shift+F6",),
            in_file=False,
        ),
        Command(
            "language",
            lambda: _("Chinese or English"),
            window.other_language,
            "view",
            ("Ctrl+Shift+L",),
            "languages",
            in_file=False,
            rule=True,
        ),
        Command("scheme", lambda: _("Light or dark"), window.other_scheme, "view", (), "moon", in_file=False),
    ]


def _turn_mail(window: "PlannerWindow") -> None:
    """Pause what is being sent; else go on, or say why not."""
    mailing = window.shell.mailing
    if mailing.is_running():
        mailing.pause()
    elif mailing.waiting() == 0:
        window.say(_("No mail waits to be sent."))
    elif not mailing.start():
        window.say(mailing.why_not())


def _find(window: "PlannerWindow") -> None:
    page = window.stack.page()
    field = page.search_field() if page is not None else None
    if field is not None:
        field.setFocus()
        field.selectAll()


def _tell_saved(window: "PlannerWindow") -> None:
    window.say(_("Saved {time}. Every step is saved by itself.", time=f"{local_now():%H:%M:%S}"))


def _registers(window: "PlannerWindow") -> list[Command]:
    """The registers of the alliance, which the go-to box finds by name."""
    named: tuple[tuple[str, Text], ...] = (
        ("members", lambda: _("Ledger of members")),
        ("offices", lambda: _("Offices of the alliance")),
        ("agreements", lambda: _("Register of agreements")),
        ("appointments", lambda: _("Register of appointments and honours")),
    )
    return [
        Command(
            f"alliance_{key}",
            text,
            lambda key=key: window.go("alliance", key),  # type: ignore[misc]  # a default argument keeps each one's own
            icon="building-2",
        )
        for key, text in named
    ]

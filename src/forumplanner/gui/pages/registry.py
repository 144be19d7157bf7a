"""Which pages there are: key, number (Ctrl+1..9), icon, title, and the module that builds it when first shown."""

from importlib import import_module

from forumplanner.gui.page import Frame, Page, PageSpec
from forumplanner.gui.widgets.attentive import spoken
from forumplanner.i18n import gettext as _


def page_specs() -> tuple[PageSpec, ...]:
    """All pages; those with a number or `in_rail` stand in the rail, in this order.

    Numbers are never given to another page.
    """
    return (
        PageSpec("overview", 1, "layout-dashboard", lambda: _("Overview"), _from("overview", "OverviewPage")),
        PageSpec("programme", 2, "calendar-days", lambda: _("Programme"), _from("programme", "ProgrammePage")),
        PageSpec("people", 3, "users", lambda: _("People"), _from("people", "PeoplePage")),
        PageSpec("delegations", 4, "flag", lambda: _("Delegations"), _from("delegations", "DelegationsPage")),
        PageSpec("guests", 5, "landmark", lambda: _("Guests"), _from("guests", "GuestsPage")),
        PageSpec(
            "alliance",
            0,
            "building-2",
            lambda: _("Organisers & alliance"),
            _from("alliance", "AlliancePage"),
            in_rail=True,
        ),
        PageSpec("numbers", 0, "chart-column", lambda: _("Numbers"), _from("numbers", "NumbersPage"), in_rail=True),
        PageSpec("documents", 7, "printer", lambda: _("Documents"), _from("documents", "DocumentsPage")),
        PageSpec("invitations", 8, "mail", lambda: _("Invitations"), _from("invitations", "InvitationsPage")),
        PageSpec("history", 9, "history", lambda: _("History"), _from("history", "HistoryPage")),
        PageSpec("findings", 0, "list-tree", lambda: _("Findings"), _from("findings", "FindingsPage"), "overview"),
        PageSpec(
            "languages",
            0,
            "languages",
            lambda: _("Texts in both languages"),
            _from("languages", "LanguagesPage"),
            "overview",
        ),
        PageSpec("approval", 0, "stamp", lambda: _("Approval"), _from("approval", "ApprovalPage"), "numbers"),
        PageSpec("script", 0, "type", lambda: _("Host script"), _from("script", "ScriptPage"), "documents"),
        PageSpec("letters", 0, "mail", lambda: _("Letters"), _from("letters", "LettersPage"), "documents"),
        PageSpec("settings", 0, "settings", lambda: _("Settings"), _from("settings", "SettingsPage")),
        PageSpec("importing", 0, "file-input", lambda: _("Import"), _from("importing", "ImportPage")),
    )


def papers() -> list[tuple[str, str, str]]:
    """Every paper that the page Documents can show: key, name and what it is, in the reader's words."""
    from forumplanner.gui.pages.documents.papers import paper_kinds  # noqa: PLC0415 - not needed before it is asked

    return [(kind.key, spoken(kind.title), spoken(kind.note)) for kind in paper_kinds()]


class _from:  # noqa: N801 - reads as a word in the list above
    """Builds a page of `pages/<folder>`; its rooms load the database's library, so the import waits until then."""

    def __init__(self, folder: str, name: str) -> None:
        self._folder, self._name = folder, name

    def __call__(self, frame: Frame) -> Page:
        """Load the module and make the page."""
        module = import_module(f"forumplanner.gui.pages.{self._folder}")
        made = getattr(module, self._name)(frame)
        assert isinstance(made, Page)  # noqa: S101 - a page of ours that is none is a fault of ours
        return made

"""What the view of changes shows while there is no change: nobody told yet, everybody up to date, no hit."""

from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Choice, EmptyState
from forumplanner.i18n import gettext as _


class NobodyTold(EmptyState):
    """`round` starts the first one, `account` and `mailbox` lead to what sending needs."""

    def __init__(self) -> None:
        self.round = Button(lambda: _("New round"), name="mailEmptyRound", kind="primary", icon="users", key="Ctrl+N")
        self.account = Button(lambda: _("Set up the account"), name="mailEmptyAccount", icon="mail")
        self.mailbox = Button(lambda: _("Enter the address"), name="mailEmptyMailbox", icon="at-sign")
        self.address = Choice(
            lambda: _("Address of the forum"),
            lambda: _("Invitations come from it, and answers go to it."),
            icon="at-sign",
            button=self.mailbox,
            name="mailEmptyMailboxCard",
        )
        super().__init__(
            lambda: _("Nobody has their programme yet"),
            lambda: _("Start with a round of programme mails. From then on every change shows here."),
            name="mailEmpty",
            icon="mail",
            choices=(
                Choice(
                    lambda: _("Programme mails"),
                    lambda: _("Everybody gets their own programme and calendar file, after a preview."),
                    icon="users",
                    button=self.round,
                    name="mailEmptyRoundCard",
                ),
                Choice(
                    lambda: _("Mail account"),
                    lambda: _("The server that mail goes through. Without one, save drafts."),
                    icon="mail",
                    button=self.account,
                    name="mailEmptyAccountCard",
                ),
                self.address,
            ),
        )

    def show_mailbox(self, mailbox: str) -> None:
        """An address that is known isn't asked for."""
        self.address.setVisible(not mailbox)


class Nobody(EmptyState):
    """A forum without people; `people` leads to where they are entered or read from a table."""

    def __init__(self) -> None:
        self.people = Button(lambda: _("Add people"), name="mailNobodyPeople", kind="primary", icon="users")
        super().__init__(
            lambda: _("There is nobody in this forum yet"),
            lambda: _("Enter people or import a table. Then they can be invited."),
            name="mailNobody",
            icon="users",
            choices=(self.people,),
        )


def everybody_knows() -> EmptyState:
    """Nothing has changed since."""
    return EmptyState(
        lambda: _("Everybody is up to date"),
        lambda: _("Whatever changes in the programme shows here, with the people it concerns."),
        name="mailClear",
        icon="circle-check",
    )


class NoHits(EmptyState):
    """`button` takes the search back."""

    def __init__(self) -> None:
        self.button = Button(lambda: _("Clear the search"), name="mailNoHitsClear")
        super().__init__(
            lambda: _("No change matches"),
            lambda: _("Try a session, a room or the name of somebody concerned."),
            name="mailNoHits",
            icon="search-x",
            choices=(self.button,),
        )

"""Asking a delegation for what is missing: the text for its contact into the clipboard, noted as asked; calls."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from forumplanner.actions.contacts import About, Noted, log, moment
from forumplanner.domain import delegation_requests as requests
from forumplanner.domain.countries import country_name
from forumplanner.domain.languages import language_name
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.contacts import Logged
from forumplanner.gui.pages.delegations.editing import delegation_id
from forumplanner.gui.pages.delegations.inspector import DelegationInspector
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, nearest
from forumplanner.snapshots.delegations import DelegationLine, Delegations


class Asking(QObject):
    """`copy(line)`: the request; calls that are logged in the tab Contacts."""

    def __init__(self, frame: Frame, inspector: DelegationInspector, shown: Callable[[], Delegations]) -> None:
        super().__init__(inspector)
        self._frame, self._inspector, self._shown = frame, inspector, shown
        inspector.contacts.logged.connect(self._log)

    def copy(self, line: DelegationLine) -> None:
        """Put the text into the clipboard and note that the delegation was asked today."""
        shown = self._shown()
        tag = requests.language_of(line.contact_language, country=line.country, host=shown.host)
        wanted = _wanted(line, tag)
        asked = requests.asked_codes(wanted)
        if not asked:
            self._frame.toast(_("There is nothing to ask the delegation for."))
            return
        QGuiApplication.clipboard().setText(text(line, shown, tag))
        self._note(
            line,
            Noted(*self._now(), contact=line.contact, text=_("Copied the request for missing data."), asked=asked),
            _(
                "Copied the request to {contact} in {language}; noted as asked today.",
                contact=line.contact or cells.title(line, shown.languages),
                language=language_name(tag)[interface_language()],
            ),
        )

    def _log(self, logged: Logged) -> None:
        line = self._inspector.line()
        if line is None:
            return
        noted = Noted(
            *self._now(),
            logged.channel,
            logged.contact,
            logged.text,
            next_on=logged.next_on,
            next_action=logged.next_action,
        )
        if self._note(line, noted, _("Noted with the delegation.")):
            self._inspector.contacts.form.clear()

    def _now(self) -> tuple[dt.date, int | None]:
        with self._frame.store.read() as db:
            now = moment(db, self._frame.forum_id)
        return now.day, now.minute

    def _note(self, line: DelegationLine, noted: Noted, said: str) -> bool:
        made = doing.done(
            self._frame,
            lambda: log(
                self._frame.store,
                forum_id=self._frame.forum_id,
                about=About.delegation(delegation_id(line.id)),
                day=noted.day,
                minute=noted.minute,
                channel=noted.channel,
                contact=noted.contact,
                text=noted.text,
                asked=noted.asked,
                next_on=noted.next_on,
                next_action=noted.next_action,
            ),
            say=said,
        )
        return made is not None


def text(line: DelegationLine, shown: Delegations, tag: str) -> str:
    """The request to a delegation's contact in one of the program's languages."""
    place = next((n for n, other in enumerate(shown.languages) if nearest(other) == tag), 0)
    titles = line.title()
    own = (titles[place] if place < len(titles) else "") or next(filter(None, titles), "")
    return requests.request(
        tag,
        contact=line.contact,
        forum=shown.title.best(place),
        delegation=own or country_name(line.country, tag),
        wanted=_wanted(line, tag),
    )


def _wanted(line: DelegationLine, tag: str) -> list[requests.Wanted]:
    return [
        requests.Wanted(need.lack, tuple(name.shown(tag) for name in need.people), need.number) for need in line.needs
    ]

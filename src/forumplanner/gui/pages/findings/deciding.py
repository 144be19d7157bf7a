"""What the page of findings does to the file: apply a way out, accept a finding, reopen it."""

from collections.abc import Callable, Sequence

from forumplanner.actions.acknowledgements import accept_finding, reopen_finding
from forumplanner.actions.cures import apply
from forumplanner.gui.doing import done
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.findings.inspector import FindingInspector
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding, WayOut


class Deciding:
    """Each decision about the current finding is one step, told with an undo.

    `settled` is called when a finding was accepted: the list goes on with the next one.
    """

    def __init__(
        self,
        frame: Frame,
        form: FindingInspector,
        *,
        current: Callable[[], Finding | None],
        ways: Callable[[Finding], Sequence[WayOut]],
        settled: Callable[[], None],
    ) -> None:
        self._frame, self._form = frame, form
        self._current, self._ways, self._settled = current, ways, settled

    def apply(self, number: int) -> None:
        """Apply a way out of the current finding, from 0; nothing where it has fewer."""
        finding = self._current()
        ways = self._ways(finding) if finding else ()
        if number < len(ways):
            way = ways[number]
            words = _("Done: {way}", way=way.words[interface_language()])
            done(self._frame, lambda: apply(self._frame.store, way), say=words)

    def accept(self) -> None:
        """Accept the current finding with reason and day of the form; without a reason the field takes the focus."""
        finding, form = self._current(), self._form
        if finding is None or finding.acknowledged is not None:
            return
        if not form.reason.text().strip():
            form.reason.setFocus()
            form.reason.set_wrong(_("Write a short reason."))
            return
        form.reason.set_wrong("")
        done(
            self._frame,
            lambda: accept_finding(
                self._frame.store,
                forum_id=self._frame.forum_id,
                finding=finding,
                reason=form.reason.text(),
                until=form.until.value(),
            ),
            say=_("Accepted. It returns when its facts change."),
        )
        self._settled()

    def reopen(self) -> None:
        """Take back that the current finding was accepted."""
        finding = self._current()
        if finding is not None:
            done(
                self._frame,
                lambda: reopen_finding(self._frame.store, forum_id=self._frame.forum_id, finding=finding),
                say=_("The finding is open again."),
            )

"""What the page of findings does to the file: apply a way out, accept a finding, reopen it."""

from forumplanner.actions.acknowledgements import accept_finding, reopen_finding
from forumplanner.actions.cures import apply
from forumplanner.gui.doing import done
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.findings.inspector import FindingInspector
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding, WayOut


class Deciding:
    """Each decision is one step, told with an undo."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def apply(self, way: WayOut) -> None:
        """Do what a way out says."""
        done(
            self._frame,
            lambda: apply(self._frame.store, way),
            say=_("Done: {way}", way=way.words[interface_language()]),
        )

    def accept(self, finding: Finding, form: FindingInspector) -> bool:
        """Accept a finding with the reason and the day in the form; without a reason the field takes the focus.

        True where it was asked of the file.
        """
        if not form.reason.text().strip():
            form.reason.setFocus()
            form.reason.set_wrong(_("Write a short reason."))
            return False
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
        return True

    def reopen(self, finding: Finding) -> None:
        """Take back that a finding was accepted."""
        done(
            self._frame,
            lambda: reopen_finding(self._frame.store, forum_id=self._frame.forum_id, finding=finding),
            say=_("The finding is open again."),
        )

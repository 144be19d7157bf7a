"""What becomes of a round once somebody pressed: sent from here, handed over, its text kept, its phone list copied."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from forumplanner.actions.mail_texts import set_mail_text
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.rounds import making
from forumplanner.gui.pages.invitations.rounds.building import build
from forumplanner.gui.pages.invitations.rounds.drawing import MAILED, PASSED_ON, Drawn, Facts, calls_as_text
from forumplanner.gui.pages.invitations.rounds.handing import Way, hand_over
from forumplanner.gui.tasks import Progress
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.looks import Look


class Starting:
    """`over`: the widget under whose window the progress of longer work is shown."""

    def __init__(self, frame: Frame, over: QWidget) -> None:
        self._frame, self._over = frame, over

    def send(self, drawn: Drawn, *, done: Callable[[], object]) -> None:
        """Make the mails, queue them and let them go; called off, nothing is queued. `done` once they are queued."""
        frame, made = self._frame, self._making(drawn)

        def end(count: int) -> None:
            frame.mailing.look()
            said = ngettext("{n} mail waits in the outbox.", "{n} mails wait in the outbox.", count)
            if not frame.mailing.start():
                said = f"{said} {frame.mailing.why_not()}".strip()
            frame.toast(said)
            done()

        build(
            frame,
            lambda progress: making.queue(
                frame.store, frame.forum_id, made.kind, made(progress), frame.mailing.account
            ),
            over=self._over,
            words=lambda: _("Writing the mails"),
            done=end,
        )

    def hand(self, drawn: Drawn, way: Way) -> None:
        """Make the mails for somebody else to pass on."""
        hand_over(
            self._frame,
            self._making(drawn, way=way),
            kind=drawn.chosen.kind,
            over=self._over,
            way=way,
            readers=drawn.plan.readers,
            done=lambda _count: self._frame.mailing.look(),
        )

    def keep(self, kind: MailKind, part: str, tag: str, text: str) -> None:
        """Keep a text for this forum; "" goes back to the program's own."""
        frame = self._frame
        kept = doing.done(
            frame, lambda: set_mail_text(frame.store, forum_id=frame.forum_id, kind=kind, part=part, tag=tag, text=text)
        )
        if kept:
            frame.toast(_("The text is kept for this forum"), undo=True)

    def try_out(self, drawn: Drawn, shown: Look, sample: str) -> None:
        """Send the mail that is shown to oneself, without an invitation; nothing is made or noted."""
        frame, now = self._frame, self._frame.mailing.now()

        def made(_progress: Progress) -> bytes:
            from forumplanner.invitations import building  # noqa: PLC0415 - loads the calendar library

            reader = drawn.reader(sample)
            card = (
                making.card(frame.store, frame.forum_id, reader.participant_id) if drawn.chosen.card and reader else b""
            )
            return building.trial(shown, drawn.plan, now=now, card=card)

        def go(data: bytes) -> None:
            said = _("Sent to {mailbox}. Have a look at it there.", mailbox=frame.mailing.mail.mailbox)
            frame.mailing.send_to_myself(
                data=data, done=lambda: frame.toast(said), failed=lambda error: frame.toast(str(error))
            )

        frame.tasks.start(made, done=go, failed=lambda error: frame.toast(str(error)))

    def copy_calls(self, drawn: Drawn | None, facts: Facts | None) -> None:
        """Put the phone list of those who did not answer two reminders into the clipboard."""
        if drawn is None or facts is None:
            return
        QApplication.clipboard().setText(calls_as_text(drawn.plan, facts))
        self._frame.toast(_("The phone list is in the clipboard"))

    def _making(self, drawn: Drawn, *, way: Way | None = None) -> making.Making:
        """`way`: how others pass the mails on; None where they go from here."""
        frame = self._frame
        by_others = way in {Way.COPY, Way.FOLDERS}  # who passes them on knows how to reach whoever has no address
        roll = drawn.for_others() if by_others else drawn.roll
        return making.Making(
            frame.store,
            frame.forum_id,
            drawn.chosen.kind,
            tuple(reader.participant_id for reader in roll.ready),
            card=drawn.chosen.card and way not in {Way.COPY, Way.TABLE},
            draft=way is not None,
            pasted=way is Way.COPY,
            reaches=PASSED_ON if by_others else MAILED,
            newest=drawn.chosen.facts.newest if drawn.chosen.facts else None,
        )

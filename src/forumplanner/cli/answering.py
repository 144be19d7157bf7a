"""Answers to invitations from files: which were taken, and why not."""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from forumplanner.actions import bounces, replies
from forumplanner.actions.replies import Judged
from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.domain.ids import ForumId
from forumplanner.domain.replies import Verdict
from forumplanner.i18n import interface_language
from forumplanner.invitations.bounces import Bounce
from forumplanner.invitations.incoming import Incoming, read_files
from forumplanner.invitations.verdicts import Look, foreign, sentence, tally
from forumplanner.queries import replies as reading
from forumplanner.store import Store

_Line = dict[str, Any]


def answers(given: argparse.Namespace) -> int:
    """Take answers and mail that came back out of files and folders; exit code 1 if a file held none."""
    with opened(given.file, writable=True) as store:
        forum_id = ForumId(chosen_forum(store, given.forum).key)
        lines = _taken(store, forum_id, list(read_files(map(Path, given.sources))))
    refused = [line for line in lines if line["verdict"] == "refused"]
    if given.json:
        output.print_json(lines)
    else:
        _say(lines)
    return 1 if refused else 0


def _taken(store: Store, forum_id: ForumId, delivery: Sequence[Incoming]) -> list[_Line]:
    """One line for each answer, mail that came back or refused file; what came back first, as in the window."""
    back = [
        bounces.take(store, forum_id=forum_id, source=one.name, returned=one.returned) if one.returned else ()
        for one in delivery
    ]
    answered = [(one.name, one.answers) for one in delivery]
    judged = replies.take_all(store, forum_id=forum_id, delivery=answered)
    with store.read() as db:
        called = reading.called(db, forum_id=forum_id, tag=interface_language())
    lines: list[_Line] = []
    for one, taken, ours in zip(delivery, judged, back, strict=True):
        lines += [_line(one, "refused", one.refused)] if one.refused else []
        lines += [_of_answer(one, each, called) for each in taken]
        lines += [_of_bounce(one, *each) for each in zip(one.returned, ours, strict=True)]
    return lines


def _of_answer(one: Incoming, taken: Judged, called: Mapping[str, str]) -> _Line:
    who = taken.known.participant_id if taken.known else ""
    what = taken.known.session_id if taken.known else ""
    said = taken.answer.attendees[0][1] if len(taken.answer.attendees) == 1 else None
    sender = taken.answer.from_mailbox or ", ".join(mailbox for mailbox, _said in taken.answer.attendees)
    look = Look(taken.verdict, called.get(who, ""), called.get(what, ""), sender, said, taken.answer.comment)
    return _line(one, str(taken.verdict), sentence(look), participant=who, session=what, answer=str(said or ""))


def _of_bounce(one: Incoming, back: Bounce, known: bool) -> _Line:
    words = sentence(Look(Verdict.BOUNCED, sender=back.mailbox, comment=back.said))
    return _line(one, *((str(Verdict.BOUNCED), words) if known else ("foreign", foreign(back.mailbox))))


def _line(one: Incoming, verdict: str, words: str, **fields: str) -> _Line:
    return {"source": one.name, "verdict": verdict, "words": words, **fields}


def _say(lines: list[_Line]) -> None:
    for line in lines:
        say = output.say_error if line["verdict"] == "refused" else output.say
        say(line["words"] if line["verdict"] == "refused" else f"{line['source']}: {line['words']}")
    counts = Counter(Verdict(line["verdict"]) for line in lines if "answer" in line)
    back = sum(line["verdict"] == "bounced" for line in lines)
    output.say_error(tally(counts, returned=back, refused=sum(line["verdict"] == "refused" for line in lines)))

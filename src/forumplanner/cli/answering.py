"""Answers to invitations from files: which were taken, and why not."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from forumplanner.actions import bounces, replies
from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.domain.ids import ForumId
from forumplanner.domain.replies import Verdict
from forumplanner.i18n import interface_language
from forumplanner.invitations.incoming import Incoming, read_files
from forumplanner.invitations.verdicts import Look, foreign, sentence, tally
from forumplanner.queries import replies as reading
from forumplanner.store import Store

_Line = dict[str, Any]


def answers(given: argparse.Namespace) -> int:
    """Take answers and mail that came back out of files and folders; exit code 1 if a file held none."""
    with opened(given.file, writable=True) as store:
        forum_id = ForumId(chosen_forum(store, given.forum).key)
        lines = [line for one in read_files(map(Path, given.sources)) for line in _taken(store, forum_id, one)]
    refused = [line for line in lines if line["verdict"] == "refused"]
    if given.json:
        output.print_json(lines)
    else:
        _say(lines)
    return 1 if refused else 0


def _taken(store: Store, forum_id: ForumId, one: Incoming) -> list[_Line]:
    """One line for each answer or mail that came back."""
    if one.refused:
        return [_line(one, "refused", one.refused)]
    judged = replies.take(store, forum_id=forum_id, source=one.name, answers=one.answers)
    ours = bounces.take(store, forum_id=forum_id, source=one.name, returned=one.returned) if one.returned else ()
    with store.read() as db:
        called = reading.called(db, forum_id=forum_id, tag=interface_language())
    lines = []
    for taken in judged:
        who = taken.known.participant_id if taken.known else ""
        what = taken.known.session_id if taken.known else ""
        said = taken.answer.attendees[0][1] if len(taken.answer.attendees) == 1 else None
        sender = taken.answer.from_mailbox or ", ".join(mailbox for mailbox, _said in taken.answer.attendees)
        look = Look(taken.verdict, called.get(who, ""), called.get(what, ""), sender, said, taken.answer.comment)
        lines.append(
            _line(one, str(taken.verdict), sentence(look), participant=who, session=what, answer=str(said or ""))
        )
    for back, known in zip(one.returned, ours, strict=True):
        words = sentence(Look(Verdict.BOUNCED, sender=back.mailbox, comment=back.said))
        lines.append(_line(one, *((str(Verdict.BOUNCED), words) if known else ("foreign", foreign(back.mailbox)))))
    return lines


def _line(one: Incoming, verdict: str, words: str, **fields: str) -> _Line:
    return {"source": one.name, "verdict": verdict, "words": words, **fields}


def _say(lines: list[_Line]) -> None:
    for line in lines:
        say = output.say_error if line["verdict"] == "refused" else output.say
        say(line["words"] if line["verdict"] == "refused" else f"{line['source']}: {line['words']}")
    counts = Counter(Verdict(line["verdict"]) for line in lines if "answer" in line)
    back = sum(line["verdict"] == "bounced" for line in lines)
    output.say_error(tally(counts, returned=back, refused=sum(line["verdict"] == "refused" for line in lines)))

"""Verbs of papers: which ones there are, and writing one of them."""

import argparse

from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.cli.papers import OPTIONS, Order, Paper, Written, all_choices, all_papers
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.forum_listing import ForumListing
from forumplanner.store import StepRefused


class NotOffered(PlannerError):
    """A paper doesn't come in that format, in that language or with that option."""


def papers(given: argparse.Namespace) -> int:
    """The papers there are: name, formats, what it is, its options."""
    del given
    choices = all_choices()
    for paper in all_papers():
        formats = "|".join(filter(None, (paper.format, paper.also)))
        output.say(f"{paper.name:<10} {formats:<5} {paper.title()}")
        for option in paper.options:
            output.say(f"    --{option.replace('_', '-')} {'|'.join(choices.get(option, ()))}".rstrip())
    return 0


def export(given: argparse.Namespace) -> int:
    """Write a paper. Raises `NotOffered`, `ForumNotChosen`, `FileRefused`, and what the store and the paper raise."""
    paper = next(paper for paper in all_papers() if paper.name == given.paper)
    _require_offered(paper, given)
    try:
        written = _written(paper, given, writable=False)
    except StepRefused:  # a badge lacks its number, or a calendar its identity, and the file must keep them
        written = _written(paper, given, writable=True)
    for remark in written.remarks:
        output.say_error(remark)
    output.say(written.said)
    return 0


def _written(paper: Paper, given: argparse.Namespace, *, writable: bool) -> Written:
    with opened(given.file, writable=writable) as store:
        forum = chosen_forum(store, given.forum)
        return paper.write(Order(store, forum, _languages(forum, given.languages), given))


def _require_offered(paper: Paper, given: argparse.Namespace) -> None:
    if given.format not in {None, paper.format, paper.also or None}:
        raise NotOffered(_("{paper} is written as {format} only.", paper=paper.name, format=paper.format))
    for option in OPTIONS:
        if getattr(given, option) is not None and option not in paper.options:
            named = f"--{option.replace('_', '-')}"
            raise NotOffered(_("{paper} has no option {option}.", paper=paper.name, option=named))


def _languages(forum: ForumListing, wished: str) -> tuple[str, ...]:
    """The wished languages in their order, all of them the forum's; () for all that it has."""
    tags = tuple(filter(None, (tag.strip() for tag in wished.split(","))))
    for tag in tags:
        if tag not in forum.languages:
            raise NotOffered(
                _(
                    "“{forum}” has no texts in {tag}; choose among {tags}.",
                    forum=forum.name(interface_language()),
                    tag=tag,
                    tags=", ".join(forum.languages),
                )
            )
    return tags

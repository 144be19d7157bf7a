"""Chair cells: who leads a half, merged over its rows."""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from forumplanner.documents.agenda.rows import CHAIR_WIDTH, CHAIR_X, Stack, name_stack, person_names, posts_of
from forumplanner.documents.agenda.sheet import RIGHT, Job, draw_stack
from forumplanner.documents.typesetting.pen import Pen
from forumplanner.domain.kinds import Mode
from forumplanner.domain.labels import label as mode_label
from forumplanner.snapshots.agenda import AgendaPart, AgendaPerson
from forumplanner.snapshots.paper import Lines

BETWEEN_CELLS = 0.8
"""White between the cells of two halves, mm."""

_CHAIR_PADDING = 2.6


class Chair(NamedTuple):
    """A chair cell: its text and, as a half may run over, what sets it as it reads when repeated."""

    text: Stack
    again: Callable[[], Stack]


def chair_of(job: Job, part: AgendaPart, accent: str, *, labelled: bool) -> Chair | None:
    """The chair cell of a part, None where nobody leads it; `labelled` says in it which half it is."""
    if not part.chairs:
        return None
    text = partial(_text, job, part, accent, labelled=labelled)
    return Chair(text(again=False), cache(partial(text, again=True)))


def _text(job: Job, part: AgendaPart, accent: str, *, labelled: bool, again: bool) -> Stack:
    """The half, the role, the people."""
    stack: Stack = []
    where = job.one_line(part.label)
    pair = job.type.chair_label.coloured(accent)
    label = job.one_line(part.label)
    if labelled and label:
        stack.append((0.0, job.block(label, pair.first._replace(bold=True), CHAIR_WIDTH, where)))
    role = None
    for person in part.chairs:
        if person.role is not role:
            text = job.one_line(person.role_label) + (" " + job.one_line(job.words("(cont.)")) if again else "")
            stack.append((0.5 if stack else 0.0, job.block(text, pair.first, CHAIR_WIDTH, where)))
            role = person.role
        names, _quiet = person_names(job, person)
        stack += name_stack(
            job,
            names,
            _posts(job, person),
            (job.type.chair_name, job.type.chair_post),
            width=CHAIR_WIDTH,
            where=where,
            gap=1.0 if stack else 0.0,
        )
    return stack


def _posts(job: Job, person: AgendaPerson) -> Lines:
    """The post, whether still to be confirmed, and how they come where it isn't in person."""
    posts = posts_of(job, person)
    if person.mode is None or person.mode is Mode.ON_SITE:
        return posts
    pairs = zip(posts, job.paper.languages, strict=True)
    return tuple(_with_mode(post, mode_label(person.mode, tag), tag) for post, tag in pairs)


def _with_mode(post: str, mode: str, tag: str) -> str:
    return f"{post}（{mode}）" if tag.startswith("zh") else f"{post} ({mode})".strip()


def cell_drawing(
    text: Stack, top: float, height: float, colours: tuple[str, str], padding: float
) -> Callable[[Pen], None]:
    """One rectangle over the rows of a half: `colours` are its bar and its ground."""
    accent, tint = colours

    def draw(pen: Pen) -> None:
        pen.rect(CHAIR_X, top, RIGHT - CHAIR_X, height - BETWEEN_CELLS / 4, tint)
        pen.upright(CHAIR_X, top, height - BETWEEN_CELLS / 4, 1.4, accent)
        draw_stack(pen, text, CHAIR_X + _CHAIR_PADDING, top + padding)

    return draw

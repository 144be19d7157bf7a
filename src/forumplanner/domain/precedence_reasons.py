"""An order of protocol in words: what a place stands on, and why one guest stands before another, with articles."""

from forumplanner.domain import precedence_words as words
from forumplanner.domain.kinds import ConsularRole
from forumplanner.domain.labels import label
from forumplanner.domain.precedence_steps import Doubt, Ground, Step, Steps, decision, presumed
from forumplanner.domain.ranks import Override, Rank
from forumplanner.i18n import in_language, nearest


def basis(rank: Rank, steps: Steps, override: Override | None, tag: str) -> str:
    """What a place stands on, in a few words; a substitute's says whom it represents."""
    if override:
        return in_language(tag, "By hand: {reason}", reason=override.reason)
    own = _basis(rank, steps, tag)
    if not rank.stands_for:
        return own
    return in_language(tag, "{basis}; stands for {name}, at own rank", basis=own, name=rank.stands_for.best(tag))


def _basis(rank: Rank, steps: Steps, tag: str) -> str:
    if not rank.post:
        known = [label(one, tag) for one in (rank.level, rank.group) if one is not None]
        return known[0] if known else in_language(tag, "No group or level entered")
    if rank.is_embassy:
        by_list = any(step.listed for step in steps)
        own = label(rank.diplomatic_rank, tag) if rank.diplomatic_rank else in_language(tag, "Rank not known")
        return _on_list(rank, tag) if by_list else own
    role, _own = presumed(rank)
    if role is ConsularRole.OFFICER and rank.consular_class:
        return _officer(rank, tag)
    if role is ConsularRole.ACTING and rank.acting_since:
        return in_language(tag, "Acting since {day}", day=words.shown_day(rank.acting_since, tag))
    if role is ConsularRole.HEAD and rank.admitted_on:
        return words.admission(rank, tag)
    return _on_list(rank, tag)


def _officer(rank: Rank, tag: str) -> str:
    own = label(presumed(rank)[1], tag)
    if rank.seniority is None:
        return own
    return in_language(tag, "{rank}, no. {number} of the post’s officers", rank=own, number=rank.seniority)


def _on_list(rank: Rank, tag: str) -> str:
    if rank.list_order is None:
        return in_language(tag, "Nothing known to rank by")
    return in_language(tag, "FAO list no. {number}", number=rank.list_order)


def by_hand(*placed: tuple[Rank, Override | None], tag: str) -> str:
    """That one of two, or both, were put where they stand by a person."""
    said = [
        in_language(tag, "{name} was put there by hand: {reason}", name=rank.shown(tag), reason=override.reason)
        for rank, override in placed
        if override
    ]
    return _joined(said, tag)


def sentence(first: Rank, second: Rank, reasons: tuple[str, ...], tag: str) -> str:
    """The whole explanation as one sentence."""
    return in_language(
        tag,
        "{first} stands before {second}: {reasons}.",
        first=_whole(first, tag),
        second=_whole(second, tag),
        reasons=_joined(reasons, tag),
    )


def _whole(rank: Rank, tag: str) -> str:
    """Name and post: two guests of one name are told apart."""
    name, post = rank.name.best(tag), rank.post_name.best(tag)
    if not name or not post:
        return name or post or rank.key
    return f"{name}（{post}）" if nearest(tag) == "zh-Hans" else f"{name} ({post})"


def _joined(texts: tuple[str, ...] | list[str], tag: str) -> str:
    return ("；" if nearest(tag) == "zh-Hans" else "; ").join(texts)


def between(one: tuple[Rank, Steps], two: tuple[Rank, Steps], tag: str, *, proven: bool) -> tuple[str, ...]:
    """What the two have in common, question by question, then what decides between them, or that nothing does."""
    (first, steps), (second, other) = one, two
    decided = decision(first, steps, second, other)
    said: list[str] = []
    for mine, theirs in zip(steps, other, strict=False):
        if mine.ground is decided.ground or mine.listed or theirs.listed:
            break
        said += filter(None, (words.alike(mine.ground, first, tag),))
    if proven:
        return *said, words.deciding(decided.ground, first, second, tag)
    lacks = [_lacks(own, decided.ground, rank) for rank, own in ((first, steps), (second, other))]
    unknown = [
        words.lacking(decided.ground, _whole(rank, tag), tag)
        for rank, lacking in zip((first, second), lacks, strict=True)
        if lacking
    ]
    return *said, *unknown, words.instead(decided.ground, first, second, tag, behind=lacks == [False, True])


def left_open(mine: tuple[Rank, Steps], near: tuple[Rank, Steps], name: str, tag: str, *, ahead: bool) -> str:
    """Whose answer is missing to the question that parts two guests, and what their order stands on instead."""
    (one, steps), (two, other) = mine, near
    ground = decision(one, steps, two, other, first=ahead).ground
    lacks = _lacks(steps, ground, one), _lacks(other, ground, two)
    what = words.asked_briefly(ground, tag)
    used = words.instead_briefly(ground, *((one, two) if ahead else (two, one)), tag, own=lacks[0])
    messages = {
        (True, False): "own {what} is not known; {used}",
        (False, True): "{name}’s {what} is not known; {used}",
        (True, True): "{what} of both is not known; {used}",
        (False, False): "the rule does not part them; {used}",
    }
    return in_language(tag, messages[lacks], what=what, name=name, used=used)


def _lacks(steps: Steps, ground: Ground, rank: Rank) -> bool:
    if ground is Ground.LIST:
        return rank.list_order is None
    return any(step.ground is ground and _unsure(step) for step in steps)


def _unsure(step: Step) -> bool:
    return step.value is None or step.doubt in {Doubt.VALUE, Doubt.PLACE}

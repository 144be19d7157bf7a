"""The rules of UAX 9 that settle one isolating run sequence: weak types, bracket pairs, neutrals, implicit levels."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

ISOLATE_INITIATORS = frozenset(("LRI", "RLI", "FSI"))

_NEUTRAL = ISOLATE_INITIATORS | {"B", "S", "WS", "ON", "PDI"}
_AS_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_MAX_OPEN_BRACKETS = 63
_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b\u2329\u232a"
    "\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7"
    "\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c"
    "\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd"
    "\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c"
    "\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b"
    "\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
"""Bidi_Paired_Bracket of Unicode 15: opener, closer, opener, closer ..."""
_CLOSER_OF = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSERS = frozenset(_BRACKETS[1::2])
_CANONICAL = {"\u232a": "\u3009"}
"""BD16 compares brackets by canonical equivalence; the angle brackets are the only such pair."""


class IsolatingRun(NamedTuple):
    """Indexes into the paragraph that resolve together, and the levels that meet them at both ends."""

    text: str
    chars: list[int]
    original: Sequence[str]
    kinds: list[str]
    level: int
    before: int
    after: int

    @property
    def sos(self) -> str:
        """The direction assumed before the first character."""
        return "R" if max(self.level, self.before) & 1 else "L"

    @property
    def eos(self) -> str:
        """The direction assumed after the last character."""
        return "R" if max(self.level, self.after) & 1 else "L"

    @property
    def embedding(self) -> str:
        """The direction of the run's own level."""
        return "R" if self.level & 1 else "L"


def resolve(run: IsolatingRun) -> Iterator[tuple[int, int]]:
    """Apply W1 to W7, N0 to N2 and I1, I2; yield each character's index and final level."""
    _weak_marks_and_numbers(run)
    _weak_separators(run.kinds)
    _weak_terminators(run.kinds)
    _numbers_after_latin(run)
    _bracket_pairs(run)
    _neutrals(run)
    for index, kind in zip(run.chars, run.kinds, strict=True):
        if run.level & 1:
            yield index, run.level + (kind != "R")
        else:
            yield index, run.level + {"L": 0, "R": 1}.get(kind, 2)


def _weak_marks_and_numbers(run: IsolatingRun) -> None:
    """W1 (marks take the character before), W2 (numbers after Arabic letters) and W3."""
    kinds = run.kinds
    previous = strong = run.sos
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = "ON" if previous in ISOLATE_INITIATORS or previous == "PDI" else previous
        previous = kinds[at]
    for at, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
            kinds[at] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"


def _weak_separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of a kind joins them."""
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if kind == "ES" and before == after == "EN":
            kinds[at] = "EN"
        elif kind == "CS" and before == after and before in {"EN", "AN"}:
            kinds[at] = before


def _weak_terminators(kinds: list[str]) -> None:
    """W5 and W6: terminators next to European numbers join them; what is left of separators turns neutral."""
    at = 0
    while at < len(kinds):
        if kinds[at] != "ET":
            at += 1
            continue
        end = _end_of(kinds, at, frozenset(("ET",)))
        touches = (at > 0 and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        if touches:
            kinds[at:end] = ["EN"] * (end - at)
        at = end
    kinds[:] = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]


def _numbers_after_latin(run: IsolatingRun) -> None:
    """W7: European numbers in left-to-right context are left-to-right letters."""
    strong = run.sos
    for at, kind in enumerate(run.kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            run.kinds[at] = "L"


def _bracket_pairs(run: IsolatingRun) -> None:
    """N0: a pair takes the embedding direction if that is found inside, else what stands before it."""
    for opener, closer in _pairs(run):
        inside = {_AS_STRONG[kind] for kind in run.kinds[opener + 1 : closer] if kind in _AS_STRONG}
        if not inside:
            continue
        if run.embedding in inside:
            direction = run.embedding
        else:
            before = (_AS_STRONG[kind] for kind in reversed(run.kinds[:opener]) if kind in _AS_STRONG)
            direction = next(before, run.sos)
        for at in (opener, closer):
            _set_with_marks(run, at, direction)


def _pairs(run: IsolatingRun) -> list[tuple[int, int]]:
    """BD16: positions of matching brackets, sorted by the opener; none at all if the stack would overflow."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, kind in enumerate(run.kinds):
        if kind != "ON":
            continue
        char = run.text[run.chars[at]]
        if char in _CLOSER_OF:
            if len(stack) == _MAX_OPEN_BRACKETS:
                return []
            closer = _CLOSER_OF[char]
            stack.append((_CANONICAL.get(closer, closer), at))
        elif char in _CLOSERS:
            wanted = _CANONICAL.get(char, char)
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == wanted:
                    pairs.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _set_with_marks(run: IsolatingRun, at: int, direction: str) -> None:
    run.kinds[at] = direction
    at += 1
    while at < len(run.kinds) and run.original[run.chars[at]] == "NSM":
        run.kinds[at] = direction
        at += 1


def _neutrals(run: IsolatingRun) -> None:
    """N1 and N2: neutrals between like directions take them, others the embedding direction."""
    kinds = run.kinds
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = _end_of(kinds, at, _NEUTRAL)
        before = _AS_STRONG[kinds[at - 1]] if at else run.sos
        after = _AS_STRONG[kinds[end]] if end < len(kinds) else run.eos
        kinds[at:end] = [before if before == after else run.embedding] * (end - at)
        at = end


def _end_of(kinds: Sequence[str], at: int, members: frozenset[str]) -> int:
    while at < len(kinds) and kinds[at] in members:
        at += 1
    return at

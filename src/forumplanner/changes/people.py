"""Who came, went, was replaced, or appears in another way, among those in one item or leading one part."""

from collections.abc import Sequence

from forumplanner.changes.noting import change as _one
from forumplanner.changes.places import joined
from forumplanner.domain.labels import label
from forumplanner.i18n import in_language
from forumplanner.snapshots.agenda import AgendaPerson
from forumplanner.snapshots.changes import Change, ChangeKind
from forumplanner.snapshots.paper import Lines

People = Sequence[AgendaPerson]
_Pair = tuple[AgendaPerson, AgendaPerson]


class PeopleChanges:
    """Compares people of one place after the other; whose name or post reads otherwise is told once, not everywhere."""

    def __init__(self, languages: Lines) -> None:
        self._languages = languages
        self._reworded: set[str] = set()

    def among(
        self, old: People, new: People, *, subject: str, what: Lines, at: int | None, kind: ChangeKind
    ) -> list[Change]:
        """The changes among the people of one place, which is `subject` (its id) and called `what`."""
        pairs, gone, come = _matched(old, new)
        replaced, gone, come = _replaced(gone, come)
        none = tuple("" for _tag in self._languages)
        withdrawn = self._words("Withdrawn")
        found = [
            *(_one(kind, f"{subject}/{one.id}", what, self._named(one), withdrawn, at=at) for one in gone),
            *(_one(kind, f"{subject}/{one.id}", what, none, self._named(one, role=True), at=at) for one in come),
            *(
                _one(kind, f"{subject}/{now.id}", what, self._named(was), self._named(now), at=at)
                for was, now in replaced
            ),
        ]
        for was, now in pairs:
            found += self._same_person(was, now, subject=subject, what=what, at=at, kind=kind)
        return found

    def _same_person(
        self, was: AgendaPerson, now: AgendaPerson, *, subject: str, what: Lines, at: int | None, kind: ChangeKind
    ) -> list[Change]:
        found: list[Change] = []
        if was.role != now.role:
            before, after = self._named(was, role=True), self._named(now, role=True)
            found.append(_one(kind, f"{subject}/{now.id}/role", what, before, after, at=at))
        if was.mode != now.mode:
            before, after = self._in_mode(was), self._in_mode(now)
            found.append(_one(kind, f"{subject}/{now.id}/mode", what, before, after, at=at))
        if (was.names, was.posts, was.shown) != (now.names, now.posts, now.shown) and self._is_first(now):
            before, after = self._with_post(was), self._with_post(now)
            found.append(_one(kind, f"person/{now.who or now.id}", what, before, after, at=at))
        if was.provisional != now.provisional:
            before, after = (self._certain(one) for one in (was, now))
            found.append(_one(kind, f"{subject}/{now.id}/certain", what, before, after, at=at, minor=True))
        return found

    def _is_first(self, person: AgendaPerson) -> bool:
        key = person.who or person.id
        known = key in self._reworded
        self._reworded.add(key)
        return not known

    def _named(self, person: AgendaPerson, *, role: bool = False) -> Lines:
        """The name in each language, with what the person does where asked for."""
        names = tuple(name or person.shown or "–" for name in person.names)
        if not role:
            return names
        return joined(self._languages, names, person.role_label)

    def _with_post(self, person: AgendaPerson) -> Lines:
        return joined(self._languages, self._named(person), person.posts)

    def _in_mode(self, person: AgendaPerson) -> Lines:
        unknown = self._words("mode not stated")
        mode = person.mode
        return joined(
            self._languages,
            self._named(person),
            tuple(label(mode, tag) for tag in self._languages) if mode else unknown,
        )

    def _certain(self, person: AgendaPerson) -> Lines:
        return joined(
            self._languages, self._named(person), self._words("To be confirmed" if person.provisional else "Confirmed")
        )

    def _words(self, message: str) -> Lines:
        return tuple(in_language(tag, message) for tag in self._languages)


def _matched(old: People, new: People) -> tuple[list[_Pair], list[AgendaPerson], list[AgendaPerson]]:
    """The same people on both sides, by appearance and then by who they are; who is gone; who came.

    In one appearance the same name is the same person: two records of theirs may have been merged since.
    """
    by_id = {person.id: person for person in new}
    both = [(was, by_id[was.id]) for was in old if was.id in by_id]
    pairs = [(was, now) for was, now in both if was.who == now.who or (was.who and was.names == now.names)]
    kept = {now.id for _was, now in pairs}
    gone = [was for was in old if was.id not in kept]
    come = [now for now in new if now.id not in kept]
    for was in list(gone):
        again = next((now for now in come if was.who and now.who == was.who), None)
        if again is not None:
            pairs.append((was, again))
            gone.remove(was)
            come.remove(again)
    return pairs, gone, come


def _replaced(
    gone: list[AgendaPerson], come: list[AgendaPerson]
) -> tuple[list[_Pair], list[AgendaPerson], list[AgendaPerson]]:
    """Another in the same appearance took the place; so did the only newcomer in the role of the only one who left."""
    pairs: list[_Pair] = []
    for was in list(gone):
        same = [now for now in come if now.id == was.id]
        left = [one for one in gone if one.role == was.role]
        newcomers = [one for one in come if one.role == was.role]
        after = same or (newcomers if len(left) == len(newcomers) == 1 else [])
        if after:
            pairs.append((was, after[0]))
            gone.remove(was)
            come.remove(after[0])
    return pairs, gone, come

"""Why something of the past could not be found or brought back: each failure by name, with one sentence."""

from forumplanner.i18n import gettext as _
from forumplanner.store.failures import StoreError, shown_time
from forumplanner.store.step import Step


class NoSuchStep(StoreError):
    """A number that no step of the history has."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(
            _("The history holds no step {number}, so nothing was changed. Look the number up again.", number=number)
        )


class BringBackRefused(StoreError):
    """Something removed that can't come back by itself; `why`, `table`, `key`: the entry in the way, "" for none.

    `by`: the step that removed or made that entry, None where the history does not tell.
    """

    def __init__(self, sentence: str, *, table: str = "", key: str = "", by: Step | None = None) -> None:
        self.table, self.key, self.by = table, key, by
        super().__init__(sentence)

    @classmethod
    def nothing(cls) -> "BringBackRefused":
        """All of it is there again."""
        return cls(_("Everything that was removed there is back already, so nothing was changed."))

    @classmethod
    def other_form(cls, by: Step) -> "BringBackRefused":
        """A barrier came after the removal."""
        return cls(
            _(
                "This can't be brought back: the file was brought to a newer form on {when}, after it was removed. "
                "Nothing was changed; enter it again, or look into a backup.",
                when=shown_time(by.at),
            ),
            by=by,
        )

    @classmethod
    def gone(cls, name: str, *, table: str, key: str, by: Step | None) -> "BringBackRefused":
        """What it belongs to was removed too."""
        sentence = (
            _(
                "This can't be brought back yet: {name}, to which it belongs, was removed by {who} on {when}. "
                "Nothing was changed; bring that back first.",
                name=name,
                who=by.actor,
                when=shown_time(by.at),
            )
            if by
            else _(
                "This can't be brought back: {name}, to which it belongs, is gone. "
                "Nothing was changed; enter it again.",
                name=name,
            )
        )
        return cls(sentence, table=table, key=key, by=by)

    @classmethod
    def taken(cls, name: str, *, table: str, key: str, by: Step | None) -> "BringBackRefused":
        """Another entry has its number, name or person by now."""
        return cls(
            _(
                "This can't be brought back: {name} has taken its place ({who}, {when}). "
                "Nothing was changed; remove that first.",
                name=name,
                who=by.actor if by else "…",
                when=shown_time(by.at) if by else "…",
            ),
            table=table,
            key=key,
            by=by,
        )

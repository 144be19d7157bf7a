"""Two issues of a programme as a change notice tells them apart."""

from dataclasses import dataclass

from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.releases import Issue


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """The older and the newer issue, with what stands around the changes. `minor`: ids of changes that aren't told."""

    slug: str
    languages: Lines
    short_title: Lines
    phone: str
    old: Issue
    new: Issue
    minor: tuple[str, ...] = ()

    @property
    def file_part(self) -> str:
        """Both names as file names carry them: "V3.0-V3.1", "V3.0-now"."""
        return f"{self.old.name}-{self.new.name or 'now'}"

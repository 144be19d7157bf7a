"""What the board shows at the moment: programme, findings, the current session, and what a drag changes."""

from dataclasses import dataclass, field

from forumplanner.gui.pages.programme.board.clashes import clash_of
from forumplanner.gui.pages.programme.board.painting import Look, marks_of, track_of
from forumplanner.gui.pages.programme.board.plan import Block, Part
from forumplanner.gui.pages.programme.board.words import BlockWords, block_words, owners_of
from forumplanner.gui.pages.programme.rows import Found, View
from forumplanner.snapshots.programme import Programme, SessionLine

_NONE = Found()


@dataclass(slots=True)
class Shown:
    """Shared by the board and what carries its blocks. `over`: findings while something hovers."""

    programme: Programme = field(default_factory=lambda: Programme("", (), "UTC"))
    found: Found = field(default_factory=Found)
    view: View = field(default_factory=View)
    owners: dict[str, SessionLine] = field(default_factory=dict)
    current: str = ""
    over: Found | None = None

    def show(self, programme: Programme, found: Found, view: View) -> None:
        """Take other facts; the current session stays."""
        if programme is not self.programme:
            self.owners = owners_of(programme)
        self.programme, self.found, self.view = programme, found, view

    def session(self, key: str) -> SessionLine | None:
        """The session of a key ("item:…") or an id: its own, or that of a part or an item."""
        return self.owners.get(key.rpartition(":")[2])

    def dressed(self, block: Block, *, dragged: bool, focused: bool) -> tuple[BlockWords, Look]:
        """What a block says and looks like."""
        session = block.session
        found = (self.over or self.found) if block.part is not Part.RELAY else _NONE
        clash = clash_of(session, found)
        track, bar = track_of(session, self.programme)
        current = session.id == self.current and block.part is not Part.RELAY
        marks = marks_of(block, clash.stretches)
        look = Look(track, bar, selected=current, focused=current and focused, dragged=dragged, marks=marks)
        return block_words(block, self.programme, clash.findings, self.owners), look

"""Cues on the crew sheet: a black tag of one character for who is meant, and the words beside it."""

from dataclasses import dataclass
from typing import Final

from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.domain.colours import GREY, INK
from forumplanner.domain.kinds import CueKind
from forumplanner.domain.labels import label
from forumplanner.snapshots.running_order import RunningItem

TAGS: Final[dict[CueKind, tuple[str, str]]] = {
    CueKind.SCREEN: ("屏", "S"),
    CueKind.SOUND: ("音", "A"),
    CueKind.LIGHT: ("灯", "L"),
    CueKind.MICROPHONE: ("麦", "M"),
    CueKind.USHER: ("礼", "U"),
    CueKind.INTERPRETER: ("译", "I"),
    CueKind.SPARE: ("备", "B"),
    CueKind.PHOTO: ("摄", "P"),
}
"""The character in the tag, and the letter (A for audio, B for backup) where nothing is printed in Chinese."""

_TAG = 3.3
_TAG_GAP = 0.9
BETWEEN: Final = 1.25
"""White between two cues, mm."""

_WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class SetCue:
    """A cue, set: its tag's character and its words."""

    tag: str
    words: Block

    @property
    def height(self) -> float:
        """Height that it takes, mm."""
        return max(_TAG, self.words.height)


def set_cues(setting: Setting, item: RunningItem, width: float, where: str) -> list[SetCue]:
    """The cues of an item in the first printed language that each has."""
    style = Style(8.2, 10.6, lang=setting.tongues[0].tag)
    return [
        SetCue(
            tag_of(setting, cue.kind),
            setting.block(setting.best(cue.text) or "–", style, width - _TAG - _TAG_GAP, where),
        )
        for cue in item.cues
    ]


def tag_of(setting: Setting, kind: CueKind) -> str:
    """The character of a kind of cue."""
    return TAGS[kind][0 if any(tongue.chinese for tongue in setting.tongues) else 1]


def height_of_cues(cues: list[SetCue]) -> float:
    """Their height together, mm."""
    return sum(cue.height for cue in cues) + BETWEEN * max(0, len(cues) - 1)


def draw_cues(pen: Pen, cues: list[SetCue], x: float, y: float) -> None:
    """One under the other."""
    for cue in cues:
        draw_tag(pen, cue.tag, x, y)
        pen.draw(cue.words, x + _TAG + _TAG_GAP, y + (_TAG - cue.words.style.size / MM) / 2)
        y += cue.height + BETWEEN


def draw_tag(pen: Pen, text: str, x: float, y: float) -> None:
    """A black square with a white character."""
    pen.rect(x, y, _TAG, _TAG, INK)
    style = Style(6.4, 6.4, bold=True, colour=_WHITE, lang="zh" if not text.isascii() else "en")
    pen.text(text, x + (_TAG - pen.width(text, style)) / 2, y + (_TAG - style.size / MM) / 2, style)


def draw_legend(setting: Setting, pen: Pen, x: float, y: float) -> None:
    """What the tags mean."""
    style = Style(6.8, 6.8, colour=GREY, lang=setting.tongues[0].tag)
    for kind in CueKind:
        draw_tag(pen, tag_of(setting, kind), x, y)
        words = setting.one_line(tuple(label(kind, tag) for tag in setting.languages))
        pen.text(words, x + _TAG + _TAG_GAP, y + (_TAG - style.size / MM) / 2, style)
        x += _TAG + _TAG_GAP + pen.width(words, style) + 4.5

"""The invented sample forum, with everything there is to show: its records, its mail, the answers to expect."""

from forumplanner.sample.answers import AnswerKey, Planted, answer_key
from forumplanner.sample.mailing import tell
from forumplanner.sample.plan import DEFAULT, FEWEST, MOST, Plan, SampleRefused, Size, build, write
from forumplanner.sample.tables import SLUG

__all__ = [
    "DEFAULT",
    "FEWEST",
    "MOST",
    "SLUG",
    "AnswerKey",
    "Plan",
    "Planted",
    "SampleRefused",
    "Size",
    "answer_key",
    "build",
    "tell",
    "write",
]

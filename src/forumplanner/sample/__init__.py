"""The invented sample forum, rich enough to show everything: `build` its records, `write` them, know the answers."""

from forumplanner.sample.answers import AnswerKey, Planted, answer_key
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
    "write",
]

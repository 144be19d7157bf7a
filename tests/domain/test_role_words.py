"""What a forum calls its organisers' ranks."""

from forumplanner.domain.kinds import OrganiserRole
from forumplanner.domain.role_words import role_word, speaks_of_money

OWN = {"organiser.host": {"en": "Presented by"}}


def test_a_forums_own_words_come_first_in_each_language() -> None:
    assert role_word(OWN, OrganiserRole.HOST, "en") == "Presented by"
    assert role_word(OWN, OrganiserRole.HOST, "zh-Hans") == "主办单位"
    assert role_word(None, OrganiserRole.HOST, "en") == "Hosted by"


def test_only_sponsors_pay() -> None:
    assert speaks_of_money(OrganiserRole.HOST, "Sponsors:")
    assert speaks_of_money(OrganiserRole.COHOST, "Co-sponsored by")
    assert speaks_of_money(OrganiserRole.ORGANIZER, "赞助单位")
    assert not speaks_of_money(OrganiserRole.SPONSOR, "Sponsored by")
    assert not speaks_of_money(OrganiserRole.HOST, "Hosted by")


def test_ranks_stand_in_the_order_in_which_papers_print_them() -> None:
    assert [str(role) for role in OrganiserRole] == [
        "host",
        "cohost",
        "guidance",
        "organizer",
        "coorganizer",
        "supporter",
        "sponsor",
        "strategic_partner",
        "media_partner",
        "academic_support",
        "initiator",
    ]

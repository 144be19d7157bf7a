"""Every verdict is a sentence in both languages that names who, what, and what to do."""

import pytest

from forumplanner import i18n
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.invitations.verdicts import Look, sentence, tally

NOTHING_TO_DO = {Verdict.TAKEN, Verdict.REPEATED, Verdict.SET_ASIDE}


@pytest.fixture(params=i18n.LANGUAGES)
def tag(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(i18n, "_interface", request.param)
    return str(request.param)


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_names_the_person_and_what_to_do(tag: str, verdict: Verdict) -> None:
    look = Look(verdict, "Siri", "“Forum 3”", "siri@menam.example", Participation.ACCEPTED, "550 unknown")
    said = sentence(look)
    ends = "。" if tag == "zh-Hans" else "."

    assert "Siri" in said or "siri@menam.example" in said
    assert said.endswith(ends)
    assert "{" not in said
    advice = said.count(ends) + said.count(";") + said.count("；") + said.count("请") + said.count("无需")
    assert advice > 1 or verdict in NOTHING_TO_DO


@pytest.mark.parametrize("verdict", Verdict)
def test_where_nobody_is_known_no_sentence_has_a_hole(tag: str, verdict: Verdict) -> None:
    said = sentence(Look(verdict))

    assert "  " not in said
    assert "（）" not in said
    assert "()" not in said
    assert said.startswith(("Somebody", "The mail", "有人", "发给有人"))


def test_an_office_that_answers_is_told_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    look = Look(Verdict.ANOTHER_SENDER, "Siri", "“Forum 3”", "office@menam.example", Participation.DECLINED)

    assert sentence(look) == (
        "office@menam.example writes that Siri declines “Forum 3”. "
        "Count it if this address speaks for them; else ask them."
    )
    monkeypatch.setattr(i18n, "_interface", "zh-Hans")
    assert sentence(look) == (
        "office@menam.example 来信称Siri婉拒“Forum 3”。若对方可代为答复，请点“算数”；否则请向本人核实。"
    )


def test_a_delivery_is_counted() -> None:
    counts = {Verdict.TAKEN: 2, Verdict.OLDER: 1, Verdict.GONE: 1}

    assert tally(counts, returned=1, refused=3) == (
        "Took 2 answers. 1 answer needs a look. 1 was known already. 1 mail came back. 3 files held no answer."
    )
    assert tally({}) == "No answers came in."

"""One code a character: clusters taken apart for readers, with their glyphs and their width kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.typesetting.samples import STRINGS
from forumplanner.documents.typesetting import ParagraphCache
from forumplanner.documents.typesetting.shape import Cluster, Part
from forumplanner.documents.typesetting.spelling import spell_backwards, spell_forwards

GLYPH = (Part(7, 0.0, 0.0),)


def test_letters_of_a_cluster_share_its_width_and_marks_have_none() -> None:
    cluster = Cluster(GLYPH, 600.0, 0, 3)

    assert list(spell_forwards([cluster], "प्र")) == [
        Cluster(GLYPH, 300.0, 0, 1),
        Cluster((), 0.0, 1, 2),
        Cluster((), 300.0, 2, 3),
    ]


def test_a_joiner_goes_with_the_letter_after_it() -> None:
    cluster = Cluster(GLYPH, 600.0, 0, 4)

    spelt = [(c.start, c.end) for c in spell_forwards([cluster], "ශ්\u200dර")]

    assert spelt == [(0, 1), (1, 2), (2, 4)]


def test_a_right_to_left_mark_shares_its_base_s_width_and_the_ink_stays() -> None:
    mark, base = Cluster((Part(3, 90.0, 50.0),), 0.0, 1, 2), Cluster(GLYPH, 400.0, 0, 1)

    assert list(spell_backwards([mark, base], "مَ")) == [
        Cluster((Part(3, 90.0, 50.0),), 200.0, 1, 2),
        Cluster((Part(7, -200.0, 0.0),), 200.0, 0, 1),
    ]


@pytest.mark.parametrize(("language", "text"), STRINGS)
def test_spelling_keeps_text_width_and_ink(texts: ParagraphCache, language: str, text: str) -> None:
    para = texts.get(text, lang=language)
    for run, _, clusters in para.settings:
        if clusters is None:
            continue
        backwards = bool(run.level & 1)
        part = para.text[run.start : run.end]
        spelt = list((spell_backwards if backwards else spell_forwards)(clusters, part))

        in_order = sorted(spelt, key=lambda cluster: cluster.start)
        assert "".join(part[c.start : c.end] for c in in_order) == part
        assert sum(c.advance for c in spelt) == pytest.approx(sum(c.advance for c in clusters))
        assert ink_places(spelt) == pytest.approx(ink_places(clusters))


def ink_places(clusters: list[Cluster] | tuple[Cluster, ...]) -> list[float]:
    at, places = 0.0, []
    for cluster in clusters:
        places += [at + part.x for part in cluster.parts]
        at += cluster.advance
    return places


@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0, 900)), max_size=6))
def test_every_character_is_spelt_once(shape: list[tuple[int, float]]) -> None:
    clusters, at = [], 0
    for count, width in shape:
        clusters.append(Cluster(GLYPH, width, at, at + count))
        at += count

    spelt = list(spell_forwards(clusters, "क" * at))

    assert [(c.start, c.end) for c in spelt] == [(n, n + 1) for n in range(at)]

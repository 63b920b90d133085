"""Scores beside labels, from small tables worked out by hand."""

import pandas as pd
import pytest

import lundian as ld
from lundian.measure.validation import labelled_tone, misread, scorer_agreement


@pytest.fixture
def corpus():
    """Return three paragraphs: praise, blame, and neither."""
    return ld.extract(pd.DataFrame({"article": ["a"], "text": ["这是机会。\n\n这是困局。\n\n桌上有一张纸。"]}))


def labels(corpus, values) -> pd.DataFrame:
    """Return labels of the paragraphs of a corpus."""
    return corpus.paragraphs[["article", "paragraph"]].assign(label=values)


def test_labels_meet_their_scores(corpus):
    """Each label stands beside the tone of its own paragraph, and one of no paragraph is left out."""
    own = labels(corpus, [1, -1, 0])
    more = pd.concat([own, own.tail(1).assign(paragraph=99)])
    table = labelled_tone(corpus, more)
    assert table["paragraph"].tolist() == [1, 2, 3]
    assert (table["tone"].iloc[0] > 0, table["tone"].iloc[1] < 0, table["tone"].isna().iloc[2]) == (True, True, True)
    assert labelled_tone(corpus, own, "all")["scorer"].value_counts().tolist() == [3, 3, 3]


def test_ranks_of_two_scorers():
    """Opposite orders correlate at -1; a constant scorer has no correlation."""
    rows = [("a", p, s, r) for s, ranks in {"x": (0, 0.5, 1), "y": (1, 0.5, 0), "z": (0.5,) * 3}.items()
            for p, r in enumerate(ranks, start=1)]  # fmt: skip
    table = scorer_agreement(pd.DataFrame(rows, columns=["article", "paragraph", "scorer", "rank"]))
    assert table["spearman"].iloc[0] == pytest.approx(-1)
    assert table["spearman"].isna().tolist() == [False, True, True]


def test_misread_paragraph_comes_first_with_its_words(corpus):
    """Labels that praise what the scorer blames put that paragraph first, with the word that did it."""
    table = misread(corpus, labels(corpus, [1, 2, 0]))
    assert table["paragraph"].iloc[0] == 2
    assert table["gap"].iloc[0] == -1
    assert table["terms"].iloc[0] == "−困局"

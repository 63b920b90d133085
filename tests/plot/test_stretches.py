"""A long article is drawn in as many columns as a page keeps apart, and says how many paragraphs each of them is."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

import lundian as ld
from lundian.plot import stretches
from lundian.plot.frame import _SHEETS

N = 1000
PLACE = pd.DataFrame({"article": "a", "paragraph": range(1, N + 1), "section": 0, "section_title": ""})
WAVE = np.sin(np.arange(N) / 50) / 2


def tables() -> dict[str, pd.DataFrame]:
    """Return a table of each kind, with a row for each of a thousand paragraphs."""
    sentences = PLACE.loc[PLACE.index.repeat(3)].assign(sentence=[1, 2, 3] * N, role=["claim", "reason", "claim"] * N)
    return {
        "concepts": PLACE.assign(concept="platform", n=np.arange(N) % 3),
        "contrast_pairs": PLACE.assign(a="mediation", b="platform", n_a=1, n_b=2),
        "dispersion": PLACE.assign(term="平台", n=np.arange(N) % 2),
        "hedges": PLACE.assign(hedges=1, boosters=np.arange(N) % 4),
        "rhetoric": sentences.reset_index(drop=True),
        "tone_arc": PLACE.assign(tone=WAVE, low=WAVE - 0.3, high=WAVE + 0.3, n_evidence=3),
        "vocabulary_growth": PLACE.assign(new=2, old=30, expected=2.5),
    }


@pytest.mark.parametrize("kind", tables())
def test_a_long_article_has_few_columns(kind):
    """Nothing is drawn a paragraph at a time, the note says so, and the axis still counts paragraphs."""
    ax = getattr(ld, f"plot_{kind}")(tables()[kind])
    drawn = len(ax.patches) + len(ax.lines) + len(ax.texts)
    assert drawn < 4 * stretches.MOST
    assert "Each column: 9 paragraphs." in _SHEETS[ax.figure].note
    assert ax.get_xlim()[1] == pytest.approx(N, abs=10)
    plt.close("all")


def test_a_short_article_is_drawn_paragraph_by_paragraph():
    """Up to the most that fits, each column is a paragraph, and the note says nothing of columns."""
    rows = tables()["hedges"].head(stretches.MOST)
    ax = ld.plot_hedges(rows)
    assert len(ax.patches) == 2 * stretches.MOST
    assert "column" not in _SHEETS[ax.figure].note
    plt.close("all")


def test_gathering_loses_nothing():
    """The columns sum to the paragraphs, for any width."""
    rows = tables()["hedges"]
    for width in (1, 2, 7, 1000):
        sums = stretches.gather(rows, ["hedges", "boosters"], width)
        assert sums[["hedges", "boosters"]].sum().tolist() == rows[["hedges", "boosters"]].sum().tolist()
        assert sums["paragraph"].is_monotonic_increasing

"""What the tests of figures share: a small table for each figure, and a check that no two words touch."""

from collections import namedtuple
from importlib import import_module
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

mpl.use("agg")
Network = namedtuple("Network", "nodes edges")  # noqa: PYI024
TERMS = ["平台", "流量", "消费平权", "产业互联网", "茶馆", "读书会", "下沉市场", "供给侧改革"]


@pytest.fixture(autouse=True)
def _closed():
    """Leave no figure open."""
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


def _paragraphs() -> pd.DataFrame:
    rows = [
        (slug, k, min(2, k // 4), ["", "缘起", "一个颇长的小节标题，讲的是茶馆"][min(2, k // 4)])
        for slug in ("tea_houses", "reading_rooms")
        for k in range(1, 11)
    ]
    return pd.DataFrame(rows, columns=["article", "paragraph", "section", "section_title"])


def _tables() -> dict[str, object]:
    p, rng = _paragraphs(), np.random.default_rng(0)
    tone = np.where(np.arange(20) % 7 == 3, np.nan, np.sin(np.arange(20) / 3))
    arc = p.assign(tone=tone, low=(tone - 0.3).clip(-1), high=(tone + 0.3).clip(max=1), n_evidence=4)
    long = p.merge(pd.DataFrame({"term": TERMS}), how="cross")
    long = long.assign(n=rng.poisson(1, len(long)))
    frequency = long.groupby(["article", "term"], as_index=False)["n"].sum().assign(per_thousand=12.345)
    concepts = long.assign(concept=long["term"].map(lambda term: f"concept_{TERMS.index(term)}")).drop(columns="term")
    key = pd.DataFrame({"term": TERMS, "n_target": [9, 8, 7, 3, 2, 1, 0, 0], "n_reference": [0, 1, 2, 3, 3, 5, 8, 9]})
    key = key.assign(
        log_ratio=np.linspace(4, -4, 8), g2=np.abs(np.linspace(20, -20, 8)), q=[0.001, 0.01] + [0.3] * 5 + [0.001]
    )
    key = key.assign(low=key["log_ratio"] - 1, high=key["log_ratio"] + 1, dp=0.4)
    stance = pd.DataFrame({"concept": [f"concept_{i}" for i in range(4)], "difference": [0.5, 0.1, -0.4, np.nan]})
    stance = stance.assign(low=stance["difference"] - 0.2, high=stance["difference"] + 0.2, q=[0.01, 0.6, 0.02, np.nan])
    roles = p.merge(pd.DataFrame({"sentence": [1, 2, 3], "role": ["claim", "reason", "unmarked"]}), how="cross")
    pairs = p.assign(a="concept_0", b="concept_1", n_a=rng.poisson(2, 20), n_b=rng.poisson(3, 20))
    angle = np.linspace(0, 6, 8)
    nodes = pd.DataFrame({"term": TERMS, "degree": 2, "community": [1] * 4 + [2] * 4, "betweenness": 0.1})
    nodes = nodes.assign(x=np.cos(angle), y=np.sin(angle))
    edges = pd.DataFrame({"term_a": TERMS, "term_b": TERMS[1:] + TERMS[:1], "n_ab": 3, "npmi": 0.5, "q": 0.01})
    articles = ["tea_houses", "reading_rooms", "night_markets"]
    distances = [(m, a, b, 0.4) for m in ("terms", "tone") for a, b in combinations(articles, 2)]
    words = pd.DataFrame(
        {"article": "tea_houses", "paragraph": [2] * 4 + [7] * 4, "term": TERMS, "rule": "plain", "n": 1}
    )
    words = words.assign(
        end=["lowest"] * 4 + ["highest"] * 4, tone=[-0.4] * 4 + [0.4] * 4, value=[-0.1] * 4 + [0.1] * 4
    )
    ranks = p.merge(pd.DataFrame({"scorer": ["lexicon", "snownlp"]}), how="cross").assign(
        rank=lambda t: rng.random(len(t))
    )
    metrics = pd.DataFrame({"part": ["lexicon", "snownlp"] * 2, "metric": ["spearman"] * 2 + ["auc"] * 2, "value": 0.6})
    covered = pd.DataFrame(
        {"method": ["pooled"] * 3 + ["bootstrap"] * 3, "n_sentences": [1, 2, 3] * 2, "coverage": 0.9}
    )
    misread = p.head(8).assign(rank_label=np.linspace(0, 1, 8), rank_tone=np.linspace(1, 0, 8), terms="+平台 −茶馆")
    months = [f"{2023 + k // 12}-{k % 12 + 1:02d}" for k in range(9, 17)]
    by_month = pd.DataFrame({"month": months, "n_articles": [2, 3, 0, 1, 4, 2, 0, 3], "p": 0.01, "n_undated": 2})
    rate = np.where(by_month["n_articles"] > 0, np.linspace(1, 5, 8), np.nan)
    by_month = by_month.assign(tone=rate / 10, low=rate / 10 - 0.2, high=rate / 10 + 0.2)
    terms_by_month = by_month.drop(columns="tone").merge(pd.DataFrame({"term": TERMS}), how="cross")
    terms_by_month = terms_by_month.assign(
        n=terms_by_month["n_articles"] * 2, per_thousand=terms_by_month["low"] * 10 + 2
    )
    terms_by_month[["low", "high"]] = terms_by_month[["low", "high"]] * 10 + 2
    return {
        "terms_by_month": terms_by_month,
        "tone_by_month": by_month,
        "tone_words": words,
        "scorer_ranks": ranks,
        "evaluation": metrics.assign(low=0.4, high=0.8),
        "interval_coverage": covered.assign(low=0.88, high=0.92),
        "misread": misread.assign(gap=misread["rank_tone"] - misread["rank_label"]),
        "saturation": pd.DataFrame({"n_chars": range(50, 70), "tone_snownlp": 0.999, "tone_snownlp_logodds": 0.4}),
        "top_terms": frequency,
        "word_cloud": frequency,
        "tone_arc": arc,
        "dispersion": long,
        "concepts": concepts,
        "keyness": key,
        "contrast": key,
        "compare_clouds": key,
        "stance": stance,
        "rhetoric": roles,
        "contrast_pairs": pairs,
        "vocabulary_growth": p.assign(new=8, old=5, expected=7.5).assign(new=lambda t: t["new"] + t["paragraph"]),
        "hedges": p.assign(hedges=1, boosters=rng.poisson(3, 20)),
        "tone_shift": pd.DataFrame({"term": TERMS, "shift": np.linspace(0.2, -0.1, 8)}),
        "distances": pd.DataFrame(distances, columns=["aspect", "a", "b", "distance"]),
        "cooccurrence_network": Network(nodes, edges),
    }


KINDS = sorted(_tables())


@pytest.fixture(params=KINDS)
def kind(request) -> str:
    """Return the name of each figure in turn."""
    return request.param


@pytest.fixture
def tables() -> dict[str, object]:
    """Return a good table for each figure."""
    return _tables()


@pytest.fixture
def draw():
    """Return what draws a figure by its name."""
    return lambda kind, table, **options: getattr(import_module(f"lundian.plot.{kind}"), f"plot_{kind}")(
        table, **options
    )


@pytest.fixture
def say():
    """Return what says a figure by its name: part is say, title, caption or alt."""
    return lambda part, kind, table, language="en": getattr(import_module(f"lundian.say.{kind}"), f"{part}_{kind}")(
        table, language
    )


@pytest.fixture
def check_words():
    """Return what asserts that a figure's words are readable, whole, and don't touch each other."""
    return _check_words


def _check_words(figure) -> None:
    from matplotlib.text import Text

    from lundian.plot import font

    figure.canvas.draw()
    unseen = {id(t) for ax in figure.axes for t in _unseen(ax)}
    shown = [t for t in figure.findobj(Text) if t.get_text().strip() and t.get_visible() and id(t) not in unseen]
    boxes = [(t, t.get_window_extent()) for t in shown]
    width, height = figure.get_size_inches() * figure.dpi
    for text, box in boxes:
        assert text.get_fontsize() >= 7, text
        assert not font.missing(text.get_text()), text
        assert not (text.get_parse_math() and "$" in text.get_text())
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= width + 1 and box.y1 <= height + 1
        assert inside, f"{text.get_text()!r} is cut: {box}"
    for (one, a), (two, b) in combinations(boxes, 2):
        apart = not a.shrunk(0.98, 0.8).overlaps(b.shrunk(0.98, 0.8)) or min(a.width, b.width) < 1
        assert apart, f"{one.get_text()!r} touches {two.get_text()!r}"


def _unseen(ax) -> list:
    """Return the tick labels that are not drawn: of axes without a frame, or out of view."""
    unseen = []
    for axis, (low, high) in ((ax.xaxis, sorted(ax.get_xlim())), (ax.yaxis, sorted(ax.get_ylim()))):
        for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]:
            if not (ax.axison and low <= tick.get_loc() <= high):
                unseen += [tick.label1, tick.label2]
    return unseen

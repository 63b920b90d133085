"""The tone of sentences, paragraphs, sections or articles, and the words that give it."""

from functools import partial

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import PLACE, choose, need, with_note, with_sections
from lundian.measure.parts import each_corpus, in_parts
from lundian.provenance import measured
from lundian.tone.aggregate import half_widths, pool

SCORERS = ("lexicon", "snownlp", "snownlp_logodds")
KEYS = {
    "sentence": [*PLACE, "sentence"],
    "paragraph": PLACE,
    "section": ["article", "section"],
    "article": ["article"],
}
RESULT = ["tone", "low", "high", "n_evidence"]


@measured
def tone(corpus: object, scorer: str = "lexicon", by: str = "paragraph") -> pd.DataFrame:
    """Return the tone of each sentence, paragraph, section or article.

    Parameters
    ----------
    corpus
        Its paragraphs, sentences and marks are used; no text.
    scorer
        `lexicon`: the mean of the sentences, weighted by their characters, one without evidence counting 0; with a 95 % interval
        (see `lundian.tone.aggregate`).
        `snownlp`: SnowNLP's probability p as 2p - 1. `snownlp_logodds`: its log-odds per known word, not bounded by 1.
        Neither of SnowNLP's has an interval. A paragraph's is SnowNLP's score of the paragraph's text; a section's and an
        article's the mean of their paragraphs.
    by
        `sentence`, `paragraph`, `section` or `article`.

    Returns
    -------
    pandas.DataFrame
        One row each, in order: article, and as `by` asks paragraph, sentence, section, section_title; tone in [-1, 1] (NaN
        without evidence), low, high, n_evidence (lexicon: words that count; SnowNLP: known words, of paragraphs and more).

    Raises
    ------
    LundianError
        There is no such scorer, or nothing is measured by that.

    Examples
    --------
    >>> import lundian as ld
    >>> corpus = ld.extract(pd.DataFrame({"text": ["这是机会。\\n\\n这是困局。"]}))
    >>> tone(corpus)["tone"].gt(0).tolist()
    [True, False]
    """
    choose(scorer, SCORERS, "tone: scorer")
    choose(by, KEYS, "tone: by")
    if in_parts(corpus.sentences):
        return each_corpus(partial(tone, scorer=scorer, by=by), corpus, ["paragraphs", "sentences", "marks"])
    sentences = need(corpus.sentences, [*KEYS["sentence"], "n_chars", f"tone_{scorer}"], "tone")
    sentences = with_sections(sentences.drop(columns="text", errors="ignore"), corpus.paragraphs)
    places = [*KEYS[by], *(name for name in ("section", "section_title") if by != "article" and name not in KEYS[by])]
    if scorer == "lexicon":
        return _pooled(sentences.assign(n_evidence=_evidence(corpus, sentences)), KEYS[by], places)
    return _snownlp(corpus, sentences, scorer, by, places)


def _pooled(sentences: pd.DataFrame, keys: list[str], places: list[str]) -> pd.DataFrame:
    """Return the lexicon scorer's tone of what `keys` tell apart."""
    sentences = sentences.sort_values(KEYS["sentence"], kind="stable")
    group = sentences.groupby(keys, sort=True, observed=True).ngroup().to_numpy()
    article = sentences.groupby("article", sort=True, observed=True).ngroup().to_numpy()
    if keys == KEYS["sentence"]:  # a sentence alone shows no spread; that of its paragraph's sentences is taken
        paragraph = sentences.groupby(PLACE, sort=True, observed=True).ngroup().to_numpy()
        made = _sentences(sentences, paragraph, article)
    else:
        made = pool(sentences["tone_lexicon"], sentences["n_evidence"], group, article, sentences["n_chars"])
    named = sentences.drop_duplicates(keys).sort_values(keys, kind="stable")[places].reset_index(drop=True)
    return pd.concat([named, made], axis=1)


def _sentences(sentences: pd.DataFrame, paragraph: np.ndarray, article: np.ndarray) -> pd.DataFrame:
    """Return each sentence's tone with the interval of one sentence."""
    value, weight = sentences["tone_lexicon"].to_numpy(), sentences["n_chars"].to_numpy()
    half = half_widths(value, paragraph, article, weight)[article]
    low, high = np.clip(value - half, -1, 1), np.clip(value + half, -1, 1)
    return pd.DataFrame({"tone": value, "low": low, "high": high, "n_evidence": sentences["n_evidence"].to_numpy()})


def _evidence(corpus: object, sentences: pd.DataFrame) -> np.ndarray:
    """Return how many words of each sentence count."""
    marks = corpus.marks[corpus.marks["kind"] == "tone"]
    counted = marks.groupby(KEYS["sentence"], observed=True).size().rename("n_evidence").reset_index()
    merged = sentences[KEYS["sentence"]].merge(counted, on=KEYS["sentence"], how="left")
    return merged["n_evidence"].fillna(0).to_numpy(dtype="int64")


def _snownlp(corpus: object, sentences: pd.DataFrame, scorer: str, by: str, places: list[str]) -> pd.DataFrame:
    """Return SnowNLP's tone: its own of sentences and paragraphs, the mean of paragraphs beyond."""
    paragraphs = need(corpus.paragraphs, [*PLACE, f"tone_{scorer}", "n_known_snownlp"], "tone")
    table = (
        sentences.assign(n_evidence=0)
        if by == "sentence"
        else paragraphs.assign(n_evidence=paragraphs["n_known_snownlp"])
    )
    value = table[f"tone_{scorer}"]
    table = table.assign(tone=value * 2 - 1 if scorer == "snownlp" else value, low=np.nan, high=np.nan)
    if by in ("section", "article"):
        means = table.groupby(KEYS[by], sort=True, observed=True).agg(
            tone=("tone", "mean"), n_evidence=("n_evidence", "sum")
        )
        named = table.drop_duplicates(KEYS[by])[places]
        table = named.merge(means.reset_index(), on=KEYS[by]).assign(low=np.nan, high=np.nan)
    return table.sort_values(KEYS[by], kind="stable", ignore_index=True)[[*places, *RESULT]]


@measured
def explain_tone(corpus: object, article: str, paragraph: int) -> pd.DataFrame:
    """List the words that give a paragraph its tone by the lexicon scorer, with the rule that each counts by.

    Returns
    -------
    pandas.DataFrame
        One row per word, in order: sentence, start, end (its characters in the sentence), term, polarity (its own, -2 to 2),
        rule (data/lexicons/rules.csv explains each), value (what it adds to the sentence's tone) and share (what it adds to
        the paragraph's; the shares sum to it). Empty, with the reason in `.attrs["note"]`, where no word counts.

    Raises
    ------
    LundianError
        The corpus has no such article or paragraph.

    Examples
    --------
    >>> import lundian as ld
    >>> corpus = ld.extract(pd.DataFrame({"title": ["一"], "text": ["他们摆脱了困境。"]}))
    >>> explain_tone(corpus, corpus.articles["article"].iloc[0], 1)[["term", "rule"]].to_numpy().tolist()
    [['摆脱', 'reversed'], ['困境', 'reversed']]
    """
    _check_place(corpus, article, paragraph)
    marks, sentences = corpus.marks, corpus.sentences
    here = (marks["article"] == article) & (marks["paragraph"] == paragraph) & (marks["kind"] == "tone")
    found = marks[here].rename(columns={"label": "rule"})
    found = found.sort_values(["sentence", "start", "end"], kind="stable", ignore_index=True)
    found = found.assign(share=found["value"] * sentence_weights(found, sentences))
    columns = ["sentence", "start", "end", "term", "polarity", "rule", "value", "share"]
    return (
        found[columns]
        if len(found)
        else with_note(found[columns], "No word of this paragraph has a tone in the lexicon.")
    )


def sentence_weights(marks: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Return for each mark what its sentence counts in its paragraph: its share of the paragraph's characters."""
    whole = sentences.groupby(PLACE, observed=True)["n_chars"].transform("sum")
    weight = sentences.assign(weight=sentences["n_chars"] / whole)[[*KEYS["sentence"], "weight"]]
    return marks[KEYS["sentence"]].merge(weight, on=KEYS["sentence"], how="left")["weight"].to_numpy()


def _check_place(corpus: object, article: str, paragraph: int) -> None:
    paragraphs = need(corpus.paragraphs, PLACE, "explain_tone")
    articles = sorted(paragraphs["article"].unique())
    if article not in articles:
        raise LundianError(f"explain_tone: there is no article {article!r}; there are {', '.join(articles)}.")
    own = paragraphs.loc[paragraphs["article"] == article, "paragraph"]
    if paragraph not in own.to_numpy():
        raise LundianError(
            f"explain_tone: article {article} has no paragraph {paragraph!r}; it has {own.min()} to {own.max()}."
        )

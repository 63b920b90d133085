"""The words behind a paragraph's tone: what each adds to it, for the lowest and the highest paragraph of an article."""

import pandas as pd

from lundian.measure.base import PLACE
from lundian.measure.tone import sentence_weights
from lundian.provenance import measured

COLUMNS = [*PLACE, "end", "tone", "term", "rule", "n", "value"]


@measured
def tone_words(corpus: object) -> pd.DataFrame:
    """List what each word adds to the lowest and to the highest tone of each article, by the lexicon scorer.

    Returns
    -------
    pandas.DataFrame
        One row per word and rule of the two paragraphs: article, paragraph, end ("lowest" or "highest"), tone (of the
        paragraph), term, rule, n (how often), value (what it adds; the values of a paragraph sum to its tone). An article with
        one paragraph that has a tone has one end.

    Examples
    --------
    >>> import lundian as ld
    >>> corpus = ld.extract(pd.DataFrame({"text": ["这是机会。\\n\\n这是困局。"]}))
    >>> tone_words(corpus)[["paragraph", "end", "term"]].to_numpy().tolist()
    [[1, 'highest', '机会'], [2, 'lowest', '困局']]
    """
    ends = _ends(corpus.paragraphs.dropna(subset=["tone_lexicon"]))
    marks = corpus.marks[corpus.marks["kind"] == "tone"].rename(columns={"label": "rule"})
    found = marks.drop(columns=["start", "end"]).merge(ends, on=PLACE)
    found = found.assign(value=found["value"] * sentence_weights(found, corpus.sentences))
    keys = [*PLACE, "end", "tone", "term", "rule"]
    words = found.groupby(keys, observed=True).agg(n=("value", "size"), value=("value", "sum")).reset_index()
    return words[COLUMNS]


def _ends(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Return the lowest and the highest paragraph of each article, the earlier of equals."""
    sorted_ = paragraphs.sort_values(["article", "tone_lexicon", "paragraph"], kind="stable")
    lowest = sorted_.groupby("article").head(1).assign(end="lowest")
    highest = sorted_.sort_values(
        ["article", "tone_lexicon", "paragraph"], ascending=[True, False, True], kind="stable"
    )
    both = pd.concat([highest.groupby("article").head(1).assign(end="highest"), lowest]).drop_duplicates(PLACE)
    return both[[*PLACE, "end", "tone_lexicon"]].rename(columns={"tone_lexicon": "tone"})

"""How much of a sentence's tone its words of tone bring, and the concepts' own terms among them."""

import pandas as pd

from lundian.measure.own_evidence import KEYS, evidence, own_evidence


def marked(corpus, *marks: tuple):
    """Return the corpus with marks of tone alone: paragraph, sentence, term, value."""
    table = pd.DataFrame(marks, columns=["paragraph", "sentence", "term", "value"])
    corpus.marks = table.assign(article="x", kind="tone", start=0, end=1, label="plain", polarity=1.0)
    return corpus


def test_evidence_is_summed_without_its_sign(corpus_from):
    """+0.5 and -0.25 are 0.75 of evidence; of it -0.25 is water's own, which is told with its sign."""
    corpus = corpus_from({"x": [[["茶", "好", "。"], ["水", "差", "。"]]]})
    corpus = marked(corpus, (1, 2, "好", 0.5), (1, 2, "水", -0.25), (1, 2, "无", None), (9, 9, "茶", 1.0))
    sentences = corpus.sentences[KEYS]
    assert evidence(corpus, sentences).tolist() == [0, 0.75]
    assert own_evidence(corpus, "drinks", sentences, ["tea", "water"]).tolist() == [[0, 0], [0, -0.25]]

"""The same work as `script.py` by this package: words, SnowNLP's tone of each paragraph, counts."""

from collections import Counter
from itertools import chain

import pandas as pd

import lundian as ld


def analyse(articles: list[str]) -> pd.DataFrame:
    """Return one row per term in a paragraph, with its count and the paragraph's tone."""
    places = [
        (number, place, paragraph)
        for number, article in enumerate(articles)
        for place, paragraph in enumerate(line for line in article.split("\n") if line.strip())
    ]
    texts = [paragraph for _, _, paragraph in places]
    counted = [Counter(terms) for terms in ld.segment(texts)]
    of = pd.Series([len(counts) for counts in counted]).to_numpy()
    table = pd.DataFrame(
        {
            "term": list(chain.from_iterable(counted)),
            "n": list(chain.from_iterable(counts.values() for counts in counted)),
        }
    )
    told = pd.DataFrame(places, columns=["article", "paragraph", "text"]).drop(columns="text")
    told["tone"] = ld.score_tone(texts, "snownlp")["tone"]
    return pd.concat([told.loc[told.index.repeat(of)].reset_index(drop=True), table], axis=1)


if __name__ == "__main__":
    import sys
    from pathlib import Path

    print(len(analyse([Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]])))

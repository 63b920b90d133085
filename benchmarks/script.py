"""The script that a user would write: words, SnowNLP's tone of each paragraph, counts. Nothing of this project is used."""

from collections import Counter

import jieba
import pandas as pd
from snownlp import SnowNLP


def analyse(articles: list[str]) -> pd.DataFrame:
    """Return one row per term in a paragraph, with its count and the paragraph's tone."""
    rows = []
    for number, article in enumerate(articles):
        paragraphs = [line for line in article.split("\n") if line.strip()]
        for place, paragraph in enumerate(paragraphs):
            tone = SnowNLP(paragraph).sentiments
            for term, n in Counter(jieba.lcut(paragraph)).items():
                rows.append((number, place, term, n, tone))
    return pd.DataFrame(rows, columns=["article", "paragraph", "term", "n", "tone"])


if __name__ == "__main__":
    import sys
    from pathlib import Path

    print(len(analyse([Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]])))

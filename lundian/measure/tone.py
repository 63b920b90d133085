"""The tone of each paragraph or sentence, by a scorer."""

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE, choose


def tone(corpus: object, scorer: str = "lexicon", by: str = "paragraph") -> pd.DataFrame:
    """Return the tone of each paragraph or sentence in [-1, 1]."""
    choose(by, ["paragraph", "sentence"], "tone: by")
    table = corpus.paragraphs
    column = f"tone_{scorer}"
    value = table[column] * 2 - 1
    return table[[*PLACE, "section", "section_title"]].assign(
        tone=value, low=np.nan, high=np.nan, n_evidence=table["n_known_snownlp"]
    )

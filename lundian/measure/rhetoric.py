"""The role of each sentence, with the marker that decided it."""

import pandas as pd

from lundian.measure.base import with_sections
from lundian.schema import KEY_SENTENCE


def rhetoric(corpus: object) -> pd.DataFrame:
    """List the sentences with their roles.

    Returns
    -------
    pandas.DataFrame
        One row per sentence: article, paragraph, sentence, role, marker (the term that decided the role; "" where only the
        sentence's place did), section, section_title.
    """
    marks = corpus.marks[corpus.marks["kind"] == "role"]
    deciding = marks[~marks["label"].str.startswith("enumeration")].drop_duplicates(list(KEY_SENTENCE))
    roles = corpus.sentences[[*KEY_SENTENCE, "role"]].merge(
        deciding[[*KEY_SENTENCE, "term"]].rename(columns={"term": "marker"}), on=list(KEY_SENTENCE), how="left"
    )
    return with_sections(roles.fillna({"marker": ""}), corpus.paragraphs)

"""Stop words: stopwordsiso's Chinese list, less what carries an argument, and with what this prose has besides."""

import csv
from collections.abc import Iterable

from lundian import paths


def stopwords(extra: Iterable[str] = ()) -> frozenset[str]:
    """Return the stop words, for whichever measure is given them; nothing applies them by itself.

    data/lexicons/stopwords.csv says which words of stopwordsiso's list stay terms (`keep`: negation, connectives, modality)
    and which further words are left out (`drop`), each with its reason.

    Parameters
    ----------
    extra
        Further words to leave out.

    Examples
    --------
    >>> sorted({"的", "但是", "没有", "平台"} & stopwords(["平台"]))
    ['平台', '的']
    """
    from stopwordsiso import stopwords as published

    with paths.lexicons("stopwords.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    by = {action: {row["term"] for row in rows if row["action"] == action} for action in ("keep", "drop")}
    return frozenset((published("zh") - by["keep"]) | by["drop"] | set(extra))

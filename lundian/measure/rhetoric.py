"""How the argument is built: roles of sentences, hedges against boosters, what is set against what, and its steps."""

import numpy as np
import pandas as pd

from lundian.measure.base import UNITS, choose, with_sections
from lundian.measure.stats import wilson
from lundian.provenance import measured
from lundian.rhetoric.connectives import ROLES, UNMARKED
from lundian.schema import KEY_SENTENCE

KEYS = list(KEY_SENTENCE)
STEP = "enumeration:"
UNITS_OF = {"article": ["article"], "section": ["article", "section", "section_title"]}


@measured
def rhetoric(corpus: object) -> pd.DataFrame:
    """List the sentences with their roles.

    Returns
    -------
    pandas.DataFrame
        One row per sentence: article, paragraph, sentence, role, marker (the term that decided the role; "" where only the
        sentence's place did), section, section_title.
    """
    marks = _marks(corpus, "role")
    deciding = marks[~marks["label"].str.startswith(STEP)].drop_duplicates(KEYS)
    markers = deciding[[*KEYS, "term"]].rename(columns={"term": "marker"})
    roles = corpus.sentences[[*KEYS, "role"]].merge(markers, on=KEYS, how="left", validate="one_to_one")
    return with_sections(roles.fillna({"marker": ""}), corpus.paragraphs)


@measured
def role_counts(corpus: object, by: str = "article") -> pd.DataFrame:
    """Count the sentences of each role.

    Parameters
    ----------
    corpus
        Its sentences and paragraphs are used; no text.
    by
        "article" or "section".

    Returns
    -------
    pandas.DataFrame
        One row per article (and section: section, section_title) and role, in the order of the roles, "unmarked" last: role,
        n (sentences; 0 where there is none), n_sentences (of all roles), share (n / n_sentences), low and high (95 %
        interval of the share, Wilson 1927, p. 212).

    Raises
    ------
    LundianError
        `by` is neither; the sentence lists both.
    """
    keys = UNITS_OF[choose(by, UNITS_OF, "role_counts: by")]
    sentences = with_sections(corpus.sentences[[*KEYS, "role"]], corpus.paragraphs)
    n = sentences.groupby([*keys, "role"], observed=True).size().rename("n").reset_index()
    of = sentences.groupby(keys, observed=True).size().rename("n_sentences").reset_index()
    table = of.merge(pd.DataFrame({"role": pd.array([*ROLES, UNMARKED], dtype="str")}), how="cross")
    table = table.merge(n, on=[*keys, "role"], how="left").fillna({"n": 0}).astype({"n": "int64"})
    table = table[[*keys, "role", "n", "n_sentences"]]
    return _with_share(table, table["n"], table["n_sentences"])


@measured
def hedges_boosters(corpus: object, by: str = "section") -> pd.DataFrame:
    """Count how often the author hedges (或许, 可能) and how often they insist (必然, 始终).

    Hedges and boosters are those of Hyland (2005, Metadiscourse); their markers and classes are in connectives.csv.

    Parameters
    ----------
    corpus
        Its marks and paragraphs are used; no text.
    by
        "article", "section" or "paragraph".

    Returns
    -------
    pandas.DataFrame
        One row per unit, also where it has neither: article (section, section_title; paragraph), hedges, boosters (how many),
        hedges_per_thousand, boosters_per_thousand (of the unit's words; NaN where it has none), share (of boosters in both
        together), low and high (its 95 % interval, Wilson 1927; NaN where there are neither).

    Raises
    ------
    LundianError
        `by` is none of the three; the sentence lists them.
    """
    choose(by, [unit for unit in UNITS if unit], "hedges_boosters: by")
    keys = {**UNITS_OF, "paragraph": ["article", "paragraph", "section", "section_title"]}[by]
    table = corpus.paragraphs[["article", "paragraph", "section", "section_title", "n_terms"]]
    for kind, name in (("hedge", "hedges"), ("booster", "boosters")):
        n = _marks(corpus, kind).groupby(["article", "paragraph"], observed=True).size().rename(name).reset_index()
        table = table.merge(n, on=["article", "paragraph"], how="left").fillna({name: 0}).astype({name: "int64"})
    table = table.groupby(keys, observed=True)[["n_terms", "hedges", "boosters"]].sum().reset_index()
    words = table.pop("n_terms").replace(0, np.nan)
    for name in ("hedges", "boosters"):
        table[f"{name}_per_thousand"] = 1000 * table[name] / words
    return _with_share(table, table["boosters"], table["hedges"] + table["boosters"])


@measured
def pairs(corpus: object) -> pd.DataFrame:
    """List what sentences set against what.

    Returns
    -------
    pandas.DataFrame
        One row per contrast, in the order of the text: article, paragraph, sentence, a (what is left, refused or compared
        with), b (what is turned to), kind (not_a_but_b, b_not_a, from_a_to_b, rather_b_than_a, unlike_a_b or
        relative_to_a_b), section, section_title. a and b are the heads of the phrases, as terms.
    """
    marks = _marks(corpus, "pair")
    label = marks["label"].str.extract(r"^(?P<kind>\w+):(?P<number>\d+):(?P<side>[ab])$")
    table = marks[[*KEYS, "term"]].join(label.astype({"kind": "str", "side": "str"}))
    table["number"] = table["number"].astype("int64")
    place = [*KEYS, "number", "kind"]
    a, b = (table[table["side"] == side].drop(columns="side").rename(columns={"term": side}) for side in "ab")
    both = a.merge(b, on=place, validate="one_to_one").sort_values(place, ignore_index=True)
    return with_sections(both[[*KEYS, "a", "b", "kind"]], corpus.paragraphs)


@measured
def enumerations(corpus: object) -> pd.DataFrame:
    """List the steps that the author counts.

    Returns
    -------
    pandas.DataFrame
        One row per step, in the order of the text: article, paragraph, sentence, step ("1", "2" … or "last"), marker (首先,
        其次 …), section, section_title.
    """
    marks = _marks(corpus, "role")
    steps = marks[marks["label"].str.startswith(STEP)]
    steps = steps.sort_values([*KEYS, "start"], ignore_index=True)
    table = steps[KEYS].assign(step=steps["label"].str.removeprefix(STEP), marker=steps["term"])
    return with_sections(table, corpus.paragraphs)


def _marks(corpus: object, kind: str) -> pd.DataFrame:
    return corpus.marks[corpus.marks["kind"] == kind]


def _with_share(table: pd.DataFrame, k: pd.Series, n: pd.Series) -> pd.DataFrame:
    """Add share, low and high of k in n; NaN where n is 0."""
    low, high = wilson(k.to_numpy(), n.to_numpy())
    return table.assign(share=(k / n.replace(0, np.nan)).to_numpy(dtype="float64"), low=low, high=high)

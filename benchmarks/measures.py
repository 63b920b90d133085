"""Cost of each measure against rows: `python benchmarks/measures.py [rows …]`; no test, nothing is asserted.

Made-up counts: paragraphs of 60 different terms, drawn from a Zipf-like vocabulary that grows with the square root of the rows.
Times are processor time, the least of several calls, so that other work on the machine counts little. The slope is that of log
time against log rows over the larger half of the sizes: 1 is linear. `plain` is the obvious way in
pandas (or scikit-learn, where it is installed) of getting at the same numbers, where there is one.
"""

import sys
from collections.abc import Callable
from importlib.util import find_spec
from time import process_time
from types import SimpleNamespace

import numpy as np
import pandas as pd

from lundian.measure.concepts import concepts, contrast_pairs, coverage
from lundian.measure.cooccurrence import co_presence, cooccurrence
from lundian.measure.dispersion import average_reduced_frequency, dispersion
from lundian.measure.distances import distances
from lundian.measure.distinctive import distinctive
from lundian.measure.frequency import term_frequency, tf_idf
from lundian.measure.keyness import keyness
from lundian.measure.split import split_article
from lundian.measure.stance import stance
from lundian.measure.tone_shift import tone_shift
from lundian.measure.vocabulary import first_uses, term_positions, vocabulary_growth
from lundian.words.topics import Concept, Topic

PER_PARAGRAPH, PER_ARTICLE, PER_SENTENCE, CONCEPTS = 60, 40, 15, 20


def make_counts(rows: int, random: np.random.Generator) -> pd.DataFrame:
    """Return counts of about `rows` rows in articles of 40 paragraphs."""
    paragraphs = max(rows // PER_PARAGRAPH, 2)
    size = int(60 * np.sqrt(rows))
    drawn = (size ** random.random((paragraphs, 2 * PER_PARAGRAPH))).astype(np.int64)  # density falls as 1 / rank
    names = np.array([f"词{i}" for i in range(size + 1)], dtype=object)
    at = np.repeat(np.arange(paragraphs), drawn.shape[1])
    keys, n = np.unique(at * (size + 1) + drawn.ravel(), return_counts=True)
    article = np.array([f"a{i:06d}" for i in range(paragraphs // PER_ARTICLE + 1)], dtype=object)
    place, term = np.divmod(keys, size + 1)
    table = {"article": pd.array(article[place // PER_ARTICLE], dtype="str"), "paragraph": place % PER_ARTICLE + 1}
    table |= {"term": pd.array(names[term], dtype="str"), "n": n}
    return pd.DataFrame(table).sort_values(["article", "paragraph", "term"], ignore_index=True).head(rows)


def make_corpus(rows: int, random: np.random.Generator) -> SimpleNamespace:
    """Return a corpus whose counts have `rows` rows, with a sentence for every 15 and a concept mark for every 30 of them."""
    counts = make_counts(rows, random)
    place = counts[["article", "paragraph"]].drop_duplicates(ignore_index=True)
    words = counts.groupby(["article", "paragraph"], sort=False)["n"].sum().to_numpy()
    paragraphs = place.assign(section=place["paragraph"] // 10, section_title="", n_terms=words)
    sentences = place.loc[place.index.repeat(PER_PARAGRAPH // PER_SENTENCE)].reset_index(drop=True)
    sentences["sentence"] = sentences.groupby(["article", "paragraph"]).cumcount() + 1
    tone = random.choice([-0.5, 0.5, np.nan], len(sentences))
    sentences = sentences.assign(tone_lexicon=tone, role=random.choice(["claim", "reason", "unmarked"], len(sentences)))
    sentences["n_chars"] = random.integers(10, 80, len(sentences))
    topic = Topic(
        "t", {}, {}, {f"c{i}": Concept(f"c{i}", "", "", {f"词{i + 1}": ""}) for i in range(CONCEPTS)}, (("c0", "c1"),)
    )
    named = sentences.sample(n=max(rows // 30, 1), replace=True, random_state=1).drop(columns=["tone_lexicon", "role"])
    number = random.integers(0, CONCEPTS, len(named))
    marks = named.assign(
        kind="concept", label=[f"c{i}" for i in number], term=[f"词{i + 1}" for i in number], value=np.nan
    )
    scored = sentences[sentences["tone_lexicon"].notna()].drop(columns="role").rename(columns={"tone_lexicon": "value"})
    scored = scored.assign(kind="tone", label="plain", term=[f"语{i}" for i in random.integers(0, 500, len(scored))])
    tokens = counts.assign(sentence=1)
    return SimpleNamespace(
        counts=counts,
        paragraphs=paragraphs,
        sentences=sentences,
        marks=pd.concat([marks, scored]),
        topics={"t": topic},
        tokens=tokens,
    )


def plain_frequency(corpus: SimpleNamespace) -> object:
    """Count as one would by hand in pandas."""
    table = corpus.counts.groupby(["article", "term"], as_index=False)["n"].sum()
    table["per_thousand"] = 1000 * table["n"] / table.groupby("article")["n"].transform("sum")
    return table.sort_values(["article", "n"], ascending=[True, False])


def plain_tf_idf(corpus: SimpleNamespace) -> object:
    """Weigh with scikit-learn, from term lists as its users would have them; with pandas where it is not installed."""
    if find_spec("sklearn"):
        from sklearn.feature_extraction.text import TfidfVectorizer

        texts = corpus.counts.groupby("article")["term"].agg(list)
        return TfidfVectorizer(analyzer=lambda terms: terms).fit_transform(texts)
    table = plain_frequency(corpus)
    df = table.groupby("term")["article"].nunique()
    return table.assign(tf_idf=table["n"] * np.log(table["article"].nunique() / table["term"].map(df)))


def plain_dispersion(corpus: SimpleNamespace) -> object:
    """Spread a dense table of terms by paragraphs, as the formula is written."""
    wide = corpus.counts.pivot_table(
        values="n", index=["article", "paragraph"], columns="term", fill_value=0, aggfunc="sum"
    )
    shares = wide.sum(axis=1) / wide.to_numpy().sum()
    return (wide / wide.sum()).sub(shares, axis=0).abs().sum() / 2


def plain_cooccurrence(corpus: SimpleNamespace) -> object:
    """Join the table with itself."""
    top = corpus.counts["term"].value_counts().head(200).index
    table = corpus.counts.loc[corpus.counts["term"].isin(top), ["article", "paragraph", "term"]]
    return table.merge(table, on=["article", "paragraph"]).groupby(["term_x", "term_y"]).size()


MEASURES: dict[
    str, tuple[Callable, Callable | None, int]
] = {  # measure, the plain way, rows up to which the latter is run
    "term_frequency": (lambda c: term_frequency(c.counts), plain_frequency, 10**8),
    "tf_idf": (lambda c: tf_idf(c.counts), plain_tf_idf, 10**8),
    "dispersion": (lambda c: dispersion(c.counts), plain_dispersion, 100_000),
    "keyness": (lambda c: keyness(*split_article(c.counts, "a000000")), None, 0),
    "distinctive": (lambda c: distinctive(c.counts, by=None), None, 0),
    "cooccurrence": (lambda c: cooccurrence(c.counts), plain_cooccurrence, 1_000_000),
    "vocabulary_growth": (lambda c: vocabulary_growth(c.counts), None, 0),
    "first_uses": (lambda c: first_uses(c.counts), None, 0),
    "term_positions (5 terms)": (lambda c: term_positions(c.counts, [f"词{i}" for i in range(1, 6)]), None, 0),
    "average_reduced_frequency": (average_reduced_frequency, None, 0),
    "concepts (20)": (lambda c: concepts(c, "t"), None, 0),
    "coverage (20)": (lambda c: coverage(c, "t"), None, 0),
    "contrast_pairs": (lambda c: contrast_pairs(c, "t"), None, 0),
    "co_presence": (lambda c: co_presence(c, "t"), None, 0),
    "stance (20, 100 repeats)": (lambda c: stance(c, "t", repeats=100), None, 0),
    "tone_shift (100 repeats)": (lambda c: tone_shift(c, *_halves(c), repeats=100), None, 0),
    "distances (2 articles)": (lambda c: distances(_two(c), repeats=20), None, 0),
}


def _halves(corpus: SimpleNamespace) -> list[pd.DataFrame]:
    middle = len(corpus.paragraphs) // 2
    return [corpus.paragraphs.iloc[:middle], corpus.paragraphs.iloc[middle:]]


def _two(corpus: SimpleNamespace) -> SimpleNamespace:
    """Return the corpus as two long articles: what grows here is their length, not the number of pairs."""
    half = corpus.paragraphs["article"].iloc[len(corpus.paragraphs) // 2]

    def renamed(table: pd.DataFrame) -> pd.DataFrame:
        number = pd.factorize(table["article"], sort=True)[0]
        late = (table["article"] >= half).to_numpy()
        return table.assign(article=np.where(late, "y", "x"), paragraph=table["paragraph"] + 100 * number)

    names = ("counts", "paragraphs", "sentences", "marks")
    return SimpleNamespace(topics=corpus.topics, **{name: renamed(getattr(corpus, name)) for name in names})


def seconds(measure: Callable, corpus: SimpleNamespace) -> float:
    """Return the processor time that a call takes: the least of three, or of what ten seconds have room for."""
    spent: list[float] = []
    while len(spent) < 3 and sum(spent) < 10:
        start = process_time()
        measure(corpus)
        spent.append(process_time() - start)
    return min(spent)


def main(sizes: list[int]) -> None:
    """Print the table in Markdown."""
    random = np.random.default_rng(0)
    for measure, plain, _ in MEASURES.values():
        for run in filter(None, (measure, plain)):
            run(make_corpus(3_000, random))
    spent: dict[str, list[float]] = {name: [] for name in MEASURES}
    other: dict[str, str] = dict.fromkeys(MEASURES, "")
    for rows in sizes:
        corpus = make_corpus(rows, random)
        for name, (measure, plain, most) in MEASURES.items():
            spent[name].append(seconds(measure, corpus))
            if plain and rows <= most:
                other[name] = f"{seconds(plain, corpus):.2f} s at {rows:,}"
    print(f"| measure | {' | '.join(f'{rows:,}' for rows in sizes)} | slope | plain |")
    print("|---" * (len(sizes) + 3) + "|")
    for name, times in spent.items():
        last = len(sizes) // 2
        slope = np.polyfit(np.log(sizes[last - 1 :]), np.log(times[last - 1 :]), 1)[0] if len(sizes) > 1 else np.nan
        print(f"| {name} | {' | '.join(f'{t:.2f} s' for t in times)} | {slope:.2f} | {other[name]} |")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [30_000, 100_000, 300_000, 1_000_000])

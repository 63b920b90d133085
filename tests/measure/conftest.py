"""Tiny tables whose every number can be worked out by hand."""

from types import SimpleNamespace

import pandas as pd
import pytest

from lundian import schema
from lundian.words.topics import Concept, Topic

# Two articles about tea and water. Per paragraph the sentences, per sentence the words; no sentence is anyone's.
TEXTS = {
    "tea": [
        [["好", "茶", "配", "好", "水", "。"], ["茶", "贵", "。"]],
        [["水", "差", "，", "茶", "差", "。"]],
        [["杯", "好", "。"], ["茶", "好", "。"], ["水", "冷", "。"]],
    ],
    "rain": [[["雨", "水", "多", "。"]], [["雨", "差", "。"], ["雨", "多", "。"]]],
}
POLARITY = {"好": 0.5, "差": -0.5, "贵": -0.25}
TOPIC = Topic(
    "drinks",
    {"en": "Drinks", "zh": "饮"},
    {"en": "Which?", "zh": "何？"},
    {"tea": Concept("tea", "tea", "茶", {"茶": "tea"}), "water": Concept("water", "water", "水", {"水": "", "雨": ""})},
    (("tea", "water"),),
)


def make_counts(rows):
    """Return counts from (article, paragraph, term, n)."""
    return pd.DataFrame(rows, columns=["article", "paragraph", "term", "n"]).astype({"article": "str", "term": "str"})


def make_tokens(texts):
    """Return one row per token of nested lists: article → paragraphs → sentences → words."""
    rows = [
        (article, p, s, i, word, "x")
        for article, paragraphs in texts.items()
        for p, sentences in enumerate(paragraphs, 1)
        for s, words in enumerate(sentences, 1)
        for i, word in enumerate(words, 1)
    ]
    return pd.DataFrame(rows, columns=["article", "paragraph", "sentence", "position", "term", "pos"])


def make_marks(tokens):
    """Return concept and tone marks of the tokens, each tone word worth its polarity."""
    end = tokens["term"].str.len().groupby([tokens[k] for k in ["article", "paragraph", "sentence"]]).cumsum()
    place = tokens[["article", "paragraph", "sentence", "term"]].assign(start=end - tokens["term"].str.len(), end=end)
    found = [place[place["term"].isin(c.terms)].assign(kind="concept", label=c.id) for c in TOPIC.concepts.values()]
    tone = place[place["term"].isin(POLARITY)].assign(kind="tone", label="plain")
    tone["polarity"] = tone["value"] = tone["term"].map(POLARITY).astype(float)
    marks = pd.concat([one.assign(polarity=float("nan"), value=float("nan")) for one in found] + [tone])
    columns = list(schema.SCHEMAS["marks"].columns)
    return marks[columns].sort_values(columns[:4], ignore_index=True)


def make_corpus(texts, text=True):
    """Return something with a Corpus's tables; a sentence's tone is the sum of its tone words' polarities."""
    tokens = make_tokens(texts)
    marks = make_marks(tokens)
    place = ["article", "paragraph"]
    sentences = tokens.groupby([*place, "sentence"], sort=False)["term"].agg("".join).rename("text").reset_index()
    tone = marks[marks["kind"] == "tone"].groupby([*place, "sentence"])["value"].sum().rename("tone_lexicon")
    sentences = sentences.join(tone, on=[*place, "sentence"])
    sentences = sentences.assign(role="unmarked", n_chars=sentences["text"].str.len())
    counts = tokens.groupby([*place, "term"])["term"].size().rename("n").reset_index()
    words = counts[~counts["term"].isin(["。", "，"])].groupby(place)["n"].sum().rename("n_terms").reset_index()
    paragraphs = words.assign(section=(words["paragraph"] > 1).astype(int), section_title="")
    paragraphs.loc[paragraphs["section"] == 1, "section_title"] = "二"
    return SimpleNamespace(
        articles=pd.DataFrame({"article": list(texts)}),
        paragraphs=paragraphs,
        sentences=sentences if text else sentences.drop(columns="text"),
        counts=counts,
        counts_plain=counts,
        marks=marks,
        tokens=tokens if text else schema.empty("tokens"),
        topics={"drinks": TOPIC},
    )


@pytest.fixture
def corpus():
    """Return the corpus of TEXTS, with text."""
    return make_corpus(TEXTS)


@pytest.fixture
def without_text():
    """Return the corpus of TEXTS as it is where the text is not at hand."""
    return make_corpus(TEXTS, text=False)


@pytest.fixture
def counts_from():
    """Return the function that makes counts of (article, paragraph, term, n) rows."""
    return make_counts


@pytest.fixture(scope="session")
def corpus_from():
    """Return the function that makes a corpus of nested lists."""
    return make_corpus


@pytest.fixture
def gries():
    """Return Gries' (2008, p. 407) corpus of five parts and fifty words."""
    parts = ["bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat", "bahaabeaxat"]
    return make_counts(
        [("gries", i, letter, part.count(letter)) for i, part in enumerate(parts, 1) for letter in sorted(set(part))]
    )

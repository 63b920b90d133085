"""The sentences of a notebook's answer are true of any table, in both languages."""

import numpy as np
import pandas as pd
import pytest

import lundian as ld


@pytest.fixture(autouse=True)
def _plain_names(monkeypatch):
    """Name concepts by their keys."""
    monkeypatch.setattr("lundian.glossary.concept_name", lambda key, language="en": key)


def _stances(*rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["article", "concept", "difference", "q"])
    return table.assign(low=table["difference"] - 0.1, high=table["difference"] + 0.1)


def test_blamed_tells_the_same_from_another():
    """The darkest concept of each article is compared; how many are clear is told."""
    same = _stances(("tea", "x", -0.3, 0.01), ("tea", "y", 0.2, 0.5), ("ale", "x", -0.2, 0.4), ("ale", "y", -0.1, 0.9))
    assert ld.say_blamed(same) == (
        "Both articles speak worst of x: −0.30 (−0.40 to −0.20) in tea and −0.20 (−0.30 to −0.10) in ale; "
        "clear after correction for the number of concepts: 1 of 2"
    )
    assert ld.say_blamed(same, "zh").startswith("两篇文章评价最低的都是“x”：tea为−0.30")
    other = same.assign(difference=[-0.3, 0.2, -0.1, -0.2])
    assert ld.say_blamed(other).startswith("The articles do not speak worst of the same thing: x (−0.30, ")
    assert ld.say_offered(same).startswith("Best spoken of is y (+0.20, +0.10 to +0.30) in tea")


def test_blamed_of_one_article_and_of_none():
    """One article is told without its name; without a darker concept that is the finding."""
    one = _stances(("tea", "x", -0.3, 0.01), ("tea", "y", -0.1, 0.5))
    assert ld.say_blamed(one).startswith("Worst spoken of is x (−0.30, −0.40 to −0.20); clear")
    assert ld.say_offered(one) == "No concept with enough evidence stands in a brighter tone than the rest"
    assert ld.say_blamed(one.assign(difference=np.nan)).startswith("No concept with enough evidence stands in a darker")


def test_three_articles_that_agree():
    """More than two articles are counted."""
    three = _stances(*[(name, "x", -0.3, 0.2) for name in ("tea", "ale", "mead")])
    assert ld.say_blamed(three).startswith("All 3 articles speak worst of x: ")


def _apart(*rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["aspect", "a", "b", "distance", "chance", "q"])


def test_same_words_weighs_distance_against_chance():
    """Two articles are told apart only where q is small; more are counted; one has nothing to be compared with."""
    pair = _apart(("terms", "tea", "ale", 0.6, 0.5, 0.01), ("tone", "tea", "ale", 0.1, 0.1, 0.9))
    assert "do not use the same words" in ld.say_same_words(pair)
    assert "0.60 against 0.50, q = 0.010" in ld.say_same_words(pair)
    assert "much the same words" in ld.say_same_words(pair.assign(q=0.3))
    many = _apart(
        *[("terms", *names, 0.6, 0.5, q) for names, q in ((("a", "b"), 0.01), (("a", "c"), 0.2), (("b", "c"), 0.03))]
    )
    assert ld.say_same_words(many).startswith("In their terms, 2 of 3 pairs of articles")
    assert ld.say_same_words(many, "zh").startswith("3对中有2对")
    assert ld.say_same_words(pair[:0]) == "There is only one article, so nothing to compare words with"


@pytest.mark.parametrize(
    ("tones", "half", "verdict"),
    [
        ([-0.5, 0, 0.5], 0.1, "a clear rise"),
        ([-0.5, 0, 0.5], 0.9, "a rise, but their intervals overlap"),
        ([0.5, 0, -0.5], 0.1, "a clear fall"),
        ([0.5, 0, 0.4], 0.1, "a fall, but their intervals overlap"),
        ([0.5, 0, 0.5], 0.1, "the last as the first"),
        ([0.5, np.nan, 0.5], 0.1, "too little evidence to compare them"),
    ],
)
def test_thirds_rise_only_between_separate_intervals(tones, half, verdict):
    """The last third is weighed against the first, with their intervals."""
    table = pd.DataFrame({"article": "tea", "part": [1, 2, 3], "tone": tones})
    table = table.assign(low=table["tone"] - half, high=table["tone"] + half)
    assert ld.say_thirds(table).endswith(f": {verdict}")
    assert "全文三等分" in ld.say_thirds(table, "zh")


def test_sides_say_what_cannot_be_told():
    """A side without evidence is told so."""
    stance = pd.DataFrame(
        {"concept": ["x", "y"], "difference": [0.2, np.nan], "low": [0.1, np.nan], "high": [0.3, np.nan]}
    )
    said = ld.say_sides(stance, "x", "y")
    assert "name x have a tone +0.20 (+0.10 to +0.30) from the rest" in said
    assert said.endswith("those that name y that can't be told, for want of evidence")


def test_beside_claims_nothing_that_chance_may_do():
    """Concepts meet more or less often than chance only where q is small, whichever is named first."""
    row = {"concept_a": "x", "concept_b": "y", "n_a": 9, "n_b": 4, "n_ab": 1, "npmi": -0.2, "q": 0.01}
    table = pd.DataFrame([row])
    assert ld.say_beside(table, "y", "x") == (
        "Y (in 4 sentences) and x (in 9 sentences) meet in 1 sentence, less often than chance would have it (q = 0.010)"
    )
    assert "which may be chance (q = 0.600)" in ld.say_beside(table.assign(q=0.6), "x", "y")
    assert ld.say_beside(table, "x", "z") == "X and z never meet in a sentence"


def test_role_share_counts_sentences():
    """A role's sentences are counted with the interval of their share, by article where there are several."""
    table = pd.DataFrame({"article": ["tea", "ale"], "role": "definition", "n": [5, 0], "n_sentences": 10})
    lines = ld.say_role_share(table, "definition").split("\n")
    assert lines[0] == "Tea: definition is the role of 5 sentences, 50% (24 to 76%) of all"
    assert "0 sentences" in lines[1]


def test_robustness_names_what_flips():
    """What changes sign and what changes rank is named; the rest is counted; nothing flipped is a finding too."""
    table = pd.DataFrame(
        {"concept": ["x", "y", "z"], "value": 1.0, "n_conditions": 40, "flips_sign": [True, False, False]}
    )
    table = table.assign(flips_top=[True, True, False])
    said = ld.say_robustness(table)
    assert said.startswith("The sign flips for x: ")
    assert "entered or left by x and y" in said
    assert said.endswith("All others (1 of 3) hold under 40 conditions.")
    assert ld.say_robustness(table.assign(flips_sign=False, flips_top=False)).startswith(
        "Nothing flips under 40 conditions"
    )
    assert ld.say_robustness(table[:0], "zh").startswith("可说的太少")


def test_any_measure_by_article_is_that_of_each_alone():
    """A measure of counts and one of the corpus, article by article, are those of the articles alone."""
    corpus = ld.extract(
        pd.DataFrame({"title": ["甲", "乙"], "text": ["这是机会。茶馆很好。\n\n这是困局。", "茶馆的危机。"]})
    )
    first, second = corpus.articles["article"]
    spread = ld.by_article(ld.dispersion, corpus)
    alone = ld.dispersion(corpus.only(second).counts)
    pd.testing.assert_frame_equal(
        spread[spread["article"] == second].drop(columns="article").reset_index(drop=True), alone
    )
    roles = ld.by_article(ld.role_counts, corpus)
    assert roles["article"].unique().tolist() == [first, second]


def test_tone_parts_are_the_tones_of_the_parts():
    """An article's halves have the tone of their paragraphs; an article of one paragraph has no second half."""
    corpus = ld.extract(pd.DataFrame({"title": ["甲", "乙"], "text": ["这是机会。\n\n这是困局。", "这是危机。"]}))
    first, second = corpus.articles.set_index("title")["article"][["甲", "乙"]]
    parts, tone = (
        ld.tone_parts(corpus, 2).set_index(["article", "part"])["tone"],
        ld.tone(corpus).set_index("article")["tone"],
    )
    assert parts[first].tolist() == pytest.approx(tone[first].tolist())
    assert parts[second].isna().tolist() == [False, True]
    with pytest.raises(ld.LundianError, match="2 or more"):
        ld.tone_parts(corpus, 1)

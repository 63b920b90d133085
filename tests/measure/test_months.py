"""Series by month: dates in many forms, gaps that are no zeros, intervals whose units are articles."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

import lundian as ld
from lundian.measure.dates import every_month, month_of
from lundian.measure.months import terms_by_month
from lundian.measure.tone_months import tone_by_month


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2024-03-05", "2024-03"),
        ("2024-3-5 10:00", "2024-03"),
        ("2024-03-05T08:30:00Z", "2024-03"),
        ("2024年3月", "2024-03"),
        ("发布于 2024 年 12 月 1 日", "2024-12"),
        ("2024/3", "2024-03"),
        ("2024.11.30", "2024-11"),
        ("202403", "2024-03"),
        ("20240305", "2024-03"),
        ("２０２４－０３", "2024-03"),
        ("二〇二四年十月", "2024-10"),
        ("二零二四年十二月三日", "2024-12"),
        (pd.Timestamp("2024-03-05"), "2024-03"),
        ("2024", None),
        ("2024-13", None),
        ("3024-01-01", None),
        ("昨天", None),
        ("", None),
        (None, None),
        (np.nan, None),
        ("13800202403", None),
    ],
)
def test_month_of(date, month):
    """A date in any usual form gives its month; what names no month gives none."""
    assert month_of(date) == month


def test_every_month_has_the_months_between():
    """The months from the first to the last, over a new year."""
    assert every_month(pd.Series(["2024-02", "2023-11"])) == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert every_month(pd.Series([], dtype="str")) == []


def _corpus(rows) -> SimpleNamespace:
    """Return a corpus of articles (date, occurrences of 茶, other words)."""
    articles = pd.DataFrame([(f"a{i}", date) for i, (date, _, _) in enumerate(rows)], columns=["article", "date"])
    parts = [(f"a{i}", 1, term, n) for i, (_, tea, rest) in enumerate(rows) for term, n in (("茶", tea), ("水", rest))]
    return SimpleNamespace(articles=articles, counts=pd.DataFrame(parts, columns=["article", "paragraph", "term", "n"]))


def test_rates_are_occurrences_over_words():
    """Two articles of March have 3 of 20 words; April has none, and is a gap; May has 1 of 5; one article has no date."""
    table = terms_by_month(_corpus([("2024-03-01", 1, 9), ("2024年3月", 2, 8), ("2024/5", 1, 4), ("", 9, 0)]), ["茶"])
    assert table["month"].tolist() == ["2024-03", "2024-04", "2024-05"]
    assert table["per_thousand"].fillna(-1).tolist() == [150.0, -1, 200.0]
    assert table[["n", "n_words", "n_articles"]].to_numpy().tolist() == [[3, 20, 2], [0, 0, 0], [1, 5, 1]]
    assert (table["n_undated"] == 1).all()


def test_interval_is_garwoods_where_articles_agree():
    """Equal articles have no dispersion beyond 1: 10 occurrences give 4.795 to 18.39, widened by t over z for 2 degrees."""
    from scipy.stats import chi2, t

    table = terms_by_month(_corpus([("2024-01", 5, 95)] * 2 + [("2024-02", 5, 95)] * 2), ["茶"])
    phi = (t.ppf(0.975, 2) / 1.959963984540054) ** 2
    assert table["low"].to_numpy() == pytest.approx(1000 / 200 * phi * chi2.ppf(0.025, 20 / phi) / 2)
    assert table["high"].to_numpy() == pytest.approx(1000 / 200 * phi * chi2.ppf(0.975, 20 / phi + 2) / 2)


def test_articles_are_the_units():
    """One article that repeats a term makes the interval wider than as many occurrences spread over articles."""
    even = terms_by_month(_corpus([("2024-01", 5, 95)] * 4 + [("2024-02", 5, 95)] * 4), ["茶"])
    lumpy = [("2024-01", 20, 80), *[("2024-01", 0, 100)] * 3, *[("2024-02", 5, 95)] * 4]
    uneven = terms_by_month(_corpus(lumpy), ["茶"])
    assert even["per_thousand"].tolist() == uneven["per_thousand"].tolist() == [50.0, 50.0]
    assert (uneven["high"] - uneven["low"]).iloc[0] > 1.5 * (even["high"] - even["low"]).iloc[0]


def test_a_month_that_never_uses_the_term_is_nought_with_an_upper_bound():
    """No occurrence in a month with articles is 0 from 0 up, and a term that is never used is 0 everywhere."""
    table = terms_by_month(_corpus([("2024-01", 0, 100)] * 2 + [("2024-02", 9, 91)] * 2), ["茶", "酒"])
    tea, wine = (table[table["term"] == term] for term in ("茶", "酒"))
    assert tea[["per_thousand", "low"]].iloc[0].tolist() == [0.0, 0.0]
    assert tea["high"].iloc[0] > 0
    assert (wine["n"] == 0).all()
    assert wine["p"].iloc[0] == 1.0


def test_one_article_a_month_has_no_interval():
    """Without a month of two articles nothing tells articles from months: NaN, and no p."""
    table = terms_by_month(_corpus([("2024-01", 1, 9), ("2024-02", 2, 8)]), ["茶"])
    assert table[["low", "high", "p"]].isna().all().all()
    assert "nothing can be said about chance" in ld.say_terms_by_month(table)


def test_intervals_hold_and_p_is_fair():
    """Under articles that scatter more than Poisson, intervals hold the rate nine times in ten and p < .05 is rare."""
    rng, held, small = np.random.default_rng(0), [], []
    for _ in range(60):
        month = np.repeat([1, 2, 3, 4], 5)
        words = rng.integers(300, 2000, 20)
        tea = rng.poisson(0.004 * words * rng.gamma(2, 0.5, 20))
        rows = [(f"2024-{m:02d}", int(n), int(w - n)) for m, n, w in zip(month, tea, words, strict=True)]
        table = terms_by_month(_corpus(rows), ["茶"], repeats=99)
        held += ((table["low"] <= 4) & (table["high"] >= 4)).tolist()
        small.append(table["p"].iloc[0] < 0.05)
    assert np.mean(held) > 0.9
    assert np.mean(small) < 0.15


def test_a_change_is_found():
    """A term that trebles in February is told so, with the months named, in both languages."""
    table = terms_by_month(_corpus([("2024-01", 4, 996)] * 8 + [("2024-02", 12, 988)] * 8), ["茶"])
    assert table["p"].iloc[0] < 0.01
    assert (
        ld.title_terms_by_month(table)
        == "茶 rises from 4.0 per thousand words in January 2024 to 12.0 in February 2024"
    )
    assert ld.title_terms_by_month(table, "zh") == "“茶”由2024年1月的每千词4.0次升到2024年2月的12.0次"
    assert "16 articles in 2 months, from January 2024 to February 2024." in ld.say_terms_by_month(table)


def test_a_term_alone_is_refused():
    """One string is no list of terms."""
    with pytest.raises(ld.LundianError, match=r"write \['茶'\]"):
        terms_by_month(_corpus([("2024-01", 1, 1)]), "茶")


def _dated(*rows) -> ld.Corpus:
    return ld.extract(pd.DataFrame(rows, columns=["date", "text"]))


def test_tone_is_the_mean_of_articles():
    """Each article counts once, however long; its interval is t's for the common spread; a gap has no tone."""
    good, bad = "这是机会。", "这是困局。"
    corpus = _dated(("2024-01", good), ("2024-01", bad * 5), ("2024年3月", bad), ("2024-03-09", bad), ("", good))
    table, each = tone_by_month(corpus), ld.tone(corpus, by="article").set_index("article")["tone"]
    mean = each.iloc[:2].mean()
    assert table["month"].tolist() == ["2024-01", "2024-02", "2024-03"]
    assert table["tone"].iloc[0] == pytest.approx(mean)
    assert table["n_articles"].tolist() == [2, 0, 2]
    assert table["tone"].isna().tolist() == [False, True, False]
    spread = np.sqrt(((each.iloc[:2] - mean) ** 2).sum() / 2)  # two degrees of freedom: four articles, two months
    assert table["high"].iloc[0] == pytest.approx(min(mean + 4.302653 * spread / np.sqrt(2), 1))
    assert (table["n_undated"] == 1).all()
    said = ld.say_tone_by_month(table)
    assert "4 articles in 2 months, from January 2024 to March 2024." in said
    assert "No article is there for 1 month." in said
    assert "Left out, for want of a date with a month: 1 article." in said


def test_tone_p_is_that_of_an_analysis_of_variance():
    """The p-value is scipy's one-way F test of the articles' tones."""
    from scipy.stats import f_oneway

    texts = ["这是机会。", "这是困局。", "这是机会，也是困局。", "这是巨大的机会。", "这是重大的危机。", "这是优势。"]
    corpus = _dated(*zip(["2024-01"] * 3 + ["2024-02"] * 3, texts, strict=True))
    tones = ld.tone(corpus, by="article")["tone"].to_numpy()
    assert tone_by_month(corpus)["p"].iloc[0] == pytest.approx(f_oneway(tones[:3], tones[3:]).pvalue)


def test_no_dates_give_an_empty_table_and_a_sentence():
    """Without any date tables are empty, and the finding says why."""
    corpus = _dated(("", "这是机会。"), ("去年", "这是困局。"))
    for kind, table in (("terms", terms_by_month(corpus, ["机会"])), ("tone", tone_by_month(corpus))):
        assert table.empty
        said = getattr(ld, f"say_{kind}_by_month")
        assert said(table) == "There is too little to say: no article has a date that names a month."
        assert said(table, "zh") == "可说的太少：没有一篇文章的日期写明了月份。"

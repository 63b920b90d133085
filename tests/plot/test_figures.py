"""Every figure: good on a good table, in both languages and at both widths, and not broken by a bad one."""

import matplotlib as mpl
import pandas as pd
import pytest

from lundian.errors import LundianError
from lundian.plot.frame import _SHEETS, relayout, title_of

LISTED = ("term", "concept", "paragraph", "aspect")


@pytest.mark.parametrize(("language", "width"), [("en", "column"), ("zh", "page")])
def test_good_table(kind, tables, draw, say, check_words, language, width):
    """The title is what `say` finds; no word is cut, touches, lacks a glyph or is under 7 points; nothing else changes."""
    table = tables[kind]
    before, copy = dict(mpl.rcParams), table.copy() if isinstance(table, pd.DataFrame) else table
    ax = draw(kind, table, language=language)
    relayout(ax.figure, width)
    assert title_of(ax) == " ".join(say("title", kind, table, language).split())
    assert ax.figure.get_suptitle().replace("\n", "").replace(" ", "") == title_of(ax).replace(" ", "")
    framed = [one for one in ax.figure.axes if one.axison]
    assert (
        not framed or kind in ("distances", "evaluation") or any(one.get_xlabel() or one.get_ylabel() for one in framed)
    )
    assert dict(mpl.rcParams) == before
    if isinstance(table, pd.DataFrame):
        pd.testing.assert_frame_equal(table, copy)
    check_words(ax.figure)


def test_no_band_is_left_empty(kind, tables, draw):
    """The panels have the height that they asked for, so that nothing but words stands between them and the edge."""
    figure = draw(kind, tables[kind]).figure
    figure.draw_without_rendering()
    own = _SHEETS[figure]
    assert sum(ax.get_window_extent().height for ax in own.axes) / figure.dpi == pytest.approx(
        sum(own.heights), abs=0.1
    )


def test_a_panel_s_title_is_whole_in_a_column(tables, draw, check_words):
    """A panel's title that is longer than a narrow figure is broken into lines."""
    rows = tables["tone_words"]
    many = pd.concat([rows.assign(term=rows["term"] + str(n)) for n in range(3)], ignore_index=True)
    figure = draw("tone_words", many).figure
    relayout(figure, "column")
    assert any(
        "\n" in ax.get_title("left") and "of 12" in ax.get_title("left").replace("\n", " ") for ax in figure.axes
    )
    check_words(figure)


def _none(table):
    return table._replace(nodes=table.nodes[:0], edges=table.edges[:0]) if isinstance(table, tuple) else table[:0]


def test_empty_table_gives_one_sentence(kind, tables, draw, say):
    """Without rows the figure is the sentence that says so."""
    ax = draw(kind, _none(tables[kind]))
    (text,) = ax.texts
    assert " ".join(text.get_text().split()) == title_of(ax) == say("title", kind, _none(tables[kind]))
    assert not ax.axison


def test_one_row_is_drawn(kind, tables, draw, check_words):
    """A single row gives a whole figure, or a sentence."""
    table = tables[kind]
    small = table._replace(nodes=table.nodes[:2], edges=table.edges[:1]) if isinstance(table, tuple) else table[:1]
    check_words(draw(kind, small).figure)


def test_equal_rows_are_drawn(kind, tables, draw, check_words):
    """Numbers that are all the same give a whole figure, or a sentence."""
    table = tables[kind]
    if isinstance(table, tuple):
        pytest.skip("the network's table is all equal already")
    same = table.assign(**{c: table[c].dropna().iloc[0] for c in table.select_dtypes("float") if c not in LISTED})
    same = same.assign(**{c: 2 for c in table.select_dtypes("int") if c not in ("paragraph", "section", "sentence")})
    check_words(draw(kind, same).figure)


def test_many_long_categories_are_drawn(kind, tables, draw, check_words):
    """200 names of 30 characters, with dollars and an emoji in them, give a whole figure."""
    table = tables[kind]
    if isinstance(table, tuple):
        pytest.skip("a network is drawn from chosen nodes")
    column = next((c for c in ("term", "concept", "a", "role", "b") if c in table.columns), "article")
    names = [f"第{i:03d}个很长的词$x$😀" + "长" * 20 for i in range(200 if column != "article" else 20)]
    many = pd.concat([table[:1].assign(**{column: name}) for name in names], ignore_index=True)
    ax = draw(kind, many)
    check_words(ax.figure)
    if column == "term":
        assert "U+1F600" in ax.figure.get_supxlabel()


def test_missing_column_is_named(kind, tables, draw):
    """A table without a needed column is refused with the column's name."""
    table = tables[kind]
    frame = table.edges if isinstance(table, tuple) else table
    column = (
        "npmi"
        if isinstance(table, tuple)
        else next(
            c
            for c in (
                "coverage",
                "rank",
                "gap",
                "metric",
                "tone_snownlp",
                "tone",
                "difference",
                "log_ratio",
                "shift",
                "role",
                "n_a",
                "new",
                "hedges",
                "distance",
                "n",
            )
            if c in frame.columns
        )
    )
    bad = frame.drop(columns=[column, *(c for c in ("per_thousand",) if c in frame.columns)])
    with pytest.raises(LundianError, match=column):
        draw(kind, table._replace(edges=bad) if isinstance(table, tuple) else bad)


def test_unknown_language_is_refused(kind, tables, draw):
    """A language that isn't there is refused with those that are."""
    with pytest.raises(LundianError, match="en, zh"):
        draw(kind, tables[kind], language="fr")


def test_given_axes_are_used(tables, draw):
    """A figure draws on the axes it is given, with its title there."""
    import matplotlib.pyplot as plt

    _, (left, right) = plt.subplots(1, 2)
    assert draw("keyness", tables["keyness"], ax=right) is right
    assert right.get_title(loc="left")
    assert not left.has_data()


def test_given_axes_hold_one_article(tables, draw):
    """Several articles on one ax are refused with what to do."""
    import matplotlib.pyplot as plt

    with pytest.raises(LundianError, match="leave ax out"):
        draw("tone_arc", tables["tone_arc"], ax=plt.figure().subplots())


def test_terms_have_glosses_in_english(tables, draw, monkeypatch):
    """In English a Chinese term stands with its gloss, in Chinese alone."""
    monkeypatch.setattr(
        "lundian.glossary.gloss",
        lambda term, language="en": {"茶馆": "tea house"}.get(term, "") if language == "en" else "",
    )
    english, chinese = (
        [t.get_text() for t in draw("keyness", tables["keyness"], language=language).get_yticklabels()]
        for language in ("en", "zh")
    )
    assert "茶馆 tea house" in english
    assert "茶馆" in chinese


def test_cloud_is_the_same_each_time_and_repeats_nothing(tables, draw):
    """Two runs place the same words at the same spots, each word once."""
    words = [
        [(t.get_text(), t.get_position(), t.get_fontsize()) for t in draw("word_cloud", tables["word_cloud"][:8]).texts]
        for _ in range(2)
    ]
    assert words[0] == words[1]
    assert len({word for word, *_ in words[0]}) == len(words[0]) == 8


def test_cloud_sizes_follow_weights(draw):
    """The area of a word's letters grows with its weight."""
    table = pd.DataFrame({"term": ["茶", "水"], "n": [40, 10]})
    size = {t.get_text(): t.get_fontsize() for t in draw("word_cloud", table).texts}
    assert size["茶"] / size["水"] == pytest.approx(2, rel=0.05)


def test_cloud_refuses_weights_below_nought(draw):
    """A negative weight is an error, not a picture."""
    with pytest.raises(LundianError, match="between 0"):
        draw("word_cloud", pd.DataFrame({"term": ["茶"], "n": [-1]}))

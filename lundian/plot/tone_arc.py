"""How the tone moves through the article: a point and an interval for each paragraph."""

import pandas as pd

from lundian.plot import font, stretches
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.sections import extent, mark_sections, paragraph_axis
from lundian.plot.style import GREY, LABEL, NEGATIVE, NEUTRAL, PALE, POSITIVE, SMALL, style
from lundian.say.phrase import article, articles_of, number, one_article
from lundian.say.tone_arc import scorer_name, title_tone_arc

WORDS = {
    "en": {
        "tone": "Tone (−1 to +1)",
        "short": "Tone",
        "note": "Bars: intervals. Filled: the interval leaves out zero. ×: no evidence of tone.",
        "long": "Line and band: median and middle half of the paragraphs of a column. Dots: intervals that leave out zero.",
        "baseline": " Thin grey line: {name}.",
    },
    "zh": {
        "tone": "语气（−1到+1）",
        "short": "语气",
        "note": "竖线：区间。实心：区间不含零。×：没有语气证据。",
        "long": "线与带：每列各段的中位数与居中的一半。点：区间不含零的段落。",
        "baseline": "细灰线：{name}。",
    },
}


@style()
def plot_tone_arc(
    table: pd.DataFrame, *, ax: object = None, language: str = "en", baseline: pd.DataFrame | None = None
) -> object:
    """Draw tone by paragraph with its interval, sections marked, a panel for each article.

    Parameters
    ----------
    table
        One row per paragraph, as `tone` gives it: article, paragraph, tone from -1 to 1 (none without evidence) and,
        where known, low, high, section, section_title.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" or "zh".
    baseline
        The same table by another scorer, which the note names; drawn as a thin line.

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several articles.
    """
    words = WORDS[check_language(language)]
    need(table, ["paragraph", "tone"], "plot_tone_arc")
    title = title_tone_arc(table, language)
    if table["tone"].notna().sum() == 0:
        return sentence(ax, title)
    slugs = [slug for slug in articles_of(table) if one_article(table, slug)["tone"].notna().any()][:MAX_PANELS]
    axes = sheet(ax, [1.6] * len(slugs))
    fits = []
    for panel, slug in zip(axes, slugs, strict=True):
        rows = one_article(table, slug).sort_values("paragraph", kind="stable")
        paragraph_axis(panel, *extent(rows), language, named=panel is axes[-1])
        if baseline is not None:
            other = _quartiles(one_article(baseline, slug), stretches.step(rows))
            panel.plot(other.index, other[0.5], color=GREY, linewidth=0.7, zorder=1)
        draw_arc(panel, rows)
        fits.append(mark_sections(panel, rows))
        panel.set_ylabel(words["tone"])
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL, pad=14)
    width = max(stretches.step(one_article(table, slug)) for slug in slugs)
    note = words["long"] + stretches.note(width, language) if width > 1 else words["note"]
    if baseline is not None:
        note += words["baseline"].format(name=scorer_name(baseline, language))
    texts = table["section_title"].dropna() if "section_title" in table.columns else ()
    return finish(axes, title, note=note, texts=texts, fit=lambda: [fit() for fit in fits])


def draw_arc(ax: object, rows: pd.DataFrame) -> None:
    """Draw one article's tone: each paragraph, or in a long article the middle of each stretch of paragraphs."""
    known = rows.dropna(subset=["tone"])
    ax.axhline(0, color=GREY, linewidth=0.6)
    if (width := stretches.step(rows)) == 1:
        _points(ax, rows, known)
        _name_ends(ax, known)
    else:
        _middle(ax, known, width)
        _name_ends(ax, known[["paragraph", "tone"]])
    ax.set_ylim(-1.42, 1.42)
    ax.set_yticks([-1, -0.5, 0, 0.5, 1], ["−1", "−0.5", "0", "+0.5", "+1"])


def _middle(ax: object, known: pd.DataFrame, width: int) -> None:
    """Draw median and middle half of each stretch, and the paragraphs whose interval is clear of nought."""
    middle = _quartiles(known, width)
    ax.fill_between(middle.index, middle[0.25], middle[0.75], color=PALE, linewidth=0, zorder=1.5)
    ax.plot(middle.index, middle[0.5], color=NEUTRAL, linewidth=1.2, zorder=2)
    for colour, clear in ((POSITIVE, known["low"] > 0), (NEGATIVE, known["high"] < 0)) if "low" in known else ():
        ax.plot(known.loc[clear, "paragraph"], known.loc[clear, "tone"], "o", color=colour, markersize=2.2, zorder=3)


def _quartiles(rows: pd.DataFrame, width: int) -> pd.DataFrame:
    """Return the quartiles of the tone of each stretch, by its middle paragraph."""
    tones = rows["tone"].groupby(stretches.middles(rows, width))
    return pd.DataFrame({share: tones.quantile(share) for share in (0.25, 0.5, 0.75)})


def _points(ax: object, rows: pd.DataFrame, known: pd.DataFrame) -> None:
    """Draw points, filled where clear of nought, with their intervals, and a cross where there is no evidence."""
    ax.plot(rows["paragraph"], rows["tone"], color=PALE, linewidth=1.5, zorder=1.5)
    for row in known.itertuples():
        low, high = getattr(row, "low", float("nan")), getattr(row, "high", float("nan"))
        colour = POSITIVE if low > 0 else NEGATIVE if high < 0 else NEUTRAL
        ax.vlines(row.paragraph, low, high, color=colour, linewidth=1.2, zorder=2)
        face = colour if colour != NEUTRAL else "white"
        ax.plot(row.paragraph, row.tone, "o", color=colour, markerfacecolor=face, markersize=4.5, zorder=3)
    silent = rows[rows["tone"].isna()]
    ax.plot(silent["paragraph"], [0] * len(silent), "x", color=GREY, markersize=4, zorder=3)


def _name_ends(ax: object, known: pd.DataFrame) -> None:
    """Write the value under the lowest and above the highest point, clear of their intervals."""
    ends = {"low": (known["tone"].idxmin(), -1), "high": (known["tone"].idxmax(), 1)}
    for side, (place, way) in ends.items():
        row = known.loc[place]
        edge = row[side] if side in known.columns and pd.notna(row[side]) else row["tone"]
        ax.annotate(
            number(row["tone"], sign=True),
            (row["paragraph"], edge),
            (0, 4 * way),
            textcoords="offset points",
            ha="center",
            va="bottom" if way > 0 else "top",
            fontsize=SMALL,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85},
            zorder=4,
        )

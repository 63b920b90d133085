"""Which words give the lowest and the highest paragraph their tone: bars, with the rule that each word counts by."""

import pandas as pd

from lundian import glossary
from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.style import GREY, LABEL, NEGATIVE, POSITIVE, TICK, style
from lundian.say.phrase import number
from lundian.say.rules import rule_name
from lundian.say.tone_words import groups, place, title_tone_words

MOST = 10  # words of a paragraph; the lighter ones are left out, and their number is told
WORDS = {
    "en": {"axis": "What the word adds to the paragraph's tone", "more": "the {most} heaviest of {all} words"},
    "zh": {"axis": "对本段语气的贡献", "more": "{all}个词中最重的{most}个"},
}


@style()
def plot_tone_words(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw what each word adds to the tone of the lowest and of the highest paragraph, a panel for each.

    Parameters
    ----------
    table
        One row per word and rule, as `tone_words` gives it: article, paragraph, end, tone, term, rule, value.
    ax
        Axes to draw on, for one paragraph; a new figure when left out.
    language
        "en" (terms with English glosses) or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several paragraphs.
    """
    words = WORDS[check_language(language)]
    need(table, ["article", "paragraph", "end", "tone", "term", "rule", "value"], "plot_tone_words")
    found, title = groups(table)[:MAX_PANELS], title_tone_words(table, language)
    if not found:
        return sentence(ax, title)
    axes = sheet(ax, [0.22 * min(len(rows), MOST) + 0.25 for _, rows in found])
    reach = max(rows["value"].abs().max() for _, rows in found)
    for panel, (_, rows) in zip(axes, found, strict=True):
        _bars(panel, rows.head(MOST), reach, language)
        more = " · " + words["more"].format(most=MOST, all=len(rows)) if len(rows) > MOST else ""
        tone = number(rows["tone"].iloc[0], sign=True)
        panel.set_title(font.drawable(f"{place(rows, table, language)} ({tone}){more}"), color=GREY, fontsize=LABEL)
    axes[-1].set_xlabel(words["axis"])
    return finish(axes, title, texts=table["term"])


def _bars(ax: object, rows: pd.DataFrame, reach: float, language: str) -> None:
    import seaborn as sns

    names = [_name(term, rule, language) for term, rule in zip(rows["term"], rows["rule"], strict=True)]
    places, way = list(range(len(rows))), rows["value"].gt(0).tolist()
    colours = {True: POSITIVE, False: NEGATIVE}
    bars = {"orient": "h", "palette": colours, "saturation": 1, "width": 0.7, "legend": False, "dodge": False}
    sns.barplot(x=rows["value"].to_numpy(), y=places, hue=way, hue_order=[True, False], ax=ax, **bars)
    ax.axvline(0, color=GREY, linewidth=0.8)
    ax.set_xlim(-1.1 * reach, 1.1 * reach)
    ax.set_yticks(range(len(rows)), names)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.spines["left"].set_visible(False)


def _name(term: str, rule: str, language: str) -> str:
    gloss = glossary.gloss(term, language)
    by = f" · {rule_name(rule, language)}" if rule != "plain" else ""
    return label(term, gloss).replace("\n", " ") + by

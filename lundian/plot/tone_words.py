"""Which words give the lowest and the highest paragraph their tone: bars, with the rule that each word counts by."""

import pandas as pd

from lundian import glossary
from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, label, sentence, sheet
from lundian.plot.style import GREY, LABEL, NEGATIVE, POSITIVE, TICK, style
from lundian.say.phrase import number
from lundian.say.tone_words import groups, place, title_tone_words

MOST = 10  # words of a paragraph; the lighter ones are left out, and their number is told
WORDS = {
    "en": {"axis": "What the word adds to the paragraph's tone", "more": "{n} lighter words left out"},
    "zh": {"axis": "对本段语气的贡献", "more": "另有{n}个较轻的词未画"},
}
RULES_ZH = {
    "plain": "",
    "negated": "否定",
    "intensified": "加强",
    "diminished": "减弱",
    "hypothetical": "假设",
    "necessity": "必要",
    "reversed": "反转",
    "main_clause": "主句",
    "conceded": "让步",
    "pattern": "句式",
    "question": "疑问",
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
        top, n_more = rows.head(MOST), max(0, len(rows) - MOST)
        _bars(panel, top, reach, language)
        more = " · " + words["more"].format(n=n_more) if n_more else ""
        tone = number(rows["tone"].iloc[0], sign=True)
        panel.set_title(font.drawable(f"{place(rows, table, language)} ({tone}){more}"), color=GREY, fontsize=LABEL)
    axes[-1].set_xlabel(words["axis"])
    return finish(axes, title, texts=table["term"])


def _bars(ax: object, rows: pd.DataFrame, reach: float, language: str) -> None:
    names = [_name(term, rule, language) for term, rule in zip(rows["term"], rows["rule"], strict=True)]
    colours = [POSITIVE if value > 0 else NEGATIVE for value in rows["value"]]
    ax.barh(range(len(rows)), rows["value"], color=colours, height=0.7)
    ax.axvline(0, color=GREY, linewidth=0.8)
    ax.set_xlim(-1.1 * reach, 1.1 * reach)
    ax.set_yticks(range(len(rows)), names)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.spines["left"].set_visible(False)


def _name(term: str, rule: str, language: str) -> str:
    gloss = glossary.gloss(term) if language == "en" else ""
    by = RULES_ZH.get(rule, rule) if language == "zh" else "" if rule == "plain" else rule.replace("_", " ")
    return label(term, gloss).replace("\n", " ") + (f" · {by}" if by else "")

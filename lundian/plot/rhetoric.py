"""How the argument proceeds: the role of each sentence in the order of the text, and the tone under it."""

import pandas as pd

from lundian.errors import LundianError
from lundian.plot import font, stretches
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.sections import extent, mark_sections, paragraph_axis
from lundian.plot.style import GREY, LABEL, PALE, SERIES, TICK, mix, style
from lundian.plot.tone_arc import WORDS as TONE_WORDS
from lundian.plot.tone_arc import draw_arc
from lundian.say.phrase import article, articles_of, one_article
from lundian.say.rhetoric import ROLES, UNMARKED, role_name, title_rhetoric

NOTE = {"en": "Each stroke is a sentence.", "zh": "每道为一个句子。"}
SHARES = {
    "en": "The darker, the larger the share of a role in its column.",
    "zh": "颜色越深，该列中这一角色所占比例越大。",
}


@style()
def plot_rhetoric(
    table: pd.DataFrame, tone: pd.DataFrame | None = None, *, ax: object = None, language: str = "en"
) -> object:
    """Draw the argument's timeline: which role each sentence has, and the tone of each paragraph under it.

    Parameters
    ----------
    table
        One row per sentence, as `rhetoric` gives it: article, paragraph, sentence, role.
    tone
        One row per paragraph, as `tone` gives it; drawn under the roles of its article.
    ax
        Axes to draw on; a new figure when left out. There is no room for tone on it.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel, with roles.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several panels.
    """
    check_language(language)
    rows = need(table, ["paragraph", "sentence", "role"], "plot_rhetoric")
    title = title_rhetoric(rows, language)
    if rows.empty:
        return sentence(ax, title)
    if ax is not None and tone is not None:
        raise LundianError("plot_rhetoric draws tone on axes of its own; leave out ax or tone.")
    slugs = articles_of(rows)[:MAX_PANELS]
    roles = {slug: _roles(one_article(rows, slug)) for slug in slugs}
    heights = [h for slug in slugs for h in ([0.2 * len(roles[slug]) + 0.05] + ([1.1] if tone is not None else []))]
    axes = sheet(ax, heights)
    step, fits = len(heights) // len(slugs), []
    for panel, slug in zip(axes[::step], slugs, strict=True):
        own = one_article(rows, slug)
        sections = one_article(tone, slug) if tone is not None else own
        last = panel is axes[::step][-1] and tone is None
        paragraph_axis(panel, *extent(own), language, named=last)
        _strokes(panel, own, roles[slug], language)
        fits.append(mark_sections(panel, sections))
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL, pad=14)
    for panel, slug in zip(axes[1::step] if tone is not None else (), slugs, strict=tone is not None):
        paragraph_axis(panel, *extent(one_article(rows, slug)), language, named=panel is axes[-1])
        draw_arc(panel, one_article(tone, slug).sort_values("paragraph", kind="stable"))
        panel.set_ylabel(TONE_WORDS[language]["short"])
    width = max(stretches.step(one_article(rows, slug)) for slug in slugs)
    note = NOTE[language] if width == 1 else SHARES[language] + stretches.note(width, language)
    return finish(axes, title, note=note, texts=rows["role"], fit=lambda: [fit() for fit in fits])


def _roles(rows: pd.DataFrame) -> list[str]:
    found = set(rows["role"])
    return [role for role in ROLES if role in found] + sorted(found - set(ROLES))[:20]


def _strokes(ax: object, rows: pd.DataFrame, roles: list[str], language: str) -> None:
    draw = _each if stretches.step(rows) == 1 else _shares
    for place, role in enumerate(roles):
        ax.axhline(place, color=PALE, linewidth=0.5, zorder=0)
        draw(ax, rows, role, place, GREY if role == UNMARKED else SERIES[(place * 2) % len(SERIES)])
    texts = [label(f"{role_name(role, language)} ({(rows['role'] == role).sum()})") for role in roles]
    ax.set_yticks(range(len(roles)), texts)
    ax.set_ylim(len(roles) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.spines["left"].set_visible(False)


def _each(ax: object, rows: pd.DataFrame, role: str, place: int, colour: str) -> None:
    """Draw a stroke for each sentence of a role."""
    length = rows.groupby("paragraph")["sentence"].transform("max").clip(lower=1)
    at = rows["paragraph"] - 0.5 + (rows["sentence"] - 0.5) / length
    own = at[rows["role"] == role]
    ax.vlines(own, place - 0.36, place + 0.36, color=colour, linewidth=2.2 if len(rows) < 200 else 1.0)


def _shares(ax: object, rows: pd.DataFrame, role: str, place: int, colour: str) -> None:
    """Draw a bar for each stretch of a long article, the darker the larger the share of the role's sentences in it."""
    width = stretches.step(rows)
    found = stretches.gather(rows.assign(role=rows["role"] == role, all=1), ["role", "all"], width)
    share = found["role"] / found["all"]
    shades = [mix(colour, 0.08 + 0.92 * part / max(share.max(), 1e-9)) for part in share]
    ax.bar(found["paragraph"], 0.72, bottom=place - 0.36, width=width, color=shades)
